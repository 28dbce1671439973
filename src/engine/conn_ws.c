#include "conn_ws.h"

#include "../proto/utf8.h"
#include "feed.h"
#include "server.h"
#include "session.h"
#include "throttle.h"

#include <stdlib.h>

/* Up to this size the buffer for inflated messages is kept from one to the next. */
#define WS_KEEP_BYTES (64 * 1024)

/* Where the messages of one read go. */
typedef struct ws_intake {
	rtc_server *server;
	uint8_t *room; /* asked for, and not in the binding's hands yet; or NULL */
} ws_intake;

/* Bytes that a client may have inflated before others have their turn: what a plain client can say
 * with one read. */
#define WS_SHARE_BYTES RTC_LOOP_INPUT_BYTES

/* What the connection's timer waits for. */
typedef enum ws_wait {
	WS_WAIT_PING,      /* time to send a ping */
	WS_WAIT_PONG,      /* a ping is out: something must arrive */
	WS_WAIT_LATE_PONG, /* the same, and the time for the next ping has come */
	WS_WAIT_CLOSE,     /* a close frame is out: the peer's must arrive */
} ws_wait;

static void ws_put_frame(rtc_conn *conn, uint8_t opcode, rtc_slice payload)
{
	uint8_t head[RTC_WS_HEADER_MAX];
	size_t len = rtc_ws_header_encode(head, opcode, true, 0, payload.len, NULL);

	/* On failure the connection has failed, which is all that can be done. */
	if (rtc_conn_write(conn, rtc_slice_of(head, len), payload) != RTC_OK) {
		return;
	}
}

static void ws_put_close(rtc_conn *conn, uint16_t code, rtc_slice reason)
{
	uint8_t payload[RTC_WS_CONTROL_MAX];
	size_t len = 0;

	if (code != RTC_CLOSE_NO_STATUS) {
		payload[0] = (uint8_t)(code >> 8);
		payload[1] = (uint8_t)(code & 0xff);
		memcpy(payload + 2, reason.data, reason.len);
		len = 2 + reason.len;
	}
	ws_put_frame(conn, RTC_WS_CLOSE, rtc_slice_of(payload, len));
}

/* Remembers what the peer has taken. */
static void ws_look(const rtc_conn *conn, rtc_ws_state *ws)
{
	ws->taken = rtc_conn_taken(conn);
	ws->owed = rtc_conn_owes(conn, ws->taken);
}

/* Enters CLOSING with a close frame behind what is queued. */
static void ws_begin_close(rtc_conn *conn, uint16_t code, rtc_slice reason, bool by_peer)
{
	rtc_ws_state *ws = conn->state;

	rtc_conn_set_close(conn, code, reason, by_peer);
	ws_look(conn, ws);
	ws_put_close(conn, code, by_peer ? RTC_SLICE("") : reason);
	if (!rtc_conn_is_alive(conn)) {
		return;
	}
	conn->phase = RTC_CONN_CLOSING;
	ws->wait = WS_WAIT_CLOSE;
	ws->until_s = rtc_conn_patience_second(conn);
	rtc_conn_set_timeout(conn, conn->server->options.close_timeout_ms);
	rtc_conn_resume(conn); /* or the peer's close frame could never arrive */
}

static void ws_close(rtc_conn *conn, uint16_t code, rtc_slice reason)
{
	ws_begin_close(conn, code, reason, false);
}

/* RFC 6455 7.1.7: a close frame that says why, and nothing of the peer's counts any more. */
static void ws_fail(rtc_conn *conn, rtc_ws_state *ws, uint16_t code, const char *text)
{
	rtc_server_log(conn->server, RTC_LOG_INFO, conn, code, "protocol_error", "%s", text);
	ws->failed = true;
	if (rtc_conn_is_open(conn)) {
		ws_begin_close(conn, code, rtc_slice_of(text, strlen(text)), false);
	} else {
		rtc_conn_fail(conn);
	}
}

/* ---- input -------------------------------------------------------------------------------------
 */

/* True if the client may say something more. */
static bool ws_may_say(rtc_conn *conn)
{
	if (RTC_LIKELY(rtc_throttle_message(conn))) {
		return true;
	}
	rtc_server_log(conn->server, RTC_LOG_INFO, conn, RTC_CLOSE_POLICY_VIOLATION,
		"too_many_messages", "too many messages: messageRate is %g per second",
		conn->route->options.message_rate.per_second);
	rtc_conn_close(conn, RTC_CLOSE_POLICY_VIOLATION, RTC_SLICE("too many messages"));
	return false;
}

static void ws_refuse_message(rtc_conn *conn)
{
	rtc_server_log(conn->server, RTC_LOG_INFO, conn, RTC_CLOSE_POLICY_VIOLATION, "read_only",
		"a message on a feed, which is read-only");
	rtc_conn_close(conn, RTC_CLOSE_POLICY_VIOLATION, RTC_SLICE("this feed is read-only"));
}

static uint8_t *ws_get_room(void *user, size_t len)
{
	ws_intake *intake = user;

	intake->room = intake->server->handlers->room(intake->server->user, len);
	return intake->room;
}

/* A message that was not told, so that the server is still there. */
static inline void ws_drop_room(ws_intake *intake)
{
	if (RTC_UNLIKELY(intake->room != NULL)) {
		intake->server->handlers->drop(intake->room);
		intake->room = NULL;
	}
}

static void ws_on_message(rtc_conn *conn, rtc_slice payload, bool binary, bool placed)
{
	rtc_server *server = conn->server;

	server->stats.messages_in++;
	rtc_conn_obey(conn, server->handlers->message(server->user, conn, payload, binary, placed));
}

/* RFC 7692 7.2.2. The buffer is out of reach while the message is handled, which may end the
 * server. */
static void ws_on_compressed(rtc_conn *conn, rtc_ws_state *ws, const rtc_ws_event *event)
{
	rtc_compression *compression = &conn->server->compression;
	bool binary = event->opcode == RTC_WS_BINARY;
	rtc_buf out = compression->inflated;
	int fault;

	rtc_buf_init(&compression->inflated);
	out.len = 0;
	fault = rtc_context_inflate(
		compression, ws->context, event->payload, conn->route->options.max_message_bytes, &out);
	compression->share += out.len;
	conn->rests = compression->share >= WS_SHARE_BYTES;
	if (fault == 0 && !binary && !rtc_utf8_valid(out.data, out.len)) {
		ws_fail(conn, ws, RTC_CLOSE_INVALID_PAYLOAD, "text is not UTF-8");
	} else if (fault != 0) {
		ws_fail(conn, ws, (uint16_t)fault,
			fault == RTC_CLOSE_MESSAGE_TOO_BIG       ? "message is too big"
				: fault == RTC_CLOSE_INVALID_PAYLOAD ? "compressed data is malformed"
													 : "out of memory");
	} else {
		ws_on_message(conn, rtc_buf_slice(&out), binary, false);
	}
	if (conn->server != NULL && out.cap <= WS_KEEP_BYTES) {
		conn->server->compression.inflated = out;
	} else {
		rtc_buf_deinit(&out);
	}
}

static void ws_on_close(rtc_conn *conn, rtc_ws_state *ws, const rtc_ws_event *event)
{
	ws->peer_closed = true;
	conn->close_clean = true;
	if (rtc_conn_is_open(conn)) {
		ws_begin_close(conn, event->close_code, event->reason, true);
	}
	if (rtc_conn_is_alive(conn) && rtc_conn_is_drained(conn)) {
		rtc_conn_fail(conn); /* both have said it: RFC 6455 7.1.1, the server closes first */
	}
}

static void ws_on_event(
	rtc_conn *conn, rtc_ws_state *ws, const rtc_ws_event *event, ws_intake *intake)
{
	if (event->opcode == RTC_WS_CLOSE) {
		ws_on_close(conn, ws, event);
		return;
	}
	if (event->opcode == RTC_WS_PONG || !rtc_conn_is_open(conn) || !ws_may_say(conn)) {
		return; /* where a close frame is out, nobody waits for messages */
	}
	if (event->opcode == RTC_WS_PING) {
		ws_put_frame(conn, RTC_WS_PONG, event->payload);
	} else if (conn->feed != NULL) {
		ws_refuse_message(conn);
	} else if (event->compressed) {
		ws_on_compressed(conn, ws, event);
	} else {
		if (event->placed) {
			intake->room = NULL;
		}
		ws_on_message(conn, event->payload, event->opcode == RTC_WS_BINARY, event->placed);
	}
}

/* Reads all there is, or the connection's share of it. After each event the connection may be
 * paused, closed, or gone with its state. */
static void ws_read(rtc_conn *conn, rtc_ws_reader *reader, rtc_input *in)
{
	const rtc_route_options *options = &conn->route->options;
	rtc_ws_limits limits = {options->max_frame_bytes, options->max_message_bytes};
	ws_intake intake = {.server = conn->server};
	rtc_ws_room room = {ws_get_room, &intake, conn->server->handlers->room_bytes};
	bool has_room = conn->server->handlers->room != NULL;
	rtc_ws_event event;

	/* A reader that holds nothing has nothing to say without input; one that does gives back the
	 * memory of the last message. */
	while ((in->pos < in->len ? !conn->rests : reader->flags != 0) && rtc_conn_may_read(conn)) {
		switch (rtc_ws_next(reader, &limits, has_room ? &room : NULL, in, &event)) {
		case RTC_PARSE_MORE:
			return;
		case RTC_PARSE_ERROR:
			ws_drop_room(&intake);
			in->pos = in->len;
			ws_fail(conn, conn->state, reader->error_code, reader->error);
			return;
		case RTC_PARSE_DONE:
			ws_on_event(conn, conn->state, &event, &intake);
			ws_drop_room(&intake);
			break;
		}
		/* Pongs to a peer that sends pings and never reads must not pile up. */
		if (rtc_conn_is_alive(conn) && conn->queue.bytes > conn->route->options.send_buffer_bytes) {
			rtc_conn_flush(conn);
			if (conn->blocked) {
				rtc_conn_hold(conn);
			}
		}
	}
}

/* Takes the reader where it was left, or a new one. */
static void ws_take_reader(rtc_ws_state *ws, rtc_ws_reader *reader)
{
	if (ws->reader == NULL) {
		rtc_ws_reader_init(reader, RTC_WS_FROM_CLIENT, ws->context != NULL ? RTC_WS_RSV1 : 0);
		return;
	}
	*reader = *ws->reader;
	free(ws->reader);
	ws->reader = NULL;
}

/* Keeps a reader that holds something. */
static void ws_keep_reader(rtc_conn *conn, rtc_ws_reader *reader)
{
	rtc_ws_state *ws = conn->state;

	if (!rtc_conn_is_alive(conn) || reader->flags == 0) {
		rtc_ws_reader_deinit(reader);
		return;
	}
	ws->reader = malloc(sizeof(*reader));
	if (ws->reader == NULL) {
		rtc_ws_reader_deinit(reader);
		rtc_conn_no_memory(conn);
		return;
	}
	*ws->reader = *reader;
}

static void ws_input(rtc_conn *conn, rtc_input *in)
{
	rtc_ws_state *ws = conn->state;
	rtc_ws_reader reader;
	rtc_stretch calls;

	ws->heard = true;
	if (ws->failed) {
		in->pos = in->len;
		return;
	}
	calls = rtc_stretch_begin(conn->server->loop->calls);
	conn->server->compression.share = 0;
	ws_take_reader(ws, &reader);
	ws_read(conn, &reader, in);
	ws_keep_reader(conn, &reader);
	rtc_stretch_end(&calls);
}

static void ws_end(rtc_conn *conn)
{
	rtc_conn_set_close(conn, RTC_CLOSE_ABNORMAL, RTC_SLICE(""), true);
	rtc_conn_fail(conn);
}

static void ws_drained(rtc_conn *conn)
{
	rtc_ws_state *ws = conn->state;

	if (conn->held) {
		rtc_conn_unhold(conn);
	}
	if (conn->phase != RTC_CONN_CLOSING) {
		rtc_feed_pump(conn);
		return;
	}

	bool prompt = conn->route->options.prompt_close;

	if (ws->peer_closed) {
		rtc_conn_fail(conn);
	} else if ((ws->failed || prompt) && !ws->finished) {
		/* Closing at once would make the kernel answer unread bytes with a reset, which may
		 * overtake the close frame: end our side, and wait for the peer to end its own. */
		ws->finished = true;
		rtc_conn_finish(conn);
		if (prompt) {
			rtc_conn_end_conversation(conn);
		}
	}
}

/* ---- time --------------------------------------------------------------------------------------
 */

static void ws_wait_for_ping(rtc_conn *conn, rtc_ws_state *ws, uint32_t delay_ms)
{
	if (delay_ms > 0) {
		ws->wait = WS_WAIT_PING;
		rtc_conn_set_timeout(conn, delay_ms);
	}
}

/* The peer is taken for dead: nothing is waited for, though it may be told. */
static void ws_give_up(rtc_conn *conn, uint16_t code)
{
	conn->server->stats.heartbeat_timeouts++;
	rtc_server_log(conn->server, RTC_LOG_INFO, conn, RTC_CLOSE_ABNORMAL, "heartbeat_timeout",
		"no answer to a ping within pongTimeout");
	rtc_conn_set_close(conn, RTC_CLOSE_ABNORMAL, RTC_SLICE("no pong"), false);
	if (code != 0) {
		ws_put_close(conn, code, RTC_SLICE(""));
		if (rtc_conn_is_alive(conn)) {
			rtc_conn_flush(conn);
		}
	}
	rtc_conn_fail(conn);
}

static void ws_send_ping(rtc_conn *conn, rtc_ws_state *ws)
{
	const rtc_route_options *options = &conn->route->options;

	if (ws->context != NULL) {
		rtc_context_beat(&conn->server->compression, ws->context);
	}
	ws->heard = false;
	ws->wait = WS_WAIT_PONG;
	ws_look(conn, ws);
	ws_put_frame(conn, RTC_WS_PING, RTC_SLICE(""));
	if (rtc_conn_is_alive(conn)) {
		rtc_conn_set_timeout(conn,
			options->heartbeat_ms < options->pong_timeout_ms ? options->heartbeat_ms
															 : options->pong_timeout_ms);
	}
}

/* True if the peer has taken something of what waited for it: the ping stands behind that, and so
 * does its pong. What is queued behind the ping does not matter. */
static bool ws_is_reading(const rtc_conn *conn, const rtc_ws_state *ws)
{
	return ws->owed && rtc_conn_taken(conn) > ws->taken;
}

/* True if anything was heard since the last ping: a pong may stand behind a long message. */
static bool ws_is_answered(const rtc_conn *conn, const rtc_ws_state *ws)
{
	return ws->heard || conn->paused || ws_is_reading(conn, ws);
}

/* All the time that a pong may take is over. */
static void ws_judge_pong(rtc_conn *conn, rtc_ws_state *ws)
{
	if (ws_is_answered(conn, ws)) {
		ws_send_ping(conn, ws);
	} else {
		ws_give_up(conn, conn->route->options.no_pong_code);
	}
}

static void ws_timeout(rtc_conn *conn)
{
	const rtc_route_options *options = &conn->route->options;
	uint32_t heartbeat = options->heartbeat_ms;
	uint32_t patience = options->pong_timeout_ms;
	rtc_ws_state *ws = conn->state;

	if (rtc_throttle_slowed_ms(conn) > 0) {
		ws->heard = true; /* it may have answered, and was not read */
	}
	switch ((ws_wait)ws->wait) {
	case WS_WAIT_PING:
		ws_send_ping(conn, ws);
		break;
	case WS_WAIT_PONG:
		if (ws_is_answered(conn, ws) && heartbeat > patience) {
			ws_wait_for_ping(conn, ws, heartbeat - patience);
		} else if (!ws_is_answered(conn, ws) && heartbeat < patience) {
			ws->wait = WS_WAIT_LATE_PONG;
			rtc_conn_set_timeout(conn, patience - heartbeat);
		} else {
			ws_judge_pong(conn, ws);
		}
		break;
	case WS_WAIT_LATE_PONG:
		ws_judge_pong(conn, ws);
		break;
	case WS_WAIT_CLOSE:
		if (ws_is_reading(conn, ws) && rtc_conn_unsent(conn) > 0 &&
			!rtc_conn_patience_is_over(conn, ws->until_s)) {
			ws_look(conn, ws);
			rtc_conn_set_timeout(conn, conn->server->options.close_timeout_ms);
			break;
		}
		rtc_server_log(conn->server, RTC_LOG_DEBUG, conn, conn->close_code, "close_timeout",
			"the client did not close within closeTimeout");
		rtc_conn_fail(conn);
		break;
	}
}

static void ws_deinit(rtc_conn *conn)
{
	rtc_ws_state *ws = conn->state;

	if (ws->reader != NULL) {
		rtc_ws_reader_deinit(ws->reader);
		free(ws->reader);
	}
	rtc_context_free(&conn->server->compression, ws->context);
	free(ws);
}

static const rtc_conn_mode mode_ws = {
	.name = "websocket",
	.input = ws_input,
	.end = ws_end,
	.timeout = ws_timeout,
	.send = rtc_conn_ws_send,
	.send_small = rtc_conn_ws_send_small,
	.close = ws_close,
	.drained = ws_drained,
	.deliver = rtc_conn_ws_deliver,
	.work = rtc_feed_pump,
	.deinit = ws_deinit,
};

rtc_send_result rtc_conn_ping(rtc_conn *conn, rtc_slice payload)
{
	rtc_send_result result = RTC_SEND_CLOSED;

	if (conn->session) {
		return rtc_session_ping(conn, payload);
	}
	if (conn->mode == &mode_ws) {
		result = rtc_conn_admit(conn, 2 + payload.len, rtc_conn_overflow(conn));
	}
	if (result == RTC_SEND_SENT || result == RTC_SEND_QUEUED) {
		ws_put_frame(conn, RTC_WS_PING, payload);
	}
	return result;
}

rtc_status rtc_conn_ws_begin(rtc_conn *conn, const rtc_deflate_params *deflate)
{
	const rtc_route_options *options = &conn->route->options;
	rtc_ws_state *ws = calloc(1, sizeof(*ws));

	if (ws == NULL) {
		return RTC_NOMEM;
	}
	if (deflate != NULL) {
		ws->context = rtc_context_new(&conn->server->compression, &options->deflate, deflate);
		if (ws->context == NULL) {
			free(ws);
			return RTC_NOMEM;
		}
	}
	rtc_conn_set_mode(conn, &mode_ws, ws);
	rtc_conn_clear_timeout(conn);
	ws_wait_for_ping(
		conn, ws, options->heartbeat_ms == 0 ? 0 : rtc_conn_first_beat_ms(options->heartbeat_ms));
	return RTC_OK;
}
