/* RtComm\Ratchet\Server\EchoServer. */
#ifndef PHP_RTCOMM_RATCHET_ECHO_SERVER_H
#define PHP_RTCOMM_RATCHET_ECHO_SERVER_H

#include "php.h"

extern zend_class_entry *ratchet_ce_Server_EchoServer;

#endif
