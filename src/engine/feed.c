#include "feed.h"

#include "modes.h"

static void feed_refuse(rtc_conn *conn)
{
	rtc_conn_http_refuse(conn, 404, "there is nothing at this path");
}

void rtc_feed_get(rtc_conn *conn)
{
	feed_refuse(conn);
}

void rtc_feed_upgrade(rtc_conn *conn)
{
	feed_refuse(conn);
}

bool rtc_feed_may_publish(rtc_conn *conn)
{
	feed_refuse(conn);
	return false;
}

void rtc_feed_publish(rtc_conn *conn)
{
	feed_refuse(conn);
}
