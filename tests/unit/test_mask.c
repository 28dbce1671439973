#include "check.h"

#include "../../src/proto/mask.h"
#include "../../src/proto/mask_impl.h"
#include "random.h"

#define LEN_MAX 300

static const uint8_t key[4] = {0x37, 0xFA, 0x21, 0x3D};

static void test_rfc_example(void)
{
	check_case("RFC 6455 5.7");

	uint8_t out[5];

	rtc_mask(out, (const uint8_t *)"Hello", 5, key, 0);
	CHECK_BYTES(out, 5, "\x7F\x9F\x4D\x51\x58", 5);
	rtc_mask(out, out, 5, key, 0);
	CHECK_STR(out, 5, "Hello");
}

/* Every length, alignment and phase, in place and into other memory, nothing touched outside. */
static void test_every_length(const rtc_mask_implementation *by)
{
	check_guard source = {0};
	check_guard target = {0};
	uint8_t plain[LEN_MAX];
	uint8_t expected[LEN_MAX];

	for (size_t i = 0; i < LEN_MAX; i++) {
		plain[i] = (uint8_t)(i * 7 + 1);
	}
	for (size_t phase = 0; phase < 6; phase++) {
		for (size_t len = 0; len <= LEN_MAX; len++) {
			check_case("%s: %zu bytes in phase %zu", by->name, len, phase);
			for (size_t i = 0; i < len; i++) {
				expected[i] = plain[i] ^ key[(phase + i) % 4];
			}

			uint8_t *in = check_guard_put(&source, plain, len);
			uint8_t *out = check_guard_put(&target, expected, len);

			memset(out, 0, len);
			by->run(out, in, len, key, phase);
			CHECK_BYTES(out, len, expected, len);
			CHECK_BYTES(in, len, plain, len);
			CHECK_INT(out[-1], 0xA5);
			by->run(in, in, len, key, phase);
			CHECK_BYTES(in, len, expected, len);
			CHECK_INT(in[-1], 0xA5);
		}
	}
	check_guard_free(&source);
	check_guard_free(&target);
}

/* Whether all that comes out is ASCII: one byte that is not, wherever it is, is seen. */
static void test_ascii(const rtc_mask_implementation *by)
{
	uint8_t masked[LEN_MAX];
	uint8_t out[LEN_MAX];
	unsigned long wrong = 0;

	check_case("%s says what is ASCII", by->name);
	for (size_t i = 0; i < LEN_MAX; i++) {
		masked[i] = (uint8_t)(0x7F - i % 0x80) ^ key[(1 + i) % 4];
	}
	for (size_t len = 0; len <= LEN_MAX; len++) {
		wrong += !by->run(out, masked, len, key, 1);
		for (size_t at = 0; at < len; at++) {
			masked[at] ^= 0x80;
			wrong += by->run(out, masked, len, key, 1);
			masked[at] ^= 0x80;
		}
	}
	CHECK_INT(wrong, 0);
}

/* Random lengths, places, keys and phases, in place and not, against the portable one; what lies
 * around the target must stay as it was. */
static void test_random(const rtc_mask_implementation *by)
{
	uint8_t in[LEN_MAX * 8 + 64];
	uint8_t expected[sizeof(in)];
	uint8_t out[sizeof(in)];
	unsigned long wrong = 0;

	check_case("%s at random", by->name);
	for (size_t i = 0; i < sizeof(in); i++) {
		in[i] = (uint8_t)random_below(256);
	}
	for (int round = 0; round < 20000; round++) {
		uint32_t bits = random_below(UINT32_MAX);
		uint8_t random_key[4];
		size_t len = random_below(round % 2 == 0 ? 140 : LEN_MAX * 8);
		size_t from = random_below(64);
		size_t to = round % 3 == 0 ? from : random_below(64);
		size_t phase = random_below(4);

		memcpy(random_key, &bits, sizeof(random_key));
		memcpy(expected, in, sizeof(in));
		memcpy(out, in, sizeof(in));
		rtc_mask_portable(expected + to, in + from, len, random_key, phase);
		by->run(out + to, to == from ? out + from : in + from, len, random_key, phase);
		wrong += memcmp(out, expected, sizeof(out)) != 0;
	}
	CHECK_INT(wrong, 0);
}

static void test_pieces(void)
{
	uint8_t whole[64] = {0};
	uint8_t pieces[64] = {0};

	check_case("pieces join where the phase goes on");
	rtc_mask(whole, whole, sizeof(whole), key, 1);
	for (size_t split = 0; split <= sizeof(pieces); split++) {
		memset(pieces, 0, sizeof(pieces));
		rtc_mask(pieces, pieces, split, key, 1);
		rtc_mask(pieces + split, pieces + split, sizeof(pieces) - split, key, 1 + split);
		CHECK_BYTES(pieces, sizeof(pieces), whole, sizeof(whole));
	}
}

int main(void)
{
	rtc_mask_implementation by[4];
	size_t count = rtc_mask_implementations(by, 4);

	test_rfc_example();
	for (size_t i = 0; i < count; i++) {
		test_every_length(&by[i]);
		test_ascii(&by[i]);
		test_random(&by[i]);
	}
	test_pieces();
	return check_done("test_mask");
}
