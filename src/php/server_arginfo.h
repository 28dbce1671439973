/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 59a05f26c9bdc3dccaa2d28c6ac0c135d73b1a64 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_RtComm_Server___construct, 0, 0, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, listen, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, options, IS_ARRAY, 0, "[]")
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, loop, RtComm\\Loop, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_RtComm_Server_listen, 0, 1, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, address, IS_STRING, 0)
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, tls, RtComm\\Tls, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_RtComm_Server_handle, 0, 1, IS_STATIC, 0)
	ZEND_ARG_TYPE_INFO(0, path, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, handler, IS_OBJECT, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, open, IS_CALLABLE, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, message, IS_CALLABLE, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, close, IS_CALLABLE, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, error, IS_CALLABLE, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, accept, IS_CALLABLE, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, transports, IS_ARRAY, 0, "[]")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, options, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_RtComm_Server_feed, 0, 1, IS_STATIC, 0)
	ZEND_ARG_TYPE_INFO(0, path, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, authorize, IS_CALLABLE, 1, "null")
	ZEND_ARG_TYPE_MASK(0, publish, MAY_BE_STRING|MAY_BE_CALLABLE|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, transports, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_RtComm_Server_http, 0, 2, IS_STATIC, 0)
	ZEND_ARG_TYPE_INFO(0, path, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, handler, IS_CALLABLE, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, methods, IS_ARRAY, 0, "[\'GET\']")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_RtComm_Server_metrics, 0, 0, IS_STATIC, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, path, IS_STRING, 0, "\'/metrics\'")
	ZEND_ARG_TYPE_MASK(0, authorize, MAY_BE_STRING|MAY_BE_CALLABLE|MAY_BE_NULL, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_RtComm_Server_health, 0, 0, IS_STATIC, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, path, IS_STRING, 0, "\'/health\'")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_RtComm_Server_channel, 0, 1, RtComm\\Channel, 0)
	ZEND_ARG_TYPE_INFO(0, name, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_RtComm_Server_channels, 0, 1, IS_STATIC, 0)
	ZEND_ARG_TYPE_INFO(0, glob, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, history, IS_LONG, 0, "0")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, ttl, IS_DOUBLE, 0, "0")
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, overflow, RtComm\\Overflow, 0, "RtComm\\Overflow::Close")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_RtComm_Server_connections, 0, 0, Traversable, MAY_BE_ARRAY)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_RtComm_Server_stats, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_RtComm_Server_onLog, 0, 1, IS_STATIC, 0)
	ZEND_ARG_TYPE_INFO(0, log, IS_CALLABLE, 1)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_RtComm_Server_run, 0, 0, IS_VOID, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_RtComm_Server_tick, 0, 0, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, wait, IS_DOUBLE, 0, "0.0")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_RtComm_Server_stop, 0, 0, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, grace, IS_DOUBLE, 0, "5.0")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, restart, _IS_BOOL, 0, "false")
ZEND_END_ARG_INFO()


ZEND_METHOD(RtComm_Server, __construct);
ZEND_METHOD(RtComm_Server, listen);
ZEND_METHOD(RtComm_Server, handle);
ZEND_METHOD(RtComm_Server, feed);
ZEND_METHOD(RtComm_Server, http);
ZEND_METHOD(RtComm_Server, metrics);
ZEND_METHOD(RtComm_Server, health);
ZEND_METHOD(RtComm_Server, channel);
ZEND_METHOD(RtComm_Server, channels);
ZEND_METHOD(RtComm_Server, connections);
ZEND_METHOD(RtComm_Server, stats);
ZEND_METHOD(RtComm_Server, onLog);
ZEND_METHOD(RtComm_Server, run);
ZEND_METHOD(RtComm_Server, tick);
ZEND_METHOD(RtComm_Server, stop);


static const zend_function_entry class_RtComm_Server_methods[] = {
	ZEND_ME(RtComm_Server, __construct, arginfo_class_RtComm_Server___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Server, listen, arginfo_class_RtComm_Server_listen, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Server, handle, arginfo_class_RtComm_Server_handle, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Server, feed, arginfo_class_RtComm_Server_feed, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Server, http, arginfo_class_RtComm_Server_http, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Server, metrics, arginfo_class_RtComm_Server_metrics, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Server, health, arginfo_class_RtComm_Server_health, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Server, channel, arginfo_class_RtComm_Server_channel, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Server, channels, arginfo_class_RtComm_Server_channels, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Server, connections, arginfo_class_RtComm_Server_connections, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Server, stats, arginfo_class_RtComm_Server_stats, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Server, onLog, arginfo_class_RtComm_Server_onLog, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Server, run, arginfo_class_RtComm_Server_run, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Server, tick, arginfo_class_RtComm_Server_tick, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Server, stop, arginfo_class_RtComm_Server_stop, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_RtComm_Server(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "RtComm", "Server", class_RtComm_Server_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zend_string *property_loop_class_RtComm_Loop = zend_string_init("RtComm\\Loop", sizeof("RtComm\\Loop")-1, 1);
	zval property_loop_default_value;
	ZVAL_UNDEF(&property_loop_default_value);
	zend_string *property_loop_name = zend_string_init("loop", sizeof("loop") - 1, 1);
	zend_declare_typed_property(class_entry, property_loop_name, &property_loop_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_loop_class_RtComm_Loop, 0, 0));
	zend_string_release(property_loop_name);

	return class_entry;
}
