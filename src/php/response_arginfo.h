/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 2a66933fb37ec1f18647ffbe0cf3afc90a07ea85 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_RtComm_Response___construct, 0, 0, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, status, IS_LONG, 0, "200")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, body, IS_STRING, 0, "\'\'")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, headers, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_RtComm_Response_json, 0, 1, RtComm\\Response, 0)
	ZEND_ARG_TYPE_INFO(0, value, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, status, IS_LONG, 0, "200")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_RtComm_Response_file, 0, 1, RtComm\\Response, 0)
	ZEND_ARG_TYPE_INFO(0, path, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, contentType, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()


ZEND_METHOD(RtComm_Response, __construct);
ZEND_METHOD(RtComm_Response, json);
ZEND_METHOD(RtComm_Response, file);


static const zend_function_entry class_RtComm_Response_methods[] = {
	ZEND_ME(RtComm_Response, __construct, arginfo_class_RtComm_Response___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Response, json, arginfo_class_RtComm_Response_json, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(RtComm_Response, file, arginfo_class_RtComm_Response_file, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_RtComm_Response(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "RtComm", "Response", class_RtComm_Response_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	return class_entry;
}
