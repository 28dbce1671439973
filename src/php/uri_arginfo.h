/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 0162c31a71ff2b4094bdf251854eee443ab6e791 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_RtComm_Uri___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_RtComm_Uri_getScheme, 0, 0, IS_STRING, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_RtComm_Uri_getAuthority arginfo_class_RtComm_Uri_getScheme

#define arginfo_class_RtComm_Uri_getUserInfo arginfo_class_RtComm_Uri_getScheme

#define arginfo_class_RtComm_Uri_getHost arginfo_class_RtComm_Uri_getScheme

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_RtComm_Uri_getPort, 0, 0, IS_LONG, 1)
ZEND_END_ARG_INFO()

#define arginfo_class_RtComm_Uri_getPath arginfo_class_RtComm_Uri_getScheme

#define arginfo_class_RtComm_Uri_getQuery arginfo_class_RtComm_Uri_getScheme

#define arginfo_class_RtComm_Uri_getFragment arginfo_class_RtComm_Uri_getScheme

#define arginfo_class_RtComm_Uri___toString arginfo_class_RtComm_Uri_getScheme


ZEND_METHOD(RtComm_Uri, __construct);
ZEND_METHOD(RtComm_Uri, getScheme);
ZEND_METHOD(RtComm_Uri, getAuthority);
ZEND_METHOD(RtComm_Uri, getUserInfo);
ZEND_METHOD(RtComm_Uri, getHost);
ZEND_METHOD(RtComm_Uri, getPort);
ZEND_METHOD(RtComm_Uri, getPath);
ZEND_METHOD(RtComm_Uri, getQuery);
ZEND_METHOD(RtComm_Uri, getFragment);
ZEND_METHOD(RtComm_Uri, __toString);


static const zend_function_entry class_RtComm_Uri_methods[] = {
	ZEND_ME(RtComm_Uri, __construct, arginfo_class_RtComm_Uri___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(RtComm_Uri, getScheme, arginfo_class_RtComm_Uri_getScheme, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Uri, getAuthority, arginfo_class_RtComm_Uri_getAuthority, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Uri, getUserInfo, arginfo_class_RtComm_Uri_getUserInfo, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Uri, getHost, arginfo_class_RtComm_Uri_getHost, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Uri, getPort, arginfo_class_RtComm_Uri_getPort, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Uri, getPath, arginfo_class_RtComm_Uri_getPath, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Uri, getQuery, arginfo_class_RtComm_Uri_getQuery, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Uri, getFragment, arginfo_class_RtComm_Uri_getFragment, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Uri, __toString, arginfo_class_RtComm_Uri___toString, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_RtComm_Uri(zend_class_entry *class_entry_Stringable)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "RtComm", "Uri", class_RtComm_Uri_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;
	zend_class_implements(class_entry, 1, class_entry_Stringable);

	return class_entry;
}
