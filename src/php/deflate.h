/* RtComm\WebSocket\Deflate. */
#ifndef PHP_RTCOMM_DEFLATE_H
#define PHP_RTCOMM_DEFLATE_H

#include "php.h"

#include "../proto/buf.h"
#include "deflate_options.h"

extern zend_class_entry *rtcomm_ce_Deflate;

/* What is agreed on; NULL if nothing is. */
zend_object *php_rtcomm_deflate_negotiate(rtc_slice offers, const rtc_deflate_options *options);

/* Value of the answer's Sec-WebSocket-Extensions. */
const rtc_buf *php_rtcomm_deflate_response(zend_object *object);

/* Appends what a message of the client was; 0, or what to close with. */
int php_rtcomm_deflate_inflate(
	zend_object *object, rtc_slice data, size_t max_bytes, rtc_buf *out) RTC_NODISCARD;

/* What is wrong where inflating gave that code: a static sentence. */
const char *php_rtcomm_deflate_fault(int close_code);

#endif
