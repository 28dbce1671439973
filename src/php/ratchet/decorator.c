#include "decorator.h"

void php_rtcomm_decorator_deinit(php_rtcomm_decorator *decorator)
{
	php_rtcomm_callback_deinit(&decorator->open);
	php_rtcomm_callback_deinit(&decorator->message);
	php_rtcomm_callback_deinit(&decorator->close);
	php_rtcomm_callback_deinit(&decorator->error);
}

void php_rtcomm_decorator_set(php_rtcomm_decorator *decorator, zend_object *component)
{
	GC_ADDREF(component); /* the old component may hold the new one */
	php_rtcomm_decorator_deinit(decorator);
	php_rtcomm_callback_init_method(&decorator->open, component, ZEND_STRL("onOpen"));
	php_rtcomm_callback_init_method(&decorator->message, component, ZEND_STRL("onMessage"));
	php_rtcomm_callback_init_method(&decorator->close, component, ZEND_STRL("onClose"));
	php_rtcomm_callback_init_method(&decorator->error, component, ZEND_STRL("onError"));
	OBJ_RELEASE(component);
}

zend_object *php_rtcomm_decorator_component(const php_rtcomm_decorator *decorator)
{
	return php_rtcomm_callback_is_set(&decorator->open) ? Z_OBJ(decorator->open.callable) : NULL;
}

void php_rtcomm_decorator_forward(
	const php_rtcomm_callback *callback, uint32_t argc, zval *argv, zval *return_value)
{
	if (!php_rtcomm_callback_is_set(callback)) {
		zend_throw_error(NULL, "The component was never constructed");
		return;
	}
	php_rtcomm_invoke(callback, argc, argv, return_value);
	if (Z_TYPE_P(return_value) == IS_UNDEF) {
		ZVAL_NULL(return_value);
	}
}

/* ---- objects
 * -------------------------------------------------------------------------------------- */

void php_rtcomm_decorator_gc(php_rtcomm_decorator *decorator, zend_get_gc_buffer *buffer)
{
	php_rtcomm_callback_gc(&decorator->open, buffer);
	php_rtcomm_callback_gc(&decorator->message, buffer);
	php_rtcomm_callback_gc(&decorator->close, buffer);
	php_rtcomm_callback_gc(&decorator->error, buffer);
}

static void decorator_free(zend_object *object)
{
	php_rtcomm_decorator_deinit(php_rtcomm_decorator_from_obj(object));
	zend_object_std_dtor(object);
}

static HashTable *decorator_get_gc(zend_object *object, zval **table, int *count)
{
	zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();
	int i;

	php_rtcomm_decorator_gc(php_rtcomm_decorator_from_obj(object), buffer);
	for (i = 0; object->properties == NULL && i < object->ce->default_properties_count; i++) {
		zend_get_gc_buffer_add_zval(buffer, OBJ_PROP_NUM(object, i));
	}
	zend_get_gc_buffer_use(buffer, table, count);
	return object->properties;
}

zend_object *php_rtcomm_decorator_create(
	zend_class_entry *ce, size_t size, const zend_object_handlers *handlers)
{
	char *memory = zend_object_alloc(size, ce);
	zend_object *object = (zend_object *)(memory + handlers->offset);

	memset(memory, 0, (size_t)handlers->offset);
	zend_object_std_init(object, ce);
	object_properties_init(object, ce);
	object->handlers = handlers;
	return object;
}

void php_rtcomm_decorator_handlers(zend_object_handlers *handlers, size_t offset)
{
	memcpy(handlers, &std_object_handlers, sizeof(*handlers));
	handlers->offset = (int)offset;
	handlers->free_obj = decorator_free;
	handlers->get_gc = decorator_get_gc;
	handlers->clone_obj = NULL;
}
