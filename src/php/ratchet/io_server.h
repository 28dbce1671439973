/* RtComm\Ratchet\Server\IoServer. */
#ifndef PHP_RTCOMM_RATCHET_IO_SERVER_H
#define PHP_RTCOMM_RATCHET_IO_SERVER_H

#include "php.h"

extern zend_class_entry *ratchet_ce_Server_IoServer;

/* A new object that listens for a stack, which is its $app if it is a component. `loop` is one,
 * NULL or IS_NULL for the default. NULL with an exception. */
zend_object *php_rtcomm_io_server_new(zend_object *root, zend_string *host, zval *port, zval *loop);

/* Serves until it is stopped; may leave an exception. */
void php_rtcomm_io_server_run(zend_object *object);

#endif
