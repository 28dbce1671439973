#include "conn_http.h"
#include "feed.h"
#include "metrics.h"
#include "server.h"
#include "session.h"
#include "throttle.h"

/* How long a browser may go on without asking again: what Chromium allows at most. */
#define HTTP_PREFLIGHT_SECONDS "7200"

static bool http_is_method(const rtc_conn *conn, const char *name)
{
	return rtc_slice_equals(
		rtc_request_slice(conn->request, conn->request->method), rtc_slice_of(name, strlen(name)));
}

/* True while the request waits for its answer: nobody has answered, and no waiter or other mode has
 * taken it. */
static bool http_is_unanswered(const rtc_conn *conn)
{
	const rtc_http_state *http = conn->state;

	return rtc_conn_is_open(conn) && rtc_conn_http_is_mode(conn) && conn->request != NULL &&
		http->step != RTC_HTTP_WAIT && !http->answered;
}

/* The request was dealt with, but for going on to the next one. */
static void http_settle(rtc_conn *conn)
{
	const rtc_http_state *http = conn->state;

	if (!rtc_conn_is_open(conn) || !rtc_conn_http_is_mode(conn) || conn->request == NULL ||
		http->step == RTC_HTTP_WAIT) {
		return;
	}
	if (http->answered) {
		rtc_conn_http_finish(conn);
	} else {
		rtc_conn_http_refuse(conn, 500, "the handler failed");
	}
}

void rtc_conn_http_dispatch(rtc_conn *conn)
{
	rtc_server *server = conn->server;
	rtc_request *request = rtc_request_ref(conn->request);

	switch (conn->route->kind) {
	case RTC_ROUTE_HTTP:
		rtc_conn_obey(conn, server->handlers->request(server->user, conn, request));
		break;
	case RTC_ROUTE_CONVERSATION:
		rtc_session_post(conn);
		break;
	case RTC_ROUTE_FEED:
		rtc_feed_publish(conn);
		break;
	case RTC_ROUTE_METRICS:
		rtc_metrics_get(conn);
		break;
	case RTC_ROUTE_HEALTH:
		rtc_metrics_health(conn);
		break;
	}
	rtc_request_unref(request);
	http_settle(conn);
}

/* ---- bodies --------------------------------------------------------------------------------- */

const char *rtc_conn_http_body_text(const rtc_conn *conn)
{
	const rtc_http_state *http = conn->state;

	return http->max_body_bytes == conn->server->options.max_body_bytes
		? "the body is larger than maxBodySize"
		: "the body is larger than maxMessageSize";
}

/* What is said up is one message. */
static size_t http_max_body(const rtc_conn *conn)
{
	size_t most = conn->server->options.max_body_bytes;

	if (conn->route->kind == RTC_ROUTE_CONVERSATION &&
		conn->route->options.max_message_bytes < most) {
		most = conn->route->options.max_message_bytes;
	}
	return most;
}

/* Reads the body before the request is dispatched. */
static void http_begin_body(rtc_conn *conn, const rtc_http_head *head)
{
	rtc_http_state *http = conn->state;

	http->max_body_bytes = http_max_body(conn);
	if (head->content_length > http->max_body_bytes) {
		rtc_conn_http_refuse(conn, 413, rtc_conn_http_body_text(conn));
		return;
	}
	if (head->expect_continue && (head->content_length > 0 || head->chunked) &&
		rtc_conn_write(conn, RTC_SLICE("HTTP/1.1 100 Continue\r\n\r\n"), RTC_SLICE("")) != RTC_OK) {
		return;
	}
	rtc_http_body_init(&http->body, head);
	http->step = RTC_HTTP_BODY;
}

/* ---- routes of http() ----------------------------------------------------------------------- */

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

static void http_refuse_method(rtc_conn *conn, rtc_slice allowed)
{
	rtc_buf fields;

	rtc_buf_init(&fields);
	if (rtc_buf_printf(&fields, "Allow: %.*s\r\n", (int)allowed.len, (const char *)allowed.data) ==
		RTC_OK) {
		rtc_conn_http_refuse_with(
			conn, 405, rtc_buf_slice(&fields), "that method is not allowed here");
	} else {
		rtc_conn_no_memory(conn);
	}
	rtc_buf_deinit(&fields);
}

static void http_begin_request(rtc_conn *conn, const rtc_http_head *head)
{
	if (http_method_allowed(conn->route, rtc_request_slice(conn->request, conn->request->method))) {
		http_begin_body(conn, head);
	} else {
		http_refuse_method(conn, conn->route->methods);
	}
}

/* ---- conversations and feeds ---------------------------------------------------------------- */

static bool http_has_posts(const rtc_route *route)
{
	return route->kind == RTC_ROUTE_FEED ? route->publishable
										 : (route->deliveries & ~RTC_WEBSOCKET) != 0;
}

/* What Allow says of the route. */
static rtc_slice http_methods(const rtc_route *route)
{
	if (!http_has_posts(route)) {
		return (route->deliveries & ~RTC_WEBSOCKET) != 0 ? RTC_SLICE("GET, HEAD, OPTIONS")
														 : RTC_SLICE("GET, OPTIONS");
	}
	return route->kind == RTC_ROUTE_FEED ? RTC_SLICE("GET, HEAD, POST, OPTIONS")
										 : RTC_SLICE("GET, HEAD, POST, DELETE, OPTIONS");
}

/* Fetch 4.8: may the page send what it is about to send? */
static void http_preflight(rtc_conn *conn)
{
	rtc_slice methods = http_methods(conn->route);
	rtc_status built;
	rtc_buf fields;

	rtc_buf_init(&fields);
	built =
		rtc_buf_printf(&fields, "Allow: %.*s\r\n", (int)methods.len, (const char *)methods.data);
	if (built == RTC_OK && rtc_request_field(conn->request, RTC_SLICE("origin")).len > 0) {
		built = rtc_conn_http_cors(conn, &fields);
		if (built == RTC_OK) {
			built = rtc_buf_printf(&fields,
				"Access-Control-Allow-Methods: %.*s\r\nAccess-Control-Allow-Headers: "
				"Content-Type, Last-Event-ID, Authorization, RtComm-Event\r\n"
				"Access-Control-Max-Age: " HTTP_PREFLIGHT_SECONDS "\r\n",
				(int)methods.len, (const char *)methods.data);
		}
	}
	if (built == RTC_OK) {
		rtc_conn_respond(conn, 204, rtc_buf_slice(&fields), RTC_SLICE(""));
	} else {
		rtc_conn_no_memory(conn);
	}
	rtc_buf_deinit(&fields);
}

/* True if the element of Accept's list is an event stream's type, whatever its parameters but q=0
 * (RFC 9110 12.4.2) say. */
static bool http_is_event_stream(rtc_slice element)
{
	rtc_slice type = element;
	size_t end;

	for (type.len = 0; type.len < element.len && element.data[type.len] != ';'; type.len++) {
	}
	end = type.len;
	while (type.len > 0 && (type.data[type.len - 1] == ' ' || type.data[type.len - 1] == '\t')) {
		type.len--;
	}
	if (!rtc_slice_equals_nocase(type, RTC_SLICE("text/event-stream"))) {
		return false;
	}
	for (; end + 2 < element.len; end++) {
		if ((element.data[end] | 0x20) == 'q' && element.data[end + 1] == '=') {
			for (end += 2; end < element.len && strchr("0.", element.data[end]) != NULL; end++) {
			}
			return end < element.len && element.data[end] >= '1' && element.data[end] <= '9';
		}
	}
	return true;
}

static bool http_wants_stream(const rtc_request *request)
{
	for (uint16_t i = 0; i < request->field_count; i++) {
		rtc_slice list = rtc_request_slice(request, request->fields[i].value);
		rtc_slice element;

		if (!rtc_slice_equals_nocase(
				rtc_request_slice(request, request->fields[i].name), RTC_SLICE("accept"))) {
			continue;
		}
		while (rtc_http_list_next(&list, &element)) {
			if (http_is_event_stream(element)) {
				return true;
			}
		}
	}
	return false;
}

/* Which way a GET is answered; 0: it was refused. */
static rtc_delivery http_negotiate(rtc_conn *conn)
{
	uint8_t served = conn->route->deliveries;

	if ((served & RTC_EVENT_STREAM) && http_wants_stream(conn->request)) {
		return RTC_EVENT_STREAM;
	}
	if (served & RTC_LONG_POLL) {
		return RTC_LONG_POLL;
	}
	if (served & RTC_EVENT_STREAM) {
		rtc_conn_http_refuse(conn, 406, "this is an event stream: accept text/event-stream");
	} else {
		rtc_conn_http_refuse(conn, 426, "this is a WebSocket: ask for an upgrade");
	}
	return 0;
}

/* What may not be read has no head either. Whether a poll's answer is compressed depends on what it
 * says (RFC 9110 9.3.2). */
static void http_head(rtc_conn *conn)
{
	if (conn->route->kind != RTC_ROUTE_FEED || rtc_feed_may_read(conn)) {
		bool streams = conn->delivery == RTC_EVENT_STREAM;

		rtc_conn_http_reply_carrier(conn, streams ? "text/event-stream" : "application/json",
			streams && rtc_conn_http_takes_gzip(conn), RTC_SLICE(""));
	}
}

/* GET and HEAD. */
static void http_get(rtc_conn *conn)
{
	const rtc_http_state *http = conn->state;

	conn->delivery = (uint8_t)http_negotiate(conn);
	if (conn->delivery == 0) {
		return;
	}
	if (http->is_head) {
		http_head(conn);
	} else if (conn->route->kind == RTC_ROUTE_FEED) {
		rtc_feed_get(conn);
	} else {
		rtc_session_get(conn);
	}
}

static void http_post(rtc_conn *conn, const rtc_http_head *head)
{
	if (conn->route->kind == RTC_ROUTE_CONVERSATION) {
		http_begin_body(conn, head);
	} else if (rtc_throttle_post(conn, conn) && rtc_feed_may_publish(conn) &&
		http_is_unanswered(conn)) {
		http_begin_body(conn, head);
	}
}

static void http_begin_handshake(rtc_conn *conn, const rtc_http_head *head, const uint8_t *data)
{
	conn->delivery = RTC_WEBSOCKET;
	if (head->content_length > 0 || head->chunked) {
		rtc_conn_http_refuse(conn, 400, "a handshake has no body");
	} else if (!(conn->route->deliveries & RTC_WEBSOCKET)) {
		rtc_conn_http_refuse(conn, 406, "there is no WebSocket at this path");
	} else {
		rtc_conn_http_upgrade(conn, head, data);
	}
}

/* A request on the path of a conversation or a feed. */
static void http_begin_carrier(rtc_conn *conn, const rtc_http_head *head)
{
	const rtc_http_state *http = conn->state;
	bool posts = http_has_posts(conn->route);

	if (!rtc_origin_allowed(conn->request, &conn->route->options.origins)) {
		rtc_conn_http_refuse_origin(conn);
	} else if (posts && http_is_method(conn, "POST")) {
		http_post(conn, head);
		return; /* the body comes first */
	} else if (http_is_method(conn, "POST")) {
		http_refuse_method(conn, http_methods(conn->route));
	} else if (head->content_length > 0 || head->chunked) {
		rtc_conn_http_refuse(conn, 400, "a request of that method has no body here");
	} else if (http->is_head || http_is_method(conn, "GET")) {
		http_get(conn);
	} else if (http_is_method(conn, "OPTIONS")) {
		http_preflight(conn);
	} else if (posts && conn->route->kind == RTC_ROUTE_CONVERSATION &&
		http_is_method(conn, "DELETE")) {
		rtc_session_delete(conn);
	} else {
		http_refuse_method(conn, http_methods(conn->route));
	}
	http_settle(conn);
}

void rtc_conn_http_route(rtc_conn *conn, const rtc_http_head *head, const uint8_t *data, size_t len)
{
	rtc_http_state *http = conn->state;
	rtc_server *server = conn->server;

	server->stats.requests++;
	conn->request = rtc_request_new(head, data, len);
	if (conn->request == NULL) {
		rtc_conn_no_memory(conn);
		return;
	}
	conn->request->secure = conn->transport.ops->secure;
	if (conn->transport.ops->certificate != NULL) {
		conn->request->client_certificate = conn->transport.ops->certificate(&conn->transport);
	}
	http->keep_alive = head->keep_alive;
	http->is_head = rtc_slice_equals(rtc_http_span_slice(data, head->method), RTC_SLICE("HEAD"));
	if (!rtc_conn_http_identify(conn)) {
		return;
	}
	conn->route = rtc_router_find(&server->router, rtc_http_span_slice(data, head->path));
	if (!rtc_server_takes_new(server) && !conn->stays &&
		(conn->route == NULL || conn->route->kind <= RTC_ROUTE_HTTP)) {
		conn->route = NULL;
		rtc_conn_http_refuse_for(conn, 503, "stopping", "the server is stopping");
	} else if (conn->route == NULL) {
		rtc_conn_http_refuse(conn, 404, "there is nothing at this path");
	} else if (rtc_route_is_plain(conn->route)) {
		http_begin_request(conn, head);
	} else if (head->upgrade_websocket) {
		http_begin_handshake(conn, head, data);
	} else {
		http_begin_carrier(conn, head);
	}
}
