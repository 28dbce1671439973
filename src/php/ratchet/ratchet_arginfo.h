/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: a7fc8dc57d97a00a01b96f29424095d3af582d8c */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_RtComm_Ratchet___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_RtComm_Ratchet_enable, 0, 0, IS_VOID, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(RtComm_Ratchet, __construct);
ZEND_METHOD(RtComm_Ratchet, enable);


static const zend_function_entry class_RtComm_Ratchet_methods[] = {
	ZEND_ME(RtComm_Ratchet, __construct, arginfo_class_RtComm_Ratchet___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(RtComm_Ratchet, enable, arginfo_class_RtComm_Ratchet_enable, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_RtComm_Ratchet(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "RtComm", "Ratchet", class_RtComm_Ratchet_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	return class_entry;
}
