#include "mask.h"

/* Words are loaded with memcpy, so nothing needs to be aligned, and the key is repeated in the
 * order of its bytes, so the machine's byte order does not matter. */
static inline void mask_word(uint8_t *out, const uint8_t *in, uint64_t key)
{
	uint64_t word;
	memcpy(&word, in, sizeof(word));
	word ^= key;
	memcpy(out, &word, sizeof(word));
}

void rtc_mask(uint8_t *out, const uint8_t *in, size_t len, const uint8_t key[4], size_t phase)
{
	uint8_t turned[8];
	for (size_t i = 0; i < sizeof(turned); i++) {
		turned[i] = key[(phase + i) & 3];
	}
	uint64_t word;
	memcpy(&word, turned, sizeof(word));

	size_t i = 0;
	for (; len - i >= 32; i += 32) {
		mask_word(out + i, in + i, word);
		mask_word(out + i + 8, in + i + 8, word);
		mask_word(out + i + 16, in + i + 16, word);
		mask_word(out + i + 24, in + i + 24, word);
	}
	for (; len - i >= 8; i += 8) {
		mask_word(out + i, in + i, word);
	}
	for (; i < len; i++) {
		out[i] = in[i] ^ turned[i & 7];
	}
}
