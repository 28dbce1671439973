/* A connection to a server of publications, for the length of one call: PHP's streams with one
 * deadline over all that is done. Calls nothing of the script's. Warnings of the streams become
 * `reason`; php_rtcomm_publisher_quiet must be in force. */
#ifndef PHP_RTCOMM_PUBLISHER_LINK_H
#define PHP_RTCOMM_PUBLISHER_LINK_H

#include "php.h"

#include "../proto/base.h"
#include "publisher_url.h"

typedef enum php_rtcomm_link_result {
	PHP_RTCOMM_LINK_OK,
	PHP_RTCOMM_LINK_LATE,   /* the deadline is over */
	PHP_RTCOMM_LINK_BROKEN, /* `reason` says why */
} php_rtcomm_link_result;

typedef struct php_rtcomm_publisher_link {
	const php_rtcomm_publisher_url *url;
	uint64_t end_us;     /* the deadline, by rtc_now_us() */
	php_stream *stream;  /* NULL: not open */
	zend_string *reason; /* owned, on one line, or NULL */
} php_rtcomm_publisher_link;

/* What is set aside while streams work, so that their warnings reach nobody. */
typedef struct php_rtcomm_publisher_quiet {
	zend_error_handling handling;
	int reporting;
	bool html;
} php_rtcomm_publisher_quiet;

void php_rtcomm_publisher_quiet_begin(php_rtcomm_publisher_quiet *quiet);
void php_rtcomm_publisher_quiet_end(php_rtcomm_publisher_quiet *quiet);

/* Drops what was thrown, if anything: in an internal function nothing else knows of it yet. */
void php_rtcomm_publisher_forget_exception(void);

/* Opens the link over an idle connection. False: there is none. */
bool php_rtcomm_publisher_link_reuse(php_rtcomm_publisher_link *link);

/* Opens the link over a new connection. */
php_rtcomm_link_result php_rtcomm_publisher_link_connect(php_rtcomm_publisher_link *link);

/* Sends the bytes. *unsent is how many of them the system has not taken: with OK it is 0, or the
 * server has something to say instead of reading on. */
php_rtcomm_link_result php_rtcomm_publisher_link_send(
	php_rtcomm_publisher_link *link, rtc_slice bytes, size_t *unsent);

/* Reads up to `size` bytes; with OK *len is at least 1. */
php_rtcomm_link_result php_rtcomm_publisher_link_receive(
	php_rtcomm_publisher_link *link, uint8_t *data, size_t size, size_t *len);

/* Lets go of the connection: it is kept for the next call, or closed. Frees `reason`. */
void php_rtcomm_publisher_link_leave(php_rtcomm_publisher_link *link, bool keep);

#endif
