#include "check.h"

#include "../../src/proto/http.h"

static check_guard guard;

typedef struct body_case {
	const char *text;
	const char *content; /* NULL: refused at the last byte of `text` */
	bool chunked;
	uint64_t length;
	size_t extra; /* bytes of `text` that are behind the body */
} body_case;

/* What a body came to. */
typedef struct outcome {
	rtc_parse parse;
	char content[256];
	size_t len;
	size_t taken; /* bytes of the input */
	rtc_http_error error;
} outcome;

/* Gives the body one piece of input until it wants more or is over. */
static void feed_piece(rtc_http_body *body, rtc_slice in, outcome *out)
{
	size_t given = in.len;
	const uint8_t *end = in.data + in.len;

	for (;;) {
		const uint8_t *before = in.data;
		rtc_slice piece;

		out->parse = rtc_http_body_next(body, &in, &piece, &out->error);
		CHECK(in.data + in.len == end);
		if (out->parse != RTC_PARSE_MORE || piece.len == 0) {
			CHECK_INT(piece.len, 0);
			break;
		}
		CHECK(piece.data >= before && piece.data + piece.len == in.data);
		if (!CHECK(out->len + piece.len <= sizeof(out->content))) {
			break;
		}
		memcpy(out->content + out->len, piece.data, piece.len);
		out->len += piece.len;
	}
	if (out->parse == RTC_PARSE_MORE) {
		CHECK_INT(in.len, 0);
	}
	out->taken += given - in.len;
}

static outcome feed_pieces(const body_case *expected, const check_piece *pieces, size_t count)
{
	rtc_http_head head = {.chunked = expected->chunked, .content_length = expected->length};
	rtc_http_body body;
	outcome out = {.parse = RTC_PARSE_MORE};

	rtc_http_body_init(&body, &head);
	for (size_t i = 0; i < count && out.parse == RTC_PARSE_MORE; i++) {
		uint8_t *data = check_guard_put(&guard, pieces[i].data, pieces[i].len);

		feed_piece(&body, rtc_slice_of(data, pieces[i].len), &out);
	}
	if (out.parse == RTC_PARSE_DONE) {
		/* It stays over, whatever follows. */
		rtc_slice in = RTC_SLICE("next");
		rtc_slice piece;

		CHECK_INT(rtc_http_body_next(&body, &in, &piece, &out.error), RTC_PARSE_DONE);
		CHECK(in.len == 4 && piece.len == 0);
	}
	return out;
}

static void feed(void *user, const check_piece *pieces, size_t count)
{
	const body_case *expected = user;
	outcome out = feed_pieces(expected, pieces, count);
	size_t len = strlen(expected->text);

	if (expected->content == NULL) {
		CHECK_INT(out.parse, RTC_PARSE_ERROR);
		CHECK_INT(out.error.status, 400);
		CHECK(out.error.text != NULL && out.error.text[0] != '\0');
		return;
	}
	CHECK_INT(out.parse, RTC_PARSE_DONE);
	CHECK_STR(out.content, out.len, expected->content);
	CHECK_INT(out.taken, len - expected->extra);
}

static void test_bodies(void)
{
	static const body_case rows[] = {
		{"", "", false, 0, 0},
		{"GET", "", false, 0, 3},
		{"hello", "hello", false, 5, 0},
		{"helloGET", "hello", false, 5, 3},
		{"0\r\n\r\n", "", true, 0, 0},
		{"0000\r\n\r\nGET", "", true, 0, 3},
		{"5\r\nhello\r\n0\r\n\r\nGET", "hello", true, 0, 3},
		{"1\r\na\r\n2\r\nbc\r\n00003\r\ndef\r\n0\r\n\r\n", "abcdef", true, 0, 0},
		{"a\r\n0123456789\r\nA\r\n0123456789\r\n0\r\n\r\n", "01234567890123456789", true, 0, 0},
		{"4\r\n\r\n\r\n\r\n0\r\n\r\n", "\r\n\r\n", true, 0, 0},
		{"2;a\r\nhi\r\n0;b=c;d=\"e\\\"\"\r\n\r\n", "hi", true, 0, 0},
		{"2 \t ;a = b\r\nhi\r\n0\r\n\r\n", "hi", true, 0, 0},
		{"1\r\nx\r\n0\r\nA: b\r\nC:\r\nD:\t\xFF \r\n\r\nGET", "x", true, 0, 3},
		{"00000000000000000000000000000001\r\nx\r\n0\r\n\r\n", "x", true, 0, 0},
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		body_case row = rows[i];

		check_case("body %zu", i);
		check_cuts(row.text, strlen(row.text), feed, &row);
	}
}

/* Each is refused at its last byte and not before. */
static void test_malformed(void)
{
	static const char *const texts[] = {
		"\r",
		"\n",
		" ",
		";",
		"g",
		"-",
		"+",
		"1x",
		"0x",
		"1\n",
		"1 \r",
		"1 1",
		"1\t\r",
		"1\rx",
		"1\r\r",
		"1;a\n",
		"1;\x01",
		"1;a\r;",
		"1\r\nxy",
		"1\r\nx\n",
		"1\r\nx\rx",
		"1\r\nx\r\n\r",
		"1\r\nx\r\n;",
		"ffffffffffffffff0",
		"10000000000000000",
		"0123456789abcdef01",
		"0\r\n\n",
		"0\r\n ",
		"0\r\n:",
		"0\r\n\rx",
		"0\r\nA ",
		"0\r\nA\r",
		"0\r\nA: \n",
		"0\r\nA: \x7F",
		"0\r\nA: b\rx",
		"0\r\nA: b\r\n ",
		"0\r\nA: b\r\n\n",
	};

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		body_case row = {.text = texts[i], .chunked = true};
		check_piece piece = {(const uint8_t *)texts[i], strlen(texts[i]) - 1};

		check_case("malformed body %zu", i);
		check_cuts(row.text, strlen(row.text), feed, &row);
		if (piece.len > 0) {
			CHECK_INT(feed_pieces(&row, &piece, 1).parse, RTC_PARSE_MORE);
		}
	}
}

/* The first `len` bytes of text are good; how many bytes of `filler` are good behind them? */
static size_t filler_taken(const char *text, char filler, size_t most)
{
	rtc_http_head head = {.chunked = true};
	rtc_http_body body;
	outcome out = {.parse = RTC_PARSE_MORE};
	size_t taken = 0;

	rtc_http_body_init(&body, &head);
	feed_piece(&body, rtc_slice_of(text, strlen(text)), &out);
	while (out.parse == RTC_PARSE_MORE && taken < most) {
		feed_piece(&body, rtc_slice_of(&filler, 1), &out);
		taken += out.parse == RTC_PARSE_MORE;
	}
	return taken;
}

static void test_limits(void)
{
	check_case("a size line has 4096 bytes");
	CHECK_INT(filler_taken("1;", 'x', 10000), 4094);
	CHECK_INT(filler_taken("1 ", ' ', 10000), 4094);
	CHECK_INT(filler_taken("", '0', 10000), 4096);
	CHECK_INT(filler_taken("1\r\nx\r\n1;", 'x', 10000), 4094);

	check_case("trailers have 4096 bytes");
	CHECK_INT(filler_taken("0\r\nA:", 'x', 10000), 4094);
	CHECK_INT(filler_taken("0\r\nA:b\r\nC:", 'x', 10000), 4094 - 5);

	check_case("a chunk has as many bytes as its size line says");
	CHECK_INT(filler_taken("ffff\r\n", 'x', 100), 100);
}

/* Feeds the same chunk until it is refused; the number of chunks that were good. */
static size_t chunks_taken(const char *chunk, size_t len, size_t most)
{
	rtc_http_head head = {.chunked = true};
	rtc_http_body body;
	rtc_http_error error;
	size_t taken = 0;

	rtc_http_body_init(&body, &head);
	while (taken < most) {
		rtc_slice in = rtc_slice_of(chunk, len);
		rtc_slice piece;
		rtc_parse parse;

		do {
			parse = rtc_http_body_next(&body, &in, &piece, &error);
		} while (parse == RTC_PARSE_MORE && piece.len > 0);
		if (parse == RTC_PARSE_ERROR) {
			break;
		}
		taken++;
	}
	return taken;
}

static void test_excess(void)
{
	char chunk[3000];

	check_case("small chunks are no excess");
	CHECK_INT(chunks_taken("1\r\nx\r\n", 6, 100000), 100000);
	CHECK_INT(chunks_taken("001;name=value\r\nx\r\n", 19, 100000), 100000);

	/* 1018 bytes of line, of which each chunk pays for 18. */
	check_case("long extensions of small chunks are");
	memset(chunk, 'x', sizeof(chunk));
	memcpy(chunk, "1;", 2);
	memcpy(chunk + 1016, "\r\nx\r\n", 5);
	CHECK_INT(chunks_taken(chunk, 1021, 100000), 16);

	check_case("the same of a large chunk are not");
	memcpy(chunk, "3e8;", 4);
	memset(chunk + 1018, 'y', 1000);
	memcpy(chunk + 2018, "\r\n", 2);
	CHECK_INT(chunks_taken(chunk, 2020, 10000), 10000);
}

/* 2^64 - 1 is a chunk's size as good as any; its bytes are counted without a wrap. */
static void test_large(void)
{
	rtc_http_head head = {.chunked = true};
	rtc_http_body body;
	outcome out = {.parse = RTC_PARSE_MORE};

	check_case("the largest chunk and length");
	rtc_http_body_init(&body, &head);
	feed_piece(&body, RTC_SLICE("ffffffffffffffff\r\nabc"), &out);
	CHECK_INT(out.parse, RTC_PARSE_MORE);
	CHECK_STR(out.content, out.len, "abc");
	CHECK(body.left == UINT64_MAX - 3);

	out = (outcome){.parse = RTC_PARSE_MORE};
	head = (rtc_http_head){.content_length = UINT64_MAX};
	rtc_http_body_init(&body, &head);
	feed_piece(&body, RTC_SLICE("abc"), &out);
	CHECK_INT(out.parse, RTC_PARSE_MORE);
	CHECK_STR(out.content, out.len, "abc");
	CHECK(body.left == UINT64_MAX - 3);
}

int main(void)
{
	test_bodies();
	test_malformed();
	test_limits();
	test_excess();
	test_large();
	check_guard_free(&guard);
	return check_done("test_http_body");
}
