/* Signals that a loop watches for the script, each with any number of listeners. */
#ifndef PHP_RTCOMM_LOOP_SIGNAL_H
#define PHP_RTCOMM_LOOP_SIGNAL_H

#include "loop.h"

/* Adds a listener; the same one twice is no fault. On failure an exception is set. */
void php_rtcomm_signal_add(php_rtcomm_loop *loop, zend_long number, const zend_fcall_info *fci,
	const zend_fcall_info_cache *fcc);

/* Removes a listener; no fault if it was not added. */
void php_rtcomm_signal_remove(php_rtcomm_loop *loop, zend_long number, zval *listener);

/* Reports the listeners. */
void php_rtcomm_signals_gc(HashTable *watches, zend_get_gc_buffer *buffer);

/* A destructor for a table of signal watches. */
void php_rtcomm_signal_watch_free(zval *watch);

#endif
