/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 5f60de08a5d861b311c351546bf1f7d03ed9e2a7 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_RtComm_Ratchet_Http_HttpServer___construct, 0, 0, 1)
	ZEND_ARG_OBJ_INFO(0, component, RtComm\\Ratchet\\Http\\HttpServerInterface, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_RtComm_Ratchet_Http_HttpServer_onOpen, 0, 0, 1)
	ZEND_ARG_OBJ_INFO(0, conn, RtComm\\Ratchet\\ConnectionInterface, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_RtComm_Ratchet_Http_HttpServer_onMessage, 0, 0, 2)
	ZEND_ARG_OBJ_INFO(0, from, RtComm\\Ratchet\\ConnectionInterface, 0)
	ZEND_ARG_INFO(0, msg)
ZEND_END_ARG_INFO()

#define arginfo_class_RtComm_Ratchet_Http_HttpServer_onClose arginfo_class_RtComm_Ratchet_Http_HttpServer_onOpen

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_RtComm_Ratchet_Http_HttpServer_onError, 0, 0, 2)
	ZEND_ARG_OBJ_INFO(0, conn, RtComm\\Ratchet\\ConnectionInterface, 0)
	ZEND_ARG_OBJ_INFO(0, e, Exception, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(RtComm_Ratchet_Http_HttpServer, __construct);
ZEND_METHOD(RtComm_Ratchet_Http_HttpServer, onOpen);
ZEND_METHOD(RtComm_Ratchet_Http_HttpServer, onMessage);
ZEND_METHOD(RtComm_Ratchet_Http_HttpServer, onClose);
ZEND_METHOD(RtComm_Ratchet_Http_HttpServer, onError);


static const zend_function_entry class_RtComm_Ratchet_Http_HttpServer_methods[] = {
	ZEND_ME(RtComm_Ratchet_Http_HttpServer, __construct, arginfo_class_RtComm_Ratchet_Http_HttpServer___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Ratchet_Http_HttpServer, onOpen, arginfo_class_RtComm_Ratchet_Http_HttpServer_onOpen, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Ratchet_Http_HttpServer, onMessage, arginfo_class_RtComm_Ratchet_Http_HttpServer_onMessage, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Ratchet_Http_HttpServer, onClose, arginfo_class_RtComm_Ratchet_Http_HttpServer_onClose, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Ratchet_Http_HttpServer, onError, arginfo_class_RtComm_Ratchet_Http_HttpServer_onError, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_RtComm_Ratchet_Http_HttpServer(zend_class_entry *class_entry_RtComm_Ratchet_MessageComponentInterface)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "RtComm\\Ratchet\\Http", "HttpServer", class_RtComm_Ratchet_Http_HttpServer_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_NOT_SERIALIZABLE;
	zend_class_implements(class_entry, 1, class_entry_RtComm_Ratchet_MessageComponentInterface);

	return class_entry;
}
