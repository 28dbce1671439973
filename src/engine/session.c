#include "session.h"

#include "modes.h"

void rtc_session_get(rtc_conn *conn)
{
	rtc_conn_http_refuse(conn, 404, "there is nothing at this path");
}

void rtc_session_post(rtc_conn *conn)
{
	rtc_conn_http_refuse(conn, 404, "there is nothing at this path");
}

void rtc_session_delete(rtc_conn *conn)
{
	rtc_conn_http_refuse(conn, 404, "there is nothing at this path");
}

size_t rtc_session_buffered(const rtc_conn *session)
{
	return session->queue.bytes;
}
