/* RtComm\Ratchet\Connection. */
#ifndef PHP_RTCOMM_RATCHET_CONNECTION_H
#define PHP_RTCOMM_RATCHET_CONNECTION_H

#include "../connection.h"

extern zend_class_entry *ratchet_ce_Connection;

/* Brings $WebSocket up to date before the component hears that the connection is over; nothing to
 * do if nobody has looked at it. */
void php_rtcomm_ratchet_connection_over(zend_object *object);

/* The engine's connection stays in HTTP, and goes its own way: the object keeps what a component
 * may read, and sends nothing any more. */
void php_rtcomm_ratchet_connection_detach(zend_object *object);

/* The engine's connection of a Connection; NULL for other objects, and once it was detached. */
rtc_conn *php_rtcomm_ratchet_conn_of(zend_object *object);

#endif
