#include "mask.h"
#include "mask_impl.h"
#include "simd.h"

#ifdef RTC_SIMD_X86
#include <immintrin.h>
#endif

#if defined(RTC_SIMD_X86) || defined(RTC_SIMD_NEON)

/* From so many bytes on the wider registers pay for the way to them. */
#define AVX2_MIN 128

typedef uint32_t vec16 __attribute__((vector_size(16)));

/* The key as it stands `turn` bytes further on, in the payload's order: both kinds of machine that
 * come here are little-endian. */
static inline uint32_t turn_key(uint32_t key, size_t turn)
{
	unsigned bits = (unsigned)(turn & 3) * 8;
	return key >> bits | key << (-bits & 31);
}

static inline uint32_t load_key(const uint8_t key[4], size_t phase)
{
	uint32_t word;
	memcpy(&word, key, sizeof(word));
	return turn_key(word, phase);
}

static inline uint64_t load64(const uint8_t *p)
{
	uint64_t word;
	memcpy(&word, p, sizeof(word));
	return word;
}

static inline uint32_t load32(const uint8_t *p)
{
	uint32_t word;
	memcpy(&word, p, sizeof(word));
	return word;
}

/* Less than 16 bytes. Two words that overlap cover any length; both are loaded before one is
 * stored, since `out` may be `in`. Returns all that is stored, in one word. */
static inline uint64_t mask_short(uint8_t *out, const uint8_t *in, size_t len, uint32_t key)
{
	if (len >= 8) {
		uint32_t turned = turn_key(key, len);
		uint64_t first = load64(in) ^ ((uint64_t)key << 32 | key);
		uint64_t last = load64(in + len - 8) ^ ((uint64_t)turned << 32 | turned);
		memcpy(out, &first, sizeof(first));
		memcpy(out + len - 8, &last, sizeof(last));
		return first | last;
	}
	if (len >= 4) {
		uint32_t first = load32(in) ^ key;
		uint32_t last = load32(in + len - 4) ^ turn_key(key, len);
		memcpy(out, &first, sizeof(first));
		memcpy(out + len - 4, &last, sizeof(last));
		return first | last;
	}
	uint8_t stored = 0;
	for (size_t i = 0; i < len; i++) {
		stored |= out[i] = in[i] ^ (uint8_t)(key >> 8 * i);
	}
	return stored;
}

/* Returns what it stores, as the others do. */
static inline vec16 mask16(uint8_t *out, const uint8_t *in, vec16 key)
{
	vec16 block;
	memcpy(&block, in, sizeof(block));
	block ^= key;
	memcpy(out, &block, sizeof(block));
	return block;
}

/* By SSE2 or NEON. The blocks' stores do not overlap: what is read next, to be validated or copied,
 * would wait for stores that do. */
static inline bool mask_vec16(uint8_t *out, const uint8_t *in, size_t len, uint32_t key)
{
	vec16 wide = (vec16){0} + key;
	vec16 stored = {0};
	size_t i = 0;
	for (; len - i >= 64; i += 64) {
		vec16 first = mask16(out + i, in + i, wide) | mask16(out + i + 16, in + i + 16, wide);
		stored |= mask16(out + i + 32, in + i + 32, wide) |
			mask16(out + i + 48, in + i + 48, wide) | first;
	}
	for (; len - i >= 16; i += 16) {
		stored |= mask16(out + i, in + i, wide);
	}
	uint64_t rest = mask_short(out + i, in + i, len - i, key);
	return rtc_simd_is_ascii16((rtc_simd_vec16)stored) && (rest & RTC_HIGH_BITS) == 0;
}

#ifdef RTC_SIMD_X86

typedef uint32_t vec32 __attribute__((vector_size(32)));

static inline RTC_SIMD_AVX2 vec32 mask32(uint8_t *out, const uint8_t *in, vec32 key)
{
	vec32 block;
	memcpy(&block, in, sizeof(block));
	block ^= key;
	memcpy(out, &block, sizeof(block));
	return block;
}

static RTC_SIMD_AVX2 bool mask_avx2(uint8_t *out, const uint8_t *in, size_t len, uint32_t key)
{
	vec32 wide = (vec32){0} + key;
	vec32 stored = {0};
	size_t i = 0;
	for (; len - i >= 128; i += 128) {
		vec32 first = mask32(out + i, in + i, wide) | mask32(out + i + 32, in + i + 32, wide);
		stored |= mask32(out + i + 64, in + i + 64, wide) |
			mask32(out + i + 96, in + i + 96, wide) | first;
	}
	bool ascii = _mm256_movemask_epi8((__m256i)stored) == 0;
	return mask_vec16(out + i, in + i, len - i, key) && ascii;
}

#endif

/* By the registers that every machine has. */
static bool mask_baseline(
	uint8_t *out, const uint8_t *in, size_t len, const uint8_t key[4], size_t phase)
{
	return mask_vec16(out, in, len, load_key(key, phase));
}

bool rtc_mask(uint8_t *out, const uint8_t *in, size_t len, const uint8_t key[4], size_t phase)
{
	uint32_t turned = load_key(key, phase);
	if (len < 16) {
		return (mask_short(out, in, len, turned) & RTC_HIGH_BITS) == 0;
	}
#ifdef RTC_SIMD_X86
	if (RTC_UNLIKELY(len >= AVX2_MIN) && rtc_simd_has_avx2()) {
		return mask_avx2(out, in, len, turned);
	}
#endif
	return mask_vec16(out, in, len, turned);
}

#else

bool rtc_mask(uint8_t *out, const uint8_t *in, size_t len, const uint8_t key[4], size_t phase)
{
	return rtc_mask_portable(out, in, len, key, phase);
}

#endif

size_t rtc_mask_implementations(rtc_mask_implementation *list, size_t room)
{
	const rtc_mask_implementation all[] = {
		{"portable", rtc_mask_portable},
#if defined(RTC_SIMD_X86) || defined(RTC_SIMD_NEON)
		{"baseline", mask_baseline},
#endif
		{"chosen", rtc_mask},
	};
	size_t count = 0;
	for (; count < room && count < sizeof(all) / sizeof(all[0]); count++) {
		list[count] = all[count];
	}
	return count;
}
