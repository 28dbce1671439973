/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: b3394b1511cee2f1556341fa110346df47299264 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_RtComm_Ratchet_Connection___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_RtComm_Ratchet_Connection_send, 0, 0, 1)
	ZEND_ARG_INFO(0, data)
	ZEND_ARG_VARIADIC_TYPE_INFO(0, ignored, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_RtComm_Ratchet_Connection_close, 0, 0, 0)
	ZEND_ARG_INFO_WITH_DEFAULT_VALUE(0, code, "1000")
	ZEND_ARG_VARIADIC_TYPE_INFO(0, ignored, IS_MIXED, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(RtComm_Ratchet_Connection, __construct);
ZEND_METHOD(RtComm_Ratchet_Connection, send);
ZEND_METHOD(RtComm_Ratchet_Connection, close);


static const zend_function_entry class_RtComm_Ratchet_Connection_methods[] = {
	ZEND_ME(RtComm_Ratchet_Connection, __construct, arginfo_class_RtComm_Ratchet_Connection___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(RtComm_Ratchet_Connection, send, arginfo_class_RtComm_Ratchet_Connection_send, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Ratchet_Connection, close, arginfo_class_RtComm_Ratchet_Connection_close, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_RtComm_Ratchet_Connection(zend_class_entry *class_entry_RtComm_Ratchet_ConnectionInterface)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "RtComm\\Ratchet", "Connection", class_RtComm_Ratchet_Connection_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NOT_SERIALIZABLE;
	zend_class_implements(class_entry, 1, class_entry_RtComm_Ratchet_ConnectionInterface);

	zval property_resourceId_default_value;
	ZVAL_NULL(&property_resourceId_default_value);
	zend_string *property_resourceId_name = zend_string_init("resourceId", sizeof("resourceId") - 1, 1);
	zend_declare_property_ex(class_entry, property_resourceId_name, &property_resourceId_default_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(property_resourceId_name);

	zval property_remoteAddress_default_value;
	ZVAL_NULL(&property_remoteAddress_default_value);
	zend_string *property_remoteAddress_name = zend_string_init("remoteAddress", sizeof("remoteAddress") - 1, 1);
	zend_declare_property_ex(class_entry, property_remoteAddress_name, &property_remoteAddress_default_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(property_remoteAddress_name);

	zval property_httpRequest_default_value;
	ZVAL_NULL(&property_httpRequest_default_value);
	zend_string *property_httpRequest_name = zend_string_init("httpRequest", sizeof("httpRequest") - 1, 1);
	zend_declare_property_ex(class_entry, property_httpRequest_name, &property_httpRequest_default_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(property_httpRequest_name);

	zval property_WebSocket_default_value;
	ZVAL_NULL(&property_WebSocket_default_value);
	zend_string *property_WebSocket_name = zend_string_init("WebSocket", sizeof("WebSocket") - 1, 1);
	zend_declare_property_ex(class_entry, property_WebSocket_name, &property_WebSocket_default_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(property_WebSocket_name);

	return class_entry;
}
