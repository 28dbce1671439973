#include "mask_impl.h"

/* Words are loaded with memcpy, so nothing needs to be aligned. The key's bytes are in them in the
 * order of the payload's, so the machine's byte order does not matter. Each returns what it stores.
 */
static inline uint64_t mask64(uint8_t *out, const uint8_t *in, uint64_t key)
{
	uint64_t word;
	memcpy(&word, in, sizeof(word));
	word ^= key;
	memcpy(out, &word, sizeof(word));
	return word;
}

static inline uint32_t mask32(uint8_t *out, const uint8_t *in, uint32_t key)
{
	uint32_t word;
	memcpy(&word, in, sizeof(word));
	word ^= key;
	memcpy(out, &word, sizeof(word));
	return word;
}

bool rtc_mask_portable(
	uint8_t *out, const uint8_t *in, size_t len, const uint8_t key[4], size_t phase)
{
	uint8_t twice[8];
	memcpy(twice, key, 4);
	memcpy(twice + 4, key, 4);
	const uint8_t *turned = twice + (phase & 3);
	uint32_t half;
	memcpy(&half, turned, sizeof(half));
	uint64_t whole = (uint64_t)half << 32 | half;

	uint64_t stored = 0;
	size_t i = 0;
	for (; len - i >= 32; i += 32) {
		uint64_t first = mask64(out + i, in + i, whole) | mask64(out + i + 8, in + i + 8, whole);
		stored |= mask64(out + i + 16, in + i + 16, whole) |
			mask64(out + i + 24, in + i + 24, whole) | first;
	}
	for (; len - i >= 8; i += 8) {
		stored |= mask64(out + i, in + i, whole);
	}
	if (len - i >= 4) {
		stored |= mask32(out + i, in + i, half);
		i += 4;
	}
	for (; i < len; i++) {
		stored |= out[i] = in[i] ^ turned[i & 3];
	}
	return (stored & RTC_HIGH_BITS) == 0;
}
