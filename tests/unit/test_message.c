/* link: src/engine/message.c */
#include "check.h"

#include "../../src/engine/message.h"

static int released;

static void release(void *owner)
{
	released++;
	free(owner);
}

static void check_head(const rtc_message *message, const char *head, size_t head_len)
{
	rtc_slice actual = rtc_message_head(message);

	CHECK_BYTES(actual.data, actual.len, head, head_len);
	CHECK_INT(rtc_message_frame_len(message), head_len + message->payload.len);
}

static void test_copy(void)
{
	char text[] = "hello";
	rtc_message *message = rtc_message_copy(rtc_slice_of(text, 5), false);

	check_case("a copy");
	memset(text, 'x', sizeof(text));
	CHECK_STR(message->payload.data, message->payload.len, "hello");
	CHECK(!message->binary);
	check_head(message, "\x81\x05", 2);
	CHECK(rtc_message_is_contiguous(message));
	CHECK_STR(rtc_message_head(message).data, rtc_message_frame_len(message), "\x81\x05hello");
	rtc_message_unref(message);

	check_case("a copy of nothing");
	message = rtc_message_copy((rtc_slice){0}, true);
	CHECK(message->binary);
	CHECK(rtc_message_is_contiguous(message));
	check_head(message, "\x82\x00", 2);
	rtc_message_unref(message);
}

/* RFC 6455 5.2: the shortest of three forms of the length. */
static void test_lengths(void)
{
	static const struct {
		size_t len;
		size_t head_len;
		const char *head;
	} cases[] = {
		{125, 2, "\x82\x7D"},
		{126, 4, "\x82\x7E\x00\x7E"},
		{65535, 4, "\x82\x7E\xFF\xFF"},
		{65536, 10, "\x82\x7F\x00\x00\x00\x00\x00\x01\x00\x00"},
	};
	uint8_t *bytes = calloc(1, 65536);

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		rtc_slice payload = rtc_slice_of(bytes, cases[i].len);

		check_case("%zu bytes", cases[i].len);
		memset(bytes, (int)i + 1, cases[i].len);

		rtc_message *copy = rtc_message_copy(payload, true);
		rtc_message *loan = rtc_message_borrow(payload, true, NULL, NULL);

		check_head(copy, cases[i].head, cases[i].head_len);
		check_head(loan, cases[i].head, cases[i].head_len);
		CHECK_BYTES(
			rtc_message_head(copy).data + cases[i].head_len, cases[i].len, bytes, cases[i].len);
		CHECK(loan->payload.data == bytes);
		CHECK(!rtc_message_is_contiguous(loan));
		rtc_message_unref(copy);
		rtc_message_unref(loan);
	}
	free(bytes);
}

static void test_references(void)
{
	char *owner = malloc(4);

	check_case("the owner gets a borrowed payload back once");
	memcpy(owner, "data", 4);

	rtc_message *message = rtc_message_borrow(rtc_slice_of(owner, 4), false, owner, release);

	CHECK(rtc_message_ref(message) == message);
	rtc_message_ref(message);
	rtc_message_unref(message);
	rtc_message_unref(message);
	CHECK_INT(released, 0);
	CHECK_STR(message->payload.data, message->payload.len, "data");
	rtc_message_unref(message);
	CHECK_INT(released, 1);
}

static void test_too_much(void)
{
	check_case("more than memory has");
	CHECK(rtc_message_copy(rtc_slice_of("", SIZE_MAX), false) == NULL);
	CHECK(rtc_message_copy(rtc_slice_of("", SIZE_MAX - 16), false) == NULL);
}

static void check_form(rtc_message *form, const char *text)
{
	CHECK_STR(form->payload.data, form->payload.len, text);
	CHECK_INT(rtc_message_head(form).len, 0);
	CHECK_INT(rtc_message_frame_len(form), strlen(text));
	CHECK_INT(form->refs, 1);
}

static void test_forms(void)
{
	static const struct {
		const char *payload;
		const char *block;
		const char *named;
		const char *member;
		bool binary;
	} cases[] = {
		{"hi", "data: hi\n\n", "event: n\ndata: hi\n\n", "\"data\":\"hi\"", false},
		{"", "data: \n\n", "event: n\ndata: \n\n", "\"data\":\"\"", false},
		{"a\n\"b", "data: a\ndata: \"b\n\n", "event: n\ndata: a\ndata: \"b\n\n",
			"\"data\":\"a\\n\\\"b\"", false},
		{"foo", "event: binary\ndata: Zm9v\n\n", "event: n\ndata: Zm9v\n\n", "\"binary\":\"Zm9v\"",
			true},
		{"", "event: binary\ndata: \n\n", "event: n\ndata: \n\n", "\"binary\":\"\"", true},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		rtc_slice payload = rtc_slice_of(cases[i].payload, strlen(cases[i].payload));
		rtc_message *message = rtc_message_copy(payload, cases[i].binary);
		rtc_message *block = rtc_message_block(message);
		rtc_buf out;

		check_case("the forms of message %zu", i);
		check_form(block, cases[i].block);
		check_form(rtc_message_member(message), cases[i].member);
		CHECK(rtc_message_block(message) == block);
		rtc_buf_init(&out);
		CHECK_INT(rtc_message_write_event(message, RTC_SLICE("n"), &out), RTC_OK);
		CHECK_STR(out.data, out.len, cases[i].named);
		rtc_buf_deinit(&out);
		rtc_message_ref(block);
		rtc_message_unref(message);
		check_form(block, cases[i].block);
		rtc_message_unref(block);
	}
}

static void test_raw(void)
{
	rtc_buf bytes;

	check_case("raw bytes");
	rtc_buf_init(&bytes);
	CHECK_INT(rtc_buf_append_str(&bytes, "as they are"), RTC_OK);

	rtc_message *message = rtc_message_raw(&bytes);

	CHECK(bytes.data == NULL && bytes.len == 0);
	check_form(message, "as they are");
	CHECK(!rtc_message_is_contiguous(message));
	rtc_message_unref(message);

	check_case("no raw bytes");
	message = rtc_message_raw(&bytes);
	check_form(message, "");
	rtc_message_unref(message);
}

int main(void)
{
	test_copy();
	test_lengths();
	test_references();
	test_too_much();
	test_forms();
	test_raw();
	return check_done("test_message");
}
