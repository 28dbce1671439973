#include "check.h"

#include "../../src/proto/handshake.h"

#define KEY "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
#define VERSION "Sec-WebSocket-Version: 13\r\n"
#define UPGRADE "Upgrade: websocket\r\nConnection: Upgrade\r\n"
#define GET "GET /chat HTTP/1.1\r\nHost: server.example.com\r\n"
#define GOOD GET UPGRADE KEY VERSION

static check_guard guard;

static const rtc_slice supported[] = {
	{(const uint8_t *)"chat", 4},
	{(const uint8_t *)"superchat", 9},
	{(const uint8_t *)"rtcomm.json", 11},
};

/* Judges a head given without its empty line. */
static rtc_handshake judge(const char *fields)
{
	char text[8192];
	rtc_http_head head;
	rtc_http_error error = {0};
	rtc_http_scan scan = {0};
	rtc_handshake result = {0};
	size_t len = (size_t)snprintf(text, sizeof(text), "%s\r\n", fields);
	const uint8_t *bytes = check_guard_put(&guard, text, len);

	if (!CHECK(rtc_http_scan_head(&scan, bytes, len, len, &len, &error) == RTC_PARSE_DONE) ||
		!CHECK(rtc_http_parse_head(bytes, len, &head, &error))) {
		return result;
	}
	memset(&result, 0xEE, sizeof(result));
	rtc_handshake_check(&head, bytes, supported, 3, &result);
	CHECK((result.error == NULL) == (result.status == 101));
	return result;
}

static void check_status(const char *fields, int status)
{
	check_case("%s", fields);
	CHECK_INT(judge(fields).status, status);
}

static void test_accept(void)
{
	char accept[RTC_HANDSHAKE_ACCEPT_LEN];

	check_case("RFC 6455 1.3");
	rtc_handshake_accept(RTC_SLICE("dGhlIHNhbXBsZSBub25jZQ=="), accept);
	CHECK_STR(accept, sizeof(accept), "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");

	rtc_handshake result = judge(GOOD);

	CHECK_INT(result.status, 101);
	CHECK_STR(result.key, sizeof(result.key), "dGhlIHNhbXBsZSBub25jZQ==");
	CHECK(!result.offered && result.protocol.len == 0);
}

static void test_request(void)
{
	check_status("GET http://a/chat?b HTTP/1.1\r\nHost: a\r\n" UPGRADE KEY VERSION, 101);
	check_status("GET ws://a/chat HTTP/1.1\r\nHost: a\r\n" UPGRADE KEY VERSION, 101);
	check_status(GET "upgrade: WebSocket\r\nCONNECTION: keep-alive, upgrade\r\n"
					 "sec-websocket-key:AAAAAAAAAAAAAAAAAAAAAA==\r\nsec-websocket-version:13\r\n",
		101);
	check_status(GOOD "Content-Length: 0\r\n", 101);
	check_status("POST /chat HTTP/1.1\r\nHost: a\r\n" UPGRADE KEY VERSION, 405);
	check_status("HEAD /chat HTTP/1.1\r\nHost: a\r\n" UPGRADE KEY VERSION, 405);
	check_status("OPTIONS * HTTP/1.1\r\nHost: a\r\n" UPGRADE KEY VERSION, 405);
	check_status("GET /chat HTTP/1.0\r\nHost: a\r\n" UPGRADE KEY VERSION, 400);
	check_status(GET KEY VERSION, 400);
	check_status(GET "Upgrade: websocket\r\n" KEY VERSION, 400);
	check_status(GET "Connection: Upgrade\r\n" KEY VERSION, 400);
	check_status(GET "Upgrade: h2c\r\nConnection: Upgrade\r\n" KEY VERSION, 400);
	check_status(GET "Upgrade: websocket\r\nConnection: keep-alive\r\n" KEY VERSION, 400);
	check_status(GOOD "Content-Length: 1\r\n", 400);
	check_status(GOOD "Transfer-Encoding: chunked\r\n", 400);
}

static void test_version(void)
{
	check_status(GET UPGRADE KEY, 426);
	check_status(GET UPGRADE KEY "Sec-WebSocket-Version:\r\n", 426);
	check_status(GET UPGRADE KEY "Sec-WebSocket-Version: 8\r\n", 426);
	check_status(GET UPGRADE KEY "Sec-WebSocket-Version: 013\r\n", 426);
	check_status(GET UPGRADE KEY "Sec-WebSocket-Version: 13, 8\r\n", 426);
	check_status(GET UPGRADE KEY "Sec-WebSocket-Version: 130\r\n", 426);
	check_status(GET UPGRADE KEY VERSION VERSION, 400);
	check_status(GET UPGRADE KEY VERSION "Sec-WebSocket-Version: 8\r\n", 400);

	/* A draft's handshake, with another kind of key. */
	check_status(GET UPGRADE "Sec-WebSocket-Key1: 18x 6]8vM;54 *(5:  {   U1]8  z [  8\r\n", 426);
}

static void test_key(void)
{
	check_status(GET UPGRADE VERSION, 400);
	check_status(GET UPGRADE VERSION KEY KEY, 400);
	check_status(GET UPGRADE VERSION "Sec-WebSocket-Key:\r\n", 400);
	check_status(GET UPGRADE VERSION "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ\r\n", 400);
	check_status(GET UPGRADE VERSION "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZR==\r\n", 400);
	check_status(GET UPGRADE VERSION "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25j\r\n", 400);
	check_status(GET UPGRADE VERSION "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==,\r\n", 400);
	check_status(GET UPGRADE VERSION "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25j ZQ==\r\n", 400);
	check_status(GET UPGRADE VERSION "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAAAA\r\n", 400);
	check_status(GET UPGRADE VERSION "Sec-WebSocket-Key: \xC3\xA4HlIHNhbXBsZSBub25jZQ==\r\n", 400);
}

/* `expected` is what is selected, "" for none, NULL for 400. */
static void check_protocol(const char *fields, const char *expected)
{
	char text[4096];

	check_case("%s", fields);
	snprintf(text, sizeof(text), GOOD "%s", fields);

	rtc_handshake result = judge(text);

	CHECK_INT(result.status, expected != NULL ? 101 : 400);
	if (expected != NULL) {
		CHECK_STR(result.protocol.data, result.protocol.len, expected);
		CHECK(result.offered);
	}
	if (result.status == 101 && result.protocol.len > 0) {
		CHECK(result.protocol.data == supported[0].data ||
			result.protocol.data == supported[1].data || result.protocol.data == supported[2].data);
	}
}

static void test_protocols(void)
{
	check_protocol("Sec-WebSocket-Protocol: chat\r\n", "chat");
	check_protocol("Sec-WebSocket-Protocol: superchat, chat\r\n", "superchat");
	check_protocol("Sec-WebSocket-Protocol: x ,\ty,,rtcomm.json,chat\r\n", "rtcomm.json");
	check_protocol("Sec-WebSocket-Protocol: x\r\nsec-websocket-protocol: y, chat\r\n", "chat");
	check_protocol("Sec-WebSocket-Protocol: chat\r\nSec-WebSocket-Protocol:\r\n", "chat");
	check_protocol("Sec-WebSocket-Protocol: Chat, cha, chats\r\n", "");
	check_protocol("Sec-WebSocket-Protocol: x, X\r\n", "");
	check_protocol("Sec-WebSocket-Protocol:\r\n", NULL);
	check_protocol("Sec-WebSocket-Protocol: ,\r\n", NULL);
	check_protocol("Sec-WebSocket-Protocol: chat, chat\r\n", NULL);
	check_protocol("Sec-WebSocket-Protocol: x, chat, x\r\n", NULL);
	check_protocol("Sec-WebSocket-Protocol: chat\r\nSec-WebSocket-Protocol: chat\r\n", NULL);
	check_protocol("Sec-WebSocket-Protocol: a b\r\n", NULL);
	check_protocol("Sec-WebSocket-Protocol: chat, a/b\r\n", NULL);
	check_protocol("Sec-WebSocket-Protocol: \"chat\"\r\n", NULL);
	check_protocol("Sec-WebSocket-Protocol: chat;x=1\r\n", NULL);
	check_protocol("Sec-WebSocket-Protocol: \xC3\xA4\r\n", NULL);

	for (size_t count = 63; count <= 65; count++) {
		char fields[1024] = "Sec-WebSocket-Protocol: p1";

		for (size_t i = 2; i <= count; i++) {
			snprintf(fields + strlen(fields), sizeof(fields) - strlen(fields), ",p%zu", i);
		}
		strcat(fields, "\r\n");
		check_protocol(fields, count <= 64 ? "" : NULL);
	}
}

static void test_no_protocols(void)
{
	rtc_http_head head;
	rtc_http_error error;
	rtc_handshake result;
	static const char text[] = GOOD "Sec-WebSocket-Protocol: chat\r\n\r\n";
	const uint8_t *bytes = check_guard_put(&guard, text, sizeof(text) - 1);

	check_case("a server without subprotocols");
	CHECK(rtc_http_parse_head(bytes, sizeof(text) - 1, &head, &error));
	rtc_handshake_check(&head, bytes, NULL, 0, &result);
	CHECK_INT(result.status, 101);
	CHECK(result.offered && result.protocol.len == 0);
}

static void test_write(void)
{
	rtc_buf out = {0};
	rtc_handshake result = judge(GOOD "Sec-WebSocket-Protocol: superchat\r\n");

	check_case("the response");
	CHECK_INT(rtc_buf_append_str(&out, "before"), RTC_OK);
	CHECK_INT(rtc_handshake_write(&result, RTC_SLICE("permessage-deflate"), &out), RTC_OK);
	CHECK_STR(out.data, out.len,
		"before"
		"HTTP/1.1 101 Switching Protocols\r\n"
		"Upgrade: websocket\r\n"
		"Connection: Upgrade\r\n"
		"Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n"
		"Sec-WebSocket-Protocol: superchat\r\n"
		"Sec-WebSocket-Extensions: permessage-deflate\r\n"
		"\r\n");
	rtc_buf_consume(&out, out.len);
	result = judge(GOOD);
	CHECK_INT(rtc_handshake_write(&result, (rtc_slice){0}, &out), RTC_OK);
	CHECK_STR(out.data, out.len,
		"HTTP/1.1 101 Switching Protocols\r\n"
		"Upgrade: websocket\r\n"
		"Connection: Upgrade\r\n"
		"Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n"
		"\r\n");
	rtc_buf_deinit(&out);
}

int main(void)
{
	test_accept();
	test_request();
	test_version();
	test_key();
	test_protocols();
	test_no_protocols();
	test_write();
	check_guard_free(&guard);
	return check_done("test_handshake");
}
