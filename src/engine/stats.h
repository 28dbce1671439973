/* What a server counts, for stats() and metrics(). Counters are changed where things happen, so
 * that nobody has to walk over connections to ask. */
#ifndef RTC_ENGINE_STATS_H
#define RTC_ENGINE_STATS_H

#include "route.h"

/* Ways to a client: places of WebSockets, event streams and long polls. */
#define RTC_STATS_WAYS 3

/* Close codes 1000 to 1015, then 3000-3999, 4000-4999 and all others. */
#define RTC_STATS_CODES 19

/* Kinds of refusals that are counted apart: a status with a reason. There are fewer in the sources;
 * beyond that they count as "other". */
#define RTC_STATS_REFUSALS 48

typedef struct rtc_stats_refusal {
	int status;         /* HTTP; 0: ended without an answer */
	const char *reason; /* static */
	uint64_t count;
} rtc_stats_refusal;

/* Since the start, where nothing else is said. All zero at the start. */
typedef struct rtc_server_stats {
	uint64_t accepted; /* TCP connections */
	uint64_t refused;  /* all of `refusals` */
	uint64_t requests; /* HTTP requests, handshakes included */
	uint64_t opened;   /* conversations: all of opened_by */
	uint64_t messages_in;
	uint64_t messages_out; /* one for each receiver */
	uint64_t bytes_in;     /* on the wire */
	uint64_t bytes_out;
	uint64_t dropped; /* messages that overflow policies dropped */
	uint64_t overflow_closes;
	uint64_t heartbeat_timeouts;
	uint64_t sessions_expired;
	uint64_t tls_handshakes; /* that were completed */
	uint64_t tls_failed;     /* that were not */
	uint64_t log_suppressed; /* lines beyond the log's rate */
	uint64_t log_lost;       /* lines that could not be kept or written */
	uint64_t opened_by[RTC_STATS_WAYS];
	uint64_t closed_by[RTC_STATS_CODES];
	size_t conversations[RTC_STATS_WAYS]; /* now; by how they began */
	size_t readers[RTC_STATS_WAYS];       /* of feeds, now */
	size_t queued;                        /* bytes that wait for clients, now */
	size_t refusal_count;
	rtc_stats_refusal refusals[RTC_STATS_REFUSALS];
} rtc_server_stats;

/* The place of an rtc_delivery. */
static inline size_t rtc_stats_way(uint8_t delivery)
{
	return delivery == RTC_EVENT_STREAM ? 1 : (delivery == RTC_LONG_POLL ? 2 : 0);
}

/* Its name in labels: "websocket", "eventstream", "longpoll"; static. */
const char *rtc_stats_way_name(size_t way);

/* Counts the end of a conversation. */
void rtc_stats_close(rtc_server_stats *stats, uint16_t code);
/* Of a place in closed_by: "1000", "3000-3999", "other"; static. */
const char *rtc_stats_code_name(size_t place);

/* Counts somebody who was turned away: an HTTP status, or 0 where there was no answer, and a static
 * word; NULL: the status' own. */
void rtc_stats_refuse(rtc_server_stats *stats, int status, const char *reason);

/* The word for a status that says all there is to say ("not_found"); static. */
const char *rtc_stats_reason(int status);

#endif
