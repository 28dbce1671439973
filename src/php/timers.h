/* The active timers of a loop, in a heap: the one due first is called first, and of those due at
 * once the one that was added first. libevent has one timer for all of them, and no such order. */
#ifndef PHP_RTCOMM_TIMERS_H
#define PHP_RTCOMM_TIMERS_H

#include "php.h"

struct php_rtcomm_loop;
struct php_rtcomm_timer;
struct rtc_watch;

/* All zero: no timers. The heap holds a reference to each timer's object. */
typedef struct php_rtcomm_timers {
	struct php_rtcomm_timer **heap;
	uint32_t count;
	uint32_t capacity;
	uint64_t added;          /* timers, ever: each gets its number */
	struct rtc_watch *watch; /* for the first timer, or an earlier time */
	uint64_t watch_due_us;
} php_rtcomm_timers;

/* Adds a timer that is not active, due when its interval is over; takes a reference. */
void php_rtcomm_timers_add(struct php_rtcomm_loop *loop, struct php_rtcomm_timer *timer);

/* Takes out an active timer of this loop; the reference is the caller's. */
void php_rtcomm_timers_remove(struct php_rtcomm_loop *loop, struct php_rtcomm_timer *timer);

/* To be called before each turn. */
void php_rtcomm_timers_prepare(struct php_rtcomm_loop *loop);

/* Reports the timers. */
void php_rtcomm_timers_gc(php_rtcomm_timers *timers, zend_get_gc_buffer *buffer);

/* Releases all timers, which are not active any more; some may have been freed before. */
void php_rtcomm_timers_free(php_rtcomm_timers *timers);

#endif
