#include "server.h"

#include "handover.h"
#include "modes.h"
#include "session.h"

#include <event2/event.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

/* Descriptors that a script needs for itself, kept out of maxConnections' default. */
#define SERVER_SPARE_DESCRIPTORS 32

#define SERVER_FULL_LOG_MS 60000

/* Connections of one IP. */
typedef struct server_ip {
	uint8_t key[17]; /* family, then the IP; of IPv6 the /64 */
	uint32_t count;
} server_ip;

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
	server->handlers = handlers;
	server->user = user;
	server->next_id = 1;
	server->owner = getpid();
	rtc_router_init(&server->router);
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
	server->state = RTC_SERVER_STOPPED;
	while (server->conns != NULL) {
		rtc_conn_abort(server->conns);
	}
	rtc_timer_stop(&server->timer);
	rtc_timer_stop(&server->restart.timer);
	rtc_handover_free(server->handover);
	rtc_hub_free(server->hub);
	rtc_compression_deinit(&server->compression);
	rtc_router_deinit(&server->router);
	rtc_server_options_deinit(&server->options);
	rtc_map_deinit(&server->ips);
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
	return RTC_OK;
}

/* ---- connections come and go
 * --------------------------------------------------------------------- */

static void server_ip_key(const rtc_address *peer, uint8_t key[17])
{
	memset(key, 0, 17);
	key[0] = peer->family;
	/* Whoever has one IPv6 address has 2^64 of them. */
	memcpy(key + 1, peer->ip, peer->family == RTC_FAMILY_IPV6 ? 8 : 4);
}

/* Counts the connection to its IP. False if that makes too many. */
static bool server_count_ip(rtc_server *server, rtc_conn *conn)
{
	uint8_t key[17];
	server_ip *ip;

	if (server->options.max_connections_per_ip == 0 || conn->peer.family == RTC_FAMILY_UNIX ||
		rtc_networks_contain(&server->options.trusted_proxies, &conn->peer)) {
		return true;
	}
	server_ip_key(&conn->peer, key);
	ip = rtc_map_get(&server->ips, rtc_slice_of(key, sizeof(key)));
	if (ip == NULL) {
		ip = calloc(1, sizeof(*ip));
		if (ip == NULL) {
			return false;
		}
		memcpy(ip->key, key, sizeof(key));
		if (rtc_map_add(&server->ips, rtc_slice_of(ip->key, sizeof(ip->key)), ip) != RTC_OK) {
			free(ip);
			return false;
		}
	}
	ip->count++;
	conn->counted = true;
	return ip->count <= server->options.max_connections_per_ip;
}

static void server_uncount_ip(rtc_server *server, rtc_conn *conn)
{
	uint8_t key[17];
	server_ip *ip;

	if (!conn->counted) {
		return;
	}
	server_ip_key(&conn->peer, key);
	ip = rtc_map_get(&server->ips, rtc_slice_of(key, sizeof(key)));
	conn->counted = false;
	if (--ip->count == 0) {
		rtc_map_remove(&server->ips, rtc_slice_of(key, sizeof(key)));
		free(ip);
	}
}

static void server_refuse_ip(rtc_conn *conn)
{
	rtc_conn_http_refuse(conn, 503, "too many connections from this address");
}

bool rtc_server_recount(rtc_server *server, rtc_conn *conn, const rtc_address *peer)
{
	server_uncount_ip(server, conn);
	conn->peer = *peer;
	if (!server_count_ip(server, conn)) {
		server_refuse_ip(conn);
		return false;
	}
	return true;
}

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
	rtc_conn *conn = rtc_conn_new(server, fd, peer, tls);

	if (conn == NULL) {
		rtc_server_log(server, RTC_LOG_ERROR, NULL, 0, "no_memory", "no memory for a connection");
		return;
	}
	server_link(server, conn);
	server->conn_count++;
	server->stats.accepted++;
	if (!server_count_ip(server, conn)) {
		server_refuse_ip(conn);
	}
	rtc_conn_unhold(conn);
	if (server->conn_count >= server->options.max_connections) {
		server_pause_listeners(server);
	}
}

void rtc_server_stopped(rtc_server *server)
{
	server->state = RTC_SERVER_STOPPED;
	rtc_timer_stop(&server->timer);
	rtc_timer_stop(&server->restart.timer);
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
	server_uncount_ip(server, conn);
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

void rtc_server_log(rtc_server *server, rtc_log_level level, const rtc_conn *conn, int status,
	const char *event, const char *format, ...)
{
	rtc_log_context context = {.conn = conn, .event = event, .status = status};
	char message[512];
	va_list args;

	va_start(args, format);
	vsnprintf(message, sizeof(message), format, args);
	va_end(args);
	server->handlers->log(server->user, level, message, &context);
}

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
