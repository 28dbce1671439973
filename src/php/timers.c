#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif

#include "timers.h"

#include "../engine/clock.h"
#include "../engine/watch.h"
#include "loop.h"
#include "timer.h"

/* ---- the heap ------------------------------------------------------------------------------- */

static bool is_before(const php_rtcomm_timer *a, const php_rtcomm_timer *b)
{
	return a->due_us != b->due_us ? a->due_us < b->due_us : a->number < b->number;
}

static void place(php_rtcomm_timers *timers, uint32_t index, php_rtcomm_timer *timer)
{
	timers->heap[index] = timer;
	timer->index = index;
}

static void sift_up(php_rtcomm_timers *timers, php_rtcomm_timer *timer, uint32_t index)
{
	while (index > 0 && is_before(timer, timers->heap[(index - 1) / 2])) {
		place(timers, index, timers->heap[(index - 1) / 2]);
		index = (index - 1) / 2;
	}
	place(timers, index, timer);
}

static void sift_down(php_rtcomm_timers *timers, php_rtcomm_timer *timer, uint32_t index)
{
	uint32_t child;

	while ((child = 2 * index + 1) < timers->count) {
		if (child + 1 < timers->count && is_before(timers->heap[child + 1], timers->heap[child])) {
			child++;
		}
		if (!is_before(timers->heap[child], timer)) {
			break;
		}
		place(timers, index, timers->heap[child]);
		index = child;
	}
	place(timers, index, timer);
}

/* ---- on the loop ---------------------------------------------------------------------------- */

static void call_due(rtc_watch *watch, void *arg);

/* Sees to it that the loop wakes up for the first timer. Without memory for that, it is tried again
 * before the next turn. */
static void arm(php_rtcomm_loop *loop)
{
	php_rtcomm_timers *timers = &loop->timers;
	uint64_t now;

	if (timers->count == 0) {
		rtc_watch_free(timers->watch);
		timers->watch = NULL;
		return;
	}
	if (timers->watch != NULL && timers->watch_due_us <= timers->heap[0]->due_us) {
		return;
	}
	rtc_watch_free(timers->watch);
	timers->watch_due_us = timers->heap[0]->due_us;
	now = rtc_now_us();
	timers->watch = rtc_watch_timer(loop->loop,
		timers->watch_due_us > now ? timers->watch_due_us - now : 0, false, call_due, loop);
}

/* Periods that were missed are left out. */
static void start_period(php_rtcomm_timers *timers, php_rtcomm_timer *timer, uint64_t now)
{
	timer->due_us += timer->interval_us;
	if (timer->due_us <= now) {
		timer->due_us = now + timer->interval_us;
	}
	timer->number = timers->added++;
	sift_down(timers, timer, timer->index);
}

static void call_due(rtc_watch *watch, void *arg)
{
	php_rtcomm_loop *loop = arg;
	php_rtcomm_timers *timers = &loop->timers;
	uint64_t now = rtc_now_us();

	rtc_watch_free(watch);
	timers->watch = NULL;
	while (timers->count > 0 && timers->heap[0]->due_us <= now && !rtc_loop_is_halted(loop->loop)) {
		php_rtcomm_timer *timer = timers->heap[0];
		zval argument;

		ZVAL_OBJ(&argument, &timer->std);
		if (timer->periodic) {
			Z_ADDREF(argument);
			start_period(timers, timer, now);
		} else {
			php_rtcomm_timers_remove(loop, timer);
		}
		php_rtcomm_loop_dispatch(loop, &timer->callback, &argument);
		php_rtcomm_release(loop, &argument);
	}
	arm(loop);
}

void php_rtcomm_timers_add(php_rtcomm_loop *loop, php_rtcomm_timer *timer)
{
	php_rtcomm_timers *timers = &loop->timers;

	if (timers->count == timers->capacity) {
		uint32_t capacity = timers->capacity > 0 ? timers->capacity * 2 : 8;

		/* May bail out at memory_limit; shutdown functions still add timers. */
		timers->heap = safe_erealloc(timers->heap, capacity, sizeof(*timers->heap), 0);
		timers->capacity = capacity;
	}
	timer->loop = loop;
	timer->due_us = rtc_now_us() + timer->interval_us;
	timer->number = timers->added++;
	GC_ADDREF(&timer->std);
	sift_up(timers, timer, timers->count++);
	arm(loop);
}

void php_rtcomm_timers_remove(php_rtcomm_loop *loop, php_rtcomm_timer *timer)
{
	php_rtcomm_timers *timers = &loop->timers;
	php_rtcomm_timer *last = timers->heap[--timers->count];
	uint32_t index = timer->index;

	timer->loop = NULL;
	if (timer != last) {
		sift_down(timers, last, index);
		sift_up(timers, last, last->index);
	}
	if (timers->count == 0) {
		arm(loop);
	}
}

void php_rtcomm_timers_prepare(php_rtcomm_loop *loop)
{
	if (loop->timers.count > 0 && loop->timers.watch == NULL) {
		arm(loop);
	}
}

void php_rtcomm_timers_gc(php_rtcomm_timers *timers, zend_get_gc_buffer *buffer)
{
	for (uint32_t i = 0; i < timers->count; i++) {
		zend_get_gc_buffer_add_obj(buffer, &timers->heap[i]->std);
	}
}

void php_rtcomm_timers_free(php_rtcomm_timers *timers)
{
	php_rtcomm_timers old = *timers;

	*timers = (php_rtcomm_timers){0};
	rtc_watch_free(old.watch);
	for (uint32_t i = 0; i < old.count; i++) {
		old.heap[i]->loop = NULL;
	}
	for (uint32_t i = 0; i < old.count; i++) {
		OBJ_RELEASE(&old.heap[i]->std);
	}
	if (old.heap != NULL) {
		efree(old.heap);
	}
}
