/* Sets of addresses: which proxies are trusted. */
#ifndef RTC_ENGINE_NETWORK_H
#define RTC_ENGINE_NETWORK_H

#include "address.h"

/* The addresses whose first `bits` bits are those of `address`; for RTC_FAMILY_UNIX all unix
 * sockets. */
typedef struct rtc_network {
	rtc_address address;
	uint8_t bits;
} rtc_network;

/* An owned list. All zero is an empty one. */
typedef struct rtc_networks {
	rtc_network *items;
	size_t count;
} rtc_networks;

void rtc_networks_deinit(rtc_networks *networks);

/* Appends "192.0.2.7", "10.0.0.0/8", "2001:db8::/32" or "unix". FAILED: it is none of these (bits
 * beyond the prefix must be zero). */
rtc_status rtc_networks_add(rtc_networks *networks, rtc_slice text) RTC_NODISCARD;

bool rtc_networks_contain(const rtc_networks *networks, const rtc_address *address);

#endif
