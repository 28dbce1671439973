/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 849c1837c257ba0f7cd2bea00df473f5e0987ea6 */




static const zend_function_entry class_RtComm_WebSocket_Opcode_methods[] = {
	ZEND_FE_END
};

static zend_class_entry *register_class_RtComm_WebSocket_Opcode(void)
{
	zend_class_entry *class_entry = zend_register_internal_enum("RtComm\\WebSocket\\Opcode", IS_LONG, class_RtComm_WebSocket_Opcode_methods);

	zval enum_case_Continuation_value;
	ZVAL_LONG(&enum_case_Continuation_value, 0);
	zend_enum_add_case_cstr(class_entry, "Continuation", &enum_case_Continuation_value);

	zval enum_case_Text_value;
	ZVAL_LONG(&enum_case_Text_value, 1);
	zend_enum_add_case_cstr(class_entry, "Text", &enum_case_Text_value);

	zval enum_case_Binary_value;
	ZVAL_LONG(&enum_case_Binary_value, 2);
	zend_enum_add_case_cstr(class_entry, "Binary", &enum_case_Binary_value);

	zval enum_case_Close_value;
	ZVAL_LONG(&enum_case_Close_value, 8);
	zend_enum_add_case_cstr(class_entry, "Close", &enum_case_Close_value);

	zval enum_case_Ping_value;
	ZVAL_LONG(&enum_case_Ping_value, 9);
	zend_enum_add_case_cstr(class_entry, "Ping", &enum_case_Ping_value);

	zval enum_case_Pong_value;
	ZVAL_LONG(&enum_case_Pong_value, 10);
	zend_enum_add_case_cstr(class_entry, "Pong", &enum_case_Pong_value);

	return class_entry;
}
