/* Words that every protocol file shares: slices, results, attributes. */
#ifndef RTC_PROTO_BASE_H
#define RTC_PROTO_BASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#if defined(__GNUC__)
#define RTC_NODISCARD __attribute__((warn_unused_result))
#define RTC_LIKELY(x) __builtin_expect(!!(x), 1)
#define RTC_UNLIKELY(x) __builtin_expect(!!(x), 0)
/* The memory there will be needed soon. */
#define RTC_PREFETCH(address) __builtin_prefetch(address)
/* Parameter number `text` is a format of printf, the values for it start at number `first`. */
#define RTC_PRINTF(text, first) __attribute__((format(printf, text, first)))
#else
#define RTC_NODISCARD
#define RTC_LIKELY(x) (x)
#define RTC_UNLIKELY(x) (x)
#define RTC_PREFETCH(address) ((void)(address))
#define RTC_PRINTF(text, first)
#endif

/* Bytes that somebody else owns. `data` may be NULL only where `len` is 0. */
typedef struct rtc_slice {
	const uint8_t *data;
	size_t len;
} rtc_slice;

/* What an action came to. */
typedef enum rtc_status {
	RTC_OK = 0,
	RTC_NOMEM,  /* malloc gave NULL; nothing was changed */
	RTC_FAILED, /* the function says where the reason stands */
} rtc_status;

/* What a pulled parser came to. */
typedef enum rtc_parse {
	RTC_PARSE_ERROR = -1, /* the input is malformed; the parser must not be called again */
	RTC_PARSE_MORE = 0,   /* everything was looked at and more bytes are needed */
	RTC_PARSE_DONE = 1,   /* one unit is complete */
} rtc_parse;

/* A slice of a string literal. */
#define RTC_SLICE(literal) ((rtc_slice){(const uint8_t *)(literal), sizeof(literal) - 1})

static inline rtc_slice rtc_slice_of(const void *data, size_t len)
{
	return (rtc_slice){(const uint8_t *)data, len};
}

static inline bool rtc_slice_equals(rtc_slice a, rtc_slice b)
{
	return a.len == b.len && (a.len == 0 || memcmp(a.data, b.data, a.len) == 0);
}

/* True if `len` bytes are the same but for the case of ASCII letters. */
bool rtc_bytes_equal_nocase(const uint8_t *a, const uint8_t *b, size_t len);

/* ASCII letters compare without regard to case (RFC 9110 5.1: field names). */
static inline bool rtc_slice_equals_nocase(rtc_slice a, rtc_slice b)
{
	return a.len == b.len && rtc_bytes_equal_nocase(a.data, b.data, a.len);
}

#endif
