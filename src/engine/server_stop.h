/* How a server stops: at once, or spread over time while a successor serves already. */
#ifndef RTC_ENGINE_SERVER_STOP_H
#define RTC_ENGINE_SERVER_STOP_H

#include "timer.h"

struct rtc_conn;
struct rtc_server;

/* Where a restart stands; all zero until one begins. Clients are told one after the other in the
 * order of the server's list, of which `next` is the first that was not looked at. */
typedef struct rtc_restart {
	rtc_timer timer;
	struct rtc_conn *next;
	uint64_t began_ms;
	uint64_t spread_ms; /* the last one is told so long after the first */
	size_t count;       /* connections and sessions that there were at the beginning */
	size_t seen;        /* of them, those that were looked at */
	bool begun;
} rtc_restart;

/* Milliseconds in which clients are still told to come back, one after the other; 0: no restart is
 * under way, or all have been told. */
uint32_t rtc_restart_left_ms(const struct rtc_server *server);

/* The connection leaves the server's list. */
void rtc_restart_forget(struct rtc_server *server, const struct rtc_conn *conn);

#endif
