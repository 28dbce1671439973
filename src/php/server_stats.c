/* RtComm\Server: stats(). */
#include "server.h"

#include "../../php_rtcomm.h"
#include "../engine/clock.h"

#include <stdio.h>

/* Declared by the generated arginfo where the class is registered. */
ZEND_METHOD(RtComm_Server, stats);

static void add_count(zval *array, const char *name, uint64_t value)
{
	add_assoc_long(array, name, (zend_long)value);
}

static void add_now(zval *array, const rtc_server *server)
{
	const rtc_server_stats *stats = &server->stats;
	size_t readers = 0;

	for (size_t i = 0; i < RTC_STATS_WAYS; i++) {
		readers += stats->readers[i];
	}
	add_count(array, "connections", server->conn_count);
	add_count(array, "open", server->open_count);
	add_count(array, "webSockets", stats->conversations[rtc_stats_way(RTC_WEBSOCKET)]);
	add_count(array, "eventStreams", stats->conversations[rtc_stats_way(RTC_EVENT_STREAM)]);
	add_count(array, "longPolls", stats->conversations[rtc_stats_way(RTC_LONG_POLL)]);
	add_count(array, "sessions", server->sessions.count);
	add_count(array, "readers", readers);
	add_count(array, "channels", rtc_hub_channel_count(server->hub));
	add_count(array, "subscriptions", rtc_hub_subscription_count(server->hub));
	add_count(array, "buffered", stats->queued);
	add_count(array, "historyBytes", rtc_hub_history_bytes(server->hub));
	add_count(array, "contextBytes", server->compression.used);
}

static void add_totals(zval *array, const rtc_server *server)
{
	const rtc_server_stats *stats = &server->stats;

	add_count(array, "accepted", stats->accepted);
	add_count(array, "refused", stats->refused);
	add_count(array, "requests", stats->requests);
	add_count(array, "opened", stats->opened);
	add_count(array, "published", rtc_hub_published_count(server->hub));
	add_count(array, "delivered", rtc_hub_delivered_count(server->hub));
	add_count(array, "messagesIn", stats->messages_in);
	add_count(array, "messagesOut", stats->messages_out);
	add_count(array, "bytesIn", stats->bytes_in);
	add_count(array, "bytesOut", stats->bytes_out);
	add_count(array, "dropped", stats->dropped);
	add_count(array, "overflowCloses", stats->overflow_closes);
	add_count(array, "heartbeatTimeouts", stats->heartbeat_timeouts);
	add_count(array, "sessionsExpired", stats->sessions_expired);
	add_count(array, "contextsRefused", server->compression.refused);
	add_count(array, "tlsHandshakes", stats->tls_handshakes);
	add_count(array, "tlsFailed", stats->tls_failed);
	add_count(array, "logSuppressed", stats->log_suppressed);
	add_count(array, "logLost", stats->log_lost);
}

static void add_ways(zval *array, const char *name, const size_t values[RTC_STATS_WAYS])
{
	zval list;

	array_init(&list);
	for (size_t i = 0; i < RTC_STATS_WAYS; i++) {
		add_count(&list, rtc_stats_way_name(i), values[i]);
	}
	add_assoc_zval(array, name, &list);
}

/* Adds to the count under that key; codes and statuses are integers then. */
static void add_more(zval *array, const char *key, uint64_t more)
{
	size_t len = strlen(key);
	const zval *old = zend_symtable_str_find(Z_ARRVAL_P(array), key, len);
	zval sum;

	ZVAL_LONG(&sum, (old != NULL ? Z_LVAL_P(old) : 0) + (zend_long)more);
	zend_symtable_str_update(Z_ARRVAL_P(array), key, len, &sum);
}

static void add_closes(zval *array, const rtc_server_stats *stats)
{
	zval list;

	array_init(&list);
	for (size_t i = 0; i < RTC_STATS_CODES; i++) {
		if (stats->closed_by[i] > 0) {
			add_more(&list, rtc_stats_code_name(i), stats->closed_by[i]);
		}
	}
	add_assoc_zval(array, "closedByCode", &list);
}

static void add_refusals(zval *array, const rtc_server_stats *stats)
{
	zval statuses;
	zval reasons;

	array_init(&statuses);
	array_init(&reasons);
	for (size_t i = 0; i < stats->refusal_count; i++) {
		const rtc_stats_refusal *refusal = &stats->refusals[i];
		char status[16];

		snprintf(status, sizeof(status), "%d", refusal->status);
		add_more(&statuses, status, refusal->count);
		add_more(&reasons, refusal->reason, refusal->count);
	}
	add_assoc_zval(array, "refusedByStatus", &statuses);
	add_assoc_zval(array, "refusedByReason", &reasons);
}

static void add_durations(zval *array, const char *name, const rtc_durations *durations)
{
	uint64_t longest = rtc_peak_at(&durations->peak_us, rtc_now_us());
	zval list;

	array_init(&list);
	add_count(&list, "count", durations->count);
	add_assoc_double(&list, "seconds", (double)durations->total_us / 1e6);
	add_assoc_double(&list, "longest", (double)longest / 1e6);
	add_assoc_zval(array, name, &list);
}

ZEND_METHOD(RtComm_Server, stats)
{
	php_rtcomm_server *object;
	const rtc_server *server;

	ZEND_PARSE_PARAMETERS_NONE();
	object = php_rtcomm_server_this(ZEND_THIS);
	if (object == NULL) {
		RETURN_THROWS();
	}
	server = object->server;
	array_init(return_value);
	add_now(return_value, server);
	add_totals(return_value, server);
	add_ways(return_value, "readersByTransport", server->stats.readers);
	add_closes(return_value, &server->stats);
	add_refusals(return_value, &server->stats);
	add_durations(return_value, "turns", &server->loop->turns);
	add_durations(return_value, "callbacks", &RTCOMM_G(callbacks));
}
