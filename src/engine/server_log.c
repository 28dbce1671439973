/* What the server tells its log, and how often. */
#include "server.h"

#include <stdarg.h>
#include <stdio.h>

/* How long lines that were left out may wait for another one of their kind. */
#define LOG_SUMMARY_MS 10000

#define LOG_TEXT_MAX 512

static void log_write(rtc_server *server, rtc_log_level level, const rtc_log_context *context,
	const char *format, va_list args)
{
	char message[LOG_TEXT_MAX];
	int len = vsnprintf(message, sizeof(message), format, args);

	if (context->suppressed > 0 && len >= 0) {
		char more[64];
		size_t room = sizeof(message) -
			(size_t)snprintf(more, sizeof(more), "; %u more like it were left out",
				(unsigned)context->suppressed);

		snprintf(message + ((size_t)len < room ? (size_t)len : room - 1), sizeof(more), "%s", more);
	}
	server->handlers->log(server->user, level, message, context);
}

static void log_summary(rtc_timer *timer)
{
	rtc_server *server = (rtc_server *)((char *)timer - offsetof(rtc_server, log_timer));

	rtc_server_log_rest(server);
}

void rtc_server_log_rest(rtc_server *server)
{
	rtc_log_kind kind;

	rtc_timer_stop(&server->log_timer);
	while (rtc_log_rate_take(&server->log_rate, &kind)) {
		rtc_log_context context = {
			.event = kind.event, .status = kind.status, .suppressed = kind.left_out};
		char message[LOG_TEXT_MAX];

		snprintf(message, sizeof(message), "%u lines of the event %s were left out",
			(unsigned)kind.left_out, kind.event);
		server->handlers->log(server->user, kind.level, message, &context);
	}
}

bool rtc_server_log_admit(
	rtc_server *server, rtc_log_level level, const char *event, int status, uint32_t *left_out)
{
	/* A callback may have worked for long since the loop read the clock. */
	rtc_wheel_refresh(&server->loop->wheel);
	if (rtc_log_rate_admit(
			&server->log_rate, level, event, status, rtc_loop_now_ms(server->loop), left_out)) {
		return true;
	}
	server->stats.log_suppressed++;
	if (!rtc_timer_runs(&server->log_timer)) {
		rtc_timer_start(&server->loop->wheel, &server->log_timer, LOG_SUMMARY_MS, log_summary);
	}
	return false;
}

void rtc_server_log(rtc_server *server, rtc_log_level level, const rtc_conn *conn, int status,
	const char *event, const char *format, ...)
{
	rtc_log_context context = {.conn = conn, .event = event, .status = status};
	va_list args;

	if (rtc_server_log_admit(server, level, event, status, &context.suppressed)) {
		va_start(args, format);
		log_write(server, level, &context, format, args);
		va_end(args);
	}
}

static void log_refused(rtc_server *server, const rtc_log_context *context, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	log_write(server, RTC_LOG_INFO, context, format, args);
	va_end(args);
}

void rtc_server_refused(
	rtc_server *server, const rtc_conn *conn, int status, const char *reason, const char *text)
{
	rtc_log_context context = {
		.conn = conn,
		.event = "refused",
		.reason = reason != NULL ? reason : rtc_stats_reason(status),
		.status = status,
	};

	rtc_stats_refuse(&server->stats, status, context.reason);
	if (rtc_server_log_admit(server, RTC_LOG_INFO, context.event, status, &context.suppressed)) {
		log_refused(server, &context, "%s", text);
	}
}
