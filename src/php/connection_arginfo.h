/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 8ae2452794c37369df2295a931773c0363a73036 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_RtComm_Connection___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_RtComm_Connection_send, 0, 1, RtComm\\SendStatus, 0)
	ZEND_ARG_OBJ_TYPE_MASK(0, data, Stringable, MAY_BE_STRING, NULL)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_RtComm_Connection_sendBinary, 0, 1, RtComm\\SendStatus, 0)
	ZEND_ARG_TYPE_INFO(0, data, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_RtComm_Connection_ping, 0, 0, RtComm\\SendStatus, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, data, IS_STRING, 0, "\'\'")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_RtComm_Connection_close, 0, 0, IS_STATIC, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, code, IS_LONG, 0, "1000")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, reason, IS_STRING, 0, "\'\'")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_RtComm_Connection_terminate, 0, 0, IS_VOID, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_RtComm_Connection_pause arginfo_class_RtComm_Connection_terminate

#define arginfo_class_RtComm_Connection_resume arginfo_class_RtComm_Connection_terminate

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_RtComm_Connection_subscribe, 0, 1, IS_STATIC, 0)
	ZEND_ARG_TYPE_INFO(0, channel, IS_STRING, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_RtComm_Connection_unsubscribe arginfo_class_RtComm_Connection_subscribe

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_RtComm_Connection_bufferedBytes, 0, 0, IS_LONG, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_RtComm_Connection_isOpen, 0, 0, _IS_BOOL, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(RtComm_Connection, __construct);
ZEND_METHOD(RtComm_Connection, send);
ZEND_METHOD(RtComm_Connection, sendBinary);
ZEND_METHOD(RtComm_Connection, ping);
ZEND_METHOD(RtComm_Connection, close);
ZEND_METHOD(RtComm_Connection, terminate);
ZEND_METHOD(RtComm_Connection, pause);
ZEND_METHOD(RtComm_Connection, resume);
ZEND_METHOD(RtComm_Connection, subscribe);
ZEND_METHOD(RtComm_Connection, unsubscribe);
ZEND_METHOD(RtComm_Connection, bufferedBytes);
ZEND_METHOD(RtComm_Connection, isOpen);


static const zend_function_entry class_RtComm_Connection_methods[] = {
	ZEND_ME(RtComm_Connection, __construct, arginfo_class_RtComm_Connection___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(RtComm_Connection, send, arginfo_class_RtComm_Connection_send, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Connection, sendBinary, arginfo_class_RtComm_Connection_sendBinary, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Connection, ping, arginfo_class_RtComm_Connection_ping, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Connection, close, arginfo_class_RtComm_Connection_close, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Connection, terminate, arginfo_class_RtComm_Connection_terminate, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Connection, pause, arginfo_class_RtComm_Connection_pause, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Connection, resume, arginfo_class_RtComm_Connection_resume, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Connection, subscribe, arginfo_class_RtComm_Connection_subscribe, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Connection, unsubscribe, arginfo_class_RtComm_Connection_unsubscribe, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Connection, bufferedBytes, arginfo_class_RtComm_Connection_bufferedBytes, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Connection, isOpen, arginfo_class_RtComm_Connection_isOpen, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_RtComm_Connection(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "RtComm", "Connection", class_RtComm_Connection_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NOT_SERIALIZABLE|ZEND_ACC_ALLOW_DYNAMIC_PROPERTIES;

	zval property_id_default_value;
	ZVAL_UNDEF(&property_id_default_value);
	zend_string *property_id_name = zend_string_init("id", sizeof("id") - 1, 1);
	zend_declare_typed_property(class_entry, property_id_name, &property_id_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_id_name);

	zend_string *property_transport_class_RtComm_Transport = zend_string_init("RtComm\\Transport", sizeof("RtComm\\Transport")-1, 1);
	zval property_transport_default_value;
	ZVAL_UNDEF(&property_transport_default_value);
	zend_string *property_transport_name = zend_string_init("transport", sizeof("transport") - 1, 1);
	zend_declare_typed_property(class_entry, property_transport_name, &property_transport_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_transport_class_RtComm_Transport, 0, 0));
	zend_string_release(property_transport_name);

	zval property_remoteAddress_default_value;
	ZVAL_UNDEF(&property_remoteAddress_default_value);
	zend_string *property_remoteAddress_name = zend_string_init("remoteAddress", sizeof("remoteAddress") - 1, 1);
	zend_declare_typed_property(class_entry, property_remoteAddress_name, &property_remoteAddress_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_remoteAddress_name);

	zval property_remotePort_default_value;
	ZVAL_UNDEF(&property_remotePort_default_value);
	zend_string *property_remotePort_name = zend_string_init("remotePort", sizeof("remotePort") - 1, 1);
	zend_declare_typed_property(class_entry, property_remotePort_name, &property_remotePort_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_remotePort_name);

	zend_string *property_request_class_RtComm_Request = zend_string_init("RtComm\\Request", sizeof("RtComm\\Request")-1, 1);
	zval property_request_default_value;
	ZVAL_UNDEF(&property_request_default_value);
	zend_string *property_request_name = zend_string_init("request", sizeof("request") - 1, 1);
	zend_declare_typed_property(class_entry, property_request_name, &property_request_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_request_class_RtComm_Request, 0, 0));
	zend_string_release(property_request_name);

	zval property_subprotocol_default_value;
	ZVAL_UNDEF(&property_subprotocol_default_value);
	zend_string *property_subprotocol_name = zend_string_init("subprotocol", sizeof("subprotocol") - 1, 1);
	zend_declare_typed_property(class_entry, property_subprotocol_name, &property_subprotocol_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_subprotocol_name);

	zval property_data_default_value;
	ZVAL_NULL(&property_data_default_value);
	zend_string *property_data_name = zend_string_init("data", sizeof("data") - 1, 1);
	zend_declare_typed_property(class_entry, property_data_name, &property_data_default_value, ZEND_ACC_PUBLIC, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ANY));
	zend_string_release(property_data_name);

	zend_string *attribute_name_AllowDynamicProperties_class_RtComm_Connection = zend_string_init_interned("AllowDynamicProperties", sizeof("AllowDynamicProperties") - 1, 1);
	zend_add_class_attribute(class_entry, attribute_name_AllowDynamicProperties_class_RtComm_Connection, 0);
	zend_string_release(attribute_name_AllowDynamicProperties_class_RtComm_Connection);

	return class_entry;
}
