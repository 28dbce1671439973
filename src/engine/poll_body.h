/* The body of a poll's answer, plain or compressed: a text in which messages have their places.
 * What is long among them is a piece that all answers share; the rest is compressed together.
 *
 * Not so in a session's answers, where the token stands beside each message: the size of what was
 * compressed together with it would tell it to whoever sends such messages and sees the sizes, even
 * through TLS (BREACH). There only long messages are compressed, each for itself. */
#ifndef RTC_ENGINE_POLL_BODY_H
#define RTC_ENGINE_POLL_BODY_H

#include "conn.h"

/* `text` is for appending to. */
typedef struct rtc_poll_body {
	rtc_buf text;     /* what is not in `pieces` yet; in the end: the bytes to send */
	rtc_buf pieces;   /* of a gzip member */
	rtc_gzip_sum sum; /* of their content */
	size_t len;       /* of that */
	rtc_conn *conn;   /* whose answer it is */
	bool gzip;        /* may be compressed; in the end: is compressed */
	bool secret;      /* the text is not compressed, messages are */
} rtc_poll_body;

/* For the current request of a connection, which outlives the body. `secret`: see above. */
void rtc_poll_body_init(rtc_poll_body *body, rtc_conn *conn, bool secret);
void rtc_poll_body_deinit(rtc_poll_body *body);

/* Bytes of the content so far. */
static inline size_t rtc_poll_body_len(const rtc_poll_body *body)
{
	return body->len + body->text.len;
}

/* Appends a message's payload. */
rtc_status rtc_poll_body_message(rtc_poll_body *body, rtc_message *message) RTC_NODISCARD;

/* Nothing follows: puts `front` before all of it, and leaves what is to be sent in `text`. What
 * tells apart the answers of clients who wait for the same belongs into `front`, which is never
 * compressed: the rest is shared then. */
rtc_status rtc_poll_body_end(rtc_poll_body *body, rtc_slice front) RTC_NODISCARD;

#endif
