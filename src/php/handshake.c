#include "php.h"

#include "../proto/digest.h"
#include "../proto/handshake.h"
#include "classes.h"
#include "deflate.h"
#include "exceptions.h"
#include "value.h"
#include "zend_exceptions.h"
#include "zend_interfaces.h"

#include "handshake_arginfo.h"

#define HEAD_MAX 16384

/* The properties in the order of the stub. */
enum { PROP_STATUS, PROP_SUBPROTOCOL, PROP_DEFLATE, PROP_RESPONSE };

static zend_class_entry *handshake_ce;

/* Judges the bytes of a request. */
static void judge(rtc_slice head, const rtc_slice *supported, size_t count, rtc_handshake *result,
	rtc_http_head *parsed)
{
	rtc_http_scan scan = {0};
	rtc_http_error error = {400, "the request's head is incomplete"};
	size_t len;
	if (rtc_http_scan_head(&scan, head.data, head.len, HEAD_MAX, &len, &error) == RTC_PARSE_DONE &&
		rtc_http_parse_head(head.data, len, parsed, &error)) {
		rtc_handshake_check(parsed, head.data, supported, count, result);
		return;
	}
	*result = (rtc_handshake){.status = error.status, .error = error.text};
}

/* RFC 9110 15.5.22: a 426 names the protocol, and Connection names Upgrade (7.8). 15.5.6: a 405
 * names the methods. RFC 6455 4.4: the versions that are spoken. */
static const char *fields_of(int status)
{
	switch (status) {
	case 405:
		return "Allow: GET\r\nConnection: close\r\n";
	case 426:
		return "Sec-WebSocket-Version: 13\r\nUpgrade: websocket\r\nConnection: Upgrade, close\r\n";
	default:
		return "Connection: close\r\n";
	}
}

static zend_string *refusal(const rtc_handshake *result)
{
	return strpprintf(0,
		"HTTP/1.1 %d %s\r\n"
		"Content-Type: text/plain; charset=utf-8\r\n"
		"Content-Length: %zu\r\n"
		"%s\r\n%s\n",
		result->status, rtc_http_reason(result->status), strlen(result->error) + 1,
		fields_of(result->status), result->error);
}

/* NULL with an exception when there is no memory. */
static zend_string *response_of(const rtc_handshake *result, zend_object *deflate)
{
	if (result->status != 101) {
		return refusal(result);
	}
	rtc_buf out = {0};
	rtc_slice extensions = deflate == NULL ? rtc_slice_of(NULL, 0)
										   : rtc_buf_slice(php_rtcomm_deflate_response(deflate));
	zend_string *response = NULL;
	if (rtc_handshake_write(result, extensions, &out) == RTC_OK) {
		response = php_rtcomm_string(rtc_buf_slice(&out));
	} else {
		zend_throw_exception(rtcomm_ce_RuntimeException, "out of memory", 0);
	}
	rtc_buf_deinit(&out);
	return response;
}

/* Throws if a value is not the name of a subprotocol. `out` has room for all of them. */
static bool read_subprotocols(HashTable *subprotocols, rtc_slice *out)
{
	zval *value;
	ZEND_HASH_FOREACH_VAL (subprotocols, value) {
		ZVAL_DEREF(value);
		if (Z_TYPE_P(value) != IS_STRING) {
			zend_argument_type_error(2, "must contain only strings");
			return false;
		}
		*out = php_rtcomm_slice(Z_STR_P(value));
		if (!rtc_http_is_token(*out++)) {
			zend_argument_value_error(
				2, "must contain only tokens, and \"%s\" is none", Z_STRVAL_P(value));
			return false;
		}
	}
	ZEND_HASH_FOREACH_END();
	return true;
}

/* False with an exception. */
static bool read_options(HashTable *options, rtc_deflate_options *deflate)
{
	zend_string *name;
	zval *value;
	ZEND_HASH_FOREACH_STR_KEY_VAL (options, name, value) {
		if (name == NULL || !zend_string_equals_literal(name, "deflate")) {
			zend_argument_value_error(3,
				"must not contain the unknown option \"%s\"; allowed is deflate",
				name == NULL ? "(a number)" : ZSTR_VAL(name));
			return false;
		}
		if (!php_rtcomm_deflate_value_parse(value, PHP_RTCOMM_DEFLATE_CODEC, deflate, NULL, 3)) {
			return false;
		}
	}
	ZEND_HASH_FOREACH_END();
	return true;
}

/* What is agreed on with the request's offers, in the order of its fields; NULL if nothing is. */
static zend_object *negotiate(
	const rtc_http_head *head, rtc_slice bytes, const rtc_deflate_options *options)
{
	for (size_t i = 0; i < head->field_count; i++) {
		rtc_slice name = rtc_http_span_slice(bytes.data, head->fields[i].name);
		zend_object *deflate = NULL;
		if (rtc_slice_equals_nocase(name, RTC_SLICE("Sec-WebSocket-Extensions"))) {
			deflate = php_rtcomm_deflate_negotiate(
				rtc_http_span_slice(bytes.data, head->fields[i].value), options);
		}
		if (deflate != NULL || EG(exception)) {
			return deflate;
		}
	}
	return NULL;
}

ZEND_METHOD(RtComm_WebSocket_Handshake, __construct)
{
	ZEND_PARSE_PARAMETERS_NONE();
}

ZEND_METHOD(RtComm_WebSocket_Handshake, acceptKey)
{
	zend_string *key;
	ZEND_PARSE_PARAMETERS_START(1, 1)
	Z_PARAM_STR(key)
	ZEND_PARSE_PARAMETERS_END();

	if (!rtc_base64_is(php_rtcomm_slice(key), RTC_HANDSHAKE_KEY_BYTES)) {
		zend_argument_value_error(
			1, "must be the base64 form of %d bytes", RTC_HANDSHAKE_KEY_BYTES);
		RETURN_THROWS();
	}
	char accept[RTC_HANDSHAKE_ACCEPT_LEN];
	rtc_handshake_accept(php_rtcomm_slice(key), accept);
	RETURN_STRINGL(accept, sizeof(accept));
}

/* `options`: NULL for no compression. */
static void respond(zend_string *head, const rtc_slice *supported, size_t count,
	const rtc_deflate_options *options, zval *return_value)
{
	rtc_handshake result;
	rtc_http_head parsed;
	judge(php_rtcomm_slice(head), supported, count, &result, &parsed);
	zend_object *deflate = NULL;
	if (result.status == 101 && options != NULL) {
		deflate = negotiate(&parsed, php_rtcomm_slice(head), options);
	}
	zend_string *response = EG(exception) ? NULL : response_of(&result, deflate);
	if (response == NULL) {
		if (deflate != NULL) {
			OBJ_RELEASE(deflate);
		}
		return;
	}
	zend_object *handshake = php_rtcomm_value_create(handshake_ce);
	ZVAL_LONG(OBJ_PROP_NUM(handshake, PROP_STATUS), result.status);
	if (result.status == 101 && result.protocol.len > 0) {
		ZVAL_STR(OBJ_PROP_NUM(handshake, PROP_SUBPROTOCOL), php_rtcomm_string(result.protocol));
	} else {
		ZVAL_NULL(OBJ_PROP_NUM(handshake, PROP_SUBPROTOCOL));
	}
	if (deflate != NULL) {
		ZVAL_OBJ(OBJ_PROP_NUM(handshake, PROP_DEFLATE), deflate);
	} else {
		ZVAL_NULL(OBJ_PROP_NUM(handshake, PROP_DEFLATE));
	}
	ZVAL_STR(OBJ_PROP_NUM(handshake, PROP_RESPONSE), response);
	RETURN_OBJ(handshake);
}

ZEND_METHOD(RtComm_WebSocket_Handshake, respond)
{
	zend_string *head;
	HashTable *subprotocols = NULL;
	HashTable *options = NULL;
	ZEND_PARSE_PARAMETERS_START(1, 3)
	Z_PARAM_STR(head)
	Z_PARAM_OPTIONAL
	Z_PARAM_ARRAY_HT(subprotocols)
	Z_PARAM_ARRAY_HT(options)
	ZEND_PARSE_PARAMETERS_END();

	rtc_deflate_options deflate;
	php_rtcomm_deflate_options_init(&deflate);
	if (options != NULL && !read_options(options, &deflate)) {
		RETURN_THROWS();
	}
	size_t count = subprotocols == NULL ? 0 : zend_hash_num_elements(subprotocols);
	rtc_slice *supported = safe_emalloc(count, sizeof(*supported), 0);
	if (count == 0 || read_subprotocols(subprotocols, supported)) {
		respond(head, supported, count, deflate.on ? &deflate : NULL, return_value);
	}
	efree(supported);
}

ZEND_METHOD(RtComm_WebSocket_Handshake, __toString)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_COPY(OBJ_PROP_NUM(Z_OBJ_P(ZEND_THIS), PROP_RESPONSE));
}

void php_rtcomm_minit_handshake(void)
{
	handshake_ce = register_class_RtComm_WebSocket_Handshake(zend_ce_stringable);
	handshake_ce->create_object = php_rtcomm_value_create;
}
