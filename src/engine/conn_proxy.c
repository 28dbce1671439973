/* A connection in front of which its proxy says who the client is. The header is read from the bare
 * socket, and not one byte behind it: what follows may be a TLS handshake. */
#include "../proto/proxy_header.h"

#include "conn_http.h"
#include "server.h"
#include "tls.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

/* State of the mode and of its transport. */
typedef struct proxy_state {
	rtc_proxy_header header;
	rtc_parse parse;   /* what has come of it */
	const char *fault; /* of RTC_PARSE_ERROR */
	rtc_tls *tls;      /* for what follows; counted; NULL: none */
} proxy_state;

/* ---- the transport: the header alone -------------------------------------------------------- */

/* Looks at what is there, and takes what belongs to the header. */
static rtc_io proxy_read(rtc_transport *transport, void *data, size_t len, size_t *count)
{
	proxy_state *state = transport->state;
	size_t most = len < RTC_PROXY_HEADER_MAX ? len : RTC_PROXY_HEADER_MAX;
	ssize_t seen = recv(transport->fd, data, most, MSG_PEEK);
	rtc_slice rest;

	if (seen < 0) {
		return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR ? RTC_IO_AGAIN
																		 : RTC_IO_ERROR;
	}
	if (seen == 0) {
		return RTC_IO_END;
	}
	rest = rtc_slice_of(data, (size_t)seen);
	state->parse = rtc_proxy_header_push(&state->header, &rest, &state->fault);
	if (state->parse == RTC_PARSE_ERROR) {
		rest.len = 0; /* the connection ends: what is not read would make it a reset */
	}
	*count = (size_t)seen - rest.len;
	if (*count > 0 && recv(transport->fd, data, *count, 0) != (ssize_t)*count) {
		return RTC_IO_ERROR;
	}
	return RTC_IO_DONE;
}

/* There is nothing to say yet. */
static rtc_io proxy_write(
	rtc_transport *transport, const struct iovec *vectors, int vector_count, size_t *count)
{
	(void)transport;
	(void)vectors;
	(void)vector_count;
	(void)count;
	return RTC_IO_ERROR;
}

static size_t proxy_in_flight(const rtc_transport *transport)
{
	(void)transport;
	return 0;
}

static void proxy_finish(rtc_transport *transport)
{
	(void)transport;
}

static void proxy_close(rtc_transport *transport)
{
	close(transport->fd);
	transport->fd = -1;
}

static const rtc_transport_ops proxy_ops = {
	.name = "proxy",
	.secure = false,
	.read = proxy_read,
	.write = proxy_write,
	.in_flight = proxy_in_flight,
	.finish = proxy_finish,
	.close = proxy_close,
};

/* ---- the mode ------------------------------------------------------------------------------- */

static void proxy_refuse(rtc_conn *conn, const char *fault)
{
	rtc_stats_refuse(&conn->server->stats, 0, "proxy_header");
	rtc_server_log(conn->server, RTC_LOG_WARNING, conn, 0, "proxy_header",
		"closed a connection of a trusted proxy: %s", fault);
	rtc_conn_fail(conn);
}

/* The client's own bytes follow: gives the socket to what reads them. */
static rtc_status proxy_switch(rtc_conn *conn, rtc_tls *tls)
{
	int fd = conn->transport.fd;

	if (tls == NULL) {
		rtc_transport_tcp_init(&conn->transport, fd);
	} else if (rtc_transport_tls_init(&conn->transport, fd, tls) != RTC_OK) {
		rtc_transport_none_init(&conn->transport); /* that has closed the socket */
		return RTC_NOMEM;
	}
	return rtc_conn_http_begin(conn);
}

static void proxy_done(rtc_conn *conn)
{
	const proxy_state *state = conn->state;
	rtc_proxy_header header = state->header; /* the state goes with the mode */
	rtc_address client = {.family = RTC_FAMILY_UNIX};

	if (proxy_switch(conn, state->tls) != RTC_OK) {
		rtc_server_log(conn->server, RTC_LOG_ERROR, conn, 0, "no_memory",
			"no memory for a connection behind its PROXY header");
		rtc_conn_fail(conn);
		return;
	}
	if (header.source == RTC_PROXY_IP) {
		rtc_address_from_ip(&client, &header.ip, header.port);
	}
	rtc_conn_http_introduce(conn, header.source == RTC_PROXY_NOBODY ? NULL : &client);
}

static void proxy_input(rtc_conn *conn, rtc_input *in)
{
	const proxy_state *state = conn->state;

	in->pos = in->len;
	switch (state->parse) {
	case RTC_PARSE_MORE:
		break;
	case RTC_PARSE_DONE:
		proxy_done(conn);
		break;
	case RTC_PARSE_ERROR:
		proxy_refuse(conn, state->fault);
		break;
	}
}

/* Whoever comes and goes without a word only wanted to know whether somebody listens. */
static void proxy_end(rtc_conn *conn)
{
	if (((const proxy_state *)conn->state)->header.len > 0) {
		proxy_refuse(conn, "it ended in the PROXY header");
	} else {
		rtc_conn_fail(conn);
	}
}

static void proxy_timeout(rtc_conn *conn)
{
	proxy_refuse(conn, "the PROXY header took longer than handshakeTimeout");
}

static void proxy_close_mode(rtc_conn *conn, uint16_t code, rtc_slice reason)
{
	(void)code;
	(void)reason;
	rtc_conn_fail(conn);
}

static void proxy_drained(rtc_conn *conn)
{
	(void)conn;
}

static void proxy_deinit(rtc_conn *conn)
{
	proxy_state *state = conn->state;

	rtc_tls_unref(state->tls);
	free(state);
}

static const rtc_conn_mode mode_proxy = {
	.name = "proxy",
	.input = proxy_input,
	.end = proxy_end,
	.timeout = proxy_timeout,
	.send = rtc_conn_send_none,
	.send_small = rtc_conn_send_small_none,
	.close = proxy_close_mode,
	.drained = proxy_drained,
	.deliver = rtc_conn_deliver_none,
	.work = rtc_conn_work_none,
	.deinit = proxy_deinit,
};

bool rtc_conn_proxy_is_mode(const rtc_conn *conn)
{
	return conn->mode == &mode_proxy;
}

rtc_status rtc_conn_proxy_begin(rtc_conn *conn, struct rtc_tls *tls)
{
	proxy_state *state = calloc(1, sizeof(*state));

	if (state == NULL) {
		return RTC_NOMEM;
	}
	if (tls != NULL) {
		state->tls = rtc_tls_ref(tls);
	}
	conn->transport = (rtc_transport){
		.ops = &proxy_ops,
		.state = state,
		.fd = conn->transport.fd,
	};
	rtc_conn_set_mode(conn, &mode_proxy, state);
	rtc_conn_set_timeout(conn, conn->server->options.handshake_timeout_ms);
	return RTC_OK;
}
