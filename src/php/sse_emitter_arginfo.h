/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 51209bf3c5198c56ec4797980b1a1a63efabdf68 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_RtComm_Sse_Emitter___construct, 0, 0, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, heartbeat, IS_DOUBLE, 0, "15.0")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, maxDuration, IS_DOUBLE, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, headers, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_RtComm_Sse_Emitter_send, 0, 1, _IS_BOOL, 0)
	ZEND_ARG_OBJ_TYPE_MASK(0, event, RtComm\\Sse\\Event, MAY_BE_STRING, NULL)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_RtComm_Sse_Emitter_comment, 0, 0, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, text, IS_STRING, 0, "\'\'")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_RtComm_Sse_Emitter_wait, 0, 1, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, seconds, IS_DOUBLE, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_RtComm_Sse_Emitter_isOpen, 0, 0, _IS_BOOL, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_RtComm_Sse_Emitter_stream, 0, 1, IS_VOID, 0)
	ZEND_ARG_OBJ_TYPE_MASK(0, events, Traversable, MAY_BE_ARRAY, NULL)
ZEND_END_ARG_INFO()


ZEND_METHOD(RtComm_Sse_Emitter, __construct);
ZEND_METHOD(RtComm_Sse_Emitter, send);
ZEND_METHOD(RtComm_Sse_Emitter, comment);
ZEND_METHOD(RtComm_Sse_Emitter, wait);
ZEND_METHOD(RtComm_Sse_Emitter, isOpen);
ZEND_METHOD(RtComm_Sse_Emitter, stream);


static const zend_function_entry class_RtComm_Sse_Emitter_methods[] = {
	ZEND_ME(RtComm_Sse_Emitter, __construct, arginfo_class_RtComm_Sse_Emitter___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Sse_Emitter, send, arginfo_class_RtComm_Sse_Emitter_send, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Sse_Emitter, comment, arginfo_class_RtComm_Sse_Emitter_comment, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Sse_Emitter, wait, arginfo_class_RtComm_Sse_Emitter_wait, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Sse_Emitter, isOpen, arginfo_class_RtComm_Sse_Emitter_isOpen, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Sse_Emitter, stream, arginfo_class_RtComm_Sse_Emitter_stream, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_RtComm_Sse_Emitter(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "RtComm\\Sse", "Emitter", class_RtComm_Sse_Emitter_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zval property_lastEventId_default_value;
	ZVAL_UNDEF(&property_lastEventId_default_value);
	zend_string *property_lastEventId_name = zend_string_init("lastEventId", sizeof("lastEventId") - 1, 1);
	zend_declare_typed_property(class_entry, property_lastEventId_name, &property_lastEventId_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_lastEventId_name);

	return class_entry;
}
