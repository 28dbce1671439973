#include "response.h"

#include "classes.h"
#include "content_type.h"
#include "exceptions.h"
#include "ext/json/php_json.h"
#include "header_fields.h"
#include "php_streams.h"
#include "value.h"
#include "zend_exceptions.h"
#include "zend_smart_str.h"

#include <errno.h>

#include "response_arginfo.h"

#define TEXT_TYPE "text/plain; charset=utf-8"
#define JSON_TYPE "application/json"

typedef struct php_rtcomm_response {
	int status;
	zend_string *fields; /* whole lines, each with its CRLF; NULL until constructed */
	zend_string *body;
	zend_object std;
} php_rtcomm_response;

zend_class_entry *rtcomm_ce_Response;

static zend_object_handlers handlers;

static php_rtcomm_response *response_from_obj(zend_object *object)
{
	return (php_rtcomm_response *)((char *)object - XtOffsetOf(php_rtcomm_response, std));
}

static zend_object *response_create(zend_class_entry *ce)
{
	php_rtcomm_response *response = zend_object_alloc(sizeof(*response), ce);

	zend_object_std_init(&response->std, ce);
	object_properties_init(&response->std, ce);
	response->std.handlers = &handlers;
	return &response->std;
}

static void response_free(zend_object *object)
{
	php_rtcomm_response *response = response_from_obj(object);

	if (response->fields != NULL) {
		zend_string_release(response->fields);
		zend_string_release(response->body);
	}
	zend_object_std_dtor(object);
}

/* ---- headers -------------------------------------------------------------------------------- */

/* A header section that grows. */
typedef struct header_section {
	smart_str fields;
	bool has_type;
} header_section;

static void append_field(void *user, const zend_string *name, const zend_string *value, bool first)
{
	header_section *section = user;

	(void)first;
	smart_str_appendl(&section->fields, ZSTR_VAL(name), ZSTR_LEN(name));
	smart_str_appends(&section->fields, ": ");
	smart_str_append(&section->fields, value);
	smart_str_appends(&section->fields, "\r\n");
	section->has_type = section->has_type ||
		rtc_slice_equals_nocase(php_rtcomm_slice(name), RTC_SLICE("Content-Type"));
}

/* The header section for a body; NULL with an exception. */
static zend_string *build_fields(HashTable *headers, const zend_string *body, uint32_t arg)
{
	const rtc_slice reserved[] = {RTC_SLICE("Connection"), RTC_SLICE("Content-Length"),
		RTC_SLICE("Date"), RTC_SLICE("Transfer-Encoding")};
	const php_rtcomm_headers rules = {arg, "the server", reserved, 4};
	header_section section = {0};

	if (headers != NULL && !php_rtcomm_headers_walk(&rules, headers, append_field, &section)) {
		smart_str_free(&section.fields);
		return NULL;
	}
	if (!section.has_type && ZSTR_LEN(body) > 0) {
		smart_str_appends(&section.fields, "Content-Type: " TEXT_TYPE "\r\n");
	}
	return smart_str_extract(&section.fields);
}

/* "Content-Type: <type>" as a header section. */
static zend_string *type_field(const char *type, size_t len)
{
	return zend_string_concat3(ZEND_STRL("Content-Type: "), type, len, ZEND_STRL("\r\n"));
}

/* ---- construction --------------------------------------------------------------------------- */

static bool check_status(zend_long status, uint32_t arg)
{
	if (status >= 200 && status <= 599) {
		return true;
	}
	zend_argument_value_error(arg, "must be between 200 and 599");
	return false;
}

/* Takes over both strings. */
static void response_init(zval *value, zend_long status, zend_string *fields, zend_string *body)
{
	php_rtcomm_response *response;

	object_init_ex(value, rtcomm_ce_Response);
	response = response_from_obj(Z_OBJ_P(value));
	response->status = (int)status;
	response->fields = fields;
	response->body = body;
}

ZEND_METHOD(RtComm_Response, __construct)
{
	php_rtcomm_response *response = response_from_obj(Z_OBJ_P(ZEND_THIS));
	zend_long status = 200;
	zend_string *body = ZSTR_EMPTY_ALLOC();
	HashTable *headers = NULL;
	zend_string *fields;

	ZEND_PARSE_PARAMETERS_START(0, 3)
	Z_PARAM_OPTIONAL
	Z_PARAM_LONG(status)
	Z_PARAM_STR(body)
	Z_PARAM_ARRAY_HT(headers)
	ZEND_PARSE_PARAMETERS_END();
	if (response->fields != NULL) {
		zend_throw_error(NULL, "The response is already constructed");
		RETURN_THROWS();
	}
	if (!check_status(status, 1)) {
		RETURN_THROWS();
	}
	fields = build_fields(headers, body, 3);
	if (fields == NULL) {
		RETURN_THROWS();
	}
	if (response->fields != NULL) { /* by a header's __toString() */
		zend_string_release(fields);
		zend_throw_error(NULL, "The response is already constructed");
		RETURN_THROWS();
	}
	response->status = (int)status;
	response->fields = fields;
	response->body = zend_string_copy(body);
}

/* Through json_encode(), which has the right exceptions. NULL with an exception. */
static zend_string *encode_json(zval *value)
{
	zend_function *function = zend_hash_str_find_ptr(CG(function_table), ZEND_STRL("json_encode"));
	zval arguments[2];
	zval result;

	if (function == NULL) {
		zend_throw_exception(rtcomm_ce_RuntimeException, "json_encode() is disabled", 0);
		return NULL;
	}
	ZVAL_COPY_VALUE(&arguments[0], value);
	ZVAL_LONG(&arguments[1], PHP_JSON_THROW_ON_ERROR | PHP_JSON_UNESCAPED_SLASHES);
	zend_call_known_function(function, NULL, NULL, &result, 2, arguments, NULL);
	if (EG(exception) != NULL) {
		return NULL;
	}
	ZEND_ASSERT(Z_TYPE(result) == IS_STRING);
	return Z_STR(result);
}

ZEND_METHOD(RtComm_Response, json)
{
	zval *value;
	zend_long status = 200;
	zend_string *body;

	ZEND_PARSE_PARAMETERS_START(1, 2)
	Z_PARAM_ZVAL(value)
	Z_PARAM_OPTIONAL
	Z_PARAM_LONG(status)
	ZEND_PARSE_PARAMETERS_END();
	if (!check_status(status, 2)) {
		RETURN_THROWS();
	}
	body = encode_json(value);
	if (body == NULL) {
		RETURN_THROWS();
	}
	response_init(return_value, status, type_field(ZEND_STRL(JSON_TYPE)), body);
}

/* NULL with an exception. */
static zend_string *read_file(const zend_string *path)
{
	php_stream *stream;
	php_stream_statbuf status;
	zend_string *contents = NULL;
	const char *reason;

	errno = 0;
	stream = php_stream_open_wrapper(ZSTR_VAL(path), "rb", IGNORE_URL, NULL);
	reason = errno != 0 ? strerror(errno) : "it cannot be opened";
	if (stream != NULL) {
		reason = "it is not a file";
		if (php_stream_stat(stream, &status) == 0 && S_ISREG(status.sb.st_mode)) {
			contents = php_stream_copy_to_mem(stream, PHP_STREAM_COPY_ALL, 0);
		}
		php_stream_close(stream);
	}
	if (contents == NULL && EG(exception) == NULL) {
		zend_throw_exception_ex(
			rtcomm_ce_RuntimeException, 0, "Cannot read \"%s\": %s", ZSTR_VAL(path), reason);
	}
	return contents;
}

ZEND_METHOD(RtComm_Response, file)
{
	zend_string *path;
	zend_string *type = NULL;
	zend_string *body;
	rtc_slice name;

	ZEND_PARSE_PARAMETERS_START(1, 2)
	Z_PARAM_PATH_STR(path)
	Z_PARAM_OPTIONAL
	Z_PARAM_STR_OR_NULL(type)
	ZEND_PARSE_PARAMETERS_END();
	if (type != NULL && (ZSTR_LEN(type) == 0 || !rtc_http_is_value(php_rtcomm_slice(type)))) {
		zend_argument_value_error(2, "must be a media type");
		RETURN_THROWS();
	}
	body = read_file(path);
	if (body == NULL) {
		RETURN_THROWS();
	}
	name = type != NULL ? php_rtcomm_slice(type) : php_rtcomm_content_type(php_rtcomm_slice(path));
	response_init(return_value, 200, type_field((const char *)name.data, name.len), body);
}

/* ---- sending -------------------------------------------------------------------------------- */

static bool send_json(rtc_conn *conn, zval *value)
{
	zend_string *body = encode_json(value);

	if (body == NULL) {
		return false;
	}
	rtc_conn_respond(
		conn, 200, RTC_SLICE("Content-Type: " JSON_TYPE "\r\n"), php_rtcomm_slice(body));
	zend_string_release(body);
	return true;
}

bool php_rtcomm_response_send(rtc_conn *conn, zval *value)
{
	ZVAL_DEREF(value);
	if (php_rtcomm_is_response(value)) {
		php_rtcomm_response *response = response_from_obj(Z_OBJ_P(value));

		if (response->fields == NULL) {
			zend_throw_error(NULL, "The response was never constructed");
			return false;
		}
		rtc_conn_respond(conn, response->status, php_rtcomm_slice(response->fields),
			php_rtcomm_slice(response->body));
		return true;
	}
	if (Z_TYPE_P(value) == IS_STRING) {
		rtc_conn_respond(conn, 200, RTC_SLICE("Content-Type: " TEXT_TYPE "\r\n"),
			php_rtcomm_slice(Z_STR_P(value)));
		return true;
	}
	if (Z_TYPE_P(value) == IS_ARRAY) {
		return send_json(conn, value);
	}
	zend_type_error("An HTTP handler must return RtComm\\Response, string or array, %s returned",
		Z_TYPE_P(value) == IS_OBJECT ? ZSTR_VAL(Z_OBJCE_P(value)->name)
									 : zend_zval_type_name(value));
	return false;
}

void php_rtcomm_minit_response(void)
{
	rtcomm_ce_Response = register_class_RtComm_Response();
	rtcomm_ce_Response->create_object = response_create;
	memcpy(&handlers, &std_object_handlers, sizeof(handlers));
	handlers.offset = XtOffsetOf(php_rtcomm_response, std);
	handlers.free_obj = response_free;
	handlers.clone_obj = NULL;
	handlers.compare = zend_objects_not_comparable;
}
