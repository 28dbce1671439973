/* What a route does in PHP: how the engine's events become calls of the script's callbacks. */
#ifndef PHP_RTCOMM_CONVERSATION_H
#define PHP_RTCOMM_CONVERSATION_H

#include "../engine/conn.h"
#include "../engine/handlers.h"
#include "callback.h"

typedef struct php_rtcomm_route php_rtcomm_route;

/* A way to hold conversations: with a Handler or closures, or with a Ratchet component. Each runs
 * inside a guard: it may bail out, and leaves what was thrown in EG(exception). `conn` is the
 * connection's object, borrowed. */
typedef struct php_rtcomm_conversation {
	/* Class of the connections' objects; its create_object makes a php_rtcomm_connection. */
	zend_class_entry **connection_ce;
	/* A client asks to begin, after the route's own accept callback. False refuses, with 403 unless
	 * it was answered. It may exchange conn->route, or make the object and call
	 * rtc_conn_upgrade() instead. NULL: everybody may come. */
	bool (*accept)(php_rtcomm_route *route, rtc_conn *conn);
	void (*open)(php_rtcomm_route *route, zend_object *conn);
	void (*message)(php_rtcomm_route *route, zend_object *conn, zend_string *data, bool binary);
	void (*close)(php_rtcomm_route *route, zend_object *conn, const rtc_close_info *info);
	/* False if nobody wants to know of errors. */
	bool (*error)(php_rtcomm_route *route, zend_object *conn, zend_object *error);
} php_rtcomm_conversation;

/* The `user` of an rtc_route. */
struct php_rtcomm_route {
	const php_rtcomm_conversation *conversation; /* NULL for http() and feed() */
	php_rtcomm_callback accept;                  /* feed(): who may read */
	php_rtcomm_callback open;
	php_rtcomm_callback message; /* http(): the handler; feed(): who may publish */
	php_rtcomm_callback close;
	php_rtcomm_callback error;
	zval data; /* the conversation's own; feed(): the secret to publish with, or UNDEF */
};

/* The rtc_deliveries that a conversation can have: one with an accept of its own begins with a
 * WebSocket's handshake. */
uint8_t php_rtcomm_conversation_deliveries(const php_rtcomm_conversation *conversation);

/* All callbacks unset. */
php_rtcomm_route *php_rtcomm_route_new(const php_rtcomm_conversation *conversation);
void php_rtcomm_route_free(php_rtcomm_route *route);
void php_rtcomm_route_gc(php_rtcomm_route *route, zend_get_gc_buffer *buffer);

/* Conversations with callbacks. */
extern const php_rtcomm_conversation php_rtcomm_callbacks_conversation;

/* The engine's way up; its user is the php_rtcomm_server. */
extern const rtc_handlers php_rtcomm_handlers;

#endif
