#include "ratchet.h"

php_rtcomm_route *php_rtcomm_ratchet_route(zend_object *component)
{
	(void)component;
	return NULL;
}
