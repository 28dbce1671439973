/* The ways to validate UTF-8, for src/proto/utf8*.c and the tests. */
#ifndef RTC_PROTO_UTF8_IMPL_H
#define RTC_PROTO_UTF8_IMPL_H

#include "simd.h"
#include "utf8.h"

/* As rtc_utf8_feed(). */
typedef bool rtc_utf8_feeder(rtc_utf8 *utf8, const uint8_t *data, size_t len);

typedef struct rtc_utf8_implementation {
	const char *name;
	rtc_utf8_feeder *feed;
} rtc_utf8_implementation;

/* Those that this machine can run, the portable one first. The array is filled up to `room` entries
 * and the number of entries filled is the result. */
size_t rtc_utf8_implementations(rtc_utf8_implementation *list, size_t room);

#if defined(RTC_SIMD_X86) || defined(RTC_SIMD_NEON)

#ifdef RTC_SIMD_X86
#define RTC_UTF8_CHECK_MIN 40
#else
#define RTC_UTF8_CHECK_MIN 24
#endif

/* Checks a text of at least RTC_UTF8_CHECK_MIN bytes, from the start of a code point on, by AVX2 or
 * NEON; with AVX2 only where rtc_simd_has_avx2(). NULL if no continuation could make it valid, else
 * a start of a code point in front of which everything is valid, and behind which are at most three
 * bytes. */
const uint8_t *rtc_utf8_check_vectors(const uint8_t *p, const uint8_t *end);

#endif

#endif
