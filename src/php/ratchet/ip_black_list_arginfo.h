/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: f9e578ff9291f190fd43fefb6eb1ae4d999c0cc9 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_RtComm_Ratchet_Server_IpBlackList___construct, 0, 0, 1)
	ZEND_ARG_OBJ_INFO(0, component, RtComm\\Ratchet\\MessageComponentInterface, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_RtComm_Ratchet_Server_IpBlackList_blockAddress, 0, 0, 1)
	ZEND_ARG_INFO(0, ip)
ZEND_END_ARG_INFO()

#define arginfo_class_RtComm_Ratchet_Server_IpBlackList_unblockAddress arginfo_class_RtComm_Ratchet_Server_IpBlackList_blockAddress

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_RtComm_Ratchet_Server_IpBlackList_isBlocked, 0, 0, 1)
	ZEND_ARG_INFO(0, address)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_RtComm_Ratchet_Server_IpBlackList_getBlockedAddresses, 0, 0, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_RtComm_Ratchet_Server_IpBlackList_filterAddress arginfo_class_RtComm_Ratchet_Server_IpBlackList_isBlocked

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_RtComm_Ratchet_Server_IpBlackList_onOpen, 0, 0, 1)
	ZEND_ARG_OBJ_INFO(0, conn, RtComm\\Ratchet\\ConnectionInterface, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_RtComm_Ratchet_Server_IpBlackList_onMessage, 0, 0, 2)
	ZEND_ARG_OBJ_INFO(0, from, RtComm\\Ratchet\\ConnectionInterface, 0)
	ZEND_ARG_INFO(0, msg)
ZEND_END_ARG_INFO()

#define arginfo_class_RtComm_Ratchet_Server_IpBlackList_onClose arginfo_class_RtComm_Ratchet_Server_IpBlackList_onOpen

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_RtComm_Ratchet_Server_IpBlackList_onError, 0, 0, 2)
	ZEND_ARG_OBJ_INFO(0, conn, RtComm\\Ratchet\\ConnectionInterface, 0)
	ZEND_ARG_OBJ_INFO(0, e, Exception, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(RtComm_Ratchet_Server_IpBlackList, __construct);
ZEND_METHOD(RtComm_Ratchet_Server_IpBlackList, blockAddress);
ZEND_METHOD(RtComm_Ratchet_Server_IpBlackList, unblockAddress);
ZEND_METHOD(RtComm_Ratchet_Server_IpBlackList, isBlocked);
ZEND_METHOD(RtComm_Ratchet_Server_IpBlackList, getBlockedAddresses);
ZEND_METHOD(RtComm_Ratchet_Server_IpBlackList, filterAddress);
ZEND_METHOD(RtComm_Ratchet_Server_IpBlackList, onOpen);
ZEND_METHOD(RtComm_Ratchet_Http_HttpServer, onMessage);
ZEND_METHOD(RtComm_Ratchet_Server_IpBlackList, onClose);
ZEND_METHOD(RtComm_Ratchet_Server_IpBlackList, onError);


static const zend_function_entry class_RtComm_Ratchet_Server_IpBlackList_methods[] = {
	ZEND_ME(RtComm_Ratchet_Server_IpBlackList, __construct, arginfo_class_RtComm_Ratchet_Server_IpBlackList___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Ratchet_Server_IpBlackList, blockAddress, arginfo_class_RtComm_Ratchet_Server_IpBlackList_blockAddress, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Ratchet_Server_IpBlackList, unblockAddress, arginfo_class_RtComm_Ratchet_Server_IpBlackList_unblockAddress, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Ratchet_Server_IpBlackList, isBlocked, arginfo_class_RtComm_Ratchet_Server_IpBlackList_isBlocked, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Ratchet_Server_IpBlackList, getBlockedAddresses, arginfo_class_RtComm_Ratchet_Server_IpBlackList_getBlockedAddresses, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Ratchet_Server_IpBlackList, filterAddress, arginfo_class_RtComm_Ratchet_Server_IpBlackList_filterAddress, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Ratchet_Server_IpBlackList, onOpen, arginfo_class_RtComm_Ratchet_Server_IpBlackList_onOpen, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(RtComm_Ratchet_Http_HttpServer, onMessage, onMessage, arginfo_class_RtComm_Ratchet_Server_IpBlackList_onMessage, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Ratchet_Server_IpBlackList, onClose, arginfo_class_RtComm_Ratchet_Server_IpBlackList_onClose, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Ratchet_Server_IpBlackList, onError, arginfo_class_RtComm_Ratchet_Server_IpBlackList_onError, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_RtComm_Ratchet_Server_IpBlackList(zend_class_entry *class_entry_RtComm_Ratchet_MessageComponentInterface)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "RtComm\\Ratchet\\Server", "IpBlackList", class_RtComm_Ratchet_Server_IpBlackList_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_NOT_SERIALIZABLE;
	zend_class_implements(class_entry, 1, class_entry_RtComm_Ratchet_MessageComponentInterface);

	zval property__blacklist_default_value;
	ZVAL_EMPTY_ARRAY(&property__blacklist_default_value);
	zend_string *property__blacklist_name = zend_string_init("_blacklist", sizeof("_blacklist") - 1, 1);
	zend_declare_property_ex(class_entry, property__blacklist_name, &property__blacklist_default_value, ZEND_ACC_PROTECTED, NULL);
	zend_string_release(property__blacklist_name);

	return class_entry;
}
