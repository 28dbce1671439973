/* What stands in front of a component, and forwards to it. */
#ifndef PHP_RTCOMM_RATCHET_DECORATOR_H
#define PHP_RTCOMM_RATCHET_DECORATOR_H

#include "../callback.h"

/* The methods of the component inside; all unset until the constructor has run. */
typedef struct php_rtcomm_decorator {
	php_rtcomm_callback open;
	php_rtcomm_callback message;
	php_rtcomm_callback close;
	php_rtcomm_callback error;
	zend_object std;
} php_rtcomm_decorator;

static inline php_rtcomm_decorator *php_rtcomm_decorator_from_obj(zend_object *object)
{
	return (php_rtcomm_decorator *)((char *)object - XtOffsetOf(php_rtcomm_decorator, std));
}

/* A new object of a class that starts with `size` bytes in front of its zend_object, the last of
 * which are a php_rtcomm_decorator's; all zero. */
zend_object *php_rtcomm_decorator_create(
	zend_class_entry *ce, size_t size, const zend_object_handlers *handlers);

/* Handlers of such a class. */
void php_rtcomm_decorator_handlers(zend_object_handlers *handlers, size_t offset);

/* Sets what is inside, a component that has onMessage() too. */
void php_rtcomm_decorator_set(php_rtcomm_decorator *decorator, zend_object *component);

/* What is inside; NULL until the constructor has run. */
zend_object *php_rtcomm_decorator_component(const php_rtcomm_decorator *decorator);

void php_rtcomm_decorator_deinit(php_rtcomm_decorator *decorator);
void php_rtcomm_decorator_gc(php_rtcomm_decorator *decorator, zend_get_gc_buffer *buffer);

/* For the methods: calls what is inside, and returns what that returned. Throws if the constructor
 * never ran. */
void php_rtcomm_decorator_forward(
	const php_rtcomm_callback *callback, uint32_t argc, zval *argv, zval *return_value);

#endif
