#include "conn_http.h"
#include "feed.h"
#include "server.h"

bool rtc_conn_http_is_accepted(rtc_conn *conn)
{
	const rtc_conn_mode *mode = conn->mode;
	rtc_server *server = conn->server;
	bool accepted = true;

	rtc_conn_obey(conn, server->handlers->accept(server->user, conn, &accepted));
	if (!rtc_conn_is_open(conn) || conn->mode != mode) {
		return false;
	}
	if (rtc_conn_http_is_answered(conn)) {
		rtc_conn_http_finish(conn);
		return false;
	}
	if (!accepted) {
		rtc_conn_http_refuse_for(conn, 403, "accept", "refused");
	}
	return accepted;
}

/* Whether messages will be compressed, and how. The offers may be in several fields (RFC 6455 9.1),
 * of which the first that can be taken counts. */
static bool upgrade_deflate(const rtc_conn *conn, rtc_deflate_params *agreed)
{
	const rtc_request *request = conn->request;

	for (size_t i = 0; i < request->field_count; i++) {
		if (rtc_slice_equals_nocase(rtc_request_slice(request, request->fields[i].name),
				RTC_SLICE("sec-websocket-extensions")) &&
			rtc_compression_agree(&conn->server->compression,
				rtc_request_slice(request, request->fields[i].value), &conn->route->options.deflate,
				agreed)) {
			return true;
		}
	}
	return false;
}

/* `deflate`: what is agreed on, or NULL. */
static rtc_status upgrade_answer(
	rtc_conn *conn, const rtc_handshake *handshake, const rtc_deflate_params *deflate)
{
	rtc_status status = RTC_OK;
	rtc_buf extensions;
	rtc_buf answer;

	rtc_buf_init(&extensions);
	rtc_buf_init(&answer);
	if (deflate != NULL) {
		status = rtc_deflate_response(deflate, &extensions);
	}
	if (status == RTC_OK) {
		status = rtc_handshake_write(handshake, rtc_buf_slice(&extensions), &answer);
	}
	if (status == RTC_OK) {
		status = rtc_conn_write(conn, rtc_buf_slice(&answer), RTC_SLICE(""));
	}
	rtc_buf_deinit(&extensions);
	rtc_buf_deinit(&answer);
	return status;
}

/* The head of a handshake that was judged before, from the copy of it. */
static void upgrade_head(const rtc_request *request, rtc_http_head *head)
{
	*head = (rtc_http_head){
		.method = request->method,
		.minor = request->minor,
		.upgrade_websocket = true,
		.field_count = request->field_count,
	};
	memcpy(head->fields, request->fields, request->field_count * sizeof(*head->fields));
}

static void upgrade_refuse_protocols(rtc_conn *conn, const rtc_strings *spoken)
{
	rtc_buf fields;
	rtc_status status;

	rtc_buf_init(&fields);
	status = spoken->count == 0 ? RTC_OK : rtc_buf_append_str(&fields, "Sec-WebSocket-Protocol: ");
	for (size_t i = 0; status == RTC_OK && i < spoken->count; i++) {
		status = rtc_buf_printf(&fields, "%s%.*s%s", i == 0 ? "" : ", ", (int)spoken->items[i].len,
			(const char *)spoken->items[i].data, i + 1 == spoken->count ? "\r\n" : "");
	}
	if (status == RTC_OK) {
		rtc_conn_http_refuse_with(
			conn, 426, rtc_buf_slice(&fields), "none of the subprotocols offered is spoken here");
	} else {
		rtc_conn_no_memory(conn);
	}
	rtc_buf_deinit(&fields);
}

/* Where the selected one stands, from 1; 0: none was. */
static uint16_t upgrade_place(const rtc_strings *spoken, rtc_slice selected)
{
	uint16_t i = 0;

	while (i < spoken->count && spoken->items[i].data != selected.data) {
		i++;
	}
	return i < spoken->count ? i + 1 : 0;
}

rtc_status rtc_conn_http_switch(rtc_conn *conn, const rtc_strings *spoken)
{
	const rtc_route_options *options = &conn->route->options;
	const rtc_deflate_params *deflate;
	rtc_deflate_params agreed;
	rtc_handshake handshake;
	rtc_http_head head;

	if (!rtc_server_takes_new(conn->server)) {
		rtc_conn_http_refuse_for(conn, 503, "stopping", "the server is stopping");
		return RTC_FAILED;
	}
	upgrade_head(conn->request, &head);
	rtc_handshake_check(&head, conn->request->head, spoken->items, spoken->count, &handshake);
	if (options->strict_subprotocols && handshake.protocol.len == 0 &&
		(handshake.offered || spoken->count > 0)) {
		upgrade_refuse_protocols(conn, spoken);
		return RTC_FAILED;
	}
	conn->subprotocol = upgrade_place(spoken, handshake.protocol);
	deflate = options->deflate.on && upgrade_deflate(conn, &agreed) ? &agreed : NULL;
	if (upgrade_answer(conn, &handshake, deflate) != RTC_OK ||
		rtc_conn_ws_begin(conn, deflate) != RTC_OK) {
		rtc_conn_no_memory(conn);
		return RTC_FAILED;
	}
	return RTC_OK;
}

bool rtc_conn_upgrade(rtc_conn *conn)
{
	if (rtc_conn_http_switch(conn, &conn->route->options.subprotocols) != RTC_OK) {
		return false;
	}
	rtc_conn_opened(conn);
	return true;
}

void rtc_conn_http_upgrade(rtc_conn *conn, const rtc_http_head *head, const uint8_t *data)
{
	rtc_server *server = conn->server;
	rtc_handshake handshake;

	if (!rtc_origin_allowed(conn->request, &conn->route->options.origins)) {
		rtc_conn_http_refuse_origin(conn);
		return;
	}
	rtc_handshake_check(head, data, NULL, 0, &handshake);
	if (handshake.status != 101) {
		rtc_slice allow = handshake.status == 405 ? RTC_SLICE("Allow: GET\r\n") : RTC_SLICE("");

		rtc_conn_http_refuse_with(conn, handshake.status, allow, handshake.error);
		return;
	}
	if (conn->route->kind == RTC_ROUTE_FEED) {
		rtc_feed_upgrade(conn);
	} else if (rtc_conn_http_is_accepted(conn) && rtc_conn_upgrade(conn)) {
		rtc_conn_obey(conn, server->handlers->open(server->user, conn));
		rtc_conn_pack_request(conn);
	}
}
