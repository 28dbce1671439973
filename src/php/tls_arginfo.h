/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 7ade1103f151f85f909173d9c576fbbf9b676b08 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_RtComm_Tls___construct, 0, 0, 2)
	ZEND_ARG_TYPE_INFO(0, certificate, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, privateKey, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, passphrase, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, sni, IS_ARRAY, 0, "[]")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, clientCa, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, minVersion, IS_STRING, 0, "\'TLSv1.2\'")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_RtComm_Tls_reload, 0, 0, IS_VOID, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(RtComm_Tls, __construct);
ZEND_METHOD(RtComm_Tls, reload);


static const zend_function_entry class_RtComm_Tls_methods[] = {
	ZEND_ME(RtComm_Tls, __construct, arginfo_class_RtComm_Tls___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Tls, reload, arginfo_class_RtComm_Tls_reload, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_RtComm_Tls(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "RtComm", "Tls", class_RtComm_Tls_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	return class_entry;
}
