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
	rtc_watch *signals[2]; /* SIGINT, SIGTERM, while run() has them */
	bool began;            /* run() was called: routes are settled */
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

/* Adds a conversation; takes over `route` and what `options` owns. False: an exception was thrown,
 * and nothing was taken over. `path_arg` numbers the argument that errors name. */
bool php_rtcomm_server_add_conversation(php_rtcomm_server *server, zend_string *path,
	uint32_t path_arg, php_rtcomm_route *route, rtc_route_options *options);

#endif
