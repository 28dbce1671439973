/* Who may have what a route gives: a secret that clients send as "Authorization: Bearer SECRET"
 * (RFC 6750 2.1), or a callback. */
#ifndef PHP_RTCOMM_BEARER_H
#define PHP_RTCOMM_BEARER_H

#include "php.h"

#include "../engine/request.h"
#include "callback.h"

/* Takes an argument that is a secret or a callable; a string is always a secret, also where a
 * function has that name. Sets one of the two, both of which are unset. False: an exception about
 * argument `arg` was thrown. */
bool php_rtcomm_bearer_take(
	zval *argument, uint32_t arg, zval *secret, php_rtcomm_callback *callback);

/* 0: the request has the secret; 401: it has none, 403: another one. The time it takes says nothing
 * of the secret. */
int php_rtcomm_bearer_judge(const rtc_request *request, const zend_string *secret);

#endif
