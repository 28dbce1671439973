#include "siphash.h"

typedef struct sip {
	uint64_t v0;
	uint64_t v1;
	uint64_t v2;
	uint64_t v3;
} sip;

static uint64_t rotate(uint64_t word, unsigned bits)
{
	return word << bits | word >> (64 - bits);
}

/* SipRound of the paper by Aumasson and Bernstein, section 2.2. */
static void mix(sip *s)
{
	s->v0 += s->v1;
	s->v2 += s->v3;
	s->v1 = rotate(s->v1, 13) ^ s->v0;
	s->v3 = rotate(s->v3, 16) ^ s->v2;
	s->v0 = rotate(s->v0, 32);
	s->v2 += s->v1;
	s->v0 += s->v3;
	s->v1 = rotate(s->v1, 17) ^ s->v2;
	s->v3 = rotate(s->v3, 21) ^ s->v0;
	s->v2 = rotate(s->v2, 32);
}

static void absorb(sip *s, uint64_t word)
{
	s->v3 ^= word;
	mix(s);
	s->v0 ^= word;
}

/* Up to eight bytes, the first one lowest. */
static uint64_t word_at(const uint8_t *data, size_t len)
{
	uint64_t word = 0;

	for (size_t i = 0; i < len; i++) {
		word |= (uint64_t)data[i] << 8 * i;
	}
	return word;
}

uint64_t rtc_siphash(const uint64_t key[2], rtc_slice text)
{
	sip s = {
		.v0 = key[0] ^ UINT64_C(0x736f6d6570736575),
		.v1 = key[1] ^ UINT64_C(0x646f72616e646f6d),
		.v2 = key[0] ^ UINT64_C(0x6c7967656e657261),
		.v3 = key[1] ^ UINT64_C(0x7465646279746573),
	};
	uint64_t last = (uint64_t)(text.len & 0xFF) << 56;

	while (text.len >= 8) {
		absorb(&s, word_at(text.data, 8));
		text.data += 8;
		text.len -= 8;
	}
	absorb(&s, word_at(text.data, text.len) | last);
	s.v2 ^= 0xFF;
	mix(&s);
	mix(&s);
	mix(&s);
	return s.v0 ^ s.v1 ^ s.v2 ^ s.v3;
}
