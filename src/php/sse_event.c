#include "sse_event.h"

#include "classes.h"
#include "exceptions.h"
#include "value.h"
#include "zend_exceptions.h"
#include "zend_interfaces.h"

#include "sse_event_arginfo.h"

/* The properties in the order of the stub. */
enum { PROP_DATA, PROP_EVENT, PROP_ID, PROP_RETRY, PROP_COMMENT };

zend_class_entry *rtcomm_ce_SseEvent;

/* False where the property is null, or was never set. */
static bool get_string(zend_object *object, uint32_t property, rtc_slice *value)
{
	zval *zv = OBJ_PROP_NUM(object, property);

	if (Z_TYPE_P(zv) != IS_STRING) {
		return false;
	}
	*value = php_rtcomm_slice(Z_STR_P(zv));
	return true;
}

rtc_sse_event php_rtcomm_sse_event_get(zend_object *object)
{
	rtc_sse_event event = {0};
	zval *retry = OBJ_PROP_NUM(object, PROP_RETRY);
	bool has_name = get_string(object, PROP_EVENT, &event.name);

	event.has_id = get_string(object, PROP_ID, &event.id);
	event.has_comment = get_string(object, PROP_COMMENT, &event.comment);
	event.has_retry = Z_TYPE_P(retry) == IS_LONG;
	event.retry_ms = event.has_retry ? (uint64_t)Z_LVAL_P(retry) : 0;
	event.has_data = get_string(object, PROP_DATA, &event.data) &&
		(event.data.len > 0 || has_name || event.has_id || !(event.has_retry || event.has_comment));
	return event;
}

static bool check_line(zend_string *text, uint32_t arg)
{
	if (text == NULL || rtc_sse_is_line(php_rtcomm_slice(text))) {
		return true;
	}
	zend_argument_value_error(arg, "must not contain CR, LF or NUL");
	return false;
}

static void set_string(zend_object *object, uint32_t property, zend_string *value)
{
	if (value != NULL) {
		ZVAL_STR_COPY(OBJ_PROP_NUM(object, property), value);
	} else {
		ZVAL_NULL(OBJ_PROP_NUM(object, property));
	}
}

ZEND_METHOD(RtComm_Sse_Event, __construct)
{
	zend_object *object = Z_OBJ_P(ZEND_THIS);
	zend_string *data = ZSTR_EMPTY_ALLOC();
	zend_string *event = NULL;
	zend_string *id = NULL;
	zend_long retry = 0;
	bool no_retry = true;
	zend_string *comment = NULL;

	ZEND_PARSE_PARAMETERS_START(0, 5)
	Z_PARAM_OPTIONAL
	Z_PARAM_STR(data)
	Z_PARAM_STR_OR_NULL(event)
	Z_PARAM_STR_OR_NULL(id)
	Z_PARAM_LONG_OR_NULL(retry, no_retry)
	Z_PARAM_STR_OR_NULL(comment)
	ZEND_PARSE_PARAMETERS_END();
	if (Z_TYPE_P(OBJ_PROP_NUM(object, PROP_DATA)) != IS_UNDEF) {
		zend_throw_error(NULL, "The event is already constructed");
		RETURN_THROWS();
	}
	if (!check_line(event, 2) || !check_line(id, 3)) {
		RETURN_THROWS();
	}
	if (!no_retry && retry < 0) {
		zend_argument_value_error(4, "must be greater than or equal to 0");
		RETURN_THROWS();
	}
	set_string(object, PROP_DATA, data);
	set_string(object, PROP_EVENT, event);
	set_string(object, PROP_ID, id);
	set_string(object, PROP_COMMENT, comment);
	ZVAL_NULL(OBJ_PROP_NUM(object, PROP_RETRY));
	if (!no_retry) {
		ZVAL_LONG(OBJ_PROP_NUM(object, PROP_RETRY), retry);
	}
}

ZEND_METHOD(RtComm_Sse_Event, __toString)
{
	rtc_buf wire = {0};
	rtc_sse_event event;

	ZEND_PARSE_PARAMETERS_NONE();
	event = php_rtcomm_sse_event_get(Z_OBJ_P(ZEND_THIS));
	if (rtc_sse_write(&wire, &event) != RTC_OK) {
		zend_throw_exception(rtcomm_ce_RuntimeException, "Out of memory", 0);
		RETURN_THROWS();
	}
	RETVAL_STR(php_rtcomm_string(rtc_buf_slice(&wire)));
	rtc_buf_deinit(&wire);
}

void php_rtcomm_minit_sse_event(void)
{
	rtcomm_ce_SseEvent = register_class_RtComm_Sse_Event(zend_ce_stringable);
	rtcomm_ce_SseEvent->create_object = php_rtcomm_value_create;
}
