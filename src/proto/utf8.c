#include "utf8.h"

/* The high bit of each byte of a word. */
#define HIGH_BITS UINT64_C(0x8080808080808080)

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

static inline bool is_continuation(uint8_t byte)
{
	return (byte & 0xC0) == 0x80;
}

/* Bytes of the code point at p, which is not ASCII; 0 if it is malformed. Four bytes are readable.
 */
static inline size_t code_point_len(const uint8_t *p)
{
	if (p[0] < 0xE0) {
		return p[0] >= 0xC2 && is_continuation(p[1]) ? 2 : 0;
	}
	if (p[0] < 0xF0) {
		uint8_t low = p[0] == 0xE0 ? 0xA0 : 0x80;
		uint8_t high = p[0] == 0xED ? 0x9F : 0xBF;
		return p[1] >= low && p[1] <= high && is_continuation(p[2]) ? 3 : 0;
	}
	uint8_t low = p[0] == 0xF0 ? 0x90 : 0x80;
	uint8_t high = p[0] == 0xF4 ? 0x8F : 0xBF;
	return p[0] <= 0xF4 && p[1] >= low && p[1] <= high && is_continuation(p[2]) &&
			is_continuation(p[3])
		? 4
		: 0;
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

bool rtc_utf8_feed(rtc_utf8 *utf8, const uint8_t *data, size_t len)
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
	while ((p = skip_ascii(p, end)), end - p >= 4) {
		do {
			size_t size = code_point_len(p);
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

bool rtc_utf8_valid(const uint8_t *data, size_t len)
{
	rtc_utf8 utf8 = {0};
	return rtc_utf8_feed(&utf8, data, len) && rtc_utf8_complete(&utf8);
}
