/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 26c53d49d9c3617bbbc44a89335f654a6bee540c */




static const zend_function_entry class_RtComm_Exception_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_RtComm_RuntimeException_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_RtComm_ListenException_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_RtComm_ClosedException_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_RtComm_ProtocolException_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_RtComm_PublishException_methods[] = {
	ZEND_FE_END
};

static zend_class_entry *register_class_RtComm_Exception(zend_class_entry *class_entry_Throwable)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "RtComm", "Exception", class_RtComm_Exception_methods);
	class_entry = zend_register_internal_interface(&ce);
	zend_class_implements(class_entry, 1, class_entry_Throwable);

	return class_entry;
}

static zend_class_entry *register_class_RtComm_RuntimeException(zend_class_entry *class_entry_RuntimeException, zend_class_entry *class_entry_RtComm_Exception)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "RtComm", "RuntimeException", class_RtComm_RuntimeException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_RuntimeException);
	zend_class_implements(class_entry, 1, class_entry_RtComm_Exception);

	return class_entry;
}

static zend_class_entry *register_class_RtComm_ListenException(zend_class_entry *class_entry_RtComm_RuntimeException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "RtComm", "ListenException", class_RtComm_ListenException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_RtComm_RuntimeException);
	class_entry->ce_flags |= ZEND_ACC_FINAL;

	return class_entry;
}

static zend_class_entry *register_class_RtComm_ClosedException(zend_class_entry *class_entry_RtComm_RuntimeException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "RtComm", "ClosedException", class_RtComm_ClosedException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_RtComm_RuntimeException);
	class_entry->ce_flags |= ZEND_ACC_FINAL;

	return class_entry;
}

static zend_class_entry *register_class_RtComm_ProtocolException(zend_class_entry *class_entry_RtComm_RuntimeException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "RtComm", "ProtocolException", class_RtComm_ProtocolException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_RtComm_RuntimeException);

	zval property_closeCode_default_value;
	ZVAL_UNDEF(&property_closeCode_default_value);
	zend_string *property_closeCode_name = zend_string_init("closeCode", sizeof("closeCode") - 1, 1);
	zend_declare_typed_property(class_entry, property_closeCode_name, &property_closeCode_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_closeCode_name);

	zval property_events_default_value;
	ZVAL_UNDEF(&property_events_default_value);
	zend_string *property_events_name = zend_string_init("events", sizeof("events") - 1, 1);
	zend_declare_typed_property(class_entry, property_events_name, &property_events_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY));
	zend_string_release(property_events_name);

	return class_entry;
}

static zend_class_entry *register_class_RtComm_PublishException(zend_class_entry *class_entry_RtComm_RuntimeException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "RtComm", "PublishException", class_RtComm_PublishException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_RtComm_RuntimeException);
	class_entry->ce_flags |= ZEND_ACC_FINAL;

	return class_entry;
}
