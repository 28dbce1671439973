#include "utf8_impl.h"
#include "utf8_scalar.h"

#ifdef RTC_SIMD_NEON

#include <arm_neon.h>

#define VEC_TARGET

typedef uint8x16_t vec;

static inline vec look_up(const uint8_t table[16], vec index)
{
	return vqtbl1q_u8(vld1q_u8(table), index);
}

static inline bool is_ascii(vec v)
{
	return vmaxvq_u8(v) < 0x80;
}

static inline bool is_zero(vec v)
{
	return vmaxvq_u8(v) == 0;
}

#include "utf8_lookup.h"

_Static_assert(RTC_UTF8_CHECK_MIN >= VEC_MIN, "a vector and what is read before it");

const uint8_t *rtc_utf8_check_vectors(const uint8_t *p, const uint8_t *end)
{
	return check(p, end);
}

#endif
