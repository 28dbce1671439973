#include "timer.h"

#include "classes.h"

#include <math.h>

#include "timer_arginfo.h"

#define TIMER_MIN_SECONDS 0.000001
#define TIMER_MAX_SECONDS 1e9

zend_class_entry *rtcomm_ce_Timer;

static zend_object_handlers handlers;

static php_rtcomm_timer *timer_from_obj(zend_object *object)
{
	return (php_rtcomm_timer *)((char *)object - XtOffsetOf(php_rtcomm_timer, std));
}

bool php_rtcomm_timer_start(php_rtcomm_loop *loop, double interval, bool periodic,
	const zend_fcall_info *fci, const zend_fcall_info_cache *fcc, zval *value)
{
	php_rtcomm_timer *timer;

	if (isnan(interval) || interval > TIMER_MAX_SECONDS) {
		zend_argument_value_error(1, "must be a number of seconds up to 1e9");
		return false;
	}
	object_init_ex(value, rtcomm_ce_Timer);
	timer = timer_from_obj(Z_OBJ_P(value));
	timer->interval = MAX(interval, TIMER_MIN_SECONDS);
	timer->interval_us = (uint64_t)ceil(timer->interval * 1e6);
	timer->periodic = periodic;
	php_rtcomm_callback_init(&timer->callback, fci, fcc);
	php_rtcomm_timers_add(loop, timer);
	return true;
}

void php_rtcomm_timer_cancel(php_rtcomm_loop *loop, zend_object *object)
{
	php_rtcomm_timer *timer = timer_from_obj(object);

	if (timer->loop == loop) {
		php_rtcomm_timers_remove(loop, timer);
		OBJ_RELEASE(object);
	}
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

/* When the request ends, this may come before the loop's own end, while the timer is active: the
 * loop finds the object freed, but still there. */
static void timer_free(zend_object *object)
{
	php_rtcomm_callback_deinit(&timer_from_obj(object)->callback);
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
