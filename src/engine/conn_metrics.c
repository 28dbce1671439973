/* The routes of metrics() and health(). */
#include "metrics.h"

#include "conn_http.h"
#include "server.h"

static bool is_loopback(const rtc_address *address)
{
	static const uint8_t loopback6[16] = {[15] = 1};

	switch ((rtc_family)address->family) {
	case RTC_FAMILY_UNIX:
		return true;
	case RTC_FAMILY_IPV4:
		return address->ip[0] == 127;
	case RTC_FAMILY_IPV6:
		return memcmp(address->ip, loopback6, sizeof(loopback6)) == 0;
	}
	return false;
}

/* The other end of the socket, which is a proxy's where conn->peer is the client behind it. */
static bool socket_peer(const rtc_conn *conn, rtc_address *peer)
{
	struct sockaddr_storage name;
	socklen_t len = sizeof(name);

	memset(&name, 0, sizeof(name));
	if (getpeername(conn->transport.fd, (struct sockaddr *)&name, &len) != 0) {
		return false;
	}
	rtc_address_from_sockaddr(peer, (struct sockaddr *)&name);
	return true;
}

static bool was_forwarded(const rtc_request *request)
{
	return rtc_request_field(request, RTC_SLICE("x-forwarded-for")).data != NULL ||
		rtc_request_field(request, RTC_SLICE("forwarded")).data != NULL;
}

bool rtc_metrics_is_local(const rtc_conn *conn)
{
	const rtc_networks *trusted = &conn->server->options.trusted_proxies;
	rtc_address proxy;

	return is_loopback(&conn->peer) && socket_peer(conn, &proxy) && is_loopback(&proxy) &&
		(!was_forwarded(conn->request) || rtc_networks_contain(trusted, &proxy));
}

static void refuse(rtc_conn *conn, int status)
{
	if (status == 401) {
		rtc_conn_http_refuse_with(conn, 401, RTC_SLICE("WWW-Authenticate: Bearer\r\n"),
			"this needs an Authorization field");
	} else if (status == 403) {
		rtc_conn_http_refuse_for(conn, 403, "metrics", "the metrics are not for everybody");
	} else {
		rtc_conn_http_refuse(conn, status, "it cannot be told whether this is allowed");
	}
}

static void reply(rtc_conn *conn, int status, const char *fields, rtc_slice body)
{
	rtc_conn_http_answer(conn, status, rtc_slice_of(fields, strlen(fields)), body);
}

/* The handler is user code: afterwards the connection, or the server, may be gone. */
void rtc_metrics_get(rtc_conn *conn)
{
	rtc_server *server = conn->server;
	rtc_metrics metrics = {.status = RTC_OK};
	int status = 0;
	rtc_buf out;

	rtc_buf_init(&out);
	metrics.out = &out;
	rtc_conn_obey(conn, server->handlers->metrics(server->user, conn, &metrics, &status));
	if (!rtc_conn_is_open(conn) || !rtc_conn_http_is_mode(conn) ||
		rtc_conn_http_is_answered(conn)) {
		rtc_buf_deinit(&out);
		return;
	}
	if (status != 0) {
		rtc_buf_deinit(&out);
		refuse(conn, status);
		return;
	}
	rtc_metrics_write(&metrics, server);
	if (metrics.status == RTC_OK) {
		reply(conn, 200,
			"Content-Type: text/plain; version=0.0.4; charset=utf-8\r\nCache-Control: no-store\r\n",
			rtc_buf_slice(&out));
	} else {
		rtc_conn_http_refuse_for(conn, 503, "no_memory", "no memory for the metrics");
	}
	rtc_buf_deinit(&out);
}

void rtc_metrics_health(rtc_conn *conn)
{
	static const char fields[] = "Content-Type: application/json\r\nCache-Control: no-store\r\n";

	if (conn->server->state == RTC_SERVER_RUNNING) {
		reply(conn, 200, fields, RTC_SLICE("{\"status\":\"ok\"}"));
	} else {
		reply(conn, 503, fields, RTC_SLICE("{\"status\":\"stopping\"}"));
	}
}
