/* The opening handshake, server side (RFC 6455 4.2). */
#ifndef RTC_PROTO_HANDSHAKE_H
#define RTC_PROTO_HANDSHAKE_H

#include "buf.h"
#include "digest.h"
#include "http.h"

/* Sec-WebSocket-Key is so many bytes as base64 (RFC 6455 4.1). */
#define RTC_HANDSHAKE_KEY_BYTES 16
#define RTC_HANDSHAKE_KEY_LEN RTC_BASE64_LEN(RTC_HANDSHAKE_KEY_BYTES)
#define RTC_HANDSHAKE_ACCEPT_LEN 28

/* The verdict on a request, and what the answer needs. */
typedef struct rtc_handshake {
	int status;         /* 101, or what refuses it: 400, 405 (+ Allow: GET), 426 (+ version 13) */
	const char *error;  /* static sentence, NULL when status is 101 */
	rtc_slice protocol; /* selected subprotocol, len 0 if none; points into `supported` */
	bool offered;       /* the client offered at least one subprotocol */
	char key[RTC_HANDSHAKE_KEY_LEN]; /* set when status is 101; no NUL */
} rtc_handshake;

/* Sec-WebSocket-Accept for a Sec-WebSocket-Key, without a NUL. */
void rtc_handshake_accept(rtc_slice key, char out[RTC_HANDSHAKE_ACCEPT_LEN]);

/* Judges a parsed head. The first subprotocol in the client's order that is in supported[0..count)
 * is selected (compared byte by byte). */
void rtc_handshake_check(const rtc_http_head *head, const uint8_t *base, const rtc_slice *supported,
	size_t count, rtc_handshake *result);

/* Appends the 101 response; result->status is 101. `extensions`: value of
 * Sec-WebSocket-Extensions, len 0 for none. RTC_NOMEM: `out` holds what it held. */
rtc_status rtc_handshake_write(
	const rtc_handshake *result, rtc_slice extensions, rtc_buf *out) RTC_NODISCARD;

#endif
