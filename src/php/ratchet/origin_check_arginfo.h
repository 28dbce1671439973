/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: dd9162fd06334fdc3c7801c3dbbfef271b4c053d */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_RtComm_Ratchet_Http_OriginCheck___construct, 0, 0, 1)
	ZEND_ARG_OBJ_INFO(0, component, RtComm\\Ratchet\\MessageComponentInterface, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, allowed, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_RtComm_Ratchet_Http_OriginCheck_onOpen, 0, 0, 1)
	ZEND_ARG_OBJ_INFO(0, conn, RtComm\\Ratchet\\ConnectionInterface, 0)
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, request, Psr\\Http\\Message\\RequestInterface, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_RtComm_Ratchet_Http_OriginCheck_onMessage, 0, 0, 2)
	ZEND_ARG_OBJ_INFO(0, from, RtComm\\Ratchet\\ConnectionInterface, 0)
	ZEND_ARG_INFO(0, msg)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_RtComm_Ratchet_Http_OriginCheck_onClose, 0, 0, 1)
	ZEND_ARG_OBJ_INFO(0, conn, RtComm\\Ratchet\\ConnectionInterface, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_RtComm_Ratchet_Http_OriginCheck_onError, 0, 0, 2)
	ZEND_ARG_OBJ_INFO(0, conn, RtComm\\Ratchet\\ConnectionInterface, 0)
	ZEND_ARG_OBJ_INFO(0, e, Exception, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(RtComm_Ratchet_Http_OriginCheck, __construct);
ZEND_METHOD(RtComm_Ratchet_Http_OriginCheck, onOpen);
ZEND_METHOD(RtComm_Ratchet_Http_HttpServer, onMessage);
ZEND_METHOD(RtComm_Ratchet_Http_HttpServer, onClose);
ZEND_METHOD(RtComm_Ratchet_Http_HttpServer, onError);


static const zend_function_entry class_RtComm_Ratchet_Http_OriginCheck_methods[] = {
	ZEND_ME(RtComm_Ratchet_Http_OriginCheck, __construct, arginfo_class_RtComm_Ratchet_Http_OriginCheck___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Ratchet_Http_OriginCheck, onOpen, arginfo_class_RtComm_Ratchet_Http_OriginCheck_onOpen, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(RtComm_Ratchet_Http_HttpServer, onMessage, onMessage, arginfo_class_RtComm_Ratchet_Http_OriginCheck_onMessage, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(RtComm_Ratchet_Http_HttpServer, onClose, onClose, arginfo_class_RtComm_Ratchet_Http_OriginCheck_onClose, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(RtComm_Ratchet_Http_HttpServer, onError, onError, arginfo_class_RtComm_Ratchet_Http_OriginCheck_onError, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_RtComm_Ratchet_Http_OriginCheck(zend_class_entry *class_entry_RtComm_Ratchet_Http_HttpServerInterface)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "RtComm\\Ratchet\\Http", "OriginCheck", class_RtComm_Ratchet_Http_OriginCheck_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_NOT_SERIALIZABLE;
	zend_class_implements(class_entry, 1, class_entry_RtComm_Ratchet_Http_HttpServerInterface);

	zval property_allowedOrigins_default_value;
	ZVAL_EMPTY_ARRAY(&property_allowedOrigins_default_value);
	zend_string *property_allowedOrigins_name = zend_string_init("allowedOrigins", sizeof("allowedOrigins") - 1, 1);
	zend_declare_property_ex(class_entry, property_allowedOrigins_name, &property_allowedOrigins_default_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(property_allowedOrigins_name);

	return class_entry;
}
