/* Handles on the loop for code above the engine: precise timers, readiness of foreign descriptors,
 * signals. Each is made running, calls back from the turn, and is freed by its owner (which may
 * be inside its own callback). Each keeps a reference to the loop.
 *
 * While the loop is halted no handler runs, and nothing is lost: readiness is there again in the
 * next turn, timers fire then. Only what a forked child gets before its own first turn is dropped,
 * where it is a signal. */
#ifndef RTC_ENGINE_WATCH_H
#define RTC_ENGINE_WATCH_H

#include "loop.h"

typedef struct rtc_watch rtc_watch;
typedef void (*rtc_watch_handler)(rtc_watch *watch, void *arg);

/* Fires once after `delay_us`, or again and again every `delay_us` (at least 1); never early by
 * CLOCK_MONOTONIC. A repeated one that comes too late skips what it missed. One that has fired once
 * is idle, and still to be freed. NULL: no memory. */
rtc_watch *rtc_watch_timer(
	rtc_loop *loop, uint64_t delay_us, bool repeat, rtc_watch_handler handler, void *arg);

/* Ends a turn every `period_us`, whatever it waits for, and calls nobody. A turn that only this
 * ended has met no event. NULL: no memory. */
rtc_watch *rtc_watch_pulse(rtc_loop *loop, uint64_t period_us);

/* Fires while the descriptor is readable, or writable; it is not closed before the watch is freed.
 * NULL with errno set if the loop cannot watch it (EPERM for plain files with epoll). */
rtc_watch *rtc_watch_readable(rtc_loop *loop, int fd, rtc_watch_handler handler, void *arg);
rtc_watch *rtc_watch_writable(rtc_loop *loop, int fd, rtc_watch_handler handler, void *arg);

/* Fires when the process gets the signal; the signal's disposition is the loop's until it is freed.
 * Once for each time the loop sees it, however often it was sent. libevent gives signals to one
 * loop of a process at a time. NULL with errno set if it cannot be caught. */
rtc_watch *rtc_watch_signal(rtc_loop *loop, int signal, rtc_watch_handler handler, void *arg);

/* NULL is allowed. The loop is given back. */
void rtc_watch_free(rtc_watch *watch);

#endif
