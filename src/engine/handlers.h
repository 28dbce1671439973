/* The one way up: what the engine calls when something happened. */
#ifndef RTC_ENGINE_HANDLERS_H
#define RTC_ENGINE_HANDLERS_H

#include "request.h"
#include "route.h"

struct rtc_conn;
struct rtc_metrics;

/* Whether the engine goes on. After STOP no further handler runs in this turn. */
typedef enum rtc_verdict { RTC_CONTINUE, RTC_STOP } rtc_verdict;

/* PSR-3's levels that are used. */
typedef enum rtc_log_level {
	RTC_LOG_DEBUG,
	RTC_LOG_INFO,
	RTC_LOG_WARNING,
	RTC_LOG_ERROR
} rtc_log_level;

/* How a conversation ended. */
typedef struct rtc_close_info {
	uint16_t code;    /* RFC 6455 7.1.5: 1005 if the peer's frame had none, 1006 if none came */
	bool clean;       /* both ends sent a close frame */
	bool by_peer;     /* the peer began it */
	rtc_slice reason; /* valid during the call */
} rtc_close_info;

/* What a log line speaks of, where it does. */
typedef struct rtc_log_context {
	const struct rtc_conn *conn; /* or NULL */
	const char *event;           /* what happened, for machines: "refused"; static */
	const char *reason;          /* of a refusal, for machines: "origin"; static, or NULL */
	int status;                  /* HTTP status or close code, or 0 */
	uint32_t suppressed;         /* lines like this one that were left out before it */
} rtc_log_context;

/* `user` is what rtc_server_new() was given. A handler may call any function of the engine, except
 * turn the loop; the connection it was called for stays allocated until it returns. */
typedef struct rtc_handlers {
	/* A conversation asks to begin. *accepted starts true. Set it to false to refuse: with
	 * 403, or with what rtc_conn_respond() was given meanwhile. conn->route may be exchanged for
	 * another conversation of the server, and rtc_conn_upgrade() called, after which *accepted
	 * means nothing. */
	rtc_verdict (*accept)(void *user, struct rtc_conn *conn, bool *accepted);
	rtc_verdict (*open)(void *user, struct rtc_conn *conn);
	/* Memory of the binding's into which a message of `len` bytes will be put, which is at least
	 * room_bytes, at least 1. NULL: none, and the message is shown where it lies. Goes back to
	 * message() or to drop() before more is asked for. Runs no user code. May be NULL itself. */
	uint8_t *(*room)(void *user, size_t len);
	size_t room_bytes;
	/* What was got for a message that is not to be told. */
	void (*drop)(uint8_t *room);
	/* The payload is valid during the call; or it is `placed` in what room() gave, which is the
	 * binding's from now on. */
	rtc_verdict (*message)(
		void *user, struct rtc_conn *conn, rtc_slice payload, bool binary, bool placed);
	/* Once for each open(), and nothing after it. */
	rtc_verdict (*close)(void *user, struct rtc_conn *conn, const rtc_close_info *info);
	/* A request on an RTC_ROUTE_HTTP route: answer it with rtc_conn_respond(). */
	rtc_verdict (*request)(void *user, struct rtc_conn *conn, rtc_request *request);
	/* A client wants to read a feed's channel, or to publish in it. conn->request is its request,
	 * without a body yet. *status starts 0: granted. Set it to refuse: 401 or 403, or 500 when it
	 * cannot be told. */
	rtc_verdict (*authorize)(
		void *user, struct rtc_conn *conn, rtc_slice channel, bool publish, int *status);
	/* A client wants the metrics. *status as in authorize(). Granted: begins `metrics` with what
	 * the binding has to say. */
	rtc_verdict (*metrics)(
		void *user, struct rtc_conn *conn, struct rtc_metrics *metrics, int *status);
	/* The connection is over, and with it the binding's hold on conn->user. Runs no user code that
	 * could see the connection alive. Not called after rtc_server_free(). */
	void (*release)(void *user, struct rtc_conn *conn);
	/* A stop has come to its end: nobody is left. */
	void (*stopped)(void *user);
	void (*log)(
		void *user, rtc_log_level level, const char *message, const rtc_log_context *context);
} rtc_handlers;

#endif
