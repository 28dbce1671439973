/* RtComm\Server. */
#ifndef PHP_RTCOMM_SERVER_H
#define PHP_RTCOMM_SERVER_H

#include "../engine/server.h"
#include "../engine/watch.h"
#include "conversation.h"
#include "log.h"

extern zend_class_entry *rtcomm_ce_Server;

/* Owns the engine's server. */
typedef struct php_rtcomm_server {
	rtc_server *server; /* NULL until the constructor has run, and after free_obj */
	php_rtcomm_log log;
	rtc_watch *signals[3]; /* SIGINT, SIGTERM, SIGHUP, while run() has them */
	bool began;            /* run() was called: routes are settled */
	bool runs;             /* run() is on the stack */
	bool holding;          /* the loop has something to wait for: this server */
	zend_object std;
} php_rtcomm_server;

static inline php_rtcomm_server *php_rtcomm_server_from_obj(zend_object *object)
{
	return (php_rtcomm_server *)((char *)object - XtOffsetOf(php_rtcomm_server, std));
}

/* The server of a method's $this; NULL with an exception if the constructor never ran. */
php_rtcomm_server *php_rtcomm_server_this(zval *this);

/* The same, but not for a server that was stopped. */
php_rtcomm_server *php_rtcomm_server_this_live(zval *this);

/* The loop it is on, which it keeps. */
struct php_rtcomm_loop *php_rtcomm_server_loop(php_rtcomm_server *server);

/* Around a callback, which may drop the script's last reference: the server stays until leave().
 * Not DONE: what its end ran threw or ended the script. */
static inline void php_rtcomm_server_enter(php_rtcomm_server *server)
{
	GC_ADDREF(&server->std);
}

php_rtcomm_outcome php_rtcomm_server_leave(php_rtcomm_server *server);

/* The server has nothing to wait for any more. */
void php_rtcomm_server_unhold(php_rtcomm_server *server);

/* True if the path may be added; otherwise an exception was thrown, which names argument
 * `path_arg`. */
bool php_rtcomm_server_check_path(
	php_rtcomm_server *server, const zend_string *path, uint32_t path_arg);

/* Adds a path that was checked; takes over `user` and what `options` owns. NULL: an exception was
 * thrown, and nothing was taken over. */
rtc_route *php_rtcomm_server_add_route(php_rtcomm_server *server, const zend_string *path,
	rtc_route_kind kind, php_rtcomm_route *user, rtc_route_options *options);

/* Both for a conversation, by all the transports that it can have. */
rtc_route *php_rtcomm_server_add_conversation(php_rtcomm_server *server, zend_string *path,
	uint32_t path_arg, php_rtcomm_route *route, rtc_route_options *options);

/* What the binding adds to the metrics. */
void php_rtcomm_metrics_write(const rtc_server *server, struct rtc_metrics *metrics);

/* Sets the rtc_deliveries of a list of Transport cases; leaves them for an empty one. False: an
 * exception about argument `arg` was thrown. */
bool php_rtcomm_transports_parse(HashTable *transports, uint8_t *deliveries, uint32_t arg);

#endif
