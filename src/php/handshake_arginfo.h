/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: b651c9f15a009f9b11a34053636924f0c9ca59c3 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_RtComm_WebSocket_Handshake___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_RtComm_WebSocket_Handshake_acceptKey, 0, 1, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_RtComm_WebSocket_Handshake_respond, 0, 1, RtComm\\WebSocket\\Handshake, 0)
	ZEND_ARG_TYPE_INFO(0, requestHead, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, subprotocols, IS_ARRAY, 0, "[]")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, options, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_RtComm_WebSocket_Handshake___toString, 0, 0, IS_STRING, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(RtComm_WebSocket_Handshake, __construct);
ZEND_METHOD(RtComm_WebSocket_Handshake, acceptKey);
ZEND_METHOD(RtComm_WebSocket_Handshake, respond);
ZEND_METHOD(RtComm_WebSocket_Handshake, __toString);


static const zend_function_entry class_RtComm_WebSocket_Handshake_methods[] = {
	ZEND_ME(RtComm_WebSocket_Handshake, __construct, arginfo_class_RtComm_WebSocket_Handshake___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(RtComm_WebSocket_Handshake, acceptKey, arginfo_class_RtComm_WebSocket_Handshake_acceptKey, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(RtComm_WebSocket_Handshake, respond, arginfo_class_RtComm_WebSocket_Handshake_respond, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(RtComm_WebSocket_Handshake, __toString, arginfo_class_RtComm_WebSocket_Handshake___toString, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_RtComm_WebSocket_Handshake(zend_class_entry *class_entry_Stringable)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "RtComm\\WebSocket", "Handshake", class_RtComm_WebSocket_Handshake_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;
	zend_class_implements(class_entry, 1, class_entry_Stringable);

	zval property_status_default_value;
	ZVAL_UNDEF(&property_status_default_value);
	zend_string *property_status_name = zend_string_init("status", sizeof("status") - 1, 1);
	zend_declare_typed_property(class_entry, property_status_name, &property_status_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_status_name);

	zval property_subprotocol_default_value;
	ZVAL_UNDEF(&property_subprotocol_default_value);
	zend_string *property_subprotocol_name = zend_string_init("subprotocol", sizeof("subprotocol") - 1, 1);
	zend_declare_typed_property(class_entry, property_subprotocol_name, &property_subprotocol_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_subprotocol_name);

	zend_string *property_deflate_class_RtComm_WebSocket_Deflate = zend_string_init("RtComm\\WebSocket\\Deflate", sizeof("RtComm\\WebSocket\\Deflate")-1, 1);
	zval property_deflate_default_value;
	ZVAL_UNDEF(&property_deflate_default_value);
	zend_string *property_deflate_name = zend_string_init("deflate", sizeof("deflate") - 1, 1);
	zend_declare_typed_property(class_entry, property_deflate_name, &property_deflate_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_deflate_class_RtComm_WebSocket_Deflate, 0, MAY_BE_NULL));
	zend_string_release(property_deflate_name);

	zval property_response_default_value;
	ZVAL_UNDEF(&property_response_default_value);
	zend_string *property_response_name = zend_string_init("response", sizeof("response") - 1, 1);
	zend_declare_typed_property(class_entry, property_response_name, &property_response_default_value, ZEND_ACC_PRIVATE|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_response_name);

	return class_entry;
}
