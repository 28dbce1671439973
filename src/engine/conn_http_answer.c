#include "conn_http.h"
#include "server.h"

#include <stdio.h>

/* Long enough for any origin that is worth repeating to its owner. */
#define HTTP_TEXT_MAX 400

/* What the fields of most answers take together. */
#define HTTP_FIELDS_BYTES 240

/* Closing with unread bytes would make the kernel send a reset, which may overtake the answer (RFC
 * 9112 9.6). */
void rtc_conn_http_drain(rtc_conn *conn)
{
	rtc_http_state *http = conn->state;

	http->step = RTC_HTTP_DRAIN;
	conn->phase = RTC_CONN_CLOSING;
	http->unsent = rtc_conn_unsent(conn);
	rtc_conn_set_timeout(conn, conn->server->options.close_timeout_ms);
}

static bool http_status_has_body(int status)
{
	return status >= 200 && status != 204 && status != 304;
}

/* The answer to HEAD has the length that GET's would have; a carrier's is not known. */
static bool http_has_length(const rtc_conn *conn, int status)
{
	const rtc_http_state *http = conn->state;

	return http_status_has_body(status) &&
		!(http->is_head && status == 200 && conn->route != NULL &&
			!rtc_route_is_plain(conn->route));
}

void rtc_conn_http_answer(rtc_conn *conn, int status, rtc_slice fields, rtc_slice body)
{
	rtc_http_state *http = conn->state;
	bool has_length = http_has_length(conn, status);
	const char *reason = rtc_http_reason(status);
	const char *date = rtc_server_date(conn->server);
	char digits[2][RTC_DECIMAL_MAX];

	http->keep_alive =
		http->keep_alive && (conn->server->state == RTC_SERVER_RUNNING || conn->stays);

	const rtc_slice parts[] = {
		RTC_SLICE("HTTP/1.1 "),
		rtc_decimal((uint64_t)status, digits[0]),
		RTC_SLICE(" "),
		rtc_slice_of(reason, strlen(reason)),
		RTC_SLICE("\r\nDate: "),
		rtc_slice_of(date, strlen(date)),
		has_length ? RTC_SLICE("\r\nContent-Length: ") : RTC_SLICE(""),
		has_length ? rtc_decimal(body.len, digits[1]) : RTC_SLICE(""),
		http->keep_alive ? RTC_SLICE("\r\nConnection: keep-alive\r\n")
						 : RTC_SLICE("\r\nConnection: close\r\n"),
		fields,
		RTC_SLICE("\r\n"),
		http->is_head || !http_status_has_body(status) ? RTC_SLICE("") : body,
	};

	if (rtc_conn_write_all(conn, parts, sizeof(parts) / sizeof(parts[0])) != RTC_OK) {
		rtc_conn_no_memory(conn);
	}
	http->answered = true;
}

static bool http_is_answerable(const rtc_conn *conn)
{
	const rtc_http_state *http = conn->state;

	return rtc_conn_is_open(conn) && rtc_conn_http_is_mode(conn) && conn->request != NULL &&
		!http->answered;
}

static void http_respond(rtc_conn *conn, int status, rtc_slice fields, rtc_slice body)
{
	const rtc_http_state *http = conn->state;

	if (!http_is_answerable(conn)) {
		return;
	}
	rtc_conn_http_answer(conn, status, fields, body);
	if (http->step == RTC_HTTP_WAIT && rtc_conn_is_alive(conn)) {
		rtc_conn_http_finish(conn);
	}
}

/* True if a page may want to read the answer: it came by fetch() or EventSource. A WebSocket's
 * page is told nothing by browsers. */
static bool http_is_for_pages(const rtc_conn *conn)
{
	return conn->request != NULL && conn->route != NULL && !rtc_route_is_plain(conn->route) &&
		conn->delivery != RTC_WEBSOCKET;
}

/* True if the lines have a field of that name. */
static bool http_has_field(rtc_slice lines, rtc_slice name)
{
	while (lines.len > name.len) {
		const uint8_t *end = memchr(lines.data, '\n', lines.len);
		size_t len = end != NULL ? (size_t)(end - lines.data) + 1 : lines.len;

		if (len > name.len && lines.data[name.len] == ':' &&
			rtc_slice_equals_nocase(rtc_slice_of(lines.data, name.len), name)) {
			return true;
		}
		lines = rtc_slice_of(lines.data + len, lines.len - len);
	}
	return false;
}

/* Of what a script answers, a conversation that may not begin counts as refused, and what went
 * wrong anywhere. 500 is what a throw comes to, of which the log was told. */
static void http_count_answer(const rtc_conn *conn, int status)
{
	if (conn->route != NULL && !rtc_route_is_plain(conn->route) && status >= 400 && status != 500) {
		rtc_server_refused(conn->server, conn, status, "accept", "refused by the accept callback");
	} else if (status >= 500) {
		rtc_stats_refuse(&conn->server->stats, status, "handler");
	}
}

void rtc_conn_respond(rtc_conn *conn, int status, rtc_slice fields, rtc_slice body)
{
	rtc_status built;
	rtc_buf out;

	if (!http_is_answerable(conn)) {
		return;
	}
	http_count_answer(conn, status);
	if (!http_is_for_pages(conn) ||
		http_has_field(fields, RTC_SLICE("access-control-allow-origin"))) {
		http_respond(conn, status, fields, body);
		return;
	}
	rtc_buf_init(&out);
	built = rtc_buf_append(&out, fields.data, fields.len);
	if (built == RTC_OK) {
		built = rtc_conn_http_cors(conn, &out);
	}
	if (built == RTC_OK) {
		http_respond(conn, status, rtc_buf_slice(&out), body);
	} else {
		rtc_conn_fail(conn);
	}
	rtc_buf_deinit(&out);
}

void rtc_conn_respond_last(rtc_conn *conn, int status, rtc_slice fields, rtc_slice body)
{
	if (http_is_answerable(conn)) {
		((rtc_http_state *)conn->state)->keep_alive = false;
		rtc_conn_respond(conn, status, fields, body);
	}
}

bool rtc_conn_http_is_answered(const rtc_conn *conn)
{
	return ((const rtc_http_state *)conn->state)->answered;
}

/* ---- refusals ------------------------------------------------------------------------------- */

static rtc_status http_refusal(
	const rtc_conn *conn, int status, rtc_slice fields, const char *text, rtc_buf out[2])
{
	rtc_status built = rtc_buf_append_str(&out[0], "Content-Type: text/plain; charset=utf-8\r\n");

	if (built == RTC_OK && status == 426) {
		built = rtc_buf_append_str(&out[0], "Sec-WebSocket-Version: 13\r\nUpgrade: websocket\r\n");
	}
	if (built == RTC_OK) {
		built = rtc_buf_append(&out[0], fields.data, fields.len);
	}
	if (built == RTC_OK && http_is_for_pages(conn)) {
		built = rtc_conn_http_cors(conn, &out[0]);
	}
	if (built == RTC_OK) {
		built = rtc_buf_printf(&out[1], "%s\n", text);
	}
	return built;
}

static void http_refuse(
	rtc_conn *conn, int status, const char *reason, rtc_slice fields, const char *text)
{
	rtc_http_state *http = conn->state;
	rtc_buf out[2];
	rtc_status built;

	rtc_buf_init(&out[0]);
	rtc_buf_init(&out[1]);
	built = http_refusal(conn, status, fields, text, out);
	rtc_server_refused(conn->server, conn, status, reason, text);
	http->keep_alive = false;
	if (built == RTC_OK) {
		rtc_conn_http_answer(conn, status, rtc_buf_slice(&out[0]), rtc_buf_slice(&out[1]));
	} else {
		rtc_conn_no_memory(conn);
	}
	rtc_buf_deinit(&out[0]);
	rtc_buf_deinit(&out[1]);
	if (rtc_conn_is_alive(conn)) {
		rtc_conn_http_unwait(conn);
		rtc_conn_http_drain(conn);
	}
}

void rtc_conn_http_refuse_with(rtc_conn *conn, int status, rtc_slice fields, const char *text)
{
	http_refuse(conn, status, NULL, fields, text);
}

void rtc_conn_http_refuse_for(rtc_conn *conn, int status, const char *reason, const char *text)
{
	http_refuse(conn, status, reason, RTC_SLICE(""), text);
}

void rtc_conn_http_refuse(rtc_conn *conn, int status, const char *text)
{
	http_refuse(conn, status, NULL, RTC_SLICE(""), text);
}

void rtc_conn_http_refuse_origin(rtc_conn *conn)
{
	rtc_slice origin = rtc_request_field(conn->request, RTC_SLICE("origin"));
	char text[HTTP_TEXT_MAX];

	snprintf(text, sizeof(text),
		"origin %.*s is not allowed: the option 'origins' lists those that are",
		origin.len > 200 ? 200 : (int)origin.len, (const char *)origin.data);
	rtc_conn_http_refuse_for(conn, 403, "origin", text);
}

/* ---- answers to pages of other origins ------------------------------------------------------ */

static bool http_allows_any(const rtc_route *route)
{
	for (size_t i = 0; i < route->options.origins.count; i++) {
		if (rtc_slice_equals(route->options.origins.items[i], RTC_SLICE("*"))) {
			return true;
		}
	}
	return false;
}

/* *varies becomes true if the answer depends on the origin. */
static rtc_status http_write_cors(const rtc_conn *conn, rtc_buf *fields, bool *varies)
{
	rtc_slice origin = rtc_request_field(conn->request, RTC_SLICE("origin"));

	*varies = false;
	if (origin.len == 0 || !rtc_origin_allowed(conn->request, &conn->route->options.origins)) {
		return RTC_OK;
	}
	*varies = true;
	if (http_allows_any(conn->route)) {
		return rtc_buf_append_str(fields, "Access-Control-Allow-Origin: *\r\n");
	}
	return rtc_buf_printf(fields,
		"Access-Control-Allow-Origin: %.*s\r\nAccess-Control-Allow-Credentials: true\r\n",
		(int)origin.len, (const char *)origin.data);
}

rtc_status rtc_conn_http_cors(const rtc_conn *conn, rtc_buf *fields)
{
	bool varies;
	rtc_status built = http_write_cors(conn, fields, &varies);

	return built == RTC_OK && varies ? rtc_buf_append_str(fields, "Vary: Origin\r\n") : built;
}

/* ---- compressed answers --------------------------------------------------------------------- */

bool rtc_conn_http_takes_gzip(const rtc_conn *conn)
{
	const rtc_request *request = conn->request;

	return conn->route->options.deflate.on &&
		rtc_http_accepts_gzip(request->fields, request->field_count, request->head);
}

rtc_status rtc_conn_http_carrier_fields(const rtc_conn *conn, bool gzip, rtc_buf *fields)
{
	bool varies;
	rtc_status built;

	if (!conn->route->options.deflate.on) {
		return rtc_conn_http_cors(conn, fields);
	}
	built = http_write_cors(conn, fields, &varies);
	if (built == RTC_OK) {
		built = rtc_buf_append_str(
			fields, varies ? "Vary: Origin, Accept-Encoding\r\n" : "Vary: Accept-Encoding\r\n");
	}
	return built == RTC_OK && gzip ? rtc_buf_append_str(fields, "Content-Encoding: gzip\r\n")
								   : built;
}

/* ---- answers of the server itself ----------------------------------------------------------- */

static rtc_status http_reply_fields(const char *content_type, rtc_buf *fields)
{
	bool typed = content_type != NULL;
	const rtc_slice parts[] = {
		typed ? RTC_SLICE("Content-Type: ") : RTC_SLICE(""),
		typed ? rtc_slice_of(content_type, strlen(content_type)) : RTC_SLICE(""),
		typed ? RTC_SLICE("\r\n") : RTC_SLICE(""),
		RTC_SLICE("Cache-Control: no-store\r\n"),
	};

	if (rtc_buf_reserve(fields, HTTP_FIELDS_BYTES) != RTC_OK) {
		return RTC_NOMEM;
	}
	return rtc_buf_append_all(fields, parts, sizeof(parts) / sizeof(parts[0]));
}

/* Answers with what was built, and frees it. */
static void http_reply(
	rtc_conn *conn, int status, rtc_buf *fields, rtc_status built, rtc_slice body)
{
	if (built == RTC_OK) {
		http_respond(conn, status, rtc_buf_slice(fields), body);
	} else {
		rtc_conn_no_memory(conn);
	}
	rtc_buf_deinit(fields);
}

void rtc_conn_http_reply(rtc_conn *conn, int status, const char *content_type, rtc_slice body)
{
	rtc_status built;
	rtc_buf fields;

	rtc_buf_init(&fields);
	built = http_reply_fields(content_type, &fields);
	if (built == RTC_OK && !rtc_route_is_plain(conn->route)) {
		built = rtc_conn_http_cors(conn, &fields);
	}
	http_reply(conn, status, &fields, built, body);
}

void rtc_conn_http_reply_carrier(
	rtc_conn *conn, const char *content_type, bool gzip, rtc_slice body)
{
	rtc_status built;
	rtc_buf fields;

	rtc_buf_init(&fields);
	built = http_reply_fields(content_type, &fields);
	if (built == RTC_OK) {
		built = rtc_conn_http_carrier_fields(conn, gzip, &fields);
	}
	http_reply(conn, 200, &fields, built, body);
}
