#include "modes.h"
#include "server.h"

#include <stdio.h>

/* Long enough for any origin that is worth repeating to its owner. */
#define UPGRADE_TEXT_MAX 400

static void upgrade_refuse_origin(rtc_conn *conn)
{
	rtc_slice origin = rtc_request_field(conn->request, RTC_SLICE("origin"));
	char text[UPGRADE_TEXT_MAX];

	snprintf(text, sizeof(text),
		"origin %.*s is not allowed: the option 'origins' lists those that are",
		origin.len > 200 ? 200 : (int)origin.len, (const char *)origin.data);
	rtc_conn_http_refuse(conn, 403, text);
}

/* Asks the accept handler. True if the conversation may begin; otherwise it was answered. */
static bool upgrade_is_accepted(rtc_conn *conn)
{
	rtc_server *server = conn->server;
	bool accepted = true;

	rtc_conn_obey(conn, server->handlers->accept(server->user, conn, &accepted));
	if (!rtc_conn_is_open(conn)) {
		return false;
	}
	if (rtc_conn_http_is_answered(conn)) {
		rtc_conn_http_finish(conn);
		return false;
	}
	if (!accepted) {
		rtc_conn_http_refuse(conn, 403, "refused");
	}
	return accepted;
}

static rtc_status upgrade_answer(rtc_conn *conn, const rtc_handshake *handshake)
{
	rtc_buf answer;
	rtc_status status;

	rtc_buf_init(&answer);
	status = rtc_handshake_write(handshake, RTC_SLICE(""), &answer);
	if (status == RTC_OK) {
		status = rtc_conn_write(conn, rtc_buf_slice(&answer), RTC_SLICE(""));
	}
	rtc_buf_deinit(&answer);
	return status;
}

void rtc_conn_http_upgrade(rtc_conn *conn, const rtc_http_head *head, const uint8_t *data)
{
	const rtc_route_options *options = &conn->route->options;
	rtc_server *server = conn->server;
	rtc_handshake handshake;

	if (!rtc_origin_allowed(conn->request, &options->origins)) {
		upgrade_refuse_origin(conn);
		return;
	}
	rtc_handshake_check(
		head, data, options->subprotocols.items, options->subprotocols.count, &handshake);
	if (handshake.status != 101) {
		rtc_conn_http_refuse(conn, handshake.status, handshake.error);
		return;
	}
	if (options->strict_subprotocols && handshake.offered && handshake.protocol.len == 0) {
		rtc_conn_http_refuse(conn, 426, "none of the subprotocols offered is spoken here");
		return;
	}
	conn->subprotocol = handshake.protocol;
	if (!upgrade_is_accepted(conn)) {
		return;
	}
	if (upgrade_answer(conn, &handshake) != RTC_OK || rtc_conn_ws_begin(conn) != RTC_OK) {
		rtc_conn_fail(conn);
		return;
	}
	conn->opened = true;
	server->stats.opened++;
	server->open_count++;
	rtc_conn_obey(conn, server->handlers->open(server->user, conn));
}
