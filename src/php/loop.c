#include "loop.h"

#include "../../php_rtcomm.h"
#include "../engine/watch.h"
#include "classes.h"
#include "exceptions.h"
#include "loop_signal.h"
#include "loop_stream.h"
#include "loop_tick.h"
#include "timer.h"
#include "zend_exceptions.h"

#include "loop_arginfo.h"

zend_class_entry *rtcomm_ce_Loop;

static zend_object_handlers handlers;

static zend_object *loop_create(zend_class_entry *ce)
{
	php_rtcomm_loop *loop = zend_object_alloc(sizeof(*loop), ce);

	loop->loop = rtc_loop_new();
	if (loop->loop != NULL) {
		loop->loop->calls = &RTCOMM_G(callbacks);
	}
	loop->ticks_end = &loop->ticks;
	zend_hash_init(&loop->readers, 0, NULL, php_rtcomm_stream_watch_free, false);
	zend_hash_init(&loop->writers, 0, NULL, php_rtcomm_stream_watch_free, false);
	zend_hash_init(&loop->signals, 0, NULL, php_rtcomm_signal_watch_free, false);
	zend_object_std_init(&loop->std, ce);
	object_properties_init(&loop->std, ce);
	loop->std.handlers = &handlers;
	return &loop->std;
}

/* Where an object is made and cannot be used, `new` says so. */
static zend_function *loop_get_constructor(zend_object *object)
{
	if (!php_rtcomm_loop_check(php_rtcomm_loop_from_obj(object))) {
		return NULL;
	}
	return zend_std_get_constructor(object);
}

static HashTable *loop_get_gc(zend_object *object, zval **table, int *count)
{
	php_rtcomm_loop *loop = php_rtcomm_loop_from_obj(object);
	zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();

	php_rtcomm_timers_gc(&loop->timers, buffer);
	php_rtcomm_ticks_gc(loop, buffer);
	php_rtcomm_streams_gc(&loop->readers, buffer);
	php_rtcomm_streams_gc(&loop->writers, buffer);
	php_rtcomm_signals_gc(&loop->signals, buffer);
	zend_get_gc_buffer_use(buffer, table, count);
	return zend_std_get_properties(object);
}

/* May run before or after the objects it holds were freed, when the request ends. */
static void loop_free(zend_object *object)
{
	php_rtcomm_loop *loop = php_rtcomm_loop_from_obj(object);

	if (loop->loop != NULL) {
		rtc_loop_cancel(loop->loop, &loop->tick_job);
		rtc_loop_cancel(loop->loop, &loop->ready_job);
		rtc_watch_free(loop->pulse);
	}
	php_rtcomm_timers_free(&loop->timers);
	zend_hash_destroy(&loop->readers);
	zend_hash_destroy(&loop->writers);
	zend_hash_destroy(&loop->signals);
	php_rtcomm_ticks_free(loop);
	if (loop->loop != NULL) {
		rtc_loop_unref(loop->loop);
		loop->loop = NULL;
	}
	zend_object_std_dtor(object);
}

zend_object *php_rtcomm_loop_default(void)
{
	zval *found = zend_read_static_property(rtcomm_ce_Loop, ZEND_STRL("default"), true);
	zval loop;

	if (found != NULL && Z_TYPE_P(found) == IS_OBJECT) {
		GC_ADDREF(Z_OBJ_P(found));
		return Z_OBJ_P(found);
	}
	object_init_ex(&loop, rtcomm_ce_Loop);
	if (!php_rtcomm_loop_check(php_rtcomm_loop_from_obj(Z_OBJ(loop)))) {
		zval_ptr_dtor(&loop);
		return NULL;
	}
	zend_update_static_property(rtcomm_ce_Loop, ZEND_STRL("default"), &loop);
	return Z_OBJ(loop);
}

/* ---- its methods ---------------------------------------------------------------------------- */

static php_rtcomm_loop *this_loop(zval *object)
{
	php_rtcomm_loop *loop = php_rtcomm_loop_from_obj(Z_OBJ_P(object));

	return php_rtcomm_loop_check(loop) ? loop : NULL;
}

ZEND_METHOD(RtComm_Loop, get)
{
	zend_object *loop;

	ZEND_PARSE_PARAMETERS_NONE();
	loop = php_rtcomm_loop_default();
	if (loop != NULL) {
		RETURN_OBJ(loop);
	}
}

static void add_stream(INTERNAL_FUNCTION_PARAMETERS, php_rtcomm_direction direction)
{
	zval *stream;
	zend_fcall_info fci;
	zend_fcall_info_cache fcc;
	php_rtcomm_loop *loop;

	ZEND_PARSE_PARAMETERS_START(2, 2)
	Z_PARAM_RESOURCE(stream)
	Z_PARAM_FUNC(fci, fcc)
	ZEND_PARSE_PARAMETERS_END();
	(void)return_value;
	loop = this_loop(ZEND_THIS);
	if (loop != NULL) {
		php_rtcomm_stream_watch(loop, stream, direction, &fci, &fcc);
	}
}

static void remove_stream(INTERNAL_FUNCTION_PARAMETERS, php_rtcomm_direction direction)
{
	zval *stream;
	php_rtcomm_loop *loop;

	ZEND_PARSE_PARAMETERS_START(1, 1)
	Z_PARAM_RESOURCE(stream)
	ZEND_PARSE_PARAMETERS_END();
	(void)return_value;
	loop = this_loop(ZEND_THIS);
	if (loop != NULL) {
		php_rtcomm_stream_unwatch(loop, stream, direction);
	}
}

ZEND_METHOD(RtComm_Loop, addReadStream)
{
	add_stream(INTERNAL_FUNCTION_PARAM_PASSTHRU, PHP_RTCOMM_READ);
}

ZEND_METHOD(RtComm_Loop, addWriteStream)
{
	add_stream(INTERNAL_FUNCTION_PARAM_PASSTHRU, PHP_RTCOMM_WRITE);
}

ZEND_METHOD(RtComm_Loop, removeReadStream)
{
	remove_stream(INTERNAL_FUNCTION_PARAM_PASSTHRU, PHP_RTCOMM_READ);
}

ZEND_METHOD(RtComm_Loop, removeWriteStream)
{
	remove_stream(INTERNAL_FUNCTION_PARAM_PASSTHRU, PHP_RTCOMM_WRITE);
}

static void add_timer(INTERNAL_FUNCTION_PARAMETERS, bool periodic)
{
	double interval;
	zend_fcall_info fci;
	zend_fcall_info_cache fcc;
	php_rtcomm_loop *loop;

	ZEND_PARSE_PARAMETERS_START(2, 2)
	Z_PARAM_DOUBLE(interval)
	Z_PARAM_FUNC(fci, fcc)
	ZEND_PARSE_PARAMETERS_END();
	loop = this_loop(ZEND_THIS);
	if (loop != NULL) {
		php_rtcomm_timer_start(loop, interval, periodic, &fci, &fcc, return_value);
	}
}

ZEND_METHOD(RtComm_Loop, addTimer)
{
	add_timer(INTERNAL_FUNCTION_PARAM_PASSTHRU, false);
}

ZEND_METHOD(RtComm_Loop, addPeriodicTimer)
{
	add_timer(INTERNAL_FUNCTION_PARAM_PASSTHRU, true);
}

ZEND_METHOD(RtComm_Loop, cancelTimer)
{
	zval *timer;
	php_rtcomm_loop *loop;

	ZEND_PARSE_PARAMETERS_START(1, 1)
	Z_PARAM_OBJECT_OF_CLASS(timer, rtcomm_ce_Timer)
	ZEND_PARSE_PARAMETERS_END();
	loop = this_loop(ZEND_THIS);
	if (loop != NULL) {
		php_rtcomm_timer_cancel(loop, Z_OBJ_P(timer));
	}
}

ZEND_METHOD(RtComm_Loop, futureTick)
{
	zend_fcall_info fci;
	zend_fcall_info_cache fcc;
	php_rtcomm_loop *loop;

	ZEND_PARSE_PARAMETERS_START(1, 1)
	Z_PARAM_FUNC(fci, fcc)
	ZEND_PARSE_PARAMETERS_END();
	loop = this_loop(ZEND_THIS);
	if (loop != NULL) {
		php_rtcomm_tick_add(loop, &fci, &fcc);
	}
}

ZEND_METHOD(RtComm_Loop, addSignal)
{
	zend_long number;
	zend_fcall_info fci;
	zend_fcall_info_cache fcc;
	php_rtcomm_loop *loop;

	ZEND_PARSE_PARAMETERS_START(2, 2)
	Z_PARAM_LONG(number)
	Z_PARAM_FUNC(fci, fcc)
	ZEND_PARSE_PARAMETERS_END();
	loop = this_loop(ZEND_THIS);
	if (loop != NULL) {
		php_rtcomm_signal_add(loop, number, &fci, &fcc);
	}
}

ZEND_METHOD(RtComm_Loop, removeSignal)
{
	zend_long number;
	zval *listener;
	php_rtcomm_loop *loop;

	ZEND_PARSE_PARAMETERS_START(2, 2)
	Z_PARAM_LONG(number)
	Z_PARAM_ZVAL(listener)
	ZEND_PARSE_PARAMETERS_END();
	loop = this_loop(ZEND_THIS);
	if (loop != NULL) {
		php_rtcomm_signal_remove(loop, number, listener);
	}
}

ZEND_METHOD(RtComm_Loop, run)
{
	ZEND_PARSE_PARAMETERS_NONE();
	php_rtcomm_loop_run(php_rtcomm_loop_from_obj(Z_OBJ_P(ZEND_THIS)), NULL, NULL);
}

ZEND_METHOD(RtComm_Loop, stop)
{
	ZEND_PARSE_PARAMETERS_NONE();
	php_rtcomm_loop_from_obj(Z_OBJ_P(ZEND_THIS))->stopping = true;
}

void php_rtcomm_minit_loop(void)
{
	rtcomm_ce_Loop = register_class_RtComm_Loop();
	rtcomm_ce_Loop->create_object = loop_create;
	memcpy(&handlers, &std_object_handlers, sizeof(handlers));
	handlers.offset = XtOffsetOf(php_rtcomm_loop, std);
	handlers.free_obj = loop_free;
	handlers.get_gc = loop_get_gc;
	handlers.get_constructor = loop_get_constructor;
	handlers.clone_obj = NULL;
}
