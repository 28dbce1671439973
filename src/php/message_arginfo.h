/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 8bb14e8538a7b9e9283dd71057d05ffc2ccaf748 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_RtComm_WebSocket_Message___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_RtComm_WebSocket_Message___toString, 0, 0, IS_STRING, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(RtComm_WebSocket_Message, __construct);
ZEND_METHOD(RtComm_WebSocket_Message, __toString);


static const zend_function_entry class_RtComm_WebSocket_Message_methods[] = {
	ZEND_ME(RtComm_WebSocket_Message, __construct, arginfo_class_RtComm_WebSocket_Message___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(RtComm_WebSocket_Message, __toString, arginfo_class_RtComm_WebSocket_Message___toString, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_RtComm_WebSocket_Message(zend_class_entry *class_entry_Stringable)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "RtComm\\WebSocket", "Message", class_RtComm_WebSocket_Message_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;
	zend_class_implements(class_entry, 1, class_entry_Stringable);

	zval property_payload_default_value;
	ZVAL_UNDEF(&property_payload_default_value);
	zend_string *property_payload_name = zend_string_init("payload", sizeof("payload") - 1, 1);
	zend_declare_typed_property(class_entry, property_payload_name, &property_payload_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_payload_name);

	zval property_binary_default_value;
	ZVAL_UNDEF(&property_binary_default_value);
	zend_string *property_binary_name = zend_string_init("binary", sizeof("binary") - 1, 1);
	zend_declare_typed_property(class_entry, property_binary_name, &property_binary_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_binary_name);

	return class_entry;
}
