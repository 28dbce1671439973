/* Feeds as event streams. */
#include "feed_reader.h"
#include "modes.h"
#include "server.h"

#include <stdio.h>

/* Events of several channels up to this size are copied into the queue; larger ones become messages
 * of their own. */
#define STREAM_COPY_BYTES RTC_QUEUE_BLOCK_BYTES

/* Queues what was built, or fails the connection, and frees it. */
static void write_built(rtc_conn *conn, rtc_buf *out, rtc_status built)
{
	if (built != RTC_OK) {
		rtc_conn_no_memory(conn);
	} else if (rtc_conn_write(conn, rtc_buf_slice(out), RTC_SLICE("")) != RTC_OK) {
		/* The connection has failed. */
	}
	rtc_buf_deinit(out);
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
	write_built(feed->conn, &out, status);
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
	write_built(feed->conn, &out, status);
}

static rtc_send_result stream_admit(rtc_feed *feed, rtc_publication *pub)
{
	const rtc_message *block = rtc_publication_block(pub);
	size_t ids = (size_t)(feed->count - 1) * RTC_PUBLICATION_ID_MAX;

	if (block == NULL) {
		rtc_conn_no_memory(feed->conn);
		return RTC_SEND_CLOSED;
	}
	return rtc_feed_queue_admit(feed, pub, block->payload.len + ids);
}

/* The event of one of several channels: the cursor of all of them, then what all readers share. It
 * is queued as one piece, so that no cursor stays without its event where events are dropped. */
static rtc_status put_with_cursor(rtc_feed *feed, const rtc_publication *pub, bool droppable)
{
	rtc_conn *conn = feed->conn;
	rtc_pool *pool = &conn->server->loop->pool;
	rtc_slice event = rtc_slice_of(
		pub->block->payload.data + pub->event_at, pub->block->payload.len - pub->event_at);
	rtc_message *message = NULL;
	rtc_status status;
	rtc_buf out;

	rtc_buf_init(&out);
	status = rtc_buf_append_str(&out, "id: ");
	if (status == RTC_OK) {
		status = rtc_feed_write_cursor(feed, &out);
	}
	if (status == RTC_OK) {
		status = rtc_buf_append(&out, "\n", 1);
	}
	if (status == RTC_OK && !droppable && out.len + event.len <= STREAM_COPY_BYTES) {
		status = rtc_queue_copy(&conn->queue, pool, rtc_buf_slice(&out), event);
	} else if (status == RTC_OK) {
		status = rtc_buf_append(&out, event.data, event.len);
		message = status == RTC_OK ? rtc_message_raw(&out) : NULL;
		status =
			message != NULL ? rtc_queue_message(&conn->queue, pool, message, droppable) : RTC_NOMEM;
	}
	if (message != NULL) {
		rtc_message_unref(message);
	}
	rtc_buf_deinit(&out);
	return status;
}

static void stream_put(rtc_feed *feed, rtc_publication *pub, rtc_overflow overflow)
{
	bool droppable = overflow == RTC_OVERFLOW_DROP_OLDEST;
	rtc_message *block = rtc_publication_block(pub);
	rtc_conn *conn = feed->conn;
	rtc_status status = RTC_NOMEM;

	if (block != NULL && feed->count == 1) {
		status = rtc_queue_message(&conn->queue, &conn->server->loop->pool, block, droppable);
	} else if (block != NULL) {
		status = put_with_cursor(feed, pub, droppable);
	}
	if (status != RTC_OK) {
		rtc_conn_no_memory(conn); /* the client comes back for what it lacks */
		return;
	}
	conn->server->stats.messages_out++;
	rtc_conn_touch(conn);
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
	char text[64];

	(void)reason;
	if (code == RTC_CLOSE_GOING_AWAY || code == RTC_CLOSE_SERVICE_RESTART) {
		int len = snprintf(text, sizeof(text), "retry: %u\n\n", rtc_conn_stream_retry_ms());

		if (rtc_conn_write(conn, rtc_slice_of(text, (size_t)len), RTC_SLICE("")) != RTC_OK) {
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
