#include "timer.h"

#include "../engine/watch.h"
#include "classes.h"
#include "exceptions.h"
#include "zend_exceptions.h"

#include <math.h>

#include "timer_arginfo.h"

#define TIMER_MIN_SECONDS 0.000001
#define TIMER_MAX_SECONDS 1e9

/* Active: loop and watch are set, and the loop's table holds a reference. */
typedef struct php_rtcomm_timer {
	php_rtcomm_loop *loop;
	rtc_watch *watch;
	double interval;
	bool periodic;
	php_rtcomm_callback callback;
	zend_object std;
} php_rtcomm_timer;

zend_class_entry *rtcomm_ce_Timer;

static zend_object_handlers handlers;

static php_rtcomm_timer *timer_from_obj(zend_object *object)
{
	return (php_rtcomm_timer *)((char *)object - XtOffsetOf(php_rtcomm_timer, std));
}

/* Takes an active timer out of the loop's table; its reference is the caller's. */
static void deactivate(php_rtcomm_timer *timer)
{
	zend_hash_index_del(&timer->loop->timers, timer->std.handle);
	rtc_watch_free(timer->watch);
	timer->watch = NULL;
	timer->loop = NULL;
}

static void on_due(rtc_watch *watch, void *arg)
{
	php_rtcomm_timer *timer = arg;
	php_rtcomm_loop *loop = timer->loop;
	zval argument;

	(void)watch;
	ZVAL_OBJ(&argument, &timer->std);
	if (timer->periodic) {
		Z_ADDREF(argument);
	} else {
		deactivate(timer);
	}
	php_rtcomm_loop_dispatch(loop, &timer->callback, &argument);
	php_rtcomm_release(loop, &argument);
}

bool php_rtcomm_timer_start(php_rtcomm_loop *loop, double interval, bool periodic,
	const zend_fcall_info *fci, const zend_fcall_info_cache *fcc, zval *value)
{
	php_rtcomm_timer *timer;
	uint64_t delay_us;

	if (isnan(interval) || interval > TIMER_MAX_SECONDS) {
		zend_argument_value_error(1, "must be a number of seconds up to 1e9");
		return false;
	}
	object_init_ex(value, rtcomm_ce_Timer);
	timer = timer_from_obj(Z_OBJ_P(value));
	timer->interval = MAX(interval, TIMER_MIN_SECONDS);
	timer->periodic = periodic;
	/* libevent calls timers that are due at once in any order: each is due a microsecond after the
	 * one that was added before it. */
	delay_us = (uint64_t)(timer->interval * 1e6) + loop->timers_added++;
	timer->watch = rtc_watch_timer(loop->loop, delay_us, periodic, on_due, timer);
	if (timer->watch == NULL) {
		zval_ptr_dtor(value);
		ZVAL_UNDEF(value);
		zend_throw_exception(rtcomm_ce_RuntimeException, "No memory for a timer", 0);
		return false;
	}
	php_rtcomm_callback_init(&timer->callback, fci, fcc);
	timer->loop = loop;
	Z_ADDREF_P(value);
	zend_hash_index_add_new_ptr(&loop->timers, timer->std.handle, &timer->std);
	return true;
}

void php_rtcomm_timer_cancel(php_rtcomm_loop *loop, zend_object *object)
{
	php_rtcomm_timer *timer = timer_from_obj(object);

	if (timer->loop == loop) {
		deactivate(timer);
		OBJ_RELEASE(object);
	}
}

void php_rtcomm_timer_abandon(zend_object *object)
{
	php_rtcomm_timer *timer = timer_from_obj(object);

	rtc_watch_free(timer->watch);
	timer->watch = NULL;
	timer->loop = NULL;
}

static zend_object *timer_new(zend_class_entry *ce)
{
	php_rtcomm_timer *timer = zend_object_alloc(sizeof(*timer), ce);

	zend_object_std_init(&timer->std, ce);
	object_properties_init(&timer->std, ce);
	timer->std.handlers = &handlers;
	return &timer->std;
}

static HashTable *timer_get_gc(zend_object *object, zval **table, int *count)
{
	*table = &timer_from_obj(object)->callback.callable;
	*count = 1;
	return NULL;
}

/* When the request ends, an active timer may be freed before its loop, which then finds it
 * abandoned. */
static void timer_free(zend_object *object)
{
	php_rtcomm_timer *timer = timer_from_obj(object);

	php_rtcomm_timer_abandon(object);
	php_rtcomm_callback_deinit(&timer->callback);
	zend_object_std_dtor(object);
}

ZEND_METHOD(RtComm_Timer, __construct)
{
	ZEND_PARSE_PARAMETERS_NONE();
}

ZEND_METHOD(RtComm_Timer, getInterval)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_DOUBLE(timer_from_obj(Z_OBJ_P(ZEND_THIS))->interval);
}

ZEND_METHOD(RtComm_Timer, getCallback)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_COPY(&timer_from_obj(Z_OBJ_P(ZEND_THIS))->callback.callable);
}

ZEND_METHOD(RtComm_Timer, isPeriodic)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_BOOL(timer_from_obj(Z_OBJ_P(ZEND_THIS))->periodic);
}

void php_rtcomm_minit_timer(void)
{
	rtcomm_ce_Timer = register_class_RtComm_Timer();
	rtcomm_ce_Timer->create_object = timer_new;
	memcpy(&handlers, &std_object_handlers, sizeof(handlers));
	handlers.offset = XtOffsetOf(php_rtcomm_timer, std);
	handlers.free_obj = timer_free;
	handlers.get_gc = timer_get_gc;
	handlers.clone_obj = NULL;
}
