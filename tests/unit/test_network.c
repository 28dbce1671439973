/* link: src/engine/network.c src/engine/address.c */
#include "check.h"

#include "../../src/engine/network.h"

static rtc_status add(rtc_networks *networks, const char *text)
{
	return rtc_networks_add(networks, rtc_slice_of(text, strlen(text)));
}

static rtc_address address_of(const char *text)
{
	rtc_address address = {.family = RTC_FAMILY_UNIX};
	rtc_ip ip;

	if (strcmp(text, "unix") != 0 && CHECK(rtc_ip_parse(rtc_slice_of(text, strlen(text)), &ip))) {
		rtc_address_from_ip(&address, &ip, 1234);
	}
	return address;
}

static bool contains(const char *network, const char *text)
{
	rtc_networks networks = {0};
	rtc_address address = address_of(text);
	bool contained;

	check_case("%s in %s", text, network);
	CHECK_INT(add(&networks, network), RTC_OK);
	contained = rtc_networks_contain(&networks, &address);
	rtc_networks_deinit(&networks);
	return contained;
}

static void test_members(void)
{
	CHECK(contains("192.0.2.7", "192.0.2.7"));
	CHECK(!contains("192.0.2.7", "192.0.2.6"));
	CHECK(contains("10.0.0.0/8", "10.255.1.2"));
	CHECK(!contains("10.0.0.0/8", "11.0.0.0"));
	CHECK(contains("192.0.2.4/30", "192.0.2.7"));
	CHECK(!contains("192.0.2.4/30", "192.0.2.8"));
	CHECK(contains("128.0.0.0/1", "255.0.0.1"));
	CHECK(!contains("128.0.0.0/1", "127.0.0.1"));
	CHECK(contains("0.0.0.0/0", "203.0.113.9"));
	CHECK(contains("2001:db8::/32", "2001:db8:1::9"));
	CHECK(!contains("2001:db8::/32", "2001:db9::"));
	CHECK(contains("2001:db8::/33", "2001:db8:7fff::"));
	CHECK(!contains("2001:db8::/33", "2001:db8:8000::"));
	CHECK(contains("::1", "::1"));
	CHECK(contains("::1/128", "::1"));
	CHECK(contains("::/0", "fe80::1"));
	CHECK(contains("unix", "unix"));
}

/* Families are apart, but for IPv4 that was written as IPv6. */
static void test_families(void)
{
	CHECK(!contains("0.0.0.0/0", "::"));
	CHECK(!contains("::/0", "0.0.0.0"));
	CHECK(!contains("0.0.0.0/0", "unix"));
	CHECK(!contains("::/0", "unix"));
	CHECK(!contains("unix", "0.0.0.0"));
	CHECK(contains("::ffff:10.0.0.0/104", "10.1.2.3"));
	CHECK(!contains("::ffff:10.0.0.0/104", "11.1.2.3"));
	CHECK(contains("::ffff:10.0.0.1", "10.0.0.1"));
	CHECK(contains("10.0.0.0/8", "::ffff:10.0.0.1"));
}

static void test_lists(void)
{
	rtc_networks networks = {0};
	rtc_address address = address_of("10.9.8.7");

	check_case("lists");
	CHECK(!rtc_networks_contain(&networks, &address));
	CHECK_INT(add(&networks, "unix"), RTC_OK);
	CHECK_INT(add(&networks, "192.0.2.0/24"), RTC_OK);
	CHECK(!rtc_networks_contain(&networks, &address));
	CHECK_INT(add(&networks, "10.0.0.0/8"), RTC_OK);
	CHECK(rtc_networks_contain(&networks, &address));
	CHECK_INT(networks.count, 3);
	rtc_networks_deinit(&networks);
	CHECK(networks.items == NULL && networks.count == 0);
	rtc_networks_deinit(&networks);
}

static void test_refused(void)
{
	static const char *const texts[] = {"", "/", "/8", "unix:", "unix:/run/x", "UNIX", "localhost",
		"10.0.0.0/33", "10.0.0.1/8", "10.0.0.0/", "10.0.0.0/08", "10.0.0.0/-1", "10.0.0.0/8/8",
		"10.0.0.0/ 8", "10/8", "10.0.0.0:80", "[::1]", "::1/127", "2001:db8::/129", "::1%lo",
		"::ffff:0:0/90", "128.0.0.0/0", "255.255.255.254/30", NULL};
	rtc_networks networks = {0};

	for (size_t i = 0; texts[i] != NULL; i++) {
		check_case("%s", texts[i]);
		CHECK_INT(add(&networks, texts[i]), RTC_FAILED);
	}
	CHECK_INT(networks.count, 0);
	rtc_networks_deinit(&networks);
}

int main(void)
{
	test_members();
	test_families();
	test_lists();
	test_refused();
	return check_done("test_network");
}
