/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: eaad299af68379fd50a3e57e0ebcc35bd488e248 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_RtComm_WebSocket_Frame___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_RtComm_WebSocket_Frame_encode, 0, 1, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, payload, IS_STRING, 0)
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, opcode, RtComm\\WebSocket\\Opcode, 0, "RtComm\\WebSocket\\Opcode::Text")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, final, _IS_BOOL, 0, "true")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, mask, _IS_BOOL, 0, "false")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, rsv, IS_LONG, 0, "0")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_RtComm_WebSocket_Frame_close, 0, 0, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, code, IS_LONG, 0, "RtComm\\WebSocket\\CloseCode::NORMAL")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, reason, IS_STRING, 0, "\'\'")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, mask, _IS_BOOL, 0, "false")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_RtComm_WebSocket_Frame_decode, 0, 1, RtComm\\WebSocket\\Frame, 1)
	ZEND_ARG_TYPE_INFO(0, bytes, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(1, offset, IS_LONG, 0, "0")
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, from, RtComm\\WebSocket\\Role, 0, "RtComm\\WebSocket\\Role::Client")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, maxPayload, IS_LONG, 0, "1048576")
ZEND_END_ARG_INFO()


ZEND_METHOD(RtComm_WebSocket_Frame, __construct);
ZEND_METHOD(RtComm_WebSocket_Frame, encode);
ZEND_METHOD(RtComm_WebSocket_Frame, close);
ZEND_METHOD(RtComm_WebSocket_Frame, decode);


static const zend_function_entry class_RtComm_WebSocket_Frame_methods[] = {
	ZEND_ME(RtComm_WebSocket_Frame, __construct, arginfo_class_RtComm_WebSocket_Frame___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(RtComm_WebSocket_Frame, encode, arginfo_class_RtComm_WebSocket_Frame_encode, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(RtComm_WebSocket_Frame, close, arginfo_class_RtComm_WebSocket_Frame_close, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(RtComm_WebSocket_Frame, decode, arginfo_class_RtComm_WebSocket_Frame_decode, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_RtComm_WebSocket_Frame(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "RtComm\\WebSocket", "Frame", class_RtComm_WebSocket_Frame_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zend_string *property_opcode_class_RtComm_WebSocket_Opcode = zend_string_init("RtComm\\WebSocket\\Opcode", sizeof("RtComm\\WebSocket\\Opcode")-1, 1);
	zval property_opcode_default_value;
	ZVAL_UNDEF(&property_opcode_default_value);
	zend_string *property_opcode_name = zend_string_init("opcode", sizeof("opcode") - 1, 1);
	zend_declare_typed_property(class_entry, property_opcode_name, &property_opcode_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_opcode_class_RtComm_WebSocket_Opcode, 0, 0));
	zend_string_release(property_opcode_name);

	zval property_payload_default_value;
	ZVAL_UNDEF(&property_payload_default_value);
	zend_string *property_payload_name = zend_string_init("payload", sizeof("payload") - 1, 1);
	zend_declare_typed_property(class_entry, property_payload_name, &property_payload_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_payload_name);

	zval property_final_default_value;
	ZVAL_UNDEF(&property_final_default_value);
	zend_string *property_final_name = zend_string_init("final", sizeof("final") - 1, 1);
	zend_declare_typed_property(class_entry, property_final_name, &property_final_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_final_name);

	zval property_rsv_default_value;
	ZVAL_UNDEF(&property_rsv_default_value);
	zend_string *property_rsv_name = zend_string_init("rsv", sizeof("rsv") - 1, 1);
	zend_declare_typed_property(class_entry, property_rsv_name, &property_rsv_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_rsv_name);

	return class_entry;
}
