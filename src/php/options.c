#include "options.h"

#include "../proto/http.h"
#include "deflate_options.h"
#include "enums.h"
#include "value.h"
#include "zend_smart_str.h"

/* What an option is, and what it may be. */
typedef enum option_kind {
	OPTION_SIZE,    /* size_t */
	OPTION_COUNT,   /* uint32_t */
	OPTION_INT,     /* int */
	OPTION_SECONDS, /* uint32_t, milliseconds */
	OPTION_BOOL,
	OPTION_PATH, /* rtc_slice, owned, with a NUL behind it */
	OPTION_OVERFLOW,
	OPTION_RATE,       /* rtc_rate */
	OPTION_ORIGINS,    /* rtc_strings */
	OPTION_TOKENS,     /* rtc_strings */
	OPTION_NETWORKS,   /* rtc_networks */
	OPTION_FORWARDING, /* rtc_forwarding */
	OPTION_DEFLATE,    /* rtc_deflate_options */
} option_kind;

typedef struct option {
	const char *name;
	option_kind kind;
	size_t at;
	zend_long min; /* of seconds: milliseconds */
	zend_long max;
} option;

#define SERVER_AT(field) offsetof(rtc_server_options, field)
#define ROUTE_AT(field) offsetof(rtc_route_options, field)
#define DAY_MS 86400000
#define RATE_MAX 1e9
#define BUSY_POLL_MAX_US 1000000

/* sockaddr_un has 107 bytes; a number of a process is put behind it for a moment. */
#define HANDOVER_PATH_MAX 96

static const option server_options[] = {
	{"maxConnections", OPTION_SIZE, SERVER_AT(max_connections), 1, INT32_MAX},
	{"maxConnectionsPerIp", OPTION_COUNT, SERVER_AT(max_connections_per_ip), 0, INT32_MAX},
	{"connectRate", OPTION_RATE, SERVER_AT(connect_rate), 0, 0},
	{"maxHeaderSize", OPTION_SIZE, SERVER_AT(max_header_bytes), 256, RTC_HTTP_MAX_HEAD},
	{"maxBodySize", OPTION_SIZE, SERVER_AT(max_body_bytes), 0, ZEND_LONG_MAX},
	{"handshakeTimeout", OPTION_SECONDS, SERVER_AT(handshake_timeout_ms), 1, DAY_MS},
	{"closeTimeout", OPTION_SECONDS, SERVER_AT(close_timeout_ms), 1, DAY_MS},
	{"backlog", OPTION_INT, SERVER_AT(backlog), 1, 65535},
	{"reusePort", OPTION_BOOL, SERVER_AT(reuse_port), 0, 0},
	{"busyPoll", OPTION_COUNT, SERVER_AT(busy_poll_us), 0, BUSY_POLL_MAX_US},
	{"trustedProxies", OPTION_NETWORKS, SERVER_AT(trusted_proxies), 0, 0},
	{"forwardedHeader", OPTION_FORWARDING, SERVER_AT(forwarding), 0, 0},
	{"proxyProtocol", OPTION_BOOL, SERVER_AT(proxy_protocol), 0, 0},
	{"handover", OPTION_PATH, SERVER_AT(handover), 1, HANDOVER_PATH_MAX},
};

static const option route_options[] = {
	{"maxFrameSize", OPTION_SIZE, ROUTE_AT(max_frame_bytes), 1, ZEND_LONG_MAX},
	{"maxMessageSize", OPTION_SIZE, ROUTE_AT(max_message_bytes), 1, ZEND_LONG_MAX},
	{"sendBufferLimit", OPTION_SIZE, ROUTE_AT(send_buffer_bytes), 1, ZEND_LONG_MAX},
	{"overflow", OPTION_OVERFLOW, ROUTE_AT(overflow), 0, 0},
	{"messageRate", OPTION_RATE, ROUTE_AT(message_rate), 0, 0},
	{"byteRate", OPTION_RATE, ROUTE_AT(byte_rate), 0, 0},
	{"heartbeat", OPTION_SECONDS, ROUTE_AT(heartbeat_ms), 0, DAY_MS},
	{"pongTimeout", OPTION_SECONDS, ROUTE_AT(pong_timeout_ms), 1, DAY_MS},
	{"sessionLinger", OPTION_SECONDS, ROUTE_AT(session_linger_ms), 1, DAY_MS},
	{"origins", OPTION_ORIGINS, ROUTE_AT(origins), 0, 0},
	{"subprotocols", OPTION_TOKENS, ROUTE_AT(subprotocols), 0, 0},
	{"deflate", OPTION_DEFLATE, ROUTE_AT(deflate), 0, 0},
};

#define SERVER_OPTION_COUNT (sizeof(server_options) / sizeof(server_options[0]))
#define ROUTE_OPTION_COUNT (sizeof(route_options) / sizeof(route_options[0]))

static const option *find_option(const option *options, size_t count, const zend_string *name)
{
	size_t i;

	for (i = 0; i < count; i++) {
		if (php_rtcomm_string_is(name, options[i].name)) {
			return &options[i];
		}
	}
	return NULL;
}

static bool set_integer(const option *opt, void *field, zval *value, uint32_t arg)
{
	if (Z_TYPE_P(value) != IS_LONG || Z_LVAL_P(value) < opt->min || Z_LVAL_P(value) > opt->max) {
		if (opt->max == ZEND_LONG_MAX) {
			zend_argument_value_error(arg,
				"option \"%s\" must be an int of at least " ZEND_LONG_FMT, opt->name, opt->min);
		} else {
			zend_argument_value_error(arg,
				"option \"%s\" must be an int between " ZEND_LONG_FMT " and " ZEND_LONG_FMT,
				opt->name, opt->min, opt->max);
		}
		return false;
	}
	switch (opt->kind) {
	case OPTION_SIZE:
		*(size_t *)field = (size_t)Z_LVAL_P(value);
		break;
	case OPTION_COUNT:
		*(uint32_t *)field = (uint32_t)Z_LVAL_P(value);
		break;
	default:
		*(int *)field = (int)Z_LVAL_P(value);
		break;
	}
	return true;
}

static bool set_seconds(const option *opt, uint32_t *field, zval *value, uint32_t arg)
{
	double seconds = Z_TYPE_P(value) == IS_LONG ? (double)Z_LVAL_P(value)
		: Z_TYPE_P(value) == IS_DOUBLE          ? Z_DVAL_P(value)
												: -1.0;

	if (!(seconds * 1000.0 >= (double)opt->min && seconds * 1000.0 <= (double)opt->max)) {
		zend_argument_value_error(arg, "option \"%s\" must be seconds between %g and %g", opt->name,
			(double)opt->min / 1000.0, (double)opt->max / 1000.0);
		return false;
	}
	*field = seconds > 0.0 ? (uint32_t)MAX(seconds * 1000.0 + 0.5, 1.0) : 0; /* 0 switches off */
	return true;
}

static bool set_bool(const option *opt, bool *field, zval *value, uint32_t arg)
{
	if (Z_TYPE_P(value) != IS_TRUE && Z_TYPE_P(value) != IS_FALSE) {
		zend_argument_value_error(arg, "option \"%s\" must be a bool", opt->name);
		return false;
	}
	*field = Z_TYPE_P(value) == IS_TRUE;
	return true;
}

static bool set_path(const option *opt, rtc_slice *field, zval *value, uint32_t arg)
{
	rtc_slice path;

	if (Z_TYPE_P(value) != IS_STRING || (zend_long)Z_STRLEN_P(value) < opt->min ||
		(zend_long)Z_STRLEN_P(value) > opt->max || CHECK_ZVAL_NULL_PATH(value)) {
		zend_argument_value_error(arg,
			"option \"%s\" must be a path of " ZEND_LONG_FMT " to " ZEND_LONG_FMT
			" bytes without NUL",
			opt->name, opt->min, opt->max);
		return false;
	}
	if (rtc_slice_copy(&path, rtc_slice_of(Z_STRVAL_P(value), Z_STRLEN_P(value))) != RTC_OK) {
		zend_throw_error(NULL, "Out of memory");
		return false;
	}
	rtc_slice_free(*field);
	*field = path;
	return true;
}

static bool set_overflow(const option *opt, rtc_overflow *field, zval *value, uint32_t arg)
{
	if (Z_TYPE_P(value) != IS_OBJECT || !php_rtcomm_overflow_from(Z_OBJ_P(value), field)) {
		zend_argument_value_error(
			arg, "option \"%s\" must be a case of RtComm\\Overflow", opt->name);
		return false;
	}
	return true;
}

/* A number from 0 to a thousand million; -1: it is none. */
static double rate_number(zval *value)
{
	double number = -1.0;

	ZVAL_DEREF(value);
	if (Z_TYPE_P(value) == IS_LONG) {
		number = (double)Z_LVAL_P(value);
	} else if (Z_TYPE_P(value) == IS_DOUBLE) {
		number = Z_DVAL_P(value);
	}
	return number >= 0.0 && number <= RATE_MAX ? number : -1.0;
}

/* Reads ['rate' => ..., 'burst' => ...]. NULL, or what is wrong. */
static const char *rate_array(HashTable *array, rtc_rate *rate)
{
	zend_string *name;
	zval *value;

	*rate = (rtc_rate){-1.0, -1.0};
	ZEND_HASH_FOREACH_STR_KEY_VAL (array, name, value) {
		if (name != NULL && zend_string_equals_literal(name, "rate")) {
			rate->per_second = rate_number(value);
		} else if (name != NULL && zend_string_equals_literal(name, "burst")) {
			rate->burst = rate_number(value);
			if (rate->burst < 1.0) {
				return "must have a \"burst\" between 1 and 1000000000";
			}
		} else {
			return "may have \"rate\" and \"burst\" only";
		}
	}
	ZEND_HASH_FOREACH_END();
	return rate->per_second < 0.0 ? "must have a \"rate\" between 0 and 1000000000 per second"
								  : NULL;
}

static bool set_rate(const option *opt, rtc_rate *field, zval *value, uint32_t arg)
{
	rtc_rate rate = {rate_number(value), -1.0};
	const char *fault = NULL;

	if (Z_TYPE_P(value) == IS_ARRAY) {
		fault = rate_array(Z_ARRVAL_P(value), &rate);
	} else if (rate.per_second < 0.0) {
		fault = "must be a number between 0 and 1000000000 per second, or an array of \"rate\" and "
				"\"burst\"";
	}
	if (fault != NULL) {
		zend_argument_value_error(arg, "option \"%s\" %s", opt->name, fault);
		return false;
	}
	if (rate.burst < 0.0) {
		rate.burst = rate.per_second > 1.0 ? rate.per_second : 1.0;
	}
	*field = rate;
	return true;
}

/* "*", "example.com", "example.com:8080", "https://example.com": what a browser's Origin can equal.
 */
static bool is_origin(rtc_slice text)
{
	const char *host = (const char *)text.data;
	const char *end = host + text.len;
	const char *scheme_end = zend_memnstr(host, ZEND_STRL("://"), end);

	if (scheme_end != NULL) {
		host = scheme_end + 3;
	}
	return host < end && memchr(host, '/', (size_t)(end - host)) == NULL && rtc_http_is_value(text);
}

static const char *check_item(option_kind kind, zval *item)
{
	rtc_slice text;

	if (Z_TYPE_P(item) != IS_STRING) {
		return "must be a list of strings";
	}
	text = rtc_slice_of(Z_STRVAL_P(item), Z_STRLEN_P(item));
	if (kind == OPTION_TOKENS && !rtc_http_is_token(text)) {
		return "must be a list of tokens (RFC 9110 5.6.2)";
	}
	if (kind == OPTION_ORIGINS && !is_origin(text)) {
		return "must be a list of origins: \"https://example.com\", \"example.com\" or \"*\"";
	}
	return NULL;
}

static bool set_strings(const option *opt, rtc_strings *field, zval *value, uint32_t arg)
{
	rtc_strings strings;
	const char *fault;
	zval *item;

	if (Z_TYPE_P(value) != IS_ARRAY) {
		zend_argument_value_error(arg, "option \"%s\" must be a list of strings", opt->name);
		return false;
	}
	rtc_strings_init(&strings);
	ZEND_HASH_FOREACH_VAL (Z_ARRVAL_P(value), item) {
		ZVAL_DEREF(item);
		fault = check_item(opt->kind, item);
		if (fault != NULL) {
			zend_argument_value_error(arg, "option \"%s\" %s", opt->name, fault);
			goto failed;
		}
		if (rtc_strings_add(&strings, rtc_slice_of(Z_STRVAL_P(item), Z_STRLEN_P(item))) != RTC_OK) {
			zend_throw_error(NULL, "Out of memory");
			goto failed;
		}
	}
	ZEND_HASH_FOREACH_END();
	rtc_strings_deinit(field);
	*field = strings;
	return true;
failed:
	rtc_strings_deinit(&strings);
	return false;
}

static bool refuse_network(const option *opt, zval *item, uint32_t arg)
{
	if (Z_TYPE_P(item) != IS_STRING) {
		zend_argument_value_error(arg, "option \"%s\" must be a list of strings", opt->name);
	} else {
		zend_argument_value_error(arg,
			"option \"%s\" must be a list of IP addresses, networks (\"10.0.0.0/8\", with no bits "
			"set behind the prefix) and \"unix\"; \"%s\" is none",
			opt->name, Z_STRVAL_P(item));
	}
	return false;
}

static bool add_network(rtc_networks *networks, const option *opt, zval *item, uint32_t arg)
{
	ZVAL_DEREF(item);
	if (Z_TYPE_P(item) != IS_STRING) {
		return refuse_network(opt, item, arg);
	}
	switch (rtc_networks_add(networks, rtc_slice_of(Z_STRVAL_P(item), Z_STRLEN_P(item)))) {
	case RTC_OK:
		return true;
	case RTC_NOMEM:
		zend_throw_error(NULL, "Out of memory");
		return false;
	default:
		return refuse_network(opt, item, arg);
	}
}

static bool set_networks(const option *opt, rtc_networks *field, zval *value, uint32_t arg)
{
	rtc_networks networks = {0};
	zval *item;

	if (Z_TYPE_P(value) != IS_ARRAY) {
		zend_argument_value_error(arg, "option \"%s\" must be a list of strings", opt->name);
		return false;
	}
	ZEND_HASH_FOREACH_VAL (Z_ARRVAL_P(value), item) {
		if (!add_network(&networks, opt, item, arg)) {
			rtc_networks_deinit(&networks);
			return false;
		}
	}
	ZEND_HASH_FOREACH_END();
	rtc_networks_deinit(field);
	*field = networks;
	return true;
}

/* Field names have no case (RFC 9110 5.1). */
static bool set_forwarding(const option *opt, rtc_forwarding *field, zval *value, uint32_t arg)
{
	rtc_slice name = {0};

	if (Z_TYPE_P(value) == IS_STRING) {
		name = rtc_slice_of(Z_STRVAL_P(value), Z_STRLEN_P(value));
	}
	if (rtc_slice_equals_nocase(name, RTC_SLICE("X-Forwarded-For"))) {
		*field = RTC_FORWARDING_X;
	} else if (rtc_slice_equals_nocase(name, RTC_SLICE("Forwarded"))) {
		*field = RTC_FORWARDING_STANDARD;
	} else {
		zend_argument_value_error(
			arg, "option \"%s\" must be \"X-Forwarded-For\" or \"Forwarded\"", opt->name);
		return false;
	}
	return true;
}

/* `budget`: where the server keeps what contexts may take; NULL for a route. */
static bool set_option(const option *opt, char *base, size_t *budget, zval *value, uint32_t arg)
{
	void *field = base + opt->at;

	ZVAL_DEREF(value);
	switch (opt->kind) {
	case OPTION_SIZE:
	case OPTION_COUNT:
	case OPTION_INT:
		return set_integer(opt, field, value, arg);
	case OPTION_SECONDS:
		return set_seconds(opt, field, value, arg);
	case OPTION_BOOL:
		return set_bool(opt, field, value, arg);
	case OPTION_PATH:
		return set_path(opt, field, value, arg);
	case OPTION_OVERFLOW:
		return set_overflow(opt, field, value, arg);
	case OPTION_RATE:
		return set_rate(opt, field, value, arg);
	case OPTION_ORIGINS:
	case OPTION_TOKENS:
		return set_strings(opt, field, value, arg);
	case OPTION_NETWORKS:
		return set_networks(opt, field, value, arg);
	case OPTION_FORWARDING:
		return set_forwarding(opt, field, value, arg);
	case OPTION_DEFLATE:
		return php_rtcomm_deflate_value_parse(value,
			budget != NULL ? PHP_RTCOMM_DEFLATE_SERVER : PHP_RTCOMM_DEFLATE_ROUTE, field, budget,
			arg);
	}
	return false;
}

static void append_names(smart_str *text, const option *options, size_t count)
{
	size_t i;

	for (i = 0; i < count; i++) {
		if (text->s != NULL) {
			smart_str_appends(text, ", ");
		}
		smart_str_appends(text, options[i].name);
	}
}

static void refuse_name(zend_string *name, bool with_server, uint32_t arg)
{
	smart_str allowed = {0};

	if (with_server) {
		append_names(&allowed, server_options, SERVER_OPTION_COUNT);
	}
	append_names(&allowed, route_options, ROUTE_OPTION_COUNT);
	smart_str_0(&allowed);
	zend_argument_value_error(arg, "must not contain the unknown option \"%s\"; allowed are %s",
		name == NULL ? "(a number)" : ZSTR_VAL(name), ZSTR_VAL(allowed.s));
	smart_str_free(&allowed);
}

bool php_rtcomm_options_parse(HashTable *array, rtc_server_options *options, uint32_t arg)
{
	zend_string *name;
	zval *value;

	ZEND_HASH_FOREACH_STR_KEY_VAL (array, name, value) {
		const option *opt =
			name == NULL ? NULL : find_option(server_options, SERVER_OPTION_COUNT, name);
		char *base = (char *)options;

		if (opt == NULL && name != NULL) {
			opt = find_option(route_options, ROUTE_OPTION_COUNT, name);
			base = (char *)&options->route;
		}
		if (opt == NULL) {
			refuse_name(name, true, arg);
			return false;
		}
		if (!set_option(opt, base, &options->deflate_budget, value, arg)) {
			return false;
		}
	}
	ZEND_HASH_FOREACH_END();
	if (options->proxy_protocol && options->trusted_proxies.count == 0) {
		zend_argument_value_error(
			arg, "option \"proxyProtocol\" needs \"trustedProxies\": nobody else is believed");
		return false;
	}
	return true;
}

bool php_rtcomm_route_options_parse(HashTable *array, rtc_route_options *options, uint32_t arg)
{
	zend_string *name;
	zval *value;

	ZEND_HASH_FOREACH_STR_KEY_VAL (array, name, value) {
		const option *opt =
			name == NULL ? NULL : find_option(route_options, ROUTE_OPTION_COUNT, name);

		if (opt == NULL) {
			refuse_name(name, false, arg);
			return false;
		}
		if (!set_option(opt, (char *)options, NULL, value, arg)) {
			return false;
		}
	}
	ZEND_HASH_FOREACH_END();
	return true;
}
