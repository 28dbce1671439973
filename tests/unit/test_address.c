/* link: src/engine/address.c */
#include "check.h"

#include "../../src/engine/address.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/un.h>

static void check_bind(const char *text, const char *bound)
{
	rtc_bind_address address;
	const char *reason = "";
	char out[RTC_ADDRESS_TEXT_MAX];

	check_case("%s", text);
	if (!CHECK_INT(rtc_bind_address_parse(text, &address, &reason), RTC_OK)) {
		printf("%s\n", reason);
		return;
	}
	rtc_bind_address_format((const struct sockaddr *)&address.sockaddr, out);
	CHECK_STR(out, strlen(out), bound);
}

static void check_refused(const char *text, const char *word)
{
	rtc_bind_address address;
	const char *reason = NULL;

	check_case("%s", text);
	CHECK_INT(rtc_bind_address_parse(text, &address, &reason), RTC_FAILED);
	CHECK(reason != NULL && strstr(reason, word) != NULL);
}

static void test_bind(void)
{
	char longest[5 + 107 + 2] = "unix:";

	check_bind("127.0.0.1:8080", "127.0.0.1:8080");
	check_bind("0.0.0.0:0", "0.0.0.0:0");
	check_bind("localhost:65535", "127.0.0.1:65535");
	check_bind("[::1]:80", "[::1]:80");
	check_bind("[::]:0", "[::]:0");
	check_bind("unix:/tmp/a b.sock", "unix:/tmp/a b.sock");
	check_bind("unix:rel:80", "unix:rel:80");
	memset(longest + 5, 'p', 107);
	check_bind(longest, longest);
	longest[5 + 107] = 'p';
	check_refused(longest, "too long");
}

static void test_refused(void)
{
	check_refused("", "expected");
	check_refused("8080", "expected");
	check_refused("localhost", "expected");
	check_refused("[::1]", "expected");
	check_refused("[:80", "expected");
	check_refused("[::1:80", "expected");
	check_refused("::1:80", "brackets");
	check_refused(":80", "host is missing");
	check_refused("[]:80", "host is missing");
	check_refused("localhost:", "port");
	check_refused("localhost:http", "port");
	check_refused("localhost:65536", "port");
	check_refused("localhost:-1", "port");
	check_refused("localhost:+1", "port");
	check_refused("localhost: 1", "port");
	check_refused("localhost:000080", "port");
	check_refused("unix:", "missing");
	check_refused("[127.0.0.1]:80", "");
	check_refused("[localhost]:80", "");
	check_refused("no such host:80", "");
}

static void check_peer(
	const struct sockaddr *sockaddr, rtc_family family, uint16_t port, const char *text)
{
	rtc_address address;
	char out[RTC_ADDRESS_TEXT_MAX];

	check_case("peer %s", text);
	rtc_address_from_sockaddr(&address, sockaddr);
	CHECK_INT(address.family, family);
	CHECK_INT(address.port, port);
	rtc_address_format(&address, out);
	CHECK_STR(out, strlen(out), text);
}

static void test_peers(void)
{
	struct sockaddr_in ipv4 = {.sin_family = AF_INET, .sin_port = htons(40000)};
	struct sockaddr_in6 ipv6 = {.sin6_family = AF_INET6, .sin6_port = htons(1)};
	struct sockaddr_un local = {.sun_family = AF_UNIX};

	inet_pton(AF_INET, "192.0.2.1", &ipv4.sin_addr);
	check_peer((const struct sockaddr *)&ipv4, RTC_FAMILY_IPV4, 40000, "192.0.2.1");
	inet_pton(AF_INET6, "2001:db8::1", &ipv6.sin6_addr);
	check_peer((const struct sockaddr *)&ipv6, RTC_FAMILY_IPV6, 1, "2001:db8::1");
	inet_pton(AF_INET6, "::ffff:192.0.2.7", &ipv6.sin6_addr);
	check_peer((const struct sockaddr *)&ipv6, RTC_FAMILY_IPV4, 1, "192.0.2.7");
	check_peer((const struct sockaddr *)&local, RTC_FAMILY_UNIX, 0, "");
}

int main(void)
{
	test_bind();
	test_refused();
	test_peers();
	return check_done("test_address");
}
