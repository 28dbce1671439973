#include "request_input.h"

#include "ext/standard/url.h"
#include "php_globals.h"
#include "php_variables.h"

/* Takes the next piece that is not empty off *text. False at the end. */
static bool next_piece(rtc_slice *text, const char *separators, rtc_slice *piece)
{
	do {
		size_t len = 0;

		if (text->len == 0) {
			return false;
		}
		/* A NUL would be found as the end of `separators`. */
		while (len < text->len &&
			(text->data[len] == '\0' || strchr(separators, text->data[len]) == NULL)) {
			len++;
		}
		*piece = rtc_slice_of(text->data, len);
		text->data += MIN(len + 1, text->len);
		text->len -= MIN(len + 1, text->len);
	} while (piece->len == 0);
	return true;
}

/* Splits at the first '='; without one, the value is empty. */
static void split_pair(rtc_slice pair, rtc_slice *name, rtc_slice *value)
{
	const uint8_t *equals = memchr(pair.data, '=', pair.len);

	*name = pair;
	*value = (rtc_slice){0};
	if (equals != NULL) {
		name->len = (size_t)(equals - pair.data);
		*value = rtc_slice_of(equals + 1, pair.len - name->len - 1);
	}
}

static bool nests_too_deep(const char *name)
{
	zend_long depth = 0;

	for (; *name != '\0'; name++) {
		depth += *name == '[';
	}
	return depth > PG(max_input_nesting_level);
}

static char *duplicate(rtc_slice slice)
{
	return estrndup(slice.len > 0 ? (const char *)slice.data : "", slice.len);
}

void php_rtcomm_request_parse_query(const rtc_request *request, zval *array)
{
	rtc_slice query = rtc_request_slice(request, request->query);
	zend_long left = PG(max_input_vars);
	rtc_slice pair;

	array_init(array);
	if (!request->has_query) {
		return;
	}
	while (next_piece(&query, PG(arg_separator).input, &pair) && left-- > 0) {
		rtc_slice raw_name;
		rtc_slice raw_value;

		split_pair(pair, &raw_name, &raw_value);

		char *name = duplicate(raw_name);
		char *value = duplicate(raw_value);
		size_t len = php_url_decode(value, raw_value.len);

		php_url_decode(name, raw_name.len);
		if (!nests_too_deep(name)) {
			php_register_variable_safe(name, value, len, array);
		}
		efree(name);
		efree(value);
	}
}

/* RFC 6265 5.4: the first of several cookies with one name is the most specific one. Their names
 * are not decoded, or "__%48ost-x" would pass for "__Host-x". */
static void add_cookie(rtc_slice pair, zval *array)
{
	rtc_slice raw_name;
	rtc_slice raw_value;

	while (pair.len > 0 && (pair.data[0] == ' ' || pair.data[0] == '\t')) {
		pair.data++;
		pair.len--;
	}
	if (pair.len == 0) {
		return;
	}
	split_pair(pair, &raw_name, &raw_value);

	char *name = duplicate(raw_name);
	char *value = duplicate(raw_value);
	size_t len = php_raw_url_decode(value, raw_value.len);

	if (!nests_too_deep(name) && !zend_symtable_str_exists(Z_ARRVAL_P(array), name, raw_name.len)) {
		php_register_variable_safe(name, value, len, array);
	}
	efree(name);
	efree(value);
}

void php_rtcomm_request_parse_cookies(const rtc_request *request, zval *array)
{
	zend_long left = PG(max_input_vars);

	array_init(array);
	for (uint16_t i = 0; i < request->field_count; i++) {
		rtc_slice name = rtc_request_slice(request, request->fields[i].name);
		rtc_slice value = rtc_request_slice(request, request->fields[i].value);
		rtc_slice pair;

		if (!rtc_slice_equals_nocase(name, RTC_SLICE("Cookie"))) {
			continue;
		}
		while (next_piece(&value, ";", &pair) && left-- > 0) {
			add_cookie(pair, array);
		}
	}
}
