#include "conn_http.h"
#include "client.h"
#include "server.h"
#include "throttle.h"

#include <stdlib.h>

/* Bytes of answers that may wait in the queue while further pipelined requests are read. */
#define HTTP_PIPELINE_BYTES (256 * 1024)

/* ---- from one request to the next -------------------------------------------------------------
 */

static void http_next_request(rtc_conn *conn, rtc_http_state *http)
{
	if (!http->keep_alive) {
		rtc_conn_http_drain(conn);
		return;
	}
	rtc_request_unref(conn->request);
	conn->request = NULL;
	conn->route = NULL;
	conn->delivery = 0;
	http->scan = (rtc_http_scan){0};
	http->step = RTC_HTTP_HEAD;
	http->answered = false;
	http->is_head = false;
	http->used = true;
	http->unsent = SIZE_MAX;
	http->slow = false;
	(void)rtc_throttle_slowed_ms(conn);
	if (http->forwards && !rtc_conn_set_peer(conn, &http->sender)) {
		return;
	}
	rtc_conn_set_timeout(conn, conn->server->options.handshake_timeout_ms);
	if (conn->queue.bytes > HTTP_PIPELINE_BYTES) {
		rtc_conn_flush(conn);
		if (conn->blocked) {
			rtc_conn_hold(conn);
		}
	}
}

void rtc_conn_http_finish(rtc_conn *conn)
{
	rtc_http_state *http = conn->state;
	bool waited = http->step == RTC_HTTP_WAIT;

	rtc_conn_http_unwait(conn);
	if (waited && conn->held && !http->ended) {
		rtc_conn_unhold(conn);
	}
	http_next_request(conn, http);
	if (waited && rtc_conn_is_alive(conn) && rtc_conn_pending(conn) > 0) {
		conn->input_left = true; /* what came behind the request */
		rtc_conn_defer(conn);
	}
}

void rtc_conn_http_wait(
	rtc_conn *conn, const rtc_http_waiter *waiter, void *state, uint32_t timeout_ms)
{
	rtc_http_state *http = conn->state;

	http->step = RTC_HTTP_WAIT;
	http->waiter = waiter;
	http->wait_state = state;
	rtc_conn_set_timeout(conn, timeout_ms);
}

void *rtc_conn_http_wait_state(const rtc_conn *conn)
{
	return ((const rtc_http_state *)conn->state)->wait_state;
}

void rtc_conn_http_unwait(rtc_conn *conn)
{
	rtc_http_state *http = conn->state;
	const rtc_http_waiter *waiter = http->waiter;

	if (waiter != NULL) {
		http->waiter = NULL;
		waiter->leave(conn, http->wait_state);
	}
}

/* ---- input -------------------------------------------------------------------------------------
 */

/* True if a head was complete. */
static bool http_read_head(rtc_conn *conn, rtc_http_state *http, rtc_input *in)
{
	rtc_http_error error = {0};
	rtc_http_head head;
	const uint8_t *data = in->data + in->pos;
	size_t len = 0;

	switch (rtc_http_scan_head(&http->scan, data, in->len - in->pos,
		conn->server->options.max_header_bytes, &len, &error)) {
	case RTC_PARSE_MORE:
		return false;
	case RTC_PARSE_ERROR:
		in->pos = in->len;
		rtc_conn_http_refuse(conn, error.status, error.text);
		return true;
	case RTC_PARSE_DONE:
		break;
	}
	in->pos += len;
	if (!rtc_http_parse_head(data, len, &head, &error)) {
		rtc_conn_http_refuse(conn, error.status, error.text);
		return true;
	}
	rtc_conn_http_route(conn, &head, data, len);
	return true;
}

/* True if the body is complete and was answered, or the request was refused. */
static bool http_read_body(rtc_conn *conn, rtc_http_state *http, rtc_input *in)
{
	rtc_slice rest = rtc_slice_of(in->data + in->pos, in->len - in->pos);
	rtc_buf *body = &conn->request->body;
	rtc_http_error error = {0};
	rtc_slice piece;
	rtc_parse result;

	do {
		piece = (rtc_slice){0};
		result = rtc_http_body_next(&http->body, &rest, &piece, &error);
		if (piece.len > http->max_body_bytes - body->len) {
			error = (rtc_http_error){413, rtc_conn_http_body_text(conn)};
			result = RTC_PARSE_ERROR;
		} else if (rtc_buf_append(body, piece.data, piece.len) != RTC_OK) {
			rtc_conn_no_memory(conn);
			return true;
		}
	} while (result == RTC_PARSE_MORE && (rest.len > 0 || piece.len > 0));
	in->pos = in->len - rest.len;
	if (result == RTC_PARSE_MORE) {
		return false;
	}
	if (result == RTC_PARSE_ERROR) {
		in->pos = in->len;
		rtc_conn_http_refuse(conn, error.status, error.text);
	} else {
		rtc_conn_http_dispatch(conn);
	}
	return true;
}

static void http_input(rtc_conn *conn, rtc_input *in)
{
	const rtc_conn_mode *mode = conn->mode;
	rtc_http_state *http = conn->state;
	bool go_on = true;

	while (go_on && !conn->rests && rtc_conn_may_read(conn) && conn->mode == mode) {
		switch ((rtc_http_step)http->step) {
		case RTC_HTTP_HEAD:
			go_on = in->pos < in->len && http_read_head(conn, http, in);
			break;
		case RTC_HTTP_BODY:
			go_on = http_read_body(conn, http, in);
			break;
		case RTC_HTTP_WAIT:
			if (in->len - in->pos >= conn->server->options.max_header_bytes) {
				rtc_conn_hold(conn);
			}
			return;
		case RTC_HTTP_DRAIN:
			in->pos = in->len;
			return;
		}
	}
}

/* Whoever ends his side may still read the answers (RFC 9112 9.6 has servers do the same). */
static void http_end(rtc_conn *conn)
{
	rtc_http_state *http = conn->state;

	if (http->step == RTC_HTTP_WAIT) {
		http->ended = true;
		http->keep_alive = false;
		rtc_conn_hold(conn);
		http->waiter->hurry(conn);
		return;
	}
	if (rtc_conn_is_drained(conn)) {
		rtc_conn_fail(conn);
		return;
	}
	http->ended = true;
	rtc_conn_hold(conn);
	rtc_conn_http_drain(conn);
}

/* Puts the timer off while answers go out, however slowly. */
static bool http_waits_for_reader(rtc_conn *conn, rtc_http_state *http)
{
	const rtc_server_options *options = &conn->server->options;
	size_t unsent = rtc_conn_unsent(conn);

	if (http->step == RTC_HTTP_BODY || unsent == 0 || unsent >= http->unsent) {
		return false;
	}
	if (!http->slow) {
		http->slow = true;
		http->until_s = rtc_conn_patience_second(conn);
	} else if (rtc_conn_patience_is_over(conn, http->until_s)) {
		return false;
	}
	http->unsent = unsent;
	rtc_conn_set_timeout(conn,
		http->step == RTC_HTTP_DRAIN ? options->close_timeout_ms : options->handshake_timeout_ms);
	return true;
}

/* Adds the time in which it was not read because of byteRate. */
static bool http_was_slowed(rtc_conn *conn, const rtc_http_state *http)
{
	uint32_t slowed_ms = rtc_throttle_slowed_ms(conn);

	if (slowed_ms == 0 || (http->step != RTC_HTTP_HEAD && http->step != RTC_HTTP_BODY)) {
		return false;
	}
	rtc_conn_set_timeout(conn, slowed_ms);
	return true;
}

static void http_timeout(rtc_conn *conn)
{
	rtc_http_state *http = conn->state;
	bool idle = http->step == RTC_HTTP_HEAD && rtc_conn_pending(conn) == 0 && http->used;

	if (conn->transport.handshaking) {
		rtc_conn_fail_handshake(conn, "it took longer than handshakeTimeout");
		return;
	}
	if (http->step == RTC_HTTP_WAIT) {
		http->waiter->hurry(conn);
		return;
	}
	if (http_was_slowed(conn, http) || http_waits_for_reader(conn, http)) {
		return;
	}
	if (http->step == RTC_HTTP_DRAIN || idle) {
		if (conn->queue.bytes > 0) {
			rtc_server_log(conn->server, RTC_LOG_DEBUG, conn, 0, "close_timeout",
				"the client did not read an answer in time");
		}
		rtc_conn_fail(conn);
		return;
	}
	rtc_conn_http_refuse(conn, 408, "the request took longer than handshakeTimeout");
	rtc_conn_forget_pending(conn);
}

/* The server stops: an idle connection ends, a request that waits is answered now, one in progress
 * still. */
static void http_close(rtc_conn *conn, uint16_t code, rtc_slice reason)
{
	rtc_http_state *http = conn->state;

	(void)code;
	(void)reason;
	if (http->step == RTC_HTTP_WAIT) {
		http->waiter->hurry(conn);
		return;
	}
	if (http->step != RTC_HTTP_HEAD || conn->request != NULL || rtc_conn_pending(conn) > 0) {
		return;
	}
	if (rtc_conn_is_drained(conn)) {
		rtc_conn_fail(conn);
	} else {
		rtc_conn_http_drain(conn);
	}
}

static void http_drained(rtc_conn *conn)
{
	rtc_http_state *http = conn->state;

	if (http->ended) {
		rtc_conn_fail(conn);
		return;
	}
	if (conn->held) {
		rtc_conn_unhold(conn);
	}
	if (http->step == RTC_HTTP_DRAIN && !http->finished) {
		http->finished = true;
		rtc_conn_set_timeout(conn, conn->server->options.close_timeout_ms);
		rtc_conn_finish(conn);
	} else if (http->slow && http->step == RTC_HTTP_HEAD) {
		http->slow = false;
		rtc_conn_set_timeout(conn, conn->server->options.handshake_timeout_ms);
	}
}

static void http_deliver(rtc_conn *conn, rtc_publication *pub)
{
	const rtc_http_state *http = conn->state;

	if (http->waiter != NULL && http->waiter->deliver != NULL) {
		http->waiter->deliver(conn, pub);
	}
}

static void http_work(rtc_conn *conn)
{
	const rtc_http_state *http = conn->state;

	if (http->waiter != NULL && http->waiter->work != NULL) {
		http->waiter->work(conn);
	}
}

static void http_deinit(rtc_conn *conn)
{
	rtc_conn_http_unwait(conn);
	free(conn->state);
}

static const rtc_conn_mode mode_http = {
	.name = "http",
	.input = http_input,
	.end = http_end,
	.timeout = http_timeout,
	.send = rtc_conn_send_none,
	.send_small = rtc_conn_send_small_none,
	.close = http_close,
	.drained = http_drained,
	.deliver = http_deliver,
	.work = http_work,
	.deinit = http_deinit,
};

/* ---- behind proxies --------------------------------------------------------------------------
 */

void rtc_conn_http_introduce(rtc_conn *conn, const rtc_address *sender)
{
	rtc_http_state *http = conn->state;

	http->forwards = false;
	if (sender != NULL) {
		http->sender = *sender;
		http->forwards = rtc_networks_contain(&conn->server->options.trusted_proxies, sender);
	}
	/* Refused, it is in RTC_HTTP_DRAIN. */
	(void)!rtc_conn_set_peer(conn, &http->sender);
}

bool rtc_conn_http_identify(rtc_conn *conn)
{
	const rtc_http_state *http = conn->state;
	rtc_client client;

	if (!http->forwards) {
		return true;
	}
	rtc_client_find(&client, conn->request, &conn->server->options, &http->sender);
	if (client.scheme != RTC_FORWARDED_NO_SCHEME) {
		conn->request->secure = client.scheme == RTC_FORWARDED_SECURE;
	}
	return rtc_conn_set_peer(conn, &client.address);
}

bool rtc_conn_http_is_mode(const rtc_conn *conn)
{
	return conn->mode == &mode_http && rtc_conn_is_alive(conn);
}

bool rtc_conn_http_is_waiting(const rtc_conn *conn)
{
	return ((const rtc_http_state *)conn->state)->step == RTC_HTTP_WAIT;
}

rtc_status rtc_conn_http_begin(rtc_conn *conn)
{
	rtc_http_state *http = calloc(1, sizeof(*http));

	if (http == NULL) {
		return RTC_NOMEM;
	}
	http->socket = conn->peer;
	http->sender = conn->peer;
	http->forwards = rtc_networks_contain(&conn->server->options.trusted_proxies, &conn->peer);
	rtc_conn_set_mode(conn, &mode_http, http);
	rtc_conn_set_timeout(conn, conn->server->options.handshake_timeout_ms);
	return RTC_OK;
}
