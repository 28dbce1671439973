#include "loop.h"

#include <event2/event.h>
#include <pthread.h>
#include <stdlib.h>
#include <time.h>

/* Longest wait when nothing at all is registered, so that an idle turn does not spin. */
#define LOOP_IDLE_MS 1000

/* The same where no timer can wake the loop, for want of memory. */
#define LOOP_RETRY_MS 100

#define LOOP_MAX_ROUNDS 4

volatile unsigned rtc_loop_generation;

static void loop_after_fork(void)
{
	rtc_loop_generation++;
}

/* libevent would print on stderr what its callers are told anyway. */
static void loop_ignore_log(int severity, const char *message)
{
	(void)severity;
	(void)message;
}

static void loop_begin(void)
{
	pthread_atfork(NULL, NULL, loop_after_fork);
	event_set_log_callback(loop_ignore_log);
}

void rtc_loop_forget_sent(rtc_loop *loop)
{
	rtc_sent sent = loop->sent;

	if (sent.owner == NULL) {
		return;
	}
	loop->sent = (rtc_sent){0};
	if (sent.message != NULL) {
		rtc_message_unref(sent.message);
	}
	sent.release(sent.owner);
}

static void loop_free(rtc_loop *loop)
{
	rtc_loop_forget_sent(loop);
	rtc_wheel_deinit(&loop->wheel);
	rtc_pool_deinit(&loop->pool);
	if (loop->wait != NULL) {
		event_free(loop->wait);
	}
	if (loop->base != NULL) {
		event_base_free(loop->base);
	}
	free(loop->input);
	free(loop);
}

static bool loop_wheel_halted(rtc_wheel *wheel)
{
	rtc_loop *loop = (rtc_loop *)((uint8_t *)wheel - offsetof(rtc_loop, wheel));

	rtc_loop_wake(loop);
	return rtc_loop_is_halted(loop);
}

static void loop_wait_over(evutil_socket_t fd, short what, void *arg)
{
	(void)fd;
	(void)what;
	(void)arg;
}

rtc_loop *rtc_loop_new(void)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;
	rtc_loop *loop = calloc(1, sizeof(*loop));

	if (loop == NULL) {
		return NULL;
	}
	pthread_once(&once, loop_begin);
	loop->jobs_end = &loop->jobs;
	loop->generation = rtc_loop_generation;
	loop->refs = 1;
	loop->input = malloc(RTC_LOOP_INPUT_BYTES);
	loop->base = event_base_new();
	if (loop->input != NULL && loop->base != NULL) {
		loop->wait = evtimer_new(loop->base, loop_wait_over, NULL);
	}
	if (loop->wait == NULL || rtc_wheel_init(&loop->wheel, loop->base) != RTC_OK) {
		loop_free(loop);
		return NULL;
	}
	loop->wheel.halted = loop_wheel_halted;
	return loop;
}

rtc_loop *rtc_loop_ref(rtc_loop *loop)
{
	loop->refs++;
	return loop;
}

void rtc_loop_unref(rtc_loop *loop)
{
	if (--loop->refs > 0) {
		return;
	}
	/* A child that cannot get descriptors of its own must leave its parent's alone. */
	if (rtc_loop_renew(loop) == RTC_OK) {
		loop_free(loop);
	}
}

rtc_status rtc_loop_renew(rtc_loop *loop)
{
	if (loop->generation == rtc_loop_generation) {
		return RTC_OK;
	}
	if (event_reinit(loop->base) != 0) {
		return RTC_FAILED;
	}
	loop->generation = rtc_loop_generation;
	return RTC_OK;
}

rtc_status rtc_loop_own(rtc_loop *loop)
{
	bool forked = rtc_loop_is_forked(loop);

	if (rtc_loop_renew(loop) != RTC_OK) {
		return RTC_FAILED;
	}
	if (forked && loop->running) {
		rtc_loop_halt(loop);
	}
	return RTC_OK;
}

void rtc_loop_halt(rtc_loop *loop)
{
	loop->halted = true;
	event_base_loopbreak(loop->base);
}

void rtc_loop_defer(rtc_loop *loop, rtc_job *job, void (*run)(rtc_job *job))
{
	if (job->link != NULL) {
		return;
	}
	job->run = run;
	job->next = NULL;
	job->link = loop->jobs_end;
	*loop->jobs_end = job;
	loop->jobs_end = &job->next;
}

void rtc_loop_cancel(rtc_loop *loop, rtc_job *job)
{
	if (job->link == NULL) {
		return;
	}
	*job->link = job->next;
	if (job->next != NULL) {
		job->next->link = job->link;
	} else if (loop->jobs_end == &job->next) {
		loop->jobs_end = job->link;
	}
	job->link = NULL;
}

/* Puts what is left of a round that was halted in front of the jobs queued meanwhile. */
static void loop_keep_round(rtc_loop *loop)
{
	rtc_job **end = &loop->current;

	while (*end != NULL) {
		end = &(*end)->next;
	}
	*end = loop->jobs;
	if (loop->jobs != NULL) {
		loop->jobs->link = end;
	} else {
		loop->jobs_end = end;
	}
	loop->jobs = loop->current;
	loop->jobs->link = &loop->jobs;
	loop->current = NULL;
}

static void loop_run_round(rtc_loop *loop)
{
	loop->current = loop->jobs;
	loop->current->link = &loop->current;
	loop->jobs = NULL;
	loop->jobs_end = &loop->jobs;
	while (loop->current != NULL) {
		rtc_job *job = loop->current;

		if (rtc_loop_is_halted(loop)) {
			loop_keep_round(loop);
			return;
		}
		rtc_loop_cancel(loop, job);
		job->run(job);
	}
}

/* Jobs may queue jobs: a few rounds belong to the same turn, but not so many that a script which
 * answers every onClose with a message could keep the loop from its sockets. */
static void loop_run_jobs(rtc_loop *loop)
{
	int round;

	for (round = 0; round < LOOP_MAX_ROUNDS && loop->jobs != NULL; round++) {
		if (rtc_loop_is_halted(loop)) {
			return;
		}
		loop_run_round(loop);
	}
}

void rtc_loop_spin_more(rtc_loop *loop, uint32_t spin_us)
{
	loop->spin_us += spin_us;
}

void rtc_loop_spin_less(rtc_loop *loop, uint32_t spin_us)
{
	loop->spin_us -= spin_us;
}

static bool loop_is_woken(const rtc_loop *loop)
{
	return loop->woke_us != 0 || loop->jobs != NULL || loop->pulsed || rtc_loop_is_halted(loop);
}

/* True if the turn is not to wait any more: *result is libevent's. Else *wait_ms is what is left of
 * it. */
static bool loop_spin(rtc_loop *loop, int64_t *wait_ms, int *result)
{
	uint64_t began = rtc_now_us();
	uint64_t now = began;
	uint64_t until = loop->spin_until_us;

	if (*wait_ms >= 0 && until > began + (uint64_t)*wait_ms * 1000) {
		until = began + (uint64_t)*wait_ms * 1000;
	}
	while (now < until) {
		*result = event_base_loop(loop->base, EVLOOP_ONCE | EVLOOP_NONBLOCK);
		if (*result != 0 || loop_is_woken(loop)) {
			return *result <= 0; /* 1: nothing is registered */
		}
		now = rtc_now_us();
	}
	if (*wait_ms >= 0) {
		*wait_ms -= (int64_t)(now - began) / 1000;
		*wait_ms = *wait_ms > 0 ? *wait_ms : 0;
	}
	return false;
}

static int loop_dispatch(rtc_loop *loop, int64_t wait_ms)
{
	struct timeval timeout;
	int result;

	if (loop->spin_us > 0 && wait_ms != 0 && loop->jobs == NULL &&
		loop_spin(loop, &wait_ms, &result)) {
		return result;
	}
	/* ONCE as well: without it libevent goes on as long as anything is ready, so that busy peers,
	 * or a child that skips its parent's events, would keep the turn from ending. */
	if (loop->jobs != NULL || wait_ms == 0) {
		return event_base_loop(loop->base, EVLOOP_ONCE | EVLOOP_NONBLOCK);
	}
	if (wait_ms < 0) {
		result = event_base_loop(loop->base, EVLOOP_ONCE);
		if (result != 1) {
			return result;
		}
		wait_ms = LOOP_IDLE_MS; /* nothing is registered */
	}
	timeout.tv_sec = (time_t)(wait_ms / 1000);
	timeout.tv_usec = (suseconds_t)(wait_ms % 1000 * 1000);
	if (event_add(loop->wait, &timeout) != 0) {
		/* There is no memory to wait with: a short sleep stands for it. */
		nanosleep(&(struct timespec){.tv_nsec = 1000000}, NULL);
		return event_base_loop(loop->base, EVLOOP_ONCE | EVLOOP_NONBLOCK);
	}
	result = event_base_loop(loop->base, EVLOOP_ONCE);
	if (!rtc_loop_is_forked(loop)) {
		event_del(loop->wait);
	}
	return result;
}

const uint64_t rtc_loop_bounds_us[RTC_LOOP_BOUNDS] = {
	100, 1000, 5000, 25000, 100000, 500000, 2500000};

static void loop_note_turn(rtc_loop *loop, bool lively)
{
	uint64_t now = rtc_now_us();
	uint64_t took = now - loop->woke_us;
	size_t i = 0;

	while (i < RTC_LOOP_BOUNDS && took > rtc_loop_bounds_us[i]) {
		i++;
	}
	loop->turns_by_bound[i]++;
	rtc_durations_add(&loop->turns, loop->woke_us, now);
	if (lively) {
		loop->spin_until_us = now + loop->spin_us;
	}
}

rtc_status rtc_loop_turn(rtc_loop *loop, int64_t wait_ms)
{
	bool lively;
	int result;

	if (rtc_loop_renew(loop) != RTC_OK) {
		return RTC_FAILED;
	}
	loop->running = true;
	loop->halted = false;
	loop->pulsed = false;
	loop->woke_us = 0;
	rtc_wheel_refresh(&loop->wheel);
	if (!rtc_wheel_rearm(&loop->wheel) && (wait_ms < 0 || wait_ms > LOOP_RETRY_MS)) {
		wait_ms = LOOP_RETRY_MS;
	}
	result = loop_dispatch(loop, wait_ms);
	lively = loop->woke_us != 0 || loop->jobs != NULL;
	rtc_loop_wake(loop);
	if (!rtc_loop_is_halted(loop)) {
		rtc_wheel_refresh(&loop->wheel);
		loop_run_jobs(loop);
	}
	loop->running = false;
	rtc_pool_settle(&loop->pool);
	rtc_loop_forget_sent(loop);
	loop_note_turn(loop, lively);
	return result < 0 ? RTC_FAILED : RTC_OK;
}

const char *rtc_loop_method(const rtc_loop *loop)
{
	return event_base_get_method(loop->base);
}

const char *rtc_loop_backend(void)
{
	struct event_base *base = event_base_new();
	const char *method = "none";

	if (base != NULL) {
		method = event_base_get_method(base);
		event_base_free(base);
	}
	return method;
}
