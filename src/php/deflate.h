/* RtComm\WebSocket\Deflate. */
#ifndef PHP_RTCOMM_DEFLATE_H
#define PHP_RTCOMM_DEFLATE_H

#include "php.h"

#include "../proto/buf.h"
#include "../proto/ws_ext.h"

extern zend_class_entry *rtcomm_ce_Deflate;

/* How to compress, as the options say. */
typedef struct php_rtcomm_deflate_options {
	rtc_deflate_params wanted;
	int level;
} php_rtcomm_deflate_options;

void php_rtcomm_deflate_options_init(php_rtcomm_deflate_options *options);

/* Reads them. False: an exception about argument `arg` was thrown. */
bool php_rtcomm_deflate_options_parse(
	HashTable *array, php_rtcomm_deflate_options *options, uint32_t arg);

/* What is agreed on; NULL if nothing is. */
zend_object *php_rtcomm_deflate_negotiate(
	rtc_slice offers, const php_rtcomm_deflate_options *options);

/* Value of the answer's Sec-WebSocket-Extensions. */
const rtc_buf *php_rtcomm_deflate_response(zend_object *object);

/* Appends what a message of the client was; 0, or what to close with. */
int php_rtcomm_deflate_inflate(
	zend_object *object, rtc_slice data, size_t max_bytes, rtc_buf *out) RTC_NODISCARD;

/* What is wrong where inflating gave that code: a static sentence. */
const char *php_rtcomm_deflate_fault(int close_code);

#endif
