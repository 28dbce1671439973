#include "check.h"

#include "../../src/proto/cursor.h"

static rtc_slice text_of(const char *text)
{
	return rtc_slice_of(text, strlen(text));
}

static void test_ids(void)
{
	rtc_publication_id id = {UINT64_MAX, "abcdefghijklmnopqrstuv"};
	char text[RTC_PUBLICATION_ID_MAX];

	check_case("ids as text");
	CHECK_INT(rtc_publication_id_format(&id, text), RTC_PUBLICATION_ID_MAX - 1);
	CHECK_STR(text, strlen(text), "abcdefghijklmnopqrstuv:18446744073709551615");
	CHECK(rtc_publication_id_parse(text_of(text), &id));
	CHECK_STR(id.epoch, strlen(id.epoch), "abcdefghijklmnopqrstuv");
	CHECK(id.offset == UINT64_MAX);
	CHECK(rtc_publication_id_parse(text_of("-_9:0"), &id));
	CHECK_INT(id.offset, 0);

	static const char *const bad[] = {"", ":", "a", "a:", ":1", "a:01", "a:-1", "a:+1", "a: 1",
		"a:1 ", "a:18446744073709551616", "a:99999999999999999999999", "a+:1", "a:1,b:1",
		"abcdefghijklmnopqrstuvw:1", "a:1x"};

	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		check_case("no id: %s", bad[i]);
		CHECK(!rtc_publication_id_parse(text_of(bad[i]), &id));
	}
}

static void test_cursors(void)
{
	rtc_publication_id ids[3];

	check_case("cursors of several channels");
	CHECK(rtc_cursor_parse(text_of("a:1"), ids, 1));
	CHECK(rtc_cursor_parse(text_of("a:1,b:2,c:30"), ids, 3));
	CHECK_STR(ids[2].epoch, strlen(ids[2].epoch), "c");
	CHECK_INT(ids[2].offset, 30);
	CHECK(!rtc_cursor_parse(text_of("a:1,b:2"), ids, 3));
	CHECK(!rtc_cursor_parse(text_of("a:1,b:2,c:3"), ids, 2));
	CHECK(!rtc_cursor_parse(text_of("a:1,,c:3"), ids, 3));
	CHECK(!rtc_cursor_parse(text_of("a:1,"), ids, 1));
	CHECK(!rtc_cursor_parse(text_of("a:1,"), ids, 2));
	CHECK(!rtc_cursor_parse(text_of(""), ids, 1));
	CHECK(!rtc_cursor_parse(text_of("a:1"), ids, 0));
}

static void test_tokens(void)
{
	uint8_t token[RTC_TOKEN_BYTES];
	uint8_t back[RTC_TOKEN_BYTES];
	char text[RTC_TOKEN_LEN + 1];
	uint64_t number;

	check_case("tokens");
	for (int i = 0; i < RTC_TOKEN_BYTES; i++) {
		token[i] = (uint8_t)(0xff - 9 * i);
	}
	rtc_token_format(token, text);
	CHECK_INT(strlen(text), RTC_TOKEN_LEN);
	CHECK(rtc_token_parse(text_of(text), back));
	CHECK(memcmp(token, back, sizeof(token)) == 0);
	CHECK(!rtc_token_parse(text_of("AAAAAAAAAAAAAAAAAAAAAB"), back)); /* spare bits */
	CHECK(!rtc_token_parse(text_of("AAAAAAAAAAAAAAAAAAAA+A"), back));
	CHECK(!rtc_token_parse(text_of("AAAAAAAAAAAAAAAAAAAAA"), back));

	check_case("cursors of sessions");
	CHECK(rtc_session_cursor_parse(text_of("AAAAAAAAAAAAAAAAAAAAAA.12"), back, &number));
	CHECK_INT(number, 12);
	CHECK(rtc_session_cursor_parse(text_of("AAAAAAAAAAAAAAAAAAAAAA.0"), back, &number));
	CHECK(!rtc_session_cursor_parse(text_of("AAAAAAAAAAAAAAAAAAAAAA."), back, &number));
	CHECK(!rtc_session_cursor_parse(text_of("AAAAAAAAAAAAAAAAAAAAAA"), back, &number));
	CHECK(!rtc_session_cursor_parse(text_of("AAAAAAAAAAAAAAAAAAAAAA:1"), back, &number));
	CHECK(!rtc_session_cursor_parse(text_of("AAAAAAAAAAAAAAAAAAAAAA.01"), back, &number));
}

int main(void)
{
	test_ids();
	test_cursors();
	test_tokens();
	return check_done("test_cursor");
}
