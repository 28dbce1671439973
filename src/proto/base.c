#include "base.h"

static uint8_t lower(uint8_t byte)
{
	return byte >= 'A' && byte <= 'Z' ? (uint8_t)(byte | 0x20) : byte;
}

/* The same for each byte of a word. */
static uint64_t lower8(uint64_t word)
{
	const uint64_t each = UINT64_C(0x0101010101010101);
	uint64_t seven = word & (each * 0x7F);
	uint64_t from_a = seven + each * (0x80 - 'A');       /* sets the high bit from 'A' on */
	uint64_t behind_z = seven + each * (0x80 - 'Z' - 1); /* and this one behind 'Z' */

	return word | ((from_a & ~behind_z & ~word & (each * 0x80)) >> 2);
}

bool rtc_slice_equals_nocase(rtc_slice a, rtc_slice b)
{
	size_t i = 0;

	if (a.len != b.len) {
		return false;
	}
	for (; i + 8 <= a.len; i += 8) {
		uint64_t words[2];

		memcpy(&words[0], a.data + i, 8);
		memcpy(&words[1], b.data + i, 8);
		if (lower8(words[0]) != lower8(words[1])) {
			return false;
		}
	}
	for (; i < a.len; i++) {
		if (lower(a.data[i]) != lower(b.data[i])) {
			return false;
		}
	}
	return true;
}
