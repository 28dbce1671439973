#include "base.h"

/* Each byte of a word, letters in lower case. */
static uint64_t lower8(uint64_t word)
{
	const uint64_t each = UINT64_C(0x0101010101010101);
	uint64_t seven = word & (each * 0x7F);
	uint64_t from_a = seven + each * (0x80 - 'A');       /* sets the high bit from 'A' on */
	uint64_t behind_z = seven + each * (0x80 - 'Z' - 1); /* and this one behind 'Z' */

	return word | ((from_a & ~behind_z & ~word & (each * 0x80)) >> 2);
}

static uint64_t load8(const uint8_t *at)
{
	uint64_t word;

	memcpy(&word, at, sizeof(word));
	return word;
}

/* Less than eight bytes as a word: all of them are in it, some twice. */
static uint64_t load_few(const uint8_t *at, size_t len)
{
	uint32_t ends[2] = {0, 0};

	if (len >= 4) {
		memcpy(&ends[0], at, 4);
		memcpy(&ends[1], at + len - 4, 4);
		return (uint64_t)ends[1] << 32 | ends[0];
	}
	return len == 0 ? 0 : (uint64_t)at[0] << 16 | (uint64_t)at[len / 2] << 8 | at[len - 1];
}

bool rtc_bytes_equal_nocase(const uint8_t *a, const uint8_t *b, size_t len)
{
	if (len < 8) {
		return lower8(load_few(a, len)) == lower8(load_few(b, len));
	}
	for (size_t i = 0; i + 8 < len; i += 8) {
		if (lower8(load8(a + i)) != lower8(load8(b + i))) {
			return false;
		}
	}
	/* The last word may overlap the one before. */
	return lower8(load8(a + len - 8)) == lower8(load8(b + len - 8));
}
