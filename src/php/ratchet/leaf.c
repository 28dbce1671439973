#include "leaf.h"

#include "../../engine/server.h"
#include "connection.h"
#include "messaging.h"
#include "stack.h"
#include "zend_exceptions.h"

/* ---- what the component is told ---------------------------------------------------------------
 */

/* The component gets an exception, also for an error. A new reference. */
static zend_object *exception_of(zend_object *error)
{
	zend_class_entry *ce = zend_ce_error;
	zval argv[6];
	zval object;
	zval rv;

	if (instanceof_function(error->ce, zend_ce_exception)) {
		GC_ADDREF(error);
		return error;
	}
	ZVAL_COPY_VALUE(&argv[0], zend_read_property(ce, error, ZEND_STRL("message"), true, &rv));
	ZVAL_COPY_VALUE(&argv[1], zend_read_property(ce, error, ZEND_STRL("code"), true, &rv));
	ZVAL_LONG(&argv[2], E_ERROR);
	ZVAL_COPY_VALUE(&argv[3], zend_read_property(ce, error, ZEND_STRL("file"), true, &rv));
	ZVAL_COPY_VALUE(&argv[4], zend_read_property(ce, error, ZEND_STRL("line"), true, &rv));
	ZVAL_OBJ(&argv[5], error);
	object_init_ex(&object, zend_ce_error_exception);
	zend_call_known_instance_method(
		zend_ce_error_exception->constructor, Z_OBJ(object), NULL, 6, argv);
	return Z_OBJ(object);
}

void php_rtcomm_leaf_tell_close(const php_rtcomm_route *leaf, zend_object *conn)
{
	zval result;
	zval arg;

	ZVAL_OBJ(&arg, conn);
	php_rtcomm_invoke(&leaf->close, 1, &arg, &result);
	zval_ptr_dtor(&result);
}

void php_rtcomm_leaf_tell_error(const php_rtcomm_route *leaf, zend_object *conn, zend_object *error)
{
	zval argv[2];
	zval result;

	ZVAL_OBJ(&argv[0], conn);
	ZVAL_OBJ(&argv[1], exception_of(error));
	php_rtcomm_invoke(&leaf->error, 2, argv, &result);
	zval_ptr_dtor(&result);
	zval_ptr_dtor(&argv[1]);
}

static void leaf_open(php_rtcomm_route *route, zend_object *conn)
{
	rtc_slice pattern = ((php_rtcomm_leaf *)route)->base->pattern;
	zval result;
	zval arg;
	zval rv;

	if (memchr(pattern.data, '{', pattern.len) != NULL) {
		/* Its params need the route, which may go first. */
		zend_read_property(conn->ce, conn, ZEND_STRL("httpRequest"), true, &rv);
	}
	ZVAL_OBJ(&arg, conn);
	php_rtcomm_invoke(&route->open, 1, &arg, &result);
	zval_ptr_dtor(&result);
}

static void leaf_string(php_rtcomm_route *route, zend_object *conn, zend_string *data, bool binary)
{
	zval argv[2];
	zval result;

	(void)binary;
	ZVAL_OBJ(&argv[0], conn);
	ZVAL_STR(&argv[1], data);
	php_rtcomm_invoke(&route->message, 2, argv, &result);
	zval_ptr_dtor(&result);
}

static void leaf_message(php_rtcomm_route *route, zend_object *conn, zend_string *data, bool binary)
{
	zval argv[2];
	zval result;

	ZVAL_OBJ(&argv[0], conn);
	ZVAL_OBJ(&argv[1], php_rtcomm_ratchet_message_new(data, binary));
	php_rtcomm_invoke(&route->message, 2, argv, &result);
	zval_ptr_dtor(&result);
	zval_ptr_dtor(&argv[1]);
}

static void leaf_forward(php_rtcomm_route *route, zend_object *conn, zend_string *data, bool binary)
{
	zend_object *object = Z_OBJ(route->data);
	php_rtcomm_ws_server *server = php_rtcomm_ws_server_from_obj(object);

	GC_ADDREF(object);
	server->current = data;
	server->current_binary = binary;
	leaf_string(route, conn, data, binary);
	server->current = NULL;
	OBJ_RELEASE(object);
}

static void leaf_close(php_rtcomm_route *route, zend_object *conn, const rtc_close_info *info)
{
	(void)info; /* it is on the connection, and so in $WebSocket */
	php_rtcomm_ratchet_connection_over(conn);
	php_rtcomm_leaf_tell_close(route, conn);
}

/* ---- the kinds --------------------------------------------------------------------------------
 */

const php_rtcomm_conversation php_rtcomm_leaf_waiting = {
	.connection_ce = &ratchet_ce_Connection,
	.error = php_rtcomm_stack_error,
};

/* The component gets strings. */
static const php_rtcomm_conversation string_conversation = {
	.connection_ce = &ratchet_ce_Connection,
	.open = leaf_open,
	.message = leaf_string,
	.close = leaf_close,
	.error = php_rtcomm_stack_error,
};

/* The component gets Message objects. */
static const php_rtcomm_conversation message_conversation = {
	.connection_ce = &ratchet_ce_Connection,
	.open = leaf_open,
	.message = leaf_message,
	.close = leaf_close,
	.error = php_rtcomm_stack_error,
};

/* Events go to a component of the script's in front of the WsServer. */
static const php_rtcomm_conversation forward_conversation = {
	.connection_ce = &ratchet_ce_Connection,
	.message = leaf_forward,
	.close = leaf_close,
	.error = php_rtcomm_stack_error,
};

/* ---- leaves -----------------------------------------------------------------------------------
 */

/* Names the leaf of that object for clients on conn->route. It is no path, so that no request finds
 * the leaf. */
static rtc_slice leaf_name(const rtc_conn *conn, const zend_object *object, char text[64])
{
	int len = snprintf(text, 64, "%p %u", (const void *)conn->route, object->handle);

	return rtc_slice_of(text, (size_t)len);
}

static rtc_route *find_leaf(const rtc_conn *conn, rtc_slice name)
{
	return rtc_map_get(&conn->server->router.literals, name);
}

rtc_route *php_rtcomm_leaf_find(const rtc_conn *conn, const zend_object *known_as)
{
	char text[64];

	return find_leaf(conn, leaf_name(conn, known_as, text));
}

/* Adds a leaf with no callbacks yet. `server`: whose subprotocols are spoken there, or NULL. */
static rtc_route *add_leaf(const rtc_conn *conn, rtc_slice name,
	const php_rtcomm_conversation *kind, zend_object *data, const php_rtcomm_ws_server *server)
{
	const php_rtcomm_route *from = conn->route->user;
	rtc_route_options options;
	rtc_route *route = NULL;
	php_rtcomm_leaf *leaf;

	if (rtc_route_options_copy(&options, &conn->route->options) != RTC_OK) {
		return NULL;
	}
	if (server == NULL || php_rtcomm_ws_server_configure(server, &options) == RTC_OK) {
		route = rtc_router_add(&conn->server->router, name, RTC_ROUTE_CONVERSATION, &options);
	}
	rtc_route_options_deinit(&options);
	if (route == NULL) {
		return NULL;
	}
	leaf = ecalloc(1, sizeof(*leaf)); /* php_rtcomm_route_free() frees it */
	leaf->route.conversation = kind;
	ZVAL_OBJ_COPY(&leaf->route.data, data);
	leaf->base = from->conversation == &php_rtcomm_leaf_entrance ? conn->route
																 : php_rtcomm_leaf_of(conn)->base;
	route->user = leaf;
	return route;
}

rtc_route *php_rtcomm_leaf_direct(const rtc_conn *conn, zend_object *known_as, zend_object *object)
{
	const php_rtcomm_ws_server *server = php_rtcomm_ws_server_from_obj(object);
	char text[64];
	rtc_slice name = leaf_name(conn, known_as, text);
	rtc_route *route = find_leaf(conn, name);
	php_rtcomm_leaf *leaf;

	if (route == NULL) {
		route = add_leaf(conn, name,
			server->wants_messages ? &message_conversation : &string_conversation, object, server);
		if (route == NULL) {
			return NULL;
		}
		leaf = route->user;
		php_rtcomm_callback_copy(&leaf->route.open, &server->decorator.open);
		php_rtcomm_callback_copy(&leaf->route.message, &server->decorator.message);
		php_rtcomm_callback_copy(&leaf->route.close, &server->decorator.close);
		php_rtcomm_callback_copy(&leaf->route.error, &server->decorator.error);
	}
	php_rtcomm_ws_server_refresh(server, &route->options);
	return route;
}

rtc_route *php_rtcomm_leaf_ask(const rtc_conn *conn, zend_object *component)
{
	char text[64];
	rtc_slice name = leaf_name(conn, component, text);
	rtc_route *route = find_leaf(conn, name);
	php_rtcomm_leaf *leaf;

	if (route != NULL) {
		return route;
	}
	route = add_leaf(conn, name, &php_rtcomm_leaf_waiting, component, NULL);
	if (route != NULL) {
		leaf = route->user;
		php_rtcomm_callback_init_method(&leaf->route.open, component, ZEND_STRL("onOpen"));
		php_rtcomm_callback_init_method(&leaf->route.message, component, ZEND_STRL("onMessage"));
		php_rtcomm_callback_init_method(&leaf->route.close, component, ZEND_STRL("onClose"));
		php_rtcomm_callback_init_method(&leaf->route.error, component, ZEND_STRL("onError"));
	}
	return route;
}

rtc_route *php_rtcomm_leaf_forward(const rtc_conn *conn, zend_object *object)
{
	const php_rtcomm_ws_server *server = php_rtcomm_ws_server_from_obj(object);
	const php_rtcomm_leaf *from = php_rtcomm_leaf_of(conn);
	char text[64];
	rtc_slice name = leaf_name(conn, object, text);
	rtc_route *route = find_leaf(conn, name);
	php_rtcomm_leaf *leaf;

	if (route == NULL) {
		route = add_leaf(conn, name, &forward_conversation, object, server);
		if (route == NULL) {
			return NULL;
		}
		leaf = route->user;
		php_rtcomm_callback_copy(&leaf->route.message, &from->route.message);
		php_rtcomm_callback_copy(&leaf->route.close, &from->route.close);
		php_rtcomm_callback_copy(&leaf->route.error, &from->route.error);
	}
	php_rtcomm_ws_server_refresh(server, &route->options);
	return route;
}
