#include "bearer.h"

/* A secret goes into a header's value, whose ends lose their spaces (RFC 9110 5.5). */
static bool may_be_sent(const zend_string *secret)
{
	const char *text = ZSTR_VAL(secret);
	size_t len = ZSTR_LEN(secret);

	for (size_t i = 0; i < len; i++) {
		if ((uint8_t)text[i] < 0x20 || text[i] == 0x7f) {
			return false;
		}
	}
	return len > 0 && text[0] != ' ' && text[len - 1] != ' ';
}

bool php_rtcomm_bearer_take(
	zval *argument, uint32_t arg, zval *secret, php_rtcomm_callback *callback)
{
	zend_fcall_info fci;
	zend_fcall_info_cache fcc;
	char *error = NULL;

	if (Z_TYPE_P(argument) == IS_STRING) {
		if (!may_be_sent(Z_STR_P(argument))) {
			zend_argument_value_error(arg,
				"must be a secret of at least 1 byte, without control characters and spaces at its ends");
			return false;
		}
		ZVAL_COPY(secret, argument);
		return true;
	}
	if ((Z_TYPE_P(argument) != IS_ARRAY && Z_TYPE_P(argument) != IS_OBJECT) ||
		zend_fcall_info_init(argument, 0, &fci, &fcc, NULL, &error) != SUCCESS) {
		zend_argument_type_error(arg, "must be a secret, a valid callback or null%s%s",
			error == NULL ? "" : ", ", error == NULL ? "" : error);
		if (error != NULL) {
			efree(error);
		}
		return false;
	}
	zend_release_fcall_info_cache(&fcc); /* what goes through __call() is looked up for each call */
	php_rtcomm_callback_init(callback, &fci, &fcc);
	return true;
}

/* Looks at all of what the client sent, whatever the secret is and however long. */
static bool is_secret(const zend_string *secret, rtc_slice given)
{
	size_t different = ZSTR_LEN(secret) ^ given.len;
	size_t at = 0;

	for (size_t i = 0; i < given.len; i++) {
		different |= (size_t)((uint8_t)ZSTR_VAL(secret)[at] ^ given.data[i]);
		at = at + 1 == ZSTR_LEN(secret) ? 0 : at + 1;
	}
	return different == 0;
}

int php_rtcomm_bearer_judge(const rtc_request *request, const zend_string *secret)
{
	static const rtc_slice scheme = {(const uint8_t *)"Bearer ", 7};
	rtc_slice given = rtc_request_field(request, RTC_SLICE("Authorization"));
	size_t at = scheme.len;

	if (given.len <= scheme.len ||
		!rtc_slice_equals_nocase(rtc_slice_of(given.data, scheme.len), scheme)) {
		return 401;
	}
	while (at < given.len && given.data[at] == ' ') {
		at++;
	}
	given = rtc_slice_of(given.data + at, given.len - at);
	return is_secret(secret, given) ? 0 : 403;
}
