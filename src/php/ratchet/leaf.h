/* The routes that clients of a stack are put on, and how the component there is told what happens.
 *
 * A leaf is made on first use, for each route that clients come by and each object that they come
 * to, and lives as long as the server. Its `data` is the WsServer, or the component of the script's
 * that is asked. */
#ifndef PHP_RTCOMM_RATCHET_LEAF_H
#define PHP_RTCOMM_RATCHET_LEAF_H

#include "../../engine/conn.h"
#include "../conversation.h"
#include "ws_server.h"

/* The user of such a route. */
typedef struct php_rtcomm_leaf {
	php_rtcomm_route route;
	const rtc_route *base; /* the one that the client came by */
} php_rtcomm_leaf;

/* What clients come by; no leaf yet. */
extern const php_rtcomm_conversation php_rtcomm_leaf_entrance;

/* A component of the script's is asked. */
extern const php_rtcomm_conversation php_rtcomm_leaf_waiting;

/* The leaf that the connection is on; it has left the entrance. */
static inline php_rtcomm_leaf *php_rtcomm_leaf_of(const rtc_conn *conn)
{
	return conn->route->user;
}

/* For clients on conn->route: the leaf that is known by that object; NULL if there is none yet. */
rtc_route *php_rtcomm_leaf_find(const rtc_conn *conn, const zend_object *known_as);

/* The leaf of a WsServer that nothing of the script's stands in front of. NULL: no memory. */
rtc_route *php_rtcomm_leaf_direct(
	const rtc_conn *conn, zend_object *known_as, zend_object *ws_server);

/* The leaf of a component of the script's that is asked. NULL: no memory. */
rtc_route *php_rtcomm_leaf_ask(const rtc_conn *conn, zend_object *component);

/* For clients on such a leaf: the leaf of a WsServer behind that component, which goes on to get
 * the events. NULL: no memory. */
rtc_route *php_rtcomm_leaf_forward(const rtc_conn *conn, zend_object *ws_server);

/* Call onClose() and onError() of the leaf's component; both may throw. An \Error is wrapped. */
void php_rtcomm_leaf_tell_close(const php_rtcomm_route *leaf, zend_object *conn);
void php_rtcomm_leaf_tell_error(
	const php_rtcomm_route *leaf, zend_object *conn, zend_object *error);

#endif
