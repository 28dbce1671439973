/* Event streams that carry sessions. */
#include "session_state.h"

#include "server.h"

#include <inttypes.h>

/* Bytes that a stream has in its queue before the next message is handed out to it: so much is what
 * no overflow policy can drop any more. */
#define STREAM_AHEAD_BYTES (64 * 1024)

static rtc_status stream_id(const rtc_conn *session, uint64_t number, rtc_buf *out)
{
	const rtc_session_state *state = session->state;
	char token[RTC_TOKEN_LEN + 1];

	rtc_token_format(state->token, token);
	return rtc_buf_printf(out, "id: %s.%" PRIu64 "\n", token, number);
}

/* The next message as an event. One that others get as well has its form made once. The id is
 * queued for itself: where the stream is compressed, messages tell nothing of the token (see
 * poll_body.h). */
static rtc_status stream_message(const rtc_conn *session, rtc_conn *carrier, rtc_message *message)
{
	const rtc_session_state *state = session->state;
	rtc_message *block;
	rtc_status built;
	rtc_buf out;

	rtc_buf_init(&out);
	built = stream_id(session, rtc_outbox_number(&state->outbox) + 1, &out);
	if (rtc_conn_stream_write(carrier, &out, built) != RTC_OK) {
		return RTC_FAILED;
	}
	if (message->refs == 1) {
		built = rtc_message_write_event(message, RTC_SLICE(""), &out);
		return rtc_conn_stream_write(carrier, &out, built);
	}
	block = rtc_message_block(message);
	if (block == NULL) {
		rtc_conn_no_memory(carrier);
		return RTC_FAILED;
	}
	return rtc_conn_stream_message(carrier, RTC_SLICE(""), block, 0, false);
}

/* Everything is handed out: the last event says how it ends. */
static void stream_goodbye(rtc_conn *session, rtc_conn *carrier)
{
	rtc_session_state *state = session->state;
	rtc_status built = RTC_OK;
	rtc_buf out;

	rtc_buf_init(&out);
	if (session->close_code == RTC_CLOSE_SERVICE_RESTART) {
		built = rtc_buf_printf(&out, "retry: %u\n", rtc_conn_stream_retry_ms());
	}
	if (built == RTC_OK) {
		built = rtc_buf_append_str(&out, "event: close\ndata: ");
	}
	if (built == RTC_OK) {
		built = rtc_session_write_close(session, &out);
	}
	if (built == RTC_OK) {
		built = rtc_buf_append_str(&out, "\n\n");
	}
	if (rtc_conn_stream_write(carrier, &out, built) == RTC_OK) {
		state->close_told = true;
		rtc_conn_stream_end(carrier);
	}
}

void rtc_session_stream_push(rtc_conn *session, rtc_conn *carrier)
{
	rtc_session_state *state = session->state;
	rtc_outbox *outbox = &state->outbox;
	rtc_message *message = NULL;

	while (
		carrier->queue.bytes < STREAM_AHEAD_BYTES && (message = rtc_outbox_next(outbox)) != NULL) {
		if (stream_message(session, carrier, message) != RTC_OK) {
			return;
		}
		if (rtc_outbox_advance(outbox, rtc_session_second(session)) != RTC_OK) {
			rtc_conn_no_memory(carrier);
			return;
		}
		rtc_outbox_trim(outbox, session->route->options.send_buffer_bytes);
	}
	if (rtc_outbox_next(outbox) == NULL && !rtc_conn_is_open(session)) {
		stream_goodbye(session, carrier);
	}
}

/* ---- the stream's source -------------------------------------------------------------------- */

static void stream_pump(rtc_conn *conn)
{
	rtc_session_push(rtc_conn_stream_state(conn));
}

/* What the client has had time enough to ask for again is not kept. */
static void stream_beat(rtc_conn *conn)
{
	rtc_conn *session = rtc_conn_stream_state(conn);
	rtc_session_state *state = rtc_session_of(session);

	if (state != NULL && state->carrier == conn) {
		const rtc_route_options *options = &session->route->options;
		uint32_t kept = (options->session_linger_ms / 1000) + (options->heartbeat_ms / 1000) + 1;
		uint32_t now = rtc_session_second(session);

		rtc_outbox_trim_old(&state->outbox, now > kept ? now - kept : 0);
	}
}

/* The server stops: its sessions were told before their carriers. */
static void stream_close(rtc_conn *conn, uint16_t code, rtc_slice reason)
{
	rtc_conn *session = rtc_conn_stream_state(conn);
	const rtc_session_state *state = rtc_session_of(session);

	(void)code;
	(void)reason;
	if (state != NULL && state->carrier == conn && rtc_conn_is_alive(session)) {
		rtc_session_push(session);
	} else {
		rtc_conn_stream_end(conn);
	}
}

static void stream_finished(rtc_conn *conn)
{
	rtc_conn *session = rtc_conn_stream_state(conn);
	const rtc_session_state *state = rtc_session_of(session);

	if (state != NULL && state->carrier == conn && state->close_told) {
		rtc_session_close_told(session);
	}
}

static void stream_leave(rtc_conn *conn, void *state)
{
	rtc_session_detach(state, conn);
	rtc_conn_unref(state);
}

static const rtc_stream_source stream_source = {
	.pump = stream_pump,
	.beat = stream_beat,
	.close = stream_close,
	.finished = stream_finished,
	.leave = stream_leave,
};

void rtc_session_stream(rtc_conn *session, rtc_conn *conn, const rtc_session_ask *ask)
{
	const rtc_session_state *state = session->state;
	char token[RTC_TOKEN_LEN + 1];
	rtc_status built = RTC_OK;
	rtc_buf out;

	rtc_session_attach(session, conn, true);
	if (rtc_conn_stream_begin(conn, &stream_source, rtc_conn_ref(session)) != RTC_OK) {
		return;
	}
	rtc_buf_init(&out);
	if (!ask->has_token) {
		rtc_token_format(state->token, token);
		built = rtc_buf_printf(
			&out, "id: %s.0\nevent: open\ndata: {\"session\":\"%s\"}\n\n", token, token);
	} else if (!ask->has_header) {
		/* An EventSource that is lost before the first message comes again with this. */
		built = stream_id(session, rtc_outbox_number(&state->outbox), &out);
		if (built == RTC_OK) {
			built = rtc_buf_append_str(&out, "\n");
		}
	}
	if ((built == RTC_OK && out.len == 0) || rtc_conn_stream_write(conn, &out, built) == RTC_OK) {
		rtc_session_push(session);
	}
}
