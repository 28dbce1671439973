#include "check.h"

#include "../../src/proto/proxy_header.h"

#include <arpa/inet.h>
#include <sys/socket.h>

#define SIGNATURE "\r\n\r\n\0\r\nQUIT\n"

/* A header, what follows it, and what is to come of both. */
typedef struct expectation {
	const char *result; /* "192.0.2.1 80", "unix", "nobody", "more", or a part of the fault */
	size_t len;         /* of the header, where there is one */
} expectation;

static check_guard guard;

static const char *describe(const rtc_proxy_header *header)
{
	static char out[96];
	char ip[64];

	if (header->source != RTC_PROXY_IP) {
		return header->source == RTC_PROXY_UNIX ? "unix" : "nobody";
	}
	inet_ntop(header->ip.v6 ? AF_INET6 : AF_INET, header->ip.bytes, ip, sizeof(ip));
	snprintf(out, sizeof(out), "%s %u", ip, header->port);
	return out;
}

static void feed(void *user, const check_piece *pieces, size_t count)
{
	const expectation *expected = user;
	rtc_proxy_header header = {0};
	rtc_parse parse = RTC_PARSE_MORE;
	const char *fault = NULL;
	const char *result = "more";
	size_t taken = 0;

	for (size_t i = 0; i < count && parse == RTC_PARSE_MORE; i++) {
		uint8_t *data = check_guard_put(&guard, pieces[i].data, pieces[i].len);
		rtc_slice in = rtc_slice_of(data, pieces[i].len);

		parse = rtc_proxy_header_push(&header, &in, &fault);
		taken += pieces[i].len - in.len;
		CHECK(in.data + in.len == data + pieces[i].len);
		CHECK(parse != RTC_PARSE_MORE || in.len == 0);
	}
	if (parse == RTC_PARSE_DONE) {
		result = describe(&header);
		CHECK_INT(taken, expected->len);
	} else if (parse == RTC_PARSE_ERROR && CHECK(fault != NULL)) {
		result = strstr(fault, expected->result) != NULL ? expected->result : fault;
	}
	CHECK_STR(result, strlen(result), expected->result);
}

static void check_bytes_of(const void *data, size_t len, size_t behind, const char *result)
{
	expectation expected = {result, len - behind};

	check_cuts(data, len, feed, &expected);
}

/* A line of version 1, with requests behind it and without. */
static void check_line(const char *line, const char *result)
{
	char data[300];
	size_t len = (size_t)snprintf(data, sizeof(data), "%s\r\nGET / HTTP/1.1\r\n\r\n", line);

	check_case("%.100s", line);
	check_bytes_of(data, len, 18, result);
	check_bytes_of(data, strlen(line) + 2, 0, result);
}

static void test_lines(void)
{
	char line[200];

	check_line("PROXY TCP4 192.0.2.1 198.51.100.1 56324 443", "192.0.2.1 56324");
	check_line("PROXY TCP4 255.255.255.255 255.255.255.255 65535 65535", "255.255.255.255 65535");
	check_line("PROXY TCP6 2001:db8::1 ::1 1 2", "2001:db8::1 1");
	check_line("PROXY TCP6 ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff "
			   "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff 65535 65535",
		"ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff 65535");
	check_line("PROXY UNKNOWN", "nobody");
	check_line("PROXY UNKNOWN ", "nobody");
	check_line("PROXY UNKNOWN whatever it may say", "nobody");
	/* 107 bytes with its end, and one more. */
	snprintf(line, sizeof(line), "PROXY UNKNOWN %0*d", 107 - 14 - 2, 0);
	check_line(line, "nobody");
	snprintf(line, sizeof(line), "PROXY UNKNOWN %0*d", 107 - 14 - 1, 0);
	check_line(line, "longer than 107");
}

static void test_bad_lines(void)
{
	static const char *const malformed[] = {"PROXY TCP4 192.0.2.1 198.51.100.1 56324",
		"PROXY TCP4 192.0.2.1 198.51.100.1 56324 443 ", "PROXY TCP4  192.0.2.1 198.51.100.1 1 2",
		"PROXY TCP4 192.0.2.1 198.51.100.1 1 65536", "PROXY TCP4 192.0.2.1 198.51.100.1 01 2",
		"PROXY TCP4 192.0.2.1 198.51.100.1 -1 2", "PROXY TCP4 192.0.2.01 198.51.100.1 1 2",
		"PROXY TCP4 192.0.2.1 host 1 2", "PROXY TCP4 ::1 ::1 1 2", "PROXY TCP6 192.0.2.1 ::1 1 2",
		"PROXY TCP6 ::1 192.0.2.1 1 2", "PROXY TCP4 192.0.2.1 198.51.100.1 1 2 3", "PROXY TCP4 ",
		NULL};

	for (size_t i = 0; malformed[i] != NULL; i++) {
		check_line(malformed[i], "addresses");
	}
	check_line("PROXY ", "no family");
	check_line("PROXY TCP4", "addresses");
	check_line("PROXY TCP5 1.2.3.4 1.2.3.4 1 2", "no family");
	check_line("PROXY unknown", "no family");
	check_line("PROXY  TCP4 1.2.3.4 1.2.3.4 1 2", "no family");
	check_line("PROXY UDP4 1.2.3.4 1.2.3.4 1 2", "no family");
}

static void test_line_ends(void)
{
	static const char *const malformed[] = {"PROXY UNKNOWN\n", "PROXY UNKNOWN\r\r\n",
		"PROXY UNKNOWN\rx", "PROXY UNKNOWN\tx\r\n", "PROXY \n", NULL};

	for (size_t i = 0; malformed[i] != NULL; i++) {
		check_case("line end %zu", i);
		check_bytes_of(malformed[i], strlen(malformed[i]), 0, "line of the PROXY header");
	}
	check_case("NUL");
	check_bytes_of("PROXY UNKNOWN\0\r\n", 16, 0, "line of the PROXY header");
}

static void test_none(void)
{
	static const char *const others[] = {"GET / HTTP/1.1\r\n", "POST / HTTP/1.1\r\n", "PROXYTCP4",
		"proxy TCP4", " PROXY", "\r\nPROXY", "\x16\x03\x01", "\r\n\r\n\r\n", "PRI * HTTP/2.0",
		NULL};

	for (size_t i = 0; others[i] != NULL; i++) {
		check_case("%s", others[i]);
		check_bytes_of(others[i], strlen(others[i]), 0, "there is no PROXY header");
	}
	check_case("other ends of the signature");
	check_bytes_of(SIGNATURE + 0, 4, 0, "more");
	check_bytes_of("\r\n\r\n\0\r\nQUIT\r", 12, 0, "there is no PROXY header");
	check_case("nothing");
	check_bytes_of("", 0, 0, "more");
	check_bytes_of("PROXY TCP4 1.2", 14, 0, "more");
}

/* ---- version 2 ------------------------------------------------------------------------------ */

/* A header with so many bytes behind the first 16, and a request behind it. */
static void check_binary(uint8_t command, uint8_t family, size_t len, const char *result)
{
	size_t total = 16 + len;
	uint8_t *data = calloc(1, total + 4);

	if (data == NULL) {
		abort();
	}
	memcpy(data, SIGNATURE, 12);
	data[12] = command;
	data[13] = family;
	data[14] = (uint8_t)(len >> 8);
	data[15] = (uint8_t)len;
	for (size_t i = 0; i < len; i++) {
		data[16 + i] = (uint8_t)(i + 1);
	}
	memcpy(data + total, "GET ", 4);
	check_case("%02x %02x, %zu bytes", command, family, len);

	expectation expected = {result, total};

	if (len < 600) {
		check_cuts(data, total + 4, feed, &expected);
		check_cuts(data, total, feed, &expected);
	} else {
		check_cut(data, total + 4, 0, total + 4, feed, &expected);
		check_cut(data, total + 4, 0, 1, feed, &expected);
		check_cut(data, total + 4, 20, 1000, feed, &expected);
	}
	free(data);
}

static void test_binary(void)
{
	/* The port's bytes are 9 and 10, or 33 and 34. */
	check_binary(0x21, 0x11, 12, "1.2.3.4 2314");
	check_binary(0x21, 0x21, 36, "102:304:506:708:90a:b0c:d0e:f10 8482");
	check_binary(0x21, 0x31, 216, "unix");
	/* TLVs */
	check_binary(0x21, 0x11, 13, "1.2.3.4 2314");
	check_binary(0x21, 0x11, 500, "1.2.3.4 2314");
	check_binary(0x21, 0x21, 300, "102:304:506:708:90a:b0c:d0e:f10 8482");
	check_binary(0x21, 0x11, 4096 - 16, "1.2.3.4 2314");
	check_binary(0x21, 0x11, 4096 - 15, "longer than 4096");
	check_binary(0x21, 0x11, 65535, "longer than 4096");
	/* The proxy for itself. */
	check_binary(0x20, 0x00, 0, "nobody");
	check_binary(0x20, 0x11, 12, "nobody");
	check_binary(0x20, 0xFF, 7, "nobody");
	check_binary(0x21, 0x00, 0, "nobody");
	check_binary(0x21, 0x00, 40, "nobody");
	/* Datagrams */
	check_binary(0x21, 0x12, 12, "nobody");
	check_binary(0x21, 0x22, 36, "nobody");
	check_binary(0x21, 0x32, 216, "nobody");
}

static void test_bad_binary(void)
{
	check_binary(0x11, 0x11, 12, "version or the command");
	check_binary(0x31, 0x11, 12, "version or the command");
	check_binary(0x22, 0x11, 12, "version or the command");
	check_binary(0x2F, 0x11, 12, "version or the command");
	check_binary(0x21, 0x10, 12, "no family");
	check_binary(0x21, 0x13, 12, "no family");
	check_binary(0x21, 0x01, 12, "no family");
	check_binary(0x21, 0x41, 216, "no family");
	check_binary(0x21, 0xF1, 216, "no family");
	check_binary(0x21, 0x11, 11, "shorter than its addresses");
	check_binary(0x21, 0x11, 0, "shorter than its addresses");
	check_binary(0x21, 0x21, 35, "shorter than its addresses");
	check_binary(0x21, 0x31, 215, "shorter than its addresses");
	check_binary(0x21, 0x12, 11, "shorter than its addresses");
}

int main(void)
{
	test_lines();
	test_bad_lines();
	test_line_ends();
	test_none();
	test_binary();
	test_bad_binary();
	check_guard_free(&guard);
	return check_done("test_proxy_header");
}
