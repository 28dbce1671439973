/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: d20b377ab1ed7e05ba99be9b85dca904c4c5fa38 */




static const zend_function_entry class_RtComm_Transport_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_RtComm_SendStatus_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_RtComm_Overflow_methods[] = {
	ZEND_FE_END
};

static zend_class_entry *register_class_RtComm_Transport(void)
{
	zend_class_entry *class_entry = zend_register_internal_enum("RtComm\\Transport", IS_STRING, class_RtComm_Transport_methods);

	zval enum_case_WebSocket_value;
	zend_string *enum_case_WebSocket_value_str = zend_string_init("websocket", strlen("websocket"), 1);
	ZVAL_STR(&enum_case_WebSocket_value, enum_case_WebSocket_value_str);
	zend_enum_add_case_cstr(class_entry, "WebSocket", &enum_case_WebSocket_value);

	zval enum_case_EventStream_value;
	zend_string *enum_case_EventStream_value_str = zend_string_init("event-stream", strlen("event-stream"), 1);
	ZVAL_STR(&enum_case_EventStream_value, enum_case_EventStream_value_str);
	zend_enum_add_case_cstr(class_entry, "EventStream", &enum_case_EventStream_value);

	zval enum_case_LongPoll_value;
	zend_string *enum_case_LongPoll_value_str = zend_string_init("long-poll", strlen("long-poll"), 1);
	ZVAL_STR(&enum_case_LongPoll_value, enum_case_LongPoll_value_str);
	zend_enum_add_case_cstr(class_entry, "LongPoll", &enum_case_LongPoll_value);

	return class_entry;
}

static zend_class_entry *register_class_RtComm_SendStatus(void)
{
	zend_class_entry *class_entry = zend_register_internal_enum("RtComm\\SendStatus", IS_UNDEF, class_RtComm_SendStatus_methods);

	zend_enum_add_case_cstr(class_entry, "Sent", NULL);

	zend_enum_add_case_cstr(class_entry, "Queued", NULL);

	zend_enum_add_case_cstr(class_entry, "Dropped", NULL);

	zend_enum_add_case_cstr(class_entry, "Closed", NULL);

	return class_entry;
}

static zend_class_entry *register_class_RtComm_Overflow(void)
{
	zend_class_entry *class_entry = zend_register_internal_enum("RtComm\\Overflow", IS_UNDEF, class_RtComm_Overflow_methods);

	zend_enum_add_case_cstr(class_entry, "Close", NULL);

	zend_enum_add_case_cstr(class_entry, "DropNewest", NULL);

	zend_enum_add_case_cstr(class_entry, "DropOldest", NULL);

	return class_entry;
}
