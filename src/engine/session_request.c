/* Requests of sessions, and messages up. */
#include "session_state.h"

#include "../proto/query.h"
#include "../proto/utf8.h"

#include "conn_http.h"
#include "feed.h"
#include "server.h"
#include "throttle.h"

#include <stdlib.h>

/* ---- what is asked for ---------------------------------------------------------------------- */

/* The functions below give NULL, or a sentence that says what is wrong. */

static const char *ask_cursor(rtc_session_ask *ask, rtc_slice text)
{
	ask->has_token = true;
	ask->has_cursor = true;
	return rtc_session_cursor_parse(text, ask->token, &ask->number) ? NULL : "that is no cursor";
}

/* Tokens, cursors and numbers need no decoding: they have no character that is ever escaped. */
static const char *ask_pair(rtc_session_ask *ask, rtc_slice name, rtc_slice value)
{
	if (rtc_slice_equals(name, RTC_SLICE("cursor"))) {
		return ask_cursor(ask, value);
	}
	if (rtc_slice_equals(name, RTC_SLICE("session")) && !ask->has_cursor) {
		ask->has_token = true;
		return rtc_token_parse(value, ask->token) ? NULL : "that is no session";
	}
	if (rtc_slice_equals(name, RTC_SLICE("wait"))) {
		if (!rtc_query_number(value, RTC_POLL_MAX_SECONDS, &ask->wait_ms)) {
			return "'wait' is a whole number of seconds";
		}
		ask->wait_ms *= 1000;
	}
	return NULL;
}

/* True if it could be read; otherwise the request was refused. */
static bool ask_read(rtc_session_ask *ask, rtc_conn *conn, bool down)
{
	rtc_slice query = rtc_request_slice(conn->request, conn->request->query);
	rtc_slice header = rtc_request_field(conn->request, RTC_SLICE("last-event-id"));
	const char *error = NULL;
	rtc_slice name;
	rtc_slice value;

	*ask = (rtc_session_ask){.wait_ms = RTC_POLL_DEFAULT_SECONDS * 1000};
	while (error == NULL && rtc_query_next(&query, &name, &value)) {
		error = ask_pair(ask, name, value);
	}
	if (error == NULL && down && header.len > 0) {
		/* What EventSource sends is newer than what its page wrote into the address once. */
		ask->has_header = true;
		error = ask_cursor(ask, header);
	}
	if (error == NULL && !down && !ask->has_token) {
		error = "the query names no session";
	}
	if (error != NULL) {
		rtc_conn_http_refuse(conn, 400, error);
	}
	return error == NULL;
}

static void refuse_gone(rtc_conn *conn)
{
	rtc_conn_http_refuse(conn, 410, "there is no such session any more");
}

/* ---- GET ------------------------------------------------------------------------------------ */

static void carry(rtc_conn *session, rtc_conn *conn, const rtc_session_ask *ask)
{
	if (conn->delivery == RTC_EVENT_STREAM) {
		rtc_session_stream(session, conn, ask);
	} else {
		rtc_session_poll(session, conn, ask);
	}
}

static void open_session(rtc_conn *conn, const rtc_session_ask *ask)
{
	const rtc_route *home = conn->route;
	rtc_conn *session;

	if (!rtc_conn_http_is_accepted(conn)) {
		return;
	}
	session = rtc_session_new(conn, home);
	if (session == NULL) {
		return;
	}
	rtc_conn_ref(session);
	rtc_conn_obey(session, conn->server->handlers->open(conn->server->user, session));
	rtc_conn_pack_request(session);
	if (!rtc_conn_is_open(conn) || !rtc_conn_http_is_mode(conn)) {
		rtc_session_detach(session, NULL);
	} else if (rtc_conn_is_alive(session)) {
		carry(session, conn, ask);
	} else {
		rtc_conn_fail(conn); /* it was terminated: so is what would have carried it */
	}
	rtc_conn_unref(session);
}

static void go_on(rtc_conn *conn, const rtc_session_ask *ask)
{
	rtc_conn *session = rtc_session_find(conn, ask->token);
	rtc_session_state *state = session != NULL ? session->state : NULL;

	if (session == NULL) {
		refuse_gone(conn);
		return;
	}
	if (ask->has_cursor) {
		switch (rtc_outbox_go_on(&state->outbox, ask->number)) {
		case RTC_OUTBOX_KNOWN:
			break;
		case RTC_OUTBOX_UNKNOWN:
			rtc_conn_http_refuse(conn, 410, "the session has not come that far");
			return;
		case RTC_OUTBOX_FORGOTTEN:
			rtc_conn_set_close(session, RTC_CLOSE_ABNORMAL, RTC_SLICE(""), false);
			rtc_conn_fail(session);
			rtc_conn_http_refuse(conn, 410, "what followed that cursor is not kept any more");
			return;
		}
	}
	rtc_conn_ref(session);
	rtc_session_release_carrier(session);
	if (rtc_conn_is_alive(session)) {
		carry(session, conn, ask);
	} else {
		refuse_gone(conn);
	}
	rtc_conn_unref(session);
}

void rtc_session_get(rtc_conn *conn)
{
	rtc_session_ask ask;

	if (!ask_read(&ask, conn, true)) {
		return;
	}
	if (ask.has_token) {
		go_on(conn, &ask);
	} else {
		open_session(conn, &ask);
	}
}

/* ---- DELETE --------------------------------------------------------------------------------- */

void rtc_session_delete(rtc_conn *conn)
{
	rtc_session_ask ask;
	rtc_conn *session;

	if (!ask_read(&ask, conn, false)) {
		return;
	}
	session = rtc_session_find(conn, ask.token);
	if (session == NULL || !rtc_conn_is_open(session)) {
		refuse_gone(conn);
		return;
	}
	rtc_conn_ref(session);
	rtc_conn_set_close(session, RTC_CLOSE_NORMAL, RTC_SLICE(""), true);
	session->close_clean = true;
	rtc_session_release_carrier(session);
	rtc_conn_fail(session);
	rtc_conn_unref(session);
	rtc_conn_http_reply(conn, 204, NULL, RTC_SLICE(""));
}

/* ---- POST ----------------------------------------------------------------------------------- */

/* Whether the body is text or binary; false: the request was refused. */
static bool post_type(rtc_conn *conn, bool *binary)
{
	rtc_slice type = rtc_request_field(conn->request, RTC_SLICE("content-type"));
	size_t len = 0;

	while (len < type.len && type.data[len] != ';') {
		len++;
	}
	while (len > 0 && (type.data[len - 1] == ' ' || type.data[len - 1] == '\t')) {
		len--;
	}
	type.len = len;
	*binary = rtc_slice_equals_nocase(type, RTC_SLICE("application/octet-stream"));
	if (!*binary && type.len > 0 && !rtc_slice_equals_nocase(type, RTC_SLICE("text/plain")) &&
		!rtc_slice_equals_nocase(type, RTC_SLICE("application/json"))) {
		rtc_conn_http_refuse(conn, 415, "a message is text/plain or application/octet-stream");
		return false;
	}
	if (!*binary && !rtc_utf8_valid(conn->request->body.data, conn->request->body.len)) {
		rtc_conn_http_refuse(conn, 400, "the message is not UTF-8");
		return false;
	}
	return true;
}

/* Passes the body on, and answers. The handler may end the session, the connection and the server.
 */
static void post_deliver(rtc_conn *session, rtc_conn *conn, bool binary)
{
	rtc_request *request = rtc_request_ref(conn->request);
	rtc_server *server = session->server;
	rtc_stretch calls = rtc_stretch_begin(server->loop->calls);

	rtc_conn_ref(session);
	rtc_conn_ref(conn);
	server->stats.messages_in++;
	rtc_conn_obey(session,
		server->handlers->message(
			server->user, session, rtc_buf_slice(&request->body), binary, false));
	rtc_stretch_end(&calls);
	if (rtc_conn_is_open(conn) && rtc_conn_http_is_mode(conn) && conn->request == request) {
		rtc_conn_http_reply(conn, 204, NULL, RTC_SLICE(""));
	}
	rtc_request_unref(request);
	rtc_conn_unref(conn);
	rtc_conn_unref(session);
}

static rtc_session_post_wait **post_place(
	rtc_session_state *state, const rtc_session_post_wait *post)
{
	rtc_session_post_wait **place = &state->posts;

	while (*place != post && *place != NULL) {
		place = &(*place)->next;
	}
	return place;
}

static void post_hurry(rtc_conn *conn)
{
	rtc_conn_http_refuse_with(
		conn, 503, RTC_SLICE("Retry-After: 1\r\n"), "the conversation is paused");
}

static void post_leave(rtc_conn *conn, void *wait_state)
{
	rtc_session_post_wait *post = wait_state;
	rtc_session_state *state = rtc_session_of(post->session);

	(void)conn;
	if (state != NULL) {
		rtc_session_post_wait **place = post_place(state, post);

		if (*place != NULL) {
			*place = post->next;
		}
	}
	rtc_conn_unref(post->session);
	free(post);
}

static const rtc_http_waiter post_waiter = {
	.hurry = post_hurry,
	.leave = post_leave,
};

/* The script has paused the session: what is said up waits in its request. */
static void post_hold(rtc_conn *session, rtc_conn *conn)
{
	rtc_session_post_wait *post = malloc(sizeof(*post));

	if (post == NULL) {
		rtc_conn_no_memory(conn);
		return;
	}
	*post = (rtc_session_post_wait){.conn = conn, .session = rtc_conn_ref(session)};
	*post_place(session->state, NULL) = post;
	rtc_conn_http_wait(conn, &post_waiter, post, RTC_POLL_MAX_SECONDS * 1000);
}

void rtc_session_run_posts(rtc_conn *session)
{
	rtc_session_state *state;

	while ((state = rtc_session_of(session)) != NULL && state->posts != NULL &&
		rtc_conn_is_open(session) && !session->paused &&
		!rtc_loop_is_halted(session->server->loop)) {
		rtc_session_post_wait *post = state->posts;
		bool binary = false;

		state->posts = post->next;
		if (post_type(post->conn, &binary)) {
			post_deliver(session, post->conn, binary);
		}
	}
	if (state != NULL && state->posts != NULL && rtc_conn_is_open(session) && !session->paused) {
		rtc_conn_put_off(session); /* the loop was halted: go on when it runs again */
	}
}

void rtc_session_refuse_posts(rtc_conn *session)
{
	rtc_session_state *state = session->state;

	while (state->posts != NULL) {
		rtc_session_post_wait *post = state->posts;

		state->posts = post->next;
		if (!rtc_conn_is_open(post->conn)) {
			continue;
		}
		if (session->server->state == RTC_SERVER_STOPPED) {
			rtc_conn_fail(post->conn); /* it goes, and calls nobody any more */
		} else {
			refuse_gone(post->conn);
		}
	}
}

void rtc_session_post(rtc_conn *conn)
{
	const rtc_session_state *state;
	rtc_session_ask ask;
	rtc_conn *session;
	bool binary;

	if (!ask_read(&ask, conn, false)) {
		return;
	}
	session = rtc_session_find(conn, ask.token);
	if (session == NULL || !rtc_conn_is_open(session)) {
		refuse_gone(conn);
		return;
	}
	if (!rtc_throttle_post(session, conn) || !post_type(conn, &binary)) {
		return;
	}
	state = session->state;
	if (session->paused || state->posts != NULL) {
		post_hold(session, conn);
	} else {
		post_deliver(session, conn, binary);
	}
}
