#include "check.h"
#include "random.h"

#include "../../src/proto/ip.h"

#include <arpa/inet.h>
#include <sys/socket.h>

static check_guard guard;

static bool parse(const char *text, rtc_ip *ip)
{
	size_t len = strlen(text);

	return rtc_ip_parse(rtc_slice_of(check_guard_put(&guard, text, len), len), ip);
}

/* The C library's reader of the same grammar. */
static void check_same(const char *text)
{
	uint8_t expected[16] = {0};
	bool v6 = strchr(text, ':') != NULL;
	bool good = inet_pton(v6 ? AF_INET6 : AF_INET, text, expected) == 1;
	rtc_ip ip;

	check_case("%s", text);
	if (CHECK_INT(parse(text, &ip), good) && good) {
		CHECK_INT(ip.v6, v6);
		CHECK_BYTES(ip.bytes, 16, expected, 16);
	}
}

static void test_good(void)
{
	static const char *const texts[] = {"0.0.0.0", "255.255.255.255", "192.0.2.7", "::", "::1",
		"1::", "2001:db8::1", "1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7::", "::2:3:4:5:6:7:8",
		"1:2:3::6:7:8", "ABCD:ef01::", "::ffff:192.0.2.7", "1:2:3:4:5:6:192.0.2.7", "1::192.0.2.7",
		"fe80::1", "0000:0000::0000", NULL};
	rtc_ip ip;

	for (size_t i = 0; texts[i] != NULL; i++) {
		check_same(texts[i]);
		CHECK(parse(texts[i], &ip));
	}
}

static void test_bad(void)
{
	static const char *const texts[] = {"", ".", ":", ":::", "1", "1.2.3", "1.2.3.", "1.2.3.4.",
		".1.2.3.4", "1.2.3.4.5", "1..2.3", "256.0.0.1", "1.2.3.999", "1.2.3.0001", "01.2.3.4",
		"1.2.3.00", "0x1.2.3.4", "1.2.3.4 ", " 1.2.3.4", "+1.2.3.4", "-1.2.3.4", "127.1",
		"2130706433", "1.2.3.99999999999", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9",
		"1:2:3:4:5:6:7:", ":1:2:3:4:5:6:7", "1::2::3", "1:::2", "12345::", "::g", "::1%lo", "[::1]",
		"::1.2.3", "::1.2.3.4.5", "::1.2.3.4:5", "1:2:3:4:5:6:7:1.2.3.4", "::1 ",
		"1:2:3:4:5:6:7:8::", "a", "localhost", NULL};
	rtc_ip ip;

	for (size_t i = 0; texts[i] != NULL; i++) {
		check_same(texts[i]);
		CHECK(!parse(texts[i], &ip));
	}
	check_case("NUL");
	CHECK(!rtc_ip_parse(rtc_slice_of("1.2.3.4\0", 8), &ip));
	CHECK(!rtc_ip_parse((rtc_slice){0}, &ip));
}

/* Whatever comes of a few signs. */
static void test_random(void)
{
	static const char signs[] = "::::....0011259afF";

	for (int i = 0; i < 200000; i++) {
		char text[24];
		size_t len = random_below(sizeof(text) - 1);

		for (size_t at = 0; at < len; at++) {
			text[at] = signs[random_below(sizeof(signs) - 1)];
		}
		text[len] = '\0';
		check_same(text);
	}
}

/* Of 128 random bits, with runs of zeros, as the C library writes them. */
static void test_written(void)
{
	for (int i = 0; i < 20000; i++) {
		uint8_t bytes[16];
		char text[INET6_ADDRSTRLEN];

		for (size_t at = 0; at < 16; at++) {
			bytes[at] = random_below(3) == 0 ? (uint8_t)random_below(256) : 0;
		}
		check_same(inet_ntop(AF_INET6, bytes, text, sizeof(text)));
		check_same(inet_ntop(AF_INET, bytes, text, sizeof(text)));
	}
}

static void test_ports(void)
{
	static const char *const bad[] = {
		"", "00", "01", "65536", "99999", "100000", "-1", "+1", "1 ", " 1", "1a", "0x1", NULL};
	uint16_t port = 1;

	CHECK(rtc_port_parse(RTC_SLICE("0"), &port) && port == 0);
	CHECK(rtc_port_parse(RTC_SLICE("80"), &port) && port == 80);
	CHECK(rtc_port_parse(RTC_SLICE("65535"), &port) && port == 65535);
	for (size_t i = 0; bad[i] != NULL; i++) {
		check_case("port %s", bad[i]);
		CHECK(!rtc_port_parse(rtc_slice_of(bad[i], strlen(bad[i])), &port));
	}
}

int main(void)
{
	test_good();
	test_bad();
	test_random();
	test_written();
	test_ports();
	check_guard_free(&guard);
	return check_done("test_ip");
}
