/* The way through a stack of components: what stands between the server and the component at its
 * end.
 *
 * A stack is walked once for each client, when it asks to begin. Our own classes are checks that
 * run here: HttpServer, OriginCheck, IpBlackList, the routes of an App, WsServer at the end. Then
 * the client's connection goes to a route of its own ("leaf"), made on first use for each WsServer,
 * which calls the component directly.
 *
 * At the first HttpServerInterface that is not ours the walk ends: it is asked with onOpen($conn,
 * $request) while the client still waits for the answer to its request, and all later events go to
 * it. The conversation begins when it calls a WsServer's onOpen(); if it has not when it returns,
 * the client is refused. */
#ifndef PHP_RTCOMM_RATCHET_STACK_H
#define PHP_RTCOMM_RATCHET_STACK_H

#include "../../engine/conn.h"
#include "../conversation.h"

/* A route for a stack; `root` is a component, or Routes. NULL: an exception was thrown. */
php_rtcomm_route *php_rtcomm_stack_route(zend_object *root);

/* The error callback of all conversations of a stack. */
bool php_rtcomm_stack_error(php_rtcomm_route *route, zend_object *object, zend_object *error);

/* The request of a connection, as a new object. NULL with an exception: no memory. */
zend_object *php_rtcomm_stack_request(rtc_conn *conn);

/* True while a component of the script's decides whether the conversation begins. */
bool php_rtcomm_stack_is_waiting(const rtc_conn *conn);

/* True if the object is a connection of ours whose conversation has not begun, or never will. */
bool php_rtcomm_stack_is_outside(zend_object *object);

/* For WsServer: begins the conversation, if that was not done before. False: the client was
 * refused. */
bool php_rtcomm_stack_begin(rtc_conn *conn, zend_object *ws_server);

/* For components: sends a client away. Who waits gets the HTTP status, who is in is closed with
 * 1008; a connection that is not ours is told to close(). */
void php_rtcomm_stack_refuse(zend_object *object, int status);

#endif
