#include "check.h"

#include "../../src/proto/http.h"

static check_guard guard;

/* What scanning and parsing a text came to. */
typedef struct outcome {
	rtc_parse scan;
	size_t taken; /* bytes that were there when the scan ended */
	size_t last;  /* those of them that were new */
	size_t head_len;
	rtc_http_error error;
} outcome;

/* Feeds a scan with pieces that pile up in front of the guard page. What it has seen is overwritten
 * before the next call: it may not look back. */
static outcome scan_pieces(const check_piece *pieces, size_t count, size_t max_bytes)
{
	rtc_http_scan scan = {0};
	outcome out = {.scan = RTC_PARSE_MORE};
	const uint8_t *start = pieces[0].data;

	for (size_t i = 0; i < count && out.scan == RTC_PARSE_MORE; i++) {
		out.last = pieces[i].len;
		out.taken += out.last;

		uint8_t *data = check_guard_put(&guard, start, out.taken);

		memset(data, 0xFF, scan.pos);
		out.scan = rtc_http_scan_head(&scan, data, out.taken, max_bytes, &out.head_len, &out.error);
	}
	return out;
}

static outcome scan_whole(const char *text, size_t len, size_t max_bytes)
{
	check_piece piece = {(const uint8_t *)text, len};

	return scan_pieces(&piece, 1, max_bytes);
}

typedef struct good_head {
	const char *text;
	size_t len;
	size_t extra; /* bytes behind the head */
} good_head;

static void feed_good(void *user, const check_piece *pieces, size_t count)
{
	const good_head *good = user;
	outcome out = scan_pieces(pieces, count, 8192);

	CHECK_INT(out.scan, RTC_PARSE_DONE);
	CHECK_INT(out.head_len, good->len);

	/* It ends with the piece that holds the last byte, not later. */
	CHECK(out.taken - out.last < out.head_len);
}

static void test_scan_good(void)
{
	static const char *const heads[] = {
		"GET / HTTP/1.1\r\nHost: a\r\n\r\n",
		"\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n",
		"GET / HTTP/1.0\r\n\r\n",
		"M-SEARCH * HTTP/1.1\r\nHost:\r\nX-Empty:  \t \r\n\r\n",
		"POST http://a/b?c=d|{}\"<>^`\\[] HTTP/1.9\r\nhost:a\r\nx:\tobs \x80\xFF text\t\r\n\r\n",
		"OPTIONS * HTTP/1.1\r\n!#$%&'*+-.^_`|~09azAZ: a:b;c=\"d\"\r\n\r\n",
	};
	static const char extra[] = "\r\n\r\n\x81\x00";

	for (size_t i = 0; i < sizeof(heads) / sizeof(heads[0]); i++) {
		char text[256];
		good_head good = {heads[i], strlen(heads[i]), sizeof(extra)};

		check_case("scan of good head %zu", i);
		memcpy(text, good.text, good.len);
		memcpy(text + good.len, extra, sizeof(extra));
		check_cuts(text, good.len, feed_good, &good);
		check_cuts(text, good.len + good.extra, feed_good, &good);
	}
}

typedef struct bad_head {
	int status;
	const char *text; /* its last byte is the one that cannot be */
	size_t len;       /* where text holds a NUL, else 0 */
} bad_head;

static void feed_bad(void *user, const check_piece *pieces, size_t count)
{
	const bad_head *bad = user;
	outcome out = scan_pieces(pieces, count, 8192);

	CHECK_INT(out.scan, RTC_PARSE_ERROR);
	CHECK_INT(out.error.status, bad->status);
	CHECK(out.error.text != NULL && out.error.text[0] != '\0');
}

static const bad_head bad_heads[] = {
	{400, "\x16", 0}, /* TLS */
	{400, "\0", 1},
	{400, "\x80", 0},
	{400, "\xFF", 0},
	{400, " ", 0},
	{400, "\n", 0},
	{400, "g", 0},
	{400, "1", 0},
	{400, "Ge", 0},
	{400, "G\0", 2},
	{400, "GET\t", 0},
	{400, "GET\r", 0},
	{400, "GET(", 0},
	{400, "\rG", 0},
	{400, "\r\r", 0},
	{400, "\r\n\r", 0},
	{400, "\r\n\n", 0},
	{400, "\r\n ", 0},
	{400, "GET  ", 0},
	{400, "GET \r", 0},
	{400, "GET \n", 0},
	{400, "GET ?", 0},
	{400, "GET #", 0},
	{400, "GET 1", 0},
	{400, "GET *x", 0},
	{400, "GET **", 0},
	{400, "GET http ", 0},
	{400, "GET http/", 0},
	{400, "GET http:a", 0},
	{400, "GET http:/a", 0},
	{400, "CONNECT a.", 0},
	{400, "CONNECT a:4", 0},
	{400, "GET /\r", 0}, /* HTTP/0.9 */
	{400, "GET /\n", 0},
	{400, "GET /#", 0},
	{400, "GET /\t", 0},
	{400, "GET /\x7F", 0},
	{400, "GET /\x80", 0},
	{400, "GET /\xC3", 0},
	{400, "GET /\0", 6},
	{400, "GET / \r", 0},
	{400, "GET / h", 0},
	{400, "GET /  ", 0},
	{400, "GET / HTTP/x", 0},
	{400, "GET / HTTP/1,", 0},
	{400, "GET / HTTP/1.x", 0},
	{400, "GET / HTTP/1.\r", 0},
	{400, "GET / HTTP/1.10", 0},
	{400, "GET / HTTP/1.1 ", 0},
	{400, "GET / HTTP/1.1\n", 0},
	{400, "GET / HTTP/1.1\rX", 0},
	{505, "GET / HTTP/0", 0},
	{505, "GET / HTTP/3", 0},
	{505, "PRI * HTTP/2", 0}, /* RFC 9113 3.4 */
	{400, "GET / HTTP/1.1\r\n ", 0},
	{400, "GET / HTTP/1.1\r\n\t", 0},
	{400, "GET / HTTP/1.1\r\n:", 0},
	{400, "GET / HTTP/1.1\r\n\n", 0},
	{400, "GET / HTTP/1.1\r\n\rX", 0},
	{400, "GET / HTTP/1.1\r\n\0", 17},
	{400, "GET / HTTP/1.1\r\nHost ", 0},
	{400, "GET / HTTP/1.1\r\nHost\t", 0},
	{400, "GET / HTTP/1.1\r\nHost\r", 0},
	{400, "GET / HTTP/1.1\r\nHost\n", 0},
	{400, "GET / HTTP/1.1\r\nHo(", 0},
	{400, "GET / HTTP/1.1\r\nHo\x80", 0},
	{400, "GET / HTTP/1.1\r\nHost: a\n", 0},
	{400, "GET / HTTP/1.1\r\nHost: a\rX", 0},
	{400, "GET / HTTP/1.1\r\nHost: a\r\r", 0},
	{400, "GET / HTTP/1.1\r\nHost: a\x01", 0},
	{400, "GET / HTTP/1.1\r\nHost: a\x7F", 0},
	{400, "GET / HTTP/1.1\r\nHost: a\0", 24},
	{400, "GET / HTTP/1.1\r\nHost: a\r\n ", 0}, /* obs-fold */
	{400, "GET / HTTP/1.1\r\nHost: a\r\n\t", 0},
	{400, "GET / HTTP/1.1\r\nHost: a\r\n\n", 0},
	{400, "GET / HTTP/1.1\r\nHost: a\r\n\rX", 0},
};

/* Each is refused at its last byte and not before, however it is cut. */
static void test_scan_bad(void)
{
	for (size_t i = 0; i < sizeof(bad_heads) / sizeof(bad_heads[0]); i++) {
		bad_head bad = bad_heads[i];

		bad.len = bad.len > 0 ? bad.len : strlen(bad.text);
		check_case("scan of bad head %zu", i);
		check_cuts(bad.text, bad.len, feed_bad, &bad);
		if (bad.len > 1) {
			CHECK_INT(scan_whole(bad.text, bad.len - 1, 8192).scan, RTC_PARSE_MORE);
		}
	}
}

/* Garbage of any kind is refused within a few bytes, or looks like a method for 33. */
static void test_scan_noise(void)
{
	uint32_t seed = 1;

	check_case("noise");
	for (unsigned round = 0; round < 2000; round++) {
		char noise[40];

		for (size_t i = 0; i < sizeof(noise); i++) {
			seed = seed * 1664525 + 1013904223;
			noise[i] = (char)(seed >> 24);
		}
		CHECK_INT(scan_whole(noise, sizeof(noise), 8192).scan, RTC_PARSE_ERROR);
	}

	check_case("a method longer than any");
	for (size_t len = 30; len < 40; len++) {
		char text[48];

		memset(text, 'A', len);
		text[len] = ' ';
		CHECK_INT(
			scan_whole(text, len + 1, 8192).scan, len < 34 ? RTC_PARSE_MORE : RTC_PARSE_ERROR);
	}

	bad_head bad = {501, NULL, 0};

	check_cuts("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA(", 46, feed_bad, &bad);
}

static size_t limit;

static void feed_limit(void *user, const check_piece *pieces, size_t count)
{
	outcome out = scan_pieces(pieces, count, limit);

	CHECK_INT(out.scan, *(rtc_parse *)user);
	if (out.scan == RTC_PARSE_ERROR) {
		CHECK_INT(out.error.status, 431);
	}
}

static void test_scan_limit(void)
{
	static const char text[] = "GET /path HTTP/1.1\r\nHost: example\r\n\r\n";
	rtc_parse expected;
	for (limit = 0; limit < sizeof(text) + 2; limit++) {
		check_case("a limit of %zu bytes", limit);
		expected = limit < sizeof(text) - 1 ? RTC_PARSE_ERROR : RTC_PARSE_DONE;
		check_cuts(text, sizeof(text) - 1, feed_limit, &expected);
	}
	check_case("no more is asked for when the limit is reached");
	CHECK_INT(scan_whole(text, 19, 20).scan, RTC_PARSE_MORE);
	CHECK_INT(scan_whole(text, 20, 20).scan, RTC_PARSE_ERROR);
}

/* The longest head there can be, and the byte that is too many. */
static void test_scan_longest(void)
{
	static const char start[] = "GET / HTTP/1.1\r\nx: ";
	size_t len = RTC_HTTP_MAX_HEAD;
	char *text = malloc(len);
	rtc_http_scan scan = {0};
	rtc_http_error error;
	size_t head_len;
	size_t more = 0;

	check_case("a long head byte by byte");
	if (!CHECK(text != NULL)) {
		return;
	}
	memset(text, 'x', len);
	memcpy(text, start, sizeof(start) - 1);
	for (size_t i = 1; i <= len; i++) {
		more += rtc_http_scan_head(&scan, (uint8_t *)text, i, SIZE_MAX, &head_len, &error) ==
			RTC_PARSE_MORE;
	}
	CHECK_INT(more, len - 1);
	CHECK_INT(error.status, 431);
	free(text);
}

int main(void)
{
	test_scan_good();
	test_scan_bad();
	test_scan_noise();
	test_scan_limit();
	test_scan_longest();
	check_guard_free(&guard);
	return check_done("test_http_scan");
}
