/* Paths and what answers on them.
 *
 * A pattern is a path: segments are literal or "{name}", which matches one segment that is not
 * empty; "/" followed by "*" at the end matches any rest. Literal patterns are found by hash; among
 * the others the one that was added first wins. Paths match as sent, percent-encoding and all. */
#ifndef RTC_ENGINE_ROUTE_H
#define RTC_ENGINE_ROUTE_H

#include "map.h"
#include "options.h"

#define RTC_ROUTE_MAX_PARAMS 16

typedef enum rtc_route_kind {
	RTC_ROUTE_CONVERSATION, /* handle() */
	RTC_ROUTE_FEED,         /* feed() */
	RTC_ROUTE_HTTP,         /* http() */
	RTC_ROUTE_METRICS,      /* metrics() */
	RTC_ROUTE_HEALTH,       /* health() */
} rtc_route_kind;

/* The ways in which a conversation or a feed reaches a client; a route's are a set of them. */
typedef enum rtc_delivery {
	RTC_WEBSOCKET = 1,
	RTC_EVENT_STREAM = 2,
	RTC_LONG_POLL = 4,
	RTC_DELIVERY_ALL = 7,
} rtc_delivery;

typedef struct rtc_route {
	struct rtc_route *next; /* in the order in which they were added */
	rtc_slice pattern;      /* owned, as rtc_slice_copy() makes it */
	rtc_route_kind kind;
	bool literal;
	bool publishable;   /* RTC_ROUTE_FEED: POST publishes, if authorize() grants it */
	uint8_t deliveries; /* set of rtc_delivery; 0 for plain routes */
	void *user;         /* the binding's */
	rtc_slice methods;  /* of plain routes: "GET, POST", as Allow has it; owned likewise */
	rtc_route_options options;
} rtc_route;

/* True if it has plain requests and answers only. */
static inline bool rtc_route_is_plain(const rtc_route *route)
{
	return route->kind >= RTC_ROUTE_HTTP;
}

/* Holds a pointer into itself while it is empty: not to be moved. */
typedef struct rtc_router {
	rtc_map literals; /* of rtc_route, by pattern */
	rtc_route *first;
	rtc_route **end;
} rtc_router;

/* One {name} and what stood there. */
typedef struct rtc_route_param {
	rtc_slice name;  /* in the pattern */
	rtc_slice value; /* in the path, not decoded */
} rtc_route_param;

void rtc_router_init(rtc_router *router);

/* Frees routes and their options; `user` is the caller's business. */
void rtc_router_deinit(rtc_router *router);

/* NULL if the pattern is good, else a static sentence that says what is wrong. */
const char *rtc_route_check(rtc_slice pattern);

/* True if the very same pattern was added. */
bool rtc_router_has(const rtc_router *router, rtc_slice pattern);

/* Adds a checked pattern that the router does not have; takes over what `options` owns and leaves
 * it owning nothing. NULL: no memory, nothing was taken. */
rtc_route *rtc_router_add(
	rtc_router *router, rtc_slice pattern, rtc_route_kind kind, rtc_route_options *options);

/* NULL if nothing answers on that path. */
rtc_route *rtc_router_find(const rtc_router *router, rtc_slice path);

/* The {names} of a path that the pattern matches; returns how many, 0 if it does not match. */
size_t rtc_route_params(
	rtc_slice pattern, rtc_slice path, rtc_route_param params[RTC_ROUTE_MAX_PARAMS]);

#endif
