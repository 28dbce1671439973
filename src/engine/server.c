#include "server.h"

#include "conn_peer.h"
#include "handover.h"
#include "modes.h"
#include "session.h"

#include <event2/event.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

/* Descriptors that a script needs for itself, kept out of maxConnections' default. */
#define SERVER_SPARE_DESCRIPTORS 32

#define SERVER_FULL_LOG_MS 60000

static size_t server_default_connections(void)
{
	struct rlimit limit;

	if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY) {
		return SIZE_MAX;
	}
	return limit.rlim_cur > 2 * SERVER_SPARE_DESCRIPTORS
		? (size_t)limit.rlim_cur - SERVER_SPARE_DESCRIPTORS
		: (size_t)limit.rlim_cur / 2;
}

rtc_server *rtc_server_new(
	rtc_loop *loop, rtc_server_options *options, const rtc_handlers *handlers, void *user)
{
	rtc_server *server = calloc(1, sizeof(*server));

	if (server == NULL) {
		return NULL;
	}
	server->hub = rtc_hub_new(loop);
	if (server->hub == NULL) {
		free(server);
		return NULL;
	}
	server->loop = rtc_loop_ref(loop);
	server->options = *options;
	if (server->options.max_connections == 0) {
		server->options.max_connections = server_default_connections();
	}
	server->compression.budget = options->deflate_budget;
	server->peers.max_count = server->options.max_connections_per_ip;
	server->peers.rate = server->options.connect_rate;
	server->handlers = handlers;
	server->user = user;
	server->next_id = 1;
	server->owner = getpid();
	server->started_s = (uint64_t)time(NULL);
	rtc_router_init(&server->router);
	rtc_loop_spin_more(loop, server->options.busy_poll_us);
	return server;
}

void rtc_server_close_listeners(rtc_server *server)
{
	while (server->listeners != NULL) {
		rtc_listener *listener = server->listeners;

		server->listeners = listener->next;
		rtc_listener_free(listener);
	}
	rtc_handover_close(server->handover);
}

bool rtc_server_is_inherited(const rtc_server *server)
{
	const rtc_listener *listener;

	for (listener = server->listeners; listener != NULL; listener = listener->next) {
		if (!listener->inherited) {
			return false;
		}
	}
	return server->listeners != NULL;
}

/* A script may end right after send(): what the kernel takes at once still goes out. Sessions
 * first, whose carriers then have something to write. */
static void server_flush(rtc_server *server, bool sessions)
{
	rtc_conn *conn;

	for (conn = server->conns; conn != NULL; conn = conn->next) {
		if (conn->session == sessions && rtc_conn_is_alive(conn) && !conn->blocked) {
			rtc_conn_flush(conn);
		}
	}
}

/* Whom nobody can talk to has no use for a core. */
static void server_let_block(rtc_server *server)
{
	if (server->state != RTC_SERVER_STOPPED) {
		rtc_loop_spin_less(server->loop, server->options.busy_poll_us);
	}
}

void rtc_server_free(rtc_server *server)
{
	rtc_loop *loop = server->loop;

	if (server->owner == getpid()) {
		server_flush(server, true);
		server_flush(server, false);
	}
	/* In a forked child the parent's registrations must survive: events are removed from a base of
	 * the child's own. Where that cannot be had, the memory is left to the child's exit. */
	if (rtc_loop_renew(loop) != RTC_OK) {
		return;
	}
	rtc_server_close_listeners(server);
	server_let_block(server);
	server->state = RTC_SERVER_STOPPED;
	while (server->conns != NULL) {
		rtc_conn_abort(server->conns);
	}
	rtc_timer_stop(&server->timer);
	rtc_timer_stop(&server->restart.timer);
	rtc_handover_free(server->handover);
	rtc_timer_stop(&server->log_timer);
	rtc_hub_free(server->hub);
	rtc_compression_deinit(&server->compression);
	rtc_router_deinit(&server->router);
	rtc_server_options_deinit(&server->options);
	rtc_peers_deinit(&server->peers);
	rtc_map_deinit(&server->sessions);
	free(server);
	rtc_loop_unref(loop);
}

/* Meets the process that serves now, before the first address. */
static bool server_join(rtc_server *server, const char **reason)
{
	if (server->options.handover.len == 0 || server->handover != NULL) {
		return true;
	}
	server->handover = rtc_handover_new(server, reason);
	return server->handover != NULL;
}

rtc_status rtc_server_listen(rtc_server *server, const char *address, struct rtc_tls *tls,
	char bound[RTC_ADDRESS_TEXT_MAX], char error[RTC_LISTEN_ERROR_MAX])
{
	const char *reason = "this process has no event loop of its own";
	rtc_listener *listener = NULL;

	if (rtc_loop_own(server->loop) == RTC_OK && server_join(server, &reason)) {
		listener = rtc_listener_new(server, address, tls, bound, &reason);
	}
	if (listener == NULL) {
		snprintf(error, RTC_LISTEN_ERROR_MAX, "cannot listen on %s: %s", address, reason);
		return RTC_FAILED;
	}
	listener->next = server->listeners;
	server->listeners = listener;
	rtc_server_check_tls(server, tls);
	if (server->full) {
		rtc_listener_pause(listener);
	}
	return RTC_OK;
}

/* ---- connections come and go
 * --------------------------------------------------------------------- */

static void server_pause_listeners(rtc_server *server)
{
	rtc_listener *listener;
	uint64_t now = rtc_loop_now_ms(server->loop);

	server->full = true;
	for (listener = server->listeners; listener != NULL; listener = listener->next) {
		rtc_listener_pause(listener);
	}
	if (server->full_logged_ms == 0 || now - server->full_logged_ms >= SERVER_FULL_LOG_MS) {
		server->full_logged_ms = now;
		rtc_server_log(server, RTC_LOG_WARNING, NULL, 0, "server_full",
			"maxConnections reached: %zu; new clients wait", server->conn_count);
	}
}

static void server_resume_listeners(rtc_server *server)
{
	rtc_listener *listener;

	server->full = false;
	for (listener = server->listeners; listener != NULL; listener = listener->next) {
		rtc_listener_resume(listener);
	}
}

static void server_link(rtc_server *server, rtc_conn *conn)
{
	conn->id = server->next_id++;
	conn->next = server->conns;
	if (conn->next != NULL) {
		conn->next->prev = conn;
	}
	server->conns = conn;
}

void rtc_server_add_session(rtc_server *server, rtc_conn *session)
{
	server_link(server, session);
}

void rtc_server_adopt(rtc_server *server, int fd, const rtc_address *peer, struct rtc_tls *tls)
{
	rtc_peer *counted;
	rtc_peer_verdict verdict = rtc_peer_judge(server, peer, RTC_PEER_CONNECTION, &counted);
	bool welcome = verdict == RTC_PEER_WELCOME;
	rtc_peer_kind kind = welcome ? RTC_PEER_CONNECTION : RTC_PEER_REFUSED;
	rtc_conn *conn;

	if (!welcome && (counted == NULL || tls != NULL)) {
		rtc_peer_cut(server, fd, peer, verdict, counted);
		return;
	}
	conn = rtc_conn_new(server, fd, peer, tls);
	if (conn == NULL) {
		rtc_peers_leave(&server->peers, counted, kind, rtc_loop_now_ms(server->loop));
		rtc_server_log(server, RTC_LOG_ERROR, NULL, 0, "no_memory", "no memory for a connection");
		return;
	}
	server_link(server, conn);
	server->conn_count++;
	server->stats.accepted++;
	rtc_conn_count_peer(conn, counted, kind);
	if (!welcome) {
		rtc_conn_refuse_peer(conn, verdict);
	}
	rtc_conn_unhold(conn);
	if (server->conn_count >= server->options.max_connections) {
		server_pause_listeners(server);
	}
}

void rtc_server_stopped(rtc_server *server)
{
	server_let_block(server);
	server->state = RTC_SERVER_STOPPED;
	rtc_timer_stop(&server->timer);
	rtc_timer_stop(&server->restart.timer);
	rtc_server_log_rest(server);
	server->handlers->stopped(server->user);
}

void rtc_server_forget(rtc_server *server, rtc_conn *conn)
{
	rtc_restart_forget(server, conn);
	if (conn->prev != NULL) {
		conn->prev->next = conn->next;
	} else {
		server->conns = conn->next;
	}
	if (conn->next != NULL) {
		conn->next->prev = conn->prev;
	}
	conn->next = NULL;
	conn->prev = NULL;
	rtc_conn_uncount_peer(server, conn);
	server->conn_count -= conn->session ? 0 : 1;
	if (server->full && server->conn_count < server->options.max_connections) {
		server_resume_listeners(server);
	}
	if (server->state == RTC_SERVER_STOPPING && server->conns == NULL) {
		rtc_server_stopped(server);
	}
	rtc_conn_unref(conn);
}

/* ---- the rest
 * ------------------------------------------------------------------------------------ */

const char *rtc_server_date(rtc_server *server)
{
	/* strftime() would speak the script's locale. */
	static const char days[][4] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
	static const char months[][4] = {
		"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
	time_t now = time(NULL);
	struct tm utc;

	if (server->date[0] == '\0' || (uint64_t)now != server->date_second) {
		gmtime_r(&now, &utc);
		server->date_second = (uint64_t)now;
		snprintf(server->date, sizeof(server->date), "%s, %02d %s %d %02d:%02d:%02d GMT",
			days[utc.tm_wday], utc.tm_mday, months[utc.tm_mon], utc.tm_year + 1900, utc.tm_hour,
			utc.tm_min, utc.tm_sec);
	}
	return server->date;
}
