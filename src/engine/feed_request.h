/* What a request asks of a feed: channels, where to go on, how long to wait. */
#ifndef RTC_ENGINE_FEED_REQUEST_H
#define RTC_ENGINE_FEED_REQUEST_H

#include "feed.h"

typedef struct rtc_feed_request {
	uint8_t *text; /* owned: what the names point into */
	rtc_slice names[RTC_FEED_MAX_CHANNELS];
	size_t count;                                    /* from 1 */
	rtc_publication_id after[RTC_FEED_MAX_CHANNELS]; /* the cursor, if has_cursor */
	bool has_cursor;
	uint32_t history; /* without a cursor: so many of the newest first */
	uint32_t wait_ms;
} rtc_feed_request;

/* Reads the current request and asks the authorize handler for each channel, whether the client
 * may read it, or publish in it. False: the request was refused, or the connection is gone, and
 * there is nothing to deinit. */
bool rtc_feed_request_init(rtc_feed_request *request, rtc_conn *conn, bool publish) RTC_NODISCARD;
void rtc_feed_request_deinit(rtc_feed_request *request);

/* The one channel of a request that was granted before: what stands in its path or query, decoded
 * into `text`, which the caller frees. False: no memory. */
bool rtc_feed_request_name(const rtc_conn *conn, uint8_t **text, rtc_slice *name) RTC_NODISCARD;

#endif
