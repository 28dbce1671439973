#include "deflate_options.h"

#include "../proto/deflate.h"
#include "value.h"
#include "zend_smart_str.h"

typedef enum deflate_kind {
	DEFLATE_LEVEL,
	DEFLATE_WINDOW, /* uint8_t */
	DEFLATE_FLAG,   /* bool */
	DEFLATE_SIZE,   /* size_t */
	DEFLATE_BUDGET, /* not in rtc_deflate_options */
} deflate_kind;

typedef struct deflate_option {
	const char *name;
	deflate_kind kind;
	php_rtcomm_deflate_scope scope; /* the least that may say it */
	size_t at;
} deflate_option;

#define AT(field) offsetof(rtc_deflate_options, field)

static const deflate_option deflate_options[] = {
	{"level", DEFLATE_LEVEL, PHP_RTCOMM_DEFLATE_CODEC, AT(level)},
	{"serverNoContextTakeover", DEFLATE_FLAG, PHP_RTCOMM_DEFLATE_CODEC,
		AT(wanted.server_no_context_takeover)},
	{"clientNoContextTakeover", DEFLATE_FLAG, PHP_RTCOMM_DEFLATE_CODEC,
		AT(wanted.client_no_context_takeover)},
	{"serverMaxWindowBits", DEFLATE_WINDOW, PHP_RTCOMM_DEFLATE_CODEC,
		AT(wanted.server_window_bits)},
	{"clientMaxWindowBits", DEFLATE_WINDOW, PHP_RTCOMM_DEFLATE_CODEC,
		AT(wanted.client_window_bits)},
	{"minSize", DEFLATE_SIZE, PHP_RTCOMM_DEFLATE_ROUTE, AT(min_bytes)},
	{"memoryBudget", DEFLATE_BUDGET, PHP_RTCOMM_DEFLATE_SERVER, 0},
};

#define OPTION_COUNT (sizeof(deflate_options) / sizeof(deflate_options[0]))

void php_rtcomm_deflate_options_init(rtc_deflate_options *options)
{
	rtc_server_options defaults;

	rtc_server_options_init(&defaults);
	*options = defaults.route.deflate;
	rtc_server_options_deinit(&defaults);
}

/* min is not negative. */
static bool read_int(const char *name, zval *value, zend_long min, zend_long max, uint32_t arg)
{
	zend_long number = Z_TYPE_P(value) == IS_LONG ? Z_LVAL_P(value) : -1;

	if (number >= min && number <= max) {
		return true;
	}
	if (max == ZEND_LONG_MAX) {
		zend_argument_value_error(
			arg, "option \"%s\" must be an int of at least " ZEND_LONG_FMT, name, min);
	} else {
		zend_argument_value_error(arg,
			"option \"%s\" must be an int between " ZEND_LONG_FMT " and " ZEND_LONG_FMT, name, min,
			max);
	}
	return false;
}

static bool set_option(const deflate_option *option, zval *value, rtc_deflate_options *options,
	size_t *budget, uint32_t arg)
{
	void *field = (char *)options + option->at;

	ZVAL_DEREF(value);
	switch (option->kind) {
	case DEFLATE_FLAG:
		if (Z_TYPE_P(value) != IS_TRUE && Z_TYPE_P(value) != IS_FALSE) {
			zend_argument_value_error(arg, "option \"%s\" must be a bool", option->name);
			return false;
		}
		*(bool *)field = Z_TYPE_P(value) == IS_TRUE;
		return true;
	case DEFLATE_LEVEL:
		if (!read_int(option->name, value, 1, 9, arg)) {
			return false;
		}
		*(uint8_t *)field = (uint8_t)Z_LVAL_P(value);
		return true;
	case DEFLATE_WINDOW:
		if (!read_int(option->name, value, RTC_WINDOW_BITS_MIN, RTC_WINDOW_BITS_MAX, arg)) {
			return false;
		}
		*(uint8_t *)field = (uint8_t)Z_LVAL_P(value);
		return true;
	case DEFLATE_BUDGET:
	case DEFLATE_SIZE:
		if (!read_int(option->name, value, 0, ZEND_LONG_MAX, arg)) {
			return false;
		}
		*(option->kind == DEFLATE_BUDGET ? budget : (size_t *)field) = (size_t)Z_LVAL_P(value);
		return true;
	}
	return false;
}

static void refuse_name(const char *name, php_rtcomm_deflate_scope scope, uint32_t arg)
{
	smart_str allowed = {0};
	size_t i;

	for (i = 0; i < OPTION_COUNT; i++) {
		if (deflate_options[i].scope <= scope) {
			smart_str_appends(&allowed, allowed.s != NULL ? ", " : "");
			smart_str_appends(&allowed, deflate_options[i].name);
		}
	}
	smart_str_0(&allowed);
	zend_argument_value_error(arg,
		"must not contain the unknown option \"%s\" of deflate; allowed are %s", name,
		ZSTR_VAL(allowed.s));
	smart_str_free(&allowed);
}

/* `name` is NULL for a number. */
static bool is_option(
	const deflate_option *option, const zend_string *name, php_rtcomm_deflate_scope scope)
{
	return name != NULL && option->scope <= scope && php_rtcomm_string_is(name, option->name);
}

bool php_rtcomm_deflate_options_parse(HashTable *array, php_rtcomm_deflate_scope scope,
	rtc_deflate_options *options, size_t *budget, uint32_t arg)
{
	zend_string *name;
	zval *value;

	ZEND_HASH_FOREACH_STR_KEY_VAL (array, name, value) {
		size_t i = 0;

		while (i < OPTION_COUNT && !is_option(&deflate_options[i], name, scope)) {
			i++;
		}
		if (i == OPTION_COUNT) {
			refuse_name(name == NULL ? "(a number)" : ZSTR_VAL(name), scope, arg);
			return false;
		}
		if (!set_option(&deflate_options[i], value, options, budget, arg)) {
			return false;
		}
	}
	ZEND_HASH_FOREACH_END();
	return true;
}

bool php_rtcomm_deflate_value_parse(zval *value, php_rtcomm_deflate_scope scope,
	rtc_deflate_options *options, size_t *budget, uint32_t arg)
{
	ZVAL_DEREF(value);
	if (Z_TYPE_P(value) != IS_ARRAY && Z_TYPE_P(value) != IS_TRUE && Z_TYPE_P(value) != IS_FALSE) {
		zend_argument_value_error(arg, "option \"deflate\" must be a bool or an array");
		return false;
	}
	options->on = Z_TYPE_P(value) != IS_FALSE;
	if (options->on && rtc_deflate_library() == NULL && scope != PHP_RTCOMM_DEFLATE_CODEC) {
		zend_argument_value_error(
			arg, "option \"deflate\" needs zlib, which rtcomm was built without");
		return false;
	}
	return Z_TYPE_P(value) != IS_ARRAY ||
		php_rtcomm_deflate_options_parse(Z_ARRVAL_P(value), scope, options, budget, arg);
}
