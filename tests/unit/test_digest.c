#include "check.h"

#include "../../src/proto/digest.h"

static check_guard guard;

static void check_sha1(rtc_slice first, rtc_slice second, const char *expected)
{
	uint8_t digest[RTC_SHA1_LEN];
	char hex[2 * RTC_SHA1_LEN + 1];

	rtc_sha1(first, second, digest);
	for (size_t i = 0; i < sizeof(digest); i++) {
		snprintf(hex + 2 * i, 3, "%02x", digest[i]);
	}
	CHECK_STR(hex, 2 * RTC_SHA1_LEN, expected);
}

/* Bytes with no pattern that a wrong block size could hide in. */
static void fill(uint8_t *data, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		data[i] = (uint8_t)(i * 31 + 7);
	}
}

static void test_sha1_vectors(void)
{
	check_case("SHA-1: FIPS 180-4's examples");
	check_sha1(RTC_SLICE(""), RTC_SLICE(""), "da39a3ee5e6b4b0d3255bfef95601890afd80709");
	check_sha1(RTC_SLICE("abc"), RTC_SLICE(""), "a9993e364706816aba3e25717850c26c9cd0d89d");
	check_sha1(RTC_SLICE("abcdbcdecdefdefgefghfghighijhijk"), RTC_SLICE("ijkljklmklmnlmnomnopnopq"),
		"84983e441c3bd26ebaae4aa1f95129e5e54670f1");

	static uint8_t many[1000000];

	memset(many, 'a', sizeof(many));
	check_sha1(rtc_slice_of(many, 499999), rtc_slice_of(many, 500001),
		"34aa973cd4c4daa4f61eeb2bdbad27316534016f");
}

static void test_sha1_lengths(void)
{
	uint8_t data[300];
	uint8_t all[301 * RTC_SHA1_LEN];
	uint8_t digest[RTC_SHA1_LEN];

	check_case("SHA-1: every length up to 300");
	fill(data, sizeof(data));
	for (size_t len = 0; len <= sizeof(data); len++) {
		const uint8_t *at = check_guard_put(&guard, data, len);

		rtc_sha1(rtc_slice_of(at, len), (rtc_slice){0}, all + len * RTC_SHA1_LEN);
	}
	check_sha1(
		rtc_slice_of(all, sizeof(all)), (rtc_slice){0}, "ed96bfdd84b07619e4bc5c2da8c68363721252c1");

	check_case("SHA-1: two slices are one text");
	for (size_t split = 0; split <= 200; split++) {
		rtc_sha1(rtc_slice_of(data, split), rtc_slice_of(data + split, 200 - split), digest);
		CHECK_BYTES(digest, sizeof(digest), all + 200 * RTC_SHA1_LEN, RTC_SHA1_LEN);
	}
}

static void check_base64(const char *text, const char *expected)
{
	char out[64];

	memset(out, '?', sizeof(out));
	rtc_base64_encode((const uint8_t *)text, strlen(text), out);
	CHECK_STR(out, RTC_BASE64_LEN(strlen(text)), expected);
	CHECK_INT(out[RTC_BASE64_LEN(strlen(text))], '?');
}

static void test_base64_encode(void)
{
	static uint8_t data[100];
	static char all[100 * 100];
	size_t len = 0;

	check_case("base64: RFC 4648 section 10");
	check_base64("", "");
	check_base64("f", "Zg==");
	check_base64("fo", "Zm8=");
	check_base64("foo", "Zm9v");
	check_base64("foob", "Zm9vYg==");
	check_base64("fooba", "Zm9vYmE=");
	check_base64("foobar", "Zm9vYmFy");
	check_base64("\xFF\xFE\xFD", "//79");

	check_case("base64: every length up to 99");
	fill(data, sizeof(data));
	for (size_t n = 0; n < sizeof(data); n++) {
		rtc_base64_encode(check_guard_put(&guard, data, n), n, all + len);
		CHECK(rtc_base64_is(rtc_slice_of(all + len, RTC_BASE64_LEN(n)), n));
		len += RTC_BASE64_LEN(n);
	}
	check_sha1(rtc_slice_of(all, len), (rtc_slice){0}, "96b7f885062d7e7e5eda5257741a588dcce54549");
}

static bool is_base64(const char *text, size_t bytes)
{
	size_t len = strlen(text);

	return rtc_base64_is(rtc_slice_of(check_guard_put(&guard, text, len), len), bytes);
}

static void test_base64_is(void)
{
	check_case("base64: what is canonical");
	CHECK(is_base64("", 0));
	CHECK(is_base64("dGhlIHNhbXBsZSBub25jZQ==", 16));
	CHECK(is_base64("AAAAAAAAAAAAAAAAAAAAAA==", 16));
	CHECK(is_base64("/////////////////////w==", 16));
	CHECK(is_base64("++++++++++++++++++++++++", 18));
	CHECK(is_base64("AAE=", 2));

	check_case("base64: what is not");
	CHECK(!is_base64("", 16));
	CHECK(!is_base64("dGhlIHNhbXBsZSBub25jZQ==", 15));
	CHECK(!is_base64("dGhlIHNhbXBsZSBub25jZQ==", 17));
	CHECK(!is_base64("dGhlIHNhbXBsZSBub25jZQ=", 16));
	CHECK(!is_base64("dGhlIHNhbXBsZSBub25jZQ", 16));
	CHECK(!is_base64("dGhlIHNhbXBsZSBub25jZQ===", 16));
	CHECK(!is_base64("dGhlIHNhbXBsZSBub25jZQ=A", 16));
	CHECK(!is_base64("dGhlIHNhbXBsZSBub25jZ===", 16));
	CHECK(!is_base64("dGhl IHNhbXBsZSBub25jZ==", 16));
	CHECK(!is_base64("dGhlIHNhbXBsZSBub25jZ-==", 16));
	CHECK(!is_base64("dGhlIHNhbXBsZSBub25jZ_==", 16));
	CHECK(!is_base64("=GhlIHNhbXBsZSBub25jZQ==", 16));
	CHECK(!is_base64("dGhlIHNhbXBsZSBub25jZR==", 16)); /* bits left over are not zero */
	CHECK(!is_base64("dGhlIHNhbXBsZSBub25jZY==", 16));
	CHECK(!is_base64("AAF=", 2));
	CHECK(!is_base64("\x80GhlIHNhbXBsZSBub25jZQ==", 16));
	CHECK(!rtc_base64_is(rtc_slice_of("AAA\0AAAAAAAAAAAAAAAAAA==", 24), 16));
}

static void test_base64_decode(void)
{
	uint8_t data[64];
	uint8_t back[64];
	char text[RTC_BASE64_LEN(64)];

	check_case("base64: what was encoded comes back");
	for (size_t len = 0; len <= sizeof(data); len++) {
		for (size_t i = 0; i < len; i++) {
			data[i] = (uint8_t)(i * 151 + len * 67);
		}
		rtc_base64_encode(data, len, text);
		rtc_base64_decode(rtc_slice_of(text, RTC_BASE64_LEN(len)), back);
		CHECK(memcmp(data, back, len) == 0);
	}
}

int main(void)
{
	test_base64_decode();
	test_sha1_vectors();
	test_sha1_lengths();
	test_base64_encode();
	test_base64_is();
	check_guard_free(&guard);
	return check_done("test_digest");
}
