/* Feeds: read-only channels over every transport, and publishing by POST (wire.md, "Channels").
 *
 * A reader is a connection with conn->feed: its channels in the order of the request, and in each
 * the id up to which it was sent everything. What it missed is read from the store page by page as
 * the client takes it, then it goes over to what is published, with nothing lost or repeated in
 * between. */
#ifndef RTC_ENGINE_FEED_H
#define RTC_ENGINE_FEED_H

#include "conn.h"

/* Channels that one request may name. */
#define RTC_FEED_MAX_CHANNELS 64

/* The longest a poll may wait (for sessions as well), and what it waits for unless it says. */
#define RTC_POLL_MAX_SECONDS 60
#define RTC_POLL_DEFAULT_SECONDS 25

/* A GET on a feed's route, in HTTP mode: becomes an event stream if that is conn->delivery,
 * otherwise it is answered or waits. */
void rtc_feed_get(rtc_conn *conn);

/* A HEAD: true if a GET would be granted; otherwise it was refused. */
bool rtc_feed_may_read(rtc_conn *conn) RTC_NODISCARD;

/* A WebSocket handshake on a feed's route, judged good: authorizes, answers, and begins. */
void rtc_feed_upgrade(rtc_conn *conn);

/* A POST on a feed's route: true if the body may be read; otherwise it was refused. */
bool rtc_feed_may_publish(rtc_conn *conn) RTC_NODISCARD;
/* Its body is complete: publishes and answers. */
void rtc_feed_publish(rtc_conn *conn);

/* For the WebSocket mode: a publication, and room for more. */
void rtc_feed_deliver(rtc_conn *conn, rtc_publication *pub);
void rtc_feed_pump(rtc_conn *conn);

/* Lets go of conn->feed, if there is one. */
void rtc_feed_forget(rtc_conn *conn);

#endif
