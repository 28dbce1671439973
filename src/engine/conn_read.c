/* What a connection reads: readiness, and the input on its way to the mode. */
#include "server.h"
#include "throttle.h"

#include <errno.h>
#include <event2/event.h>
#include <stdlib.h>

#define CONN_FAULT_MAX 256

static void conn_ready(evutil_socket_t fd, short what, void *arg);

/* What the connection waits for now. */
static inline uint8_t conn_interest(const rtc_conn *conn)
{
	uint8_t interest = 0;

	if (RTC_UNLIKELY(!rtc_conn_is_alive(conn) || conn->session)) {
		return 0;
	}
	if (rtc_conn_reads(conn) && !conn->transport.wants_write) {
		interest |= EV_READ;
	}
	/* Before the end of a handshake there is always room, but not for what is queued. */
	if (conn->transport.unsent || (conn->blocked && !conn->transport.handshaking)) {
		interest |= EV_WRITE;
	}
	return interest;
}

static void conn_watch(rtc_conn *conn, uint8_t interest)
{
	if (rtc_loop_own(conn->server->loop) != RTC_OK) {
		return;
	}
	if (conn->interest != 0) {
		event_del(&conn->event);
	}
	conn->interest = interest;
	if (interest == 0) {
		return;
	}
	event_assign(&conn->event, conn->server->loop->base, conn->transport.fd,
		(short)(interest | EV_PERSIST), conn_ready, conn);
	if (event_add(&conn->event, NULL) != 0) {
		conn->interest = 0;
		rtc_server_log(conn->server, RTC_LOG_ERROR, conn, 0, "no_memory",
			"the connection cannot be watched: %s", strerror(errno));
		rtc_conn_fail(conn);
	}
}

void rtc_conn_want(rtc_conn *conn)
{
	uint8_t interest = conn_interest(conn);

	if (RTC_UNLIKELY(interest != conn->interest)) {
		conn_watch(conn, interest);
	}
}

/* Shows the mode its input, and each following mode what is left of it. */
static void conn_run_modes(rtc_conn *conn, rtc_input *in)
{
	const rtc_conn_mode *mode;

	do {
		mode = conn->mode;
		mode->input(conn, in);
	} while (conn->mode != mode && in->pos < in->len && rtc_conn_may_read(conn));
}

void rtc_conn_forget_pending(rtc_conn *conn)
{
	if (conn->pending != NULL) {
		rtc_buf_deinit(conn->pending);
		free(conn->pending);
		conn->pending = NULL;
	}
}

static rtc_status conn_append_pending(rtc_conn *conn, const uint8_t *data, size_t len)
{
	if (conn->pending == NULL) {
		conn->pending = calloc(1, sizeof(*conn->pending));
	}
	return conn->pending != NULL ? rtc_buf_append(conn->pending, data, len) : RTC_NOMEM;
}

/* Keeps what the mode left of `in`, which is `pending` itself or the loop's buffer. */
static void conn_keep_rest(rtc_conn *conn, const rtc_input *in, bool from_pending)
{
	if (!rtc_conn_is_alive(conn)) {
		return;
	}
	if (from_pending) {
		rtc_buf_consume(conn->pending, in->pos);
		if (conn->pending->len == 0) {
			rtc_conn_forget_pending(conn);
		}
	} else if (in->pos < in->len &&
		conn_append_pending(conn, in->data + in->pos, in->len - in->pos) != RTC_OK) {
		rtc_conn_no_memory(conn);
		return;
	}
	conn->input_left = rtc_conn_pending(conn) > 0 && (conn->rests || !rtc_conn_may_read(conn));
	if (conn->input_left && rtc_conn_reads(conn)) {
		rtc_conn_defer(conn); /* or the loop was halted: go on when it runs again */
	}
}

static void conn_input(rtc_conn *conn, uint8_t *data, size_t len)
{
	rtc_input in = {.data = data, .len = len};
	bool from_pending = rtc_conn_pending(conn) > 0;

	if (from_pending) {
		if (len > 0 && rtc_buf_append(conn->pending, data, len) != RTC_OK) {
			rtc_conn_no_memory(conn);
			return;
		}
		in = (rtc_input){.data = conn->pending->data, .len = conn->pending->len};
	}
	conn->input_left = false;
	conn->rests = false;
	conn_run_modes(conn, &in);
	conn_keep_rest(conn, &in, from_pending);
}

/* True if the transport holds bytes of which readiness says nothing. */
static bool conn_transport_pending(const rtc_conn *conn)
{
	const rtc_transport_ops *ops = conn->transport.ops;

	return ops->pending != NULL && ops->pending(&conn->transport);
}

bool rtc_conn_has_left(const rtc_conn *conn)
{
	return conn->input_left || conn_transport_pending(conn);
}

void rtc_conn_fail_handshake(rtc_conn *conn, const char *reason)
{
	conn->server->stats.tls_failed++;
	rtc_server_log(conn->server, RTC_LOG_INFO, conn, 0, "tls_handshake_failed",
		"TLS handshake failed: %s", reason);
	rtc_conn_fail(conn);
}

static void conn_broken(rtc_conn *conn)
{
	const rtc_transport_ops *ops = conn->transport.ops;
	char reason[CONN_FAULT_MAX];

	if (conn->transport.handshaking && ops->fault(&conn->transport, reason, sizeof(reason))) {
		rtc_conn_fail_handshake(conn, reason);
		return;
	}
	rtc_conn_set_close(conn, RTC_CLOSE_ABNORMAL, RTC_SLICE(""), true);
	rtc_conn_fail(conn);
}

static void conn_read_transport(rtc_conn *conn)
{
	rtc_server *server = conn->server;
	bool handshaking = conn->transport.handshaking;
	size_t count = 0;
	rtc_io io = conn->transport.ops->read(
		&conn->transport, server->loop->input, rtc_throttle_room(conn), &count);

	if (handshaking && !conn->transport.handshaking) {
		server->stats.tls_handshakes++;
		conn->blocked = false; /* what was queued meanwhile goes out */
		rtc_conn_defer(conn);
	}
	switch (io) {
	case RTC_IO_DONE:
		server->stats.bytes_in += count;
		conn_input(conn, server->loop->input, count);
		if (rtc_conn_is_open(conn)) {
			rtc_throttle_bytes(conn, count);
		}
		break;
	case RTC_IO_AGAIN:
		break;
	case RTC_IO_END:
		conn->mode->end(conn);
		break;
	case RTC_IO_ERROR:
		conn_broken(conn);
		break;
	}
}

static void conn_read(rtc_conn *conn)
{
	if (conn->input_left) {
		/* Read before a pause, a rest or a halt: it goes before the end that may be there now. */
		conn_input(conn, NULL, 0);
		if (conn->input_left || !rtc_conn_may_read(conn)) {
			return;
		}
	}
	conn_read_transport(conn);
	if (!rtc_conn_is_alive(conn) || conn->transport.ops->pending == NULL) {
		return; /* what pausing and the like change, they register for */
	}
	rtc_conn_want(conn);
	if (rtc_conn_reads(conn) && conn_transport_pending(conn)) {
		rtc_conn_defer(conn);
	}
}

void rtc_conn_read_left(rtc_conn *conn)
{
	if (!rtc_conn_has_left(conn) || !rtc_conn_may_read(conn)) {
		return;
	}
	if (conn_transport_pending(conn)) {
		conn_read(conn);
	} else if (conn->input_left) {
		conn_input(conn, NULL, 0);
	}
}

static void conn_ready(evutil_socket_t fd, short what, void *arg)
{
	rtc_conn *conn = arg;

	(void)fd;
	rtc_loop_wake(conn->server->loop);
	if (rtc_loop_is_halted(conn->server->loop)) {
		return; /* level-triggered: it will be ready again */
	}
	rtc_conn_ref(conn);
	if (what & EV_WRITE) {
		rtc_conn_flush(conn);
	}
	if ((what & EV_READ) && rtc_conn_may_read(conn)) {
		conn_read(conn);
	}
	rtc_conn_unref(conn);
}
