/* RtComm\Uri. */
#ifndef PHP_RTCOMM_URI_H
#define PHP_RTCOMM_URI_H

#include "php.h"

#include "../engine/request.h"

/* A new object for the URI of a request, on which a reference is taken. */
zend_object *php_rtcomm_uri_new(rtc_request *request);

#endif
