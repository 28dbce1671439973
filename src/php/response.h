/* RtComm\Response. */
#ifndef PHP_RTCOMM_RESPONSE_H
#define PHP_RTCOMM_RESPONSE_H

#include "php.h"

#include "../engine/conn.h"

extern zend_class_entry *rtcomm_ce_Response;

static inline bool php_rtcomm_is_response(const zval *value)
{
	return Z_TYPE_P(value) == IS_OBJECT && Z_OBJCE_P(value) == rtcomm_ce_Response;
}

/* Answers the connection's current request with what a handler has returned: a Response, a string
 * (200, text/plain) or an array (200, as JSON). False: an exception says why that is no answer, and
 * nothing was sent. Runs user code (JsonSerializable) and may bail out: to be called in a guard. */
bool php_rtcomm_response_send(rtc_conn *conn, zval *value);

#endif
