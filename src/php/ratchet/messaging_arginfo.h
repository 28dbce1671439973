/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 592ef88bc3e99462ec800df8f6697a188e1519b9 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_RtComm_Ratchet_RFC6455_Messaging_Message___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_RtComm_Ratchet_RFC6455_Messaging_Message_isCoalesced arginfo_class_RtComm_Ratchet_RFC6455_Messaging_Message___construct

#define arginfo_class_RtComm_Ratchet_RFC6455_Messaging_Message_getPayloadLength arginfo_class_RtComm_Ratchet_RFC6455_Messaging_Message___construct

#define arginfo_class_RtComm_Ratchet_RFC6455_Messaging_Message_getPayload arginfo_class_RtComm_Ratchet_RFC6455_Messaging_Message___construct

#define arginfo_class_RtComm_Ratchet_RFC6455_Messaging_Message_getContents arginfo_class_RtComm_Ratchet_RFC6455_Messaging_Message___construct

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_RtComm_Ratchet_RFC6455_Messaging_Message___toString, 0, 0, IS_STRING, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_RtComm_Ratchet_RFC6455_Messaging_Message_getOpcode arginfo_class_RtComm_Ratchet_RFC6455_Messaging_Message___construct

#define arginfo_class_RtComm_Ratchet_RFC6455_Messaging_Message_isBinary arginfo_class_RtComm_Ratchet_RFC6455_Messaging_Message___construct

ZEND_BEGIN_ARG_WITH_TENTATIVE_RETURN_TYPE_INFO_EX(arginfo_class_RtComm_Ratchet_RFC6455_Messaging_Message_count, 0, 0, IS_LONG, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_RtComm_Ratchet_RFC6455_Messaging_Frame___construct, 0, 0, 0)
	ZEND_ARG_INFO_WITH_DEFAULT_VALUE(0, payload, "null")
	ZEND_ARG_INFO_WITH_DEFAULT_VALUE(0, final, "true")
	ZEND_ARG_INFO_WITH_DEFAULT_VALUE(0, opcode, "1")
ZEND_END_ARG_INFO()

#define arginfo_class_RtComm_Ratchet_RFC6455_Messaging_Frame_isCoalesced arginfo_class_RtComm_Ratchet_RFC6455_Messaging_Message___construct

#define arginfo_class_RtComm_Ratchet_RFC6455_Messaging_Frame_getPayloadLength arginfo_class_RtComm_Ratchet_RFC6455_Messaging_Message___construct

#define arginfo_class_RtComm_Ratchet_RFC6455_Messaging_Frame_getPayload arginfo_class_RtComm_Ratchet_RFC6455_Messaging_Message___construct

#define arginfo_class_RtComm_Ratchet_RFC6455_Messaging_Frame_getContents arginfo_class_RtComm_Ratchet_RFC6455_Messaging_Message___construct

#define arginfo_class_RtComm_Ratchet_RFC6455_Messaging_Frame___toString arginfo_class_RtComm_Ratchet_RFC6455_Messaging_Message___toString

#define arginfo_class_RtComm_Ratchet_RFC6455_Messaging_Frame_isFinal arginfo_class_RtComm_Ratchet_RFC6455_Messaging_Message___construct

#define arginfo_class_RtComm_Ratchet_RFC6455_Messaging_Frame_isMasked arginfo_class_RtComm_Ratchet_RFC6455_Messaging_Message___construct

#define arginfo_class_RtComm_Ratchet_RFC6455_Messaging_Frame_getOpcode arginfo_class_RtComm_Ratchet_RFC6455_Messaging_Message___construct


ZEND_METHOD(RtComm_Ratchet_RFC6455_Messaging_Message, __construct);
ZEND_METHOD(RtComm_Ratchet_RFC6455_Messaging_Message, isCoalesced);
ZEND_METHOD(RtComm_Ratchet_RFC6455_Messaging_Message, getPayloadLength);
ZEND_METHOD(RtComm_Ratchet_RFC6455_Messaging_Message, getPayload);
ZEND_METHOD(RtComm_Ratchet_RFC6455_Messaging_Message, getContents);
ZEND_METHOD(RtComm_Ratchet_RFC6455_Messaging_Message, __toString);
ZEND_METHOD(RtComm_Ratchet_RFC6455_Messaging_Message, getOpcode);
ZEND_METHOD(RtComm_Ratchet_RFC6455_Messaging_Message, isBinary);
ZEND_METHOD(RtComm_Ratchet_RFC6455_Messaging_Message, count);
ZEND_METHOD(RtComm_Ratchet_RFC6455_Messaging_Frame, __construct);
ZEND_METHOD(RtComm_Ratchet_RFC6455_Messaging_Frame, isCoalesced);
ZEND_METHOD(RtComm_Ratchet_RFC6455_Messaging_Frame, getPayloadLength);
ZEND_METHOD(RtComm_Ratchet_RFC6455_Messaging_Frame, getPayload);
ZEND_METHOD(RtComm_Ratchet_RFC6455_Messaging_Frame, getContents);
ZEND_METHOD(RtComm_Ratchet_RFC6455_Messaging_Frame, __toString);
ZEND_METHOD(RtComm_Ratchet_RFC6455_Messaging_Frame, isFinal);
ZEND_METHOD(RtComm_Ratchet_RFC6455_Messaging_Frame, isMasked);
ZEND_METHOD(RtComm_Ratchet_RFC6455_Messaging_Frame, getOpcode);


static const zend_function_entry class_RtComm_Ratchet_RFC6455_Messaging_Message_methods[] = {
	ZEND_ME(RtComm_Ratchet_RFC6455_Messaging_Message, __construct, arginfo_class_RtComm_Ratchet_RFC6455_Messaging_Message___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(RtComm_Ratchet_RFC6455_Messaging_Message, isCoalesced, arginfo_class_RtComm_Ratchet_RFC6455_Messaging_Message_isCoalesced, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Ratchet_RFC6455_Messaging_Message, getPayloadLength, arginfo_class_RtComm_Ratchet_RFC6455_Messaging_Message_getPayloadLength, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Ratchet_RFC6455_Messaging_Message, getPayload, arginfo_class_RtComm_Ratchet_RFC6455_Messaging_Message_getPayload, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Ratchet_RFC6455_Messaging_Message, getContents, arginfo_class_RtComm_Ratchet_RFC6455_Messaging_Message_getContents, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Ratchet_RFC6455_Messaging_Message, __toString, arginfo_class_RtComm_Ratchet_RFC6455_Messaging_Message___toString, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Ratchet_RFC6455_Messaging_Message, getOpcode, arginfo_class_RtComm_Ratchet_RFC6455_Messaging_Message_getOpcode, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Ratchet_RFC6455_Messaging_Message, isBinary, arginfo_class_RtComm_Ratchet_RFC6455_Messaging_Message_isBinary, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Ratchet_RFC6455_Messaging_Message, count, arginfo_class_RtComm_Ratchet_RFC6455_Messaging_Message_count, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_RtComm_Ratchet_RFC6455_Messaging_Frame_methods[] = {
	ZEND_ME(RtComm_Ratchet_RFC6455_Messaging_Frame, __construct, arginfo_class_RtComm_Ratchet_RFC6455_Messaging_Frame___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Ratchet_RFC6455_Messaging_Frame, isCoalesced, arginfo_class_RtComm_Ratchet_RFC6455_Messaging_Frame_isCoalesced, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Ratchet_RFC6455_Messaging_Frame, getPayloadLength, arginfo_class_RtComm_Ratchet_RFC6455_Messaging_Frame_getPayloadLength, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Ratchet_RFC6455_Messaging_Frame, getPayload, arginfo_class_RtComm_Ratchet_RFC6455_Messaging_Frame_getPayload, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Ratchet_RFC6455_Messaging_Frame, getContents, arginfo_class_RtComm_Ratchet_RFC6455_Messaging_Frame_getContents, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Ratchet_RFC6455_Messaging_Frame, __toString, arginfo_class_RtComm_Ratchet_RFC6455_Messaging_Frame___toString, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Ratchet_RFC6455_Messaging_Frame, isFinal, arginfo_class_RtComm_Ratchet_RFC6455_Messaging_Frame_isFinal, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Ratchet_RFC6455_Messaging_Frame, isMasked, arginfo_class_RtComm_Ratchet_RFC6455_Messaging_Frame_isMasked, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Ratchet_RFC6455_Messaging_Frame, getOpcode, arginfo_class_RtComm_Ratchet_RFC6455_Messaging_Frame_getOpcode, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_RtComm_Ratchet_RFC6455_Messaging_Message(zend_class_entry *class_entry_RtComm_Ratchet_RFC6455_Messaging_MessageInterface)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "RtComm\\Ratchet\\RFC6455\\Messaging", "Message", class_RtComm_Ratchet_RFC6455_Messaging_Message_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;
	zend_class_implements(class_entry, 1, class_entry_RtComm_Ratchet_RFC6455_Messaging_MessageInterface);

	zval property_payload_default_value;
	ZVAL_UNDEF(&property_payload_default_value);
	zend_string *property_payload_name = zend_string_init("payload", sizeof("payload") - 1, 1);
	zend_declare_typed_property(class_entry, property_payload_name, &property_payload_default_value, ZEND_ACC_PRIVATE, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_payload_name);

	zval property_binary_default_value;
	ZVAL_UNDEF(&property_binary_default_value);
	zend_string *property_binary_name = zend_string_init("binary", sizeof("binary") - 1, 1);
	zend_declare_typed_property(class_entry, property_binary_name, &property_binary_default_value, ZEND_ACC_PRIVATE, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_binary_name);

	return class_entry;
}

static zend_class_entry *register_class_RtComm_Ratchet_RFC6455_Messaging_Frame(zend_class_entry *class_entry_RtComm_Ratchet_RFC6455_Messaging_FrameInterface)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "RtComm\\Ratchet\\RFC6455\\Messaging", "Frame", class_RtComm_Ratchet_RFC6455_Messaging_Frame_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;
	zend_class_implements(class_entry, 1, class_entry_RtComm_Ratchet_RFC6455_Messaging_FrameInterface);

	zval const_OP_CONTINUE_value;
	ZVAL_LONG(&const_OP_CONTINUE_value, 0);
	zend_string *const_OP_CONTINUE_name = zend_string_init_interned("OP_CONTINUE", sizeof("OP_CONTINUE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_OP_CONTINUE_name, &const_OP_CONTINUE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_OP_CONTINUE_name);

	zval const_OP_TEXT_value;
	ZVAL_LONG(&const_OP_TEXT_value, 1);
	zend_string *const_OP_TEXT_name = zend_string_init_interned("OP_TEXT", sizeof("OP_TEXT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_OP_TEXT_name, &const_OP_TEXT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_OP_TEXT_name);

	zval const_OP_BINARY_value;
	ZVAL_LONG(&const_OP_BINARY_value, 2);
	zend_string *const_OP_BINARY_name = zend_string_init_interned("OP_BINARY", sizeof("OP_BINARY") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_OP_BINARY_name, &const_OP_BINARY_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_OP_BINARY_name);

	zval const_OP_CLOSE_value;
	ZVAL_LONG(&const_OP_CLOSE_value, 8);
	zend_string *const_OP_CLOSE_name = zend_string_init_interned("OP_CLOSE", sizeof("OP_CLOSE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_OP_CLOSE_name, &const_OP_CLOSE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_OP_CLOSE_name);

	zval const_OP_PING_value;
	ZVAL_LONG(&const_OP_PING_value, 9);
	zend_string *const_OP_PING_name = zend_string_init_interned("OP_PING", sizeof("OP_PING") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_OP_PING_name, &const_OP_PING_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_OP_PING_name);

	zval const_OP_PONG_value;
	ZVAL_LONG(&const_OP_PONG_value, 10);
	zend_string *const_OP_PONG_name = zend_string_init_interned("OP_PONG", sizeof("OP_PONG") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_OP_PONG_name, &const_OP_PONG_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_OP_PONG_name);

	zval const_CLOSE_NORMAL_value;
	ZVAL_LONG(&const_CLOSE_NORMAL_value, 1000);
	zend_string *const_CLOSE_NORMAL_name = zend_string_init_interned("CLOSE_NORMAL", sizeof("CLOSE_NORMAL") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_CLOSE_NORMAL_name, &const_CLOSE_NORMAL_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_CLOSE_NORMAL_name);

	zval const_CLOSE_GOING_AWAY_value;
	ZVAL_LONG(&const_CLOSE_GOING_AWAY_value, 1001);
	zend_string *const_CLOSE_GOING_AWAY_name = zend_string_init_interned("CLOSE_GOING_AWAY", sizeof("CLOSE_GOING_AWAY") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_CLOSE_GOING_AWAY_name, &const_CLOSE_GOING_AWAY_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_CLOSE_GOING_AWAY_name);

	zval const_CLOSE_PROTOCOL_value;
	ZVAL_LONG(&const_CLOSE_PROTOCOL_value, 1002);
	zend_string *const_CLOSE_PROTOCOL_name = zend_string_init_interned("CLOSE_PROTOCOL", sizeof("CLOSE_PROTOCOL") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_CLOSE_PROTOCOL_name, &const_CLOSE_PROTOCOL_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_CLOSE_PROTOCOL_name);

	zval const_CLOSE_BAD_DATA_value;
	ZVAL_LONG(&const_CLOSE_BAD_DATA_value, 1003);
	zend_string *const_CLOSE_BAD_DATA_name = zend_string_init_interned("CLOSE_BAD_DATA", sizeof("CLOSE_BAD_DATA") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_CLOSE_BAD_DATA_name, &const_CLOSE_BAD_DATA_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_CLOSE_BAD_DATA_name);

	zval const_CLOSE_NO_STATUS_value;
	ZVAL_LONG(&const_CLOSE_NO_STATUS_value, 1005);
	zend_string *const_CLOSE_NO_STATUS_name = zend_string_init_interned("CLOSE_NO_STATUS", sizeof("CLOSE_NO_STATUS") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_CLOSE_NO_STATUS_name, &const_CLOSE_NO_STATUS_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_CLOSE_NO_STATUS_name);

	zval const_CLOSE_ABNORMAL_value;
	ZVAL_LONG(&const_CLOSE_ABNORMAL_value, 1006);
	zend_string *const_CLOSE_ABNORMAL_name = zend_string_init_interned("CLOSE_ABNORMAL", sizeof("CLOSE_ABNORMAL") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_CLOSE_ABNORMAL_name, &const_CLOSE_ABNORMAL_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_CLOSE_ABNORMAL_name);

	zval const_CLOSE_BAD_PAYLOAD_value;
	ZVAL_LONG(&const_CLOSE_BAD_PAYLOAD_value, 1007);
	zend_string *const_CLOSE_BAD_PAYLOAD_name = zend_string_init_interned("CLOSE_BAD_PAYLOAD", sizeof("CLOSE_BAD_PAYLOAD") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_CLOSE_BAD_PAYLOAD_name, &const_CLOSE_BAD_PAYLOAD_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_CLOSE_BAD_PAYLOAD_name);

	zval const_CLOSE_POLICY_value;
	ZVAL_LONG(&const_CLOSE_POLICY_value, 1008);
	zend_string *const_CLOSE_POLICY_name = zend_string_init_interned("CLOSE_POLICY", sizeof("CLOSE_POLICY") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_CLOSE_POLICY_name, &const_CLOSE_POLICY_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_CLOSE_POLICY_name);

	zval const_CLOSE_TOO_BIG_value;
	ZVAL_LONG(&const_CLOSE_TOO_BIG_value, 1009);
	zend_string *const_CLOSE_TOO_BIG_name = zend_string_init_interned("CLOSE_TOO_BIG", sizeof("CLOSE_TOO_BIG") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_CLOSE_TOO_BIG_name, &const_CLOSE_TOO_BIG_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_CLOSE_TOO_BIG_name);

	zval const_CLOSE_MAND_EXT_value;
	ZVAL_LONG(&const_CLOSE_MAND_EXT_value, 1010);
	zend_string *const_CLOSE_MAND_EXT_name = zend_string_init_interned("CLOSE_MAND_EXT", sizeof("CLOSE_MAND_EXT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_CLOSE_MAND_EXT_name, &const_CLOSE_MAND_EXT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_CLOSE_MAND_EXT_name);

	zval const_CLOSE_SRV_ERR_value;
	ZVAL_LONG(&const_CLOSE_SRV_ERR_value, 1011);
	zend_string *const_CLOSE_SRV_ERR_name = zend_string_init_interned("CLOSE_SRV_ERR", sizeof("CLOSE_SRV_ERR") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_CLOSE_SRV_ERR_name, &const_CLOSE_SRV_ERR_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_CLOSE_SRV_ERR_name);

	zval const_CLOSE_TLS_value;
	ZVAL_LONG(&const_CLOSE_TLS_value, 1015);
	zend_string *const_CLOSE_TLS_name = zend_string_init_interned("CLOSE_TLS", sizeof("CLOSE_TLS") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_CLOSE_TLS_name, &const_CLOSE_TLS_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_CLOSE_TLS_name);

	zval property_payload_default_value;
	ZVAL_UNDEF(&property_payload_default_value);
	zend_string *property_payload_name = zend_string_init("payload", sizeof("payload") - 1, 1);
	zend_declare_typed_property(class_entry, property_payload_name, &property_payload_default_value, ZEND_ACC_PRIVATE, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_payload_name);

	zval property_final_default_value;
	ZVAL_UNDEF(&property_final_default_value);
	zend_string *property_final_name = zend_string_init("final", sizeof("final") - 1, 1);
	zend_declare_typed_property(class_entry, property_final_name, &property_final_default_value, ZEND_ACC_PRIVATE, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_final_name);

	zval property_opcode_default_value;
	ZVAL_UNDEF(&property_opcode_default_value);
	zend_string *property_opcode_name = zend_string_init("opcode", sizeof("opcode") - 1, 1);
	zend_declare_typed_property(class_entry, property_opcode_name, &property_opcode_default_value, ZEND_ACC_PRIVATE, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_opcode_name);

	return class_entry;
}
