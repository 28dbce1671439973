#include "value.h"

#include "classes.h"

static zend_object_handlers handlers;

zend_object *php_rtcomm_value_create(zend_class_entry *ce)
{
	zend_object *object = zend_objects_new(ce);
	object_properties_init(object, ce);
	object->handlers = &handlers;
	return object;
}

void php_rtcomm_minit_value(void)
{
	memcpy(&handlers, &std_object_handlers, sizeof(handlers));
	handlers.clone_obj = NULL;
}
