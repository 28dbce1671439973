#include "conversation.h"

#include "../../php_rtcomm.h"
#include "../engine/metrics.h"
#include "../engine/server.h"
#include "bearer.h"
#include "connection.h"
#include "loop.h"
#include "request.h"
#include "response.h"
#include "server.h"
#include "value.h"
#include "zend_exceptions.h"

/* One event on its way to the script, for the work inside the guard. */
typedef struct happening {
	php_rtcomm_route *route;
	rtc_conn *conn;
	zend_string *data; /* of a message; NULL: `payload` becomes one */
	rtc_slice payload;
	bool binary;
	const rtc_close_info *info;
	rtc_request *request;
	zend_object *error;
	rtc_slice channel; /* of a feed */
	bool handled;      /* the error callback was called */
	bool accepted;     /* the conversation may begin; the channel may be read, or published in */
	bool failed;       /* the client is to be told 500, where the engine answers */
} happening;

uint8_t php_rtcomm_conversation_deliveries(const php_rtcomm_conversation *conversation)
{
	return conversation->accept != NULL ? RTC_WEBSOCKET : RTC_DELIVERY_ALL;
}

php_rtcomm_route *php_rtcomm_route_new(const php_rtcomm_conversation *conversation)
{
	php_rtcomm_route *route = ecalloc(1, sizeof(*route));

	route->conversation = conversation;
	return route;
}

void php_rtcomm_route_free(php_rtcomm_route *route)
{
	php_rtcomm_callback_deinit(&route->accept);
	php_rtcomm_callback_deinit(&route->open);
	php_rtcomm_callback_deinit(&route->message);
	php_rtcomm_callback_deinit(&route->close);
	php_rtcomm_callback_deinit(&route->error);
	zval_ptr_dtor(&route->data);
	efree(route);
}

void php_rtcomm_route_gc(php_rtcomm_route *route, zend_get_gc_buffer *buffer)
{
	php_rtcomm_callback_gc(&route->accept, buffer);
	php_rtcomm_callback_gc(&route->open, buffer);
	php_rtcomm_callback_gc(&route->message, buffer);
	php_rtcomm_callback_gc(&route->close, buffer);
	php_rtcomm_callback_gc(&route->error, buffer);
	zend_get_gc_buffer_add_zval(buffer, &route->data);
}

/* ---- what a throw comes to ----------------------------------------------------------------------
 */

static void error_work(void *arg)
{
	happening *ev = arg;
	zend_object *conn = ev->conn->user;

	GC_ADDREF(conn);
	ev->handled = ev->route->conversation->error(ev->route, conn, ev->error);
	OBJ_RELEASE(conn);
}

/* Nobody dealt with it: the client is told 1011, and the exception leaves run(). */
static rtc_verdict give_up(rtc_conn *conn)
{
	rtc_conn_close(conn, RTC_CLOSE_INTERNAL_ERROR, RTC_SLICE(""));
	if (rtc_conn_is_alive(conn) && !rtc_loop_is_halted(conn->server->loop)) {
		rtc_conn_flush(conn); /* the loop may never turn again */
	}
	return RTC_STOP;
}

/* EG(exception) goes to the conversation's error callback. */
static rtc_verdict handle_throw(php_rtcomm_loop *loop, happening *ev)
{
	zend_object *error = EG(exception);
	php_rtcomm_outcome outcome;
	zval released;

	GC_ADDREF(error);
	zend_clear_exception();
	ev->error = error;
	ev->handled = false;
	outcome = ev->conn->user == NULL ? PHP_RTCOMM_DONE : php_rtcomm_guard(loop, error_work, ev);
	if (outcome == PHP_RTCOMM_THREW) {
		zend_exception_set_previous(EG(exception), error);
		return give_up(ev->conn);
	}
	if (outcome == PHP_RTCOMM_DONE && !ev->handled) {
		zend_throw_exception_internal(error);
		return give_up(ev->conn);
	}
	ZVAL_OBJ(&released, error);
	if (php_rtcomm_release(loop, &released) != PHP_RTCOMM_DONE) {
		return RTC_STOP;
	}
	return outcome == PHP_RTCOMM_DONE ? RTC_CONTINUE : RTC_STOP;
}

static rtc_verdict run_untimed(php_rtcomm_server *server, happening *ev, void (*work)(void *arg))
{
	php_rtcomm_loop *loop = php_rtcomm_server_loop(server);
	php_rtcomm_outcome outcome;
	rtc_verdict verdict;

	php_rtcomm_server_enter(server);
	outcome = php_rtcomm_guard(loop, work, ev);
	if (EXPECTED(outcome == PHP_RTCOMM_DONE)) {
		verdict = RTC_CONTINUE;
	} else {
		verdict = outcome == PHP_RTCOMM_THREW ? handle_throw(loop, ev) : RTC_STOP;
	}
	if (verdict == RTC_STOP) {
		/* The verdict goes nowhere when the server goes; others may be on the same loop. */
		rtc_loop_halt(loop->loop);
	}
	return php_rtcomm_server_leave(server) == PHP_RTCOMM_DONE ? verdict : RTC_STOP;
}

static rtc_verdict run_event(php_rtcomm_server *server, happening *ev, void (*work)(void *arg))
{
	rtc_stretch calls = rtc_stretch_begin(&RTCOMM_G(callbacks));
	rtc_verdict verdict = run_untimed(server, ev, work);

	rtc_stretch_end(&calls);
	return verdict;
}

/* ---- events of a conversation -------------------------------------------------------------------
 */

static void open_work(void *arg)
{
	happening *ev = arg;
	zend_object *conn =
		php_rtcomm_connection_new(*ev->route->conversation->connection_ce, ev->conn);

	GC_ADDREF(conn);
	ev->route->conversation->open(ev->route, conn);
	OBJ_RELEASE(conn);
}

static rtc_verdict handle_open(void *user, rtc_conn *conn)
{
	happening ev = {.route = conn->route->user, .conn = conn};

	return run_event(user, &ev, open_work);
}

/* A message of so many bytes is read straight into its string: asking for that costs less than a
 * copy. */
#define ROOM_BYTES 4096

/* What is asked for, and what it comes to. */
typedef struct room_wish {
	size_t len;
	uint8_t *room;
} room_wish;

static void room_work(void *arg)
{
	room_wish *wish = arg;

	wish->room = php_rtcomm_room_new(wish->len);
}

static uint8_t *handle_room(void *user, size_t len)
{
	room_wish wish = {.len = len};

	/* After a bailout there is none, and telling the message will come to the same. */
	(void)php_rtcomm_guard(php_rtcomm_server_loop(user), room_work, &wish);
	return wish.room;
}

static void handle_drop(uint8_t *room)
{
	zend_string_release(php_rtcomm_room_string(room));
}

static void message_work(void *arg)
{
	happening *ev = arg;
	zend_object *conn = ev->conn->user;
	zend_string *data = ev->data != NULL ? ev->data : php_rtcomm_string(ev->payload);

	ev->data = NULL;
	GC_ADDREF(conn);
	ev->route->conversation->message(ev->route, conn, data, ev->binary);
	zend_string_release(data);
	OBJ_RELEASE(conn);
}

static rtc_verdict handle_message(
	void *user, rtc_conn *conn, rtc_slice payload, bool binary, bool placed)
{
	happening ev = {.route = conn->route->user, .conn = conn, .payload = payload, .binary = binary};
	rtc_verdict verdict = RTC_CONTINUE;

	if (placed) {
		ev.data = php_rtcomm_room_string(payload.data);
	}
	/* As for close. A function that runs at the end of the script may turn the loop again. Whoever
	 * reads messages times all that came at once. */
	if (conn->user != NULL) {
		verdict = run_untimed(user, &ev, message_work);
	}
	if (UNEXPECTED(ev.data != NULL)) {
		zend_string_release(ev.data); /* nobody was told */
	}
	return verdict;
}

static void close_work(void *arg)
{
	happening *ev = arg;
	zend_object *conn = ev->conn->user;

	GC_ADDREF(conn);
	ev->route->conversation->close(ev->route, conn, ev->info);
	OBJ_RELEASE(conn);
}

static rtc_verdict handle_close(void *user, rtc_conn *conn, const rtc_close_info *info)
{
	happening ev = {.route = conn->route->user, .conn = conn, .info = info};

	/* Without an object the script ended in the middle of onOpen's preparation. */
	return conn->user == NULL ? RTC_CONTINUE : run_event(user, &ev, close_work);
}

static void handle_release(void *user, rtc_conn *conn)
{
	zval object;

	if (conn->user != NULL) {
		ZVAL_OBJ(&object, conn->user);
		conn->user = NULL;
		php_rtcomm_release(php_rtcomm_server_loop(user), &object);
	}
}

/* ---- requests -----------------------------------------------------------------------------------
 */

static void request_work(void *arg)
{
	happening *ev = arg;
	zval argv[1];
	zval result;

	ZVAL_OBJ(&argv[0], php_rtcomm_request_new(ev->request, ev->conn->route));
	php_rtcomm_invoke(&ev->route->message, 1, argv, &result);
	if (EG(exception) == NULL) {
		php_rtcomm_response_send(ev->conn, &result);
	}
	zval_ptr_dtor(&result);
	zval_ptr_dtor(&argv[0]);
}

/* What the log is told of a throw. */
typedef struct throw_note {
	php_rtcomm_log *log;
	const char *where;
	zend_object *error;
} throw_note;

static void note_work(void *arg)
{
	throw_note *note = arg;

	php_rtcomm_log_exception(note->log, note->where, note->error);
}

/* There is no connection to tell: the client gets 500 and the log gets the exception. */
static rtc_verdict run_request(
	php_rtcomm_server *server, happening *ev, void (*work)(void *arg), const char *where)
{
	php_rtcomm_loop *loop = php_rtcomm_server_loop(server);
	rtc_stretch calls = rtc_stretch_begin(&RTCOMM_G(callbacks));
	php_rtcomm_outcome outcome;

	php_rtcomm_server_enter(server);
	outcome = php_rtcomm_guard(loop, work, ev);
	rtc_stretch_end(&calls);
	if (outcome == PHP_RTCOMM_THREW) {
		throw_note note = {&server->log, where, EG(exception)};

		GC_ADDREF(note.error);
		zend_clear_exception();
		/* A long message may be more than memory_limit allows. */
		if (php_rtcomm_guard(loop, note_work, &note) != PHP_RTCOMM_DONE) {
			rtc_loop_halt(loop->loop);
			outcome = PHP_RTCOMM_ENDED;
		}
		if (ev->channel.len == 0) {
			rtc_conn_respond(ev->conn, 500,
				RTC_SLICE("Content-Type: text/plain; charset=utf-8\r\n"),
				RTC_SLICE("the handler failed\n"));
		}
		ev->failed = true;
		ev->accepted = false;
	}
	if (php_rtcomm_server_leave(server) != PHP_RTCOMM_DONE) {
		return RTC_STOP;
	}
	return outcome == PHP_RTCOMM_ENDED ? RTC_STOP : RTC_CONTINUE;
}

static rtc_verdict handle_request(void *user, rtc_conn *conn, rtc_request *request)
{
	happening ev = {.route = conn->route->user, .conn = conn, .request = request};

	return run_request(user, &ev, request_work, "An HTTP handler");
}

/* Sets `accepted` to whether the conversation may begin. */
static void accept_work(void *arg)
{
	happening *ev = arg;
	zval argv[1];
	zval result;

	ZVAL_OBJ(&argv[0], php_rtcomm_request_new(ev->request, ev->conn->route));
	php_rtcomm_invoke(&ev->route->accept, 1, argv, &result);
	ev->accepted = Z_TYPE(result) != IS_FALSE;
	if (EG(exception) == NULL && php_rtcomm_is_response(&result)) {
		php_rtcomm_response_send(ev->conn, &result);
		ev->accepted = false;
	}
	zval_ptr_dtor(&result);
	zval_ptr_dtor(&argv[0]);
}

/* Sets `accepted` likewise; what it throws is the conversation's own business. */
static void conversation_accept_work(void *arg)
{
	happening *ev = arg;

	ev->accepted = ev->route->conversation->accept(ev->route, ev->conn);
}

static rtc_verdict handle_accept(void *user, rtc_conn *conn, bool *accepted)
{
	happening ev = {
		.route = conn->route->user, .conn = conn, .request = conn->request, .accepted = true};
	rtc_verdict verdict = RTC_CONTINUE;

	if (php_rtcomm_callback_is_set(&ev.route->accept)) {
		verdict = run_request(user, &ev, accept_work, "An accept callback");
	}
	if (verdict == RTC_CONTINUE && ev.accepted && conn->server != NULL &&
		ev.route->conversation->accept != NULL) {
		ev.accepted = false;
		verdict = run_event(user, &ev, conversation_accept_work);
	}
	*accepted = ev.accepted && verdict == RTC_CONTINUE;
	return verdict;
}

/* ---- feeds --------------------------------------------------------------------------------------
 */

/* Sets `accepted` to what the callback says of the channel, or of metrics. */
static void authorize(happening *ev, const php_rtcomm_callback *callback)
{
	zval argv[2];
	zval result;

	ZVAL_OBJ(&argv[0], php_rtcomm_request_new(ev->request, ev->conn->route));
	ZVAL_STR(&argv[1], php_rtcomm_string(ev->channel));
	php_rtcomm_invoke(callback, ev->channel.len > 0 ? 2 : 1, argv, &result);
	ev->accepted = EG(exception) == NULL && zend_is_true(&result);
	zval_ptr_dtor(&result);
	zval_ptr_dtor(&argv[1]);
	zval_ptr_dtor(&argv[0]);
}

static void authorize_work(void *arg)
{
	happening *ev = arg;

	authorize(ev, &ev->route->accept);
}

static void publish_work(void *arg)
{
	happening *ev = arg;

	authorize(ev, &ev->route->message);
}

static rtc_verdict handle_authorize(
	void *user, rtc_conn *conn, rtc_slice channel, bool publish, int *status)
{
	php_rtcomm_route *route = conn->route->user;
	happening ev = {.route = route, .conn = conn, .request = conn->request, .channel = channel};
	rtc_verdict verdict;

	if (publish && Z_TYPE(route->data) == IS_STRING) {
		*status = php_rtcomm_bearer_judge(conn->request, Z_STR(route->data));
		return RTC_CONTINUE;
	}
	if (!php_rtcomm_callback_is_set(publish ? &route->message : &route->accept)) {
		return RTC_CONTINUE;
	}
	verdict = publish ? run_request(user, &ev, publish_work, "A publish callback")
					  : run_request(user, &ev, authorize_work, "An authorize callback");
	if (!ev.accepted) {
		*status = ev.failed ? 500 : 403;
	}
	return verdict;
}

static rtc_verdict handle_metrics(
	void *user, rtc_conn *conn, struct rtc_metrics *metrics, int *status)
{
	php_rtcomm_route *route = conn->route->user;
	happening ev = {.route = route, .conn = conn, .request = conn->request};
	rtc_verdict verdict = RTC_CONTINUE;

	if (Z_TYPE(route->data) == IS_STRING) {
		*status = php_rtcomm_bearer_judge(conn->request, Z_STR(route->data));
	} else if (php_rtcomm_callback_is_set(&route->accept)) {
		verdict = run_request(user, &ev, authorize_work, "A callback of metrics()");
		*status = ev.accepted ? 0 : 403;
	} else {
		*status = rtc_metrics_is_local(conn) ? 0 : 403;
	}
	if (*status == 0 && conn->server != NULL) {
		php_rtcomm_metrics_write(conn->server, metrics);
	}
	return verdict;
}

static void handle_stopped(void *user)
{
	php_rtcomm_server_unhold(user);
}

static void handle_log(
	void *user, rtc_log_level level, const char *message, const rtc_log_context *context)
{
	php_rtcomm_log_note(&((php_rtcomm_server *)user)->log, level, message, context);
}

const rtc_handlers php_rtcomm_handlers = {
	.accept = handle_accept,
	.open = handle_open,
	.room = handle_room,
	.room_bytes = ROOM_BYTES,
	.drop = handle_drop,
	.message = handle_message,
	.close = handle_close,
	.request = handle_request,
	.authorize = handle_authorize,
	.metrics = handle_metrics,
	.release = handle_release,
	.stopped = handle_stopped,
	.log = handle_log,
};
