#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif

#include "address.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netdb.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/un.h>

#define UNIX_PREFIX "unix:"

#define HOST_MAX 255 /* RFC 1035 2.3.4 */

static rtc_status parse_unix(const char *path, rtc_bind_address *address, const char **reason)
{
	struct sockaddr_un unix_address = {.sun_family = AF_UNIX};
	size_t len = strlen(path);

	if (len == 0) {
		*reason = "the path of the unix socket is missing";
		return RTC_FAILED;
	}
	if (len >= sizeof(unix_address.sun_path)) {
		*reason = "the path of the unix socket is too long (at most 107 bytes)";
		return RTC_FAILED;
	}
	memcpy(unix_address.sun_path, path, len);
	memset(address, 0, sizeof(*address));
	memcpy(&address->sockaddr, &unix_address, sizeof(unix_address));
	address->len = sizeof(unix_address);
	return RTC_OK;
}

static bool is_port(const char *text)
{
	size_t len = strlen(text);

	return len >= 1 && len <= 5 && strspn(text, "0123456789") == len && atoi(text) <= 65535;
}

/* "localhost" is 127.0.0.1 here although ::1 comes first in many hosts files: clients that know
 * only IPv4 must find the server, and the others try both. */
static rtc_status look_up(
	const char *host, const char *port, bool ipv6, rtc_bind_address *address, const char **reason)
{
	struct addrinfo hints = {
		.ai_flags = AI_NUMERICSERV | (ipv6 ? AI_NUMERICHOST : 0),
		.ai_family = ipv6 ? AF_INET6 : AF_INET,
		.ai_socktype = SOCK_STREAM,
	};
	struct addrinfo *found = NULL;
	int error = getaddrinfo(host, port, &hints, &found);

	if (error != 0 && !ipv6) {
		hints.ai_family = AF_INET6;
		error = getaddrinfo(host, port, &hints, &found);
	}
	if (error != 0) {
		*reason = error == EAI_SYSTEM ? strerror(errno) : gai_strerror(error);
		return RTC_FAILED;
	}
	memset(address, 0, sizeof(*address));
	memcpy(&address->sockaddr, found->ai_addr, found->ai_addrlen);
	address->len = found->ai_addrlen;
	freeaddrinfo(found);
	return RTC_OK;
}

rtc_status rtc_bind_address_parse(const char *text, rtc_bind_address *address, const char **reason)
{
	if (strncmp(text, UNIX_PREFIX, strlen(UNIX_PREFIX)) == 0) {
		return parse_unix(text + strlen(UNIX_PREFIX), address, reason);
	}

	const char *colon = strrchr(text, ':');
	const char *host = text;
	bool bracketed = text[0] == '[';

	if (colon == NULL || (bracketed && (colon == text + 1 || colon[-1] != ']'))) {
		*reason = "expected \"host:port\", \"[IPv6 address]:port\" or \"unix:/path\"";
		return RTC_FAILED;
	}
	if (!is_port(colon + 1)) {
		*reason = "the port must be a number from 0 to 65535";
		return RTC_FAILED;
	}

	size_t len = (size_t)(colon - text);

	if (bracketed) {
		host++;
		len -= 2;
	} else if (memchr(text, ':', len) != NULL) {
		*reason = "an IPv6 address stands in brackets: \"[::1]:8080\"";
		return RTC_FAILED;
	}
	if (len == 0) {
		*reason = "the host is missing (0.0.0.0 is every IPv4 address of this machine)";
		return RTC_FAILED;
	}

	char name[HOST_MAX + 1];

	if (len > HOST_MAX) {
		*reason = "the host name is too long (at most 255 bytes)";
		return RTC_FAILED;
	}
	memcpy(name, host, len);
	name[len] = '\0';
	return look_up(name, colon + 1, bracketed, address, reason);
}

/* The family decides how many bytes of `sockaddr` there are. Copied out, since the caller's bytes
 * may be of another type. */
static struct sockaddr_in ipv4_of(const struct sockaddr *sockaddr)
{
	struct sockaddr_in ipv4;

	memcpy(&ipv4, sockaddr, sizeof(ipv4));
	return ipv4;
}

static struct sockaddr_in6 ipv6_of(const struct sockaddr *sockaddr)
{
	struct sockaddr_in6 ipv6;

	memcpy(&ipv6, sockaddr, sizeof(ipv6));
	return ipv6;
}

void rtc_address_from_ip(rtc_address *address, const rtc_ip *ip, uint16_t port)
{
	/* ::ffff:0:0/96 (RFC 4291 2.5.5.2) */
	static const uint8_t mapped[12] = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};

	*address = (rtc_address){.family = ip->v6 ? RTC_FAMILY_IPV6 : RTC_FAMILY_IPV4, .port = port};
	if (ip->v6 && memcmp(ip->bytes, mapped, sizeof(mapped)) == 0) {
		address->family = RTC_FAMILY_IPV4;
		memcpy(address->ip, ip->bytes + 12, 4);
		return;
	}
	memcpy(address->ip, ip->bytes, 16);
}

static void format_unix(const struct sockaddr *sockaddr, char out[RTC_ADDRESS_TEXT_MAX])
{
	const char *path = (const char *)sockaddr + offsetof(struct sockaddr_un, sun_path);
	size_t most = sizeof(((struct sockaddr_un *)NULL)->sun_path);

	snprintf(out, RTC_ADDRESS_TEXT_MAX, UNIX_PREFIX "%.*s", (int)most, path);
}

void rtc_bind_address_format(const struct sockaddr *sockaddr, char out[RTC_ADDRESS_TEXT_MAX])
{
	char host[96]; /* an IPv6 address, '%' and the name of an interface */
	char port[8];
	bool ipv6 = sockaddr->sa_family == AF_INET6;
	socklen_t len = ipv6 ? sizeof(struct sockaddr_in6) : sizeof(struct sockaddr_in);

	if (sockaddr->sa_family == AF_UNIX) {
		format_unix(sockaddr, out);
		return;
	}
	if (getnameinfo(sockaddr, len, host, sizeof(host), port, sizeof(port),
			NI_NUMERICHOST | NI_NUMERICSERV) != 0) {
		out[0] = '\0';
		return;
	}
	snprintf(out, RTC_ADDRESS_TEXT_MAX, ipv6 ? "[%s]:%s" : "%s:%s", host, port);
}

void rtc_address_from_sockaddr(rtc_address *address, const struct sockaddr *sockaddr)
{
	*address = (rtc_address){.family = RTC_FAMILY_UNIX};
	if (sockaddr->sa_family == AF_INET) {
		struct sockaddr_in ipv4 = ipv4_of(sockaddr);

		address->family = RTC_FAMILY_IPV4;
		address->port = ntohs(ipv4.sin_port);
		memcpy(address->ip, &ipv4.sin_addr, 4);
		return;
	}
	if (sockaddr->sa_family != AF_INET6) {
		return;
	}

	struct sockaddr_in6 ipv6 = ipv6_of(sockaddr);

	address->port = ntohs(ipv6.sin6_port);
	if (IN6_IS_ADDR_V4MAPPED(&ipv6.sin6_addr)) {
		address->family = RTC_FAMILY_IPV4;
		memcpy(address->ip, ipv6.sin6_addr.s6_addr + 12, 4);
		return;
	}
	address->family = RTC_FAMILY_IPV6;
	memcpy(address->ip, &ipv6.sin6_addr, 16);
}

void rtc_address_format(const rtc_address *address, char out[RTC_ADDRESS_TEXT_MAX])
{
	int family = address->family == RTC_FAMILY_IPV6 ? AF_INET6 : AF_INET;

	out[0] = '\0';
	if (address->family != RTC_FAMILY_UNIX) {
		inet_ntop(family, address->ip, out, RTC_ADDRESS_TEXT_MAX);
	}
}
