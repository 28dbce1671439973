/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 4f72538788034573bf0e19906ab6a8a4d7dbe520 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_RtComm_Ratchet_Server_IoServer___construct, 0, 0, 2)
	ZEND_ARG_OBJ_INFO(0, app, RtComm\\Ratchet\\MessageComponentInterface, 0)
	ZEND_ARG_INFO(0, socket)
	ZEND_ARG_INFO_WITH_DEFAULT_VALUE(0, loop, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_RtComm_Ratchet_Server_IoServer_factory, 0, 0, 1)
	ZEND_ARG_OBJ_INFO(0, component, RtComm\\Ratchet\\MessageComponentInterface, 0)
	ZEND_ARG_INFO_WITH_DEFAULT_VALUE(0, port, "80")
	ZEND_ARG_INFO_WITH_DEFAULT_VALUE(0, address, "\'0.0.0.0\'")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_RtComm_Ratchet_Server_IoServer_run, 0, 0, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(RtComm_Ratchet_Server_IoServer, __construct);
ZEND_METHOD(RtComm_Ratchet_Server_IoServer, factory);
ZEND_METHOD(RtComm_Ratchet_Server_IoServer, run);


static const zend_function_entry class_RtComm_Ratchet_Server_IoServer_methods[] = {
	ZEND_ME(RtComm_Ratchet_Server_IoServer, __construct, arginfo_class_RtComm_Ratchet_Server_IoServer___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Ratchet_Server_IoServer, factory, arginfo_class_RtComm_Ratchet_Server_IoServer_factory, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(RtComm_Ratchet_Server_IoServer, run, arginfo_class_RtComm_Ratchet_Server_IoServer_run, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_RtComm_Ratchet_Server_IoServer(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "RtComm\\Ratchet\\Server", "IoServer", class_RtComm_Ratchet_Server_IoServer_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_NOT_SERIALIZABLE;

	zval property_loop_default_value;
	ZVAL_NULL(&property_loop_default_value);
	zend_string *property_loop_name = zend_string_init("loop", sizeof("loop") - 1, 1);
	zend_declare_property_ex(class_entry, property_loop_name, &property_loop_default_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(property_loop_name);

	zval property_app_default_value;
	ZVAL_NULL(&property_app_default_value);
	zend_string *property_app_name = zend_string_init("app", sizeof("app") - 1, 1);
	zend_declare_property_ex(class_entry, property_app_name, &property_app_default_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(property_app_name);

	zval property_socket_default_value;
	ZVAL_NULL(&property_socket_default_value);
	zend_string *property_socket_name = zend_string_init("socket", sizeof("socket") - 1, 1);
	zend_declare_property_ex(class_entry, property_socket_name, &property_socket_default_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(property_socket_name);

	return class_entry;
}
