#include "conn_stream.h"
#include "server.h"

#include <stdlib.h>

/* Clients of a server that restarts come back spread over this time. */
#define STREAM_RETRY_MIN_MS 1000
#define STREAM_RETRY_MAX_MS 5000

/* ---- time -----------------------------------------------------------------------------------
 */

/* Looks at what the peer has taken; true if nothing waits for it, or it took some since, or nothing
 * waited for it when that was looked at before. */
static bool stream_is_taking(const rtc_conn *conn, rtc_stream_state *stream)
{
	int64_t taken = rtc_conn_taken(conn);
	bool owed = stream->owed;
	bool more = taken > stream->taken;

	stream->owed = rtc_conn_owes(conn, taken);
	stream->taken = taken;
	if (owed && stream->owed && !more) {
		return false;
	}
	stream->taken_ms = rtc_loop_now_ms(conn->server->loop);
	return true;
}

/* Waits for the next comment, or until a peer that takes nothing has had its time. */
static void stream_wait(rtc_conn *conn, const rtc_stream_state *stream)
{
	uint64_t now = rtc_loop_now_ms(conn->server->loop);
	uint64_t due = stream->beat_ms;
	uint64_t patience = stream->taken_ms + conn->route->options.pong_timeout_ms;

	if (due == 0) {
		return;
	}
	if (stream->owed && patience < due) {
		due = patience;
	}
	rtc_conn_set_timeout(conn, due > now ? (uint32_t)(due - now) : 0);
}

static rtc_status stream_comment(rtc_conn *conn)
{
	rtc_buf text;

	rtc_buf_init(&text);
	return rtc_conn_stream_write(conn, &text, rtc_buf_append_str(&text, ":\n\n"));
}

static void stream_beat(rtc_conn *conn, rtc_stream_state *stream)
{
	uint32_t heartbeat = conn->route->options.heartbeat_ms;

	stream->beat_ms = rtc_loop_now_ms(conn->server->loop) + heartbeat;
	if (stream->source->beat != NULL) {
		stream->source->beat(conn);
	}
	if (rtc_conn_is_open(conn) && conn->queue.bytes == 0 && stream_comment(conn) != RTC_OK) {
		return; /* the connection has failed */
	}
	stream_is_taking(conn, stream);
}

/* The stream ends: what is left goes out, however slowly. */
static void stream_linger(rtc_conn *conn, rtc_stream_state *stream)
{
	if (stream_is_taking(conn, stream) && stream->owed &&
		!rtc_conn_patience_is_over(conn, stream->until_s)) {
		rtc_conn_set_timeout(conn, conn->server->options.close_timeout_ms);
	} else {
		rtc_server_log(conn->server, RTC_LOG_DEBUG, conn, 0, "close_timeout",
			"the client did not read the end of a stream within closeTimeout");
		rtc_conn_fail(conn);
	}
}

static void stream_timeout(rtc_conn *conn)
{
	uint64_t now = rtc_loop_now_ms(conn->server->loop);
	rtc_stream_state *stream = conn->state;

	if (!rtc_conn_is_open(conn)) {
		stream_linger(conn, stream);
		return;
	}
	if (!stream_is_taking(conn, stream) &&
		now - stream->taken_ms >= conn->route->options.pong_timeout_ms) {
		conn->server->stats.heartbeat_timeouts++;
		rtc_server_log(conn->server, RTC_LOG_INFO, conn, RTC_CLOSE_ABNORMAL, "heartbeat_timeout",
			"nothing was read of an event stream within pongTimeout");
		rtc_conn_fail(conn);
		return;
	}
	if (stream->beat_ms <= now) {
		stream_beat(conn, stream);
	}
	if (rtc_conn_is_open(conn)) {
		stream_wait(conn, stream);
	}
}

/* ---- the mode ------------------------------------------------------------------------------- */

/* Whoever reads a stream has nothing to say on it. */
static void stream_input(rtc_conn *conn, rtc_input *in)
{
	(void)conn;
	in->pos = in->len;
}

static void stream_ended(rtc_conn *conn)
{
	rtc_conn_fail(conn);
}

static void stream_finish(rtc_conn *conn, rtc_stream_state *stream)
{
	stream->finished = true;
	rtc_conn_finish(conn);
	if (stream->source->finished != NULL) {
		stream->source->finished(conn);
	}
}

void rtc_conn_stream_end(rtc_conn *conn)
{
	rtc_stream_state *stream = conn->state;

	if (!rtc_conn_is_open(conn) || rtc_conn_stream_put_end(conn) != RTC_OK) {
		return;
	}
	conn->phase = RTC_CONN_CLOSING;
	stream->until_s = rtc_conn_patience_second(conn);
	stream_is_taking(conn, stream);
	rtc_conn_set_timeout(conn, conn->server->options.close_timeout_ms);
	if (rtc_conn_is_drained(conn)) {
		stream_finish(conn, stream);
	}
}

static void stream_close(rtc_conn *conn, uint16_t code, rtc_slice reason)
{
	const rtc_stream_state *stream = conn->state;

	if (stream->source->close != NULL) {
		stream->source->close(conn, code, reason);
	} else {
		rtc_conn_stream_end(conn);
	}
}

static void stream_work(rtc_conn *conn)
{
	const rtc_stream_state *stream = conn->state;

	if (rtc_conn_is_open(conn) && stream->source->pump != NULL) {
		stream->source->pump(conn);
	}
}

static void stream_drained(rtc_conn *conn)
{
	rtc_stream_state *stream = conn->state;

	if (rtc_conn_is_open(conn)) {
		stream_work(conn);
	} else if (conn->phase == RTC_CONN_CLOSING && !stream->finished) {
		stream_finish(conn, stream);
	}
}

static void stream_deliver(rtc_conn *conn, rtc_publication *pub)
{
	const rtc_stream_state *stream = conn->state;

	if (rtc_conn_is_open(conn) && stream->source->deliver != NULL) {
		stream->source->deliver(conn, pub);
	}
}

/* Nothing to do for NULL. */
static void stream_free(rtc_stream_state *stream)
{
	if (stream != NULL) {
		free(stream->gzip);
		free(stream);
	}
}

static void stream_deinit(rtc_conn *conn)
{
	rtc_stream_state *stream = conn->state;

	stream->source->leave(conn, stream->source_state);
	stream_free(stream);
}

static const rtc_conn_mode mode_stream = {
	.name = "event stream",
	.input = stream_input,
	.end = stream_ended,
	.timeout = stream_timeout,
	.send = rtc_conn_send_none,
	.send_small = rtc_conn_send_small_none,
	.close = stream_close,
	.drained = stream_drained,
	.deliver = stream_deliver,
	.work = stream_work,
	.deinit = stream_deinit,
};

void *rtc_conn_stream_state(const rtc_conn *conn)
{
	return ((const rtc_stream_state *)conn->state)->source_state;
}

unsigned rtc_conn_stream_retry_ms(void)
{
	return STREAM_RETRY_MIN_MS + rtc_scatter(STREAM_RETRY_MAX_MS - STREAM_RETRY_MIN_MS + 1);
}

/* ---- the beginning -------------------------------------------------------------------------- */

static rtc_status stream_head(rtc_conn *conn, bool gzip)
{
	rtc_status status;
	rtc_buf head;

	rtc_buf_init(&head);
	status = rtc_buf_printf(&head,
		"HTTP/1.1 200 OK\r\nDate: %s\r\nConnection: close\r\nContent-Type: text/event-stream\r\n"
		"Cache-Control: no-cache, no-transform\r\nX-Accel-Buffering: no\r\n",
		rtc_server_date(conn->server));
	if (status == RTC_OK) {
		status = rtc_conn_http_carrier_fields(conn, gzip, &head);
	}
	if (status == RTC_OK) {
		status = rtc_buf_append_str(&head, "\r\n");
	}
	if (status == RTC_OK) {
		status = rtc_conn_write(conn, rtc_buf_slice(&head),
			rtc_slice_of(rtc_gzip_head, gzip ? sizeof(rtc_gzip_head) : 0));
	}
	rtc_buf_deinit(&head);
	return status;
}

/* NULL: no memory. */
static rtc_stream_state *stream_new(bool gzip)
{
	rtc_stream_state *stream = calloc(1, sizeof(*stream));

	if (stream != NULL && gzip) {
		stream->gzip = calloc(1, sizeof(*stream->gzip));
		if (stream->gzip == NULL) {
			free(stream);
			return NULL;
		}
	}
	return stream;
}

rtc_status rtc_conn_stream_begin(rtc_conn *conn, const rtc_stream_source *source, void *state)
{
	uint32_t heartbeat = conn->route->options.heartbeat_ms;
	bool gzip = rtc_conn_http_takes_gzip(conn);
	rtc_stream_state *stream = stream_new(gzip);

	if (stream == NULL || stream_head(conn, gzip) != RTC_OK) {
		stream_free(stream);
		source->leave(conn, state);
		rtc_conn_no_memory(conn);
		return RTC_FAILED;
	}
	stream->source = source;
	stream->source_state = state;
	stream->taken_ms = rtc_loop_now_ms(conn->server->loop);
	rtc_conn_set_mode(conn, &mode_stream, stream);
	rtc_conn_stream_begun(conn);
	rtc_conn_clear_timeout(conn);
	rtc_request_unref(conn->request);
	conn->request = NULL;
	if (heartbeat > 0) {
		stream->beat_ms = stream->taken_ms + rtc_conn_first_beat_ms(heartbeat);
		stream_wait(conn, stream);
	}
	conn->input_left = rtc_conn_pending(conn) > 0;
	if (conn->held) {
		rtc_conn_unhold(conn);
	} else if (conn->input_left) {
		rtc_conn_defer(conn);
	}
	return RTC_OK;
}
