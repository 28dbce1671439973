/* Which pages may talk to a route. Browsers say in Origin where the page came from (RFC 6454 7,
 * RFC 6455 10.2); whoever is not a browser sends none, or whatever it likes. */
#ifndef RTC_ENGINE_ORIGIN_H
#define RTC_ENGINE_ORIGIN_H

#include "options.h"
#include "request.h"

/* True if the request names no origin, or one that `origins` allows. Entries are
 *	"https://example.com", "http://example.com:8080"  that origin; the port of the scheme if none
 *	"example.com", "example.com:8080"                 any scheme; any port if none
 *	"null"                                            pages without an origin (sandboxes, files)
 *	"*"                                               all
 * in any case. An empty list allows http and https origins whose host and port are the request's
 * own. */
bool rtc_origin_allowed(const rtc_request *request, const rtc_strings *origins);

#endif
