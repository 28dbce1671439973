#include "wire.h"

#include <string.h>
#include <strings.h>

typedef uint8_t mask_block __attribute__((vector_size(16)));

bench_frame_status bench_frame_parse(bench_frame *frame, const uint8_t *bytes, size_t length)
{
	size_t extended;
	size_t i;

	if (length < 2) {
		return BENCH_FRAME_MORE;
	}
	frame->first = bytes[0];
	frame->masked = (bytes[1] & 0x80) != 0;
	frame->payload_length = bytes[1] & 0x7f;
	extended = frame->payload_length == 127 ? 8 : frame->payload_length == 126 ? 2 : 0;
	frame->header_length = 2 + extended + (frame->masked ? 4 : 0);
	if (length < frame->header_length) {
		return BENCH_FRAME_MORE;
	}
	if (extended > 0) {
		frame->payload_length = 0;
		for (i = 0; i < extended; i++) {
			frame->payload_length = frame->payload_length << 8 | bytes[2 + i];
		}
		/* RFC 6455 5.2: the shortest form, and a 64-bit length has its highest bit clear. */
		if (frame->payload_length < (extended == 2 ? 126 : 65536) ||
			frame->payload_length >> 63 != 0) {
			return BENCH_FRAME_BAD;
		}
	}
	if (frame->masked) {
		memcpy(frame->mask, bytes + 2 + extended, 4);
	}
	return BENCH_FRAME_READY;
}

size_t bench_frame_header_length(uint64_t payload_length)
{
	return payload_length < 126 ? 2 : payload_length < 65536 ? 4 : 10;
}

size_t bench_frame_header(uint8_t *to, uint8_t first, uint64_t payload_length, const uint8_t *mask)
{
	size_t length = bench_frame_header_length(payload_length);
	size_t i;

	to[0] = first;
	to[1] = length == 2 ? (uint8_t)payload_length : length == 4 ? 126 : 127;
	for (i = 2; i < length; i++) {
		to[i] = (uint8_t)(payload_length >> 8 * (length - 1 - i));
	}
	if (mask != NULL) {
		to[1] |= 0x80;
		memcpy(to + length, mask, 4);
		length += 4;
	}
	return length;
}

void bench_mask(uint8_t *to, const uint8_t *from, size_t length, const uint8_t mask[4])
{
	mask_block pattern;
	mask_block block;
	size_t done = 0;
	size_t i;

	for (i = 0; i < sizeof pattern; i++) {
		pattern[i] = mask[i & 3];
	}
	/* A store never reaches bytes that are still to be loaded, because `to` is not above `from`. */
	for (; done + sizeof block <= length; done += sizeof block) {
		memcpy(&block, from + done, sizeof block);
		block ^= pattern;
		memcpy(to + done, &block, sizeof block);
	}
	for (; done < length; done++) {
		to[done] = from[done] ^ mask[done & 3];
	}
}

static uint32_t rotate_left(uint32_t value, unsigned bits)
{
	return value << bits | value >> (32 - bits);
}

/* One block of SHA-1, FIPS 180-4 6.1.2. */
static void sha1_block(uint32_t state[5], const uint8_t *block)
{
	uint32_t w[80];
	uint32_t a = state[0], b = state[1], c = state[2], d = state[3], e = state[4];
	unsigned t;

	for (t = 0; t < 16; t++) {
		w[t] = (uint32_t)block[4 * t] << 24 | (uint32_t)block[4 * t + 1] << 16 |
			(uint32_t)block[4 * t + 2] << 8 | block[4 * t + 3];
	}
	for (; t < 80; t++) {
		w[t] = rotate_left(w[t - 3] ^ w[t - 8] ^ w[t - 14] ^ w[t - 16], 1);
	}
	for (t = 0; t < 80; t++) {
		uint32_t mixed;
		uint32_t next;

		if (t < 20) {
			mixed = ((b & c) | (~b & d)) + 0x5a827999;
		} else if (t < 40) {
			mixed = (b ^ c ^ d) + 0x6ed9eba1;
		} else if (t < 60) {
			mixed = ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc;
		} else {
			mixed = (b ^ c ^ d) + 0xca62c1d6;
		}
		next = rotate_left(a, 5) + mixed + e + w[t];
		e = d;
		d = c;
		c = rotate_left(b, 30);
		b = a;
		a = next;
	}
	state[0] += a;
	state[1] += b;
	state[2] += c;
	state[3] += d;
	state[4] += e;
}

/* SHA-1 of at most 119 bytes, which is all that a handshake needs: two blocks with the padding. */
static void sha1_short(uint8_t digest[20], const uint8_t *bytes, size_t length)
{
	uint32_t state[5] = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0};
	uint8_t block[128] = {0};
	size_t total = length < 56 ? 64 : 128;
	size_t i;

	memcpy(block, bytes, length);
	block[length] = 0x80;
	for (i = 0; i < 8; i++) {
		block[total - 1 - i] = (uint8_t)((uint64_t)length * 8 >> 8 * i);
	}
	for (i = 0; i < total; i += 64) {
		sha1_block(state, block + i);
	}
	for (i = 0; i < 20; i++) {
		digest[i] = (uint8_t)(state[i / 4] >> (24 - 8 * (i & 3)));
	}
}

static void base64(char *to, const uint8_t *from, size_t length)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	size_t i;

	for (i = 0; i < length; i += 3, to += 4) {
		size_t have = length - i;
		uint32_t group = (uint32_t)from[i] << 16 | (have > 1 ? (uint32_t)from[i + 1] << 8 : 0) |
			(have > 2 ? from[i + 2] : 0);

		to[0] = digits[group >> 18];
		to[1] = digits[group >> 12 & 63];
		to[2] = have > 1 ? digits[group >> 6 & 63] : '=';
		to[3] = have > 2 ? digits[group & 63] : '=';
	}
}

void bench_accept(char accept[BENCH_ACCEPT_LENGTH], const char *key)
{
	/* RFC 6455 1.3 */
	static const char guid[] = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
	uint8_t text[BENCH_KEY_LENGTH + sizeof guid - 1];
	uint8_t digest[20];

	memcpy(text, key, BENCH_KEY_LENGTH);
	memcpy(text + BENCH_KEY_LENGTH, guid, sizeof guid - 1);
	sha1_short(digest, text, sizeof text);
	base64(accept, digest, sizeof digest);
}

void bench_key(char key[BENCH_KEY_LENGTH], const uint8_t nonce[16])
{
	base64(key, nonce, 16);
}

const char *bench_http_field(
	const char *head, size_t length, const char *name, size_t *value_length)
{
	size_t name_length = strlen(name);
	const char *end = head + length;
	const char *line = memchr(head, '\n', length);

	while (line != NULL && ++line < end) {
		const char *stop = memchr(line, '\n', (size_t)(end - line));
		const char *value = line + name_length + 1;

		if (stop == NULL) {
			break;
		}
		if (value <= stop && value[-1] == ':' && strncasecmp(line, name, name_length) == 0) {
			while (value < stop && (*value == ' ' || *value == '\t')) {
				value++;
			}
			while (stop > value && (stop[-1] == ' ' || stop[-1] == '\t' || stop[-1] == '\r')) {
				stop--;
			}
			*value_length = (size_t)(stop - value);
			return value;
		}
		line = memchr(line, '\n', (size_t)(end - line));
	}
	return NULL;
}
