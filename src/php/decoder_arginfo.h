/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 3bd817996ce9b7e295794eb785b63264d543808a */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_RtComm_WebSocket_Decoder___construct, 0, 0, 0)
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, from, RtComm\\WebSocket\\Role, 0, "RtComm\\WebSocket\\Role::Client")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, maxFrameSize, IS_LONG, 0, "1048576")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, maxMessageSize, IS_LONG, 0, "1048576")
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, deflate, RtComm\\WebSocket\\Deflate, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_RtComm_WebSocket_Decoder_push, 0, 1, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, bytes, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_RtComm_WebSocket_Decoder_pendingBytes, 0, 0, IS_LONG, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(RtComm_WebSocket_Decoder, __construct);
ZEND_METHOD(RtComm_WebSocket_Decoder, push);
ZEND_METHOD(RtComm_WebSocket_Decoder, pendingBytes);


static const zend_function_entry class_RtComm_WebSocket_Decoder_methods[] = {
	ZEND_ME(RtComm_WebSocket_Decoder, __construct, arginfo_class_RtComm_WebSocket_Decoder___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_WebSocket_Decoder, push, arginfo_class_RtComm_WebSocket_Decoder_push, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_WebSocket_Decoder, pendingBytes, arginfo_class_RtComm_WebSocket_Decoder_pendingBytes, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_RtComm_WebSocket_Decoder(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "RtComm\\WebSocket", "Decoder", class_RtComm_WebSocket_Decoder_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	return class_entry;
}
