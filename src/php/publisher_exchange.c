#include "publisher_exchange.h"

#include "exceptions.h"
#include "ext/json/php_json.h"
#include "publisher_link.h"
#include "zend_exceptions.h"

#include <ctype.h>

#include "../engine/clock.h"
#include "../proto/http_answer.h"

#define READ_SIZE 8192

/* Of the server's text, in a message. */
#define TEXT_MAX 200

#define UNKNOWN "; the publication may have been accepted"

/* What one attempt came to. */
typedef enum attempt_result {
	ATTEMPT_OVER,   /* there is an answer, or a fault */
	ATTEMPT_UNSENT, /* the connection broke before all was sent, without an answer */
} attempt_result;

typedef struct exchange {
	php_rtcomm_publisher_link link;
	rtc_http_answer answer;
	rtc_slice request;
	uint64_t timeout_us;
	zend_string *fault; /* the exception's message, or NULL */
	zend_string *id;    /* with no fault */
	bool is_answered;   /* the answer is complete, and all that was read */
} exchange;

static const char *server(const exchange *self)
{
	return ZSTR_VAL(self->link.url->name);
}

static const char *reason(const exchange *self)
{
	return self->link.reason != NULL ? ZSTR_VAL(self->link.reason) : "no reason was given";
}

/* ---- faults ------------------------------------------------------------------------------------
 */

static attempt_result late(exchange *self, const char *doing, bool is_sent)
{
	self->fault = strpprintf(0, "Timed out after %g s, %s %s%s", (double)self->timeout_us / 1e6,
		doing, server(self), is_sent ? UNKNOWN : "");
	return ATTEMPT_OVER;
}

static attempt_result strange(exchange *self, const char *what)
{
	self->fault = strpprintf(0, "The answer of %s is not one of RtComm: %s", server(self), what);
	return ATTEMPT_OVER;
}

/* The first line of the text that came with a status; what a terminal or a log could stumble over
 * is replaced. Other types are pages for people. */
static zend_string *server_text(const rtc_http_answer *answer)
{
	size_t len = 0;
	zend_string *text;

	while (answer->plain_text && len < answer->content.len && len < TEXT_MAX &&
		answer->content.data[len] != '\r' && answer->content.data[len] != '\n') {
		len++;
	}
	if (len == 0) {
		const char *phrase = rtc_http_reason(answer->status);

		return zend_string_init(phrase, strlen(phrase), false);
	}
	text = zend_string_init((const char *)answer->content.data, len, false);
	for (size_t i = 0; i < len; i++) {
		unsigned char byte = (unsigned char)ZSTR_VAL(text)[i];

		if (byte < 0x20 || byte >= 0x7F) {
			ZSTR_VAL(text)[i] = '?';
		}
	}
	return text;
}

static void refused(exchange *self)
{
	zend_string *text = server_text(&self->answer);

	self->fault =
		strpprintf(0, "Refused by %s: %d %s", server(self), self->answer.status, ZSTR_VAL(text));
	zend_string_release(text);
}

/* ---- the answer --------------------------------------------------------------------------------
 */

/* "EPOCH:OFFSET": what a cursor of RtComm is made of. */
static bool is_id(const zval *value)
{
	const char *colon;
	const char *at;

	if (value == NULL || Z_TYPE_P(value) != IS_STRING) {
		return false;
	}
	at = Z_STRVAL_P(value);
	colon = strchr(at, ':');
	if (colon == NULL || colon == at || colon[1] == '\0' || Z_STRLEN_P(value) > TEXT_MAX ||
		strspn(colon + 1, "0123456789") != Z_STRLEN_P(value) - (size_t)(colon + 1 - at)) {
		return false;
	}
	for (; at < colon; at++) {
		if (!isalnum((unsigned char)*at) && *at != '-' && *at != '_') {
			return false;
		}
	}
	return true;
}

/* Takes {"id":"EPOCH:OFFSET","receivers":N}. */
static void take_id(exchange *self)
{
	rtc_buf *content = &self->answer.content;
	zval value;
	zval *id = NULL;

	ZVAL_UNDEF(&value);
	/* PHP's parser reads up to a NUL behind the text. */
	if (rtc_buf_append(content, "", 1) == RTC_OK &&
		php_json_decode_ex(&value, (const char *)content->data, content->len - 1,
			PHP_JSON_OBJECT_AS_ARRAY | PHP_JSON_THROW_ON_ERROR, 4) == SUCCESS &&
		Z_TYPE(value) == IS_ARRAY) {
		id = zend_hash_str_find(Z_ARRVAL(value), ZEND_STRL("id"));
	}
	php_rtcomm_publisher_forget_exception();
	if (is_id(id)) {
		self->id = zend_string_copy(Z_STR_P(id));
	} else {
		strange(self, "it holds no id of a publication");
	}
	zval_ptr_dtor(&value);
}

static void judge(exchange *self)
{
	self->is_answered = true;
	if (self->answer.status == 200) {
		take_id(self);
	} else {
		refused(self);
	}
}

/* ---- the exchange ------------------------------------------------------------------------------
 */

/* The connection ended, or broke. */
static attempt_result ended(exchange *self, bool is_sent, bool is_silent)
{
	const char *what;

	if (!is_silent) {
		if (rtc_http_answer_end(&self->answer, &what) == RTC_PARSE_DONE) {
			judge(self);
			return ATTEMPT_OVER;
		}
		return strange(self, what);
	}
	if (!is_sent) {
		return ATTEMPT_UNSENT;
	}
	self->fault = strpprintf(0, "No answer from %s: %s" UNKNOWN, server(self), reason(self));
	return ATTEMPT_OVER;
}

static attempt_result read_answer(exchange *self, bool is_sent)
{
	uint8_t data[READ_SIZE];
	bool is_silent = true;
	const char *what;
	size_t len;

	for (;;) {
		switch (php_rtcomm_publisher_link_receive(&self->link, data, sizeof(data), &len)) {
		case PHP_RTCOMM_LINK_LATE:
			return late(self, is_sent ? "waiting for the answer of" : "sending to", is_sent);
		case PHP_RTCOMM_LINK_BROKEN:
			return ended(self, is_sent, is_silent);
		case PHP_RTCOMM_LINK_OK:
			break;
		}
		is_silent = false;
		switch (rtc_http_answer_push(&self->answer, rtc_slice_of(data, len), &what)) {
		case RTC_PARSE_DONE:
			judge(self);
			return ATTEMPT_OVER;
		case RTC_PARSE_ERROR:
			return strange(self, what);
		case RTC_PARSE_MORE:
			break;
		}
	}
}

/* One request over the open link. A server may answer before it has read all, and close: the answer
 * is still to be read. */
static attempt_result attempt(exchange *self)
{
	size_t unsent;
	attempt_result result;

	if (php_rtcomm_publisher_link_send(&self->link, self->request, &unsent) ==
		PHP_RTCOMM_LINK_LATE) {
		return late(self, "sending to", false);
	}
	result = read_answer(self, unsent == 0);
	if (unsent > 0) {
		self->answer.keep_alive = false;
	}
	return result;
}

static void publish_anew(exchange *self)
{
	switch (php_rtcomm_publisher_link_connect(&self->link)) {
	case PHP_RTCOMM_LINK_LATE:
		late(self, "connecting to", false);
		return;
	case PHP_RTCOMM_LINK_BROKEN:
		self->fault = strpprintf(0, "Cannot connect to %s: %s", server(self), reason(self));
		return;
	case PHP_RTCOMM_LINK_OK:
		break;
	}
	if (attempt(self) == ATTEMPT_UNSENT) {
		self->fault = strpprintf(0, "Cannot send to %s: %s", server(self), reason(self));
	}
}

static void publish(exchange *self)
{
	if (php_rtcomm_publisher_link_reuse(&self->link)) {
		if (attempt(self) == ATTEMPT_OVER) {
			return;
		}
		php_rtcomm_publisher_link_leave(&self->link, false);
	}
	publish_anew(self);
}

zend_string *php_rtcomm_publisher_exchange(
	const php_rtcomm_publisher_url *url, rtc_buf *request, uint64_t timeout_us)
{
	exchange self = {
		.link = {.url = url, .end_us = rtc_now_us() + timeout_us},
		.request = rtc_buf_slice(request),
		.timeout_us = timeout_us,
	};
	volatile bool bailout = false;
	php_rtcomm_publisher_quiet quiet;

	rtc_http_answer_init(&self.answer);
	php_rtcomm_publisher_quiet_begin(&quiet);
	zend_try
	{
		publish(&self);
		php_rtcomm_publisher_link_leave(&self.link, self.is_answered && self.answer.keep_alive);
	}
	zend_catch
	{
		bailout = true;
	}
	zend_end_try();
	php_rtcomm_publisher_quiet_end(&quiet);
	rtc_http_answer_deinit(&self.answer);
	rtc_buf_deinit(request);
	if (bailout) {
		zend_bailout();
	}
	if (self.fault != NULL) {
		zend_throw_exception(rtcomm_ce_PublishException, ZSTR_VAL(self.fault), self.answer.status);
		zend_string_release(self.fault);
	}
	return self.id;
}
