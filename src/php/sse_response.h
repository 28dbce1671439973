/* The response of the request that runs, made an event stream; for every SAPI. */
#ifndef PHP_RTCOMM_SSE_RESPONSE_H
#define PHP_RTCOMM_SSE_RESPONSE_H

#include "php.h"

#include "../proto/base.h"

/* Takes over the response: writes the session, drops output buffers with what they hold, turns
 * compression and the time limit off, and sends the headers, with those of `headers` (argument
 * number `arg`; may be NULL). False with an exception: headers were sent already, a header may not
 * be sent, or user code that ran meanwhile has thrown. */
bool php_rtcomm_sse_response_begin(HashTable *headers, uint32_t arg);

/* Sends the bytes now, past every output buffer. False: the client is gone, or never wanted a body
 * (HEAD). It does not end the script, whatever ignore_user_abort says. */
bool php_rtcomm_sse_response_write(rtc_slice bytes);

/* True if nobody reads any more, as far as the last write has shown. */
bool php_rtcomm_sse_response_is_gone(void);

/* The request's Last-Event-ID, the caller's reference; NULL if there is none. */
zend_string *php_rtcomm_sse_last_event_id(void);

#endif
