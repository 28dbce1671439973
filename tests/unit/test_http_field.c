#include "check.h"

#include "../../src/proto/http_chars.h"

static check_guard guard;

/* A slice of a string that stands against the guard page; one at a time. */
static rtc_slice guarded(const char *text)
{
	size_t len = strlen(text);

	return rtc_slice_of(check_guard_put(&guard, text, len), len);
}

static bool among(int byte, const char *set)
{
	return byte != 0 && strchr(set, byte) != NULL;
}

/* The classes in the RFCs' words, against the table. */
static void test_chars(void)
{
	for (int byte = 0; byte < 256; byte++) {
		bool lower = byte >= 'a' && byte <= 'z';
		bool alpha = lower || (byte >= 'A' && byte <= 'Z');
		bool digit = byte >= '0' && byte <= '9';
		bool tchar = alpha || digit || among(byte, "!#$%&'*+-.^_`|~");
		bool unreserved = alpha || digit || among(byte, "-._~");
		uint8_t c = (uint8_t)byte;

		check_case("byte 0x%02X", (unsigned)byte);
		CHECK_INT(rtc_http_char_is(c, RTC_HTTP_TOKEN), tchar);
		CHECK_INT(rtc_http_char_is(c, RTC_HTTP_METHOD), tchar && !lower);
		CHECK_INT(rtc_http_char_is(c, RTC_HTTP_TARGET), byte > ' ' && byte < 0x7F && byte != '#');
		CHECK_INT(
			rtc_http_char_is(c, RTC_HTTP_VALUE), byte == '\t' || (byte >= ' ' && byte != 0x7F));
		CHECK_INT(rtc_http_char_is(c, RTC_HTTP_HOST), unreserved || among(byte, "!$&'()*+,;=%"));
		CHECK_INT(rtc_http_char_is(c, RTC_HTTP_ALPHA), alpha);
		CHECK_INT(rtc_http_char_is(c, RTC_HTTP_DIGIT), digit);
		CHECK_INT(rtc_http_char_is(c, RTC_HTTP_HEX), among(byte, "0123456789abcdefABCDEF"));
		if (rtc_http_char_is(c, RTC_HTTP_HEX)) {
			char text[2] = {(char)byte, '\0'};

			CHECK_INT(rtc_http_hex_value(c), strtol(text, NULL, 16));
		}
	}
}

/* Elements of a list, each in brackets. */
static void check_list(const char *text, const char *expected)
{
	rtc_slice list = guarded(text);
	rtc_slice element;
	char all[256];
	size_t len = 0;

	check_case("list %s", text);
	while (rtc_http_list_next(&list, &element)) {
		len += (size_t)snprintf(
			all + len, sizeof(all) - len, "[%.*s]", (int)element.len, (const char *)element.data);
	}
	CHECK_STR(all, len, expected);
	CHECK_INT(list.len, 0);
	CHECK(!rtc_http_list_next(&list, &element));
}

static void test_list(void)
{
	check_list("", "");
	check_list(",", "");
	check_list(" \t, ,\t", "");
	check_list("a", "[a]");
	check_list("a,b", "[a][b]");
	check_list(" a\t, ,,b c ,", "[a][b c]");
	check_list("a;x=\"1,2\", b", "[a;x=\"1,2\"][b]");
	check_list("\"a\\\",b\",c", "[\"a\\\",b\"][c]");
	check_list("a\\,b", "[a\\][b]");
	check_list("\"a,b", "[\"a,b]");
	check_list("a,\"b\\", "[a][\"b\\]");
}

static void test_find(void)
{
	static const char base[] = "Accept|one|accept|two, close|X|";
	static const rtc_http_field fields[] = {
		{{0, 6}, {7, 3}},
		{{11, 6}, {18, 10}},
		{{29, 1}, {31, 0}},
	};
	const uint8_t *at = (const uint8_t *)base;
	rtc_slice value = {0};

	check_case("find");
	CHECK(rtc_http_find(fields, 3, at, RTC_SLICE("ACCEPT"), &value));
	CHECK_STR(value.data, value.len, "one");
	CHECK(rtc_http_find(fields, 3, at, RTC_SLICE("x"), &value));
	CHECK_INT(value.len, 0);
	CHECK(!rtc_http_find(fields, 3, at, RTC_SLICE("Accep"), &value));
	CHECK(!rtc_http_find(fields, 3, at, RTC_SLICE(""), &value));
	CHECK(!rtc_http_find(fields, 0, at, RTC_SLICE("Accept"), &value));

	check_case("lists");
	CHECK(rtc_http_lists(fields, 3, at, RTC_SLICE("accept"), RTC_SLICE("ONE")));
	CHECK(rtc_http_lists(fields, 3, at, RTC_SLICE("accept"), RTC_SLICE("Close")));
	CHECK(!rtc_http_lists(fields, 3, at, RTC_SLICE("accept"), RTC_SLICE("clos")));
	CHECK(!rtc_http_lists(fields, 3, at, RTC_SLICE("x"), RTC_SLICE("close")));
	CHECK(!rtc_http_lists(fields, 3, at, RTC_SLICE("x"), RTC_SLICE("")));
}

static void test_words(void)
{
	check_case("tokens and values");
	CHECK(rtc_http_is_token(guarded("rtcomm.json")));
	CHECK(!rtc_http_is_token(guarded("")));
	CHECK(!rtc_http_is_token((rtc_slice){0}));
	CHECK(!rtc_http_is_token(guarded("a b")));
	CHECK(!rtc_http_is_token(guarded("a,b")));
	CHECK(!rtc_http_is_token(guarded("\xC3\xA4")));
	CHECK(!rtc_http_is_token(RTC_SLICE("a\0")));
	CHECK(rtc_http_is_value((rtc_slice){0}));
	CHECK(rtc_http_is_value(guarded("a\tb \xC3\xA4")));
	CHECK(!rtc_http_is_value(guarded("a\r\nb: c")));
	CHECK(!rtc_http_is_value(guarded("a\nb")));
	CHECK(!rtc_http_is_value(guarded("a\x7F")));
	CHECK(!rtc_http_is_value(RTC_SLICE("a\0b")));
}

static void check_decode(const char *text, const char *expected, size_t len)
{
	rtc_slice in = guarded(text);
	uint8_t out[64];

	check_case("decode %s", text);
	CHECK_BYTES(out, rtc_http_decode(in, out), expected, len);

	uint8_t *own = check_guard_put(&guard, text, in.len);

	CHECK_BYTES(own, rtc_http_decode(rtc_slice_of(own, in.len), own), expected, len);
}

static void test_decode(void)
{
	check_decode("", "", 0);
	check_decode("abc", "abc", 3);
	check_decode("a%20b", "a b", 3);
	check_decode("%C3%a4", "\xC3\xA4", 2);
	check_decode("%00", "\0", 1);
	check_decode("a+b", "a+b", 3);
	check_decode("%", "%", 1);
	check_decode("%2", "%2", 2);
	check_decode("%2g%g2", "%2g%g2", 6);
	check_decode("%%20", "% ", 2);
	check_decode("%2520", "%20", 3);
}

static void test_reason(void)
{
	check_case("reasons");
	CHECK_STR(rtc_http_reason(101), strlen(rtc_http_reason(101)), "Switching Protocols");
	CHECK_STR(rtc_http_reason(426), strlen(rtc_http_reason(426)), "Upgrade Required");
	CHECK_STR(rtc_http_reason(599), strlen(rtc_http_reason(599)), "Unknown");
	CHECK_STR(rtc_http_reason(-1), strlen(rtc_http_reason(-1)), "Unknown");
}

int main(void)
{
	test_chars();
	test_list();
	test_find();
	test_words();
	test_decode();
	test_reason();
	check_guard_free(&guard);
	return check_done("test_http_field");
}
