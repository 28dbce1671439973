#include "ws_server.h"

#include "../../engine/conn.h"
#include "../../proto/http.h"
#include "../classes.h"
#include "connection.h"
#include "ext/spl/spl_exceptions.h"
#include "interfaces.h"
#include "messaging.h"
#include "stack.h"
#include "zend_exceptions.h"
#include "zend_interfaces.h"

#include "ws_server_arginfo.h"

zend_class_entry *ratchet_ce_WebSocket_WsServer;

static zend_object_handlers handlers;

/* ---- life ---------------------------------------------------------------------------------------
 */

static zend_object *ws_server_create(zend_class_entry *ce)
{
	zend_object *object = php_rtcomm_decorator_create(ce, sizeof(php_rtcomm_ws_server), &handlers);

	php_rtcomm_ws_server_from_obj(object)->strict = true;
	return object;
}

static void ws_server_free(zend_object *object)
{
	php_rtcomm_ws_server *server = php_rtcomm_ws_server_from_obj(object);

	rtc_strings_deinit(&server->subprotocols);
	php_rtcomm_decorator_deinit(&server->decorator);
	zend_object_std_dtor(object);
}

/* ---- construction -------------------------------------------------------------------------------
 */

bool php_rtcomm_ws_server_takes(const zend_class_entry *ce)
{
	return instanceof_function(ce, ratchet_ce_WebSocket_MessageComponentInterface) ||
		instanceof_function(ce, ratchet_ce_MessageComponentInterface);
}

static bool add_subprotocol(rtc_strings *strings, zval *value)
{
	rtc_slice name;

	ZVAL_DEREF(value);
	if (Z_TYPE_P(value) != IS_STRING ||
		!rtc_http_is_token(rtc_slice_of(Z_STRVAL_P(value), Z_STRLEN_P(value)))) {
		zend_throw_exception(spl_ce_UnexpectedValueException,
			"getSubProtocols() must return a list of subprotocol names", 0);
		return false;
	}
	name = rtc_slice_of(Z_STRVAL_P(value), Z_STRLEN_P(value));
	if (rtc_strings_add(strings, name) != RTC_OK) {
		zend_throw_error(NULL, "Out of memory");
		return false;
	}
	return true;
}

static bool ask_subprotocols(rtc_strings *strings, zend_object *component)
{
	zval list;
	zval *value;
	bool good = true;

	zend_call_method_with_0_params(component, component->ce, NULL, "getsubprotocols", &list);
	if (EG(exception) != NULL) {
		zval_ptr_dtor(&list);
		return false;
	}
	if (Z_TYPE(list) != IS_ARRAY) {
		zval_ptr_dtor(&list);
		zend_throw_exception(spl_ce_UnexpectedValueException,
			"getSubProtocols() must return a list of subprotocol names", 0);
		return false;
	}
	ZEND_HASH_FOREACH_VAL (Z_ARRVAL(list), value) {
		good = good && add_subprotocol(strings, value);
	}
	ZEND_HASH_FOREACH_END();
	zval_ptr_dtor(&list);
	return good;
}

/* False with an exception. */
static bool construct(php_rtcomm_ws_server *server, zend_object *component)
{
	rtc_strings strings;

	rtc_strings_init(&strings);
	if (instanceof_function(component->ce, ratchet_ce_WebSocket_WsServerInterface) &&
		!ask_subprotocols(&strings, component)) {
		rtc_strings_deinit(&strings);
		return false;
	}
	rtc_strings_deinit(&server->subprotocols);
	server->subprotocols = strings;
	server->wants_messages =
		instanceof_function(component->ce, ratchet_ce_WebSocket_MessageComponentInterface);
	php_rtcomm_decorator_set(&server->decorator, component);
	return true;
}

zend_object *php_rtcomm_ws_server_new(zend_object *component, bool strict)
{
	zend_object *object = ws_server_create(ratchet_ce_WebSocket_WsServer);
	php_rtcomm_ws_server *server = php_rtcomm_ws_server_from_obj(object);

	server->strict = strict;
	if (!construct(server, component)) {
		OBJ_RELEASE(object);
		return NULL;
	}
	return object;
}

ZEND_METHOD(RtComm_Ratchet_WebSocket_WsServer, __construct)
{
	zend_object *component;

	ZEND_PARSE_PARAMETERS_START(1, 1)
	Z_PARAM_OBJ_OF_CLASS(component, ratchet_ce_ComponentInterface)
	ZEND_PARSE_PARAMETERS_END();
	if (!php_rtcomm_ws_server_takes(component->ce)) {
		zend_throw_exception(spl_ce_UnexpectedValueException,
			"Expected instance of \\Ratchet\\WebSocket\\MessageComponentInterface or "
			"\\Ratchet\\MessageComponentInterface",
			0);
		RETURN_THROWS();
	}
	if (!construct(php_rtcomm_ws_server_from_obj(Z_OBJ_P(ZEND_THIS)), component)) {
		RETURN_THROWS();
	}
}

/* ---- settings -----------------------------------------------------------------------------------
 */

rtc_status php_rtcomm_ws_server_configure(
	const php_rtcomm_ws_server *server, rtc_route_options *options)
{
	rtc_strings spoken;

	if (server->subprotocols.count == 0) {
		return RTC_OK;
	}
	if (rtc_strings_copy(&spoken, &server->subprotocols) != RTC_OK) {
		return RTC_NOMEM;
	}
	rtc_strings_deinit(&options->subprotocols);
	options->subprotocols = spoken;
	return RTC_OK;
}

void php_rtcomm_ws_server_refresh(const php_rtcomm_ws_server *server, rtc_route_options *options)
{
	options->strict_subprotocols = server->strict;
	options->prompt_close = true; /* Ratchet ends TCP with its close frame */
	if (server->keep_alive_ms > 0) {
		options->heartbeat_ms = server->keep_alive_ms;
		options->pong_timeout_ms = server->keep_alive_ms;
		options->no_pong_code = RTC_CLOSE_NORMAL;
	}
}

void php_rtcomm_ws_server_keep_alive(zend_object *object, uint32_t interval_ms)
{
	php_rtcomm_ws_server_from_obj(object)->keep_alive_ms = interval_ms;
}

ZEND_METHOD(RtComm_Ratchet_WebSocket_WsServer, setStrictSubProtocolCheck)
{
	bool enable;

	ZEND_PARSE_PARAMETERS_START(1, 1)
	Z_PARAM_BOOL(enable)
	ZEND_PARSE_PARAMETERS_END();
	php_rtcomm_ws_server_from_obj(Z_OBJ_P(ZEND_THIS))->strict = enable;
}

ZEND_METHOD(RtComm_Ratchet_WebSocket_WsServer, enableKeepAlive)
{
	double interval = 30.0;
	zval *loop;

	ZEND_PARSE_PARAMETERS_START(1, 2)
	Z_PARAM_ZVAL(loop)
	Z_PARAM_OPTIONAL
	Z_PARAM_DOUBLE(interval)
	ZEND_PARSE_PARAMETERS_END();
	(void)loop;
	if (!(interval >= 0.001 && interval <= 86400.0)) {
		zend_argument_value_error(2, "must be between 0.001 and 86400");
		RETURN_THROWS();
	}
	php_rtcomm_ws_server_keep_alive(Z_OBJ_P(ZEND_THIS), (uint32_t)(interval * 1000.0));
}

/* ---- as a component: reached only where one of the script's stands in front
 * ---------------------- */

ZEND_METHOD(RtComm_Ratchet_WebSocket_WsServer, onOpen)
{
	zend_object *request = NULL;
	rtc_conn *conn_of;
	zval *conn;

	ZEND_PARSE_PARAMETERS_START(1, 2)
	Z_PARAM_OBJECT_OF_CLASS(conn, ratchet_ce_ConnectionInterface)
	Z_PARAM_OPTIONAL
	Z_PARAM_OBJ_OR_NULL(request)
	ZEND_PARSE_PARAMETERS_END();
	if (request == NULL) {
		zend_throw_exception(spl_ce_UnexpectedValueException, "$request can not be null", 0);
		RETURN_THROWS();
	}
	conn_of = php_rtcomm_ratchet_conn_of(Z_OBJ_P(conn));
	if (conn_of != NULL) {
		zval value;

		ZVAL_OBJ(&value, request);
		zend_update_property(Z_OBJCE_P(conn), Z_OBJ_P(conn), ZEND_STRL("httpRequest"), &value);
		if (!php_rtcomm_stack_begin(conn_of, Z_OBJ_P(ZEND_THIS))) {
			return;
		}
	}
	php_rtcomm_decorator_forward(
		&php_rtcomm_decorator_from_obj(Z_OBJ_P(ZEND_THIS))->open, 1, conn, return_value);
}

/* What a component that wants to know of binary messages gets: the kind is known of the message
 * that came in; one that a component in front has made up is text. */
static zend_object *message_of(const php_rtcomm_ws_server *server, zend_string *text)
{
	return php_rtcomm_ratchet_message_new(text, server->current == text && server->current_binary);
}

ZEND_METHOD(RtComm_Ratchet_WebSocket_WsServer, onMessage)
{
	php_rtcomm_ws_server *server = php_rtcomm_ws_server_from_obj(Z_OBJ_P(ZEND_THIS));
	zend_object *message = NULL;
	zend_string *text;
	zval argv[2];
	zval *from;

	ZEND_PARSE_PARAMETERS_START(2, 2)
	Z_PARAM_OBJECT_OF_CLASS(from, ratchet_ce_ConnectionInterface)
	Z_PARAM_OBJ_OF_CLASS_OR_STR(message, ratchet_ce_Messaging_Message, text)
	ZEND_PARSE_PARAMETERS_END();
	ZVAL_COPY_VALUE(&argv[0], from);
	if (!server->wants_messages) {
		php_rtcomm_ratchet_data data = {.payload = text};

		if (message != NULL) {
			php_rtcomm_ratchet_data_of(message, &data);
		}
		ZVAL_STR(&argv[1], data.payload);
		php_rtcomm_decorator_forward(&server->decorator.message, 2, argv, return_value);
		return;
	}
	ZVAL_OBJ(&argv[1], message == NULL ? message_of(server, text) : message);
	php_rtcomm_decorator_forward(&server->decorator.message, 2, argv, return_value);
	if (message == NULL) {
		zval_ptr_dtor(&argv[1]);
	}
}

ZEND_METHOD(RtComm_Ratchet_WebSocket_WsServer, onClose)
{
	zval *conn;

	ZEND_PARSE_PARAMETERS_START(1, 1)
	Z_PARAM_OBJECT_OF_CLASS(conn, ratchet_ce_ConnectionInterface)
	ZEND_PARSE_PARAMETERS_END();
	if (!php_rtcomm_stack_is_outside(Z_OBJ_P(conn))) {
		php_rtcomm_decorator_forward(
			&php_rtcomm_decorator_from_obj(Z_OBJ_P(ZEND_THIS))->close, 1, conn, return_value);
	}
}

ZEND_METHOD(RtComm_Ratchet_WebSocket_WsServer, onError)
{
	zval argv[2];
	zval *conn;
	zval *error;

	ZEND_PARSE_PARAMETERS_START(2, 2)
	Z_PARAM_OBJECT_OF_CLASS(conn, ratchet_ce_ConnectionInterface)
	Z_PARAM_OBJECT_OF_CLASS(error, zend_ce_exception)
	ZEND_PARSE_PARAMETERS_END();
	if (php_rtcomm_stack_is_outside(Z_OBJ_P(conn))) {
		php_rtcomm_stack_refuse(Z_OBJ_P(conn), 500);
		return;
	}
	ZVAL_COPY_VALUE(&argv[0], conn);
	ZVAL_COPY_VALUE(&argv[1], error);
	php_rtcomm_decorator_forward(
		&php_rtcomm_decorator_from_obj(Z_OBJ_P(ZEND_THIS))->error, 2, argv, return_value);
}

void php_rtcomm_minit_ratchet_ws_server(void)
{
	php_rtcomm_decorator_handlers(&handlers, XtOffsetOf(php_rtcomm_ws_server, decorator.std));
	handlers.free_obj = ws_server_free;
	ratchet_ce_WebSocket_WsServer =
		register_class_RtComm_Ratchet_WebSocket_WsServer(ratchet_ce_Http_HttpServerInterface);
	ratchet_ce_WebSocket_WsServer->create_object = ws_server_create;
}
