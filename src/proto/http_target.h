/* Request targets and hosts (RFC 9112 3.2). Private to http_*.c. */
#ifndef RTC_PROTO_HTTP_TARGET_H
#define RTC_PROTO_HTTP_TARGET_H

#include "http.h"

/* Takes head->target, a span of data, apart into path, query and, for an absolute-form target,
 * host; head->method is set. NULL if good, else a static sentence; the status is 400. */
const char *rtc_http_target_parse(const uint8_t *data, rtc_http_head *head);

/* True for uri-host [ ":" port ] (RFC 3986 3.2.2), a port up to 65535, and for nothing at all. */
bool rtc_http_host_valid(rtc_slice host);

#endif
