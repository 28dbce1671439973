/* RtComm\Connection: the script's view of an engine connection. */
#ifndef PHP_RTCOMM_CONNECTION_H
#define PHP_RTCOMM_CONNECTION_H

#include "php.h"

#include "../engine/conn.h"

extern zend_class_entry *rtcomm_ce_Connection;

/* `conn` is counted. The engine in turn holds one reference to the object (conn->user) while the
 * connection is not over. Other classes may use the same struct (Ratchet's connection does). */
typedef struct php_rtcomm_connection {
	rtc_conn *conn;
	zend_object std;
} php_rtcomm_connection;

static inline php_rtcomm_connection *php_rtcomm_connection_from_obj(zend_object *object)
{
	return (php_rtcomm_connection *)((char *)object - XtOffsetOf(php_rtcomm_connection, std));
}

/* Handlers that go with the struct, for classes that use it; offset and free_obj are set. */
extern zend_object_handlers php_rtcomm_connection_base_handlers;

/* create_object for classes that use the struct; the class's default handlers are the caller's. */
zend_object *php_rtcomm_connection_create(
	zend_class_entry *ce, const zend_object_handlers *handlers);

/* The object of a connection whose conversation begins, of class `ce`: conn->user from now on. */
zend_object *php_rtcomm_connection_new(zend_class_entry *ce, rtc_conn *conn);

/* Sends a string; the connection borrows it instead of copying it if it is long. */
rtc_send_result php_rtcomm_connection_send(rtc_conn *conn, zend_string *data, bool binary);

/* Checks what a script wants to close with. False: a ValueError about the arguments numbered
 * code_arg and the one behind it was thrown. */
bool php_rtcomm_close_check(zend_long code, const zend_string *reason, uint32_t code_arg);

#endif
