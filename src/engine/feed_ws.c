/* Feeds as WebSockets: with the subprotocol each message is an object, as in a poll's answer;
 * without it there is the data alone. */
#include "feed_reader.h"
#include "modes.h"
#include "server.h"

static rtc_slice protocol = {(const uint8_t *)"rtcomm.json", 11};
static const rtc_strings spoken = {&protocol, 1};

/* {"cursor":"…","gap":…} */
static void put_cursor(rtc_feed *feed, const char *gap)
{
	rtc_conn *conn = feed->conn;
	rtc_status status;
	rtc_buf out;

	if (feed->raw) {
		return;
	}
	rtc_buf_init(&out);
	status = rtc_buf_append_str(&out, "{\"cursor\":\"");
	if (status == RTC_OK) {
		status = rtc_feed_write_cursor(feed, &out);
	}
	if (status == RTC_OK) {
		status = rtc_buf_printf(&out, "\",\"gap\":%s}", gap);
	}
	if (status == RTC_OK) {
		uint8_t head[RTC_WS_HEADER_MAX];
		size_t len = rtc_ws_header_encode(head, RTC_WS_TEXT, true, 0, out.len, NULL);

		status = rtc_conn_write(conn, rtc_slice_of(head, len), rtc_buf_slice(&out));
	}
	if (status == RTC_NOMEM) {
		rtc_conn_no_memory(conn);
	}
	rtc_buf_deinit(&out);
}

static void ws_begin(rtc_feed *feed)
{
	put_cursor(feed, "false");
}

static void ws_gap(rtc_feed *feed)
{
	put_cursor(feed, "true");
}

/* NULL: no memory. */
static rtc_message *message_of(const rtc_feed *feed, rtc_publication *pub)
{
	rtc_message *message = feed->raw ? pub->message : rtc_publication_item(pub);

	return message != NULL ? rtc_conn_ws_form(feed->conn, message) : NULL;
}

static rtc_send_result ws_admit(rtc_feed *feed, rtc_publication *pub)
{
	const rtc_message *message = message_of(feed, pub);

	if (message == NULL) {
		rtc_conn_no_memory(feed->conn);
		return RTC_SEND_CLOSED;
	}
	return rtc_feed_queue_admit(feed, pub, rtc_message_frame_len(message));
}

static void ws_put(rtc_feed *feed, rtc_publication *pub, rtc_overflow overflow)
{
	bool droppable = overflow == RTC_OVERFLOW_DROP_OLDEST;
	rtc_message *message = message_of(feed, pub);
	rtc_conn *conn = feed->conn;

	if (message == NULL ||
		rtc_queue_message(&conn->queue, &conn->server->loop->pool, message, droppable) != RTC_OK) {
		rtc_conn_no_memory(conn); /* the client comes back for what it lacks */
		return;
	}
	conn->server->stats.messages_out++;
	rtc_conn_touch(conn);
}

static void ws_fail(rtc_feed *feed)
{
	rtc_conn_close(
		feed->conn, RTC_CLOSE_TRY_AGAIN_LATER, RTC_SLICE("the channel cannot be read now"));
}

static const rtc_feed_form form_ws = {
	.has_room = rtc_feed_queue_has_room,
	.begin = ws_begin,
	.may_tell_gap = rtc_feed_always,
	.gap = ws_gap,
	.admit = ws_admit,
	.put = ws_put,
	.rest = rtc_feed_do_nothing,
	.fail = ws_fail,
	.leave = rtc_feed_do_nothing,
};

void rtc_feed_upgrade(rtc_conn *conn)
{
	rtc_feed_request request;
	rtc_feed *feed;

	if (!rtc_feed_request_init(&request, conn, false)) {
		return;
	}
	feed = rtc_feed_new(conn, &request, &form_ws);
	rtc_feed_request_deinit(&request);
	if (feed == NULL || rtc_conn_http_switch(conn, &spoken) != RTC_OK) {
		return;
	}
	feed->raw = conn->subprotocol == 0;
	rtc_request_unref(conn->request); /* nobody asks for it any more, and it is large */
	conn->request = NULL;
	rtc_feed_run(feed);
}
