/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 02e4f96f9feae78f0b7250578006f19fb16d6784 */

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_RtComm_Handler_onOpen, 0, 1, IS_VOID, 0)
	ZEND_ARG_OBJ_INFO(0, conn, RtComm\\Connection, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_RtComm_Handler_onMessage, 0, 3, IS_VOID, 0)
	ZEND_ARG_OBJ_INFO(0, conn, RtComm\\Connection, 0)
	ZEND_ARG_TYPE_INFO(0, data, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, binary, _IS_BOOL, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_RtComm_Handler_onClose, 0, 2, IS_VOID, 0)
	ZEND_ARG_OBJ_INFO(0, conn, RtComm\\Connection, 0)
	ZEND_ARG_OBJ_INFO(0, info, RtComm\\CloseInfo, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_RtComm_Handler_onError, 0, 2, IS_VOID, 0)
	ZEND_ARG_OBJ_INFO(0, conn, RtComm\\Connection, 0)
	ZEND_ARG_OBJ_INFO(0, error, Throwable, 0)
ZEND_END_ARG_INFO()




static const zend_function_entry class_RtComm_Handler_methods[] = {
	ZEND_ABSTRACT_ME_WITH_FLAGS(RtComm_Handler, onOpen, arginfo_class_RtComm_Handler_onOpen, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_ABSTRACT_ME_WITH_FLAGS(RtComm_Handler, onMessage, arginfo_class_RtComm_Handler_onMessage, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_ABSTRACT_ME_WITH_FLAGS(RtComm_Handler, onClose, arginfo_class_RtComm_Handler_onClose, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_ABSTRACT_ME_WITH_FLAGS(RtComm_Handler, onError, arginfo_class_RtComm_Handler_onError, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_FE_END
};

static zend_class_entry *register_class_RtComm_Handler(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "RtComm", "Handler", class_RtComm_Handler_methods);
	class_entry = zend_register_internal_interface(&ce);

	return class_entry;
}
