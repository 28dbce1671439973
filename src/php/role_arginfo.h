/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 53e8fc49f7f812b006cd26ebc055a47b669d8f5e */




static const zend_function_entry class_RtComm_WebSocket_Role_methods[] = {
	ZEND_FE_END
};

static zend_class_entry *register_class_RtComm_WebSocket_Role(void)
{
	zend_class_entry *class_entry = zend_register_internal_enum("RtComm\\WebSocket\\Role", IS_UNDEF, class_RtComm_WebSocket_Role_methods);

	zend_enum_add_case_cstr(class_entry, "Server", NULL);

	zend_enum_add_case_cstr(class_entry, "Client", NULL);

	return class_entry;
}
