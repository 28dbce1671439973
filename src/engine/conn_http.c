#include "modes.h"
#include "server.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

/* Bytes of answers that may wait in the queue while further pipelined requests are read. */
#define HTTP_PIPELINE_BYTES (256 * 1024)

/* Where a connection stands in its current request. */
typedef enum http_step {
	HTTP_HEAD,  /* between requests, or in a head */
	HTTP_BODY,  /* in the body of a request that will be answered */
	HTTP_DRAIN, /* the last answer is queued; what still comes is thrown away */
} http_step;

/* State of the HTTP mode. */
typedef struct http_state {
	rtc_http_scan scan;
	rtc_http_body body;
	uint8_t step;    /* http_step */
	bool answered;   /* the current request */
	bool keep_alive; /* after the current request */
	bool is_head;    /* HEAD: the answer has no body */
	bool used;       /* a request was answered before: silence is no fault */
	bool finished;   /* our side of the transport is closed */
	bool ended;      /* the peer's side is: nothing comes any more */
	bool slow;       /* the timer was put off for a peer that reads slowly */
	size_t unsent;   /* rtc_conn_unsent() when the timer was started or an answer was queued */
} http_state;

/* ---- answers -----------------------------------------------------------------------------------
 */

/* Goes to HTTP_DRAIN once the answer is queued. Closing with unread bytes would make the kernel
 * send a reset, which may overtake the answer (RFC 9112 9.6). */
static void http_end_after_answer(rtc_conn *conn, http_state *http)
{
	http->step = HTTP_DRAIN;
	conn->phase = RTC_CONN_CLOSING;
	http->unsent = rtc_conn_unsent(conn);
	rtc_conn_set_timeout(conn, conn->server->options.close_timeout_ms);
}

static bool http_status_has_body(int status)
{
	return status >= 200 && status != 204 && status != 304;
}

/* Queues one answer. */
static void http_answer(rtc_conn *conn, int status, rtc_slice fields, rtc_slice body)
{
	http_state *http = conn->state;
	rtc_buf head;
	rtc_status built;

	rtc_buf_init(&head);
	http->keep_alive = http->keep_alive && conn->server->state == RTC_SERVER_RUNNING;
	built = rtc_buf_printf(&head, "HTTP/1.1 %d %s\r\nDate: %s\r\n", status, rtc_http_reason(status),
		rtc_server_date(conn->server));
	if (built == RTC_OK && http_status_has_body(status)) {
		built = rtc_buf_printf(&head, "Content-Length: %zu\r\n", body.len);
	} else {
		body.len = 0;
	}
	if (built == RTC_OK) {
		built = rtc_buf_append_str(
			&head, http->keep_alive ? "Connection: keep-alive\r\n" : "Connection: close\r\n");
	}
	if (built == RTC_OK) {
		built = rtc_buf_append(&head, fields.data, fields.len);
	}
	if (built == RTC_OK) {
		built = rtc_buf_append_str(&head, "\r\n");
	}
	if (http->is_head) {
		body.len = 0;
	}
	if (built != RTC_OK || rtc_conn_write(conn, rtc_buf_slice(&head), body) != RTC_OK) {
		rtc_conn_fail(conn);
	}
	rtc_buf_deinit(&head);
	http->answered = true;
}

void rtc_conn_http_refuse_with(rtc_conn *conn, int status, rtc_slice fields, const char *text)
{
	http_state *http = conn->state;
	rtc_buf all;
	rtc_buf body;
	rtc_status built;

	rtc_buf_init(&all);
	rtc_buf_init(&body);
	built = rtc_buf_append_str(&all, "Content-Type: text/plain; charset=utf-8\r\n");
	if (built == RTC_OK && status == 426) {
		built = rtc_buf_append_str(&all, "Sec-WebSocket-Version: 13\r\nUpgrade: websocket\r\n");
	}
	if (built == RTC_OK) {
		built = rtc_buf_append(&all, fields.data, fields.len);
	}
	if (built == RTC_OK) {
		built = rtc_buf_printf(&body, "%s\n", text);
	}
	conn->server->stats.refused++;
	rtc_server_log(conn->server, RTC_LOG_INFO, conn, status, "%s", text);
	http->keep_alive = false;
	if (built == RTC_OK) {
		http_answer(conn, status, rtc_buf_slice(&all), rtc_buf_slice(&body));
	} else {
		rtc_conn_fail(conn);
	}
	rtc_buf_deinit(&all);
	rtc_buf_deinit(&body);
	if (rtc_conn_is_alive(conn)) {
		http_end_after_answer(conn, http);
	}
}

void rtc_conn_http_refuse(rtc_conn *conn, int status, const char *text)
{
	rtc_conn_http_refuse_with(conn, status, RTC_SLICE(""), text);
}

/* ---- requests ----------------------------------------------------------------------------------
 */

/* The request is answered: on to the next one, or to the end. */
static void http_next_request(rtc_conn *conn, http_state *http)
{
	if (!http->keep_alive) {
		http_end_after_answer(conn, http);
		return;
	}
	rtc_request_unref(conn->request);
	conn->request = NULL;
	conn->route = NULL;
	http->scan = (rtc_http_scan){0};
	http->step = HTTP_HEAD;
	http->answered = false;
	http->is_head = false;
	http->used = true;
	http->unsent = SIZE_MAX;
	rtc_conn_set_timeout(conn, conn->server->options.handshake_timeout_ms);
	if (conn->queue.bytes > HTTP_PIPELINE_BYTES) {
		rtc_conn_flush(conn);
		if (conn->blocked) {
			rtc_conn_hold(conn);
		}
	}
}

/* The whole request is here. */
static void http_dispatch(rtc_conn *conn, http_state *http)
{
	rtc_server *server = conn->server;
	rtc_request *request = rtc_request_ref(conn->request);
	rtc_verdict verdict = server->handlers->request(server->user, conn, request);

	rtc_request_unref(request);
	rtc_conn_obey(conn, verdict);
	if (!rtc_conn_is_alive(conn)) {
		return;
	}
	if (!http->answered) {
		rtc_conn_http_refuse(conn, 500, "the handler failed");
	} else if (rtc_conn_is_open(conn)) {
		http_next_request(conn, http);
	}
}

static bool http_method_allowed(const rtc_route *route, rtc_slice method)
{
	rtc_slice list = route->methods;
	rtc_slice element;

	while (rtc_http_list_next(&list, &element)) {
		if (rtc_slice_equals(element, method) ||
			(rtc_slice_equals(element, RTC_SLICE("GET")) &&
				rtc_slice_equals(method, RTC_SLICE("HEAD")))) {
			return true;
		}
	}
	return false;
}

static void http_refuse_method(rtc_conn *conn, http_state *http)
{
	rtc_buf fields;
	rtc_slice body = RTC_SLICE("that method is not allowed here\n");

	rtc_buf_init(&fields);
	if (rtc_buf_printf(&fields, "Content-Type: text/plain; charset=utf-8\r\nAllow: %.*s\r\n",
			(int)conn->route->methods.len, (const char *)conn->route->methods.data) != RTC_OK) {
		rtc_conn_fail(conn);
		return;
	}
	conn->server->stats.refused++;
	http->keep_alive = false;
	http_answer(conn, 405, rtc_buf_slice(&fields), body);
	rtc_buf_deinit(&fields);
	if (rtc_conn_is_alive(conn)) {
		http_end_after_answer(conn, http);
	}
}

/* A request on an http() route: reads the body first. */
static void http_begin_body(rtc_conn *conn, http_state *http, const rtc_http_head *head)
{
	if (!http_method_allowed(
			conn->route, rtc_request_slice(conn->request, conn->request->method))) {
		http_refuse_method(conn, http);
		return;
	}
	if (head->content_length > conn->server->options.max_body_bytes) {
		rtc_conn_http_refuse(conn, 413, "the body is larger than maxBodySize");
		return;
	}
	if (head->expect_continue && (head->content_length > 0 || head->chunked) &&
		rtc_conn_write(conn, RTC_SLICE("HTTP/1.1 100 Continue\r\n\r\n"), RTC_SLICE("")) != RTC_OK) {
		return;
	}
	rtc_http_body_init(&http->body, head);
	http->step = HTTP_BODY;
}

static void http_begin_conversation(rtc_conn *conn, const rtc_http_head *head, const uint8_t *data)
{
	if (head->content_length > 0 || head->chunked) {
		rtc_conn_http_refuse(conn, 400, "a handshake has no body");
		return;
	}
	if (!head->upgrade_websocket) {
		rtc_conn_http_refuse(conn, 426, "this is a WebSocket: ask for an upgrade");
		return;
	}
	rtc_conn_http_upgrade(conn, head, data);
}

/* A head is complete. */
static void http_route(
	rtc_conn *conn, http_state *http, const rtc_http_head *head, const uint8_t *data, size_t len)
{
	rtc_server *server = conn->server;

	server->stats.requests++;
	conn->request = rtc_request_new(head, data, len);
	if (conn->request == NULL) {
		rtc_conn_fail(conn);
		return;
	}
	conn->request->secure = conn->transport.ops->secure;
	http->keep_alive = head->keep_alive;
	http->is_head = rtc_slice_equals(rtc_http_span_slice(data, head->method), RTC_SLICE("HEAD"));
	if (server->state != RTC_SERVER_RUNNING) {
		rtc_conn_http_refuse(conn, 503, "the server is stopping");
		return;
	}
	conn->route = rtc_router_find(&server->router, rtc_http_span_slice(data, head->path));
	if (conn->route == NULL) {
		rtc_conn_http_refuse(conn, 404, "there is nothing at this path");
	} else if (conn->route->kind == RTC_ROUTE_HTTP) {
		http_begin_body(conn, http, head);
	} else {
		http_begin_conversation(conn, head, data);
	}
}

/* ---- input -------------------------------------------------------------------------------------
 */

/* True if a head was complete. */
static bool http_read_head(rtc_conn *conn, http_state *http, rtc_input *in)
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
	http_route(conn, http, &head, data, len);
	return true;
}

/* True if the body is complete and was answered, or the request was refused. */
static bool http_read_body(rtc_conn *conn, http_state *http, rtc_input *in)
{
	rtc_slice rest = rtc_slice_of(in->data + in->pos, in->len - in->pos);
	rtc_buf *body = &conn->request->body;
	rtc_http_error error = {0};
	rtc_slice piece;
	rtc_parse result;

	do {
		piece = (rtc_slice){0};
		result = rtc_http_body_next(&http->body, &rest, &piece, &error);
		if (piece.len > conn->server->options.max_body_bytes - body->len) {
			error = (rtc_http_error){413, "the body is larger than maxBodySize"};
			result = RTC_PARSE_ERROR;
		} else if (rtc_buf_append(body, piece.data, piece.len) != RTC_OK) {
			rtc_conn_fail(conn);
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
		http_dispatch(conn, http);
	}
	return true;
}

static void http_input(rtc_conn *conn, rtc_input *in)
{
	const rtc_conn_mode *mode = conn->mode;
	http_state *http = conn->state;
	bool go_on = true;

	while (go_on && rtc_conn_may_read(conn) && conn->mode == mode) {
		switch ((http_step)http->step) {
		case HTTP_HEAD:
			go_on = in->pos < in->len && http_read_head(conn, http, in);
			break;
		case HTTP_BODY:
			go_on = http_read_body(conn, http, in);
			break;
		case HTTP_DRAIN:
			in->pos = in->len;
			return;
		}
	}
}

/* Whoever ends his side may still read the answers (RFC 9112 9.6 has servers do the same). */
static void http_end(rtc_conn *conn)
{
	http_state *http = conn->state;

	if (conn->queue.bytes == 0) {
		rtc_conn_fail(conn);
		return;
	}
	http->ended = true;
	rtc_conn_hold(conn);
	http_end_after_answer(conn, http);
}

/* Puts the timer off while answers go out, however slowly. */
static bool http_waits_for_reader(rtc_conn *conn, http_state *http)
{
	const rtc_server_options *options = &conn->server->options;
	size_t unsent = rtc_conn_unsent(conn);

	if (http->step == HTTP_BODY || unsent == 0 || unsent >= http->unsent) {
		return false;
	}
	http->slow = true;
	http->unsent = unsent;
	rtc_conn_set_timeout(
		conn, http->step == HTTP_DRAIN ? options->close_timeout_ms : options->handshake_timeout_ms);
	return true;
}

static void http_timeout(rtc_conn *conn)
{
	http_state *http = conn->state;
	bool idle = http->step == HTTP_HEAD && conn->pending.len == 0 && http->used;

	if (http_waits_for_reader(conn, http)) {
		return;
	}
	if (http->step == HTTP_DRAIN || idle) {
		rtc_conn_fail(conn);
		return;
	}
	rtc_conn_http_refuse(conn, 408, "the request took longer than handshakeTimeout");
	conn->pending.len = 0;
}

/* The server stops: an idle connection ends, a request in progress is still answered. */
static void http_close(rtc_conn *conn, uint16_t code, rtc_slice reason)
{
	http_state *http = conn->state;

	(void)code;
	(void)reason;
	if (http->step != HTTP_HEAD || conn->request != NULL || conn->pending.len > 0) {
		return;
	}
	if (conn->queue.bytes > 0) {
		http_end_after_answer(conn, http);
	} else {
		rtc_conn_fail(conn);
	}
}

static void http_drained(rtc_conn *conn)
{
	http_state *http = conn->state;

	if (http->ended) {
		rtc_conn_fail(conn);
		return;
	}
	if (conn->held) {
		rtc_conn_unhold(conn);
	}
	if (http->step == HTTP_DRAIN && !http->finished) {
		http->finished = true;
		rtc_conn_set_timeout(conn, conn->server->options.close_timeout_ms);
		conn->transport.ops->finish(&conn->transport);
	} else if (http->slow && http->step == HTTP_HEAD) {
		http->slow = false;
		rtc_conn_set_timeout(conn, conn->server->options.handshake_timeout_ms);
	}
}

static void http_deinit(rtc_conn *conn)
{
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
	.deliver = rtc_conn_deliver_none,
	.work = rtc_conn_work_none,
	.deinit = http_deinit,
};

static bool http_is_answerable(const rtc_conn *conn)
{
	const http_state *http = conn->state;

	return conn->mode == &mode_http && conn->request != NULL && !http->answered;
}

void rtc_conn_respond(rtc_conn *conn, int status, rtc_slice fields, rtc_slice body)
{
	if (rtc_conn_is_open(conn) && http_is_answerable(conn)) {
		http_answer(conn, status, fields, body);
	}
}

void rtc_conn_respond_last(rtc_conn *conn, int status, rtc_slice fields, rtc_slice body)
{
	if (rtc_conn_is_open(conn) && http_is_answerable(conn)) {
		((http_state *)conn->state)->keep_alive = false;
		http_answer(conn, status, fields, body);
	}
}

bool rtc_conn_http_is_answered(const rtc_conn *conn)
{
	return ((const http_state *)conn->state)->answered;
}

void rtc_conn_http_finish(rtc_conn *conn)
{
	http_next_request(conn, conn->state);
}

rtc_status rtc_conn_http_begin(rtc_conn *conn)
{
	http_state *http = calloc(1, sizeof(*http));

	if (http == NULL) {
		return RTC_NOMEM;
	}
	rtc_conn_set_mode(conn, &mode_http, http);
	rtc_conn_set_timeout(conn, conn->server->options.handshake_timeout_ms);
	return RTC_OK;
}
