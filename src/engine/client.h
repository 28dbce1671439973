/* Who sent a request that came through proxies. */
#ifndef RTC_ENGINE_CLIENT_H
#define RTC_ENGINE_CLIENT_H

#include "../proto/forwarded.h"

#include "options.h"
#include "request.h"

typedef struct rtc_client {
	rtc_address address;
	rtc_forwarded_scheme scheme; /* how the client asked, where a proxy says it */
} rtc_client;

/* Reads the fields that options->forwarding names, and no others, of a request that `proxy` sent,
 * which is trusted: from the end of the list back to the first address that is no trusted proxy's;
 * to the first one of the list if all are. What is malformed, or no address, ends it at the last
 * address that was good, which is the proxy's own if none was. */
void rtc_client_find(rtc_client *client, const rtc_request *request,
	const rtc_server_options *options, const rtc_address *proxy);

#endif
