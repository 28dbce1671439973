/* RtComm\Server: handle() and http(). */
#include "server.h"

#include "connection.h"
#include "enums.h"
#include "exceptions.h"
#include "handler.h"
#include "options.h"
#include "ratchet/ratchet.h"
#include "value.h"
#include "zend_exceptions.h"
#include "zend_smart_str.h"

/* Declared by the generated arginfo where the class is registered. */
ZEND_METHOD(RtComm_Server, handle);
ZEND_METHOD(RtComm_Server, http);

bool php_rtcomm_server_check_path(
	php_rtcomm_server *server, const zend_string *path, uint32_t path_arg)
{
	rtc_slice pattern = php_rtcomm_slice(path);
	const char *fault = rtc_route_check(pattern);

	if (server->began) {
		zend_throw_exception(
			rtcomm_ce_ClosedException, "Routes cannot be added after run() began", 0);
		return false;
	}
	if (fault != NULL) {
		zend_argument_value_error(path_arg, "%s", fault);
		return false;
	}
	if (rtc_router_has(&server->server->router, pattern)) {
		zend_argument_value_error(path_arg, "must be new, \"%s\" has a route", ZSTR_VAL(path));
		return false;
	}
	return true;
}

rtc_route *php_rtcomm_server_add_route(php_rtcomm_server *server, const zend_string *path,
	rtc_route_kind kind, php_rtcomm_route *user, rtc_route_options *options)
{
	rtc_route *route =
		rtc_router_add(&server->server->router, php_rtcomm_slice(path), kind, options);

	if (route == NULL) {
		zend_throw_error(NULL, "Out of memory");
		return NULL;
	}
	route->user = user;
	return route;
}

rtc_route *php_rtcomm_server_add_conversation(php_rtcomm_server *server, zend_string *path,
	uint32_t path_arg, php_rtcomm_route *route, rtc_route_options *options)
{
	rtc_route *added = NULL;

	if (php_rtcomm_server_check_path(server, path, path_arg)) {
		added = php_rtcomm_server_add_route(server, path, RTC_ROUTE_CONVERSATION, route, options);
	}
	if (added != NULL) {
		added->deliveries = php_rtcomm_conversation_deliveries(route->conversation);
	}
	return added;
}

bool php_rtcomm_transports_parse(HashTable *transports, uint8_t *deliveries, uint32_t arg)
{
	uint8_t set = 0;
	zval *transport;

	ZEND_HASH_FOREACH_VAL (transports, transport) {
		rtc_delivery delivery;

		ZVAL_DEREF(transport);
		if (Z_TYPE_P(transport) != IS_OBJECT ||
			!php_rtcomm_transport_from(Z_OBJ_P(transport), &delivery)) {
			zend_argument_type_error(arg, "must be a list of RtComm\\Transport cases");
			return false;
		}
		set |= (uint8_t)delivery;
	}
	ZEND_HASH_FOREACH_END();
	if (set != 0) {
		*deliveries = set;
	}
	return true;
}

/* What handle() was given to call. */
typedef struct handle_callables {
	zend_fcall_info fci[5];
	zend_fcall_info_cache fcc[5];
} handle_callables;

enum { CALL_OPEN, CALL_MESSAGE, CALL_CLOSE, CALL_ERROR, CALL_ACCEPT };

static void set_closures(php_rtcomm_route *route, const handle_callables *calls)
{
	php_rtcomm_callback_init(&route->open, &calls->fci[CALL_OPEN], &calls->fcc[CALL_OPEN]);
	php_rtcomm_callback_init(&route->message, &calls->fci[CALL_MESSAGE], &calls->fcc[CALL_MESSAGE]);
	php_rtcomm_callback_init(&route->close, &calls->fci[CALL_CLOSE], &calls->fcc[CALL_CLOSE]);
	php_rtcomm_callback_init(&route->error, &calls->fci[CALL_ERROR], &calls->fcc[CALL_ERROR]);
}

static bool has_closures(const handle_callables *calls)
{
	return ZEND_FCI_INITIALIZED(calls->fci[CALL_OPEN]) ||
		ZEND_FCI_INITIALIZED(calls->fci[CALL_MESSAGE]) ||
		ZEND_FCI_INITIALIZED(calls->fci[CALL_CLOSE]) ||
		ZEND_FCI_INITIALIZED(calls->fci[CALL_ERROR]);
}

/* The route for a handler object or for closures; NULL with an exception. */
static php_rtcomm_route *make_route(zend_object *handler, const handle_callables *calls)
{
	php_rtcomm_route *route;

	if (handler != NULL && has_closures(calls)) {
		zend_value_error(
			"RtComm\\Server::handle(): Give either $handler or the closures, not both");
		return NULL;
	}
	if (handler == NULL && !has_closures(calls)) {
		zend_value_error("RtComm\\Server::handle(): Give a $handler, or at least one closure");
		return NULL;
	}
	if (handler == NULL) {
		route = php_rtcomm_route_new(&php_rtcomm_callbacks_conversation);
		set_closures(route, calls);
	} else if (instanceof_function(handler->ce, rtcomm_ce_Handler)) {
		route = php_rtcomm_route_new(&php_rtcomm_callbacks_conversation);
		php_rtcomm_callback_init_method(&route->open, handler, ZEND_STRL("onOpen"));
		php_rtcomm_callback_init_method(&route->message, handler, ZEND_STRL("onMessage"));
		php_rtcomm_callback_init_method(&route->close, handler, ZEND_STRL("onClose"));
		php_rtcomm_callback_init_method(&route->error, handler, ZEND_STRL("onError"));
	} else {
		route = php_rtcomm_ratchet_route(handler);
		if (route == NULL) {
			zend_argument_type_error(2,
				"must be of type RtComm\\Handler or Ratchet\\ComponentInterface, %s given",
				ZSTR_VAL(handler->ce->name));
			return NULL;
		}
	}
	php_rtcomm_callback_init(&route->accept, &calls->fci[CALL_ACCEPT], &calls->fcc[CALL_ACCEPT]);
	return route;
}

/* Puts the conversation on its path, by those transports. False with an exception. */
static bool add_conversation(php_rtcomm_server *server, zend_string *path, php_rtcomm_route *route,
	rtc_route_options *options, uint8_t deliveries)
{
	uint8_t possible = php_rtcomm_conversation_deliveries(route->conversation);
	rtc_route *added;

	if ((deliveries & ~possible) != 0) {
		zend_argument_value_error(8,
			"must hold only RtComm\\Transport::WebSocket: the clients of this component are WebSockets");
		return false;
	}
	added = php_rtcomm_server_add_conversation(server, path, 1, route, options);
	if (added != NULL && deliveries != 0) {
		added->deliveries = deliveries;
	}
	return added != NULL;
}

ZEND_METHOD(RtComm_Server, handle)
{
	php_rtcomm_server *server;
	php_rtcomm_route *route;
	uint8_t deliveries = 0;
	zend_string *path;
	zend_object *handler = NULL;
	HashTable *transports = NULL;
	HashTable *options = NULL;
	handle_callables calls = {0};
	rtc_route_options engine_options;

	ZEND_PARSE_PARAMETERS_START(1, 9)
	Z_PARAM_STR(path)
	Z_PARAM_OPTIONAL
	Z_PARAM_OBJ_OR_NULL(handler)
	Z_PARAM_FUNC_OR_NULL(calls.fci[CALL_OPEN], calls.fcc[CALL_OPEN])
	Z_PARAM_FUNC_OR_NULL(calls.fci[CALL_MESSAGE], calls.fcc[CALL_MESSAGE])
	Z_PARAM_FUNC_OR_NULL(calls.fci[CALL_CLOSE], calls.fcc[CALL_CLOSE])
	Z_PARAM_FUNC_OR_NULL(calls.fci[CALL_ERROR], calls.fcc[CALL_ERROR])
	Z_PARAM_FUNC_OR_NULL(calls.fci[CALL_ACCEPT], calls.fcc[CALL_ACCEPT])
	Z_PARAM_ARRAY_HT(transports)
	Z_PARAM_ARRAY_HT(options)
	ZEND_PARSE_PARAMETERS_END();
	server = php_rtcomm_server_this_live(ZEND_THIS);
	if (server == NULL ||
		(transports != NULL && !php_rtcomm_transports_parse(transports, &deliveries, 8))) {
		RETURN_THROWS();
	}
	if (rtc_route_options_copy(&engine_options, &server->server->options.route) != RTC_OK) {
		zend_throw_error(NULL, "Out of memory");
		RETURN_THROWS();
	}
	if (options != NULL && !php_rtcomm_route_options_parse(options, &engine_options, 9)) {
		rtc_route_options_deinit(&engine_options);
		RETURN_THROWS();
	}
	route = make_route(handler, &calls);
	if (route == NULL) {
		rtc_route_options_deinit(&engine_options);
		RETURN_THROWS();
	}
	if (!add_conversation(server, path, route, &engine_options, deliveries)) {
		php_rtcomm_route_free(route);
		rtc_route_options_deinit(&engine_options);
		RETURN_THROWS();
	}
	RETURN_OBJ_COPY(Z_OBJ_P(ZEND_THIS));
}

/* A method that the parser of requests lets through: a token without lower-case letters. */
static bool is_method(const zval *value)
{
	rtc_slice text;

	if (Z_TYPE_P(value) != IS_STRING) {
		return false;
	}
	text = rtc_slice_of(Z_STRVAL_P(value), Z_STRLEN_P(value));
	for (size_t i = 0; i < text.len; i++) {
		if (text.data[i] >= 'a' && text.data[i] <= 'z') {
			return false;
		}
	}
	return rtc_http_is_token(text);
}

/* "GET, POST" of a list of methods, in malloc'd memory; NULL with an exception. */
static char *join_methods(HashTable *methods, size_t *len)
{
	smart_str list = {0};
	zval *method;
	char *copy;

	ZEND_HASH_FOREACH_VAL (methods, method) {
		if (!is_method(method)) {
			zend_argument_value_error(3, "must be a list of HTTP methods, in upper case");
			smart_str_free(&list);
			return NULL;
		}
		if (list.s != NULL) {
			smart_str_appends(&list, ", ");
		}
		smart_str_append(&list, Z_STR_P(method));
	}
	ZEND_HASH_FOREACH_END();
	if (list.s == NULL) {
		zend_argument_value_error(3, "must not be empty");
		return NULL;
	}
	*len = ZSTR_LEN(list.s);
	copy = malloc(*len);
	if (copy != NULL) {
		memcpy(copy, ZSTR_VAL(list.s), *len);
	} else {
		zend_throw_error(NULL, "Out of memory");
	}
	smart_str_free(&list);
	return copy;
}

ZEND_METHOD(RtComm_Server, http)
{
	php_rtcomm_server *server;
	php_rtcomm_route *user;
	rtc_route *route = NULL;
	zend_string *path;
	zend_fcall_info fci;
	zend_fcall_info_cache fcc;
	HashTable *methods = NULL;
	rtc_route_options options = {0};
	char *list;
	size_t len = 3;

	ZEND_PARSE_PARAMETERS_START(2, 3)
	Z_PARAM_STR(path)
	Z_PARAM_FUNC(fci, fcc)
	Z_PARAM_OPTIONAL
	Z_PARAM_ARRAY_HT(methods)
	ZEND_PARSE_PARAMETERS_END();
	server = php_rtcomm_server_this_live(ZEND_THIS);
	if (server == NULL || !php_rtcomm_server_check_path(server, path, 1)) {
		RETURN_THROWS();
	}
	list = methods == NULL ? strdup("GET") : join_methods(methods, &len);
	if (list == NULL) {
		if (EG(exception) == NULL) {
			zend_throw_error(NULL, "Out of memory");
		}
		RETURN_THROWS();
	}
	user = php_rtcomm_route_new(NULL);
	php_rtcomm_callback_init(&user->message, &fci, &fcc);
	route = php_rtcomm_server_add_route(server, path, RTC_ROUTE_HTTP, user, &options);
	if (route == NULL) {
		php_rtcomm_route_free(user);
		free(list);
		RETURN_THROWS();
	}
	route->methods = rtc_slice_of(list, len);
	RETURN_OBJ_COPY(Z_OBJ_P(ZEND_THIS));
}
