/* link: src/engine/peers.c src/engine/rate.c src/engine/map.c src/engine/siphash.c */
#include "check.h"

#include "../../src/engine/peers.h"

static rtc_address ipv4(uint32_t number)
{
	rtc_address address = {.family = RTC_FAMILY_IPV4, .port = (uint16_t)(number * 7)};

	for (int i = 0; i < 4; i++) {
		address.ip[i] = (uint8_t)(number >> (24 - 8 * i));
	}
	return address;
}

static rtc_address ipv6(uint8_t net, uint8_t host)
{
	rtc_address address = {.family = RTC_FAMILY_IPV6};

	address.ip[0] = 0x20;
	address.ip[7] = net;
	address.ip[15] = host;
	return address;
}

static rtc_peer_verdict enter(rtc_peers *peers, rtc_address address, uint64_t now, rtc_peer **peer)
{
	return rtc_peers_enter(peers, &address, RTC_PEER_CONNECTION, now, peer);
}

static void test_nothing_limited(void)
{
	rtc_peers peers = {0};
	rtc_peer *peer;

	check_case("nothing is limited: nothing is kept");
	CHECK_INT(enter(&peers, ipv4(1), 0, &peer), RTC_PEER_WELCOME);
	CHECK(peer == NULL);
	CHECK_INT(peers.map.count, 0);
	rtc_peers_deinit(&peers);
}

static void test_counts(void)
{
	rtc_peers peers = {.max_count = 2};
	rtc_address address = ipv4(7);
	rtc_address local = {.family = RTC_FAMILY_UNIX};
	rtc_peer *first;
	rtc_peer *second;
	rtc_peer *peer;

	check_case("connections of an address");
	CHECK_INT(enter(&peers, ipv4(7), 0, &first), RTC_PEER_WELCOME);
	CHECK_INT(enter(&peers, ipv4(7), 0, &second), RTC_PEER_WELCOME);
	CHECK(first == second);
	CHECK_INT(enter(&peers, ipv4(8), 0, &peer), RTC_PEER_WELCOME);
	rtc_peers_leave(&peers, peer, RTC_PEER_CONNECTION, 0);
	CHECK_INT(peers.map.count, 1);

	check_case("refused ones are counted, and then cut");
	for (int i = 0; i < RTC_PEERS_MAX_REFUSED; i++) {
		CHECK_INT(enter(&peers, ipv4(7), 0, &peer), RTC_PEER_TOO_MANY);
		CHECK(peer == first);
	}
	CHECK_INT(enter(&peers, ipv4(7), 0, &peer), RTC_PEER_TOO_MANY);
	CHECK(peer == NULL);

	check_case("sessions count apart");
	for (int i = 0; i < 2; i++) {
		CHECK_INT(rtc_peers_enter(&peers, &address, RTC_PEER_SESSION, 0, &peer), RTC_PEER_WELCOME);
	}
	CHECK_INT(rtc_peers_enter(&peers, &address, RTC_PEER_SESSION, 0, &peer), RTC_PEER_TOO_MANY);
	CHECK(peer == NULL);

	check_case("unix sockets are nobody's");
	for (int i = 0; i < 5; i++) {
		CHECK_INT(rtc_peers_enter(&peers, &local, RTC_PEER_CONNECTION, 0, &peer), RTC_PEER_WELCOME);
		CHECK(peer == NULL);
	}

	check_case("all of them go");
	rtc_peers_leave(&peers, first, RTC_PEER_CONNECTION, 0);
	CHECK_INT(enter(&peers, ipv4(7), 0, &peer), RTC_PEER_WELCOME);
	for (int i = 0; i < 2; i++) {
		rtc_peers_leave(&peers, first, RTC_PEER_CONNECTION, 0);
		rtc_peers_leave(&peers, first, RTC_PEER_SESSION, 0);
	}
	for (int i = 0; i < RTC_PEERS_MAX_REFUSED; i++) {
		CHECK_INT(peers.map.count, 1);
		rtc_peers_leave(&peers, first, RTC_PEER_REFUSED, 0);
	}
	CHECK_INT(peers.map.count, 0);
	rtc_peers_deinit(&peers);
}

static void test_ipv6(void)
{
	rtc_peers peers = {.max_count = 1};
	rtc_peer *peer;

	check_case("an IPv6 client has its /64");
	CHECK_INT(enter(&peers, ipv6(1, 1), 0, &peer), RTC_PEER_WELCOME);
	CHECK_INT(enter(&peers, ipv6(1, 2), 0, &peer), RTC_PEER_TOO_MANY);
	CHECK_INT(enter(&peers, ipv6(2, 1), 0, &peer), RTC_PEER_WELCOME);
	CHECK_INT(enter(&peers, ipv4(0x20000000), 0, &peer), RTC_PEER_WELCOME);
	rtc_peers_deinit(&peers);
}

static void test_rate(void)
{
	rtc_peers peers = {.rate = {1, 2}};
	rtc_address address = ipv4(9);
	rtc_peer *peer;

	check_case("a bucket outlives its connections");
	for (int i = 0; i < 2; i++) {
		CHECK_INT(enter(&peers, address, 1000, &peer), RTC_PEER_WELCOME);
		rtc_peers_leave(&peers, peer, RTC_PEER_CONNECTION, 1000);
	}
	CHECK_INT(peers.idle_count, 1);
	CHECK_INT(enter(&peers, address, 1000, &peer), RTC_PEER_TOO_FAST);
	CHECK_INT(rtc_peers_retry_seconds(&peers, &address, 1000), 2);
	CHECK_INT(rtc_peers_retry_seconds(&peers, &address, 1500), 1);
	rtc_peers_leave(&peers, peer, RTC_PEER_REFUSED, 1000);

	check_case("sessions are not connects");
	for (int i = 0; i < 5; i++) {
		CHECK_INT(
			rtc_peers_enter(&peers, &address, RTC_PEER_SESSION, 1000, &peer), RTC_PEER_WELCOME);
		rtc_peers_leave(&peers, peer, RTC_PEER_SESSION, 1000);
	}
	CHECK_INT(enter(&peers, address, 2000, &peer), RTC_PEER_WELCOME);
	rtc_peers_leave(&peers, peer, RTC_PEER_CONNECTION, 2000);

	check_case("until it is full: others sweep it away");
	CHECK_INT(peers.map.count, 1);
	CHECK_INT(enter(&peers, ipv4(10), 4000, &peer), RTC_PEER_WELCOME);
	CHECK_INT(peers.map.count, 1);
	CHECK_INT(peers.idle_count, 0);
	rtc_peers_leave(&peers, peer, RTC_PEER_CONNECTION, 9000);
	CHECK_INT(peers.map.count, 0);
	rtc_peers_deinit(&peers);
}

static void test_bound(void)
{
	rtc_peers peers = {.rate = {0.001, 1}};
	uint32_t number = RTC_PEERS_MAX_IDLE * 3;
	rtc_peer *peer;

	check_case("a flood of addresses");
	for (uint32_t i = 0; i < number; i++) {
		CHECK_INT(enter(&peers, ipv4(i), i, &peer), RTC_PEER_WELCOME);
		rtc_peers_leave(&peers, peer, RTC_PEER_CONNECTION, i);
	}
	CHECK_INT(peers.idle_count, RTC_PEERS_MAX_IDLE);
	CHECK_INT(peers.map.count, RTC_PEERS_MAX_IDLE);

	check_case("the oldest were forgotten");
	CHECK_INT(enter(&peers, ipv4(0), number, &peer), RTC_PEER_WELCOME);
	rtc_peers_leave(&peers, peer, RTC_PEER_CONNECTION, number);
	CHECK_INT(enter(&peers, ipv4(number - 1), number, &peer), RTC_PEER_TOO_FAST);
	rtc_peers_leave(&peers, peer, RTC_PEER_REFUSED, number);

	check_case("whoever is connected is not");
	CHECK_INT(enter(&peers, ipv4(0xC0000201), 5000000, &peer), RTC_PEER_WELCOME);
	for (uint32_t i = 0; i < number; i++) {
		rtc_peer *other;

		CHECK_INT(enter(&peers, ipv4(0x10000000 + i), 5000000, &other), RTC_PEER_WELCOME);
		rtc_peers_leave(&peers, other, RTC_PEER_CONNECTION, 5000000);
	}
	CHECK_INT(peers.map.count, RTC_PEERS_MAX_IDLE + 1);
	CHECK_INT(enter(&peers, ipv4(0xC0000201), 5000000, &peer), RTC_PEER_TOO_FAST);

	check_case("and all are swept away when their buckets are full");
	for (uint32_t i = 0; i < RTC_PEERS_MAX_IDLE; i++) {
		CHECK_INT(enter(&peers, ipv4(0x20000000), 100000000, &peer),
			i == 0 ? RTC_PEER_WELCOME : RTC_PEER_TOO_FAST);
	}
	CHECK_INT(peers.map.count, 2);
	rtc_peers_deinit(&peers);
}

int main(void)
{
	test_nothing_limited();
	test_counts();
	test_ipv6();
	test_rate();
	test_bound();
	return check_done("test_peers");
}
