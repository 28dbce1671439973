/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 427b2068fb34b4836fe665f66195f408d337ebff */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_RtComm_Request___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_RtComm_Request_query, 0, 0, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, name, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

#define arginfo_class_RtComm_Request_cookie arginfo_class_RtComm_Request_query

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_RtComm_Request_header, 0, 1, IS_STRING, 1)
	ZEND_ARG_TYPE_INFO(0, name, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_RtComm_Request_headers, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_RtComm_Request_clientCertificate, 0, 0, IS_STRING, 1)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_RtComm_Request_getMethod, 0, 0, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_RtComm_Request_getUri, 0, 0, RtComm\\\125ri, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_RtComm_Request_getHeader, 0, 1, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, name, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_RtComm_Request_getHeaderLine, 0, 1, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, name, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_RtComm_Request_hasHeader, 0, 1, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, name, IS_STRING, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_RtComm_Request_getHeaders arginfo_class_RtComm_Request_headers

#define arginfo_class_RtComm_Request_getRequestTarget arginfo_class_RtComm_Request_getMethod

#define arginfo_class_RtComm_Request_getProtocolVersion arginfo_class_RtComm_Request_getMethod

#define arginfo_class_RtComm_Request_getBody arginfo_class_RtComm_Request_getMethod


ZEND_METHOD(RtComm_Request, __construct);
ZEND_METHOD(RtComm_Request, query);
ZEND_METHOD(RtComm_Request, cookie);
ZEND_METHOD(RtComm_Request, header);
ZEND_METHOD(RtComm_Request, headers);
ZEND_METHOD(RtComm_Request, clientCertificate);
ZEND_METHOD(RtComm_Request, getMethod);
ZEND_METHOD(RtComm_Request, getUri);
ZEND_METHOD(RtComm_Request, getHeader);
ZEND_METHOD(RtComm_Request, getHeaderLine);
ZEND_METHOD(RtComm_Request, hasHeader);
ZEND_METHOD(RtComm_Request, getHeaders);
ZEND_METHOD(RtComm_Request, getRequestTarget);
ZEND_METHOD(RtComm_Request, getProtocolVersion);
ZEND_METHOD(RtComm_Request, getBody);


static const zend_function_entry class_RtComm_Request_methods[] = {
	ZEND_ME(RtComm_Request, __construct, arginfo_class_RtComm_Request___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(RtComm_Request, query, arginfo_class_RtComm_Request_query, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Request, cookie, arginfo_class_RtComm_Request_cookie, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Request, header, arginfo_class_RtComm_Request_header, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Request, headers, arginfo_class_RtComm_Request_headers, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Request, clientCertificate, arginfo_class_RtComm_Request_clientCertificate, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Request, getMethod, arginfo_class_RtComm_Request_getMethod, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Request, getUri, arginfo_class_RtComm_Request_getUri, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Request, getHeader, arginfo_class_RtComm_Request_getHeader, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Request, getHeaderLine, arginfo_class_RtComm_Request_getHeaderLine, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Request, hasHeader, arginfo_class_RtComm_Request_hasHeader, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Request, getHeaders, arginfo_class_RtComm_Request_getHeaders, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Request, getRequestTarget, arginfo_class_RtComm_Request_getRequestTarget, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Request, getProtocolVersion, arginfo_class_RtComm_Request_getProtocolVersion, ZEND_ACC_PUBLIC)
	ZEND_ME(RtComm_Request, getBody, arginfo_class_RtComm_Request_getBody, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_RtComm_Request(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "RtComm", "Request", class_RtComm_Request_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zval property_method_default_value;
	ZVAL_UNDEF(&property_method_default_value);
	zend_string *property_method_name = zend_string_init("method", sizeof("method") - 1, 1);
	zend_declare_typed_property(class_entry, property_method_name, &property_method_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_method_name);

	zval property_target_default_value;
	ZVAL_UNDEF(&property_target_default_value);
	zend_string *property_target_name = zend_string_init("target", sizeof("target") - 1, 1);
	zend_declare_typed_property(class_entry, property_target_name, &property_target_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_target_name);

	zval property_path_default_value;
	ZVAL_UNDEF(&property_path_default_value);
	zend_string *property_path_name = zend_string_init("path", sizeof("path") - 1, 1);
	zend_declare_typed_property(class_entry, property_path_name, &property_path_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_path_name);

	zval property_protocolVersion_default_value;
	ZVAL_UNDEF(&property_protocolVersion_default_value);
	zend_string *property_protocolVersion_name = zend_string_init("protocolVersion", sizeof("protocolVersion") - 1, 1);
	zend_declare_typed_property(class_entry, property_protocolVersion_name, &property_protocolVersion_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_protocolVersion_name);

	zval property_body_default_value;
	ZVAL_UNDEF(&property_body_default_value);
	zend_string *property_body_name = zend_string_init("body", sizeof("body") - 1, 1);
	zend_declare_typed_property(class_entry, property_body_name, &property_body_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_body_name);

	zval property_params_default_value;
	ZVAL_UNDEF(&property_params_default_value);
	zend_string *property_params_name = zend_string_init("params", sizeof("params") - 1, 1);
	zend_declare_typed_property(class_entry, property_params_name, &property_params_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY));
	zend_string_release(property_params_name);

	return class_entry;
}
