/* RtComm\Ratchet\Http\HttpServer. */
#ifndef PHP_RTCOMM_RATCHET_HTTP_SERVER_H
#define PHP_RTCOMM_RATCHET_HTTP_SERVER_H

#include "decorator.h"

extern zend_class_entry *ratchet_ce_Http_HttpServer;

#endif
