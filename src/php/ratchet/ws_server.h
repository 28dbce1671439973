/* RtComm\Ratchet\WebSocket\WsServer. */
#ifndef PHP_RTCOMM_RATCHET_WS_SERVER_H
#define PHP_RTCOMM_RATCHET_WS_SERVER_H

#include "../../engine/options.h"
#include "decorator.h"

extern zend_class_entry *ratchet_ce_WebSocket_WsServer;

typedef struct php_rtcomm_ws_server {
	rtc_strings subprotocols; /* what the component speaks */
	const zend_string
		*current; /* the message that is on its way through components of the script's; or NULL */
	bool current_binary;
	bool strict;            /* subprotocols */
	bool wants_messages;    /* the component gets Message objects */
	uint32_t keep_alive_ms; /* 0: it was not enabled */
	php_rtcomm_decorator decorator;
} php_rtcomm_ws_server;

static inline php_rtcomm_ws_server *php_rtcomm_ws_server_from_obj(zend_object *object)
{
	return (
		php_rtcomm_ws_server *)((char *)object - XtOffsetOf(php_rtcomm_ws_server, decorator.std));
}

/* A new object in front of a component of either kind; subprotocols are not checked strictly,
 * unless `strict`. NULL with an exception if getSubProtocols() failed. */
zend_object *php_rtcomm_ws_server_new(zend_object *component, bool strict);

/* True if a WsServer can serve it. */
bool php_rtcomm_ws_server_takes(const zend_class_entry *ce);

/* Sets what it speaks in a route's options; if that is nothing, what is there stays. */
rtc_status php_rtcomm_ws_server_configure(
	const php_rtcomm_ws_server *server, rtc_route_options *options) RTC_NODISCARD;

/* Sets the rest, which may change at any time. */
void php_rtcomm_ws_server_refresh(const php_rtcomm_ws_server *server, rtc_route_options *options);

/* Sets the keep-alive interval. */
void php_rtcomm_ws_server_keep_alive(zend_object *object, uint32_t interval_ms);

#endif
