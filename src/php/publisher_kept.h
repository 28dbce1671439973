/* Connections to servers of publications that outlive a request: one for each server and PHP
 * process (thread, with ZTS), in PHP's list of persistent resources, as a stream and a record of
 * its own.
 *
 * A connection is idle or taken. One that is found taken was left by a call that died on the way (a
 * fatal error): an answer may still come over it, so it is closed. So is what a forked child finds
 * of its parent's, without a byte to the server. */
#ifndef PHP_RTCOMM_PUBLISHER_KEPT_H
#define PHP_RTCOMM_PUBLISHER_KEPT_H

#include "php.h"

/* Takes the idle connection of that id, the stream's persistent id. NULL: there is none that could
 * be used, and no stream has the id. The stream is the list's: PHP code may close it, so it is
 * not to be held where PHP code runs. */
php_stream *php_rtcomm_publisher_kept_take(const zend_string *id);

/* Registers a new stream, which was opened with that persistent id, as taken. */
void php_rtcomm_publisher_kept_add(const zend_string *id);

/* It is idle again: no byte of an answer is to come. */
void php_rtcomm_publisher_kept_release(const zend_string *id);

/* Closes it, if there is one. */
void php_rtcomm_publisher_kept_close(const zend_string *id);

/* The descriptor to wait on, -1 if it has none. May move what TLS has decrypted to the stream's
 * buffer. */
int php_rtcomm_publisher_stream_fd(php_stream *stream);

#endif
