/* Feeds as event streams. */
#include "feed_reader.h"
#include "modes.h"
#include "server.h"

/* What is behind the ids is shared by readers of other channels as well. */
static size_t shared_from(const rtc_feed *feed, const rtc_publication *pub)
{
	return feed->count == 1 ? 0 : pub->event_at;
}

/* A connection that has failed needs nothing else. */
static void write_built(rtc_feed *feed, rtc_buf *out, rtc_status built)
{
	if (rtc_conn_stream_write(feed->conn, out, built) != RTC_OK) {
		/* The client comes back. */
	}
}

static void stream_begin(rtc_feed *feed)
{
	rtc_status status;
	rtc_buf out;

	rtc_buf_init(&out);
	status = rtc_buf_printf(&out, "retry: %u\nid: ", rtc_conn_stream_retry_ms());
	if (status == RTC_OK) {
		status = rtc_feed_write_cursor(feed, &out);
	}
	if (status == RTC_OK) {
		status = rtc_buf_append_str(&out, "\n\n");
	}
	write_built(feed, &out, status);
}

static void stream_gap(rtc_feed *feed)
{
	rtc_status status;
	rtc_buf out;

	rtc_buf_init(&out);
	status = rtc_buf_append_str(&out, "id: ");
	if (status == RTC_OK) {
		status = rtc_feed_write_cursor(feed, &out);
	}
	if (status == RTC_OK) {
		status = rtc_buf_append_str(&out, "\nevent: gap\ndata: {\"cursor\":\"");
	}
	if (status == RTC_OK) {
		status = rtc_feed_write_cursor(feed, &out);
	}
	if (status == RTC_OK) {
		status = rtc_buf_append_str(&out, "\"}\n\n");
	}
	write_built(feed, &out, status);
}

static rtc_send_result stream_admit(rtc_feed *feed, rtc_publication *pub)
{
	rtc_message *block = rtc_publication_block(pub);
	size_t skip;
	size_t ids;
	size_t bytes;

	if (block == NULL) {
		rtc_conn_no_memory(feed->conn);
		return RTC_SEND_CLOSED;
	}
	skip = shared_from(feed, pub);
	ids = skip + (size_t)(feed->count - 1) * RTC_PUBLICATION_ID_MAX;
	if (rtc_conn_stream_measure(feed->conn, ids, block, skip, &bytes) != RTC_OK) {
		return RTC_SEND_CLOSED;
	}
	return rtc_feed_queue_admit(feed, pub, bytes);
}

/* The event of one of several channels: the cursor of all of them, then what all readers share. */
static rtc_status put_with_cursor(rtc_feed *feed, rtc_publication *pub, bool droppable)
{
	rtc_status status;
	rtc_buf cursor;

	rtc_buf_init(&cursor);
	status = rtc_buf_append_str(&cursor, "id: ");
	if (status == RTC_OK) {
		status = rtc_feed_write_cursor(feed, &cursor);
	}
	if (status == RTC_OK) {
		status = rtc_buf_append(&cursor, "\n", 1);
	}
	if (status == RTC_OK) {
		status = rtc_conn_stream_message(
			feed->conn, rtc_buf_slice(&cursor), pub->block, shared_from(feed, pub), droppable);
	} else {
		rtc_conn_no_memory(feed->conn);
	}
	rtc_buf_deinit(&cursor);
	return status;
}

static void stream_put(rtc_feed *feed, rtc_publication *pub, rtc_overflow overflow)
{
	bool droppable = overflow == RTC_OVERFLOW_DROP_OLDEST;
	rtc_message *block = rtc_publication_block(pub);
	rtc_conn *conn = feed->conn;
	rtc_status status;

	if (block == NULL) {
		rtc_conn_no_memory(conn); /* the client comes back for what it lacks */
		return;
	}
	if (feed->count == 1) {
		status = rtc_conn_stream_message(conn, RTC_SLICE(""), block, 0, droppable);
	} else {
		status = put_with_cursor(feed, pub, droppable);
	}
	if (status == RTC_OK) {
		conn->server->stats.messages_out++;
	}
}

static void stream_fail(rtc_feed *feed)
{
	rtc_conn_stream_end(feed->conn);
}

static const rtc_feed_form form_stream = {
	.has_room = rtc_feed_queue_has_room,
	.begin = stream_begin,
	.may_tell_gap = rtc_feed_always,
	.gap = stream_gap,
	.admit = stream_admit,
	.put = stream_put,
	.rest = rtc_feed_do_nothing,
	.fail = stream_fail,
	.leave = rtc_feed_do_nothing,
};

/* A server that stops tells its clients to come back at different times. Others end without a word,
 * since bytes behind an event that was cut off could make a block of it. */
static void source_close(rtc_conn *conn, uint16_t code, rtc_slice reason)
{
	rtc_buf out;

	(void)reason;
	if (code == RTC_CLOSE_GOING_AWAY || code == RTC_CLOSE_SERVICE_RESTART) {
		rtc_status built;

		rtc_buf_init(&out);
		built = rtc_buf_printf(&out, "retry: %u\n\n", rtc_conn_stream_retry_ms());
		if (rtc_conn_stream_write(conn, &out, built) != RTC_OK) {
			return;
		}
	}
	rtc_conn_stream_end(conn);
}

static void source_leave(rtc_conn *conn, void *state)
{
	(void)state;
	rtc_feed_forget(conn);
}

static const rtc_stream_source source = {
	.deliver = rtc_feed_deliver,
	.pump = rtc_feed_pump,
	.close = source_close,
	.leave = source_leave,
};

void rtc_feed_stream(rtc_conn *conn, const rtc_feed_request *request)
{
	rtc_feed *feed = rtc_feed_new(conn, request, &form_stream);

	if (feed != NULL && rtc_conn_stream_begin(conn, &source, feed) == RTC_OK) {
		rtc_feed_run(feed);
	}
}
