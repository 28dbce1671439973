/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: bb59be5892cd77ae73ec32cf3d83b4f3e1ee6f9c */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_RtComm_WebSocket_Deflate___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_RtComm_WebSocket_Deflate_negotiate, 0, 1, RtComm\\WebSocket\\Deflate, 1)
	ZEND_ARG_TYPE_INFO(0, offer, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, options, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_RtComm_WebSocket_Deflate_response, 0, 0, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_RtComm_WebSocket_Deflate_compress, 0, 1, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, message, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_RtComm_WebSocket_Deflate_decompress, 0, 2, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, data, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, maxSize, IS_LONG, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(RtComm_WebSocket_Deflate, __construct);
ZEND_METHOD(RtComm_WebSocket_Deflate, negotiate);
ZEND_METHOD(RtComm_WebSocket_Deflate, response);
ZEND_METHOD(RtComm_WebSocket_Deflate, compress);
ZEND_METHOD(RtComm_WebSocket_Deflate, decompress);


static const zend_function_entry class_RtComm_WebSocket_Deflate_methods[] = {
	ZEND_ME(RtComm_WebSocket_Deflate, __construct, arginfo_class_RtComm_WebSocket_Deflate___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(RtComm_WebSocket_Deflate, negotiate, arginfo_class_RtComm_WebSocket_Deflate_negotiate, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(RtComm_WebSocket_Deflate, response, arginfo_class_RtComm_WebSocket_Deflate_response, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_WebSocket_Deflate, compress, arginfo_class_RtComm_WebSocket_Deflate_compress, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_WebSocket_Deflate, decompress, arginfo_class_RtComm_WebSocket_Deflate_decompress, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_RtComm_WebSocket_Deflate(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "RtComm\\WebSocket", "Deflate", class_RtComm_WebSocket_Deflate_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	return class_entry;
}
