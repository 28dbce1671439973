#include "check.h"

#include "../../src/proto/sse.h"

static check_guard guard;

/* What must come of an input: its messages as text (see record()), then the reader's state. */
typedef struct expectation {
	size_t max_event;
	const char *record;
	const char *last_id;
	int64_t retry_ms; /* -1: none */
} expectation;

static void put(rtc_buf *out, const char *text)
{
	if (rtc_buf_append_str(out, text) != RTC_OK) {
		abort();
	}
}

/* "name|data|id;" for a message. */
static void record(rtc_buf *out, const rtc_sse_message *message)
{
	if (rtc_buf_append(out, message->name.data, message->name.len) != RTC_OK ||
		rtc_buf_append(out, "|", 1) != RTC_OK ||
		rtc_buf_append(out, message->data.data, message->data.len) != RTC_OK ||
		rtc_buf_append(out, "|", 1) != RTC_OK ||
		rtc_buf_append(out, message->id.data, message->id.len) != RTC_OK ||
		rtc_buf_append(out, ";", 1) != RTC_OK) {
		abort();
	}
}

static void feed(void *user, const check_piece *pieces, size_t count)
{
	const expectation *expected = user;
	rtc_sse_reader reader;
	rtc_buf out = {0};
	rtc_parse result = RTC_PARSE_MORE;

	rtc_sse_reader_init(&reader, expected->max_event);
	for (size_t i = 0; i < count && result != RTC_PARSE_ERROR; i++) {
		uint8_t *data = check_guard_put(&guard, pieces[i].data, pieces[i].len);
		rtc_slice in = rtc_slice_of(data, pieces[i].len);
		rtc_sse_message message;

		while ((result = rtc_sse_next(&reader, &in, &message)) == RTC_PARSE_DONE) {
			record(&out, &message);
		}
		CHECK(result == RTC_PARSE_ERROR || in.len == 0);
	}
	if (result == RTC_PARSE_ERROR) {
		CHECK(reader.error != NULL);
		put(&out, "ERROR");
	}
	CHECK_STR(out.data, out.len, expected->record);
	CHECK_STR(reader.id.data, reader.id.len, expected->last_id);
	CHECK_INT(reader.has_retry ? (int64_t)reader.retry_ms : -1, expected->retry_ms);
	rtc_sse_reader_deinit(&reader);
	rtc_buf_deinit(&out);
}

static void reads(const char *input, size_t len, expectation expected)
{
	check_cuts(input, len, feed, &expected);
}

#define READS(literal, ...) reads(literal, sizeof(literal) - 1, __VA_ARGS__)

/* An input without NUL, within the limit, that sets neither id nor retry. */
static void reads_to(const char *input, const char *expected)
{
	check_case("%.60s", input);
	reads(input, strlen(input), (expectation){1000, expected, "", -1});
}

static void test_messages(void)
{
	reads_to("", "");
	reads_to("data: a\n\n", "|a|;");
	reads_to("data:a\n\n", "|a|;");
	reads_to("data:  a \n\n", "| a |;");
	reads_to("data\n\n", "||;");
	reads_to("data:\n\n", "||;");
	reads_to("data\ndata\n\ndata:\n", "|\n|;");
	reads_to("data: a\ndata: b\ndata:\n\n", "|a\nb\n|;");
	reads_to("data: a: b:c\n\n", "|a: b:c|;");
	reads_to("data: a\n\n\n\ndata: b\n\n", "|a|;|b|;");
	reads_to("data: no end\n", "");
	reads_to("data: no end", "");
}

static void test_line_ends(void)
{
	reads_to("data: a\r\n\r\ndata: b\r\rdata: c\n\n", "|a|;|b|;|c|;");
	reads_to("data: a\r\ndata: b\rdata: c\n\r\n", "|a\nb\nc|;");
	reads_to("data: a\n\r", "|a|;");
	reads_to("data: a\r\n\r", "|a|;");
	reads_to("data: a\r\r\n", "|a|;");
	reads_to("data: a\v\f\xC2\x85\n\n", "|a\v\f\xC2\x85|;");
}

static void test_fields(void)
{
	reads_to("event: x\ndata: a\n\ndata: b\n\n", "x|a|;|b|;");
	reads_to("event: x\nevent: y\ndata: a\n\n", "y|a|;");
	reads_to("event: x\nevent\ndata: a\n\n", "|a|;");
	reads_to("event: x\n\ndata: a\n\n", "|a|;");
	reads_to("Data: a\nDATA: b\ndata : c\n data: d\ndatax: e\n\n", "");
	reads_to(": a\n:\n:data: b\ndata: c\n\n", "|c|;");
	reads_to("unknown: a\nunknown\n\n", "");
	check_case("a name with NUL is unknown");
	READS("da\0ta: x\ndata\0: y\ndata: a\n\n", (expectation){1000, "|a|;", "", -1});
}

static void test_nul_in_data(void)
{
	rtc_sse_reader reader;
	rtc_sse_message message;
	rtc_slice in = RTC_SLICE("data: a\0b\n\n");

	check_case("data keeps NUL");
	rtc_sse_reader_init(&reader, 100);
	CHECK(rtc_sse_next(&reader, &in, &message) == RTC_PARSE_DONE);
	CHECK_BYTES(message.data.data, message.data.len, "a\0b", 3);
	rtc_sse_reader_deinit(&reader);
}

static void test_mark(void)
{
	reads_to("\xEF\xBB\xBF"
			 "data: a\n\n",
		"|a|;");
	reads_to("\xEF\xBB\xBF\xEF\xBB\xBF"
			 "data: a\n\n",
		"");
	reads_to("\xEF\xBB"
			 "data: a\ndata: b\n\n",
		"|b|;");
	reads_to("data: a\n\n\xEF\xBB\xBF"
			 "data: b\n\n",
		"|a|;");
	reads_to("\xEF\n\ndata: b\n\n", "|b|;");
}

static void test_ids(void)
{
	static const char with_nul[] = "id: 1\nid: 2\0\ndata: a\n\n";

	check_case("an id stays");
	READS("id: 1\ndata: a\n\ndata: b\n\n", (expectation){1000, "|a|1;|b|1;", "1", -1});
	check_case("an empty id is an id");
	READS("id: 1\ndata: a\n\nid\ndata: b\n\n", (expectation){1000, "|a|1;|b|;", "", -1});
	check_case("an id alone");
	READS("id: 7\n\ndata: a\n\n", (expectation){1000, "|a|7;", "7", -1});
	check_case("an id without the end of its block");
	READS("id: 7\n\nid: 8\n", (expectation){1000, "", "7", -1});
	check_case("an id with NUL is ignored");
	reads(with_nul, sizeof(with_nul) - 1, (expectation){1000, "|a|1;", "1", -1});
}

static void test_retry(void)
{
	static const struct {
		const char *input;
		int64_t retry_ms;
	} cases[] = {
		{"retry: 1500\n", 1500},
		{"retry:0\n", 0},
		{"retry: 007\n", 7},
		{"retry\n", -1},
		{"retry:\n", -1},
		{"retry: 1.5\n", -1},
		{"retry: -1\n", -1},
		{"retry: +1\n", -1},
		{"retry:  1\n", -1},
		{"retry: 1 \n", -1},
		{"retry: 3\nretry: x\n", 3},
		{"retry: 3", -1},
		{"retry: 9223372036854775807\n", INT64_MAX},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		check_case("%s", cases[i].input);
		reads(
			cases[i].input, strlen(cases[i].input), (expectation){1000, "", "", cases[i].retry_ms});
	}

	rtc_sse_reader reader;
	rtc_sse_message message;
	rtc_slice in = RTC_SLICE("retry: 18446744073709551616\n");

	check_case("the largest");
	rtc_sse_reader_init(&reader, 100);
	CHECK(rtc_sse_next(&reader, &in, &message) == RTC_PARSE_MORE);
	CHECK(reader.retry_ms == UINT64_MAX);
	rtc_sse_reader_deinit(&reader);
}

static void test_limit(void)
{
	check_case("as long as may be");
	READS("data: 1234\n\n", (expectation){10, "|1234|;", "", -1});
	check_case("a line too long");
	READS("data: 12345\n\n", (expectation){10, "ERROR", "", -1});
	check_case("too many lines");
	READS("data: a\ndata: b\ndata: c\n\n", (expectation){10, "ERROR", "", -1});
	check_case("a comment too long");
	READS("data: a\n\n:234567890a", (expectation){10, "|a|;ERROR", "", -1});
	check_case("a message frees its room");
	READS("data: 1234\n\ndata: 1234\n\n", (expectation){10, "|1234|;|1234|;", "", -1});
}

static void writes(const rtc_sse_event *event, const char *expected)
{
	rtc_buf out = {0};

	check_case("%.60s", expected);
	put(&out, "before");
	CHECK(rtc_sse_write(&out, event) == RTC_OK);
	CHECK_BYTES(out.data, 6, "before", 6);
	CHECK_STR(out.data + 6, out.len - 6, expected);
	rtc_buf_deinit(&out);
}

#define DATA(literal)                                                                              \
	&(rtc_sse_event)                                                                               \
	{                                                                                              \
		.has_data = true, .data = RTC_SLICE(literal)                                               \
	}

static void test_writing(void)
{
	writes(DATA("hello"), "data: hello\n\n");
	writes(DATA(""), "data: \n\n");
	writes(DATA(" a"), "data:  a\n\n");
	writes(DATA("a\nb\r\nc\rd"), "data: a\ndata: b\ndata: c\ndata: d\n\n");
	writes(DATA("\n"), "data: \ndata: \n\n");
	writes(DATA("a\r"), "data: a\ndata: \n\n");
	writes(DATA("a\r\n"), "data: a\ndata: \n\n");
	writes(DATA("a\n\r"), "data: a\ndata: \ndata: \n\n");
	writes(&(rtc_sse_event){.has_comment = true}, ": \n\n");
	writes(&(rtc_sse_event){.has_comment = true, .comment = RTC_SLICE("a\ndata: b")},
		": a\n: data: b\n\n");
	writes(&(rtc_sse_event){.has_retry = true}, "retry: 0\n\n");
	writes(&(rtc_sse_event){.has_id = true}, "id: \n\n");
	writes(
		&(rtc_sse_event){
			.data = RTC_SLICE("d"),
			.name = RTC_SLICE("n"),
			.id = RTC_SLICE("i"),
			.comment = RTC_SLICE("c"),
			.retry_ms = UINT64_MAX,
			.has_data = true,
			.has_id = true,
			.has_retry = true,
			.has_comment = true,
		},
		": c\nretry: 18446744073709551615\nevent: n\nid: i\ndata: d\n\n");
}

static void test_lines(void)
{
	CHECK(rtc_sse_is_line(RTC_SLICE("")));
	CHECK(rtc_sse_is_line(RTC_SLICE("a:\tb \xFF\x01")));
	CHECK(!rtc_sse_is_line(RTC_SLICE("a\n")));
	CHECK(!rtc_sse_is_line(RTC_SLICE("\ra")));
	CHECK(!rtc_sse_is_line(RTC_SLICE("a\0b")));
}

int main(void)
{
	test_messages();
	test_line_ends();
	test_fields();
	test_nul_in_data();
	test_mark();
	test_ids();
	test_retry();
	test_limit();
	test_writing();
	test_lines();
	check_guard_free(&guard);
	return check_done("test_sse");
}
