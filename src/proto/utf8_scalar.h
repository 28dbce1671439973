/* UTF-8 a code point at a time, for src/proto/utf8*.c. */
#ifndef RTC_PROTO_UTF8_SCALAR_H
#define RTC_PROTO_UTF8_SCALAR_H

#include "base.h"

static inline bool rtc_utf8_is_continuation(uint8_t byte)
{
	return (byte & 0xC0) == 0x80;
}

/* Bytes of the code point at p, which is not ASCII; 0 if it is malformed. Four bytes are readable.
 */
static inline size_t rtc_utf8_point_len(const uint8_t *p)
{
	if (p[0] < 0xE0) {
		return p[0] >= 0xC2 && rtc_utf8_is_continuation(p[1]) ? 2 : 0;
	}
	if (p[0] < 0xF0) {
		uint8_t low = p[0] == 0xE0 ? 0xA0 : 0x80;
		uint8_t high = p[0] == 0xED ? 0x9F : 0xBF;
		return p[1] >= low && p[1] <= high && rtc_utf8_is_continuation(p[2]) ? 3 : 0;
	}
	uint8_t low = p[0] == 0xF0 ? 0x90 : 0x80;
	uint8_t high = p[0] == 0xF4 ? 0x8F : 0xBF;
	return p[0] <= 0xF4 && p[1] >= low && p[1] <= high && rtc_utf8_is_continuation(p[2]) &&
			rtc_utf8_is_continuation(p[3])
		? 4
		: 0;
}

#endif
