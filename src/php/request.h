/* RtComm\Request. */
#ifndef PHP_RTCOMM_REQUEST_H
#define PHP_RTCOMM_REQUEST_H

#include "php.h"

#include "../engine/request.h"
#include "../engine/route.h"

extern zend_class_entry *rtcomm_ce_Request;

/* A new object for a request, on which a reference is taken. `route` is where it goes, or NULL; it
 * is not kept. What the script reads of the request is made when it is read. */
zend_object *php_rtcomm_request_new(rtc_request *request, const rtc_route *route);

/* The request of an object of that class, borrowed. */
rtc_request *php_rtcomm_request_of(zend_object *object);

#endif
