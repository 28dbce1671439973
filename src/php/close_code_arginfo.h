/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: bed266fa273e3a8370e8500c9e3aa704b4bfbe80 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_RtComm_WebSocket_CloseCode___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_RtComm_WebSocket_CloseCode_isValid, 0, 1, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, code, IS_LONG, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(RtComm_WebSocket_CloseCode, __construct);
ZEND_METHOD(RtComm_WebSocket_CloseCode, isValid);


static const zend_function_entry class_RtComm_WebSocket_CloseCode_methods[] = {
	ZEND_ME(RtComm_WebSocket_CloseCode, __construct, arginfo_class_RtComm_WebSocket_CloseCode___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(RtComm_WebSocket_CloseCode, isValid, arginfo_class_RtComm_WebSocket_CloseCode_isValid, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_RtComm_WebSocket_CloseCode(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "RtComm\\WebSocket", "CloseCode", class_RtComm_WebSocket_CloseCode_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zval const_NORMAL_value;
	ZVAL_LONG(&const_NORMAL_value, 1000);
	zend_string *const_NORMAL_name = zend_string_init_interned("NORMAL", sizeof("NORMAL") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_NORMAL_name, &const_NORMAL_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_NORMAL_name);

	zval const_GOING_AWAY_value;
	ZVAL_LONG(&const_GOING_AWAY_value, 1001);
	zend_string *const_GOING_AWAY_name = zend_string_init_interned("GOING_AWAY", sizeof("GOING_AWAY") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_GOING_AWAY_name, &const_GOING_AWAY_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_GOING_AWAY_name);

	zval const_PROTOCOL_ERROR_value;
	ZVAL_LONG(&const_PROTOCOL_ERROR_value, 1002);
	zend_string *const_PROTOCOL_ERROR_name = zend_string_init_interned("PROTOCOL_ERROR", sizeof("PROTOCOL_ERROR") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROTOCOL_ERROR_name, &const_PROTOCOL_ERROR_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROTOCOL_ERROR_name);

	zval const_UNSUPPORTED_DATA_value;
	ZVAL_LONG(&const_UNSUPPORTED_DATA_value, 1003);
	zend_string *const_UNSUPPORTED_DATA_name = zend_string_init_interned("UNSUPPORTED_DATA", sizeof("UNSUPPORTED_DATA") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_UNSUPPORTED_DATA_name, &const_UNSUPPORTED_DATA_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_UNSUPPORTED_DATA_name);

	zval const_NO_STATUS_value;
	ZVAL_LONG(&const_NO_STATUS_value, 1005);
	zend_string *const_NO_STATUS_name = zend_string_init_interned("NO_STATUS", sizeof("NO_STATUS") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_NO_STATUS_name, &const_NO_STATUS_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_NO_STATUS_name);

	zval const_ABNORMAL_value;
	ZVAL_LONG(&const_ABNORMAL_value, 1006);
	zend_string *const_ABNORMAL_name = zend_string_init_interned("ABNORMAL", sizeof("ABNORMAL") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ABNORMAL_name, &const_ABNORMAL_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ABNORMAL_name);

	zval const_INVALID_PAYLOAD_value;
	ZVAL_LONG(&const_INVALID_PAYLOAD_value, 1007);
	zend_string *const_INVALID_PAYLOAD_name = zend_string_init_interned("INVALID_PAYLOAD", sizeof("INVALID_PAYLOAD") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_INVALID_PAYLOAD_name, &const_INVALID_PAYLOAD_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_INVALID_PAYLOAD_name);

	zval const_POLICY_VIOLATION_value;
	ZVAL_LONG(&const_POLICY_VIOLATION_value, 1008);
	zend_string *const_POLICY_VIOLATION_name = zend_string_init_interned("POLICY_VIOLATION", sizeof("POLICY_VIOLATION") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_POLICY_VIOLATION_name, &const_POLICY_VIOLATION_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_POLICY_VIOLATION_name);

	zval const_MESSAGE_TOO_BIG_value;
	ZVAL_LONG(&const_MESSAGE_TOO_BIG_value, 1009);
	zend_string *const_MESSAGE_TOO_BIG_name = zend_string_init_interned("MESSAGE_TOO_BIG", sizeof("MESSAGE_TOO_BIG") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_MESSAGE_TOO_BIG_name, &const_MESSAGE_TOO_BIG_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_MESSAGE_TOO_BIG_name);

	zval const_MANDATORY_EXTENSION_value;
	ZVAL_LONG(&const_MANDATORY_EXTENSION_value, 1010);
	zend_string *const_MANDATORY_EXTENSION_name = zend_string_init_interned("MANDATORY_EXTENSION", sizeof("MANDATORY_EXTENSION") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_MANDATORY_EXTENSION_name, &const_MANDATORY_EXTENSION_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_MANDATORY_EXTENSION_name);

	zval const_INTERNAL_ERROR_value;
	ZVAL_LONG(&const_INTERNAL_ERROR_value, 1011);
	zend_string *const_INTERNAL_ERROR_name = zend_string_init_interned("INTERNAL_ERROR", sizeof("INTERNAL_ERROR") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_INTERNAL_ERROR_name, &const_INTERNAL_ERROR_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_INTERNAL_ERROR_name);

	zval const_SERVICE_RESTART_value;
	ZVAL_LONG(&const_SERVICE_RESTART_value, 1012);
	zend_string *const_SERVICE_RESTART_name = zend_string_init_interned("SERVICE_RESTART", sizeof("SERVICE_RESTART") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_SERVICE_RESTART_name, &const_SERVICE_RESTART_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_SERVICE_RESTART_name);

	zval const_TRY_AGAIN_LATER_value;
	ZVAL_LONG(&const_TRY_AGAIN_LATER_value, 1013);
	zend_string *const_TRY_AGAIN_LATER_name = zend_string_init_interned("TRY_AGAIN_LATER", sizeof("TRY_AGAIN_LATER") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_TRY_AGAIN_LATER_name, &const_TRY_AGAIN_LATER_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_TRY_AGAIN_LATER_name);

	zval const_BAD_GATEWAY_value;
	ZVAL_LONG(&const_BAD_GATEWAY_value, 1014);
	zend_string *const_BAD_GATEWAY_name = zend_string_init_interned("BAD_GATEWAY", sizeof("BAD_GATEWAY") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_BAD_GATEWAY_name, &const_BAD_GATEWAY_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_BAD_GATEWAY_name);

	zval const_TLS_HANDSHAKE_value;
	ZVAL_LONG(&const_TLS_HANDSHAKE_value, 1015);
	zend_string *const_TLS_HANDSHAKE_name = zend_string_init_interned("TLS_HANDSHAKE", sizeof("TLS_HANDSHAKE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_TLS_HANDSHAKE_name, &const_TLS_HANDSHAKE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_TLS_HANDSHAKE_name);

	return class_entry;
}
