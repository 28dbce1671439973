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

#endif
