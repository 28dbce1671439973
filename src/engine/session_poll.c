/* Requests that carry sessions: long polls, and polls in intervals. */
#include "session_state.h"

#include "poll_body.h"
#include "server.h"

#include <inttypes.h>

/* One message as an element of the list. */
static rtc_status poll_element(
	const char *token, uint64_t number, rtc_message *message, rtc_poll_body *body)
{
	rtc_message *member = rtc_message_member(message);
	rtc_status built = member != NULL ? RTC_OK : RTC_NOMEM;

	if (built == RTC_OK) {
		built = rtc_buf_printf(&body->text, "%s{\"id\":\"%s.%" PRIu64 "\",",
			rtc_poll_body_len(body) == 0 ? "" : ",", token, number);
	}
	if (built == RTC_OK) {
		built = rtc_poll_body_message(body, member);
	}
	return built == RTC_OK ? rtc_buf_append_str(&body->text, "}") : built;
}

/* Hands out what an answer may hold. All of it stays within what is kept, so that it can be had
 * again where the answer is lost. */
static rtc_status poll_messages(const rtc_conn *session, const char *token, rtc_poll_body *body)
{
	rtc_session_state *state = session->state;
	size_t limit = session->route->options.send_buffer_bytes;
	rtc_outbox *outbox = &state->outbox;
	rtc_status built = RTC_OK;
	size_t sum = 0;
	rtc_message *message;

	while (built == RTC_OK && (message = rtc_outbox_next(outbox)) != NULL) {
		size_t size = rtc_outbox_size(message);

		if (sum > 0 && (sum + size > limit || rtc_poll_body_len(body) + size > limit)) {
			break;
		}
		sum += size;
		built = poll_element(token, rtc_outbox_number(outbox) + 1, message, body);
		if (built == RTC_OK) {
			built = rtc_outbox_advance(outbox, rtc_session_second(session));
		}
	}
	rtc_outbox_trim(outbox, limit);
	return built;
}

/* What stands around the messages. */
static rtc_status poll_frame(
	const rtc_conn *session, bool opening, bool closed, rtc_poll_body *body, rtc_buf *front)
{
	const rtc_session_state *state = session->state;
	char token[RTC_TOKEN_LEN + 1];
	rtc_status built;

	rtc_token_format(state->token, token);
	built = rtc_buf_append_str(front, "{");
	if (built == RTC_OK && opening) {
		built = rtc_buf_printf(front, "\"session\":\"%s\",", token);
	}
	if (built == RTC_OK && closed) {
		built = rtc_buf_append_str(front, "\"closed\":");
		if (built == RTC_OK) {
			built = rtc_session_write_close(session, front);
		}
		if (built == RTC_OK) {
			built = rtc_buf_append_str(front, ",");
		}
	}
	if (built == RTC_OK) {
		built = rtc_buf_printf(front, "\"cursor\":\"%s.%" PRIu64 "\",\"messages\":[", token,
			rtc_outbox_number(&state->outbox));
	}
	if (built == RTC_OK) {
		built = rtc_buf_append_str(&body->text, "]}");
	}
	return built == RTC_OK ? rtc_poll_body_end(body, rtc_buf_slice(front)) : built;
}

/* Answers the carrier, which is the session's no more, with messages or without. */
static void poll_answer(rtc_conn *session, rtc_conn *conn, bool with_messages)
{
	rtc_session_state *state = session->state;
	bool opening = state->opening;
	bool closed = false;
	char token[RTC_TOKEN_LEN + 1];
	rtc_status built = RTC_OK;
	rtc_poll_body body;
	rtc_buf front;

	/* The next request comes to another process: this one is the last to speak of the session. */
	if (session->server->restart.begun && with_messages) {
		rtc_conn_close(session, RTC_CLOSE_SERVICE_RESTART, RTC_SLICE("service restart"));
	}
	rtc_poll_body_init(&body, conn, true);
	rtc_buf_init(&front);
	rtc_token_format(state->token, token);
	state->carrier = NULL;
	conn->carries = false;
	state->opening = false;
	if (with_messages) {
		built = poll_messages(session, token, &body);
		closed = session->phase == RTC_CONN_CLOSING && rtc_outbox_next(&state->outbox) == NULL;
	}
	if (built == RTC_OK) {
		built = poll_frame(session, opening, closed, &body, &front);
	}
	conn->stays = with_messages && session->phase == RTC_CONN_CLOSING && !closed;
	if (built == RTC_OK) {
		rtc_conn_http_reply_carrier(conn, "application/json", body.gzip, rtc_buf_slice(&body.text));
	} else {
		rtc_conn_no_memory(conn);
	}
	rtc_poll_body_deinit(&body);
	rtc_buf_deinit(&front);
	if (closed && built == RTC_OK) {
		rtc_session_close_told(session);
	} else if (conn->stays) {
		rtc_conn_set_timeout(session, session->server->options.close_timeout_ms);
	} else {
		rtc_session_wait(session);
	}
}

void rtc_session_poll_push(rtc_conn *session, rtc_conn *carrier)
{
	const rtc_session_state *state = session->state;

	if (rtc_outbox_next(&state->outbox) != NULL || !rtc_conn_is_open(session)) {
		poll_answer(session, carrier, true);
	}
}

void rtc_session_poll_release(rtc_conn *session, rtc_conn *carrier)
{
	poll_answer(session, carrier, false);
}

/* ---- the waiting request -------------------------------------------------------------------- */

static void poll_hurry(rtc_conn *conn)
{
	rtc_conn *session = rtc_conn_http_wait_state(conn);
	const rtc_session_state *state = rtc_session_of(session);

	if (state != NULL && state->carrier == conn && rtc_conn_is_alive(session)) {
		poll_answer(session, conn, true);
	} else {
		rtc_conn_fail(conn); /* the session is over, and was cut */
	}
}

static void poll_leave(rtc_conn *conn, void *state)
{
	rtc_session_detach(state, conn);
	rtc_conn_unref(state);
}

static const rtc_http_waiter poll_waiter = {
	.hurry = poll_hurry,
	.leave = poll_leave,
};

void rtc_session_poll(rtc_conn *session, rtc_conn *conn, const rtc_session_ask *ask)
{
	rtc_session_state *state = session->state;

	rtc_session_attach(session, conn, false);
	state->opening = !ask->has_token;
	rtc_conn_http_wait(conn, &poll_waiter, rtc_conn_ref(session), ask->wait_ms);
	if (state->opening || ask->wait_ms == 0) {
		poll_answer(session, conn, true);
	} else {
		rtc_session_push(session);
	}
}
