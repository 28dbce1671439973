#include "check.h"

#include "../../src/proto/buf.h"

/* A request that no machine can grant must come back as RTC_NOMEM under ASan too. */
const char *__asan_default_options(void);
const char *__asan_default_options(void)
{
	return "allocator_may_return_null=1";
}

static check_guard guard;

static void test_empty(void)
{
	check_case("an empty buffer");

	rtc_buf buf;

	rtc_buf_init(&buf);
	CHECK(buf.data == NULL && buf.len == 0 && buf.cap == 0);
	CHECK_INT(rtc_buf_reserve(&buf, 0), RTC_OK);
	CHECK_INT(rtc_buf_append(&buf, NULL, 0), RTC_OK);
	CHECK(buf.data == NULL);
	rtc_buf_consume(&buf, 0);
	CHECK_INT(rtc_buf_slice(&buf).len, 0);
	rtc_buf_deinit(&buf);
	rtc_buf_deinit(&buf);
	CHECK(buf.data == NULL);
}

static void test_append_and_consume(void)
{
	check_case("append and consume");

	rtc_buf buf = {0};

	CHECK_INT(rtc_buf_append(&buf, "abc", 3), RTC_OK);
	CHECK_INT(rtc_buf_append_str(&buf, "defg"), RTC_OK);
	CHECK_STR(buf.data, buf.len, "abcdefg");
	rtc_buf_consume(&buf, 0);
	CHECK_STR(buf.data, buf.len, "abcdefg");
	rtc_buf_consume(&buf, 2);
	CHECK_STR(buf.data, buf.len, "cdefg");
	rtc_buf_consume(&buf, 5);
	CHECK_INT(buf.len, 0);
	CHECK(buf.cap > 0);
	CHECK_INT(rtc_buf_append_str(&buf, "again"), RTC_OK);
	CHECK_STR(buf.data, buf.len, "again");
	rtc_buf_deinit(&buf);
}

static void test_growth(void)
{
	check_case("a million single bytes");

	rtc_buf buf = {0};
	size_t moves = 0;
	bool good = true;

	for (size_t i = 0; i < 1000000; i++) {
		size_t cap = buf.cap;
		uint8_t byte = (uint8_t)(i * 7);

		good = good && rtc_buf_append(&buf, &byte, 1) == RTC_OK;
		moves += buf.cap != cap;
	}
	CHECK(good);
	CHECK_INT(buf.len, 1000000);
	CHECK(moves < 40);
	for (size_t i = 0; i < buf.len; i++) {
		good = good && buf.data[i] == (uint8_t)(i * 7);
	}
	CHECK(good);
	rtc_buf_deinit(&buf);

	check_case("a buffer that has a bound grows to it and no further");
	for (int i = 0; i < 1000; i++) {
		good = good && rtc_buf_reserve_within(&buf, 1, 1000) == RTC_OK && buf.cap <= 1000;
		buf.len++;
	}
	CHECK(good && buf.cap == 1000);
	CHECK_INT(rtc_buf_reserve_within(&buf, 1, 1000), RTC_NOMEM);
	CHECK_INT(rtc_buf_reserve_within(&buf, 1, 999), RTC_NOMEM);
	CHECK_INT(rtc_buf_reserve_within(&buf, 0, 999), RTC_OK);
	rtc_buf_deinit(&buf);
	CHECK_INT(rtc_buf_reserve_within(&buf, 3, 10), RTC_OK);
	CHECK_INT(buf.cap, 10);
	rtc_buf_deinit(&buf);

	check_case("reserve keeps content and gives the room");
	CHECK_INT(rtc_buf_append_str(&buf, "x"), RTC_OK);
	CHECK_INT(rtc_buf_reserve(&buf, 100000), RTC_OK);
	CHECK(buf.cap - buf.len >= 100000);
	CHECK_STR(buf.data, buf.len, "x");
	rtc_buf_deinit(&buf);
}

static void test_too_much(void)
{
	check_case("more than there is");

	rtc_buf buf = {0};

	CHECK_INT(rtc_buf_append_str(&buf, "kept"), RTC_OK);
	CHECK_INT(rtc_buf_reserve(&buf, SIZE_MAX), RTC_NOMEM);
	CHECK_INT(rtc_buf_reserve(&buf, SIZE_MAX - 4), RTC_NOMEM);
	CHECK_INT(rtc_buf_reserve(&buf, SIZE_MAX / 2 + 1), RTC_NOMEM);
	CHECK_STR(buf.data, buf.len, "kept");
	rtc_buf_deinit(&buf);
}

static void test_printf(void)
{
	check_case("printf");

	rtc_buf buf = {0};
	char big[3000];

	CHECK_INT(rtc_buf_printf(&buf, "%s %d", "code", 1002), RTC_OK);
	CHECK_STR(buf.data, buf.len, "code 1002");
	CHECK_INT(rtc_buf_printf(&buf, "%s", ""), RTC_OK);
	CHECK_INT(buf.len, 9);
	memset(big, 'z', sizeof(big) - 1);
	big[sizeof(big) - 1] = '\0';
	CHECK_INT(rtc_buf_printf(&buf, ":%s", big), RTC_OK);
	CHECK_INT(buf.len, 9 + sizeof(big));
	CHECK_BYTES(buf.data + 10, buf.len - 10, big, sizeof(big) - 1);
	rtc_buf_deinit(&buf);
}

static void test_slices(void)
{
	check_case("slices");

	CHECK(rtc_slice_equals(RTC_SLICE("abc"), RTC_SLICE("abc")));
	CHECK(!rtc_slice_equals(RTC_SLICE("abc"), RTC_SLICE("abC")));
	CHECK(!rtc_slice_equals(RTC_SLICE("abc"), RTC_SLICE("ab")));
	CHECK(rtc_slice_equals((rtc_slice){0}, RTC_SLICE("")));
	CHECK(rtc_slice_equals_nocase(RTC_SLICE("Upgrade"), RTC_SLICE("uPGRADE")));
	CHECK(!rtc_slice_equals_nocase(RTC_SLICE("Upgrade"), RTC_SLICE("Upgrad")));
	CHECK(rtc_slice_equals_nocase((rtc_slice){0}, RTC_SLICE("")));

	/* Bytes that differ in the case bit only and are no letters. */
	CHECK(!rtc_slice_equals_nocase(RTC_SLICE("@[\\]^"), RTC_SLICE("`{|}~")));
	CHECK(rtc_slice_equals_nocase(
		RTC_SLICE("AZ-abcdefghijklmnopqrstuvwxyz"), RTC_SLICE("az-ABCDEFGHIJKLMNOPQRSTUVWXYZ")));
	for (unsigned x = 0; x < 256; x++) {
		for (unsigned y = 0; y < 256; y++) {
			uint8_t one[] = {'1', '2', '3', (uint8_t)x, 'A', '6', '7', '8'};
			uint8_t two[] = {'1', '2', '3', (uint8_t)y, 'a', '6', '7', '8'};

			CHECK(rtc_slice_equals_nocase(rtc_slice_of(one, 8), rtc_slice_of(two, 8)) ==
				rtc_slice_equals_nocase(rtc_slice_of(one + 3, 1), rtc_slice_of(two + 3, 1)));
		}
	}
	CHECK(!rtc_slice_equals_nocase(RTC_SLICE("\xC3\x84"), RTC_SLICE("\xE3\xA4")));
	CHECK(!rtc_slice_equals_nocase(RTC_SLICE("\r"), RTC_SLICE("-")));
}

static void test_nocase_lengths(void)
{
	static const char lower[] = "sec-websocket-extensions: permessage";
	static const char upper[] = "SEC-WEBSOCKET-EXTENSIONS: PERMESSAGE";
	uint8_t other[sizeof(lower)];

	check_case("every byte counts, whatever the length");
	for (size_t len = 0; len < sizeof(lower); len++) {
		const uint8_t *text = check_guard_put(&guard, lower, len);

		CHECK(rtc_slice_equals_nocase(rtc_slice_of(text, len), rtc_slice_of(upper, len)));
		for (size_t i = 0; i < len; i++) {
			memcpy(other, upper, len);
			other[i] ^= 1;
			CHECK(!rtc_slice_equals_nocase(rtc_slice_of(text, len), rtc_slice_of(other, len)));
		}
	}
}

static void test_append_all(void)
{
	rtc_buf buf;
	const rtc_slice parts[] = {RTC_SLICE("a"), RTC_SLICE(""), {NULL, 0}, RTC_SLICE("bcd")};

	check_case("several slices");
	rtc_buf_init(&buf);
	CHECK_INT(rtc_buf_append_all(&buf, parts, 4), RTC_OK);
	CHECK_INT(rtc_buf_append_all(&buf, parts, 2), RTC_OK);
	CHECK_INT(rtc_buf_append_all(&buf, parts, 0), RTC_OK);
	CHECK_BYTES(buf.data, buf.len, "abcda", 5);

	const rtc_slice huge[] = {RTC_SLICE("x"), {buf.data, SIZE_MAX}};

	CHECK_INT(rtc_buf_append_all(&buf, huge, 2), RTC_NOMEM);
	CHECK_INT(buf.len, 5);
	rtc_buf_deinit(&buf);
}

static void check_decimal(uint64_t value, const char *text)
{
	char room[RTC_DECIMAL_MAX];
	rtc_slice digits = rtc_decimal(value, room);

	CHECK_BYTES(digits.data, digits.len, text, strlen(text));
}

static void test_decimal(void)
{
	check_case("numbers");
	check_decimal(0, "0");
	check_decimal(7, "7");
	check_decimal(10, "10");
	check_decimal(1234567890, "1234567890");
	check_decimal(UINT64_MAX, "18446744073709551615");
}

int main(void)
{
	test_empty();
	test_append_and_consume();
	test_growth();
	test_too_much();
	test_printf();
	test_slices();
	test_nocase_lengths();
	test_append_all();
	test_decimal();
	check_guard_free(&guard);
	return check_done("test_buf");
}
