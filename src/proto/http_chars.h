/* Classes of bytes in HTTP's grammar. Private to http_*.c. */
#ifndef RTC_PROTO_HTTP_CHARS_H
#define RTC_PROTO_HTTP_CHARS_H

#include "http.h"

enum {
	RTC_HTTP_TOKEN = 0x01,  /* tchar, RFC 9110 5.6.2 */
	RTC_HTTP_METHOD = 0x02, /* a tchar that is no lower-case letter: no method has one */
	RTC_HTTP_TARGET = 0x04, /* visible ASCII but '#': what browsers send goes beyond RFC 3986 */
	RTC_HTTP_VALUE = 0x08,  /* field-vchar, SP, HTAB, RFC 9110 5.5 */
	RTC_HTTP_HOST = 0x10,   /* unreserved, sub-delims, '%', RFC 3986 3.2.2 */
	RTC_HTTP_ALPHA = 0x20,
	RTC_HTTP_DIGIT = 0x40,
	RTC_HTTP_HEX = 0x80,
};

extern const uint8_t rtc_http_chars[256];

static inline bool rtc_http_char_is(uint8_t byte, uint8_t classes)
{
	return (rtc_http_chars[byte] & classes) != 0;
}

/* How many bytes from data[at] on, before data[len], are of the class. */
static inline size_t rtc_http_run(const uint8_t *data, size_t at, size_t len, uint8_t classes)
{
	size_t end = at;

	while (end < len && rtc_http_char_is(data[end], classes)) {
		end++;
	}
	return end - at;
}

/* 0 to 15; the byte is of RTC_HTTP_HEX. */
static inline uint8_t rtc_http_hex_value(uint8_t byte)
{
	return (
		uint8_t)(rtc_http_char_is(byte, RTC_HTTP_DIGIT) ? byte - '0' : (byte | 0x20) - 'a' + 10);
}

/* The text without SP and HTAB around it (OWS, RFC 9110 5.6.3). */
static inline rtc_slice rtc_http_trim(rtc_slice text)
{
	while (text.len > 0 && (text.data[0] == ' ' || text.data[0] == '\t')) {
		text.data++;
		text.len--;
	}
	while (text.len > 0 && (text.data[text.len - 1] == ' ' || text.data[text.len - 1] == '\t')) {
		text.len--;
	}
	return text;
}

#endif
