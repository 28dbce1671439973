/* A server: listeners, routes, connections, the hub, limits, and the way it stops. */
#ifndef RTC_ENGINE_SERVER_H
#define RTC_ENGINE_SERVER_H

#include "compression.h"
#include "conn.h"
#include "handlers.h"
#include "hub.h"
#include "listener.h"
#include "log_rate.h"
#include "options.h"
#include "origin.h"
#include "peers.h"
#include "route.h"
#include "server_stop.h"
#include "stats.h"

#define RTC_LISTEN_ERROR_MAX 512

struct rtc_handover;
struct rtc_tls;

typedef enum rtc_server_state {
	RTC_SERVER_RUNNING,
	RTC_SERVER_STOPPING, /* no new clients; those that are left say goodbye */
	RTC_SERVER_STOPPED,
} rtc_server_state;

typedef struct rtc_server {
	rtc_loop *loop;
	rtc_server_options options;
	rtc_router router;
	rtc_hub *hub;
	rtc_compression compression;
	const rtc_handlers *handlers;
	void *user;
	rtc_listener *listeners;
	struct rtc_handover *handover; /* to a successor, and from who served before; NULL: none */
	rtc_conn *conns;               /* in no particular order, sessions among them */
	size_t conn_count;             /* without sessions */
	size_t open_count;             /* conversations */
	rtc_peers peers;               /* connections and sessions of each address, where limited */
	rtc_map sessions;              /* their connections, by token */
	rtc_timer timer;               /* end of grace while STOPPING */
	rtc_restart restart;
	uint64_t next_id;
	pid_t owner;          /* the process that made it */
	uint64_t date_second; /* of `date` */
	char date[32];        /* Date field's value */
	rtc_server_state state;
	bool full; /* listeners wait for a connection to end */
	uint64_t full_logged_ms;
	rtc_server_stats stats;
	uint64_t started_s; /* Unix time */
	rtc_log_rate log_rate;
	rtc_timer log_timer; /* lines were left out: says how many */
} rtc_server;

/* A server on that loop (a reference is taken). Takes over what `options` owns. NULL: no memory,
 * nothing was taken. */
rtc_server *rtc_server_new(
	rtc_loop *loop, rtc_server_options *options, const rtc_handlers *handlers, void *user);

/* Writes once what the kernel takes of what is queued, closes everything and calls no handler: the
 * binding detaches its objects first. Connections that are still referenced live on, OVER, with
 * server NULL. */
void rtc_server_free(rtc_server *server);

/* Binds and listens; writes the bound address. `tls`: what its clients speak (a reference is
 * taken), or NULL. FAILED: `error` is a sentence with address and reason. */
rtc_status rtc_server_listen(rtc_server *server, const char *address, struct rtc_tls *tls,
	char bound[RTC_ADDRESS_TEXT_MAX], char error[RTC_LISTEN_ERROR_MAX]) RTC_NODISCARD;

/* True if clients of some listener speak TLS. */
bool rtc_server_has_tls(const rtc_server *server);

/* Reads the files of all listeners' TLS again; the log is told what is wrong with them. */
void rtc_server_reload_tls(rtc_server *server);

/* True if there is a listener, and other processes keep the sockets of all of them open. */
bool rtc_server_is_inherited(const rtc_server *server);

/* Why a server stops. */
typedef enum rtc_stop {
	RTC_STOP_LEAVING,    /* 1001 to all conversations at once */
	RTC_STOP_RESTARTING, /* another process serves on: 1012, spread over half of the grace; streams
						  * are told when to come back */
} rtc_stop;

/* Begins to stop: no new clients, and a close for all conversations. What is left after grace_ms
 * is ended. Called again it sets another end; LEAVING then cuts the spread of a restart short. */
void rtc_server_stop(rtc_server *server, uint32_t grace_ms, rtc_stop why);

/* True if requests and conversations may still begin. During a restart they may: a client that was
 * accepted knows nothing of it, and shall not be refused; its conversation is closed soon. */
static inline bool rtc_server_takes_new(const rtc_server *server)
{
	return server->state == RTC_SERVER_RUNNING ||
		(server->state == RTC_SERVER_STOPPING && server->restart.begun);
}

/* ---- for its own files ------------------------------------------------------------------------
 */

/* New clients are refused from now on, unless another process listens on the same sockets. */
void rtc_server_close_listeners(rtc_server *server);

/* Nobody is left: a stop has come to its end. */
void rtc_server_stopped(rtc_server *server);

/* ---- for connections --------------------------------------------------------------------------
 */

/* `event` names what happened, for machines: a static word with underscores (docs/observability.md
 * lists them). Lines of one event and status that come too often are left out, and counted. */
void rtc_server_log(rtc_server *server, rtc_log_level level, const rtc_conn *conn, int status,
	const char *event, const char *format, ...);

/* Counts and logs that a client was turned away: with an HTTP status, or 0 without an answer.
 * `reason`: a static word for machines, or NULL for the status' own (stats.h). */
void rtc_server_refused(
	rtc_server *server, const rtc_conn *conn, int status, const char *reason, const char *text);

/* For lines that do not come by rtc_server_log(): false if this one is to be left out. Else
 * *left_out lines like it were not told before it. */
bool rtc_server_log_admit(
	rtc_server *server, rtc_log_level level, const char *event, int status, uint32_t *left_out);

/* Tells now of all lines that were left out. */
void rtc_server_log_rest(rtc_server *server);

/* Tells the log if something is odd about the certificates, which are used all the same. */
void rtc_server_check_tls(rtc_server *server, const struct rtc_tls *tls);

/* Takes over an accepted, non-blocking socket. */
void rtc_server_adopt(rtc_server *server, int fd, const rtc_address *peer, struct rtc_tls *tls);

/* Takes a session into the list: its reference is the list's now. */
void rtc_server_add_session(rtc_server *server, rtc_conn *session);

/* The connection is over: takes it off the lists, and drops the list's reference. */
void rtc_server_forget(rtc_server *server, rtc_conn *conn);

/* Value of Date, now (RFC 9110 6.6.1). */
const char *rtc_server_date(rtc_server *server);

/* True if the mode may go on with input: alive, reading, loop not halted. */
static inline bool rtc_conn_may_read(const rtc_conn *conn)
{
	return rtc_conn_is_alive(conn) && rtc_conn_reads(conn) &&
		!rtc_loop_is_halted(conn->server->loop);
}

#endif
