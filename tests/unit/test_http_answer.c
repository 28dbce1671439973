#include "check.h"

#include "../../src/proto/http_answer.h"

#include <stdlib.h>

static check_guard guard;

/* What an answer is expected to come to. */
typedef struct answer_case {
	const char *text;
	const char *fault;   /* NULL: none, and the answer is complete with the last byte */
	const char *content; /* with no fault */
	int status;
	bool keep_alive;
	bool plain_text;
	bool ended; /* the connection ends behind the text */
} answer_case;

static void feed(void *user, const check_piece *pieces, size_t count)
{
	const answer_case *expected = user;
	rtc_http_answer answer;
	const char *fault = NULL;
	rtc_parse parse = RTC_PARSE_MORE;

	rtc_http_answer_init(&answer);
	for (size_t i = 0; i < count && parse == RTC_PARSE_MORE; i++) {
		const uint8_t *bytes = check_guard_put(&guard, pieces[i].data, pieces[i].len);

		parse = rtc_http_answer_push(&answer, rtc_slice_of(bytes, pieces[i].len), &fault);
		CHECK(parse != RTC_PARSE_DONE || expected->fault != NULL || i == count - 1);
	}
	if (expected->ended && parse == RTC_PARSE_MORE) {
		parse = rtc_http_answer_end(&answer, &fault);
	}
	if (expected->fault != NULL) {
		CHECK_INT(parse, RTC_PARSE_ERROR);
		CHECK_STR(fault, fault == NULL ? 0 : strlen(fault), expected->fault);
	} else if (CHECK_INT(parse, RTC_PARSE_DONE)) {
		CHECK_INT(answer.status, expected->status);
		CHECK_INT(answer.keep_alive, expected->keep_alive);
		CHECK_INT(answer.plain_text, expected->plain_text);
		CHECK_STR(answer.content.data, answer.content.len, expected->content);
	}
	rtc_http_answer_deinit(&answer);
}

static void answers(answer_case expected)
{
	check_case("%s", expected.text);
	check_cuts(expected.text, strlen(expected.text), feed, &expected);
}

static void good(const char *text, int status, const char *content, bool keep_alive)
{
	answers((answer_case){
		.text = text, .status = status, .content = content, .keep_alive = keep_alive});
}

static void bad(const char *text, const char *fault)
{
	answers((answer_case){.text = text, .fault = fault});
}

static void test_content(void)
{
	good("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok", 200, "ok", true);
	good("HTTP/1.1 200\r\ncontent-length:2\r\n\r\nok", 200, "ok", true);
	good("HTTP/1.9 200 \r\nContent-Length: 0\r\n\r\n", 200, "", true);
	good(
		"HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n1;a=b\r\no\r\n1\r\nk\r\n0\r\nT: x\r\n\r\n",
		200, "ok", true);
	good("HTTP/1.1 204 No Content\r\n\r\n", 204, "", true);
	good("HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\n", 304, "", true);
	answers((answer_case){.text = "HTTP/1.1 200 OK\r\n\r\nto the end",
		.status = 200,
		.content = "to the end",
		.ended = true});
	answers((answer_case){
		.text = "HTTP/1.0 502 \r\n\r\n", .status = 502, .content = "", .ended = true});
}

static void test_keep_alive(void)
{
	good("HTTP/1.1 200 OK\r\nConnection: x, Close\r\nContent-Length: 0\r\n\r\n", 200, "", false);
	good("HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n", 200, "", false);
	good("HTTP/1.0 200 OK\r\nConnection: Keep-Alive\r\nContent-Length: 0\r\n\r\n", 200, "", true);
}

static void test_type(void)
{
	answers((answer_case){.text = "HTTP/1.1 401 Unauthorized\r\nContent-Length: 3\r\n"
								  "Content-Type: Text/Plain ; charset=utf-8\r\n\r\nno\n",
		.status = 401,
		.content = "no\n",
		.keep_alive = true,
		.plain_text = true});
	good("HTTP/1.1 401 Unauthorized\r\nContent-Type: text/plainer\r\nContent-Length: 0\r\n\r\n",
		401, "", true);
}

static void test_interim(void)
{
	good("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n"
		 "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok",
		200, "ok", true);
	bad("HTTP/1.1 101 Switching Protocols\r\n\r\n",
		"a change of protocols that nobody has asked for");
	bad("HTTP/1.1 100 Continue\r\n\r\nSSH", "it is not HTTP/1.1");
}

static void test_malformed(void)
{
	bad("SSH-2.0", "it is not HTTP/1.1");
	bad("HTTP/2 200", "it is not HTTP/1.1");
	bad("HTTP/1.x 200 OK\r\n\r\n", "malformed status line");
	bad("HTTP/1.1 20 OK\r\n\r\n", "malformed status line");
	bad("HTTP/1.1 099 OK\r\n\r\n", "malformed status line");
	bad("HTTP/1.1 2000 OK\r\n\r\n", "malformed status line");
	bad("HTTP/1.1 200 O\001K\r\n\r\n", "malformed status line");
	bad("HTTP/1.1 200 OK\n", "a line of its head ends without CR");
	bad("HTTP/1.1 200 OK\r\n folded: x\r\n\r\n", "malformed header");
	bad("HTTP/1.1 200 OK\r\nA : x\r\n\r\n", "malformed header");
	bad("HTTP/1.1 200 OK\r\nA: x\ny", "a line of its head ends without CR");
	bad("HTTP/1.1 200 OK\r\nA: x\ry\r\n\r\n", "malformed header");
	bad("HTTP/1.1 100 Continue\r\n\r\n\n", "it is not HTTP/1.1");
	bad("HTTP/1.1 200 OK\r\nA\r\n\r\n", "malformed header");
}

static void test_framing(void)
{
	bad("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n", "malformed Content-Length");
	bad("HTTP/1.1 200 OK\r\nContent-Length:\r\n\r\n", "malformed Content-Length");
	bad("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\n",
		"malformed Content-Length");
	bad("HTTP/1.1 200 OK\r\nContent-Length: 1048577\r\n\r\n", "its content is longer than 1 MiB");
	bad("HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999999999\r\n\r\n",
		"its content is longer than 1 MiB");
	bad("HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n",
		"a transfer coding that is not chunked");
	bad("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Length: 1\r\n\r\n",
		"Transfer-Encoding where it may not be");
	bad("HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
		"Transfer-Encoding where it may not be");
	bad("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n", "malformed chunk");
}

static void test_ends(void)
{
	answers((answer_case){.text = "HTTP/1.1 200",
		.ended = true,
		.fault = "the connection ended in the middle of it"});
	answers((answer_case){.text = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\no",
		.ended = true,
		.fault = "the connection ended in the middle of it"});
}

/* Bytes that nobody asked for leave no connection to go on with. */
static void test_excess(void)
{
	const char *texts[] = {"HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nabc",
		"HTTP/1.1 204 No Content\r\n\r\nx",
		"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nx"};

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		rtc_http_answer answer;
		const char *fault;

		check_case("%s", texts[i]);
		rtc_http_answer_init(&answer);
		CHECK_INT(rtc_http_answer_push(&answer, rtc_slice_of(texts[i], strlen(texts[i])), &fault),
			RTC_PARSE_DONE);
		CHECK(!answer.keep_alive);
		rtc_http_answer_deinit(&answer);
	}
}

/* Gives it `start` and then `fill` again and again; what it says of that. */
static const char *flood(const char *start, char fill, size_t max)
{
	char bytes[4096];
	rtc_http_answer answer;
	const char *fault = "(none)";
	rtc_parse parse;

	memset(bytes, fill, sizeof(bytes));
	rtc_http_answer_init(&answer);
	parse = rtc_http_answer_push(&answer, rtc_slice_of(start, strlen(start)), &fault);
	for (size_t sent = 0; sent < max && parse == RTC_PARSE_MORE; sent += sizeof(bytes)) {
		parse = rtc_http_answer_push(&answer, rtc_slice_of(bytes, sizeof(bytes)), &fault);
	}
	CHECK(answer.head.len <= RTC_HTTP_ANSWER_HEAD_MAX + sizeof(bytes));
	CHECK(answer.content.len <= RTC_HTTP_ANSWER_CONTENT_MAX);
	rtc_http_answer_deinit(&answer);
	return fault;
}

static void check_flood(const char *start, const char *expected)
{
	const char *fault = flood(start, 'a', 4 * 1024 * 1024);

	check_case("%s...", start);
	CHECK_STR(fault, strlen(fault), expected);
}

static void test_limits(void)
{
	check_flood("HTTP/1.1 200 ", "its head is longer than 64 KiB");
	check_flood("HTTP/1.1 200 OK\r\n\r\n", "its content is longer than 1 MiB");
	check_flood("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1000000\r\n",
		"its content is longer than 1 MiB");
}

int main(void)
{
	test_content();
	test_keep_alive();
	test_type();
	test_interim();
	test_malformed();
	test_framing();
	test_ends();
	test_excess();
	test_limits();
	check_guard_free(&guard);
	return check_done("test_http_answer");
}
