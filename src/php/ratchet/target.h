/* What Ratchet does to the request before components see it: the target is percent-encoded where
 * the client was lax, and the values of a route's {placeholders} join the query. */
#ifndef PHP_RTCOMM_RATCHET_TARGET_H
#define PHP_RTCOMM_RATCHET_TARGET_H

#include "php.h"

#include "../../engine/conn.h"

/* Puts a request with the other target in the place of conn->request, if anything changes.
 * `params`: strings by name, which go in front of the query, and behind a value that it has for the
 * same name; NULL: the query is only encoded. False: no memory. */
bool php_rtcomm_ratchet_retarget(rtc_conn *conn, HashTable *params);

#endif
