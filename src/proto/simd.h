/* What masking and UTF-8 may use of the processor. Internal to src/proto.
 *
 * Vectors are GCC's and Clang's vector types, which compile to SSE2 on x86-64 and to NEON on
 * aarch64, both of which every such processor has; AVX2 is asked for at run time. With another
 * compiler, on another processor or in another byte order nothing here is defined and the portable
 * paths are all there is. */
#ifndef RTC_PROTO_SIMD_H
#define RTC_PROTO_SIMD_H

#include "base.h"

#if defined(__clang__) || (defined(__GNUC__) && __GNUC__ >= 5)
#if defined(__x86_64__) && defined(__SSE2__)
#define RTC_SIMD_X86 1
#elif defined(__aarch64__) && defined(__ARM_NEON) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define RTC_SIMD_NEON 1
#endif
#endif

#if defined(RTC_SIMD_X86)
#include <emmintrin.h>
#elif defined(RTC_SIMD_NEON)
#include <arm_neon.h>
#endif

#if defined(RTC_SIMD_X86) || defined(RTC_SIMD_NEON)

/* What every machine that comes here has. */
typedef uint8_t rtc_simd_vec16 __attribute__((vector_size(16)));

static inline rtc_simd_vec16 rtc_simd_load16(const uint8_t *p)
{
	rtc_simd_vec16 v;
	memcpy(&v, p, sizeof(v));
	return v;
}

/* True if no byte has its high bit set. */
static inline bool rtc_simd_is_ascii16(rtc_simd_vec16 v)
{
#ifdef RTC_SIMD_X86
	return _mm_movemask_epi8((__m128i)v) == 0;
#else
	return vmaxvq_u8((uint8x16_t)v) < 0x80;
#endif
}

#endif

#ifdef RTC_SIMD_X86

/* A function that may use AVX2; to be called only where rtc_simd_has_avx2(). */
#define RTC_SIMD_AVX2 __attribute__((target("avx2")))

/* The compiler's runtime asks the processor and the system once, before anything of this module
 * runs; this is a test of one bit, for any thread. */
static inline bool rtc_simd_has_avx2(void)
{
	return __builtin_cpu_supports("avx2") != 0;
}

#endif

#endif
