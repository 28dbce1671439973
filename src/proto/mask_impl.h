/* The ways to mask, for src/proto/mask.c and the tests. */
#ifndef RTC_PROTO_MASK_IMPL_H
#define RTC_PROTO_MASK_IMPL_H

#include "base.h"

/* The high bit of each byte of a word. */
#define RTC_HIGH_BITS UINT64_C(0x8080808080808080)

/* As rtc_mask(). */
typedef bool rtc_mask_run(
	uint8_t *out, const uint8_t *in, size_t len, const uint8_t key[4], size_t phase);

typedef struct rtc_mask_implementation {
	const char *name;
	rtc_mask_run *run;
} rtc_mask_implementation;

/* Those that this machine can run, the portable one first; at most one of each name. The array is
 * filled up to `room` entries and the number of entries filled is the result. */
size_t rtc_mask_implementations(rtc_mask_implementation *list, size_t room);

/* In C11 alone, eight bytes at a time. */
rtc_mask_run rtc_mask_portable;

#endif
