/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: e10276880537ca56d1988829d26332498d4732ea */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_RtComm_Ratchet_Routes___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_TENTATIVE_RETURN_TYPE_INFO_EX(arginfo_class_RtComm_Ratchet_Routes_count, 0, 0, IS_LONG, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(RtComm_Ratchet_Routes, __construct);
ZEND_METHOD(RtComm_Ratchet_Routes, count);


static const zend_function_entry class_RtComm_Ratchet_Routes_methods[] = {
	ZEND_ME(RtComm_Ratchet_Routes, __construct, arginfo_class_RtComm_Ratchet_Routes___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(RtComm_Ratchet_Routes, count, arginfo_class_RtComm_Ratchet_Routes_count, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_RtComm_Ratchet_Routes(zend_class_entry *class_entry_Countable)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "RtComm\\Ratchet", "Routes", class_RtComm_Ratchet_Routes_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;
	zend_class_implements(class_entry, 1, class_entry_Countable);

	return class_entry;
}
