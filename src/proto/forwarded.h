/* What proxies say of their clients: the lists of X-Forwarded-For and X-Forwarded-Proto, and of
 * Forwarded (RFC 7239). Each proxy appends an element, so that the last one is what the nearest
 * proxy has seen itself: lists are read from their end, and whatever a client put in front does not
 * change how the elements behind it are read. */
#ifndef RTC_PROTO_FORWARDED_H
#define RTC_PROTO_FORWARDED_H

#include "ip.h"

/* Who sent a request. */
typedef enum rtc_forwarded_kind {
	RTC_FORWARDED_NOBODY, /* "unknown", an obfuscated identifier (RFC 7239 6.3), or nothing said */
	RTC_FORWARDED_IP,
} rtc_forwarded_kind;

/* How the request was made. */
typedef enum rtc_forwarded_scheme {
	RTC_FORWARDED_NO_SCHEME, /* nothing said, or none that we know */
	RTC_FORWARDED_PLAIN,     /* http, ws */
	RTC_FORWARDED_SECURE,    /* https, wss */
} rtc_forwarded_scheme;

/* One element. */
typedef struct rtc_forwarded {
	rtc_forwarded_kind kind;
	rtc_forwarded_scheme scheme;
	rtc_ip ip;     /* of RTC_FORWARDED_IP */
	uint16_t port; /* 0: none given */
} rtc_forwarded;

/* Takes the last element that is not empty off the list, without the white space around it. A comma
 * in a quoted string separates nothing. False: none is left. */
bool rtc_forwarded_last(rtc_slice *list, rtc_slice *element);

/* Reads an element of X-Forwarded-For: an IP, "IPv4:port", "[IPv6]", "[IPv6]:port" or "unknown".
 * False: it is none of these. */
bool rtc_forwarded_for(rtc_slice element, rtc_forwarded *forwarded) RTC_NODISCARD;

/* Reads an element of X-Forwarded-Proto, in any case. */
rtc_forwarded_scheme rtc_forwarded_scheme_of(rtc_slice element);

/* Reads an element of Forwarded. False: it is malformed (RFC 7239 4: also if a parameter occurs
 * twice); parameters that we do not know only have to be well-formed. */
bool rtc_forwarded_parse(rtc_slice element, rtc_forwarded *forwarded) RTC_NODISCARD;

#endif
