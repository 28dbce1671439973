/* A server's counts as Prometheus reads them (text exposition format 0.0.4), and its health. */
#ifndef RTC_ENGINE_METRICS_H
#define RTC_ENGINE_METRICS_H

#include "../proto/buf.h"

#include "peak.h"

struct rtc_conn;
struct rtc_server;
typedef struct rtc_metrics rtc_metrics;

/* Writes metrics one behind the other; `status` says whether all of them were written. */
struct rtc_metrics {
	rtc_buf *out;
	rtc_status status;
};

/* Begins a metric: its HELP and TYPE lines. All are static texts without line ends and backslashes;
 * the name is without its prefix "rtcomm_". */
void rtc_metrics_begin(rtc_metrics *metrics, const char *name, const char *type, const char *help);

/* One sample of a metric. `suffix` is "" or what follows the name ("_bucket"); `labels` are
 * "a=\"b\",c=\"d\"" with values that rtc_metrics_label() has escaped, or "". */
void rtc_metrics_count(
	rtc_metrics *metrics, const char *name, const char *suffix, const char *labels, uint64_t value);
/* The same with a time in seconds. */
void rtc_metrics_time(
	rtc_metrics *metrics, const char *name, const char *suffix, const char *labels, uint64_t us);

/* Durations as a summary, and the longest of the last minute as a gauge of its own. */
void rtc_metrics_durations(rtc_metrics *metrics, const char *name, const char *help,
	const char *longest_name, const char *longest_help, const rtc_durations *durations);

/* Appends `name="value"` to labels, behind a comma if there are some; the value is escaped. */
rtc_status rtc_metrics_label(rtc_buf *labels, const char *name, const char *value) RTC_NODISCARD;

/* All that the engine knows. */
void rtc_metrics_write(rtc_metrics *metrics, const struct rtc_server *server);

/* ---- the routes ----------------------------------------------------------------------------- */

/* A request on an RTC_ROUTE_METRICS route: asks the metrics handler, and answers. */
void rtc_metrics_get(struct rtc_conn *conn);

/* A request on an RTC_ROUTE_HEALTH route: answers, and calls no handler. */
void rtc_metrics_health(struct rtc_conn *conn);

/* True if the request comes from this machine: by a loopback address or a unix socket, and for a
 * client that is here as well where a proxy stands in between. One that was passed on by a proxy
 * that is not trusted comes from nobody knows where. */
bool rtc_metrics_is_local(const struct rtc_conn *conn);

#endif
