/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 3b6c75f2dac6df609b88a6c9c3e184951a390de7 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_RtComm_Sse_Event___construct, 0, 0, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, data, IS_STRING, 0, "\'\'")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, event, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, id, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, retry, IS_LONG, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, comment, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_RtComm_Sse_Event___toString, 0, 0, IS_STRING, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(RtComm_Sse_Event, __construct);
ZEND_METHOD(RtComm_Sse_Event, __toString);


static const zend_function_entry class_RtComm_Sse_Event_methods[] = {
	ZEND_ME(RtComm_Sse_Event, __construct, arginfo_class_RtComm_Sse_Event___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Sse_Event, __toString, arginfo_class_RtComm_Sse_Event___toString, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_RtComm_Sse_Event(zend_class_entry *class_entry_Stringable)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "RtComm\\Sse", "Event", class_RtComm_Sse_Event_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;
	zend_class_implements(class_entry, 1, class_entry_Stringable);

	zval property_data_default_value;
	ZVAL_UNDEF(&property_data_default_value);
	zend_string *property_data_name = zend_string_init("data", sizeof("data") - 1, 1);
	zend_declare_typed_property(class_entry, property_data_name, &property_data_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_data_name);

	zval property_event_default_value;
	ZVAL_UNDEF(&property_event_default_value);
	zend_string *property_event_name = zend_string_init("event", sizeof("event") - 1, 1);
	zend_declare_typed_property(class_entry, property_event_name, &property_event_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_event_name);

	zval property_id_default_value;
	ZVAL_UNDEF(&property_id_default_value);
	zend_string *property_id_name = zend_string_init("id", sizeof("id") - 1, 1);
	zend_declare_typed_property(class_entry, property_id_name, &property_id_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_id_name);

	zval property_retry_default_value;
	ZVAL_UNDEF(&property_retry_default_value);
	zend_string *property_retry_name = zend_string_init("retry", sizeof("retry") - 1, 1);
	zend_declare_typed_property(class_entry, property_retry_name, &property_retry_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG|MAY_BE_NULL));
	zend_string_release(property_retry_name);

	zval property_comment_default_value;
	ZVAL_UNDEF(&property_comment_default_value);
	zend_string *property_comment_name = zend_string_init("comment", sizeof("comment") - 1, 1);
	zend_declare_typed_property(class_entry, property_comment_name, &property_comment_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_comment_name);

	return class_entry;
}
