/* RtComm\Timer. */
#ifndef PHP_RTCOMM_TIMER_H
#define PHP_RTCOMM_TIMER_H

#include "loop.h"

extern zend_class_entry *rtcomm_ce_Timer;

typedef struct php_rtcomm_timer {
	php_rtcomm_loop *loop; /* NULL unless active: then it holds a reference */
	uint32_t index;        /* in the loop's heap */
	bool periodic;
	double interval;      /* seconds, as it was asked for */
	uint64_t interval_us; /* at least 1 */
	uint64_t due_us;      /* by the monotonic clock */
	uint64_t number;      /* of those due at once, the smallest goes first */
	php_rtcomm_callback callback;
	zend_object std;
} php_rtcomm_timer;

/* A new, active timer; *value is the caller's reference. False: an exception is set. */
bool php_rtcomm_timer_start(php_rtcomm_loop *loop, double interval, bool periodic,
	const zend_fcall_info *fci, const zend_fcall_info_cache *fcc, zval *value);

/* Deactivates a timer of this loop; one that is not active is left as it is. */
void php_rtcomm_timer_cancel(php_rtcomm_loop *loop, zend_object *timer);

#endif
