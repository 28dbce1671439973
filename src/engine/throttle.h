/* What a client may say per second: messageRate counts messages and pings, byteRate bytes. Too many
 * messages are refused; past byteRate the connection is only read more slowly, so that nothing is
 * lost and the client's own sends block.
 *
 * A connection gets this state when it first says something where such a rate is set. The rates are
 * those of its conversation's or feed's route, and otherwise the server's. */
#ifndef RTC_ENGINE_THROTTLE_H
#define RTC_ENGINE_THROTTLE_H

#include "conn.h"
#include "rate.h"

typedef struct rtc_throttle {
	rtc_conn *conn;
	rtc_bucket messages;
	rtc_bucket bytes;
	rtc_timer timer;    /* runs while conn->slowed */
	uint64_t since_ms;  /* slowed since then */
	uint32_t slowed_ms; /* for so long before that, and not asked for yet */
} rtc_throttle;

/* Counts a message or a ping. False: that is more than messageRate allows, or memory is short. */
bool rtc_throttle_message(rtc_conn *conn) RTC_NODISCARD;

/* The same for a POST on `conn`, which counts to `who`: the session, or `conn` itself. False: the
 * request was refused with 429 and Retry-After. */
bool rtc_throttle_post(rtc_conn *who, rtc_conn *conn) RTC_NODISCARD;

/* How many bytes to read at once. */
size_t rtc_throttle_room(const rtc_conn *conn);

/* So many were read: from here on the connection is slowed for as long as byteRate wants it. */
void rtc_throttle_bytes(rtc_conn *conn, size_t count);

/* For how many milliseconds since it was last asked the connection was not read because of
 * byteRate: silence in that time was not the client's. */
uint32_t rtc_throttle_slowed_ms(rtc_conn *conn);

void rtc_throttle_free(rtc_conn *conn);

#endif
