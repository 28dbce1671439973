/* Coarse deadlines: a hashed timer wheel with slots of RTC_WHEEL_TICK_MS. Starting, stopping and
 * moving a timer is O(1) and allocates nothing; one libevent timer drives the wheel, armed for the
 * next slot in use. A timer never fires early, and at most two ticks late while the loop turns. */
#ifndef RTC_ENGINE_TIMER_H
#define RTC_ENGINE_TIMER_H

#include "../proto/base.h"

struct event;
struct event_base;

#define RTC_WHEEL_TICK_MS 16
#define RTC_WHEEL_SLOTS 1024

/* Embedded in its owner; all zero is a timer that does not run. A timer further away than one
 * revolution stays in its slot until its round has come. */
typedef struct rtc_timer {
	struct rtc_timer *next;
	struct rtc_timer **link; /* what points to this timer; NULL while it does not run */
	void (*fire)(struct rtc_timer *timer);
	uint64_t due; /* tick */
} rtc_timer;

typedef struct rtc_wheel {
	struct event *event;
	/* True if no timer may fire now: those that are due wait for the next turn. NULL: never. */
	bool (*halted)(struct rtc_wheel *wheel);
	uint64_t now_ms;                     /* monotonic, as of the last time the clock was read */
	uint64_t tick;                       /* ticks up to this one have been served */
	uint64_t armed;                      /* tick the event waits for; 0: none */
	uint64_t late_until_ms;              /* until then late timers wait; 0: none are */
	uint64_t used[RTC_WHEEL_SLOTS / 64]; /* bit set: the slot may hold timers */
	rtc_timer *slots[RTC_WHEEL_SLOTS];
} rtc_wheel;

/* NOMEM: nothing is to be deinitialised. `halted` starts as NULL. */
rtc_status rtc_wheel_init(rtc_wheel *wheel, struct event_base *base) RTC_NODISCARD;

/* No timer may run any more. Nothing to do for a wheel that is all zero. */
void rtc_wheel_deinit(rtc_wheel *wheel);

/* Reads the clock into now_ms. */
void rtc_wheel_refresh(rtc_wheel *wheel);

/* Sees to it that the loop wakes up for the next timer, where there was no memory for that before.
 * False: there still is none, and the loop must wake up by itself. */
bool rtc_wheel_rearm(rtc_wheel *wheel) RTC_NODISCARD;

/* Starts the timer, or moves it if it runs; `delay_ms` counts from now. fire() is called from the
 * loop, with the timer not running any more; it may start, stop and free any timer. */
void rtc_timer_start(
	rtc_wheel *wheel, rtc_timer *timer, uint32_t delay_ms, void (*fire)(rtc_timer *timer));

/* Stops the timer if it runs. */
void rtc_timer_stop(rtc_timer *timer);

static inline bool rtc_timer_runs(const rtc_timer *timer)
{
	return timer->link != NULL;
}

#endif
