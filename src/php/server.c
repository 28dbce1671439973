#include "server.h"

#include "../engine/notify.h"
#include "classes.h"
#include "exceptions.h"
#include "loop.h"
#include "options.h"
#include "tls.h"
#include "zend_attributes.h"
#include "zend_exceptions.h"

#include <signal.h>

#include "server_arginfo.h"

/* Seconds that SIGINT and SIGTERM leave for what is queued. */
#define SIGNAL_GRACE_MS 5000

/* The only property. */
enum { PROP_LOOP };

zend_class_entry *rtcomm_ce_Server;

static zend_object_handlers handlers;

struct php_rtcomm_loop *php_rtcomm_server_loop(php_rtcomm_server *server)
{
	return php_rtcomm_loop_from_obj(Z_OBJ_P(OBJ_PROP_NUM(&server->std, PROP_LOOP)));
}

php_rtcomm_server *php_rtcomm_server_this(zval *this)
{
	php_rtcomm_server *server = php_rtcomm_server_from_obj(Z_OBJ_P(this));

	if (server->server == NULL) {
		zend_throw_exception(rtcomm_ce_ClosedException, "The server was never constructed", 0);
		return NULL;
	}
	return server;
}

php_rtcomm_server *php_rtcomm_server_this_live(zval *this)
{
	php_rtcomm_server *server = php_rtcomm_server_this(this);

	if (server != NULL && server->server->state != RTC_SERVER_RUNNING) {
		zend_throw_exception(rtcomm_ce_ClosedException, "The server was stopped", 0);
		return NULL;
	}
	return server;
}

php_rtcomm_outcome php_rtcomm_server_leave(php_rtcomm_server *server)
{
	zval object;

	if (EXPECTED(GC_REFCOUNT(&server->std) > 1)) {
		/* Destroys nothing, and tells the collector: meanwhile it may have run, and found the
		 * server in use that is now garbage in a cycle. */
		OBJ_RELEASE(&server->std);
		return PHP_RTCOMM_DONE;
	}
	ZVAL_OBJ(&object, &server->std);
	return php_rtcomm_release(php_rtcomm_server_loop(server), &object);
}

/* ---- life ---------------------------------------------------------------------------------------
 */

static zend_object *server_create(zend_class_entry *ce)
{
	php_rtcomm_server *server = zend_object_alloc(sizeof(*server), ce);

	memset(server, 0, XtOffsetOf(php_rtcomm_server, std));
	zend_object_std_init(&server->std, ce);
	object_properties_init(&server->std, ce);
	server->std.handlers = &handlers;
	return &server->std;
}

void php_rtcomm_server_unhold(php_rtcomm_server *server)
{
	if (server->holding) {
		server->holding = false;
		php_rtcomm_loop_release(php_rtcomm_server_loop(server));
	}
}

static void free_signals(php_rtcomm_server *server)
{
	size_t i;

	for (i = 0; i < sizeof(server->signals) / sizeof(server->signals[0]); i++) {
		rtc_watch_free(server->signals[i]);
		server->signals[i] = NULL;
	}
}

/* Takes the objects that the engine holds, so that they are released when it is gone. */
static zend_object **detach_connections(rtc_server *server, size_t *count)
{
	zend_object **objects;
	rtc_conn *conn;

	*count = 0;
	for (conn = server->conns; conn != NULL; conn = conn->next) {
		*count += conn->user != NULL;
	}
	objects = safe_emalloc(*count, sizeof(*objects), sizeof(*objects));
	*count = 0;
	for (conn = server->conns; conn != NULL; conn = conn->next) {
		if (conn->user != NULL) {
			objects[(*count)++] = conn->user;
			conn->user = NULL;
		}
	}
	return objects;
}

static php_rtcomm_route **detach_routes(rtc_server *server, size_t *count)
{
	php_rtcomm_route **routes;
	rtc_route *route;

	*count = 0;
	for (route = server->router.first; route != NULL; route = route->next) {
		(*count)++;
	}
	routes = safe_emalloc(*count, sizeof(*routes), sizeof(*routes));
	*count = 0;
	for (route = server->router.first; route != NULL; route = route->next) {
		routes[(*count)++] = route->user;
	}
	return routes;
}

/* Everything is detached first: releasing may run destructors, and they must find no half-freed
 * server. */
static void server_free(zend_object *object)
{
	php_rtcomm_server *server = php_rtcomm_server_from_obj(object);
	rtc_server *engine = server->server;
	zend_object **conns;
	php_rtcomm_route **routes;
	size_t conn_count;
	size_t route_count;
	bool forked;
	size_t i;

	if (engine == NULL) {
		zend_object_std_dtor(object);
		return;
	}
	forked = rtc_loop_is_forked(engine->loop);
	server->server = NULL;
	php_rtcomm_server_unhold(server);
	conns = detach_connections(engine, &conn_count);
	routes = detach_routes(engine, &route_count);
	free_signals(server);
	rtc_loop_cancel(engine->loop, &server->log.job);
	rtc_server_free(engine);
	if (!forked) {
		php_rtcomm_log_end(&server->log); /* a child has what its parent is going to print */
	}
	php_rtcomm_log_deinit(&server->log);
	for (i = 0; i < conn_count; i++) {
		OBJ_RELEASE(conns[i]);
	}
	for (i = 0; i < route_count; i++) {
		php_rtcomm_route_free(routes[i]);
	}
	efree(conns);
	efree(routes);
	php_rtcomm_callback_deinit(&server->log.callback);
	zend_object_std_dtor(object);
}

static HashTable *server_get_gc(zend_object *object, zval **table, int *count)
{
	php_rtcomm_server *server = php_rtcomm_server_from_obj(object);
	zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();
	rtc_route *route;
	rtc_conn *conn;

	if (server->server != NULL) {
		for (route = server->server->router.first; route != NULL; route = route->next) {
			php_rtcomm_route_gc(route->user, buffer);
		}
		for (conn = server->server->conns; conn != NULL; conn = conn->next) {
			if (conn->user != NULL) {
				zend_get_gc_buffer_add_obj(buffer, conn->user);
			}
		}
		php_rtcomm_log_gc(&server->log, buffer);
	}
	zend_get_gc_buffer_add_zval(buffer, OBJ_PROP_NUM(object, PROP_LOOP));
	zend_get_gc_buffer_use(buffer, table, count);
	return NULL;
}

/* ---- construction and listening -----------------------------------------------------------------
 */

static bool server_listen(php_rtcomm_server *server, const zend_string *address, rtc_tls *tls,
	char bound[RTC_ADDRESS_TEXT_MAX])
{
	char error[RTC_LISTEN_ERROR_MAX];

	if (rtc_server_listen(server->server, ZSTR_VAL(address), tls, bound, error) == RTC_OK) {
		if (!server->holding) {
			server->holding = true;
			php_rtcomm_loop_hold(php_rtcomm_server_loop(server));
		}
		return true;
	}
	zend_throw_exception(rtcomm_ce_ListenException, error, 0);
	return false;
}

/* A reference to the loop that was given, or to the script's; NULL with an exception. */
static zend_object *take_loop(zend_object *loop)
{
	if (loop == NULL) {
		return php_rtcomm_loop_default();
	}
	if (!php_rtcomm_loop_check(php_rtcomm_loop_from_obj(loop))) {
		return NULL;
	}
	GC_ADDREF(loop);
	return loop;
}

ZEND_METHOD(RtComm_Server, __construct)
{
	php_rtcomm_server *server = php_rtcomm_server_from_obj(Z_OBJ_P(ZEND_THIS));
	zend_string *listen = NULL;
	HashTable *options = NULL;
	zend_object *loop = NULL;
	rtc_server_options engine_options;
	char bound[RTC_ADDRESS_TEXT_MAX];

	ZEND_PARSE_PARAMETERS_START(0, 3)
	Z_PARAM_OPTIONAL
	Z_PARAM_PATH_STR_OR_NULL(listen)
	Z_PARAM_ARRAY_HT(options)
	Z_PARAM_OBJ_OF_CLASS_OR_NULL(loop, rtcomm_ce_Loop)
	ZEND_PARSE_PARAMETERS_END();
	if (server->server != NULL) {
		zend_throw_error(NULL, "The server is already constructed");
		RETURN_THROWS();
	}
	rtc_server_options_init(&engine_options);
	if (options != NULL && !php_rtcomm_options_parse(options, &engine_options, 2)) {
		rtc_server_options_deinit(&engine_options);
		RETURN_THROWS();
	}
	loop = take_loop(loop);
	if (loop == NULL) {
		rtc_server_options_deinit(&engine_options);
		RETURN_THROWS();
	}
	server->server = rtc_server_new(
		php_rtcomm_loop_from_obj(loop)->loop, &engine_options, &php_rtcomm_handlers, server);
	if (server->server == NULL) {
		OBJ_RELEASE(loop);
		rtc_server_options_deinit(&engine_options);
		zend_throw_error(NULL, "Out of memory");
		RETURN_THROWS();
	}
	ZVAL_OBJ(OBJ_PROP_NUM(&server->std, PROP_LOOP), loop);
	php_rtcomm_log_init(&server->log, php_rtcomm_loop_from_obj(loop));
	if (listen != NULL) {
		server_listen(server, listen, NULL, bound);
	}
}

ZEND_METHOD(RtComm_Server, listen)
{
	php_rtcomm_server *server;
	zend_string *address;
	zend_object *object = NULL;
	rtc_tls *tls = NULL;
	char bound[RTC_ADDRESS_TEXT_MAX];

	ZEND_PARSE_PARAMETERS_START(1, 2)
	Z_PARAM_PATH_STR(address)
	Z_PARAM_OPTIONAL
	Z_PARAM_OBJ_OF_CLASS_OR_NULL(object, rtcomm_ce_Tls)
	ZEND_PARSE_PARAMETERS_END();
	server = php_rtcomm_server_this_live(ZEND_THIS);
	if (server == NULL || (object != NULL && (tls = php_rtcomm_tls_of(object)) == NULL) ||
		!server_listen(server, address, tls, bound)) {
		RETURN_THROWS();
	}
	RETURN_STRING(bound);
}

/* ---- running ------------------------------------------------------------------------------------
 */

/* systemd is told of what run() serves; a hand-over is no end of the service. */
static void stop(php_rtcomm_server *server, uint32_t grace_ms, rtc_stop why)
{
	if (server->runs && server->server->state == RTC_SERVER_RUNNING) {
		rtc_notify("STOPPING=1");
	}
	rtc_server_stop(server->server, grace_ms, why);
}

/* A second signal has no patience. Sockets that others keep open will be served by somebody else
 * soon: clients may come back. */
static void on_signal(rtc_watch *watch, void *arg)
{
	php_rtcomm_server *server = arg;
	const bool inherited = rtc_server_is_inherited(server->server);

	(void)watch;
	if (server->server->state == RTC_SERVER_RUNNING) {
		stop(server, SIGNAL_GRACE_MS, inherited ? RTC_STOP_RESTARTING : RTC_STOP_LEAVING);
	} else {
		stop(server, 0, RTC_STOP_LEAVING);
	}
}

static void on_reload(rtc_watch *watch, void *arg)
{
	(void)watch;
	rtc_notify_reloading();
	rtc_server_reload_tls(((php_rtcomm_server *)arg)->server);
	rtc_notify_ready();
}

/* Only signals that nobody handles yet: a script that has its own handler keeps it. PHP is asked,
 * since it may have put a handler of its own in front of all signals (ZEND_SIGNALS). */
static rtc_watch *watch_signal(
	php_rtcomm_server *server, int number, void (*run)(rtc_watch *watch, void *arg))
{
	struct sigaction action = {.sa_handler = SIG_DFL};

	zend_sigaction(number, NULL, &action);
	if (action.sa_handler != SIG_DFL) {
		return NULL;
	}
	return rtc_watch_signal(server->server->loop, number, run, server);
}

static bool is_stopped(void *arg)
{
	return ((php_rtcomm_server *)arg)->server->state == RTC_SERVER_STOPPED;
}

ZEND_METHOD(RtComm_Server, run)
{
	php_rtcomm_server *server;
	php_rtcomm_loop *loop;

	ZEND_PARSE_PARAMETERS_NONE();
	server = php_rtcomm_server_this(ZEND_THIS);
	if (server == NULL) {
		RETURN_THROWS();
	}
	loop = php_rtcomm_server_loop(server);
	if (server->server->state == RTC_SERVER_STOPPED) {
		zend_throw_exception(rtcomm_ce_ClosedException, "The server was stopped", 0);
		RETURN_THROWS();
	}
	if (server->server->listeners == NULL && server->server->state == RTC_SERVER_RUNNING) {
		zend_throw_exception(rtcomm_ce_RuntimeException,
			"The server listens nowhere: give the constructor an address, or call listen()", 0);
		RETURN_THROWS();
	}
	if (loop->running) {
		zend_throw_exception(rtcomm_ce_ClosedException, "The loop is already running", 0);
		RETURN_THROWS();
	}
	server->began = true;
	server->runs = true;
	if (server->server->state == RTC_SERVER_RUNNING) {
		rtc_notify_ready();
	}
	server->signals[0] = watch_signal(server, SIGINT, on_signal);
	server->signals[1] = watch_signal(server, SIGTERM, on_signal);
	if (rtc_server_has_tls(server->server)) {
		server->signals[2] = watch_signal(server, SIGHUP, on_reload);
	}
	php_rtcomm_loop_run(loop, is_stopped, server);
	server->runs = false;
	free_signals(server);
}

ZEND_METHOD(RtComm_Server, tick)
{
	php_rtcomm_server *server;
	double wait = 0.0;

	ZEND_PARSE_PARAMETERS_START(0, 1)
	Z_PARAM_OPTIONAL
	Z_PARAM_DOUBLE(wait)
	ZEND_PARSE_PARAMETERS_END();
	server = php_rtcomm_server_this(ZEND_THIS);
	if (server == NULL) {
		RETURN_THROWS();
	}
	if (!(wait >= 0.0)) {
		zend_argument_value_error(1, "must be at least 0");
		RETURN_THROWS();
	}
	php_rtcomm_loop_tick(php_rtcomm_server_loop(server), wait);
}

ZEND_METHOD(RtComm_Server, stop)
{
	php_rtcomm_server *server;
	double grace = 5.0;
	bool restart = false;

	ZEND_PARSE_PARAMETERS_START(0, 2)
	Z_PARAM_OPTIONAL
	Z_PARAM_DOUBLE(grace)
	Z_PARAM_BOOL(restart)
	ZEND_PARSE_PARAMETERS_END();
	if (!(grace >= 0.0 && grace <= 86400.0)) {
		zend_argument_value_error(1, "must be between 0 and 86400");
		RETURN_THROWS();
	}
	server = php_rtcomm_server_this(ZEND_THIS);
	if (server == NULL) {
		RETURN_THROWS();
	}
	stop(server, (uint32_t)(grace * 1000.0), restart ? RTC_STOP_RESTARTING : RTC_STOP_LEAVING);
}

/* Keeps secrets out of traces. PHP 8.1 has no such attribute, so that it is not the stub's. */
static void hide_secrets(zend_class_entry *ce)
{
#if PHP_VERSION_ID >= 80200
	zend_string *name = ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER);

	zend_add_parameter_attribute(
		zend_hash_str_find_ptr(&ce->function_table, ZEND_STRL("feed")), 2, name, 0);
	zend_add_parameter_attribute(
		zend_hash_str_find_ptr(&ce->function_table, ZEND_STRL("metrics")), 1, name, 0);
#else
	(void)ce;
#endif
}

void php_rtcomm_minit_server(void)
{
	memcpy(&handlers, &std_object_handlers, sizeof(handlers));
	handlers.offset = XtOffsetOf(php_rtcomm_server, std);
	handlers.free_obj = server_free;
	handlers.get_gc = server_get_gc;
	handlers.clone_obj = NULL;

	rtcomm_ce_Server = register_class_RtComm_Server();
	rtcomm_ce_Server->create_object = server_create;
	hide_secrets(rtcomm_ce_Server);
}
