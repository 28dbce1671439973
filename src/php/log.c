#include "log.h"

#include "../../php_rtcomm.h"
#include "../engine/conn.h"
#include "loop.h"
#include "server.h"
#include "zend_exceptions.h"

#include <poll.h>
#include <unistd.h>

/* A line of the default log. No more than a pipe takes at once (POSIX: PIPE_BUF), or it might
 * block.
 */
#define LOG_LINE_MAX 4096

/* Entries noted in one turn; an attack must not fill the memory through the log. */
#define LOG_MAX 1000

/* One line. Allocated with malloc: it is made where memory_limit must not strike. */
typedef struct php_rtcomm_log_entry {
	struct php_rtcomm_log_entry *next;
	zend_object *exception; /* owned, or NULL */
	uint64_t conn_id;       /* 0: of no connection */
	const char *event;      /* static */
	const char *reason;     /* static, or NULL */
	int status;
	uint32_t suppressed;
	rtc_log_level level;
	char address[RTC_ADDRESS_TEXT_MAX];
	char message[];
} log_entry;

static php_rtcomm_server *server_of(php_rtcomm_log *log)
{
	return (php_rtcomm_server *)((char *)log - XtOffsetOf(php_rtcomm_server, log));
}

static void count_lost(php_rtcomm_log *log)
{
	rtc_server *server = server_of(log)->server;

	if (server != NULL) {
		server->stats.log_lost++;
	}
}

static const char *level_name(rtc_log_level level)
{
	switch (level) {
	case RTC_LOG_DEBUG:
		return "debug";
	case RTC_LOG_INFO:
		return "info";
	case RTC_LOG_WARNING:
		return "warning";
	case RTC_LOG_ERROR:
		return "error";
	}
	return "error";
}

static void exception_release(log_entry *entry)
{
	if (entry->exception != NULL) {
		OBJ_RELEASE(entry->exception);
		entry->exception = NULL;
	}
}

static void entry_free(log_entry *entry)
{
	exception_release(entry);
	free(entry);
}

/* Writes to stderr; false if that cannot be done at once: whoever reads a pipe or a terminal may
 * have stopped to do so, and a disk may be full. */
static bool print_line(const char *line, size_t len)
{
	struct pollfd ready = {.fd = STDERR_FILENO, .events = POLLOUT};

	return poll(&ready, 1, 0) == 1 && (ready.revents & POLLOUT) != 0 &&
		write(STDERR_FILENO, line, len) == (ssize_t)len;
}

/* False if the line is lost. */
static bool entry_print(const log_entry *entry)
{
	char line[LOG_LINE_MAX];
	int len;

	if (entry->level < RTC_LOG_WARNING) {
		return true;
	}
	if (entry->conn_id != 0) {
		len = snprintf(line, sizeof(line), "rtcomm: %s: %s (connection %llu from %s)\n",
			level_name(entry->level), entry->message, (unsigned long long)entry->conn_id,
			entry->address);
	} else {
		len = snprintf(
			line, sizeof(line), "rtcomm: %s: %s\n", level_name(entry->level), entry->message);
	}
	if ((size_t)len >= sizeof(line)) {
		len = sizeof(line) - 1;
		line[len - 1] = '\n';
	}
	return print_line(line, (size_t)len);
}

static void entry_context(const log_entry *entry, zval *context)
{
	array_init(context);
	add_assoc_string(context, "event", entry->event);
	if (entry->conn_id != 0) {
		add_assoc_long(context, "connection", (zend_long)entry->conn_id);
		add_assoc_string(context, "address", entry->address);
	}
	if (entry->status != 0) {
		add_assoc_long(context, "status", entry->status);
	}
	if (entry->reason != NULL) {
		add_assoc_string(context, "reason", entry->reason);
	}
	if (entry->suppressed != 0) {
		add_assoc_long(context, "suppressed", entry->suppressed);
	}
	if (entry->exception != NULL) {
		zval exception;

		ZVAL_OBJ_COPY(&exception, entry->exception);
		add_assoc_zval(context, "exception", &exception);
	}
}

/* What one guarded call to the script needs. The caller frees the entry, since a fatal error does
 * not come back to the end of the call. */
typedef struct log_telling {
	php_rtcomm_log *log;
	log_entry *entry;
} log_telling;

static void entry_tell(void *arg)
{
	log_telling *telling = arg;
	zval argv[3];
	zval result;

	if (!php_rtcomm_callback_is_set(&telling->log->callback)) {
		if (!entry_print(telling->entry)) {
			count_lost(telling->log);
		}
		exception_release(telling->entry);
		return;
	}
	ZVAL_STRING(&argv[0], level_name(telling->entry->level));
	ZVAL_STRING(&argv[1], telling->entry->message);
	entry_context(telling->entry, &argv[2]);
	php_rtcomm_invoke(&telling->log->callback, 3, argv, &result);
	zval_ptr_dtor(&result);
	zval_ptr_dtor(&argv[0]);
	zval_ptr_dtor(&argv[1]);
	zval_ptr_dtor(&argv[2]);
	exception_release(telling->entry);
}

static log_entry *log_take(php_rtcomm_log *log)
{
	log_entry *entry = log->first;

	log->first = entry->next;
	if (log->first == NULL) {
		log->end = &log->first;
	}
	log->count--;
	return entry;
}

static void log_work(rtc_job *job)
{
	php_rtcomm_log *log = (php_rtcomm_log *)((char *)job - XtOffsetOf(php_rtcomm_log, job));
	php_rtcomm_server *server = server_of(log);
	rtc_loop *loop = log->loop->loop;
	rtc_stretch calls = rtc_stretch_begin(&RTCOMM_G(callbacks));
	uint32_t lost = log->lost;

	log->lost = 0;
	php_rtcomm_server_enter(server);
	while (log->first != NULL && !rtc_loop_is_halted(loop)) {
		log_telling telling = {log, log_take(log)};

		if (php_rtcomm_guard(log->loop, entry_tell, &telling) != PHP_RTCOMM_DONE) {
			rtc_loop_halt(loop); /* a log that throws ends run() */
		}
		free(telling.entry);
	}
	rtc_stretch_end(&calls);
	if (log->first != NULL) {
		rtc_loop_defer(loop, &log->job, log_work);
	}
	if (lost > 0) {
		char message[64];
		rtc_log_context none = {.event = "log_lost"};

		snprintf(message, sizeof(message), "%u log lines were lost", lost);
		php_rtcomm_log_note(log, RTC_LOG_WARNING, message, &none);
		if (log->lost > 0 && log->first == NULL) {
			/* There was no memory for that either: it is told with the next line. */
			log->lost = lost;
			rtc_loop_cancel(loop, &log->job);
		}
	}
	if (php_rtcomm_server_leave(server) != PHP_RTCOMM_DONE) {
		rtc_loop_halt(loop);
	}
}

void php_rtcomm_log_init(php_rtcomm_log *log, struct php_rtcomm_loop *loop)
{
	*log = (php_rtcomm_log){0};
	log->end = &log->first;
	log->loop = loop;
}

void php_rtcomm_log_gc(php_rtcomm_log *log, zend_get_gc_buffer *buffer)
{
	const log_entry *entry;

	php_rtcomm_callback_gc(&log->callback, buffer);
	for (entry = log->first; entry != NULL; entry = entry->next) {
		if (entry->exception != NULL) {
			zend_get_gc_buffer_add_obj(buffer, entry->exception);
		}
	}
}

void php_rtcomm_log_end(php_rtcomm_log *log)
{
	const log_entry *entry;

	if (php_rtcomm_callback_is_set(&log->callback)) {
		return;
	}
	for (entry = log->first; entry != NULL; entry = entry->next) {
		entry_print(entry);
	}
}

void php_rtcomm_log_deinit(php_rtcomm_log *log)
{
	if (log->loop == NULL) {
		return;
	}
	while (log->first != NULL) {
		entry_free(log_take(log));
	}
}

/* A server that is being freed has no turn any more in which it could tell anything. */
static void log_put_off(php_rtcomm_log *log)
{
	if (server_of(log)->server != NULL) {
		rtc_loop_defer(log->loop->loop, &log->job, log_work);
	}
}

static void log_note(php_rtcomm_log *log, rtc_log_level level, const char *message,
	const rtc_log_context *context, zend_object *exception)
{
	size_t len = strlen(message);
	log_entry *entry = log->count < LOG_MAX ? malloc(sizeof(*entry) + len + 1) : NULL;

	if (entry == NULL) {
		if (log->lost++ == 0) {
			log_put_off(log);
		}
		count_lost(log);
		if (exception != NULL) {
			OBJ_RELEASE(exception);
		}
		return;
	}
	entry->next = NULL;
	entry->exception = exception;
	entry->level = level;
	entry->event = context->event;
	entry->reason = context->reason;
	entry->status = context->status;
	entry->suppressed = context->suppressed;
	entry->conn_id = context->conn == NULL ? 0 : context->conn->id;
	entry->address[0] = '\0';
	if (context->conn != NULL) {
		rtc_address_format(&context->conn->peer, entry->address);
	}
	memcpy(entry->message, message, len + 1);
	*log->end = entry;
	log->end = &entry->next;
	log->count++;
	log_put_off(log);
}

void php_rtcomm_log_note(
	php_rtcomm_log *log, rtc_log_level level, const char *message, const rtc_log_context *context)
{
	if (level < RTC_LOG_WARNING && !php_rtcomm_callback_is_set(&log->callback)) {
		return;
	}
	log_note(log, level, message, context, NULL);
}

void php_rtcomm_log_exception(php_rtcomm_log *log, const char *where, zend_object *exception)
{
	rtc_log_context context = {.event = "callback_failed"};
	zval message_rv;
	zval file_rv;
	zval line_rv;
	zend_class_entry *ce = zend_get_exception_base(exception);
	zval *message = zend_read_property(ce, exception, ZEND_STRL("message"), true, &message_rv);
	zval *file = zend_read_property(ce, exception, ZEND_STRL("file"), true, &file_rv);
	zval *line = zend_read_property(ce, exception, ZEND_STRL("line"), true, &line_rv);
	char *text = NULL;
	char more[64] = "";

	if (!rtc_server_log_admit(
			server_of(log)->server, RTC_LOG_ERROR, context.event, 0, &context.suppressed)) {
		OBJ_RELEASE(exception);
		return;
	}
	if (context.suppressed > 0) {
		snprintf(more, sizeof(more), "; %u more like it were left out", context.suppressed);
	}
	spprintf(&text, 0, "%s threw %s: %s in %s:" ZEND_LONG_FMT "%s", where,
		ZSTR_VAL(exception->ce->name), Z_TYPE_P(message) == IS_STRING ? Z_STRVAL_P(message) : "",
		Z_TYPE_P(file) == IS_STRING ? Z_STRVAL_P(file) : "",
		Z_TYPE_P(line) == IS_LONG ? Z_LVAL_P(line) : 0, more);
	log_note(log, RTC_LOG_ERROR, text, &context, exception);
	efree(text);
}
