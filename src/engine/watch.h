/* Handles on the loop for code above the engine: precise timers, readiness of foreign descriptors,
 * signals. Each is made running, calls back from the turn, and is freed by its owner (which may
 * be inside its own callback). */
#ifndef RTC_ENGINE_WATCH_H
#define RTC_ENGINE_WATCH_H

#include "loop.h"

typedef struct rtc_watch rtc_watch;
typedef void (*rtc_watch_handler)(rtc_watch *watch, void *arg);

/* Fires once after `delay_us`, or again and again every `delay_us` (at least 1). */
rtc_watch *rtc_watch_timer(
	rtc_loop *loop, uint64_t delay_us, bool repeat, rtc_watch_handler handler, void *arg);

/* Fires while the descriptor is readable, or writable. NULL with errno set if the loop cannot watch
 * it (EPERM for plain files with epoll). */
rtc_watch *rtc_watch_readable(rtc_loop *loop, int fd, rtc_watch_handler handler, void *arg);
rtc_watch *rtc_watch_writable(rtc_loop *loop, int fd, rtc_watch_handler handler, void *arg);

/* Fires when the process gets the signal; the signal's disposition is the loop's until it is freed.
 */
rtc_watch *rtc_watch_signal(rtc_loop *loop, int signal, rtc_watch_handler handler, void *arg);

/* NULL is allowed. The loop is given back. */
void rtc_watch_free(rtc_watch *watch);

#endif
