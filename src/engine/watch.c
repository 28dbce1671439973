#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif

#include "watch.h"

#include "clock.h"

#include <errno.h>
#include <event2/event.h>
#include <event2/event_struct.h>
#include <stdlib.h>

/* The longest wait handed to libevent, some 68 years; longer timers wait again. */
#define WAIT_MAX_US ((uint64_t)INT32_MAX * 1000000)

struct rtc_watch {
	struct event event;
	rtc_loop *loop;
	rtc_watch_handler handler; /* NULL of a pulse */
	void *arg;
	uint64_t delay_us; /* of a repeated timer; 0 of any other watch */
	uint64_t due_us;   /* of a timer: by CLOCK_MONOTONIC */
	bool is_timer;
};

static uint64_t later(uint64_t time_us, uint64_t delay_us)
{
	return delay_us > UINT64_MAX - time_us ? UINT64_MAX : time_us + delay_us;
}

static int wait(rtc_watch *watch, uint64_t wait_us)
{
	uint64_t us = wait_us < WAIT_MAX_US ? wait_us : WAIT_MAX_US;
	struct timeval timeout = {
		.tv_sec = (time_t)(us / 1000000),
		.tv_usec = (suseconds_t)(us % 1000000),
	};

	return event_add(&watch->event, &timeout);
}

/* True if the timer's time has come; a repeated one is then under way to its next. libevent's clock
 * may be the coarse one, or as of the start of the turn, so that it calls early. */
static bool timer_is_due(rtc_watch *watch)
{
	uint64_t now = rtc_now_us();

	if (now < watch->due_us) {
		wait(watch, watch->due_us - now);
		return false;
	}
	if (watch->delay_us > 0) {
		watch->due_us = later(watch->due_us, watch->delay_us);
		if (watch->due_us <= now) {
			watch->due_us = later(now, watch->delay_us);
		}
		wait(watch, watch->due_us - now);
	}
	return true;
}

static void watch_ready(evutil_socket_t fd, short what, void *arg)
{
	rtc_watch *watch = arg;

	(void)fd;
	(void)what;
	if (watch->handler == NULL) {
		if (timer_is_due(watch)) {
			watch->loop->pulsed = true;
		}
		return;
	}
	rtc_loop_wake(watch->loop);
	if (rtc_loop_is_halted(watch->loop)) {
		if (watch->is_timer) {
			wait(watch, 0);
		}
		return;
	}
	if (watch->is_timer && !timer_is_due(watch)) {
		return;
	}
	watch->handler(watch, watch->arg); /* may have freed the watch */
}

static rtc_watch *watch_new(
	rtc_loop *loop, int fd, short what, rtc_watch_handler handler, void *arg)
{
	rtc_watch *watch = calloc(1, sizeof(*watch));

	if (watch == NULL) {
		return NULL;
	}
	watch->handler = handler;
	watch->arg = arg;
	if (event_assign(&watch->event, loop->base, fd, what, watch_ready, watch) != 0) {
		free(watch);
		errno = EINVAL;
		return NULL;
	}
	watch->loop = rtc_loop_ref(loop);
	return watch;
}

/* Gives up a watch that libevent does not take, with errno as it is. */
static rtc_watch *refuse(rtc_watch *watch)
{
	int error = errno;

	rtc_loop_unref(watch->loop);
	free(watch);
	errno = error;
	return NULL;
}

rtc_watch *rtc_watch_timer(
	rtc_loop *loop, uint64_t delay_us, bool repeat, rtc_watch_handler handler, void *arg)
{
	rtc_watch *watch = watch_new(loop, -1, 0, handler, arg);

	if (watch == NULL) {
		return NULL;
	}
	watch->is_timer = true;
	watch->due_us = later(rtc_now_us(), delay_us);
	if (repeat) {
		watch->delay_us = delay_us > 0 ? delay_us : 1;
	}
	return wait(watch, delay_us) == 0 ? watch : refuse(watch);
}

rtc_watch *rtc_watch_pulse(rtc_loop *loop, uint64_t period_us)
{
	return rtc_watch_timer(loop, period_us, true, NULL, NULL);
}

static rtc_watch *watch_descriptor(
	rtc_loop *loop, int fd, short what, rtc_watch_handler handler, void *arg)
{
	if (rtc_loop_own(loop) != RTC_OK) {
		return NULL;
	}

	rtc_watch *watch = watch_new(loop, fd, (short)(what | EV_PERSIST), handler, arg);

	if (watch == NULL) {
		return NULL;
	}
	return event_add(&watch->event, NULL) == 0 ? watch : refuse(watch);
}

rtc_watch *rtc_watch_readable(rtc_loop *loop, int fd, rtc_watch_handler handler, void *arg)
{
	return watch_descriptor(loop, fd, EV_READ, handler, arg);
}

rtc_watch *rtc_watch_writable(rtc_loop *loop, int fd, rtc_watch_handler handler, void *arg)
{
	return watch_descriptor(loop, fd, EV_WRITE, handler, arg);
}

rtc_watch *rtc_watch_signal(rtc_loop *loop, int signal, rtc_watch_handler handler, void *arg)
{
	return watch_descriptor(loop, signal, EV_SIGNAL, handler, arg);
}

void rtc_watch_free(rtc_watch *watch)
{
	if (watch == NULL) {
		return;
	}
	/* Without descriptors of its own a child leaves the event where it is, and the watch with it.
	 */
	if (!watch->is_timer && rtc_loop_own(watch->loop) != RTC_OK) {
		return;
	}
	event_del(&watch->event);
	rtc_loop_unref(watch->loop);
	free(watch);
}
