#include "feed_reader.h"

void rtc_feed_get(rtc_conn *conn)
{
	rtc_feed_request request;

	if (!rtc_feed_request_init(&request, conn, false)) {
		return;
	}
	if (conn->delivery == RTC_EVENT_STREAM) {
		rtc_feed_stream(conn, &request);
	} else {
		rtc_feed_poll(conn, &request);
	}
	rtc_feed_request_deinit(&request);
}

bool rtc_feed_always(const rtc_feed *feed)
{
	(void)feed;
	return true;
}

void rtc_feed_do_nothing(rtc_feed *feed)
{
	(void)feed;
}

bool rtc_feed_may_read(rtc_conn *conn)
{
	rtc_feed_request request;

	if (!rtc_feed_request_init(&request, conn, false)) {
		return false;
	}
	rtc_feed_request_deinit(&request);
	return true;
}
