/* link: src/engine/request.c src/engine/request_pack.c */
#include "check.h"

#include "../../src/engine/request.h"

#include <stdio.h>

static rtc_request *request_of(const char *text)
{
	rtc_http_scan scan = {0};
	rtc_http_error error;
	rtc_http_head head;
	size_t len = 0;

	CHECK_INT(rtc_http_scan_head(
				  &scan, (const uint8_t *)text, strlen(text), RTC_HTTP_MAX_HEAD, &len, &error),
		RTC_PARSE_DONE);
	CHECK(rtc_http_parse_head((const uint8_t *)text, len, &head, &error));
	return rtc_request_new(&head, (const uint8_t *)text, len);
}

static bool same(const rtc_request *a, rtc_http_span in_a, const rtc_request *b, rtc_http_span in_b)
{
	return rtc_slice_equals(rtc_request_slice(a, in_a), rtc_request_slice(b, in_b));
}

static void check_same(const rtc_request *a, const rtc_request *b)
{
	CHECK(same(a, a->method, b, b->method));
	CHECK(same(a, a->target, b, b->target));
	CHECK(same(a, a->path, b, b->path));
	CHECK(same(a, a->query, b, b->query));
	CHECK(same(a, a->host, b, b->host));
	CHECK_INT(a->minor, b->minor);
	CHECK_INT(a->has_query, b->has_query);
	CHECK_INT(a->keep_alive, b->keep_alive);
	CHECK_INT(a->secure, b->secure);
	if (!CHECK_INT(a->field_count, b->field_count)) {
		return;
	}
	for (uint16_t i = 0; i < a->field_count; i++) {
		CHECK(same(a, a->fields[i].name, b, b->fields[i].name));
		CHECK(same(a, a->fields[i].value, b, b->fields[i].value));
	}
}

static void check_packed(const char *name, const char *text)
{
	rtc_request *request;
	rtc_request *back;
	uint8_t *packed;

	check_case("%s", name);
	request = request_of(text);
	for (int secure = 0; secure < 2; secure++) {
		request->secure = secure != 0;
		packed = rtc_request_pack(request);
		if (!CHECK(packed != NULL)) {
			break;
		}
		back = rtc_request_unpack(packed);
		free(packed);
		if (CHECK(back != NULL)) {
			check_same(request, back);
		}
		rtc_request_unref(back);
	}
	rtc_request_unref(request);
}

static void test_heads(void)
{
	check_packed("little", "GET / HTTP/1.0\r\n\r\n");
	check_packed("a library's handshake",
		"GET /chat?a=b HTTP/1.1\r\nHost: example.com:8080\r\nUpgrade: websocket\r\n"
		"Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
		"Sec-WebSocket-Version: 13\r\n\r\n");
	check_packed("a browser's",
		"GET /chat HTTP/1.1\r\nHost: example.com\r\nConnection: Upgrade\r\nPragma: no-cache\r\n"
		"Cache-Control: no-cache\r\nUser-Agent: Mozilla/5.0 (X11; Linux x86_64)\r\n"
		"Upgrade: websocket\r\nOrigin: https://example.com\r\nSec-WebSocket-Version: 13\r\n"
		"Accept-Encoding: gzip, deflate, br, zstd\r\nAccept-Language: en-US,en;q=0.9\r\n"
		"Cookie: a=b; c=d\r\nSec-WebSocket-Key: /////////////////////w==\r\n"
		"Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n\r\n");
	check_packed("the target names the host",
		"GET http://example.org/x?y HTTP/1.1\r\nHost: example.org\r\n\r\n");
	check_packed("odd fields",
		"\r\nOPTIONS * HTTP/1.1\r\nHOST: \r\nhost-:\r\nX:  \t two  words \t\r\nupgrade: websocket\r\n"
		"Upgrade: websocke\r\nUpgrade: websockets\r\nUpgrade:\r\nX: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
		"Accept: \xe4\xff\x80\r\nAccept: a\r\nAccept: b\r\nCookie: 13\r\n\r\n");
}

static void test_lengths(void)
{
	static char text[8192];

	for (int len = 230; len < 260; len++) {
		snprintf(text, sizeof(text), "GET /%0*d HTTP/1.1\r\nHost: a\r\nX-%0*d: %0*d\r\n\r\n", len,
			1, len, 2, len, 3);
		check_packed("texts with one byte of length, and with two", text);
	}
	for (int len = 4000; len < 4200; len++) {
		rtc_request *request;
		rtc_request *back;
		uint8_t *packed;

		snprintf(text, sizeof(text), "GET / HTTP/1.1\r\nHost: a\r\nX: %0*d\r\n\r\n", len, 1);
		request = request_of(text);
		check_case("what is long is packed whole, or stays as it is: %d", len);
		packed = rtc_request_pack(request);
		if (packed != NULL) {
			CHECK(len < 4090);
			back = rtc_request_unpack(packed);
			check_same(request, back);
			rtc_request_unref(back);
			free(packed);
		} else {
			CHECK(len > 4000);
		}
		rtc_request_unref(request);
	}
}

int main(void)
{
	test_heads();
	test_lengths();
	return check_done("test_request");
}
