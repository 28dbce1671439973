/* The PROXY protocol, versions 1 and 2 (HAProxy's "The PROXY protocol", sections 2.1 and 2.2): what
 * a proxy says of its client in front of the client's bytes. A reader takes the header's bytes as
 * they come, never one behind it, and keeps a fixed number of them. */
#ifndef RTC_PROTO_PROXY_HEADER_H
#define RTC_PROTO_PROXY_HEADER_H

#include "ip.h"

/* A version 1 header with its CRLF is never longer. */
#define RTC_PROXY_LINE_MAX 107
/* The longest version 2 header that is read, with the additional fields (TLVs), which are passed
 * over. What proxies send has some hundred bytes; a client certificate would fit. */
#define RTC_PROXY_HEADER_MAX 4096

typedef enum rtc_proxy_source {
	RTC_PROXY_NOBODY, /* LOCAL, UNKNOWN, or a datagram's: the proxy speaks for itself */
	RTC_PROXY_IP,
	RTC_PROXY_UNIX,
} rtc_proxy_source;

/* A header as it arrives; all zero at its first byte. */
typedef struct rtc_proxy_header {
	uint8_t data[RTC_PROXY_LINE_MAX]; /* private: what was kept of it */
	uint16_t len;                     /* bytes taken */
	uint16_t total;                   /* private: of version 2; 0 until it is known */
	uint8_t source;                   /* rtc_proxy_source; at DONE */
	rtc_ip ip;                        /* of RTC_PROXY_IP */
	uint16_t port;
} rtc_proxy_header;

/* Takes the header's bytes off *in. MORE: it took all of them. DONE: *in starts behind the header.
 * ERROR: *fault is a static sentence. After both not to be called again. */
rtc_parse rtc_proxy_header_push(
	rtc_proxy_header *header, rtc_slice *in, const char **fault) RTC_NODISCARD;

#endif
