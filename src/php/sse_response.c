#include "sse_response.h"

#include "SAPI.h"
#include "exceptions.h"
#include "ext/standard/head.h"
#include "header_fields.h"
#include "php_globals.h"
#include "php_output.h"
#include "zend_exceptions.h"
#include "zend_ini.h"

#include "../proto/sse.h"
#include "value.h"

/* ---- headers -------------------------------------------------------------------------------- */

/* The command line has no headers, though it counts them as sent with the first output. */
static bool check_not_sent(void)
{
	const char *file = php_output_get_start_filename();

	if (!SG(headers_sent) || SG(request_info).no_headers || strcmp(sapi_module.name, "cli") == 0) {
		return true;
	}
	if (file != NULL) {
		zend_throw_exception_ex(rtcomm_ce_RuntimeException, 0,
			"The event stream cannot start: headers were already sent, by output that started in "
			"%s:%d",
			file, php_output_get_start_lineno());
	} else {
		zend_throw_exception(rtcomm_ce_RuntimeException,
			"The event stream cannot start: headers were already sent", 0);
	}
	return false;
}

static void add_header(const char *line, size_t len, bool replace)
{
	sapi_header_line header = {.line = line, .line_len = len};

	sapi_header_op(replace ? SAPI_HEADER_REPLACE : SAPI_HEADER_ADD, &header);
}

static void delete_header(const char *name)
{
	sapi_header_line header = {.line = name, .line_len = strlen(name)};

	sapi_header_op(SAPI_HEADER_DELETE, &header);
}

/* Takes the place of what header() has set, except where names may repeat. */
static void use_header(void *user, const zend_string *name, const zend_string *value, bool first)
{
	zend_string *line = zend_string_concat3(
		ZSTR_VAL(name), ZSTR_LEN(name), ": ", 2, ZSTR_VAL(value), ZSTR_LEN(value));
	bool is_cookie = rtc_slice_equals_nocase(php_rtcomm_slice(name), RTC_SLICE("Set-Cookie"));

	(void)user;
	add_header(ZSTR_VAL(line), ZSTR_LEN(line), first && !is_cookie);
	zend_string_release(line);
}

/* Browsers refuse an event stream with a charset that is not UTF-8, and PHP would add
 * default_charset to the type. */
static void add_content_type(void)
{
	char none[] = "";
	char *charset = SG(default_charset);

	SG(default_charset) = none;
	add_header(ZEND_STRL("Content-Type: text/event-stream"), true);
	SG(default_charset) = charset;
}

static void add_headers(void)
{
	add_content_type();
	add_header(ZEND_STRL("Cache-Control: no-cache, no-transform"), true);
	add_header(ZEND_STRL("X-Accel-Buffering: no"), true);
	delete_header("Content-Length");
	delete_header("Content-Encoding");
}

/* ---- taking over ---------------------------------------------------------------------------- */

static void set_ini(const char *name, const char *value)
{
	zend_string *key = zend_string_init(name, strlen(name), false);

	zend_alter_ini_entry_chars(key, value, strlen(value), ZEND_INI_USER, ZEND_INI_STAGE_RUNTIME);
	zend_string_release(key);
}

/* Other requests of the same visitor wait for the session's lock. The session extension may be
 * missing, or a module that is loaded later: it is only known by its function. */
static void close_session(void)
{
	zend_function *function =
		zend_hash_str_find_ptr(CG(function_table), ZEND_STRL("session_write_close"));
	zval result;

	if (function != NULL) {
		zend_call_known_function(function, NULL, NULL, &result, 0, NULL, NULL);
		zval_ptr_dtor(&result);
	}
}

static bool send_headers(const php_rtcomm_headers *rules, HashTable *headers)
{
	set_ini("zlib.output_compression", "0");
	add_headers();
	if (headers != NULL && !php_rtcomm_headers_walk(rules, headers, use_header, NULL)) {
		return false;
	}
	php_header();
	return EG(exception) == NULL;
}

bool php_rtcomm_sse_response_begin(HashTable *headers, uint32_t arg)
{
	const rtc_slice reserved[] = {RTC_SLICE("Cache-Control"), RTC_SLICE("Connection"),
		RTC_SLICE("Content-Encoding"), RTC_SLICE("Content-Length"), RTC_SLICE("Content-Type"),
		RTC_SLICE("Transfer-Encoding"), RTC_SLICE("X-Accel-Buffering")};
	const php_rtcomm_headers rules = {
		arg, "the emitter", reserved, sizeof(reserved) / sizeof(reserved[0])};

	/* All checks come before the first thing that cannot be undone. */
	if (!check_not_sent() ||
		(headers != NULL && !php_rtcomm_headers_walk(&rules, headers, NULL, NULL))) {
		return false;
	}
	close_session();
	if (EG(exception) != NULL) {
		return false;
	}
	php_output_discard_all();
	if (EG(exception) != NULL) {
		return false;
	}
	set_ini("max_execution_time", "0");
	if (!SG(headers_sent) && !send_headers(&rules, headers)) {
		return false;
	}
	php_rtcomm_sse_response_write((rtc_slice){0});
	return true;
}

/* ---- writing -------------------------------------------------------------------------------- */

bool php_rtcomm_sse_response_is_gone(void)
{
	return (PG(connection_status) & PHP_CONNECTION_ABORTED) != 0 || SG(request_info).headers_only;
}

bool php_rtcomm_sse_response_write(rtc_slice bytes)
{
	const bool ignores = PG(ignore_user_abort);
	volatile bool bailout = false;

	if (php_rtcomm_sse_response_is_gone()) {
		return false;
	}
	/* A SAPI that cannot write ends the script on the spot, unless this is set. */
	PG(ignore_user_abort) = true;
	zend_try
	{
		if (bytes.len > 0) {
			php_output_write_unbuffered((const char *)bytes.data, bytes.len);
		}
		sapi_flush();
	}
	zend_catch
	{
		bailout = true;
	}
	zend_end_try();
	PG(ignore_user_abort) = ignores;
	if (bailout) {
		zend_bailout();
	}
	return !php_rtcomm_sse_response_is_gone();
}

/* ---- the request ---------------------------------------------------------------------------- */

/* From $_SERVER, which a script that handles many requests may have set itself. */
static zend_string *find_in_server(void)
{
	zval *server;
	zval *value;

	zend_is_auto_global_str(ZEND_STRL("_SERVER"));
	server = zend_hash_str_find(&EG(symbol_table), ZEND_STRL("_SERVER"));
	if (server == NULL) {
		return NULL;
	}
	ZVAL_DEREF(server);
	if (Z_TYPE_P(server) != IS_ARRAY) {
		return NULL;
	}
	value = zend_hash_str_find(Z_ARRVAL_P(server), ZEND_STRL("HTTP_LAST_EVENT_ID"));
	if (value == NULL) {
		return NULL;
	}
	ZVAL_DEREF(value);
	return Z_TYPE_P(value) == IS_STRING ? zend_string_copy(Z_STR_P(value)) : NULL;
}

/* variables_order may leave $_SERVER empty. */
static zend_string *find_in_sapi(void)
{
	char *value = sapi_getenv(ZEND_STRL("HTTP_LAST_EVENT_ID"));
	zend_string *id = NULL;

	if (value != NULL) {
		id = zend_string_init(value, strlen(value), false);
		efree(value);
	}
	return id;
}

zend_string *php_rtcomm_sse_last_event_id(void)
{
	zend_string *id = find_in_server();

	if (id == NULL) {
		id = find_in_sapi();
	}
	/* No event can have such an id, so it is not from one. */
	if (id != NULL && !rtc_sse_is_line(php_rtcomm_slice(id))) {
		zend_string_release(id);
		return NULL;
	}
	return id;
}
