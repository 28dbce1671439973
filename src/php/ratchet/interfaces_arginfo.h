/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 7bddbd74d0c9c2736dbc1cf80f35c6b1b1b22429 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_RtComm_Ratchet_ConnectionInterface_send, 0, 0, 1)
	ZEND_ARG_INFO(0, data)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_RtComm_Ratchet_ConnectionInterface_close, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_RtComm_Ratchet_ComponentInterface_onOpen, 0, 0, 1)
	ZEND_ARG_OBJ_INFO(0, conn, RtComm\\Ratchet\\ConnectionInterface, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_RtComm_Ratchet_ComponentInterface_onClose arginfo_class_RtComm_Ratchet_ComponentInterface_onOpen

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_RtComm_Ratchet_ComponentInterface_onError, 0, 0, 2)
	ZEND_ARG_OBJ_INFO(0, conn, RtComm\\Ratchet\\ConnectionInterface, 0)
	ZEND_ARG_OBJ_INFO(0, e, Exception, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_RtComm_Ratchet_MessageInterface_onMessage, 0, 0, 2)
	ZEND_ARG_OBJ_INFO(0, from, RtComm\\Ratchet\\ConnectionInterface, 0)
	ZEND_ARG_INFO(0, msg)
ZEND_END_ARG_INFO()

#define arginfo_class_RtComm_Ratchet_RFC6455_Messaging_DataInterface_isCoalesced arginfo_class_RtComm_Ratchet_ConnectionInterface_close

#define arginfo_class_RtComm_Ratchet_RFC6455_Messaging_DataInterface_getPayloadLength arginfo_class_RtComm_Ratchet_ConnectionInterface_close

#define arginfo_class_RtComm_Ratchet_RFC6455_Messaging_DataInterface_getPayload arginfo_class_RtComm_Ratchet_ConnectionInterface_close

#define arginfo_class_RtComm_Ratchet_RFC6455_Messaging_DataInterface_getContents arginfo_class_RtComm_Ratchet_ConnectionInterface_close

#define arginfo_class_RtComm_Ratchet_RFC6455_Messaging_FrameInterface_isFinal arginfo_class_RtComm_Ratchet_ConnectionInterface_close

#define arginfo_class_RtComm_Ratchet_RFC6455_Messaging_FrameInterface_isMasked arginfo_class_RtComm_Ratchet_ConnectionInterface_close

#define arginfo_class_RtComm_Ratchet_RFC6455_Messaging_FrameInterface_getOpcode arginfo_class_RtComm_Ratchet_ConnectionInterface_close

#define arginfo_class_RtComm_Ratchet_RFC6455_Messaging_MessageInterface_getOpcode arginfo_class_RtComm_Ratchet_ConnectionInterface_close

#define arginfo_class_RtComm_Ratchet_RFC6455_Messaging_MessageInterface_isBinary arginfo_class_RtComm_Ratchet_ConnectionInterface_close

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_RtComm_Ratchet_WebSocket_MessageCallableInterface_onMessage, 0, 0, 2)
	ZEND_ARG_OBJ_INFO(0, conn, RtComm\\Ratchet\\ConnectionInterface, 0)
	ZEND_ARG_OBJ_INFO(0, msg, RtComm\\Ratchet\\RFC6455\\Messaging\\MessageInterface, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_RtComm_Ratchet_WebSocket_WsServerInterface_getSubProtocols arginfo_class_RtComm_Ratchet_ConnectionInterface_close

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_RtComm_Ratchet_Http_HttpServerInterface_onOpen, 0, 0, 1)
	ZEND_ARG_OBJ_INFO(0, conn, RtComm\\Ratchet\\ConnectionInterface, 0)
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, request, Psr\\Http\\Message\\RequestInterface, 1, "null")
ZEND_END_ARG_INFO()




static const zend_function_entry class_RtComm_Ratchet_ConnectionInterface_methods[] = {
	ZEND_ABSTRACT_ME_WITH_FLAGS(RtComm_Ratchet_ConnectionInterface, send, arginfo_class_RtComm_Ratchet_ConnectionInterface_send, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_ABSTRACT_ME_WITH_FLAGS(RtComm_Ratchet_ConnectionInterface, close, arginfo_class_RtComm_Ratchet_ConnectionInterface_close, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_FE_END
};


static const zend_function_entry class_RtComm_Ratchet_ComponentInterface_methods[] = {
	ZEND_ABSTRACT_ME_WITH_FLAGS(RtComm_Ratchet_ComponentInterface, onOpen, arginfo_class_RtComm_Ratchet_ComponentInterface_onOpen, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_ABSTRACT_ME_WITH_FLAGS(RtComm_Ratchet_ComponentInterface, onClose, arginfo_class_RtComm_Ratchet_ComponentInterface_onClose, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_ABSTRACT_ME_WITH_FLAGS(RtComm_Ratchet_ComponentInterface, onError, arginfo_class_RtComm_Ratchet_ComponentInterface_onError, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_FE_END
};


static const zend_function_entry class_RtComm_Ratchet_MessageInterface_methods[] = {
	ZEND_ABSTRACT_ME_WITH_FLAGS(RtComm_Ratchet_MessageInterface, onMessage, arginfo_class_RtComm_Ratchet_MessageInterface_onMessage, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_FE_END
};


static const zend_function_entry class_RtComm_Ratchet_MessageComponentInterface_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_RtComm_Ratchet_RFC6455_Messaging_DataInterface_methods[] = {
	ZEND_ABSTRACT_ME_WITH_FLAGS(RtComm_Ratchet_RFC6455_Messaging_DataInterface, isCoalesced, arginfo_class_RtComm_Ratchet_RFC6455_Messaging_DataInterface_isCoalesced, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_ABSTRACT_ME_WITH_FLAGS(RtComm_Ratchet_RFC6455_Messaging_DataInterface, getPayloadLength, arginfo_class_RtComm_Ratchet_RFC6455_Messaging_DataInterface_getPayloadLength, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_ABSTRACT_ME_WITH_FLAGS(RtComm_Ratchet_RFC6455_Messaging_DataInterface, getPayload, arginfo_class_RtComm_Ratchet_RFC6455_Messaging_DataInterface_getPayload, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_ABSTRACT_ME_WITH_FLAGS(RtComm_Ratchet_RFC6455_Messaging_DataInterface, getContents, arginfo_class_RtComm_Ratchet_RFC6455_Messaging_DataInterface_getContents, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_FE_END
};


static const zend_function_entry class_RtComm_Ratchet_RFC6455_Messaging_FrameInterface_methods[] = {
	ZEND_ABSTRACT_ME_WITH_FLAGS(RtComm_Ratchet_RFC6455_Messaging_FrameInterface, isFinal, arginfo_class_RtComm_Ratchet_RFC6455_Messaging_FrameInterface_isFinal, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_ABSTRACT_ME_WITH_FLAGS(RtComm_Ratchet_RFC6455_Messaging_FrameInterface, isMasked, arginfo_class_RtComm_Ratchet_RFC6455_Messaging_FrameInterface_isMasked, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_ABSTRACT_ME_WITH_FLAGS(RtComm_Ratchet_RFC6455_Messaging_FrameInterface, getOpcode, arginfo_class_RtComm_Ratchet_RFC6455_Messaging_FrameInterface_getOpcode, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_FE_END
};


static const zend_function_entry class_RtComm_Ratchet_RFC6455_Messaging_MessageInterface_methods[] = {
	ZEND_ABSTRACT_ME_WITH_FLAGS(RtComm_Ratchet_RFC6455_Messaging_MessageInterface, getOpcode, arginfo_class_RtComm_Ratchet_RFC6455_Messaging_MessageInterface_getOpcode, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_ABSTRACT_ME_WITH_FLAGS(RtComm_Ratchet_RFC6455_Messaging_MessageInterface, isBinary, arginfo_class_RtComm_Ratchet_RFC6455_Messaging_MessageInterface_isBinary, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_FE_END
};


static const zend_function_entry class_RtComm_Ratchet_WebSocket_MessageCallableInterface_methods[] = {
	ZEND_ABSTRACT_ME_WITH_FLAGS(RtComm_Ratchet_WebSocket_MessageCallableInterface, onMessage, arginfo_class_RtComm_Ratchet_WebSocket_MessageCallableInterface_onMessage, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_FE_END
};


static const zend_function_entry class_RtComm_Ratchet_WebSocket_MessageComponentInterface_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_RtComm_Ratchet_WebSocket_WsServerInterface_methods[] = {
	ZEND_ABSTRACT_ME_WITH_FLAGS(RtComm_Ratchet_WebSocket_WsServerInterface, getSubProtocols, arginfo_class_RtComm_Ratchet_WebSocket_WsServerInterface_getSubProtocols, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_FE_END
};


static const zend_function_entry class_RtComm_Ratchet_Http_RequestInterface_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_RtComm_Ratchet_Http_HttpServerInterface_methods[] = {
	ZEND_ABSTRACT_ME_WITH_FLAGS(RtComm_Ratchet_Http_HttpServerInterface, onOpen, arginfo_class_RtComm_Ratchet_Http_HttpServerInterface_onOpen, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
	ZEND_FE_END
};

static zend_class_entry *register_class_RtComm_Ratchet_ConnectionInterface(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "RtComm\\Ratchet", "ConnectionInterface", class_RtComm_Ratchet_ConnectionInterface_methods);
	class_entry = zend_register_internal_interface(&ce);

	return class_entry;
}

static zend_class_entry *register_class_RtComm_Ratchet_ComponentInterface(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "RtComm\\Ratchet", "ComponentInterface", class_RtComm_Ratchet_ComponentInterface_methods);
	class_entry = zend_register_internal_interface(&ce);

	return class_entry;
}

static zend_class_entry *register_class_RtComm_Ratchet_MessageInterface(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "RtComm\\Ratchet", "MessageInterface", class_RtComm_Ratchet_MessageInterface_methods);
	class_entry = zend_register_internal_interface(&ce);

	return class_entry;
}

static zend_class_entry *register_class_RtComm_Ratchet_MessageComponentInterface(zend_class_entry *class_entry_RtComm_Ratchet_ComponentInterface, zend_class_entry *class_entry_RtComm_Ratchet_MessageInterface)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "RtComm\\Ratchet", "MessageComponentInterface", class_RtComm_Ratchet_MessageComponentInterface_methods);
	class_entry = zend_register_internal_interface(&ce);
	zend_class_implements(class_entry, 2, class_entry_RtComm_Ratchet_ComponentInterface, class_entry_RtComm_Ratchet_MessageInterface);

	return class_entry;
}

static zend_class_entry *register_class_RtComm_Ratchet_RFC6455_Messaging_DataInterface(zend_class_entry *class_entry_Stringable)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "RtComm\\Ratchet\\RFC6455\\Messaging", "DataInterface", class_RtComm_Ratchet_RFC6455_Messaging_DataInterface_methods);
	class_entry = zend_register_internal_interface(&ce);
	zend_class_implements(class_entry, 1, class_entry_Stringable);

	return class_entry;
}

static zend_class_entry *register_class_RtComm_Ratchet_RFC6455_Messaging_FrameInterface(zend_class_entry *class_entry_RtComm_Ratchet_RFC6455_Messaging_DataInterface)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "RtComm\\Ratchet\\RFC6455\\Messaging", "FrameInterface", class_RtComm_Ratchet_RFC6455_Messaging_FrameInterface_methods);
	class_entry = zend_register_internal_interface(&ce);
	zend_class_implements(class_entry, 1, class_entry_RtComm_Ratchet_RFC6455_Messaging_DataInterface);

	return class_entry;
}

static zend_class_entry *register_class_RtComm_Ratchet_RFC6455_Messaging_MessageInterface(zend_class_entry *class_entry_RtComm_Ratchet_RFC6455_Messaging_DataInterface, zend_class_entry *class_entry_Countable)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "RtComm\\Ratchet\\RFC6455\\Messaging", "MessageInterface", class_RtComm_Ratchet_RFC6455_Messaging_MessageInterface_methods);
	class_entry = zend_register_internal_interface(&ce);
	zend_class_implements(class_entry, 2, class_entry_RtComm_Ratchet_RFC6455_Messaging_DataInterface, class_entry_Countable);

	return class_entry;
}

static zend_class_entry *register_class_RtComm_Ratchet_WebSocket_MessageCallableInterface(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "RtComm\\Ratchet\\WebSocket", "MessageCallableInterface", class_RtComm_Ratchet_WebSocket_MessageCallableInterface_methods);
	class_entry = zend_register_internal_interface(&ce);

	return class_entry;
}

static zend_class_entry *register_class_RtComm_Ratchet_WebSocket_MessageComponentInterface(zend_class_entry *class_entry_RtComm_Ratchet_ComponentInterface, zend_class_entry *class_entry_RtComm_Ratchet_WebSocket_MessageCallableInterface)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "RtComm\\Ratchet\\WebSocket", "MessageComponentInterface", class_RtComm_Ratchet_WebSocket_MessageComponentInterface_methods);
	class_entry = zend_register_internal_interface(&ce);
	zend_class_implements(class_entry, 2, class_entry_RtComm_Ratchet_ComponentInterface, class_entry_RtComm_Ratchet_WebSocket_MessageCallableInterface);

	return class_entry;
}

static zend_class_entry *register_class_RtComm_Ratchet_WebSocket_WsServerInterface(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "RtComm\\Ratchet\\WebSocket", "WsServerInterface", class_RtComm_Ratchet_WebSocket_WsServerInterface_methods);
	class_entry = zend_register_internal_interface(&ce);

	return class_entry;
}

static zend_class_entry *register_class_RtComm_Ratchet_Http_RequestInterface(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "RtComm\\Ratchet\\Http", "RequestInterface", class_RtComm_Ratchet_Http_RequestInterface_methods);
	class_entry = zend_register_internal_interface(&ce);

	return class_entry;
}

static zend_class_entry *register_class_RtComm_Ratchet_Http_HttpServerInterface(zend_class_entry *class_entry_RtComm_Ratchet_MessageComponentInterface)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "RtComm\\Ratchet\\Http", "HttpServerInterface", class_RtComm_Ratchet_Http_HttpServerInterface_methods);
	class_entry = zend_register_internal_interface(&ce);
	zend_class_implements(class_entry, 1, class_entry_RtComm_Ratchet_MessageComponentInterface);

	return class_entry;
}
