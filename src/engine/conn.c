#include "conn.h"

#include "feed.h"
#include "modes.h"
#include "server.h"
#include "throttle.h"
#include "tls.h"

#include <event2/event.h>
#include <stdlib.h>

#define CONN_REASON_MAX 123 /* RFC 6455 5.5: what fits behind the code */

static void conn_work(rtc_job *job);

void rtc_conn_defer(rtc_conn *conn)
{
	rtc_loop_defer(conn->server->loop, &conn->job, conn_work);
}

/* ---- the end -----------------------------------------------------------------------------------
 */

static void over_input(rtc_conn *conn, rtc_input *in)
{
	(void)conn;
	in->pos = in->len;
}

static void over_nothing(rtc_conn *conn)
{
	(void)conn;
}

static void over_close(rtc_conn *conn, uint16_t code, rtc_slice reason)
{
	(void)conn;
	(void)code;
	(void)reason;
}

/* What a connection is in when it is OVER: nothing happens any more. */
static const rtc_conn_mode mode_over = {
	.name = "over",
	.input = over_input,
	.end = over_nothing,
	.timeout = over_nothing,
	.send = rtc_conn_send_none,
	.send_small = rtc_conn_send_small_none,
	.close = over_close,
	.drained = over_nothing,
	.deliver = rtc_conn_deliver_none,
	.work = rtc_conn_work_none,
	.deinit = over_nothing,
};

void rtc_conn_set_mode(rtc_conn *conn, const rtc_conn_mode *mode, void *state)
{
	conn->mode->deinit(conn);
	conn->mode = mode;
	conn->state = state;
}

void rtc_conn_fail(rtc_conn *conn)
{
	if (!rtc_conn_is_alive(conn)) {
		return;
	}
	conn->phase = RTC_CONN_FAILED;
	rtc_timer_stop(&conn->timer);
	rtc_conn_want(conn);
	rtc_conn_defer(conn);
}

/* Lets go of everything but the memory, which belongs to whoever holds references. */
static void conn_dispose(rtc_conn *conn)
{
	rtc_loop *loop = conn->server->loop;

	conn->phase = RTC_CONN_OVER;
	conn->blocked = false;
	rtc_timer_stop(&conn->timer);
	rtc_loop_cancel(loop, &conn->job);
	rtc_conn_want(conn);
	conn->transport.ops->close(&conn->transport);
	if (!conn->session) {
		rtc_queue_clear(&conn->queue, &loop->pool);
		conn->queue.total = NULL;
		rtc_conn_forget_pending(conn);
	}
	rtc_throttle_free(conn);
	rtc_conn_set_mode(conn, &mode_over, NULL);
	rtc_feed_forget(conn);
	rtc_hub_forget(conn);
}

void rtc_conn_opened(rtc_conn *conn)
{
	rtc_server *server = conn->server;
	size_t way = rtc_stats_way(conn->delivery);

	conn->opened = true;
	server->open_count++;
	server->stats.opened++;
	server->stats.opened_by[way]++;
	server->stats.conversations[way]++;
}

/* Who else holds the request has a use for it; a session's is that of its carrier for a moment. */
void rtc_conn_pack_request(rtc_conn *conn)
{
	uint8_t *packed;

	if (conn->request == NULL || conn->request->refs > (conn->session ? 2U : 1U)) {
		return;
	}
	packed = rtc_request_pack(conn->request);
	if (packed != NULL) {
		rtc_request_unref(conn->request);
		conn->packed = packed;
		conn->is_packed = true;
	}
}

rtc_request *rtc_conn_request(rtc_conn *conn)
{
	rtc_request *request;

	if (!conn->is_packed) {
		return conn->request;
	}
	request = rtc_request_unpack(conn->packed);
	if (request != NULL) {
		free(conn->packed);
		conn->request = request;
		conn->is_packed = false;
	}
	return request;
}

static rtc_verdict conn_report_close(rtc_conn *conn)
{
	rtc_server *server = conn->server;
	rtc_close_info info = {
		.code = conn->close_code == 0 ? RTC_CLOSE_ABNORMAL : conn->close_code,
		.clean = conn->close_clean,
		.by_peer = conn->close_by_peer,
		.reason = rtc_conn_close_reason(conn),
	};

	conn->opened = false;
	server->open_count--;
	server->stats.conversations[rtc_stats_way(conn->delivery)]--;
	rtc_stats_close(&server->stats, info.code);
	return server->handlers->close(server->user, conn, &info);
}

void rtc_conn_end_conversation(rtc_conn *conn)
{
	conn->report = true;
	rtc_conn_defer(conn);
}

static void conn_leave(rtc_conn *conn)
{
	rtc_server *server = conn->server;

	conn->server = NULL;
	conn->route = NULL;
	rtc_server_forget(server, conn);
}

static void conn_tear_down(rtc_conn *conn)
{
	conn_dispose(conn);
	if (conn->opened) {
		rtc_conn_obey(conn, conn_report_close(conn));
	}
	if (conn->server != NULL) { /* the handler may have dropped the server */
		conn->server->handlers->release(conn->server->user, conn);
	}
	if (conn->server != NULL) {
		conn_leave(conn);
	}
}

void rtc_conn_abort(rtc_conn *conn)
{
	if (conn->phase != RTC_CONN_OVER) {
		conn_dispose(conn);
	}
	conn_leave(conn);
}

void rtc_conn_set_close(rtc_conn *conn, uint16_t code, rtc_slice reason, bool by_peer)
{
	if (conn->close_code != 0) {
		return;
	}
	conn->close_code = code;
	conn->close_by_peer = by_peer;
	if (reason.len > 0 && reason.len <= CONN_REASON_MAX) {
		conn->close_reason = malloc(1 + reason.len);
		if (conn->close_reason != NULL) {
			conn->close_reason[0] = (uint8_t)reason.len;
			memcpy(conn->close_reason + 1, reason.data, reason.len);
		}
	}
}

void rtc_conn_close(rtc_conn *conn, uint16_t code, rtc_slice reason)
{
	if (!rtc_conn_is_open(conn)) {
		return;
	}
	conn->mode->close(conn, code, reason);
}

void rtc_conn_terminate(rtc_conn *conn)
{
	if (!rtc_conn_is_alive(conn)) {
		return;
	}
	rtc_conn_set_close(conn, RTC_CLOSE_ABNORMAL, RTC_SLICE(""), false);
	rtc_conn_fail(conn);
}

void rtc_conn_obey(rtc_conn *conn, rtc_verdict verdict)
{
	if (verdict == RTC_STOP && conn->server != NULL) {
		rtc_loop_halt(conn->server->loop);
	}
}

void rtc_conn_put_off(rtc_conn *conn)
{
	conn->work_left = true;
	rtc_conn_defer(conn);
}

static rtc_conn *conn_of(rtc_job *job)
{
	return (rtc_conn *)((char *)job - offsetof(rtc_conn, job));
}

/* The end of the turn: what was put off. */
static void conn_work(rtc_job *job)
{
	rtc_conn *conn = conn_of(job);
	rtc_job *next = conn->server->loop->current;

	if (next != NULL && next->run == conn_work) {
		rtc_conn_prefetch(conn_of(next)); /* comes while this one makes a system call */
	}
	rtc_conn_ref(conn);
	if (conn->phase == RTC_CONN_FAILED) {
		conn_tear_down(conn);
	} else if (conn->report && conn->opened) {
		rtc_conn_obey(conn, conn_report_close(conn));
	} else {
		rtc_conn_read_left(conn);
		if (conn->work_left && rtc_conn_is_alive(conn)) {
			conn->work_left = false;
			conn->mode->work(conn);
		}
		if (rtc_conn_is_alive(conn) && !conn->blocked) {
			rtc_conn_flush(conn);
		}
	}
	rtc_conn_unref(conn);
}

/* ---- the rest ----------------------------------------------------------------------------------
 */

static void conn_timer_fired(rtc_timer *timer)
{
	rtc_conn *conn = (rtc_conn *)((char *)timer - offsetof(rtc_conn, timer));

	if (rtc_loop_is_halted(conn->server->loop)) {
		rtc_conn_set_timeout(conn, 0);
		return;
	}
	rtc_conn_ref(conn);
	conn->mode->timeout(conn);
	rtc_conn_unref(conn);
}

void rtc_conn_set_timeout(rtc_conn *conn, uint32_t delay_ms)
{
	rtc_timer_start(&conn->server->loop->wheel, &conn->timer, delay_ms, conn_timer_fired);
}

void rtc_conn_clear_timeout(rtc_conn *conn)
{
	rtc_timer_stop(&conn->timer);
}

static void conn_go_on(rtc_conn *conn)
{
	if (!rtc_conn_is_alive(conn)) {
		return;
	}
	rtc_conn_want(conn);
	if (conn->session && !conn->paused) {
		rtc_conn_put_off(conn); /* messages may wait in their requests */
	} else if (rtc_conn_reads(conn) && rtc_conn_has_left(conn)) {
		rtc_conn_defer(conn);
	}
}

void rtc_conn_pause(rtc_conn *conn)
{
	conn->paused = true;
	conn_go_on(conn);
}

void rtc_conn_resume(rtc_conn *conn)
{
	conn->paused = false;
	conn_go_on(conn);
}

void rtc_conn_hold(rtc_conn *conn)
{
	conn->held = true;
	conn_go_on(conn);
}

void rtc_conn_unhold(rtc_conn *conn)
{
	conn->held = false;
	conn_go_on(conn);
}

/* True if a PROXY header comes first. */
static bool conn_is_announced(const rtc_server *server, const rtc_address *peer)
{
	return server->options.proxy_protocol &&
		rtc_networks_contain(&server->options.trusted_proxies, peer);
}

static rtc_status conn_begin(rtc_conn *conn, struct rtc_tls *tls, bool announced)
{
	return announced ? rtc_conn_proxy_begin(conn, tls) : rtc_conn_http_begin(conn);
}

void rtc_conn_slow(rtc_conn *conn, bool slowed)
{
	conn->slowed = slowed;
	conn_go_on(conn);
}

/* Out of line: the compiler would wonder at a session's, which ends before its queue. */
#ifdef __GNUC__
__attribute__((noinline))
#endif
static rtc_conn *
conn_alloc(size_t size)
{
	return calloc(1, size);
}

rtc_conn *rtc_conn_new(
	struct rtc_server *server, int fd, const rtc_address *peer, struct rtc_tls *tls)
{
	bool announced = conn_is_announced(server, peer);
	rtc_transport transport;
	rtc_conn *conn;

	if (tls == NULL || announced) {
		rtc_transport_tcp_init(&transport, fd);
	} else if (rtc_transport_tls_init(&transport, fd, tls) != RTC_OK) {
		return NULL;
	}
	conn = conn_alloc(sizeof(*conn));
	if (conn == NULL) {
		transport.ops->close(&transport);
		return NULL;
	}
	conn->transport = transport;
	conn->server = server;
	conn->peer = *peer;
	conn->queue.total = &server->stats.queued;
	conn->mode = &mode_over;
	conn->held = true;
	conn->refs = 1;
	if (conn_begin(conn, tls, announced) != RTC_OK) {
		transport.ops->close(&transport);
		free(conn);
		return NULL;
	}
	return conn;
}

rtc_conn *rtc_conn_new_session(struct rtc_server *server, const rtc_address *peer)
{
	rtc_conn *conn = conn_alloc(offsetof(rtc_conn, queue));

	if (conn != NULL) {
		rtc_transport_none_init(&conn->transport);
		conn->server = server;
		conn->peer = *peer;
		conn->mode = &mode_over;
		conn->refs = 1;
		conn->session = true;
	}
	return conn;
}

rtc_conn *rtc_conn_ref(rtc_conn *conn)
{
	conn->refs++;
	return conn;
}

rtc_slice rtc_conn_subprotocol(const rtc_conn *conn)
{
	const rtc_strings *spoken = conn->route != NULL ? &conn->route->options.subprotocols : NULL;

	if (conn->subprotocol == 0 || spoken == NULL || conn->subprotocol > spoken->count) {
		return RTC_SLICE("");
	}
	return spoken->items[conn->subprotocol - 1];
}

void rtc_conn_unref(rtc_conn *conn)
{
	if (--conn->refs > 0) {
		return;
	}
	if (conn->is_packed) {
		free(conn->packed);
	} else {
		rtc_request_unref(conn->request);
	}
	free(conn->close_reason);
	free(conn);
}
