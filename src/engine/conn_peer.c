/* Whom a connection counts to, and what becomes of those that are too many. */
#include "conn_peer.h"

#include "modes.h"
#include "server.h"

#include <stdio.h>
#include <unistd.h>

#define PEER_FIELDS_MAX 64
#define PEER_TEXT_MAX (RTC_ADDRESS_TEXT_MAX + 64)

static const char *const texts[] = {
	[RTC_PEER_WELCOME] = "",
	[RTC_PEER_TOO_MANY] = "too many connections from this address",
	[RTC_PEER_TOO_FAST] = "too many new connections from this address",
};

static const char *const reasons[] = {
	[RTC_PEER_WELCOME] = "",
	[RTC_PEER_TOO_MANY] = "address_full",
	[RTC_PEER_TOO_FAST] = "rate",
};

static int status_of(rtc_peer_verdict verdict)
{
	return verdict == RTC_PEER_TOO_FAST ? 429 : 503;
}

rtc_peer_verdict rtc_peer_judge(
	rtc_server *server, const rtc_address *address, rtc_peer_kind kind, rtc_peer **peer)
{
	if (rtc_networks_contain(&server->options.trusted_proxies, address)) {
		*peer = NULL;
		return RTC_PEER_WELCOME; /* whose client it is will be known later */
	}
	return rtc_peers_enter(&server->peers, address, kind, rtc_loop_now_ms(server->loop), peer);
}

void rtc_peer_cut(rtc_server *server, int fd, const rtc_address *address, rtc_peer_verdict verdict,
	rtc_peer *peer)
{
	char ip[RTC_ADDRESS_TEXT_MAX];
	char text[PEER_TEXT_MAX];

	rtc_peers_leave(&server->peers, peer, RTC_PEER_REFUSED, rtc_loop_now_ms(server->loop));
	close(fd);
	rtc_address_format(address, ip);
	snprintf(text, sizeof(text), "%s: %s", texts[verdict], ip);
	rtc_server_refused(server, NULL, status_of(verdict), reasons[verdict], text);
}

void rtc_conn_refuse_peer(rtc_conn *conn, rtc_peer_verdict verdict)
{
	rtc_server *server = conn->server;
	char fields[PEER_FIELDS_MAX];
	int len;

	if (conn->transport.handshaking) {
		rtc_server_refused(server, conn, status_of(verdict), reasons[verdict], texts[verdict]);
		rtc_conn_fail(conn);
		return;
	}
	if (verdict != RTC_PEER_TOO_FAST) {
		rtc_conn_http_refuse_for(conn, status_of(verdict), reasons[verdict], texts[verdict]);
		return;
	}
	len = snprintf(fields, sizeof(fields), "Retry-After: %u\r\n",
		(unsigned)rtc_peers_retry_seconds(
			&server->peers, &conn->peer, rtc_loop_now_ms(server->loop)));
	rtc_conn_http_refuse_with(
		conn, status_of(verdict), rtc_slice_of(fields, (size_t)len), texts[verdict]);
}

void rtc_conn_count_peer(rtc_conn *conn, rtc_peer *peer, rtc_peer_kind kind)
{
	conn->counted = peer;
	conn->counted_as = (uint8_t)kind;
}

void rtc_conn_uncount_peer(rtc_server *server, rtc_conn *conn)
{
	rtc_peers_leave(&server->peers, conn->counted, (rtc_peer_kind)conn->counted_as,
		rtc_loop_now_ms(server->loop));
	conn->counted = NULL;
}

bool rtc_conn_set_peer(rtc_conn *conn, const rtc_address *address)
{
	rtc_peer_verdict verdict;
	rtc_peer *peer;

	rtc_conn_uncount_peer(conn->server, conn);
	conn->peer = *address;
	verdict = rtc_peer_judge(conn->server, address, RTC_PEER_CONNECTION, &peer);
	rtc_conn_count_peer(
		conn, peer, verdict == RTC_PEER_WELCOME ? RTC_PEER_CONNECTION : RTC_PEER_REFUSED);
	if (verdict != RTC_PEER_WELCOME) {
		rtc_conn_refuse_peer(conn, verdict);
	}
	return verdict == RTC_PEER_WELCOME;
}
