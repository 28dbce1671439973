#include "session_state.h"

#include "../proto/json.h"
#include "../proto/sse.h"

#include "conn_peer.h"
#include "server.h"

#include <event2/util.h>
#include <stdlib.h>

/* Bytes per second that a client must take on average once its session closes. */
#define SESSION_SLOWEST 1024

uint32_t rtc_session_second(const rtc_conn *session)
{
	return (uint32_t)(rtc_loop_now_ms(session->server->loop) / 1000);
}

/* ---- carriers ------------------------------------------------------------------------------- */

void rtc_session_wait(rtc_conn *session)
{
	const rtc_session_state *state = session->state;
	const rtc_server *server = session->server;

	if (!rtc_conn_is_alive(session)) {
		return;
	}
	if (server->state != RTC_SERVER_RUNNING && !rtc_conn_is_open(session) && !state->opening) {
		uint32_t left_ms = rtc_restart_left_ms(server);

		if (left_ms > 0) {
			rtc_conn_set_timeout(session, left_ms); /* its client may come by a connection it has */
		} else {
			rtc_conn_fail(session); /* there is nothing to come to any more */
		}
	} else {
		rtc_conn_set_timeout(session,
			rtc_conn_is_open(session) ? session->route->options.session_linger_ms
									  : server->options.close_timeout_ms);
	}
}

void rtc_session_attach(rtc_conn *session, rtc_conn *conn, bool streams)
{
	rtc_session_state *state = session->state;

	state->carrier = conn;
	conn->carries = true;
	state->streams = streams;
	state->opening = false;
	state->close_told = false;
	if (rtc_conn_is_open(session)) {
		rtc_conn_clear_timeout(session);
	}
}

void rtc_session_detach(rtc_conn *session, const rtc_conn *conn)
{
	rtc_session_state *state = rtc_session_of(session);

	if (state != NULL && state->carrier == conn) {
		if (state->carrier != NULL) {
			state->carrier->carries = false;
			state->carrier = NULL;
		}
		state->opening = false;
		state->close_told = false;
		rtc_session_wait(session);
	}
}

void rtc_session_release_carrier(rtc_conn *session)
{
	rtc_session_state *state = session->state;
	rtc_conn *carrier = state->carrier;

	if (carrier == NULL) {
		return;
	}
	rtc_conn_ref(carrier);
	rtc_session_detach(session, carrier);
	if (rtc_conn_is_open(carrier) && state->streams) {
		rtc_conn_stream_end(carrier);
	} else if (rtc_conn_is_open(carrier)) {
		rtc_session_poll_release(session, carrier);
	}
	rtc_conn_unref(carrier);
}

void rtc_session_push(rtc_conn *session)
{
	const rtc_session_state *state = rtc_session_of(session);
	rtc_conn *carrier = state != NULL ? state->carrier : NULL;

	if (carrier == NULL || !rtc_conn_is_alive(session) || !rtc_conn_is_open(carrier)) {
		return;
	}
	rtc_conn_ref(carrier);
	if (state->streams) {
		rtc_session_stream_push(session, carrier);
	} else {
		rtc_session_poll_push(session, carrier);
	}
	rtc_conn_unref(carrier);
}

void rtc_session_flush(rtc_conn *session)
{
	const rtc_session_state *state = rtc_session_of(session);
	rtc_conn *carrier = state != NULL ? state->carrier : NULL;

	if (carrier == NULL) {
		return;
	}
	rtc_conn_ref(carrier);
	rtc_session_push(session);
	if (rtc_conn_is_alive(carrier) && !carrier->blocked) {
		rtc_conn_flush(carrier);
	}
	rtc_conn_unref(carrier);
}

void rtc_session_stop(rtc_conn *session)
{
	const rtc_session_state *state = rtc_session_of(session);

	if (state != NULL && state->carrier == NULL) {
		rtc_session_wait(session);
	}
}

void rtc_session_close_told(rtc_conn *session)
{
	session->close_clean = true;
	rtc_conn_fail(session);
}

rtc_status rtc_session_write_close(const rtc_conn *session, rtc_buf *out)
{
	rtc_status status = rtc_buf_printf(out, "{\"code\":%u,\"reason\":", session->close_code);

	if (status == RTC_OK) {
		status = rtc_json_string(out, rtc_conn_close_reason(session));
	}
	return status == RTC_OK ? rtc_buf_append_str(out, "}") : status;
}

/* ---- sending -------------------------------------------------------------------------------- */

static bool session_fits(const rtc_conn *session, size_t size)
{
	const rtc_session_state *state = session->state;
	size_t waiting = state->outbox.fresh.bytes;

	/* A message alone may be larger than the limit, or it could never be sent. */
	return waiting == 0 || waiting + size <= session->route->options.send_buffer_bytes;
}

static void session_drop(rtc_conn *session, size_t size)
{
	rtc_session_state *state = session->state;

	while (!session_fits(session, size) && rtc_outbox_drop_oldest(&state->outbox)) {
		rtc_conn_dropped(session, state->outbox.fresh.bytes);
	}
}

/* Makes room for a message of that size; false: there is none, *result says why. */
static bool session_make_room(
	rtc_conn *session, size_t size, rtc_overflow overflow, rtc_send_result *result)
{
	rtc_session_state *state = session->state;

	if (RTC_LIKELY(session_fits(session, size))) {
		return true;
	}
	rtc_session_flush(session);
	if (overflow == RTC_OVERFLOW_DROP_OLDEST) {
		session_drop(session, size);
	}
	if (session_fits(session, size)) {
		return true;
	}
	if (overflow == RTC_OVERFLOW_CLOSE) {
		session->server->stats.overflow_closes++;
		rtc_server_log(session->server, RTC_LOG_INFO, session, RTC_CLOSE_TRY_AGAIN_LATER,
			"slow_consumer", "slow consumer: %zu bytes are queued", state->outbox.fresh.bytes);
		rtc_outbox_drop_fresh(&state->outbox);
		rtc_conn_close(session, RTC_CLOSE_TRY_AGAIN_LATER, RTC_SLICE("slow consumer"));
		*result = RTC_SEND_CLOSED;
	} else {
		rtc_conn_dropped(session, state->outbox.fresh.bytes);
		*result = RTC_SEND_DROPPED;
	}
	return false;
}

static rtc_send_result session_put(rtc_conn *session, rtc_message *message, rtc_overflow overflow)
{
	rtc_session_state *state = session->state;
	rtc_send_result result = RTC_SEND_CLOSED;

	if (!rtc_conn_is_open(session) ||
		!session_make_room(session, rtc_outbox_size(message), overflow, &result)) {
		return result;
	}
	if (rtc_outbox_put(&state->outbox, message) != RTC_OK) {
		rtc_conn_no_memory(session);
		return RTC_SEND_CLOSED;
	}
	session->server->stats.messages_out++;
	if (state->carrier == NULL) {
		return RTC_SEND_QUEUED;
	}
	rtc_conn_put_off(session);
	return state->carrier->blocked ? RTC_SEND_QUEUED : RTC_SEND_SENT;
}

static rtc_send_result session_send(rtc_conn *session, rtc_message *message)
{
	return session_put(session, message, rtc_conn_overflow(session));
}

static rtc_send_result session_send_small(rtc_conn *session, rtc_slice payload, bool binary)
{
	rtc_message *message = rtc_message_copy(payload, binary);
	rtc_send_result result;

	if (message == NULL) {
		rtc_conn_no_memory(session);
		return RTC_SEND_CLOSED;
	}
	result = session_send(session, message);
	rtc_message_unref(message);
	return result;
}

static void session_deliver(rtc_conn *session, rtc_publication *pub)
{
	session_put(session, pub->message, rtc_publication_overflow(pub, rtc_conn_overflow(session)));
}

rtc_send_result rtc_session_ping(rtc_conn *session, rtc_slice payload)
{
	const rtc_session_state *state = rtc_session_of(session);
	rtc_sse_event event = {.comment = payload, .has_comment = true};
	rtc_buf out;

	if (state == NULL || !rtc_conn_is_open(session)) {
		return RTC_SEND_CLOSED;
	}
	if (state->carrier == NULL || !state->streams || !rtc_conn_is_open(state->carrier)) {
		return RTC_SEND_SENT; /* a poll shows by coming that it lives */
	}
	if (state->carrier->queue.bytes > session->route->options.send_buffer_bytes) {
		return RTC_SEND_DROPPED; /* or pings would pile up where nobody reads */
	}
	rtc_buf_init(&out);
	if (rtc_conn_stream_write(state->carrier, &out, rtc_sse_write(&out, &event)) != RTC_OK) {
		return RTC_SEND_DROPPED; /* the carrier has failed, the session goes on */
	}
	return RTC_SEND_SENT;
}

size_t rtc_session_buffered(const rtc_conn *session)
{
	const rtc_session_state *state = rtc_session_of(session);

	return state != NULL ? rtc_outbox_waiting(&state->outbox) : 0;
}

/* ---- the mode ------------------------------------------------------------------------------- */

static void session_input(rtc_conn *session, rtc_input *in)
{
	(void)session;
	in->pos = in->len;
}

static void session_nothing(rtc_conn *session)
{
	(void)session;
}

/* Bytes that wait for the client, wherever they are. */
static size_t session_unsent(const rtc_conn *session)
{
	const rtc_session_state *state = session->state;

	return rtc_outbox_waiting(&state->outbox) +
		(state->carrier != NULL ? rtc_conn_unsent(state->carrier) : 0);
}

static void session_timeout(rtc_conn *session)
{
	rtc_session_state *state = session->state;

	if (rtc_conn_is_open(session)) {
		session->server->stats.sessions_expired++;
		rtc_server_log(session->server, RTC_LOG_DEBUG, session, RTC_CLOSE_ABNORMAL,
			"session_expired", "the client did not come back within sessionLinger");
		rtc_conn_set_close(session, RTC_CLOSE_ABNORMAL, RTC_SLICE(""), true);
		rtc_conn_fail(session);
		return;
	}

	size_t unsent = session_unsent(session);

	if (unsent > 0 && unsent < state->unsent && rtc_session_second(session) < state->until) {
		state->unsent = unsent; /* a slow client still takes what waits for it */
		rtc_conn_set_timeout(session, session->server->options.close_timeout_ms);
	} else {
		rtc_server_log(session->server, RTC_LOG_DEBUG, session, session->close_code,
			"close_timeout", "the client did not fetch the end within closeTimeout");
		rtc_conn_fail(session);
	}
}

static void session_close(rtc_conn *session, uint16_t code, rtc_slice reason)
{
	rtc_session_state *state = session->state;

	rtc_conn_set_close(session, code, reason, false);
	session->phase = RTC_CONN_CLOSING;
	session->paused = false;
	state->unsent = session_unsent(session);
	state->until = rtc_session_second(session) + 1 + (uint32_t)(state->unsent / SESSION_SLOWEST);
	rtc_session_refuse_posts(session);
	if (state->carrier == NULL) {
		rtc_session_wait(session);
		return;
	}
	rtc_conn_set_timeout(session, session->server->options.close_timeout_ms);
	rtc_conn_put_off(session);
}

static void session_work(rtc_conn *session)
{
	rtc_session_run_posts(session);
	rtc_session_push(session);
}

static void session_deinit(rtc_conn *session)
{
	rtc_session_state *state = session->state;
	rtc_conn *carrier = state->carrier;

	rtc_map_remove(&session->server->sessions, rtc_slice_of(state->token, RTC_TOKEN_BYTES));
	rtc_session_refuse_posts(session);
	state->carrier = NULL;
	if (carrier != NULL) {
		carrier->carries = false;
	}
	if (carrier != NULL && rtc_conn_is_open(carrier)) {
		rtc_conn_fail(carrier); /* one that closes has been told everything */
	}
	rtc_outbox_deinit(&state->outbox);
	free(state);
}

static const rtc_conn_mode mode_session = {
	.name = "session",
	.input = session_input,
	.end = session_nothing,
	.timeout = session_timeout,
	.send = session_send,
	.send_small = session_send_small,
	.close = session_close,
	.drained = session_nothing,
	.deliver = session_deliver,
	.work = session_work,
	.deinit = session_deinit,
};

rtc_session_state *rtc_session_of(const rtc_conn *conn)
{
	return conn->mode == &mode_session ? conn->state : NULL;
}

/* ---- the beginning -------------------------------------------------------------------------- */

rtc_conn *rtc_session_find(const rtc_conn *conn, const uint8_t token[RTC_TOKEN_BYTES])
{
	rtc_conn *session = rtc_map_get(&conn->server->sessions, rtc_slice_of(token, RTC_TOKEN_BYTES));
	const rtc_session_state *state = session != NULL ? rtc_session_of(session) : NULL;

	return state != NULL && rtc_conn_is_alive(session) && state->home == conn->route ? session
																					 : NULL;
}

static rtc_conn *session_make(rtc_conn *conn, const rtc_route *home)
{
	rtc_session_state *state = calloc(1, sizeof(*state));
	rtc_conn *session = state != NULL ? rtc_conn_new_session(conn->server, &conn->peer) : NULL;

	if (session == NULL) {
		free(state);
		return NULL;
	}
	evutil_secure_rng_get_bytes(state->token, sizeof(state->token));
	if (rtc_map_add(&conn->server->sessions, rtc_slice_of(state->token, RTC_TOKEN_BYTES),
			session) != RTC_OK) {
		rtc_conn_unref(session);
		free(state);
		return NULL;
	}
	state->home = home;
	state->outbox.fresh.total = &conn->server->stats.queued;
	state->opening = true;
	session->request = rtc_request_ref(conn->request);
	session->route = conn->route;
	session->delivery = conn->delivery;
	rtc_conn_set_mode(session, &mode_session, state);
	return session;
}

rtc_conn *rtc_session_new(rtc_conn *conn, const rtc_route *home)
{
	rtc_server *server = conn->server;
	rtc_peer *peer;
	rtc_conn *session;

	if (!rtc_server_takes_new(server)) {
		rtc_conn_http_refuse_for(conn, 503, "stopping", "the server is stopping");
		return NULL;
	}
	if (server->sessions.count >= server->options.max_connections) {
		rtc_conn_http_refuse_for(conn, 503, "sessions_full", "there are too many sessions");
		return NULL;
	}
	if (rtc_peer_judge(server, &conn->peer, RTC_PEER_SESSION, &peer) != RTC_PEER_WELCOME) {
		rtc_conn_http_refuse_for(
			conn, 503, "address_full", "there are too many sessions of this address");
		return NULL;
	}
	session = session_make(conn, home);
	if (session == NULL) {
		rtc_peers_leave(&server->peers, peer, RTC_PEER_SESSION, rtc_loop_now_ms(server->loop));
		rtc_conn_no_memory(conn);
		return NULL;
	}
	rtc_conn_count_peer(session, peer, RTC_PEER_SESSION);
	rtc_server_add_session(server, session);
	rtc_conn_opened(session);
	return session;
}
