/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: f3ddb8714d49ea7444c994b19a3fdf643bf205bc */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_RtComm_Channel___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_RtComm_Channel_publish, 0, 1, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, data, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, event, IS_STRING, 1, "null")
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, except, RtComm\\Connection, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, binary, _IS_BOOL, 0, "false")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_RtComm_Channel_history, 0, 0, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, limit, IS_LONG, 0, "100")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, since, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_RtComm_Channel_count, 0, 0, IS_LONG, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_RtComm_Channel_cursor, 0, 0, IS_STRING, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(RtComm_Channel, __construct);
ZEND_METHOD(RtComm_Channel, publish);
ZEND_METHOD(RtComm_Channel, history);
ZEND_METHOD(RtComm_Channel, count);
ZEND_METHOD(RtComm_Channel, cursor);


static const zend_function_entry class_RtComm_Channel_methods[] = {
	ZEND_ME(RtComm_Channel, __construct, arginfo_class_RtComm_Channel___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(RtComm_Channel, publish, arginfo_class_RtComm_Channel_publish, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Channel, history, arginfo_class_RtComm_Channel_history, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Channel, count, arginfo_class_RtComm_Channel_count, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Channel, cursor, arginfo_class_RtComm_Channel_cursor, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_RtComm_Channel(zend_class_entry *class_entry_Countable)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "RtComm", "Channel", class_RtComm_Channel_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;
	zend_class_implements(class_entry, 1, class_entry_Countable);

	zval property_name_default_value;
	ZVAL_UNDEF(&property_name_default_value);
	zend_string *property_name_name = zend_string_init("name", sizeof("name") - 1, 1);
	zend_declare_typed_property(class_entry, property_name_name, &property_name_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_name_name);

	return class_entry;
}
