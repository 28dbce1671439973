/* IP addresses and ports as text. Strict: what has two spellings for one number, or leaves numbers
 * out, is what two programs read differently. */
#ifndef RTC_PROTO_IP_H
#define RTC_PROTO_IP_H

#include "base.h"

typedef struct rtc_ip {
	uint8_t bytes[16]; /* network order; the first 4 for IPv4, the others are zero then */
	bool v6;
} rtc_ip;

/* Reads four decimal numbers without leading zeros, or IPv6 (RFC 4291 2.2) without a zone. False:
 * it is neither, and *ip is undefined. */
bool rtc_ip_parse(rtc_slice text, rtc_ip *ip) RTC_NODISCARD;

/* Reads a number from 0 to 65535 without leading zeros. */
bool rtc_port_parse(rtc_slice text, uint16_t *port) RTC_NODISCARD;

#endif
