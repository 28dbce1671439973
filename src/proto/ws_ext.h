/* Negotiation of permessage-deflate (RFC 6455 9.1, RFC 7692 7.1), server side. */
#ifndef RTC_PROTO_WS_EXT_H
#define RTC_PROTO_WS_EXT_H

#include "buf.h"

/* The least and the greatest of a window's sizes, in bits. */
#define RTC_WINDOW_BITS_MIN 8
#define RTC_WINDOW_BITS_MAX 15

/* What both ends have agreed on, or what this end would like. "Server" is this end, as it
 * compresses; "client" the other. */
typedef struct rtc_deflate_params {
	bool server_no_context_takeover; /* each message is compressed on its own */
	bool client_no_context_takeover;
	bool server_window_asked;   /* the answer names the window, whatever it is */
	uint8_t server_window_bits; /* 8 to 15: a message refers back 2^bits bytes at most */
	uint8_t client_window_bits;
} rtc_deflate_params;

/* Looks in the value of a Sec-WebSocket-Extensions field for the first offer that can be taken, and
 * says in *agreed what it comes to. Passed over are offers with parameters that are unknown,
 * repeated or invalid (RFC 7692 5.1), other extensions, and what is no extension at all.
 *
 * A client that cannot be told to use a smaller window is told to forget its context after each
 * message, so that no more than `wanted` is ever kept for it. A window of 8 bits is agreed on for
 * the client only if it names that itself, and is one of 9 bits otherwise. */
bool rtc_deflate_negotiate(
	rtc_slice offers, const rtc_deflate_params *wanted, rtc_deflate_params *agreed);

/* Appends the answer: "permessage-deflate; …". */
rtc_status rtc_deflate_response(const rtc_deflate_params *agreed, rtc_buf *out) RTC_NODISCARD;

#endif
