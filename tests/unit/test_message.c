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

int main(void)
{
	test_copy();
	test_lengths();
	test_references();
	test_too_much();
	return check_done("test_message");
}
