#include "check.h"

#include "../../src/proto/mask.h"

#define LEN_MAX 200

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
static void test_every_length(void)
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
			check_case("%zu bytes in phase %zu", len, phase);
			for (size_t i = 0; i < len; i++) {
				expected[i] = plain[i] ^ key[(phase + i) % 4];
			}

			uint8_t *in = check_guard_put(&source, plain, len);
			uint8_t *out = check_guard_put(&target, expected, len);

			memset(out, 0, len);
			rtc_mask(out, in, len, key, phase);
			CHECK_BYTES(out, len, expected, len);
			CHECK_BYTES(in, len, plain, len);
			CHECK_INT(out[-1], 0xA5);
			rtc_mask(in, in, len, key, phase);
			CHECK_BYTES(in, len, expected, len);
			CHECK_INT(in[-1], 0xA5);
		}
	}
	check_guard_free(&source);
	check_guard_free(&target);
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
	test_rfc_example();
	test_every_length();
	test_pieces();
	return check_done("test_mask");
}
