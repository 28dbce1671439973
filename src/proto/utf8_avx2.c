#include "utf8_impl.h"
#include "utf8_scalar.h"

#ifdef RTC_SIMD_X86

#include <immintrin.h>

#define VEC_TARGET RTC_SIMD_AVX2

typedef uint8_t vec __attribute__((vector_size(32)));

/* Each half of the vector looks up in its own copy of the table. */
static inline VEC_TARGET vec look_up(const uint8_t table[16], vec index)
{
	uint64_t half[2];
	memcpy(half, table, sizeof(half));
	__m128i once = _mm_set_epi64x((long long)half[1], (long long)half[0]);
	return (vec)_mm256_shuffle_epi8(_mm256_broadcastsi128_si256(once), (__m256i)index);
}

static inline VEC_TARGET bool is_ascii(vec v)
{
	return _mm256_movemask_epi8((__m256i)v) == 0;
}

static inline VEC_TARGET bool is_zero(vec v)
{
	return _mm256_testz_si256((__m256i)v, (__m256i)v) != 0;
}

#include "utf8_lookup.h"

_Static_assert(RTC_UTF8_CHECK_MIN >= VEC_MIN, "a vector and what is read before it");

RTC_SIMD_AVX2 const uint8_t *rtc_utf8_check_vectors(const uint8_t *p, const uint8_t *end)
{
	return check(p, end);
}

#endif
