#include "conn_http.h"
#include "server.h"
#include "session.h"

/* How often some of the clients are told of a restart; and afterwards those who came meanwhile. */
#define RESTART_TICK_MS 32
#define RESTART_SWEEP_MS 250

static void server_grace_over(rtc_timer *timer)
{
	rtc_server *server = (rtc_server *)((char *)timer - offsetof(rtc_server, timer));
	rtc_conn *conn;

	if (server->conns != NULL) {
		rtc_server_log(server, RTC_LOG_INFO, NULL, 0, "grace_over",
			"the grace of stop() is over: %zu connections are ended, %zu conversations among them",
			server->conn_count, server->open_count);
	}
	for (conn = server->conns; conn != NULL; conn = conn->next) {
		rtc_conn_terminate(conn); /* torn down later: the list does not change */
	}
}

static void server_tell(rtc_conn *conn)
{
	if (conn->server->restart.begun) {
		rtc_conn_close(conn, RTC_CLOSE_SERVICE_RESTART, RTC_SLICE("service restart"));
	} else {
		rtc_conn_close(conn, RTC_CLOSE_GOING_AWAY, RTC_SLICE(""));
	}
	if (conn->session) {
		rtc_session_stop(conn);
	}
}

/* Sessions first, so that their carriers can tell it. */
static void server_tell_all(rtc_server *server)
{
	rtc_conn *conn;

	for (conn = server->conns; conn != NULL; conn = conn->next) {
		if (conn->session) {
			server_tell(conn);
		}
	}
	for (conn = server->conns; conn != NULL; conn = conn->next) {
		if (!conn->session) {
			server_tell(conn);
		}
	}
}

/* ---- restarts ------------------------------------------------------------------------------- */

/* A connection that carries a session waits for what the session has to say; one that is between
 * two requests, or in front of its first one, may have the next one under way, which is answered.
 */
static bool restart_is_due(const rtc_conn *conn)
{
	if (conn->session) {
		return true;
	}
	return !conn->carries && !rtc_conn_proxy_is_mode(conn) &&
		(!rtc_conn_http_is_mode(conn) || rtc_conn_http_is_waiting(conn));
}

static void restart_tell_some(rtc_restart *restart, uint64_t elapsed_ms)
{
	uint64_t due = ((uint64_t)restart->count * elapsed_ms) / restart->spread_ms;

	while (restart->next != NULL && restart->seen <= due) {
		rtc_conn *conn = restart->next;

		restart->next = conn->next;
		restart->seen++;
		if (restart_is_due(conn)) {
			server_tell(conn);
		}
	}
}

static void restart_tick(rtc_timer *timer)
{
	rtc_server *server = (rtc_server *)((char *)timer - offsetof(rtc_server, restart.timer));
	rtc_restart *restart = &server->restart;
	uint64_t elapsed = rtc_loop_now_ms(server->loop) - restart->began_ms;

	if (elapsed < restart->spread_ms) {
		restart_tell_some(restart, elapsed);
		rtc_timer_start(&server->loop->wheel, timer, RESTART_TICK_MS, restart_tick);
	} else {
		restart->next = NULL;
		server_tell_all(server);
		rtc_timer_start(&server->loop->wheel, timer, RESTART_SWEEP_MS, restart_tick);
	}
}

static void restart_begin(rtc_server *server, uint32_t grace_ms)
{
	rtc_restart *restart = &server->restart;
	rtc_conn *conn;

	restart->begun = true;
	restart->began_ms = rtc_loop_now_ms(server->loop);
	restart->spread_ms = grace_ms / 2;
	restart->next = server->conns;
	for (conn = server->conns; conn != NULL; conn = conn->next) {
		restart->count++;
	}
	restart_tick(&restart->timer);
}

uint32_t rtc_restart_left_ms(const rtc_server *server)
{
	uint64_t elapsed = rtc_loop_now_ms(server->loop) - server->restart.began_ms;

	return server->restart.begun && elapsed < server->restart.spread_ms
		? (uint32_t)(server->restart.spread_ms - elapsed)
		: 0;
}

void rtc_restart_forget(rtc_server *server, const rtc_conn *conn)
{
	if (server->restart.next == conn) {
		server->restart.next = conn->next;
	}
}

/* ---- stopping ------------------------------------------------------------------------------- */

static void server_begin_to_stop(rtc_server *server, uint32_t grace_ms, rtc_stop why)
{
	server->state = RTC_SERVER_STOPPING;
	rtc_server_close_listeners(server);
	if (why == RTC_STOP_RESTARTING) {
		restart_begin(server, grace_ms);
	} else {
		server_tell_all(server);
	}
}

void rtc_server_stop(rtc_server *server, uint32_t grace_ms, rtc_stop why)
{
	if (rtc_loop_own(server->loop) != RTC_OK) {
		return; /* a child that cannot do without what its parent uses */
	}
	if (server->state == RTC_SERVER_RUNNING) {
		server_begin_to_stop(server, grace_ms, why);
	} else if (server->state == RTC_SERVER_STOPPING && why == RTC_STOP_LEAVING) {
		server->restart.spread_ms = 0; /* those who were not told yet are told now */
		server_tell_all(server);
	}
	if (server->state == RTC_SERVER_STOPPED) {
		return;
	}
	if (server->conns == NULL) {
		rtc_server_stopped(server);
		return;
	}
	rtc_timer_start(&server->loop->wheel, &server->timer, grace_ms, server_grace_over);
}
