#include "check.h"

#include "../../src/proto/json.h"

/* What one byte becomes within a string (RFC 8259 7). */
static size_t expected(uint8_t byte, char out[8])
{
	static const char shorts[] = "\"\"\\\\\bb\tt\nn\ff\rr";

	for (size_t i = 0; i + 1 < sizeof(shorts); i += 2) {
		if (byte == (uint8_t)shorts[i]) {
			return (size_t)snprintf(out, 8, "\\%c", shorts[i + 1]);
		}
	}
	if (byte < 0x20 || byte == 0x7F) {
		return (size_t)snprintf(out, 8, "\\u%04x", byte);
	}
	out[0] = (char)byte;
	return 1;
}

static void test_bytes(void)
{
	check_case("each byte");
	for (int i = 0; i < 256; i++) {
		uint8_t byte = (uint8_t)i;
		char middle[8];
		char text[16] = "\"";
		size_t len = expected(byte, middle);
		rtc_buf out;

		check_case("byte %02X alone", i);
		memcpy(text + 1, middle, len);
		text[len + 1] = '"';
		rtc_buf_init(&out);
		CHECK_INT(rtc_json_string(&out, rtc_slice_of(&byte, 1)), RTC_OK);
		CHECK_BYTES(out.data, out.len, text, len + 2);

		check_case("byte %02X between others, behind what is there", i);
		out.len = 0;

		uint8_t three[3] = {'a', byte, 'z'};

		CHECK_INT(rtc_buf_append_str(&out, "x:"), RTC_OK);
		CHECK_INT(rtc_json_string(&out, rtc_slice_of(three, 3)), RTC_OK);
		memcpy(text, "x:\"a", 4);
		memcpy(text + 4, middle, len);
		memcpy(text + 4 + len, "z\"", 2);
		CHECK_BYTES(out.data, out.len, text, len + 6);
		rtc_buf_deinit(&out);
	}
}

static void test_all(void)
{
	uint8_t bytes[256];
	char text[1024] = "\"";
	size_t len = 1;
	check_guard guard = {0};
	rtc_buf out;

	check_case("all bytes in a row, against a page's end");
	for (int i = 0; i < 256; i++) {
		bytes[i] = (uint8_t)i;
		len += expected(bytes[i], text + len);
	}
	text[len++] = '"';
	rtc_buf_init(&out);
	CHECK_INT(
		rtc_json_string(&out, rtc_slice_of(check_guard_put(&guard, bytes, 256), 256)), RTC_OK);
	CHECK_BYTES(out.data, out.len, text, len);
	rtc_buf_deinit(&out);
	check_guard_free(&guard);
}

static void test_empty(void)
{
	rtc_buf out;

	check_case("nothing");
	rtc_buf_init(&out);
	CHECK_INT(rtc_json_string(&out, (rtc_slice){0}), RTC_OK);
	CHECK_INT(rtc_json_base64(&out, (rtc_slice){0}), RTC_OK);
	CHECK_STR(out.data, out.len, "\"\"\"\"");
	rtc_buf_deinit(&out);
}

static void test_base64(void)
{
	static const char *const cases[][2] = {
		{"f", "\"Zg==\""},
		{"fo", "\"Zm8=\""},
		{"foo", "\"Zm9v\""},
		{"\xFB\xEF\xFF", "\"++//\""},
	};

	check_case("base64, RFC 4648 10");
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		rtc_buf out;

		rtc_buf_init(&out);
		CHECK_INT(rtc_json_base64(&out, rtc_slice_of(cases[i][0], strlen(cases[i][0]))), RTC_OK);
		CHECK_STR(out.data, out.len, cases[i][1]);
		rtc_buf_deinit(&out);
	}

	rtc_buf out;

	check_case("more than memory has");
	rtc_buf_init(&out);
	CHECK_INT(rtc_json_base64(&out, rtc_slice_of("", SIZE_MAX)), RTC_NOMEM);
	CHECK_INT(out.len, 0);
	rtc_buf_deinit(&out);
}

int main(void)
{
	test_empty();
	test_bytes();
	test_all();
	test_base64();
	return check_done("test_json");
}
