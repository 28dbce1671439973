/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: f520682c05479e95a6c2c2db690a66f2e2443135 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_RtComm_Publisher___construct, 0, 0, 1)
	ZEND_ARG_TYPE_INFO(0, url, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, secret, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, timeout, IS_DOUBLE, 0, "1.0")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_RtComm_Publisher_publish, 0, 2, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, channel, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, data, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, event, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()


ZEND_METHOD(RtComm_Publisher, __construct);
ZEND_METHOD(RtComm_Publisher, publish);


static const zend_function_entry class_RtComm_Publisher_methods[] = {
	ZEND_ME(RtComm_Publisher, __construct, arginfo_class_RtComm_Publisher___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Publisher, publish, arginfo_class_RtComm_Publisher_publish, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_RtComm_Publisher(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "RtComm", "Publisher", class_RtComm_Publisher_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	return class_entry;
}
