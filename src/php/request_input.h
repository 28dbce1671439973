/* A request's query and cookies as arrays, with the names and the nesting that PHP gives $_GET and
 * $_COOKIE. What goes past max_input_vars or max_input_nesting_level is left out: a peer never
 * raises a warning. */
#ifndef PHP_RTCOMM_REQUEST_INPUT_H
#define PHP_RTCOMM_REQUEST_INPUT_H

#include "php.h"

#include "../engine/request.h"

/* Each initialises *array. */
void php_rtcomm_request_parse_query(const rtc_request *request, zval *array);
void php_rtcomm_request_parse_cookies(const rtc_request *request, zval *array);

#endif
