/* Streams that a loop watches for the script.
 *
 * Each watch holds its stream's resource and a duplicate of its descriptor. A script may close a
 * stream that is watched: the duplicate keeps the number from being used again, for a client
 * perhaps, before the watch is dropped, which happens before the loop waits the next time. */
#ifndef PHP_RTCOMM_LOOP_STREAM_H
#define PHP_RTCOMM_LOOP_STREAM_H

#include "loop.h"

typedef enum php_rtcomm_direction { PHP_RTCOMM_READ, PHP_RTCOMM_WRITE } php_rtcomm_direction;

/* Watches a stream, the method's first argument, unless that is done already. On failure an
 * exception is set. */
void php_rtcomm_stream_watch(php_rtcomm_loop *loop, zval *stream, php_rtcomm_direction direction,
	const zend_fcall_info *fci, const zend_fcall_info_cache *fcc);

/* Stops watching it; no fault if it was not watched. */
void php_rtcomm_stream_unwatch(php_rtcomm_loop *loop, zval *stream, php_rtcomm_direction direction);

/* To be called before each turn, under the guard: drops the streams that were closed, and queues
 * the ready job if a stream is ready without waiting: bytes in PHP's buffer, a plain file. */
void php_rtcomm_streams_prepare(php_rtcomm_loop *loop);

/* Reports the listeners. */
void php_rtcomm_streams_gc(HashTable *watches, zend_get_gc_buffer *buffer);

/* A destructor for tables of stream watches. */
void php_rtcomm_stream_watch_free(zval *watch);

#endif
