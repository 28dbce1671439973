#include "stack.h"

#include "../../engine/server.h"
#include "../request.h"
#include "answer.h"
#include "connection.h"
#include "http_server.h"
#include "interfaces.h"
#include "ip_black_list.h"
#include "leaf.h"
#include "origin_check.h"
#include "psr.h"
#include "routes.h"
#include "target.h"
#include "ws_server.h"
#include "zend_exceptions.h"
#include "zend_interfaces.h"

/* ---- the walk ---------------------------------------------------------------------------------
 */

static bool is_blocked(zend_object *list, const rtc_conn *conn)
{
	char address[RTC_ADDRESS_TEXT_MAX];

	rtc_address_format(&conn->peer, address);
	return php_rtcomm_ip_black_list_blocks(list, address, strlen(address));
}

static bool is_foreign(zend_object *check, const rtc_conn *conn)
{
	return !php_rtcomm_origin_check_allows(
		check, rtc_request_field(conn->request, RTC_SLICE("origin")));
}

/* The component where the walk ends, borrowed; NULL if the client may not come. What it brings for
 * the query is added to `params`, an array once there are routes. */
static zend_object *walk(zend_object *at, rtc_conn *conn, zval *params)
{
	for (;;) {
		if (at == NULL || at->ce == ratchet_ce_WebSocket_WsServer) {
			return at;
		}
		if (at->ce == ratchet_ce_Routes) {
			array_init(params);
			at = php_rtcomm_routes_match(at, conn->request, Z_ARRVAL_P(params));
			if (at == NULL) {
				php_rtcomm_ratchet_refuse(conn, 404);
			}
			continue;
		}
		if (at->ce == ratchet_ce_Server_IpBlackList) {
			if (is_blocked(at, conn)) {
				return NULL;
			}
		} else if (at->ce == ratchet_ce_Http_OriginCheck) {
			if (is_foreign(at, conn)) {
				return NULL;
			}
		} else if (at->ce != ratchet_ce_Http_HttpServer) {
			return at;
		}
		at = php_rtcomm_decorator_component(php_rtcomm_decorator_from_obj(at));
	}
}

static bool enter(rtc_conn *conn, rtc_route *route)
{
	if (route != NULL) {
		conn->route = route;
	}
	return route != NULL;
}

static bool enter_ws_server(rtc_conn *conn, zend_object *server)
{
	return enter(conn, php_rtcomm_leaf_direct(conn, server, server));
}

/* A component with no WsServer around it. */
static bool enter_component(rtc_conn *conn, zend_object *component)
{
	rtc_route *route = php_rtcomm_leaf_find(conn, component);
	zend_object *server;

	if (route != NULL) {
		return enter(conn, route);
	}
	server = php_rtcomm_ws_server_new(component, false);
	if (server == NULL) {
		return false;
	}
	route = php_rtcomm_leaf_direct(conn, component, server);
	OBJ_RELEASE(server);
	return enter(conn, route);
}

/* ---- components of the script's that are asked ------------------------------------------------
 */

bool php_rtcomm_stack_is_waiting(const rtc_conn *conn)
{
	return rtc_conn_is_open(conn) && conn->route != NULL &&
		php_rtcomm_leaf_of(conn)->route.conversation == &php_rtcomm_leaf_waiting;
}

bool php_rtcomm_stack_is_outside(zend_object *object)
{
	const rtc_conn *conn = php_rtcomm_ratchet_conn_of(object);

	if (conn == NULL) {
		return object->ce == ratchet_ce_Connection;
	}
	return conn->route != NULL &&
		php_rtcomm_leaf_of(conn)->route.conversation == &php_rtcomm_leaf_waiting;
}

bool php_rtcomm_stack_begin(rtc_conn *conn, zend_object *ws_server)
{
	const rtc_route *waiting = conn->route;
	rtc_route *route;

	if (!php_rtcomm_stack_is_waiting(conn)) {
		return conn->opened;
	}
	route = php_rtcomm_leaf_forward(conn, ws_server);
	if (route == NULL) {
		zend_throw_error(NULL, "Out of memory");
		return false;
	}
	conn->route = route;
	if (!rtc_conn_upgrade(conn)) {
		conn->route = waiting;
		return false;
	}
	return true;
}

void php_rtcomm_stack_refuse(zend_object *object, int status)
{
	rtc_conn *conn = php_rtcomm_ratchet_conn_of(object);
	zval result;

	if (conn == NULL && object->ce != ratchet_ce_Connection) {
		zend_call_method_with_0_params(object, object->ce, NULL, "close", &result);
		zval_ptr_dtor(&result);
	} else if (conn != NULL && php_rtcomm_stack_is_waiting(conn)) {
		php_rtcomm_ratchet_refuse(conn, status);
	} else if (conn != NULL) {
		rtc_conn_close(conn, RTC_CLOSE_POLICY_VIOLATION, RTC_SLICE(""));
	}
}

/* Who was asked has not let the client in: it is told that the client is gone, and what it still
 * holds sends nothing any more. */
static void dismiss(rtc_conn *conn, zend_object *object)
{
	php_rtcomm_ratchet_connection_detach(object);
	if (conn->user == object) {
		conn->user = NULL;
		OBJ_RELEASE(object);
	}
	if (conn->route == NULL) {
		return; /* the server is gone, and the component perhaps with it */
	}
	php_rtcomm_leaf_tell_close(conn->route->user, object);
	if (EG(exception) != NULL && !zend_is_unwind_exit(EG(exception)) && conn->route != NULL) {
		zend_object *error = EG(exception);

		GC_ADDREF(error);
		zend_clear_exception();
		php_rtcomm_leaf_tell_error(conn->route->user, object, error);
		OBJ_RELEASE(error);
	}
}

static void ask(rtc_conn *conn, zend_object *component)
{
	zend_object *object;
	zval argv[2];
	zval result;
	zval rv;

	if (!enter(conn, php_rtcomm_leaf_ask(conn, component))) {
		return;
	}
	object = php_rtcomm_connection_new(ratchet_ce_Connection, conn);
	GC_ADDREF(object);
	ZVAL_OBJ(&argv[0], object);
	ZVAL_COPY(
		&argv[1], zend_read_property(object->ce, object, ZEND_STRL("httpRequest"), true, &rv));
	php_rtcomm_invoke(&php_rtcomm_leaf_of(conn)->route.open, 2, argv, &result);
	zval_ptr_dtor(&result);
	zval_ptr_dtor(&argv[1]);
	if (EG(exception) == NULL && php_rtcomm_stack_is_outside(object)) {
		dismiss(conn, object);
	}
	OBJ_RELEASE(object);
}

/* ---- events -----------------------------------------------------------------------------------
 */

static bool stack_accept(php_rtcomm_route *route, rtc_conn *conn)
{
	bool accepted = false;
	zend_object *end;
	zval params;

	ZVAL_UNDEF(&params);
	end = walk(Z_OBJ(route->data), conn, &params);
	if (end == NULL ||
		!php_rtcomm_ratchet_retarget(conn, Z_TYPE(params) == IS_ARRAY ? Z_ARRVAL(params) : NULL)) {
		zval_ptr_dtor(&params);
		return false;
	}
	zval_ptr_dtor(&params);
	if (end->ce == ratchet_ce_WebSocket_WsServer) {
		accepted = enter_ws_server(conn, end);
	} else if (instanceof_function(end->ce, ratchet_ce_Http_HttpServerInterface)) {
		ask(conn, end);
	} else {
		accepted = enter_component(conn, end);
	}
	return accepted;
}

/* `route` may be the one that the client came by: what happened may have put it on another. */
bool php_rtcomm_stack_error(php_rtcomm_route *route, zend_object *object, zend_object *error)
{
	rtc_conn *conn = php_rtcomm_ratchet_conn_of(object);

	(void)route;
	if (conn == NULL || conn->route == NULL) {
		return false;
	}
	route = conn->route->user;
	if (!php_rtcomm_callback_is_set(&route->error)) {
		return false;
	}
	php_rtcomm_leaf_tell_error(route, object, error);
	if (EG(exception) == NULL && php_rtcomm_stack_is_outside(object)) {
		php_rtcomm_ratchet_refuse(conn, 500);
		dismiss(conn, object);
	}
	return true;
}

const php_rtcomm_conversation php_rtcomm_leaf_entrance = {
	.connection_ce = &ratchet_ce_Connection,
	.accept = stack_accept,
	.error = php_rtcomm_stack_error,
};

/* ---- routes -----------------------------------------------------------------------------------
 */

zend_object *php_rtcomm_stack_request(rtc_conn *conn)
{
	const rtc_route *base = conn->route == NULL ? NULL : php_rtcomm_leaf_of(conn)->base;
	rtc_request *request = rtc_conn_request(conn);
	zend_object *object;

	if (request == NULL) {
		zend_throw_error(NULL, "Out of memory");
		return NULL;
	}
	object = php_rtcomm_ratchet_psr_request(request);
	return object != NULL ? object : php_rtcomm_request_new(request, base);
}

/* True if the walk begins with it; otherwise it stands at the end of the stack itself. */
static bool is_walked(const zend_class_entry *ce)
{
	return ce == ratchet_ce_Routes || ce == ratchet_ce_Http_HttpServer ||
		ce == ratchet_ce_Server_IpBlackList ||
		instanceof_function(ce, ratchet_ce_Http_HttpServerInterface);
}

php_rtcomm_route *php_rtcomm_stack_route(zend_object *root)
{
	php_rtcomm_route *route;
	zend_object *server = NULL;

	if (!is_walked(root->ce)) {
		server = php_rtcomm_ws_server_new(root, false);
		if (server == NULL) {
			return NULL;
		}
	}
	route = php_rtcomm_route_new(&php_rtcomm_leaf_entrance);
	if (server != NULL) {
		ZVAL_OBJ(&route->data, server);
	} else {
		ZVAL_OBJ_COPY(&route->data, root);
	}
	return route;
}
