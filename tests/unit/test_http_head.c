#include "check.h"

#include "../../src/proto/http.h"

static check_guard guard;

/* The head that parse() parsed last, its bytes, and why it was refused. */
static const uint8_t *bytes;
static rtc_http_head head;
static rtc_http_error error;

/* Scans and parses; 0 or the status that refuses it. */
static int parse(const char *text)
{
	rtc_http_scan scan = {0};
	size_t len = strlen(text);
	size_t head_len = 0;

	bytes = check_guard_put(&guard, text, len);
	memset(&head, 0xEE, sizeof(head));
	error = (rtc_http_error){0};
	if (rtc_http_scan_head(&scan, bytes, len, 1 << 20, &head_len, &error) != RTC_PARSE_DONE) {
		return error.status != 0 ? error.status : -1;
	}
	CHECK_INT(head_len, len);
	if (!rtc_http_parse_head(bytes, head_len, &head, &error)) {
		CHECK(error.text != NULL && error.text[0] != '\0');
		return error.status;
	}
	return 0;
}

/* parse() of a head made of a request line and fields, each without its line's end. */
static int parse_lines(const char *request, const char *fields)
{
	char text[4096];

	check_case("%s | %s", request, fields);
	snprintf(text, sizeof(text), "%s\r\n%s%s\r\n", request, fields, fields[0] ? "\r\n" : "");
	return parse(text);
}

#define CHECK_SPAN(span, expected) CHECK_STR(bytes + (span).at, (span).len, expected)

static void test_whole(void)
{
	CHECK_INT(parse("\r\nPOST /a/b%20c?d=e?f HTTP/1.1\r\nHost: example.com:80\r\n"
					"X-Long:  \t two  words\t \r\nx-empty:\r\nContent-Length: 42\r\n\r\n"),
		0);
	check_case("a whole head");
	CHECK_SPAN(head.method, "POST");
	CHECK_SPAN(head.target, "/a/b%20c?d=e?f");
	CHECK_SPAN(head.path, "/a/b%20c");
	CHECK_SPAN(head.query, "d=e?f");
	CHECK_SPAN(head.host, "example.com:80");
	CHECK(head.has_query);
	CHECK_INT(head.minor, 1);
	CHECK_INT(head.content_length, 42);
	CHECK(!head.chunked && head.keep_alive && !head.expect_continue && !head.upgrade_websocket);
	if (CHECK_INT(head.field_count, 4)) {
		CHECK_SPAN(head.fields[1].name, "X-Long");
		CHECK_SPAN(head.fields[1].value, "two  words");
		CHECK_SPAN(head.fields[2].name, "x-empty");
		CHECK_SPAN(head.fields[2].value, "");
		CHECK_SPAN(head.fields[3].value, "42");
	}

	check_case("no query and an empty one");
	CHECK_INT(parse("GET / HTTP/1.0\r\n\r\n"), 0);
	CHECK(!head.has_query && head.query.len == 0 && head.minor == 0 && head.field_count == 0);
	CHECK_INT(parse("GET /? HTTP/1.0\r\n\r\n"), 0);
	CHECK(head.has_query && head.query.len == 0);
	CHECK_SPAN(head.path, "/");

	check_case("HTTP/1.9 is HTTP/1.1");
	CHECK_INT(parse("GET / HTTP/1.9\r\nHost: a\r\n\r\n"), 0);
	CHECK_INT(head.minor, 1);
}

static void test_targets(void)
{
	static const struct {
		const char *target;
		const char *path; /* NULL: 400 */
		const char *query;
		const char *host;
	} rows[] = {
		{"//a/b", "//a/b", "", "h"},
		{"/:80", "/:80", "", "h"},
		{"http://a", "/", "", "a"},
		{"http://a/", "/", "", "a"},
		{"http://a?q", "/", "q", "a"},
		{"http://a/?q", "/", "q", "a"},
		{"HTTPS://A.b:443/c/d?e=/f", "/c/d", "e=/f", "A.b:443"},
		{"ws://[::1]:8080/chat", "/chat", "", "[::1]:8080"},
		{"wss://a:/chat", "/chat", "", "a:"},
		{"ftp://a/", NULL, NULL, NULL},
		{"httpx://a/", NULL, NULL, NULL},
		{"http:///a", NULL, NULL, NULL},
		{"http://?a", NULL, NULL, NULL},
		{"http://:80/", NULL, NULL, NULL},
		{"http://user@a/", NULL, NULL, NULL},
		{"http://a:b/", NULL, NULL, NULL},
		{"http://a:65536/", NULL, NULL, NULL},
		{"http://a|b/", NULL, NULL, NULL},
		{"http://[::1/", NULL, NULL, NULL},
		{"*", NULL, NULL, NULL},
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		char line[128];

		snprintf(line, sizeof(line), "GET %s HTTP/1.1", rows[i].target);
		CHECK_INT(parse_lines(line, "Host: h"), rows[i].path != NULL ? 0 : 400);
		if (rows[i].path == NULL) {
			continue;
		}
		CHECK_SPAN(head.target, rows[i].target);
		CHECK_SPAN(head.path, rows[i].path);
		CHECK_SPAN(head.query, rows[i].query);
		CHECK_SPAN(head.host, rows[i].host);
	}

	CHECK_INT(parse_lines("OPTIONS * HTTP/1.1", "Host: h"), 0);
	CHECK_SPAN(head.path, "*");
	CHECK_SPAN(head.host, "h");
	CHECK_INT(parse_lines("OPTION * HTTP/1.1", "Host: h"), 400);

	/* The target's host wins, and yet there must be a good Host (RFC 9112 3.2). */
	CHECK_INT(parse_lines("GET http://a/ HTTP/1.1", "Host:"), 0);
	CHECK_INT(parse_lines("GET http://a/ HTTP/1.1", ""), 400);
	CHECK_INT(parse_lines("GET http://a/ HTTP/1.1", "Host: b c"), 400);
	CHECK_INT(parse_lines("GET http://a/ HTTP/1.0", ""), 0);
}

static void test_hosts(void)
{
	static const char *const good[] = {"", "a", "a.b-c_d~e", "a:80", "a:", "a:00080", "a:65535",
		"127.0.0.1:8080", "[::1]", "[::1]:80", "[::ffff:1.2.3.4]:", "a%20b", "%C3%A4",
		"a!$&'()*+,;=b", ":80"};
	static const char *const bad[] = {"a b", "a:b", "a:80:80", "a:65536", "a:99999999999", "a/b",
		"a?b", "a#b", "u@a", "a%", "a%2", "a%2g", "a%%20", "[", "[]", "[::1", "[::1]x", "[::1]:x",
		"::1]", "[g]", "::1", "a\"b", "a\\b", "a<b", "a[b]", "\xC3\xA4", "a, b", "http://a", "a:-1",
		"a:+1"};
	char field[64];

	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++) {
		snprintf(field, sizeof(field), "hOST: %s", good[i]);
		CHECK_INT(parse_lines("GET / HTTP/1.1", field), 0);
		CHECK_SPAN(head.host, good[i]);
	}
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		snprintf(field, sizeof(field), "Host: %s", bad[i]);
		CHECK_INT(parse_lines("GET / HTTP/1.1", field), 400);
		CHECK_INT(parse_lines("GET / HTTP/1.0", field), 400);
	}
	CHECK_INT(parse_lines("GET / HTTP/1.1", ""), 400);
	CHECK_INT(parse_lines("GET / HTTP/1.1", "Hosts: a"), 400);
	CHECK_INT(parse_lines("GET / HTTP/1.1", "Host: a\r\nHost: a"), 400);
	CHECK_INT(parse_lines("GET / HTTP/1.1", "Host:\r\nhost:"), 400);
	CHECK_INT(parse_lines("GET / HTTP/1.0", "Host: a\r\nHost: b"), 400);
}

/* Lengths and codings; minor 0 or 1; expected is 0 or a status. */
static const struct {
	int minor;
	const char *fields;
	int status;
	uint64_t length;
	bool chunked;
} framings[] = {
	{1, "Content-Length: 0", 0, 0, false},
	{0, "Content-Length: 5", 0, 5, false},
	{1, "content-length:007", 0, 7, false},
	{1, "Content-Length: 18446744073709551615", 0, UINT64_MAX, false},
	{1, "Content-Length: 18446744073709551616", 400, 0, false},
	{1, "Content-Length: 99999999999999999999999", 400, 0, false},
	{1, "Content-Length:", 400, 0, false},
	{1, "Content-Length: -1", 400, 0, false},
	{1, "Content-Length: +1", 400, 0, false},
	{1, "Content-Length: 0x10", 400, 0, false},
	{1, "Content-Length: 1 0", 400, 0, false},
	{1, "Content-Length: 1.0", 400, 0, false},
	{1, "Content-Length: 5, 5", 400, 0, false},
	{1, "Content-Length: \xB2", 400, 0, false},
	{1, "Content-Length: 5\r\nContent-Length: 5", 400, 0, false},
	{1, "Content-Length: 5\r\ncontent-lengtH: 6", 400, 0, false},
	{1, "Transfer-Encoding: chunked", 0, 0, true},
	{1, "transfer-encoding:\tCHUNKED ", 0, 0, true},
	{0, "Transfer-Encoding: chunked", 400, 0, false},
	{0, "Transfer-Encoding: gzip", 400, 0, false},
	{1, "Transfer-Encoding: chunked\r\nContent-Length: 5", 400, 0, false},
	{1, "Content-Length: 0\r\nTransfer-Encoding: chunked", 400, 0, false},
	{1, "Transfer-Encoding: gzip\r\nContent-Length: 5", 400, 0, false},
	{1, "Transfer-Encoding:", 400, 0, false},
	{1, "Transfer-Encoding: ,", 400, 0, false},
	{1, "Transfer-Encoding: , chunked", 400, 0, false},
	{1, "Transfer-Encoding: chunked,", 400, 0, false},
	{1, "Transfer-Encoding: identity", 400, 0, false},
	{1, "Transfer-Encoding: gzip", 400, 0, false},
	{1, "Transfer-Encoding: chunked, gzip", 400, 0, false},
	{1, "Transfer-Encoding: chunked, chunked", 400, 0, false},
	{1, "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked", 400, 0, false},
	{1, "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity", 400, 0, false},
	{1, "Transfer-Encoding: chunked\r\nTransfer-Encoding:", 400, 0, false},
	{1, "Transfer-Encoding: \"chunked\"", 400, 0, false},
	{1, "Transfer-Encoding: chunked;q=1", 400, 0, false},
	{1, "Transfer-Encoding: xchunked", 400, 0, false},
	{1,
		"Transfer-Encoding: \x0C"
		"chunked",
		400, 0, false},
	{1, "Transfer-Encoding: gzip, chunked", 501, 0, false},
	{1, "Transfer-Encoding: gzip\r\nTransfer-Encoding: chunked", 501, 0, false},
};

static void test_framing(void)
{
	for (size_t i = 0; i < sizeof(framings) / sizeof(framings[0]); i++) {
		char fields[256];

		snprintf(fields, sizeof(fields), "Host: a\r\n%s", framings[i].fields);
		CHECK_INT(parse_lines(framings[i].minor ? "POST / HTTP/1.1" : "POST / HTTP/1.0", fields),
			framings[i].status);
		if (framings[i].status == 0) {
			CHECK(head.content_length == framings[i].length);
			CHECK_INT(head.chunked, framings[i].chunked);
		}
	}
}

/* Letters of `flags`: k keep_alive, e expect_continue, u upgrade_websocket. */
static void test_connection(void)
{
	static const struct {
		int minor;
		const char *fields;
		const char *flags;
	} rows[] = {
		{1, "", "k"},
		{0, "", ""},
		{1, "Connection: close", ""},
		{1, "Connection: CLOSE, x", ""},
		{1, "Connection: x\r\nConnection: ,y,, Close", ""},
		{1, "Connection: closed", "k"},
		{0, "Connection: Keep-Alive", "k"},
		{0, "Connection: keep-alive, close", ""},
		{1, "Connection: keep-alive, close", ""},
		{1, "Expect: 100-Continue", "ke"},
		{0, "Expect: 100-continue", ""},
		{1, "Expect: 100", "k"},
		{1, "Connection: Upgrade\r\nUpgrade: websocket", "ku"},
		{1, "upgrade: h2c, WebSocket\r\nconnection: keep-alive, UPGRADE", "ku"},
		{1, "Upgrade: x\r\nUpgrade: websocket\r\nConnection: x\r\nConnection: upgrade", "ku"},
		{0, "Connection: Upgrade\r\nUpgrade: websocket", "u"},
		{1, "Upgrade: websocket", "k"},
		{1, "Connection: Upgrade", "k"},
		{1, "Connection: Upgrade\r\nUpgrade: websocket/13", "k"},
		{1, "Connection: Upgrade\r\nUpgrade: xwebsocket", "k"},
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		char fields[256];

		snprintf(
			fields, sizeof(fields), "Host: a%s%s", rows[i].fields[0] ? "\r\n" : "", rows[i].fields);
		CHECK_INT(parse_lines(rows[i].minor ? "GET / HTTP/1.1" : "GET / HTTP/1.0", fields), 0);
		CHECK_INT(head.keep_alive, strchr(rows[i].flags, 'k') != NULL);
		CHECK_INT(head.expect_continue, strchr(rows[i].flags, 'e') != NULL);
		CHECK_INT(head.upgrade_websocket, strchr(rows[i].flags, 'u') != NULL);
	}
}

static void test_field_count(void)
{
	for (size_t count = RTC_HTTP_MAX_FIELDS - 1; count <= RTC_HTTP_MAX_FIELDS + 1; count++) {
		char text[2048] = "GET / HTTP/1.1\r\nHost: a\r\n";

		for (size_t i = 1; i < count; i++) {
			strcat(text, "x: y\r\n");
		}
		strcat(text, "\r\n");
		check_case("%zu fields", count);
		CHECK_INT(parse(text), count <= RTC_HTTP_MAX_FIELDS ? 0 : 431);
		if (count <= RTC_HTTP_MAX_FIELDS) {
			CHECK_INT(head.field_count, count);
		}
	}
}

/* Bytes that were never scanned are parsed without a read beyond them. */
static void test_unscanned(void)
{
	static const char text[] = "\r\nGET http://a:1/b?c HTTP/1.1\r\nHost: a\r\nx:  \r\n\r\n";
	static const char *const others[] = {"", " ", "  ", "A ", "A B ", "A / HTTP/1.0\r",
		"A / HTTP/1.0\r\n\r", "A / HTTP/1.0\r\n\r\n\r\n", "A / HTTP/1.0\r\na\r\n\r\n",
		"A / HTTP/1.0\r\na:\r", "A / HTTP/1.0\r\n:a\r\n\r\n", "A  HTTP/1.0\r\n\r\n"};

	for (size_t len = 0; len < sizeof(text) - 1; len++) {
		check_case("the first %zu bytes of a head", len);
		CHECK(!rtc_http_parse_head(check_guard_put(&guard, text, len), len, &head, &error));
	}
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++) {
		size_t len = strlen(others[i]);

		check_case("no head %zu", i);
		CHECK(!rtc_http_parse_head(check_guard_put(&guard, others[i], len), len, &head, &error));
		CHECK_INT(error.status, 400);
	}
}

int main(void)
{
	test_whole();
	test_targets();
	test_hosts();
	test_framing();
	test_connection();
	test_field_count();
	test_unscanned();
	check_guard_free(&guard);
	return check_done("test_http_head");
}
