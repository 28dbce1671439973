#include "metrics.h"

#include "clock.h"
#include "server.h"

#include <inttypes.h>
#include <stdio.h>

#define METRICS_LABELS_MAX 128

void rtc_metrics_begin(rtc_metrics *metrics, const char *name, const char *type, const char *help)
{
	if (metrics->status == RTC_OK) {
		metrics->status = rtc_buf_printf(
			metrics->out, "# HELP rtcomm_%s %s\n# TYPE rtcomm_%s %s\n", name, help, name, type);
	}
}

static void put_name(rtc_metrics *metrics, const char *name, const char *suffix, const char *labels)
{
	if (metrics->status == RTC_OK) {
		metrics->status = rtc_buf_printf(metrics->out,
			labels[0] != '\0' ? "rtcomm_%s%s{%s} " : "rtcomm_%s%s%s ", name, suffix, labels);
	}
}

void rtc_metrics_count(
	rtc_metrics *metrics, const char *name, const char *suffix, const char *labels, uint64_t value)
{
	put_name(metrics, name, suffix, labels);
	if (metrics->status == RTC_OK) {
		metrics->status = rtc_buf_printf(metrics->out, "%" PRIu64 "\n", value);
	}
}

/* Without floating point: its form depends on the locale. */
void rtc_metrics_time(
	rtc_metrics *metrics, const char *name, const char *suffix, const char *labels, uint64_t us)
{
	put_name(metrics, name, suffix, labels);
	if (metrics->status == RTC_OK) {
		metrics->status = rtc_buf_printf(
			metrics->out, "%" PRIu64 ".%06u\n", us / 1000000, (unsigned)(us % 1000000));
	}
}

void rtc_metrics_durations(rtc_metrics *metrics, const char *name, const char *help,
	const char *longest_name, const char *longest_help, const rtc_durations *durations)
{
	rtc_metrics_begin(metrics, name, "summary", help);
	rtc_metrics_time(metrics, name, "_sum", "", durations->total_us);
	rtc_metrics_count(metrics, name, "_count", "", durations->count);
	rtc_metrics_begin(metrics, longest_name, "gauge", longest_help);
	rtc_metrics_time(metrics, longest_name, "", "", rtc_peak_at(&durations->peak_us, rtc_now_us()));
}

rtc_status rtc_metrics_label(rtc_buf *labels, const char *name, const char *value)
{
	rtc_status status = rtc_buf_printf(labels, "%s%s=\"", labels->len > 0 ? "," : "", name);

	for (; status == RTC_OK && *value != '\0'; value++) {
		if (*value == '\n') {
			status = rtc_buf_append(labels, "\\n", 2);
			continue;
		}
		if (*value == '"' || *value == '\\') {
			status = rtc_buf_append(labels, "\\", 1);
		}
		if (status == RTC_OK) {
			status = rtc_buf_append(labels, value, 1);
		}
	}
	return status == RTC_OK ? rtc_buf_append(labels, "\"", 1) : status;
}

/* ---- what there is -----------------------------------------------------------------------------
 */

static void put_one(
	rtc_metrics *metrics, const char *name, const char *type, const char *help, uint64_t value)
{
	rtc_metrics_begin(metrics, name, type, help);
	rtc_metrics_count(metrics, name, "", "", value);
}

/* A sample with one label whose value needs no escapes. */
static void put_labelled(rtc_metrics *metrics, const char *name, const char *label,
	const char *label_value, uint64_t value)
{
	char labels[METRICS_LABELS_MAX];

	snprintf(labels, sizeof(labels), "%s=\"%s\"", label, label_value);
	rtc_metrics_count(metrics, name, "", labels, value);
}

static void put_connections(rtc_metrics *metrics, const rtc_server *server)
{
	const rtc_server_stats *stats = &server->stats;

	put_one(
		metrics, "connections", "gauge", "TCP and unix socket connections.", server->conn_count);
	put_one(
		metrics, "connections_accepted_total", "counter", "Connections accepted.", stats->accepted);
	put_one(metrics, "connections_limit", "gauge", "The option maxConnections, or its default.",
		server->options.max_connections);
	put_one(metrics, "requests_total", "counter", "HTTP requests, WebSocket handshakes included.",
		stats->requests);

	rtc_metrics_begin(metrics, "refused_total", "counter",
		"Clients turned away, by HTTP status (0: without an answer) and reason.");
	for (size_t i = 0; i < stats->refusal_count; i++) {
		const rtc_stats_refusal *refusal = &stats->refusals[i];
		char labels[METRICS_LABELS_MAX];

		snprintf(labels, sizeof(labels), "status=\"%d\",reason=\"%s\"", refusal->status,
			refusal->reason);
		rtc_metrics_count(metrics, "refused_total", "", labels, refusal->count);
	}

	rtc_metrics_begin(
		metrics, "tls_handshakes_total", "counter", "TLS handshakes, by how they ended.");
	put_labelled(metrics, "tls_handshakes_total", "result", "done", stats->tls_handshakes);
	put_labelled(metrics, "tls_handshakes_total", "result", "failed", stats->tls_failed);
}

static void put_ways(rtc_metrics *metrics, const char *name, const char *type, const char *help,
	const size_t values[RTC_STATS_WAYS])
{
	rtc_metrics_begin(metrics, name, type, help);
	for (size_t i = 0; i < RTC_STATS_WAYS; i++) {
		put_labelled(metrics, name, "transport", rtc_stats_way_name(i), values[i]);
	}
}

static void put_conversations(rtc_metrics *metrics, const rtc_server *server)
{
	const rtc_server_stats *stats = &server->stats;

	put_ways(
		metrics, "conversations", "gauge", "Conversations, by transport.", stats->conversations);
	rtc_metrics_begin(metrics, "conversations_opened_total", "counter",
		"Conversations that began, by transport.");
	for (size_t i = 0; i < RTC_STATS_WAYS; i++) {
		put_labelled(metrics, "conversations_opened_total", "transport", rtc_stats_way_name(i),
			stats->opened_by[i]);
	}
	rtc_metrics_begin(metrics, "conversations_closed_total", "counter",
		"Conversations that ended, by close code.");
	for (size_t i = 0; i < RTC_STATS_CODES; i++) {
		put_labelled(metrics, "conversations_closed_total", "code", rtc_stats_code_name(i),
			stats->closed_by[i]);
	}
	put_one(metrics, "sessions", "gauge", "Conversations without a WebSocket, with those closing.",
		server->sessions.count);
	put_one(metrics, "sessions_expired_total", "counter",
		"Sessions whose client did not come back within sessionLinger.", stats->sessions_expired);
	put_one(metrics, "heartbeat_timeouts_total", "counter",
		"Clients given up because nothing was heard of them within pongTimeout.",
		stats->heartbeat_timeouts);
	put_ways(metrics, "feed_readers", "gauge", "Readers of feeds, by transport.", stats->readers);
}

static void put_traffic(rtc_metrics *metrics, const rtc_server *server)
{
	const rtc_server_stats *stats = &server->stats;

	put_one(
		metrics, "messages_received_total", "counter", "Messages of clients.", stats->messages_in);
	put_one(metrics, "messages_sent_total", "counter",
		"Messages queued for clients, one for each receiver.", stats->messages_out);
	put_one(metrics, "received_bytes_total", "counter", "Bytes read from connections.",
		stats->bytes_in);
	put_one(
		metrics, "sent_bytes_total", "counter", "Bytes written to connections.", stats->bytes_out);
	put_one(metrics, "queued_bytes", "gauge", "Bytes that wait for clients.", stats->queued);
	put_one(metrics, "messages_dropped_total", "counter",
		"Messages that an overflow policy dropped.", stats->dropped);
	put_one(metrics, "overflow_closes_total", "counter",
		"Clients closed because they read too slowly.", stats->overflow_closes);
	put_one(metrics, "channels", "gauge", "Channels held, subscribed to or with history.",
		rtc_hub_channel_count(server->hub));
	put_one(metrics, "subscriptions", "gauge", "Subscriptions of all channels.",
		rtc_hub_subscription_count(server->hub));
	put_one(metrics, "publications_total", "counter", "Publications in channels.",
		rtc_hub_published_count(server->hub));
	put_one(metrics, "publications_delivered_total", "counter",
		"Publications, each as often as it had subscribers.", rtc_hub_delivered_count(server->hub));
	put_one(metrics, "history_bytes", "gauge", "Bytes of the payloads in histories.",
		rtc_hub_history_bytes(server->hub));
	put_one(metrics, "context_bytes", "gauge", "What contexts of WebSockets take of memoryBudget.",
		server->compression.used);
	put_one(metrics, "contexts_refused_total", "counter",
		"WebSockets without contexts because memoryBudget was used up.",
		server->compression.refused);
}

static void put_turns(rtc_metrics *metrics, const rtc_loop *loop)
{
	static const char *const bounds[RTC_LOOP_BOUNDS] = {
		"0.0001", "0.001", "0.005", "0.025", "0.1", "0.5", "2.5"};
	static const char name[] = "loop_turn_seconds";
	static const char longest[] = "loop_turn_longest_seconds";
	char labels[METRICS_LABELS_MAX];
	uint64_t sum = 0;

	rtc_metrics_begin(metrics, name, "histogram",
		"How long turns of the event loop kept everybody else waiting.");
	for (size_t i = 0; i < RTC_LOOP_BOUNDS; i++) {
		sum += loop->turns_by_bound[i];
		snprintf(labels, sizeof(labels), "le=\"%s\"", bounds[i]);
		rtc_metrics_count(metrics, name, "_bucket", labels, sum);
	}
	rtc_metrics_count(metrics, name, "_bucket", "le=\"+Inf\"", loop->turns.count);
	rtc_metrics_time(metrics, name, "_sum", "", loop->turns.total_us);
	rtc_metrics_count(metrics, name, "_count", "", loop->turns.count);
	rtc_metrics_begin(metrics, longest, "gauge", "The longest turn of the last minute.");
	rtc_metrics_time(metrics, longest, "", "", rtc_peak_at(&loop->turns.peak_us, rtc_now_us()));
}

void rtc_metrics_write(rtc_metrics *metrics, const rtc_server *server)
{
	put_one(metrics, "start_time_seconds", "gauge", "Unix time at which the server was made.",
		server->started_s);
	put_one(metrics, "stopping", "gauge", "1 once stop() was called.",
		server->state != RTC_SERVER_RUNNING);
	put_connections(metrics, server);
	put_conversations(metrics, server);
	put_traffic(metrics, server);
	put_turns(metrics, server->loop);
	put_one(metrics, "log_lines_suppressed_total", "counter",
		"Log lines left out because there were too many like them.", server->stats.log_suppressed);
	put_one(metrics, "log_lines_lost_total", "counter",
		"Log lines that could not be kept or written.", server->stats.log_lost);
}
