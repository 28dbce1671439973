#include "../engine/watch.h"
#include "exceptions.h"
#include "loop.h"
#include "loop_stream.h"
#include "loop_tick.h"
#include "zend_exceptions.h"

#include <errno.h>
#include <math.h>

/* Neither a signal that PHP handles nor a timeout makes libevent return from its wait. */
#define LOOP_SLICE_MS 250

/* The longest wait while the script's timers cannot wake the loop, for want of memory. */
#define LOOP_RETRY_MS 100

#define LOOP_MAX_WAIT_SECONDS 1e9

bool php_rtcomm_loop_check(const php_rtcomm_loop *loop)
{
	if (loop->loop != NULL) {
		return true;
	}
	zend_throw_exception(rtcomm_ce_RuntimeException,
		"The event loop could not be made: no descriptors or memory left", 0);
	return false;
}

php_rtcomm_outcome php_rtcomm_loop_dispatch(
	php_rtcomm_loop *loop, const php_rtcomm_callback *listener, zval *argument)
{
	php_rtcomm_outcome outcome =
		php_rtcomm_call(loop, listener, argument != NULL ? 1 : 0, argument, NULL);

	if (outcome != PHP_RTCOMM_DONE) {
		rtc_loop_halt(loop->loop);
	}
	return outcome;
}

static void prepare_turn(void *arg)
{
	php_rtcomm_loop *loop = arg;

	php_rtcomm_timers_prepare(loop);
	php_rtcomm_streams_prepare(loop);
	php_rtcomm_ticks_prepare(loop);
}

#if PHP_VERSION_ID >= 80200
#define interrupt_load(flag) zend_atomic_bool_load_ex(&(flag))
#define interrupt_clear(flag) zend_atomic_bool_store_ex(&(flag), false)
#else
#define interrupt_load(flag) (flag)
#define interrupt_clear(flag) ((flag) = 0)
#endif

/* What the executor does at a loop's end or a call, while none of the script's code runs. */
static void run_interrupts(void *arg)
{
	(void)arg;
	interrupt_clear(EG(vm_interrupt));
	if (interrupt_load(EG(timed_out))) {
		zend_timeout();
	} else if (zend_interrupt_function != NULL) {
		zend_interrupt_function(EG(current_execute_data));
	}
}

/* False when the loop must not go on: something was thrown, the script ends, or this is a child
 * that was forked in the turn. */
static bool turn(php_rtcomm_loop *loop, int64_t wait_ms)
{
	unsigned generation;
	rtc_status status;

	if (php_rtcomm_guard(loop, prepare_turn, loop) != PHP_RTCOMM_DONE) {
		return false;
	}
	status = rtc_loop_renew(loop->loop);
	generation = loop->loop->generation;
	if (status == RTC_OK) {
		bool unarmed = loop->timers.count > 0 && loop->timers.watch == NULL;

		if (unarmed && (wait_ms < 0 || wait_ms > LOOP_RETRY_MS)) {
			wait_ms = LOOP_RETRY_MS;
		}
		status = rtc_loop_turn(loop->loop, wait_ms);
	}
	if (rtc_loop_is_forked(loop->loop) || loop->loop->generation != generation || loop->bailout ||
		EG(exception) != NULL) {
		return false;
	}
	if (status != RTC_OK) {
		zend_throw_exception_ex(
			rtcomm_ce_RuntimeException, errno, "The event loop failed: %s", strerror(errno));
		return false;
	}
	if (EXPECTED(!interrupt_load(EG(vm_interrupt)))) {
		return true;
	}
	return php_rtcomm_guard(loop, run_interrupts, NULL) == PHP_RTCOMM_DONE;
}

static bool enter(php_rtcomm_loop *loop)
{
	if (!php_rtcomm_loop_check(loop)) {
		return false;
	}
	if (loop->running) {
		zend_throw_exception(rtcomm_ce_ClosedException, "The loop is already running", 0);
		return false;
	}
	loop->running = true;
	loop->stopping = false;
	return true;
}

static void leave(php_rtcomm_loop *loop)
{
	loop->running = false;
	if (loop->bailout) {
		loop->bailout = false;
		zend_bailout();
	}
}

static bool may_be_interrupted(void)
{
	return EG(timeout_seconds) > 0 || zend_hash_str_exists(&module_registry, ZEND_STRL("pcntl"));
}

static bool is_idle(const php_rtcomm_loop *loop)
{
	return loop->holds == 0 && loop->ticks == NULL && loop->timers.count == 0 &&
		zend_hash_num_elements(&loop->readers) == 0 &&
		zend_hash_num_elements(&loop->writers) == 0 && zend_hash_num_elements(&loop->signals) == 0;
}

void php_rtcomm_loop_run(php_rtcomm_loop *loop, bool (*done)(void *arg), void *arg)
{
	if (!enter(loop)) {
		return;
	}
	if (loop->pulse == NULL && may_be_interrupted()) {
		loop->pulse = rtc_watch_pulse(loop->loop, LOOP_SLICE_MS * 1000);
	}
	while (!loop->stopping && !(done != NULL ? done(arg) : is_idle(loop)) && turn(loop, -1)) {
	}
	if (!rtc_loop_is_forked(loop->loop)) {
		rtc_watch_free(loop->pulse);
		loop->pulse = NULL;
	}
	leave(loop);
}

void php_rtcomm_loop_tick(php_rtcomm_loop *loop, double wait)
{
	int64_t left_ms;
	uint64_t began_ms;
	int64_t slice_ms;

	if (!enter(loop)) {
		return;
	}
	wait = wait > 0 ? wait : 0;
	left_ms = (int64_t)ceil(MIN(wait, LOOP_MAX_WAIT_SECONDS) * 1000);
	do {
		slice_ms = may_be_interrupted() ? MIN(left_ms, LOOP_SLICE_MS) : left_ms;
		left_ms -= slice_ms;
		rtc_wheel_refresh(&loop->loop->wheel);
		began_ms = rtc_loop_now_ms(loop->loop);
		/* A turn that took as long as it might has met no event. */
	} while (turn(loop, slice_ms) && left_ms > 0 && !loop->stopping &&
		rtc_loop_now_ms(loop->loop) - began_ms >= (uint64_t)slice_ms);
	leave(loop);
}

void php_rtcomm_loop_hold(php_rtcomm_loop *loop)
{
	loop->holds++;
}

void php_rtcomm_loop_release(php_rtcomm_loop *loop)
{
	ZEND_ASSERT(loop->holds > 0);
	loop->holds--;
}
