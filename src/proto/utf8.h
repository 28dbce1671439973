/* Incremental UTF-8 validation (Unicode 15 table 3-7: no overlong forms, no surrogates, at most
 * U+10FFFF). */
#ifndef RTC_PROTO_UTF8_H
#define RTC_PROTO_UTF8_H

#include "base.h"

/* Where a text stands between two pieces. All zero: at the start of a code point. */
typedef struct rtc_utf8 {
	uint8_t need; /* continuation bytes still missing */
	uint8_t low;  /* bounds of the next continuation byte */
	uint8_t high;
} rtc_utf8;

void rtc_utf8_init(rtc_utf8 *utf8);

/* Takes the next piece of a text. False as soon as no continuation could make it valid; the state
 * is then unusable until rtc_utf8_init(). */
bool rtc_utf8_feed(rtc_utf8 *utf8, const uint8_t *data, size_t len) RTC_NODISCARD;

/* True if the text may end here. */
static inline bool rtc_utf8_complete(const rtc_utf8 *utf8)
{
	return utf8->need == 0;
}

/* A whole text at once. */
bool rtc_utf8_valid(const uint8_t *data, size_t len) RTC_NODISCARD;

#endif
