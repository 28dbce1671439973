#include "php.h"

#include "classes.h"
#include "ext/standard/url.h"
#include "publisher_exchange.h"
#include "publisher_url.h"
#include "zend_attributes.h"

#include "../engine/hub.h"
#include "../proto/buf.h"
#include "../proto/http.h"
#include "../proto/utf8.h"
#include "value.h"

#include "publisher_arginfo.h"

#define TIMEOUT_MAX 3600.0

typedef struct publisher {
	php_rtcomm_publisher_url url; /* nothing: not constructed */
	zend_string *secret;          /* owned, or NULL */
	uint64_t timeout_us;
	zend_object std;
} publisher;

static zend_object_handlers handlers;

static inline publisher *from_obj(zend_object *object)
{
	return (publisher *)((char *)object - XtOffsetOf(publisher, std));
}

static zend_object *create(zend_class_entry *ce)
{
	publisher *self = zend_object_alloc(sizeof(publisher), ce);

	memset(self, 0, XtOffsetOf(publisher, std));
	zend_object_std_init(&self->std, ce);
	object_properties_init(&self->std, ce);
	self->std.handlers = &handlers;
	return &self->std;
}

static void free_object(zend_object *object)
{
	publisher *self = from_obj(object);

	php_rtcomm_publisher_url_deinit(&self->url);
	if (self->secret != NULL) {
		zend_string_release(self->secret);
	}
	zend_object_std_dtor(object);
}

/* ---- arguments ---------------------------------------------------------------------------------
 */

/* What may be a header's value and arrives as it is: the blanks around a value are none of it. */
static bool is_exact_value(const zend_string *text)
{
	const char *value = ZSTR_VAL(text);
	size_t len = ZSTR_LEN(text);

	return memchr(value, '\t', len) == NULL && rtc_http_is_value(php_rtcomm_slice(text)) &&
		(len == 0 || (value[0] != ' ' && value[len - 1] != ' '));
}

static bool check_secret(const zend_string *secret)
{
	if (ZSTR_LEN(secret) == 0) {
		zend_argument_value_error(2, "must not be empty; null is for no secret");
		return false;
	}
	if (!is_exact_value(secret)) {
		zend_argument_value_error(2, "must not have control characters, or blanks at its ends");
		return false;
	}
	return true;
}

static bool check_tls(const php_rtcomm_publisher_url *url)
{
	if (url->tls && !zend_hash_str_exists(php_stream_xport_get_hash(), ZEND_STRL("ssl"))) {
		zend_argument_value_error(1,
			"must not start with \"https://\": PHP's openssl extension, "
			"which that needs, is not loaded");
		return false;
	}
	return true;
}

static bool check_publication(const zend_string *channel, const zend_string *event)
{
	if (!rtc_channel_name_valid(php_rtcomm_slice(channel))) {
		zend_argument_value_error(1,
			"must be a channel name: 1 to %d bytes of UTF-8 without control characters",
			RTC_CHANNEL_NAME_MAX);
		return false;
	}
	if (event != NULL && !is_exact_value(event)) {
		zend_argument_value_error(3, "must not have control characters, or blanks at its ends");
		return false;
	}
	return true;
}

/* ---- the request -------------------------------------------------------------------------------
 */

static rtc_status append_field(rtc_buf *out, const char *name, const zend_string *value)
{
	rtc_status status = rtc_buf_append_str(out, name);

	if (status == RTC_OK) {
		status = rtc_buf_append(out, ZSTR_VAL(value), ZSTR_LEN(value));
	}
	return status == RTC_OK ? rtc_buf_append_str(out, "\r\n") : status;
}

static rtc_status append_fields(rtc_buf *out, const publisher *self, const zend_string *event)
{
	rtc_status status = append_field(out, "Host: ", self->url.host);

	if (status == RTC_OK && self->secret != NULL) {
		status = append_field(out, "Authorization: Bearer ", self->secret);
	}
	if (status == RTC_OK && event != NULL && ZSTR_LEN(event) > 0) {
		status = append_field(out, "RtComm-Event: ", event);
	}
	return status;
}

/* In one piece, so that it leaves in as few segments as possible. */
static rtc_status build(rtc_buf *out, const publisher *self, const zend_string *channel,
	const zend_string *data, const zend_string *event)
{
	const bool is_text = rtc_utf8_valid((const uint8_t *)ZSTR_VAL(data), ZSTR_LEN(data));
	zend_string *name = php_raw_url_encode(ZSTR_VAL(channel), ZSTR_LEN(channel));
	rtc_status status = rtc_buf_reserve(out, ZSTR_LEN(data) + 512);

	if (status == RTC_OK) {
		status = rtc_buf_printf(
			out, "POST %s/%s HTTP/1.1\r\n", ZSTR_VAL(self->url.path), ZSTR_VAL(name));
	}
	zend_string_release(name);
	if (status == RTC_OK) {
		status = append_fields(out, self, event);
	}
	if (status == RTC_OK) {
		status = rtc_buf_printf(out, "Content-Type: %s\r\nContent-Length: %zu\r\n\r\n",
			is_text ? "text/plain; charset=utf-8" : "application/octet-stream", ZSTR_LEN(data));
	}
	return status == RTC_OK ? rtc_buf_append(out, ZSTR_VAL(data), ZSTR_LEN(data)) : status;
}

/* ---- methods -----------------------------------------------------------------------------------
 */

ZEND_METHOD(RtComm_Publisher, __construct)
{
	publisher *self = from_obj(Z_OBJ_P(ZEND_THIS));
	zend_string *url;
	zend_string *secret = NULL;
	double timeout = 1.0;

	ZEND_PARSE_PARAMETERS_START(1, 3)
	Z_PARAM_STR(url)
	Z_PARAM_OPTIONAL
	Z_PARAM_STR_OR_NULL(secret)
	Z_PARAM_DOUBLE(timeout)
	ZEND_PARSE_PARAMETERS_END();
	if (self->url.name != NULL) {
		zend_throw_error(NULL, "The publisher is already constructed");
		RETURN_THROWS();
	}
	if (secret != NULL && !check_secret(secret)) {
		RETURN_THROWS();
	}
	if (!(timeout > 0 && timeout <= TIMEOUT_MAX)) {
		zend_argument_value_error(3, "must be greater than 0 and at most 3600");
		RETURN_THROWS();
	}
	if (!php_rtcomm_publisher_url_parse(url, &self->url)) {
		RETURN_THROWS();
	}
	if (!check_tls(&self->url)) {
		php_rtcomm_publisher_url_deinit(&self->url);
		RETURN_THROWS();
	}
	self->secret = secret != NULL ? zend_string_copy(secret) : NULL;
	self->timeout_us = MAX((uint64_t)(timeout * 1e6), 1);
}

ZEND_METHOD(RtComm_Publisher, publish)
{
	publisher *self = from_obj(Z_OBJ_P(ZEND_THIS));
	zend_string *channel;
	zend_string *data;
	zend_string *event = NULL;
	rtc_buf request = {0};
	zend_string *id = NULL;

	ZEND_PARSE_PARAMETERS_START(2, 3)
	Z_PARAM_STR(channel)
	Z_PARAM_STR(data)
	Z_PARAM_OPTIONAL
	Z_PARAM_STR_OR_NULL(event)
	ZEND_PARSE_PARAMETERS_END();
	if (self->url.name == NULL) {
		zend_throw_error(NULL, "The publisher is not constructed");
		RETURN_THROWS();
	}
	if (!check_publication(channel, event)) {
		RETURN_THROWS();
	}
	if (build(&request, self, channel, data, event) != RTC_OK) {
		rtc_buf_deinit(&request);
		zend_throw_error(NULL, "Out of memory");
		RETURN_THROWS();
	}
	id = php_rtcomm_publisher_exchange(&self->url, &request, self->timeout_us);
	if (id == NULL) {
		RETURN_THROWS();
	}
	RETURN_STR(id);
}

/* The attribute is not in the stub: PHP 8.1 has none of that name. */
static void hide_secret(zend_class_entry *ce)
{
#if PHP_VERSION_ID >= 80200
	zend_add_parameter_attribute(
		zend_hash_str_find_ptr(&ce->function_table, ZEND_STRL("__construct")), 1,
		ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);
#else
	(void)ce;
#endif
}

void php_rtcomm_minit_publisher(void)
{
	zend_class_entry *ce = register_class_RtComm_Publisher();

	ce->create_object = create;
	hide_secret(ce);
	memcpy(&handlers, &std_object_handlers, sizeof(handlers));
	handlers.offset = XtOffsetOf(publisher, std);
	handlers.free_obj = free_object;
	handlers.clone_obj = NULL;
}
