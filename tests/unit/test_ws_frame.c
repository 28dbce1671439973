#include "check.h"

#include "../../src/proto/ws_frame.h"

static check_guard guard;

static void test_close_codes(void)
{
	check_case("close codes");
	for (uint32_t code = 0; code <= 0x10000; code++) {
		bool valid = (code >= 1000 && code <= 1003) || (code >= 1007 && code <= 1014) ||
			(code >= 3000 && code <= 4999);

		if (rtc_ws_close_code_valid(code) != valid) {
			CHECK_INT(code, -1);
		}
	}
	CHECK(rtc_ws_close_code_valid(RTC_CLOSE_NORMAL));
	CHECK(!rtc_ws_close_code_valid(RTC_CLOSE_NO_STATUS));
	CHECK(!rtc_ws_close_code_valid(RTC_CLOSE_ABNORMAL));
	CHECK(!rtc_ws_close_code_valid(RTC_CLOSE_TLS_HANDSHAKE));
	CHECK(!rtc_ws_close_code_valid(UINT32_MAX));
}

/* Checks the bytes of one header, and that every shorter input wants more. */
static void check_header(const rtc_ws_header *expected, const uint8_t *bytes, size_t len)
{
	rtc_ws_header header;

	for (size_t cut = 0; cut < len; cut++) {
		const uint8_t *data = check_guard_put(&guard, bytes, cut);

		CHECK_INT(rtc_ws_header_decode(data, cut, &header), RTC_PARSE_MORE);
	}

	const uint8_t *data = check_guard_put(&guard, bytes, len);

	CHECK_INT(rtc_ws_header_decode(data, len, &header), RTC_PARSE_DONE);
	CHECK_INT(header.opcode, expected->opcode);
	CHECK_INT(header.rsv, expected->rsv);
	CHECK_INT(header.fin, expected->fin);
	CHECK_INT(header.masked, expected->masked);
	CHECK_INT(header.size, len);
	CHECK_INT(header.len, expected->len);
	if (expected->masked) {
		CHECK_BYTES(header.key, 4, expected->key, 4);
	}
}

static void check_round(const rtc_ws_header *header)
{
	uint8_t bytes[RTC_WS_HEADER_MAX + 1] = {0};

	bytes[RTC_WS_HEADER_MAX] = 0xA5;

	size_t size = rtc_ws_header_encode(bytes, header->opcode, header->fin, header->rsv, header->len,
		header->masked ? header->key : NULL);

	CHECK_INT(size, rtc_ws_header_size(header->len, header->masked));
	CHECK_INT(bytes[RTC_WS_HEADER_MAX], 0xA5);
	check_header(header, bytes, size);
}

static void test_round_trips(void)
{
	static const uint64_t lens[] = {0, 1, 125, 126, 127, 255, 256, 65535, 65536, 1 << 20,
		UINT32_MAX, (uint64_t)1 << 32, INT64_MAX};

	for (unsigned first = 0; first < 256; first++) {
		for (size_t i = 0; i < 2 * sizeof(lens) / sizeof(lens[0]); i++) {
			rtc_ws_header header = {.opcode = first & 15,
				.fin = first >> 7,
				.rsv = first >> 4 & 7,
				.len = lens[i / 2],
				.masked = i % 2,
				.key = {0xDE, 0xAD, 0x00, 0xFF}};

			check_case("first byte %02x, length %" PRIu64, first, header.len);
			check_round(&header);
		}
	}
}

static void test_rfc_examples(void)
{
	uint8_t out[RTC_WS_HEADER_MAX];

	check_case("RFC 6455 5.7");
	CHECK_INT(rtc_ws_header_encode(out, RTC_WS_TEXT, true, 0, 5, NULL), 2);
	CHECK_BYTES(out, 2, "\x81\x05", 2);
	CHECK_INT(
		rtc_ws_header_encode(out, RTC_WS_TEXT, true, 0, 5, (const uint8_t *)"\x37\xFA\x21\x3D"), 6);
	CHECK_BYTES(out, 6, "\x81\x85\x37\xFA\x21\x3D", 6);
	CHECK_INT(rtc_ws_header_encode(out, RTC_WS_TEXT, false, 0, 3, NULL), 2);
	CHECK_BYTES(out, 2, "\x01\x03", 2);
	CHECK_INT(rtc_ws_header_encode(out, RTC_WS_BINARY, true, 0, 256, NULL), 4);
	CHECK_BYTES(out, 4, "\x82\x7E\x01\x00", 4);
	CHECK_INT(rtc_ws_header_encode(out, RTC_WS_BINARY, true, 0, 65536, NULL), 10);
	CHECK_BYTES(out, 10, "\x82\x7F\x00\x00\x00\x00\x00\x01\x00\x00", 10);
	CHECK_INT(rtc_ws_header_encode(out, RTC_WS_TEXT, true, 4, 7, NULL), 2);
	CHECK_BYTES(out, 2, "\xC1\x07", 2);
}

static void check_bad_length(const char *bytes, size_t len)
{
	rtc_ws_header header;

	check_case("length bytes from %02x on", (uint8_t)bytes[1]);
	for (size_t cut = 0; cut < len; cut++) {
		const uint8_t *data = check_guard_put(&guard, bytes, cut);

		CHECK_INT(rtc_ws_header_decode(data, cut, &header), RTC_PARSE_MORE);
	}
	CHECK_INT(
		rtc_ws_header_decode(check_guard_put(&guard, bytes, len), len, &header), RTC_PARSE_ERROR);
}

static void test_lengths_not_shortest(void)
{
	check_bad_length("\x82\x7E\x00\x00", 4);
	check_bad_length("\x82\x7E\x00\x7D", 4);
	check_bad_length("\x82\xFE\x00\x7D\x01\x02\x03\x04", 8);
	check_bad_length("\x82\x7F\x00\x00\x00\x00\x00\x00\x00\x05", 10);
	check_bad_length("\x82\x7F\x00\x00\x00\x00\x00\x00\xFF\xFF", 10);
	check_bad_length("\x82\x7F\x80\x00\x00\x00\x00\x01\x00\x00", 10);
	check_bad_length("\x82\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01\x02\x03\x04", 14);
}

static bool accepts(
	unsigned first, bool masked, uint64_t len, rtc_ws_role from, uint8_t rsv_allowed)
{
	rtc_ws_header header = {.opcode = first & 15,
		.fin = first >> 7,
		.rsv = first >> 4 & 7,
		.len = len,
		.masked = masked};

	return rtc_ws_header_check(&header, from, rsv_allowed) == NULL;
}

static void test_rules(void)
{
	for (unsigned first = 0; first < 256; first++) {
		unsigned opcode = first & 15;
		unsigned rsv = first >> 4 & 7;
		bool control = opcode >= 8;
		bool known = opcode <= 2 || (opcode >= 8 && opcode <= 10);
		bool whole = !control || first >> 7;

		check_case("first byte %02x", first);
		CHECK(accepts(first, true, 0, RTC_WS_FROM_CLIENT, 0) == (known && whole && rsv == 0));
		CHECK(accepts(first, false, 0, RTC_WS_FROM_SERVER, 0) == (known && whole && rsv == 0));
		CHECK(!accepts(first, false, 0, RTC_WS_FROM_CLIENT, 7));
		CHECK(!accepts(first, true, 0, RTC_WS_FROM_SERVER, 7));
		CHECK(accepts(first, true, 0, RTC_WS_FROM_CLIENT, 4) ==
			(known && whole && (rsv == 0 || (rsv == 4 && (opcode == 1 || opcode == 2)))));
		CHECK(accepts(first, true, 125, RTC_WS_FROM_CLIENT, 0) == (known && whole && rsv == 0));
		CHECK(accepts(first, true, 126, RTC_WS_FROM_CLIENT, 0) == (known && !control && rsv == 0));
	}
}

static void check_close(const char *payload, size_t len, int fault, int code, const char *reason)
{
	uint16_t got;
	rtc_slice text;

	check_case("close payload of %zu bytes, expected %d", len, fault);

	const uint8_t *data = check_guard_put(&guard, payload, len);

	CHECK_INT(rtc_ws_close_parse(rtc_slice_of(data, len), &got, &text), fault);
	if (fault == 0) {
		CHECK_INT(got, code);
		CHECK_STR(text.data, text.len, reason);
	}
}

static void test_close_payloads(void)
{
	check_close("", 0, 0, 1005, "");
	check_close("\x03", 1, 1002, 0, NULL);
	check_close("\x03\xE8", 2, 0, 1000, "");
	check_close("\x03\xE8"
				"bye",
		5, 0, 1000, "bye");
	check_close("\x13\x87\xC3\xA9", 4, 0, 4999, "\xC3\xA9");
	check_close("\x00\x00", 2, 1002, 0, NULL);
	check_close("\x03\xE7", 2, 1002, 0, NULL);
	check_close("\x03\xEC", 2, 1002, 0, NULL); /* 1004 */
	check_close("\x03\xED", 2, 1002, 0, NULL); /* 1005 */
	check_close("\x03\xEE", 2, 1002, 0, NULL); /* 1006 */
	check_close("\x03\xF7", 2, 1002, 0, NULL); /* 1015 */
	check_close("\x07\xD0", 2, 1002, 0, NULL); /* 2000 */
	check_close("\x13\x88", 2, 1002, 0, NULL); /* 5000 */
	check_close("\xFF\xFF", 2, 1002, 0, NULL);
	check_close("\x03\xE8\xC3", 3, 1007, 0, NULL);
	check_close("\x03\xE8\xED\xA0\x80", 5, 1007, 0, NULL);
	check_close("\x07\xD0\xFF", 3, 1002, 0, NULL);
	CHECK_INT(rtc_ws_close_parse((rtc_slice){NULL, 0}, &(uint16_t){0}, &(rtc_slice){0}), 0);
}

int main(void)
{
	test_close_codes();
	test_round_trips();
	test_rfc_examples();
	test_lengths_not_shortest();
	test_rules();
	test_close_payloads();
	check_guard_free(&guard);
	return check_done("test_ws_frame");
}
