#include "utf8_impl.h"
#include "utf8_scalar.h"

/* The high bit of each byte of a word. */
#define HIGH_BITS UINT64_C(0x8080808080808080)

/* From so many bytes on vectors pay. */
#define VECTORS_MIN 64

void rtc_utf8_init(rtc_utf8 *utf8)
{
	*utf8 = (rtc_utf8){0};
}

/* Begins a code point of more than one byte. The first continuation byte has bounds of its own
 * after E0 and F0 (overlong forms), ED (surrogates), F4 (past U+10FFFF). */
static bool begin(rtc_utf8 *utf8, uint8_t lead)
{
	utf8->low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
	utf8->high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
	utf8->need = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
	return lead >= 0xC2 && lead <= 0xF4;
}

static bool feed_byte(rtc_utf8 *utf8, uint8_t byte)
{
	if (utf8->need == 0) {
		return byte < 0x80 || begin(utf8, byte);
	}
	if (byte < utf8->low || byte > utf8->high) {
		return false;
	}
	utf8->need--;
	utf8->low = 0x80;
	utf8->high = 0xBF;
	return true;
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

/* True if the last `len` bytes, 4 to 15, are ASCII. Two loads that overlap cover any length. */
static inline bool is_ascii_tail(const uint8_t *p, size_t len)
{
	uint64_t bits = len >= 8 ? load64(p) | load64(p + len - 8) : load32(p) | load32(p + len - 4);
	return (bits & HIGH_BITS) == 0;
}

/* Skips ASCII, sixteen bytes at a time while that goes. */
static inline const uint8_t *skip_ascii(const uint8_t *p, const uint8_t *end)
{
	while (end - p >= 16 && ((load64(p) | load64(p + 8)) & HIGH_BITS) == 0) {
		p += 16;
	}
	size_t left = (size_t)(end - p);
	if (left >= 4 && left < 16 && is_ascii_tail(p, left)) {
		return end;
	}
	while (p < end && *p < 0x80) {
		p++;
	}
	return p;
}

/* The rest of a piece, from the start of a code point on. */
static inline bool feed_rest(rtc_utf8 *utf8, const uint8_t *p, const uint8_t *end)
{
	while ((p = skip_ascii(p, end)), end - p >= 4) {
		do {
			size_t size = rtc_utf8_point_len(p);
			if (size == 0) {
				return false;
			}
			p += size;
		} while (end - p >= 4 && *p >= 0x80);
	}
	while (p < end) {
		if (!feed_byte(utf8, *p++)) {
			return false;
		}
	}
	return true;
}

/* As feed_rest(), for at least VECTORS_MIN bytes. */
typedef bool feed_long(rtc_utf8 *utf8, const uint8_t *p, const uint8_t *end);

/* A short piece calls nothing, so that it need not save registers. */
static inline bool feed(rtc_utf8 *utf8, const uint8_t *data, size_t len, feed_long *rest)
{
	if (len == 0) {
		return true;
	}
	const uint8_t *p = data;
	const uint8_t *end = data + len;
	while (p < end && utf8->need > 0) {
		if (!feed_byte(utf8, *p++)) {
			return false;
		}
	}
	return end - p >= VECTORS_MIN ? rest(utf8, p, end) : feed_rest(utf8, p, end);
}

static bool long_portable(rtc_utf8 *utf8, const uint8_t *p, const uint8_t *end)
{
	return feed_rest(utf8, p, end);
}

#if defined(RTC_SIMD_X86) || defined(RTC_SIMD_NEON)

static inline bool is_ascii64(const uint8_t *p)
{
	return rtc_simd_is_ascii16((rtc_simd_load16(p) | rtc_simd_load16(p + 16)) |
		(rtc_simd_load16(p + 32) | rtc_simd_load16(p + 48)));
}

/* Skips ASCII in whole vectors. */
static inline const uint8_t *skip_ascii_vectors(const uint8_t *p, const uint8_t *end)
{
	while (end - p >= 64 && is_ascii64(p)) {
		p += 64;
	}
	while (end - p >= 16 && rtc_simd_is_ascii16(rtc_simd_load16(p))) {
		p += 16;
	}
	return p;
}

/* SSE2 cannot look bytes up by bytes: without AVX2, only what is ASCII from the start on is taken
 * in vectors. */
static bool long_baseline(rtc_utf8 *utf8, const uint8_t *p, const uint8_t *end)
{
	return feed_rest(utf8, skip_ascii_vectors(p, end), end);
}

static bool long_vectors(rtc_utf8 *utf8, const uint8_t *p, const uint8_t *end)
{
	p = skip_ascii_vectors(p, end);
	if (end - p >= RTC_UTF8_CHECK_MIN && (p = rtc_utf8_check_vectors(p, end)) == NULL) {
		return false;
	}
	return feed_rest(utf8, p, end);
}

#ifdef RTC_SIMD_X86

static bool long_best(rtc_utf8 *utf8, const uint8_t *p, const uint8_t *end)
{
	return rtc_simd_has_avx2() ? long_vectors(utf8, p, end) : long_baseline(utf8, p, end);
}

#else

#define long_best long_vectors

#endif

static bool feed_baseline(rtc_utf8 *utf8, const uint8_t *data, size_t len)
{
	return feed(utf8, data, len, long_baseline);
}

#else

#define long_best long_portable

#endif

static bool feed_portable(rtc_utf8 *utf8, const uint8_t *data, size_t len)
{
	return feed(utf8, data, len, long_portable);
}

bool rtc_utf8_feed(rtc_utf8 *utf8, const uint8_t *data, size_t len)
{
	return feed(utf8, data, len, long_best);
}

bool rtc_utf8_valid(const uint8_t *data, size_t len)
{
	if (len >= VECTORS_MIN) {
		rtc_utf8 utf8 = {0};
		return rtc_utf8_feed(&utf8, data, len) && rtc_utf8_complete(&utf8);
	}
	/* A state of its own, whose address goes nowhere: it stays in registers. */
	rtc_utf8 brief = {0};
	return len == 0 || (feed_rest(&brief, data, data + len) && rtc_utf8_complete(&brief));
}

size_t rtc_utf8_implementations(rtc_utf8_implementation *list, size_t room)
{
	const rtc_utf8_implementation all[] = {
		{"portable", feed_portable},
#if defined(RTC_SIMD_X86) || defined(RTC_SIMD_NEON)
		{"baseline", feed_baseline},
#endif
		{"chosen", rtc_utf8_feed},
	};
	size_t count = 0;
	for (; count < room && count < sizeof(all) / sizeof(all[0]); count++) {
		list[count] = all[count];
	}
	return count;
}
