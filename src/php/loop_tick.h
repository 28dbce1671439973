/* futureTick(): callbacks that run once, after a turn's events. */
#ifndef PHP_RTCOMM_LOOP_TICK_H
#define PHP_RTCOMM_LOOP_TICK_H

#include "loop.h"

/* Queues a callback: for the end of this turn, or of the next if it is queued by another one. */
void php_rtcomm_tick_add(
	php_rtcomm_loop *loop, const zend_fcall_info *fci, const zend_fcall_info_cache *fcc);

/* To be called before each turn: sees to it that what is queued runs in it. */
void php_rtcomm_ticks_prepare(php_rtcomm_loop *loop);

/* Reports the callbacks. */
void php_rtcomm_ticks_gc(php_rtcomm_loop *loop, zend_get_gc_buffer *buffer);

void php_rtcomm_ticks_free(php_rtcomm_loop *loop);

#endif
