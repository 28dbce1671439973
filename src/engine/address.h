/* Socket addresses: "host:port", "[::1]:0", "unix:/path" to bind to; a peer's, kept in 20 bytes. */
#ifndef RTC_ENGINE_ADDRESS_H
#define RTC_ENGINE_ADDRESS_H

#include "../proto/ip.h"

#include <sys/socket.h>

#define RTC_ADDRESS_TEXT_MAX 128 /* room for any address as text; unix paths are at most 107 */

typedef enum rtc_family { RTC_FAMILY_UNIX, RTC_FAMILY_IPV4, RTC_FAMILY_IPV6 } rtc_family;

/* A peer. IPv4-mapped IPv6 addresses are kept as IPv4. */
typedef struct rtc_address {
	uint8_t ip[16]; /* network order; the first 4 for IPv4, zero for unix */
	uint16_t port;
	uint8_t family; /* rtc_family */
} rtc_address;

/* An address to bind to. */
typedef struct rtc_bind_address {
	struct sockaddr_storage sockaddr;
	socklen_t len;
} rtc_bind_address;

/* Reads an address to bind to; a host name is looked up. FAILED: *reason is a sentence, static or
 * libc's. */
rtc_status rtc_bind_address_parse(
	const char *text, rtc_bind_address *address, const char **reason) RTC_NODISCARD;

/* Writes what a socket is bound to in the same form ("unix:/path", "127.0.0.1:8080", "[::1]:80").
 */
void rtc_bind_address_format(const struct sockaddr *sockaddr, char out[RTC_ADDRESS_TEXT_MAX]);

void rtc_address_from_sockaddr(rtc_address *address, const struct sockaddr *sockaddr);

void rtc_address_from_ip(rtc_address *address, const rtc_ip *ip, uint16_t port);

/* The IP as text ("192.0.2.1", "2001:db8::1"), empty for unix. */
void rtc_address_format(const rtc_address *address, char out[RTC_ADDRESS_TEXT_MAX]);

#endif
