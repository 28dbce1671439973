#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif

#include "timer.h"

#include <event2/event.h>
#include <time.h>

#define SLOT(tick) ((size_t)((tick) % RTC_WHEEL_SLOTS))

/* libevent's clock may be the coarse one, a few milliseconds behind ours: waiting that much longer
 * saves waking up just before a tick begins. */
#define SLACK_MS 4

/* A loop that is that late was stopped or kept from running, while its peers said what their
 * deadlines are about. It may stand in the kernel still, or be on its way: for as long as the loop
 * was late, and at most so long, timers wait for it. */
#define LATE_MS 1000
#define LATE_WAIT_MAX_MS 2000
#define LATE_STEP_MS 10

void rtc_wheel_refresh(rtc_wheel *wheel)
{
	struct timespec now;

	if (clock_gettime(CLOCK_MONOTONIC, &now) == 0) {
		wheel->now_ms = (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
	}
}

static void insert(rtc_wheel *wheel, rtc_timer *timer)
{
	size_t slot = SLOT(timer->due);

	timer->next = wheel->slots[slot];
	timer->link = &wheel->slots[slot];
	if (timer->next != NULL) {
		timer->next->link = &timer->next;
	}
	wheel->slots[slot] = timer;
	wheel->used[slot / 64] |= UINT64_C(1) << slot % 64;
}

void rtc_timer_stop(rtc_timer *timer)
{
	if (timer->link == NULL) {
		return;
	}
	*timer->link = timer->next;
	if (timer->next != NULL) {
		timer->next->link = timer->link;
	}
	timer->next = NULL;
	timer->link = NULL;
}

/* The first slot in use from `slot` on, wrapping; RTC_WHEEL_SLOTS if there is none. Stopped timers
 * leave their slots marked; the marks of empty ones go here. */
static size_t find_used(rtc_wheel *wheel, size_t slot)
{
	for (size_t words = 0; words <= RTC_WHEEL_SLOTS / 64; words++) {
		uint64_t *word = &wheel->used[slot / 64];
		uint64_t bits = *word >> slot % 64;

		while (bits != 0) {
			size_t found = slot + (size_t)__builtin_ctzll(bits);

			if (wheel->slots[found] != NULL) {
				return found;
			}
			*word &= ~(UINT64_C(1) << found % 64);
			bits &= bits - 1;
		}
		slot = (slot / 64 + 1) * 64 % RTC_WHEEL_SLOTS;
	}
	return RTC_WHEEL_SLOTS;
}

/* The next tick whose slot is in use; 0 if no timer runs. */
static uint64_t next_tick(rtc_wheel *wheel)
{
	uint64_t from = wheel->tick + 1;
	size_t slot = find_used(wheel, SLOT(from));

	if (slot == RTC_WHEEL_SLOTS) {
		return 0;
	}
	return from + (slot + RTC_WHEEL_SLOTS - SLOT(from)) % RTC_WHEEL_SLOTS;
}

static void arm(rtc_wheel *wheel, uint64_t tick)
{
	uint64_t at_ms = tick * RTC_WHEEL_TICK_MS + SLACK_MS;
	uint64_t wait_ms = at_ms > wheel->now_ms ? at_ms - wheel->now_ms : 0;
	struct timeval timeout = {
		.tv_sec = (time_t)(wait_ms / 1000),
		.tv_usec = (suseconds_t)(wait_ms % 1000 * 1000),
	};

	/* Fails only without memory; then it is tried again by rtc_wheel_rearm(). */
	wheel->armed = event_add(wheel->event, &timeout) == 0 ? tick : 0;
}

/* Nothing is due before the armed tick: ticks up to it, or up to now, count as served. */
static void catch_up(rtc_wheel *wheel)
{
	uint64_t now = wheel->now_ms / RTC_WHEEL_TICK_MS;
	uint64_t tick = wheel->armed == 0 || now < wheel->armed ? now : wheel->armed - 1;

	if (tick > wheel->tick) {
		wheel->tick = tick;
	}
}

void rtc_timer_start(
	rtc_wheel *wheel, rtc_timer *timer, uint32_t delay_ms, void (*fire)(rtc_timer *timer))
{
	rtc_timer_stop(timer);
	/* The loop may have slept since the clock was read. */
	rtc_wheel_refresh(wheel);
	catch_up(wheel);
	timer->fire = fire;
	timer->due = (wheel->now_ms + delay_ms + RTC_WHEEL_TICK_MS - 1) / RTC_WHEEL_TICK_MS;
	if (timer->due <= wheel->tick) {
		timer->due = wheel->tick + 1;
	}
	insert(wheel, timer);

	/* Its slot comes round at the latest one revolution from now, whatever its own is. */
	uint64_t visit = wheel->tick + 1 + SLOT(timer->due - wheel->tick - 1);

	if (wheel->armed == 0 || visit < wheel->armed) {
		arm(wheel, visit);
	}
}

static bool is_halted(rtc_wheel *wheel)
{
	return event_base_got_break(event_get_base(wheel->event)) ||
		(wheel->halted != NULL && wheel->halted(wheel));
}

/* Fires what is due in one slot. The list hangs on a head of its own meanwhile, so that timers
 * which callbacks stop leave it, and timers which they start do not join it. False: halted. */
static bool serve(rtc_wheel *wheel, uint64_t tick)
{
	rtc_timer *list = wheel->slots[SLOT(tick)];

	wheel->slots[SLOT(tick)] = NULL;
	wheel->tick = tick;
	if (list != NULL) {
		list->link = &list;
	}
	while (list != NULL) {
		rtc_timer *timer = list;

		if (is_halted(wheel)) {
			break;
		}
		rtc_timer_stop(timer);
		if (timer->due > tick) {
			insert(wheel, timer);
		} else {
			timer->fire(timer);
		}
	}
	if (list == NULL) {
		return true;
	}
	while (list != NULL) {
		rtc_timer *timer = list;

		rtc_timer_stop(timer);
		insert(wheel, timer);
	}
	wheel->tick = tick - 1;
	return false;
}

/* True if timers that are very late wait for what peers said meanwhile. */
static bool put_off(rtc_wheel *wheel)
{
	static const struct timeval step = {.tv_usec = LATE_STEP_MS * 1000};
	uint64_t due_ms = wheel->armed * RTC_WHEEL_TICK_MS;
	uint64_t late_ms = wheel->now_ms > due_ms ? wheel->now_ms - due_ms : 0;

	if (late_ms < LATE_MS) {
		return false;
	}
	if (wheel->late_until_ms == 0) {
		wheel->late_until_ms =
			wheel->now_ms + (late_ms < LATE_WAIT_MAX_MS ? late_ms : LATE_WAIT_MAX_MS);
	}
	if (wheel->now_ms < wheel->late_until_ms && event_add(wheel->event, &step) == 0) {
		return true;
	}
	wheel->late_until_ms = 0;
	return false;
}

bool rtc_wheel_rearm(rtc_wheel *wheel)
{
	uint64_t tick = wheel->armed == 0 ? next_tick(wheel) : 0;

	if (tick != 0) {
		arm(wheel, tick);
		return wheel->armed != 0;
	}
	return true;
}

static void run(evutil_socket_t fd, short what, void *arg)
{
	rtc_wheel *wheel = arg;

	(void)fd;
	(void)what;
	rtc_wheel_refresh(wheel);
	if (put_off(wheel)) {
		return;
	}

	uint64_t now = wheel->now_ms / RTC_WHEEL_TICK_MS;
	uint64_t tick = next_tick(wheel);

	while (tick != 0 && tick <= now && serve(wheel, tick)) {
		tick = next_tick(wheel);
	}
	tick = next_tick(wheel);
	wheel->armed = 0;
	if (tick != 0) {
		arm(wheel, tick);
	}
}

rtc_status rtc_wheel_init(rtc_wheel *wheel, struct event_base *base)
{
	*wheel = (rtc_wheel){0};
	wheel->event = event_new(base, -1, 0, run, wheel);
	if (wheel->event == NULL) {
		return RTC_NOMEM;
	}
	rtc_wheel_refresh(wheel);
	wheel->tick = wheel->now_ms / RTC_WHEEL_TICK_MS;
	return RTC_OK;
}

void rtc_wheel_deinit(rtc_wheel *wheel)
{
	if (wheel->event != NULL) {
		event_free(wheel->event);
	}
	wheel->event = NULL;
}
