/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: a1b35baf773ff2f462459626a6bc70ffe7984fe1 */

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_RtComm_Loop_get, 0, 0, RtComm\\Loop, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_RtComm_Loop_addReadStream, 0, 0, 2)
	ZEND_ARG_INFO(0, stream)
	ZEND_ARG_INFO(0, listener)
ZEND_END_ARG_INFO()

#define arginfo_class_RtComm_Loop_addWriteStream arginfo_class_RtComm_Loop_addReadStream

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_RtComm_Loop_removeReadStream, 0, 0, 1)
	ZEND_ARG_INFO(0, stream)
ZEND_END_ARG_INFO()

#define arginfo_class_RtComm_Loop_removeWriteStream arginfo_class_RtComm_Loop_removeReadStream

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_RtComm_Loop_addTimer, 0, 0, 2)
	ZEND_ARG_INFO(0, interval)
	ZEND_ARG_INFO(0, callback)
ZEND_END_ARG_INFO()

#define arginfo_class_RtComm_Loop_addPeriodicTimer arginfo_class_RtComm_Loop_addTimer

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_RtComm_Loop_cancelTimer, 0, 0, 1)
	ZEND_ARG_INFO(0, timer)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_RtComm_Loop_futureTick, 0, 0, 1)
	ZEND_ARG_INFO(0, listener)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_RtComm_Loop_addSignal, 0, 0, 2)
	ZEND_ARG_INFO(0, signal)
	ZEND_ARG_INFO(0, listener)
ZEND_END_ARG_INFO()

#define arginfo_class_RtComm_Loop_removeSignal arginfo_class_RtComm_Loop_addSignal

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_RtComm_Loop_run, 0, 0, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_RtComm_Loop_stop arginfo_class_RtComm_Loop_run


ZEND_METHOD(RtComm_Loop, get);
ZEND_METHOD(RtComm_Loop, addReadStream);
ZEND_METHOD(RtComm_Loop, addWriteStream);
ZEND_METHOD(RtComm_Loop, removeReadStream);
ZEND_METHOD(RtComm_Loop, removeWriteStream);
ZEND_METHOD(RtComm_Loop, addTimer);
ZEND_METHOD(RtComm_Loop, addPeriodicTimer);
ZEND_METHOD(RtComm_Loop, cancelTimer);
ZEND_METHOD(RtComm_Loop, futureTick);
ZEND_METHOD(RtComm_Loop, addSignal);
ZEND_METHOD(RtComm_Loop, removeSignal);
ZEND_METHOD(RtComm_Loop, run);
ZEND_METHOD(RtComm_Loop, stop);


static const zend_function_entry class_RtComm_Loop_methods[] = {
	ZEND_ME(RtComm_Loop, get, arginfo_class_RtComm_Loop_get, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(RtComm_Loop, addReadStream, arginfo_class_RtComm_Loop_addReadStream, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Loop, addWriteStream, arginfo_class_RtComm_Loop_addWriteStream, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Loop, removeReadStream, arginfo_class_RtComm_Loop_removeReadStream, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Loop, removeWriteStream, arginfo_class_RtComm_Loop_removeWriteStream, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Loop, addTimer, arginfo_class_RtComm_Loop_addTimer, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Loop, addPeriodicTimer, arginfo_class_RtComm_Loop_addPeriodicTimer, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Loop, cancelTimer, arginfo_class_RtComm_Loop_cancelTimer, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Loop, futureTick, arginfo_class_RtComm_Loop_futureTick, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Loop, addSignal, arginfo_class_RtComm_Loop_addSignal, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Loop, removeSignal, arginfo_class_RtComm_Loop_removeSignal, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Loop, run, arginfo_class_RtComm_Loop_run, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Loop, stop, arginfo_class_RtComm_Loop_stop, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_RtComm_Loop(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "RtComm", "Loop", class_RtComm_Loop_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_NOT_SERIALIZABLE;

	zend_string *property_default_class_RtComm_Loop = zend_string_init("RtComm\\Loop", sizeof("RtComm\\Loop")-1, 1);
	zval property_default_default_value;
	ZVAL_NULL(&property_default_default_value);
	zend_string *property_default_name = zend_string_init("default", sizeof("default") - 1, 1);
	zend_declare_typed_property(class_entry, property_default_name, &property_default_default_value, ZEND_ACC_PRIVATE|ZEND_ACC_STATIC, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_default_class_RtComm_Loop, 0, MAY_BE_NULL));
	zend_string_release(property_default_name);

	return class_entry;
}
