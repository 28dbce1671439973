/* The server's log on its way to the script. What happens is noted at once, and told at the end of
 * the turn: the log callback is user code, and the engine logs where none may run. */
#ifndef PHP_RTCOMM_LOG_H
#define PHP_RTCOMM_LOG_H

#include "../engine/handlers.h"
#include "../engine/loop.h"
#include "callback.h"

struct php_rtcomm_log_entry;

/* All zero: no callback, no entries. */
typedef struct php_rtcomm_log {
	php_rtcomm_callback callback; /* none: warnings and errors go to stderr */
	struct php_rtcomm_log_entry *first;
	struct php_rtcomm_log_entry **end;
	uint32_t count;
	uint32_t lost; /* entries beyond what one turn may note */
	rtc_job job;
	struct php_rtcomm_loop *loop;
} php_rtcomm_log;

void php_rtcomm_log_init(php_rtcomm_log *log, struct php_rtcomm_loop *loop);

/* Reports the callback and what has not been told yet: an exception's trace may hold the server. */
void php_rtcomm_log_gc(php_rtcomm_log *log, zend_get_gc_buffer *buffer);

/* No turn will come any more: prints what was not told, where that needs no user code. */
void php_rtcomm_log_end(php_rtcomm_log *log);

/* Drops what was not told. The callback is the caller's to release. */
void php_rtcomm_log_deinit(php_rtcomm_log *log);

void php_rtcomm_log_note(
	php_rtcomm_log *log, rtc_log_level level, const char *message, const rtc_log_context *context);

/* Notes, as an error, that a callback of the script threw; takes over the exception. May bail out,
 * and run a destructor: to be called in a guard. */
void php_rtcomm_log_exception(php_rtcomm_log *log, const char *where, zend_object *exception);

#endif
