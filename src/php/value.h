/* Objects that are only their properties: made by us, never by the script, not cloneable; and
 * strings. */
#ifndef PHP_RTCOMM_VALUE_H
#define PHP_RTCOMM_VALUE_H

#include "php.h"

#include "../proto/base.h"

/* A ce->create_object for classes without state of their own. */
zend_object *php_rtcomm_value_create(zend_class_entry *ce);

/* The bytes of a string; they are still its own. */
static inline rtc_slice php_rtcomm_slice(const zend_string *string)
{
	return rtc_slice_of(ZSTR_VAL(string), ZSTR_LEN(string));
}

/* True if the string is that text, which is all of it: strings may hold NUL. */
static inline bool php_rtcomm_string_is(const zend_string *string, const char *text)
{
	return rtc_slice_equals(php_rtcomm_slice(string), rtc_slice_of(text, strlen(text)));
}

/* A string with these bytes; the short ones cost no memory. */
static inline zend_string *php_rtcomm_string(rtc_slice bytes)
{
	if (bytes.len <= 1) {
		return bytes.len == 0 ? ZSTR_EMPTY_ALLOC() : ZSTR_CHAR(bytes.data[0]);
	}
	return zend_string_init((const char *)bytes.data, bytes.len, false);
}

/* A string that others fill, known by where its `len` bytes lie; len > 0. */
static inline uint8_t *php_rtcomm_room_new(size_t len)
{
	zend_string *string = zend_string_alloc(len, false);

	ZSTR_VAL(string)[len] = '\0';
	return (uint8_t *)ZSTR_VAL(string);
}

static inline zend_string *php_rtcomm_room_string(const uint8_t *room)
{
	return (zend_string *)(room - XtOffsetOf(zend_string, val));
}

#endif
