/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 2655e08484433df0fd879a56a9b3f0101251e739 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_RtComm_CloseInfo___construct, 0, 0, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(RtComm_CloseInfo, __construct);


static const zend_function_entry class_RtComm_CloseInfo_methods[] = {
	ZEND_ME(RtComm_CloseInfo, __construct, arginfo_class_RtComm_CloseInfo___construct, ZEND_ACC_PRIVATE)
	ZEND_FE_END
};

static zend_class_entry *register_class_RtComm_CloseInfo(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "RtComm", "CloseInfo", class_RtComm_CloseInfo_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zval property_code_default_value;
	ZVAL_UNDEF(&property_code_default_value);
	zend_string *property_code_name = zend_string_init("code", sizeof("code") - 1, 1);
	zend_declare_typed_property(class_entry, property_code_name, &property_code_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_code_name);

	zval property_reason_default_value;
	ZVAL_UNDEF(&property_reason_default_value);
	zend_string *property_reason_name = zend_string_init("reason", sizeof("reason") - 1, 1);
	zend_declare_typed_property(class_entry, property_reason_name, &property_reason_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_reason_name);

	zval property_clean_default_value;
	ZVAL_UNDEF(&property_clean_default_value);
	zend_string *property_clean_name = zend_string_init("clean", sizeof("clean") - 1, 1);
	zend_declare_typed_property(class_entry, property_clean_name, &property_clean_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_clean_name);

	zval property_byPeer_default_value;
	ZVAL_UNDEF(&property_byPeer_default_value);
	zend_string *property_byPeer_name = zend_string_init("byPeer", sizeof("byPeer") - 1, 1);
	zend_declare_typed_property(class_entry, property_byPeer_name, &property_byPeer_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_byPeer_name);

	return class_entry;
}
