/* RtComm\Timer. */
#ifndef PHP_RTCOMM_TIMER_H
#define PHP_RTCOMM_TIMER_H

#include "loop.h"

extern zend_class_entry *rtcomm_ce_Timer;

/* A new, active timer: the loop's table holds one reference, *value gets another. False: an
 * exception is set. */
bool php_rtcomm_timer_start(php_rtcomm_loop *loop, double interval, bool periodic,
	const zend_fcall_info *fci, const zend_fcall_info_cache *fcc, zval *value);

/* Deactivates a timer of this loop; one that is not active is left as it is. */
void php_rtcomm_timer_cancel(php_rtcomm_loop *loop, zend_object *timer);

/* The loop goes: stops a timer that is still in its table. */
void php_rtcomm_timer_abandon(zend_object *timer);

#endif
