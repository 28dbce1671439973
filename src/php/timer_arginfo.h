/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 612b34527d1b5c97e31bd8c716ed1ec343e5f0ae */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_RtComm_Timer___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_RtComm_Timer_getInterval, 0, 0, IS_DOUBLE, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_RtComm_Timer_getCallback, 0, 0, IS_CALLABLE, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_RtComm_Timer_isPeriodic, 0, 0, _IS_BOOL, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(RtComm_Timer, __construct);
ZEND_METHOD(RtComm_Timer, getInterval);
ZEND_METHOD(RtComm_Timer, getCallback);
ZEND_METHOD(RtComm_Timer, isPeriodic);


static const zend_function_entry class_RtComm_Timer_methods[] = {
	ZEND_ME(RtComm_Timer, __construct, arginfo_class_RtComm_Timer___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(RtComm_Timer, getInterval, arginfo_class_RtComm_Timer_getInterval, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Timer, getCallback, arginfo_class_RtComm_Timer_getCallback, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Timer, isPeriodic, arginfo_class_RtComm_Timer_isPeriodic, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_RtComm_Timer(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "RtComm", "Timer", class_RtComm_Timer_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	return class_entry;
}
