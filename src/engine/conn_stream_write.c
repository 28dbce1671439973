/* What an event stream says, compressed or not. */
#include "conn_stream.h"
#include "server.h"

/* Texts of one connection's own up to this size are copied into the queue with the event that they
 * belong to; with a larger one they become a message. */
#define STREAM_COPY_BYTES RTC_QUEUE_BLOCK_BYTES

/* NULL: the stream is not compressed. */
static rtc_stream_gzip *gzip_of(const rtc_conn *conn)
{
	return ((const rtc_stream_state *)conn->state)->gzip;
}

/* All that was queued and not dropped. */
static uint64_t bytes_seen(const rtc_conn *conn)
{
	return conn->written + conn->queue.bytes;
}

/* Queues a text, and takes a long one over. */
static rtc_status put_text(rtc_conn *conn, rtc_buf *text)
{
	rtc_pool *pool = &conn->server->loop->pool;

	return text->len <= RTC_QUEUE_SMALL_BYTES
		? rtc_queue_copy(&conn->queue, pool, rtc_buf_slice(text), RTC_SLICE(""))
		: rtc_queue_give(&conn->queue, pool, text, false);
}

/* Queues both as one message, so that nothing stays of them where it is dropped. */
static rtc_status put_joined(rtc_conn *conn, rtc_slice front, rtc_slice event, bool droppable)
{
	const rtc_slice parts[] = {front, event};
	rtc_status status;
	rtc_buf out;

	rtc_buf_init(&out);
	status = rtc_buf_append_all(&out, parts, 2);
	if (status == RTC_OK) {
		status = rtc_queue_give(&conn->queue, &conn->server->loop->pool, &out, droppable);
	}
	rtc_buf_deinit(&out);
	return status;
}

/* Queues what a message has from `skip` on, behind a text: the bytes as they go out. */
static rtc_status put(
	rtc_conn *conn, rtc_slice front, rtc_message *message, size_t skip, bool droppable)
{
	rtc_pool *pool = &conn->server->loop->pool;
	rtc_slice event = rtc_slice_of(message->payload.data + skip, message->payload.len - skip);

	if (skip == 0 && (front.len == 0 || !droppable)) {
		rtc_status status =
			front.len == 0 ? RTC_OK : rtc_queue_copy(&conn->queue, pool, front, RTC_SLICE(""));

		return status == RTC_OK ? rtc_queue_message(&conn->queue, pool, message, droppable)
								: status;
	}
	if (!droppable && front.len + event.len <= STREAM_COPY_BYTES) {
		return rtc_queue_copy(&conn->queue, pool, front, event);
	}
	return put_joined(conn, front, event, droppable);
}

/* Appends the text as a piece. */
static rtc_status compress(rtc_conn *conn, rtc_slice text, rtc_buf *out)
{
	return rtc_compression_write_piece(
		&conn->server->compression, text, &conn->route->options.deflate, out);
}

static rtc_message *piece_of(const rtc_conn *conn, rtc_message *message, size_t skip)
{
	return rtc_compression_piece(
		&conn->server->compression, message, skip, &conn->route->options.deflate);
}

static rtc_status gzip_text(rtc_conn *conn, rtc_slice text)
{
	rtc_stream_gzip *gzip = gzip_of(conn);
	rtc_status status;
	rtc_buf out;

	rtc_buf_init(&out);
	status = compress(conn, text, &out);
	if (status == RTC_OK) {
		rtc_gzip_add_text(&gzip->sum, text);
		gzip->queued += out.len;
		status = put_text(conn, &out);
	}
	rtc_buf_deinit(&out);
	return status;
}

static bool is_stored(const rtc_conn *conn, const rtc_message *message, size_t skip)
{
	return rtc_compression_stores(message->payload.len - skip, &conn->route->options.deflate);
}

/* A short event: the bytes that plain streams get, behind those that say so. */
static rtc_status gzip_stored(
	rtc_conn *conn, rtc_buf *front, rtc_message *message, size_t skip, bool droppable)
{
	rtc_stream_gzip *gzip = gzip_of(conn);
	size_t len = message->payload.len - skip;
	uint8_t head[RTC_GZIP_STORED_BYTES];
	rtc_status status;

	rtc_gzip_store_head(len, head);
	status = rtc_buf_append(front, head, sizeof(head));
	if (status == RTC_OK) {
		rtc_gzip_add_text(&gzip->sum, rtc_slice_of(message->payload.data + skip, len));
		gzip->queued += front->len + len;
		status = put(conn, rtc_buf_slice(front), message, skip, droppable);
	}
	return status;
}

/* A longer one: the piece that all share. */
static rtc_status gzip_piece(
	rtc_conn *conn, rtc_slice front, rtc_message *message, size_t skip, bool droppable)
{
	rtc_stream_gzip *gzip = gzip_of(conn);
	rtc_message *piece = piece_of(conn, message, skip);
	rtc_gzip_part part;

	if (piece == NULL) {
		return RTC_NOMEM;
	}
	part = rtc_message_part(piece);
	rtc_gzip_add(&gzip->sum, &part);
	gzip->queued += front.len + piece->payload.len;
	return put(conn, front, piece, 0, droppable);
}

static rtc_status gzip_message(
	rtc_conn *conn, rtc_slice front, rtc_message *message, size_t skip, bool droppable)
{
	rtc_status status;
	rtc_buf out;

	rtc_buf_init(&out);
	status = compress(conn, front, &out);
	if (status == RTC_OK) {
		rtc_gzip_add_text(&gzip_of(conn)->sum, front);
		status = is_stored(conn, message, skip)
			? gzip_stored(conn, &out, message, skip, droppable)
			: gzip_piece(conn, rtc_buf_slice(&out), message, skip, droppable);
	}
	rtc_buf_deinit(&out);
	return status;
}

/* It is queued and goes out, or there was no memory for it. */
static rtc_status queued(rtc_conn *conn, rtc_status status)
{
	if (status != RTC_OK) {
		rtc_conn_no_memory(conn);
		return RTC_FAILED;
	}
	rtc_conn_touch(conn);
	return RTC_OK;
}

rtc_status rtc_conn_stream_write(rtc_conn *conn, rtc_buf *text, rtc_status built)
{
	if (built == RTC_OK) {
		built = gzip_of(conn) != NULL ? gzip_text(conn, rtc_buf_slice(text)) : put_text(conn, text);
	}
	rtc_buf_deinit(text);
	return queued(conn, built);
}

rtc_status rtc_conn_stream_message(
	rtc_conn *conn, rtc_slice front, rtc_message *message, size_t skip, bool droppable)
{
	return queued(conn,
		gzip_of(conn) != NULL ? gzip_message(conn, front, message, skip, droppable)
							  : put(conn, front, message, skip, droppable));
}

rtc_status rtc_conn_stream_measure(
	rtc_conn *conn, size_t front, rtc_message *message, size_t skip, size_t *bytes)
{
	if (gzip_of(conn) != NULL) {
		if (is_stored(conn, message, skip)) {
			front += RTC_GZIP_STORED_BYTES;
		} else {
			message = piece_of(conn, message, skip);
			skip = 0;
		}
	}
	if (message == NULL) {
		rtc_conn_no_memory(conn);
		return RTC_FAILED;
	}
	*bytes = front + message->payload.len - skip;
	return RTC_OK;
}

void rtc_conn_stream_begun(rtc_conn *conn)
{
	rtc_stream_gzip *gzip = gzip_of(conn);

	if (gzip != NULL) {
		gzip->queued = bytes_seen(conn);
	}
}

rtc_status rtc_conn_stream_put_end(rtc_conn *conn)
{
	const rtc_stream_gzip *gzip = gzip_of(conn);
	uint8_t end[RTC_GZIP_END_BYTES];

	if (gzip == NULL || bytes_seen(conn) != gzip->queued) {
		return RTC_OK;
	}
	rtc_gzip_end(&gzip->sum, end);
	return rtc_conn_write(conn, rtc_slice_of(end, sizeof(end)), RTC_SLICE(""));
}
