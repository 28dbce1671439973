/* A request that was read: its head as one compact block, and its body. Counted, since it outlives
 * its connection where a script keeps it. */
#ifndef RTC_ENGINE_REQUEST_H
#define RTC_ENGINE_REQUEST_H

#include "../proto/buf.h"
#include "../proto/http.h"

/* Spans point into `head`. */
typedef struct rtc_request {
	uint32_t refs;
	uint16_t field_count;
	uint8_t minor; /* HTTP/1.minor */
	bool has_query;
	bool keep_alive;
	bool secure;              /* the client sent it over TLS: to us, or to a trusted proxy */
	char *client_certificate; /* PEM, owned; NULL: none was shown */
	rtc_http_span method;
	rtc_http_span target;
	rtc_http_span path;
	rtc_http_span query;
	rtc_http_span host;
	rtc_buf body;
	const uint8_t *head; /* behind the fields, in the same block */
	rtc_http_field fields[];
} rtc_request;

/* Copies a parsed head; one reference. NULL: no memory. */
rtc_request *rtc_request_new(const rtc_http_head *head, const uint8_t *data, size_t len);
rtc_request *rtc_request_ref(rtc_request *request);
/* Nothing to do for NULL. */
void rtc_request_unref(rtc_request *request);

/* The request in few bytes, for conversations whose handlers hardly ever ask for it: the caller's
 * to free(). NULL: no memory, or it is better kept as it is. */
uint8_t *rtc_request_pack(const rtc_request *request);
/* What was packed, with one reference. NULL: no memory. */
rtc_request *rtc_request_unpack(const uint8_t *packed);

static inline rtc_slice rtc_request_slice(const rtc_request *request, rtc_http_span span)
{
	return rtc_http_span_slice(request->head, span);
}

/* Value of the first field of that name; len 0 and data NULL if there is none. */
rtc_slice rtc_request_field(const rtc_request *request, rtc_slice name);

#endif
