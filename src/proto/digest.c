#include "digest.h"

#define SHA1_BLOCK 64

typedef struct sha1 {
	uint32_t hash[5];
	uint64_t bytes; /* all that were taken */
	uint8_t block[SHA1_BLOCK];
} sha1;

static uint32_t rotate_left(uint32_t word, unsigned count)
{
	return word << count | word >> (32 - count);
}

static uint32_t load_be32(const uint8_t *at)
{
	return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
}

/* One round but for the renaming of its words, which five rounds bring back to where they were. */
static inline void sha1_round(uint32_t a, uint32_t *b, uint32_t *e, uint32_t more)
{
	*e += rotate_left(a, 5) + more;
	*b = rotate_left(*b, 30);
}

static inline uint32_t sha1_choose(uint32_t b, uint32_t c, uint32_t d)
{
	return d ^ (b & (c ^ d));
}

static inline uint32_t sha1_parity(uint32_t b, uint32_t c, uint32_t d)
{
	return b ^ c ^ d;
}

static inline uint32_t sha1_majority(uint32_t b, uint32_t c, uint32_t d)
{
	return (b & c) | (d & (b | c));
}

/* Twenty rounds with one function and one constant. */
#define SHA1_ROUNDS(function, constant, word)                                                      \
	for (unsigned i = 0; i < 20; i += 5) {                                                         \
		sha1_round(a, &b, &e, function(b, c, d) + (constant) + (word)[i]);                         \
		sha1_round(e, &a, &d, function(a, b, c) + (constant) + (word)[i + 1]);                     \
		sha1_round(d, &e, &c, function(e, a, b) + (constant) + (word)[i + 2]);                     \
		sha1_round(c, &d, &b, function(d, e, a) + (constant) + (word)[i + 3]);                     \
		sha1_round(b, &c, &a, function(c, d, e) + (constant) + (word)[i + 4]);                     \
	}

/* FIPS 180-4 6.1.2. */
static void sha1_block(uint32_t hash[5], const uint8_t block[SHA1_BLOCK])
{
	uint32_t word[80];
	uint32_t a = hash[0], b = hash[1], c = hash[2], d = hash[3], e = hash[4];

	for (unsigned i = 0; i < 16; i++) {
		word[i] = load_be32(block + 4 * i);
	}
	for (unsigned i = 16; i < 32; i++) {
		word[i] = rotate_left(word[i - 3] ^ word[i - 8] ^ word[i - 14] ^ word[i - 16], 1);
	}
	/* The same twice over, which makes four words independent of each other. */
	for (unsigned i = 32; i < 80; i++) {
		word[i] = rotate_left(word[i - 6] ^ word[i - 16] ^ word[i - 28] ^ word[i - 32], 2);
	}
	SHA1_ROUNDS(sha1_choose, 0x5A827999, word)
	SHA1_ROUNDS(sha1_parity, 0x6ED9EBA1, word + 20)
	SHA1_ROUNDS(sha1_majority, 0x8F1BBCDC, word + 40)
	SHA1_ROUNDS(sha1_parity, 0xCA62C1D6, word + 60)
	hash[0] += a;
	hash[1] += b;
	hash[2] += c;
	hash[3] += d;
	hash[4] += e;
}

static void sha1_add(sha1 *state, const uint8_t *data, size_t len)
{
	size_t held = (size_t)(state->bytes % SHA1_BLOCK);

	state->bytes += len;
	while (len > 0) {
		size_t take = SHA1_BLOCK - held < len ? SHA1_BLOCK - held : len;

		memcpy(state->block + held, data, take);
		data += take;
		len -= take;
		held += take;
		if (held == SHA1_BLOCK) {
			sha1_block(state->hash, state->block);
			held = 0;
		}
	}
}

void rtc_sha1(rtc_slice first, rtc_slice second, uint8_t out[RTC_SHA1_LEN])
{
	static const uint8_t padding[SHA1_BLOCK] = {0x80};
	sha1 state = {.hash = {0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0}};
	uint8_t bits[8];

	sha1_add(&state, first.data, first.len);
	sha1_add(&state, second.data, second.len);

	/* FIPS 180-4 5.1.1: a one bit, zeros up to 56 modulo 64, the length in bits. */
	for (unsigned i = 0; i < 8; i++) {
		bits[i] = (uint8_t)(state.bytes * 8 >> (56 - 8 * i));
	}
	sha1_add(&state, padding, 1 + (size_t)((119 - state.bytes % SHA1_BLOCK) % SHA1_BLOCK));
	sha1_add(&state, bits, sizeof(bits));

	for (unsigned i = 0; i < RTC_SHA1_LEN; i++) {
		out[i] = (uint8_t)(state.hash[i / 4] >> (24 - 8 * (i % 4)));
	}
}

static const char base64_alphabet[] =
	"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

void rtc_base64_encode(const uint8_t *data, size_t len, char *out)
{
	for (; len >= 3; len -= 3, data += 3) {
		*out++ = base64_alphabet[data[0] >> 2];
		*out++ = base64_alphabet[(data[0] & 3) << 4 | data[1] >> 4];
		*out++ = base64_alphabet[(data[1] & 15) << 2 | data[2] >> 6];
		*out++ = base64_alphabet[data[2] & 63];
	}
	if (len == 0) {
		return;
	}

	uint8_t next = len == 2 ? data[1] : 0;

	*out++ = base64_alphabet[data[0] >> 2];
	*out++ = base64_alphabet[(data[0] & 3) << 4 | next >> 4];
	*out++ = len == 2 ? base64_alphabet[(next & 15) << 2] : '=';
	*out = '=';
}

/* 0 to 63, or -1: what each ASCII character stands for. */
static const int8_t base64_values[128] = {-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1,
	-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1,
	-1, -1, -1, -1, -1, 62, -1, -1, -1, 63, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, -1, -1, -1, -1,
	-1, -1, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22,
	23, 24, 25, -1, -1, -1, -1, -1, -1, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40,
	41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, -1, -1, -1, -1, -1};

static inline int base64_value(uint8_t byte)
{
	return byte < sizeof(base64_values) ? base64_values[byte] : -1;
}

bool rtc_base64_is(rtc_slice text, size_t bytes)
{
	size_t padding = (3 - bytes % 3) % 3;
	int value = 0;

	if (text.len != RTC_BASE64_LEN(bytes)) {
		return false;
	}
	for (size_t i = 0; i < text.len - padding; i++) {
		value = base64_value(text.data[i]);
		if (value < 0) {
			return false;
		}
	}
	for (size_t i = text.len - padding; i < text.len; i++) {
		if (text.data[i] != '=') {
			return false;
		}
	}

	/* RFC 4648 3.5: the bits that the last letter has too many are zero. */
	return (value & ((1 << 2 * padding) - 1)) == 0;
}

void rtc_base64_decode(rtc_slice text, uint8_t *out)
{
	for (size_t i = 0; i < text.len; i += 4) {
		const uint8_t *four = text.data + i;
		int bits = base64_value(four[0]) << 18 | base64_value(four[1]) << 12;

		*out++ = (uint8_t)(bits >> 16);
		if (four[2] != '=') {
			bits |= base64_value(four[2]) << 6;
			*out++ = (uint8_t)(bits >> 8 & 0xff);
		}
		if (four[3] != '=') {
			*out++ = (uint8_t)((bits | base64_value(four[3])) & 0xff);
		}
	}
}
