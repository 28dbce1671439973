/* link: src/engine/publication.c src/engine/message.c */
#include "check.h"

#include "../../src/engine/publication.h"

#include <sys/time.h>

static rtc_publication *publication(rtc_slice payload, bool binary, const char *event)
{
	rtc_message *message = rtc_message_copy(payload, binary);
	rtc_publication *pub =
		rtc_publication_new(message, RTC_SLICE("a\"b"), rtc_slice_of(event, strlen(event)));

	CHECK_INT(message->refs, 2);
	rtc_message_unref(message);
	pub->id = (rtc_publication_id){7, "EPOCHepoch_"};
	return pub;
}

static const struct {
	const char *payload;
	const char *event;
	const char *block; /* behind the id */
	const char *item;  /* from "event" on */
	bool binary;
} cases[] = {
	{"hello", "", "data: hello\n\n", "null,\"data\":\"hello\",\"binary\":false}", false},
	{"", "", "data: \n\n", "null,\"data\":\"\",\"binary\":false}", false},
	{"hello", "greet", "event: greet\ndata: hello\n\n",
		"\"greet\",\"data\":\"hello\",\"binary\":false}", false},
	{"a\nb\r\nc\rd", "", "data: a\ndata: b\ndata: c\ndata: d\n\n",
		"null,\"data\":\"a\\nb\\r\\nc\\rd\",\"binary\":false}", false},
	{"a\n", "", "data: a\ndata: \n\n", "null,\"data\":\"a\\n\",\"binary\":false}", false},
	{" x", "", "data:  x\n\n", "null,\"data\":\" x\",\"binary\":false}", false},
	{"foo", "", "event: binary\ndata: Zm9v\n\n", "null,\"data\":\"Zm9v\",\"binary\":true}", true},
	{"f", "e\"", "event: e\"\ndata: Zg==\n\n", "\"e\\\"\",\"data\":\"Zg==\",\"binary\":true}",
		true},
	{"", "", "event: binary\ndata: \n\n", "null,\"data\":\"\",\"binary\":true}", true},
};

static void check_block(rtc_publication *pub, const char *expected)
{
	rtc_message *block = rtc_publication_block(pub);
	char text[200];

	snprintf(text, sizeof(text), "id: EPOCHepoch_:7\n%s", expected);
	CHECK_STR(block->payload.data, block->payload.len, text);
	CHECK_INT(rtc_message_head(block).len, 0);
	CHECK_INT(rtc_message_frame_len(block), strlen(text));
	CHECK_STR(block->payload.data + pub->event_at, block->payload.len - pub->event_at, expected);
	CHECK(rtc_publication_block(pub) == block && block->refs == 1);
}

static void check_item(rtc_publication *pub, const char *expected)
{
	rtc_message *item = rtc_publication_item(pub);
	rtc_slice head = rtc_message_head(item);
	char text[200];

	snprintf(text, sizeof(text), "{\"channel\":\"a\\\"b\",\"id\":\"EPOCHepoch_:7\",\"event\":%s",
		expected);
	CHECK_STR(item->payload.data, item->payload.len, text);
	CHECK(!item->binary);
	CHECK_INT(head.len, 2);
	CHECK(head.data[0] == 0x81 && head.data[1] == strlen(text));
	CHECK(rtc_message_is_contiguous(item));
	CHECK(rtc_publication_item(pub) == item && item->refs == 1);
}

static void test_forms(void)
{
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		rtc_slice payload = rtc_slice_of(cases[i].payload, strlen(cases[i].payload));
		rtc_publication *pub = publication(payload, cases[i].binary, cases[i].event);

		check_case("the forms of publication %zu", i);
		check_block(pub, cases[i].block);
		check_item(pub, cases[i].item);
		rtc_publication_unref(pub);
	}
}

static void test_parts(void)
{
	struct timeval now;
	rtc_publication *pub = publication(RTC_SLICE("x"), false, "event");

	check_case("what it is made of");
	gettimeofday(&now, NULL);
	CHECK_STR(pub->channel.data, pub->channel.len, "a\"b");
	CHECK_STR(pub->event.data, pub->event.len, "event");
	CHECK(pub->time_us / 1000000 <= (uint64_t)now.tv_sec);
	CHECK(pub->time_us / 1000000 + 60 >= (uint64_t)now.tv_sec);

	check_case("references");
	CHECK(rtc_publication_ref(pub) == pub);
	rtc_publication_unref(pub);
	CHECK_INT(pub->refs, 1);

	rtc_message *item = rtc_message_ref(rtc_publication_item(pub));
	rtc_message *block = rtc_message_ref(rtc_publication_block(pub));

	rtc_publication_unref(pub);
	CHECK(item->refs == 1 && block->refs == 1);
	rtc_message_unref(item);
	rtc_message_unref(block);
}

static void test_frame_lengths(void)
{
	static const uint8_t big[70000];
	rtc_publication *pub = publication(rtc_slice_of(big, sizeof(big)), true, "");
	rtc_message *item = rtc_publication_item(pub);

	check_case("a long item has a long header");
	CHECK_INT(rtc_message_head(item).len, 10);
	CHECK_INT(item->payload.len,
		strlen("{\"channel\":\"a\\\"b\",\"id\":\"EPOCHepoch_:7\",\"event\":null,\"data\":\"\","
			   "\"binary\":true}") +
			(70000 + 2) / 3 * 4);
	rtc_publication_unref(pub);
}

int main(void)
{
	test_forms();
	test_parts();
	test_frame_lengths();
	return check_done("test_publication");
}
