#include "pattern.h"

static bool is_name(rtc_slice text)
{
	size_t i;

	for (i = 0; i < text.len; i++) {
		uint8_t byte = text.data[i];
		bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '_';

		if (!letter && (i == 0 || byte < '0' || byte > '9')) {
			return false;
		}
	}
	return text.len > 0;
}

static rtc_slice behind(rtc_slice text, size_t count)
{
	return rtc_slice_of(text.data + count, text.len - count);
}

/* The name in the braces that the pattern starts with; len 0 if they do not close. */
static rtc_slice name_of(rtc_slice pattern)
{
	const uint8_t *end = memchr(pattern.data, '}', pattern.len);

	return end == NULL ? rtc_slice_of(pattern.data, 0)
					   : rtc_slice_of(pattern.data + 1, (size_t)(end - pattern.data) - 1);
}

/* True if the pattern has those braces once more. */
static bool occurs(rtc_slice pattern, rtc_slice braces)
{
	for (; pattern.len >= braces.len; pattern = behind(pattern, 1)) {
		if (memcmp(pattern.data, braces.data, braces.len) == 0) {
			return true;
		}
	}
	return false;
}

const char *php_rtcomm_ratchet_pattern_check(rtc_slice pattern)
{
	while (pattern.len > 0) {
		rtc_slice name;
		rtc_slice rest;

		if (pattern.data[0] == '}') {
			return "has a \"}\" without \"{\"";
		}
		if (pattern.data[0] != '{') {
			pattern = behind(pattern, 1);
			continue;
		}
		name = name_of(pattern);
		if (!is_name(name)) {
			return "must have names of letters, digits and underscores in its braces";
		}
		rest = behind(pattern, name.len + 2);
		if (rest.len > 0 && rest.data[0] == '{') {
			return "must have something between two {names}";
		}
		if (occurs(rest, rtc_slice_of(pattern.data, name.len + 2))) {
			return "must have each {name} once";
		}
		pattern = rest;
	}
	return NULL;
}

bool php_rtcomm_ratchet_pattern_match(
	rtc_slice pattern, rtc_slice text, char separator, HashTable *params)
{
	while (pattern.len > 0) {
		rtc_slice name;
		size_t len = 0;
		zval value;

		if (pattern.data[0] != '{') {
			if (text.len == 0 || text.data[0] != pattern.data[0]) {
				return false;
			}
			pattern = behind(pattern, 1);
			text = behind(text, 1);
			continue;
		}
		name = name_of(pattern);
		pattern = behind(pattern, name.len + 2);
		while (len < text.len && text.data[len] != (uint8_t)separator &&
			(pattern.len == 0 || text.data[len] != pattern.data[0])) {
			len++;
		}
		if (len == 0) {
			return false;
		}
		ZVAL_STRINGL(&value, (const char *)text.data, len);
		zend_hash_str_update(params, (const char *)name.data, name.len, &value);
		text = behind(text, len);
	}
	return text.len == 0;
}
