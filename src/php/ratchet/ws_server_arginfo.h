/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 26019348d69357e97a23aa105473e0ab1752489c */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_RtComm_Ratchet_WebSocket_WsServer___construct, 0, 0, 1)
	ZEND_ARG_OBJ_INFO(0, component, RtComm\\Ratchet\\ComponentInterface, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_RtComm_Ratchet_WebSocket_WsServer_onOpen, 0, 0, 1)
	ZEND_ARG_OBJ_INFO(0, conn, RtComm\\Ratchet\\ConnectionInterface, 0)
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, request, Psr\\Http\\Message\\RequestInterface, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_RtComm_Ratchet_WebSocket_WsServer_onMessage, 0, 0, 2)
	ZEND_ARG_OBJ_INFO(0, from, RtComm\\Ratchet\\ConnectionInterface, 0)
	ZEND_ARG_INFO(0, msg)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_RtComm_Ratchet_WebSocket_WsServer_onClose, 0, 0, 1)
	ZEND_ARG_OBJ_INFO(0, conn, RtComm\\Ratchet\\ConnectionInterface, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_RtComm_Ratchet_WebSocket_WsServer_onError, 0, 0, 2)
	ZEND_ARG_OBJ_INFO(0, conn, RtComm\\Ratchet\\ConnectionInterface, 0)
	ZEND_ARG_OBJ_INFO(0, e, Exception, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_RtComm_Ratchet_WebSocket_WsServer_setStrictSubProtocolCheck, 0, 0, 1)
	ZEND_ARG_INFO(0, enable)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_RtComm_Ratchet_WebSocket_WsServer_enableKeepAlive, 0, 0, 1)
	ZEND_ARG_INFO(0, loop)
	ZEND_ARG_INFO_WITH_DEFAULT_VALUE(0, interval, "30")
ZEND_END_ARG_INFO()


ZEND_METHOD(RtComm_Ratchet_WebSocket_WsServer, __construct);
ZEND_METHOD(RtComm_Ratchet_WebSocket_WsServer, onOpen);
ZEND_METHOD(RtComm_Ratchet_WebSocket_WsServer, onMessage);
ZEND_METHOD(RtComm_Ratchet_WebSocket_WsServer, onClose);
ZEND_METHOD(RtComm_Ratchet_WebSocket_WsServer, onError);
ZEND_METHOD(RtComm_Ratchet_WebSocket_WsServer, setStrictSubProtocolCheck);
ZEND_METHOD(RtComm_Ratchet_WebSocket_WsServer, enableKeepAlive);


static const zend_function_entry class_RtComm_Ratchet_WebSocket_WsServer_methods[] = {
	ZEND_ME(RtComm_Ratchet_WebSocket_WsServer, __construct, arginfo_class_RtComm_Ratchet_WebSocket_WsServer___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Ratchet_WebSocket_WsServer, onOpen, arginfo_class_RtComm_Ratchet_WebSocket_WsServer_onOpen, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Ratchet_WebSocket_WsServer, onMessage, arginfo_class_RtComm_Ratchet_WebSocket_WsServer_onMessage, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Ratchet_WebSocket_WsServer, onClose, arginfo_class_RtComm_Ratchet_WebSocket_WsServer_onClose, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Ratchet_WebSocket_WsServer, onError, arginfo_class_RtComm_Ratchet_WebSocket_WsServer_onError, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Ratchet_WebSocket_WsServer, setStrictSubProtocolCheck, arginfo_class_RtComm_Ratchet_WebSocket_WsServer_setStrictSubProtocolCheck, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Ratchet_WebSocket_WsServer, enableKeepAlive, arginfo_class_RtComm_Ratchet_WebSocket_WsServer_enableKeepAlive, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_RtComm_Ratchet_WebSocket_WsServer(zend_class_entry *class_entry_RtComm_Ratchet_Http_HttpServerInterface)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "RtComm\\Ratchet\\WebSocket", "WsServer", class_RtComm_Ratchet_WebSocket_WsServer_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_NOT_SERIALIZABLE;
	zend_class_implements(class_entry, 1, class_entry_RtComm_Ratchet_Http_HttpServerInterface);

	return class_entry;
}
