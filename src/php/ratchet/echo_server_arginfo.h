/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: a7038159075da9f5834d9eacfab0c1a1e2200862 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_RtComm_Ratchet_Server_EchoServer_onOpen, 0, 0, 1)
	ZEND_ARG_OBJ_INFO(0, conn, RtComm\\Ratchet\\ConnectionInterface, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_RtComm_Ratchet_Server_EchoServer_onMessage, 0, 0, 2)
	ZEND_ARG_OBJ_INFO(0, from, RtComm\\Ratchet\\ConnectionInterface, 0)
	ZEND_ARG_INFO(0, msg)
ZEND_END_ARG_INFO()

#define arginfo_class_RtComm_Ratchet_Server_EchoServer_onClose arginfo_class_RtComm_Ratchet_Server_EchoServer_onOpen

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_RtComm_Ratchet_Server_EchoServer_onError, 0, 0, 2)
	ZEND_ARG_OBJ_INFO(0, conn, RtComm\\Ratchet\\ConnectionInterface, 0)
	ZEND_ARG_OBJ_INFO(0, e, Exception, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(RtComm_Ratchet_Server_EchoServer, onOpen);
ZEND_METHOD(RtComm_Ratchet_Server_EchoServer, onMessage);
ZEND_METHOD(RtComm_Ratchet_Server_EchoServer, onClose);
ZEND_METHOD(RtComm_Ratchet_Server_EchoServer, onError);


static const zend_function_entry class_RtComm_Ratchet_Server_EchoServer_methods[] = {
	ZEND_ME(RtComm_Ratchet_Server_EchoServer, onOpen, arginfo_class_RtComm_Ratchet_Server_EchoServer_onOpen, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Ratchet_Server_EchoServer, onMessage, arginfo_class_RtComm_Ratchet_Server_EchoServer_onMessage, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Ratchet_Server_EchoServer, onClose, arginfo_class_RtComm_Ratchet_Server_EchoServer_onClose, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Ratchet_Server_EchoServer, onError, arginfo_class_RtComm_Ratchet_Server_EchoServer_onError, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_RtComm_Ratchet_Server_EchoServer(zend_class_entry *class_entry_RtComm_Ratchet_MessageComponentInterface)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "RtComm\\Ratchet\\Server", "EchoServer", class_RtComm_Ratchet_Server_EchoServer_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_NOT_SERIALIZABLE;
	zend_class_implements(class_entry, 1, class_entry_RtComm_Ratchet_MessageComponentInterface);

	return class_entry;
}
