/* What a client may say per second: messageRate counts messages and pings, byteRate bytes. Too many
 * messages are refused; past byteRate the connection is only read more slowly, so that nothing is
 * lost and the client's own sends block.
 *
 * A connection gets this state when it first says something where such a rate is set. The rates are
 * those of its conversation's or feed's route, and otherwise the server's. */
#ifndef RTC_ENGINE_THROTTLE_H
#define RTC_ENGINE_THROTTLE_H

#include "rate.h"
#include "server.h"

typedef struct rtc_throttle {
	rtc_conn *conn;
	rtc_bucket messages;
	rtc_bucket bytes;
	rtc_timer timer;    /* runs while conn->slowed */
	uint64_t since_ms;  /* slowed since then */
	uint32_t slowed_ms; /* for so long before that, and not asked for yet */
} rtc_throttle;

/* Where the rates of a connection are. */
static inline const rtc_route_options *rtc_throttle_options(const rtc_conn *conn)
{
	bool own = conn->route != NULL && conn->route->kind != RTC_ROUTE_HTTP;

	return own ? &conn->route->options : &conn->server->options.route;
}

/* rtc_throttle_message() where the rate is set. */
bool rtc_throttle_count(rtc_conn *conn, const rtc_rate *rate) RTC_NODISCARD;

/* Counts a message or a ping. False: that is more than messageRate allows, or memory is short. */
RTC_NODISCARD static inline bool rtc_throttle_message(rtc_conn *conn)
{
	const rtc_rate *rate = &rtc_throttle_options(conn)->message_rate;

	return RTC_LIKELY(!rtc_rate_is_set(rate)) || rtc_throttle_count(conn, rate);
}

/* The same for a POST on `conn`, which counts to `who`: the session, or `conn` itself. False: the
 * request was refused with 429 and Retry-After. */
bool rtc_throttle_post(rtc_conn *who, rtc_conn *conn) RTC_NODISCARD;

/* rtc_throttle_room() and rtc_throttle_bytes() where the rate is set. */
size_t rtc_throttle_burst(const rtc_rate *rate);
void rtc_throttle_take(rtc_conn *conn, const rtc_rate *rate, size_t count);

/* How many bytes to read at once. */
static inline size_t rtc_throttle_room(const rtc_conn *conn)
{
	const rtc_rate *rate = &rtc_throttle_options(conn)->byte_rate;

	return RTC_LIKELY(!rtc_rate_is_set(rate)) ? RTC_LOOP_INPUT_BYTES : rtc_throttle_burst(rate);
}

/* So many were read: from here on the connection is slowed for as long as byteRate wants it. */
static inline void rtc_throttle_bytes(rtc_conn *conn, size_t count)
{
	const rtc_rate *rate = &rtc_throttle_options(conn)->byte_rate;

	if (RTC_UNLIKELY(rtc_rate_is_set(rate))) {
		rtc_throttle_take(conn, rate, count);
	}
}

/* For how many milliseconds since it was last asked the connection was not read because of
 * byteRate: silence in that time was not the client's. */
uint32_t rtc_throttle_slowed_ms(rtc_conn *conn);

void rtc_throttle_free(rtc_conn *conn);

#endif
