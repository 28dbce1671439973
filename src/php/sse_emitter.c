#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif

#include "php.h"

#include "../engine/clock.h"
#include "classes.h"
#include "exceptions.h"
#include "ext/spl/spl_iterators.h"
#include "php_globals.h"
#include "sse_event.h"
#include "sse_response.h"
#include "value.h"
#include "zend_exceptions.h"

#include <errno.h>
#include <time.h>

#include "sse_emitter_arginfo.h"

/* What a client is told to wait at the end of maxDuration, when no event has said it: spread, since
 * streams that began together end together. */
#define RETRY_MIN_MS 1000
#define RETRY_SPREAD_MS 2000

#define SECONDS_MAX 1e9

typedef enum emitter_state {
	EMITTER_NEW,  /* not constructed */
	EMITTER_OPEN, /* as far as the last write has shown */
	EMITTER_OVER,
} emitter_state;

/* Times are of the monotonic clock. */
typedef struct emitter {
	emitter_state state;
	bool told;      /* OVER, and a method has said so to the script */
	bool has_retry; /* an event has set retry_ms */
	uint64_t retry_ms;
	uint64_t heartbeat_us; /* 0: none */
	uint64_t sent_us;      /* when something was written last */
	uint64_t end_us;       /* UINT64_MAX: never */
	zend_object std;
} emitter;

enum { PROP_LAST_EVENT_ID };

static zend_object_handlers handlers;

static inline emitter *from_obj(zend_object *object)
{
	return (emitter *)((char *)object - XtOffsetOf(emitter, std));
}

static zend_object *create(zend_class_entry *ce)
{
	emitter *self = zend_object_alloc(sizeof(emitter), ce);

	zend_object_std_init(&self->std, ce);
	object_properties_init(&self->std, ce);
	self->std.handlers = &handlers;
	return &self->std;
}

static bool check_seconds(double seconds, bool zero_too, uint32_t arg)
{
	if (seconds <= SECONDS_MAX && (zero_too ? seconds >= 0 : seconds > 0)) {
		return true;
	}
	zend_argument_value_error(
		arg, "must be %s and at most 1000000000", zero_too ? "0 or greater" : "greater than 0");
	return false;
}

/* ---- the stream ----------------------------------------------------------------------------- */

static void put(emitter *self, rtc_slice bytes)
{
	self->sent_us = rtc_now_us();
	if (!php_rtcomm_sse_response_write(bytes)) {
		self->state = EMITTER_OVER;
	}
}

static void put_event(emitter *self, const rtc_sse_event *event)
{
	rtc_buf wire = {0};

	if (rtc_sse_write(&wire, event) != RTC_OK) {
		zend_throw_exception(rtcomm_ce_RuntimeException, "Out of memory", 0);
		return;
	}
	if (event->has_retry) {
		self->has_retry = true;
		self->retry_ms = event->retry_ms;
	}
	put(self, rtc_buf_slice(&wire));
	rtc_buf_deinit(&wire);
}

static void put_data(emitter *self, const zend_string *data)
{
	put_event(self,
		&(rtc_sse_event){
			.has_data = true,
			.data = php_rtcomm_slice(data),
		});
}

/* In two writes: where the client is gone, the first is what makes TCP say so (RST), and the second
 * is what is told. */
static void put_heartbeat(emitter *self)
{
	put(self, RTC_SLICE(":"));
	if (self->state == EMITTER_OPEN) {
		put(self, RTC_SLICE("\n\n"));
	}
}

static void end_in_time(emitter *self, uint64_t now)
{
	rtc_sse_event event = {
		.has_retry = true,
		.retry_ms = self->has_retry ? self->retry_ms : RETRY_MIN_MS + now % RETRY_SPREAD_MS,
	};

	put_event(self, &event);
	self->state = EMITTER_OVER;
}

/* Does what is due: the end, or a heartbeat. True while the stream goes on. */
static bool attend(emitter *self)
{
	uint64_t now = rtc_now_us();

	if (self->state == EMITTER_OPEN && php_rtcomm_sse_response_is_gone()) {
		self->state = EMITTER_OVER;
	}
	if (self->state != EMITTER_OPEN) {
		return false;
	}
	if (now >= self->end_us) {
		end_in_time(self, now);
	} else if (self->heartbeat_us > 0 && now - self->sent_us >= self->heartbeat_us) {
		put_heartbeat(self);
	}
	return self->state == EMITTER_OPEN;
}

/* False: it is over, or something was thrown. Whoever was told that it is over and comes again does
 * not look at results, and ends here. */
static bool enter(emitter *self)
{
	if (self->state == EMITTER_NEW) {
		zend_throw_error(NULL, "The emitter is not constructed");
		return false;
	}
	if (self->state == EMITTER_OPEN) {
		return true;
	}
	if (self->told && !PG(ignore_user_abort)) {
		zend_throw_unwind_exit();
	}
	self->told = true;
	return false;
}

/* What a method returns to the script. */
static bool leave(emitter *self)
{
	bool open = attend(self);

	self->told = !open;
	return open;
}

/* ---- methods -------------------------------------------------------------------------------- */

static void set_last_event_id(zend_object *object)
{
	zend_string *id = php_rtcomm_sse_last_event_id();

	if (id != NULL) {
		ZVAL_STR(OBJ_PROP_NUM(object, PROP_LAST_EVENT_ID), id);
	} else {
		ZVAL_NULL(OBJ_PROP_NUM(object, PROP_LAST_EVENT_ID));
	}
}

ZEND_METHOD(RtComm_Sse_Emitter, __construct)
{
	emitter *self = from_obj(Z_OBJ_P(ZEND_THIS));
	double heartbeat = 15.0;
	double duration = 0.0;
	bool no_duration = true;
	HashTable *headers = NULL;

	ZEND_PARSE_PARAMETERS_START(0, 3)
	Z_PARAM_OPTIONAL
	Z_PARAM_DOUBLE(heartbeat)
	Z_PARAM_DOUBLE_OR_NULL(duration, no_duration)
	Z_PARAM_ARRAY_HT(headers)
	ZEND_PARSE_PARAMETERS_END();
	if (self->state != EMITTER_NEW) {
		zend_throw_error(NULL, "The emitter is already constructed");
		RETURN_THROWS();
	}
	if (!check_seconds(heartbeat, true, 1) ||
		(!no_duration && !check_seconds(duration, false, 2)) ||
		!php_rtcomm_sse_response_begin(headers, 3)) {
		RETURN_THROWS();
	}
	if (self->state != EMITTER_NEW) { /* by a header's __toString() */
		zend_throw_error(NULL, "The emitter is already constructed");
		RETURN_THROWS();
	}
	set_last_event_id(&self->std);
	self->state = EMITTER_OPEN;
	self->heartbeat_us = (uint64_t)(heartbeat * 1e6);
	self->sent_us = rtc_now_us();
	self->end_us = no_duration ? UINT64_MAX : self->sent_us + (uint64_t)(duration * 1e6);
}

ZEND_METHOD(RtComm_Sse_Emitter, send)
{
	emitter *self = from_obj(Z_OBJ_P(ZEND_THIS));
	zend_object *object;
	zend_string *data;

	ZEND_PARSE_PARAMETERS_START(1, 1)
	Z_PARAM_OBJ_OF_CLASS_OR_STR(object, rtcomm_ce_SseEvent, data)
	ZEND_PARSE_PARAMETERS_END();
	if (!enter(self)) {
		RETURN_FALSE;
	}
	if (object != NULL) {
		rtc_sse_event event = php_rtcomm_sse_event_get(object);

		put_event(self, &event);
	} else {
		put_data(self, data);
	}
	RETURN_BOOL(leave(self));
}

ZEND_METHOD(RtComm_Sse_Emitter, comment)
{
	emitter *self = from_obj(Z_OBJ_P(ZEND_THIS));
	zend_string *text = ZSTR_EMPTY_ALLOC();
	rtc_sse_event event = {.has_comment = true};

	ZEND_PARSE_PARAMETERS_START(0, 1)
	Z_PARAM_OPTIONAL
	Z_PARAM_STR(text)
	ZEND_PARSE_PARAMETERS_END();
	if (!enter(self)) {
		RETURN_FALSE;
	}
	event.comment = php_rtcomm_slice(text);
	put_event(self, &event);
	RETURN_BOOL(leave(self));
}

/* Sleeps until `until_us`, or until there is something to do. False: a signal came. */
static bool sleep_until(const emitter *self, uint64_t now, uint64_t until_us)
{
	uint64_t heartbeat_us =
		self->heartbeat_us > 0 ? self->sent_us + self->heartbeat_us : UINT64_MAX;
	uint64_t wake_us = MIN(MIN(until_us, self->end_us), heartbeat_us);
	uint64_t left_us = wake_us > now ? wake_us - now : 0;
	struct timespec left = {
		.tv_sec = (time_t)(left_us / 1000000),
		.tv_nsec = (long)(left_us % 1000000) * 1000,
	};

	return nanosleep(&left, NULL) == 0 || errno != EINTR;
}

ZEND_METHOD(RtComm_Sse_Emitter, wait)
{
	emitter *self = from_obj(Z_OBJ_P(ZEND_THIS));
	double seconds;
	uint64_t now = rtc_now_us();
	uint64_t until_us;

	ZEND_PARSE_PARAMETERS_START(1, 1)
	Z_PARAM_DOUBLE(seconds)
	ZEND_PARSE_PARAMETERS_END();
	if (!check_seconds(seconds, true, 1)) {
		RETURN_THROWS();
	}
	if (!enter(self)) {
		RETURN_FALSE;
	}
	until_us = now + (uint64_t)(seconds * 1e6);
	while (attend(self) && (now = rtc_now_us()) < until_us) {
		if (!sleep_until(self, now, until_us)) {
			break;
		}
	}
	RETURN_BOOL(leave(self));
}

ZEND_METHOD(RtComm_Sse_Emitter, isOpen)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_BOOL(attend(from_obj(Z_OBJ_P(ZEND_THIS))));
}

/* False: there is no going on. */
static bool stream_item(emitter *self, zval *item)
{
	ZVAL_DEREF(item);
	if (Z_TYPE_P(item) == IS_STRING) {
		put_data(self, Z_STR_P(item));
	} else if (Z_TYPE_P(item) == IS_OBJECT && Z_OBJCE_P(item) == rtcomm_ce_SseEvent) {
		rtc_sse_event event = php_rtcomm_sse_event_get(Z_OBJ_P(item));

		put_event(self, &event);
	} else if (Z_TYPE_P(item) != IS_NULL) {
		zend_argument_type_error(1, "must yield RtComm\\Sse\\Event, string or null, %s yielded",
			zend_zval_type_name(item));
	}
	return EG(exception) == NULL && attend(self);
}

static int stream_current(zend_object_iterator *iterator, void *user)
{
	zval *item = iterator->funcs->get_current_data(iterator);

	/* The iterator itself may have sent, and learnt that the stream is over. */
	if (item == NULL || EG(exception) != NULL || ((emitter *)user)->state != EMITTER_OPEN) {
		return ZEND_HASH_APPLY_STOP;
	}
	return stream_item(user, item) ? ZEND_HASH_APPLY_KEEP : ZEND_HASH_APPLY_STOP;
}

ZEND_METHOD(RtComm_Sse_Emitter, stream)
{
	emitter *self = from_obj(Z_OBJ_P(ZEND_THIS));
	zval *events;
	zval *item;

	ZEND_PARSE_PARAMETERS_START(1, 1)
	Z_PARAM_ITERABLE(events)
	ZEND_PARSE_PARAMETERS_END();
	if (!enter(self)) {
		return;
	}
	if (Z_TYPE_P(events) != IS_ARRAY) {
		spl_iterator_apply(events, stream_current, self);
		return;
	}
	ZEND_HASH_FOREACH_VAL (Z_ARRVAL_P(events), item) {
		if (!stream_item(self, item)) {
			return;
		}
	}
	ZEND_HASH_FOREACH_END();
}

void php_rtcomm_minit_sse_emitter(void)
{
	zend_class_entry *ce = register_class_RtComm_Sse_Emitter();

	ce->create_object = create;
	memcpy(&handlers, &std_object_handlers, sizeof(handlers));
	handlers.offset = XtOffsetOf(emitter, std);
	handlers.clone_obj = NULL;
}
