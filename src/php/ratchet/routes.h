/* RtComm\Ratchet\Routes. */
#ifndef PHP_RTCOMM_RATCHET_ROUTES_H
#define PHP_RTCOMM_RATCHET_ROUTES_H

#include "php.h"

#include "../../engine/request.h"

extern zend_class_entry *ratchet_ce_Routes;

/* Adds a route for a path, which starts with '/', on a host (empty: any); both are patterns. False
 * with a ValueError about the argument numbered path_arg, or the third behind it. */
bool php_rtcomm_routes_add(zend_object *object, zend_string *path, uint32_t path_arg,
	zend_string *host, zend_object *component);

/* The component at the first route that fits the request, borrowed; NULL if none does. The values
 * of its {placeholders}, decoded, are added to `params`. */
zend_object *php_rtcomm_routes_match(
	zend_object *object, const rtc_request *request, HashTable *params);

#endif
