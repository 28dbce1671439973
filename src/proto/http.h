/* HTTP/1.1 requests: the head, the body's framing, fields (RFC 9110, RFC 9112). Strict: no
 * obs-fold, no bare CR or LF, no space before a colon, one Host, one Content-Length, never
 * Content-Length with Transfer-Encoding. Nothing here allocates.
 *
 * A head is taken in two steps: rtc_http_scan_head() checks each byte as it arrives and finds the
 * end, rtc_http_parse_head() then says what the whole head means. */
#ifndef RTC_PROTO_HTTP_H
#define RTC_PROTO_HTTP_H

#include "base.h"

#define RTC_HTTP_MAX_FIELDS 100

/* Heads are never larger: it keeps spans, of which every connection holds some, small. */
#define RTC_HTTP_MAX_HEAD UINT16_MAX

/* A part of a head, as an offset into it, so that the head may be moved. */
typedef struct rtc_http_span {
	uint16_t at;
	uint16_t len;
} rtc_http_span;

static inline rtc_http_span rtc_http_span_of(size_t at, size_t len)
{
	return (rtc_http_span){(uint16_t)at, (uint16_t)len};
}

typedef struct rtc_http_field {
	rtc_http_span name;
	rtc_http_span value; /* without the white space around it */
} rtc_http_field;

/* How far the search for a head's end has come; all zero at its first byte. Garbage is found as
 * early as it can be known: bytes are looked at once, however they were cut. */
typedef struct rtc_http_scan {
	uint32_t pos;
	uint8_t state;
} rtc_http_scan;

/* Why input was refused: an HTTP status, and a sentence for its body. */
typedef struct rtc_http_error {
	int status;
	const char *text; /* static */
} rtc_http_error;

/* A parsed head. Spans point into the bytes that were parsed. */
typedef struct rtc_http_head {
	rtc_http_span method;
	/* As sent. */
	rtc_http_span target;
	/* Of the target: no query, not decoded, starts with '/'; "*" for OPTIONS *. */
	rtc_http_span path;
	/* Behind '?', may be empty. */
	rtc_http_span query;
	/* Value of Host, or the authority of an absolute-form target; may be empty. */
	rtc_http_span host;
	/* 0 when there is none. */
	uint64_t content_length;
	/* HTTP/1.minor: 0 or 1; a higher one is taken as 1 (RFC 9110 2.5). */
	uint8_t minor;
	bool has_query;
	bool chunked;
	/* RFC 9112 9.3. */
	bool keep_alive;
	/* Expect: 100-continue, never with HTTP/1.0. */
	bool expect_continue;
	/* Connection lists "upgrade" and Upgrade lists "websocket". */
	bool upgrade_websocket;
	uint16_t field_count;
	/* The first field_count are set. */
	rtc_http_field fields[RTC_HTTP_MAX_FIELDS];
} rtc_http_head;

/* Looks for the end of a request head. `data` is everything since the head's first byte (one
 * CRLF in front of it is allowed, RFC 9112 2.2, and counts as part of it); only bytes from
 * scan->pos on are read. Every byte that cannot stand where it stands is an error at once.
 * DONE: *head_len bytes are the head with its empty line. ERROR: *error says why (400; 431 when
 * max_bytes, at most RTC_HTTP_MAX_HEAD, hold no end; 501 for a method longer than any; 505). */
rtc_parse rtc_http_scan_head(rtc_http_scan *scan, const uint8_t *data, size_t len, size_t max_bytes,
	size_t *head_len, rtc_http_error *error) RTC_NODISCARD;

/* Parses a whole head that rtc_http_scan_head() has measured and found good: it relies on that for
 * the single bytes, though never for where it reads. False: *error says why, *head is undefined
 * (400; 431 for too many fields; 501 for a transfer coding in front of "chunked"). */
bool rtc_http_parse_head(
	const uint8_t *data, size_t len, rtc_http_head *head, rtc_http_error *error) RTC_NODISCARD;

static inline rtc_slice rtc_http_span_slice(const uint8_t *base, rtc_http_span span)
{
	return rtc_slice_of(base + span.at, span.len);
}

/* Value of the first field of that name (any case); false if there is none. `base` is the head's
 * bytes. */
bool rtc_http_find(const rtc_http_field *fields, size_t count, const uint8_t *base, rtc_slice name,
	rtc_slice *value);

/* Walks a comma-separated list (RFC 9110 5.6.1): takes the next element that is not empty off
 * *list, without the white space around it. A comma in a quoted string separates nothing. False at
 * the end. */
bool rtc_http_list_next(rtc_slice *list, rtc_slice *element);

/* True if a client wants its answer compressed as gzip (RFC 9110 12.5.3): its fields
 * Accept-Encoding name that with a weight, or all codings, and prefer nothing else that every
 * client can read. */
bool rtc_http_accepts_gzip(const rtc_http_field *fields, size_t count, const uint8_t *base);

/* True if one of the fields of that name lists `token` (any case). */
bool rtc_http_lists(const rtc_http_field *fields, size_t count, const uint8_t *base, rtc_slice name,
	rtc_slice token);

/* True for a non-empty token (RFC 9110 5.6.2). */
bool rtc_http_is_token(rtc_slice text);

/* True for a field value that may be sent: no CR, LF, NUL or other control but HTAB. */
bool rtc_http_is_value(rtc_slice text);

/* Decodes each %XX of `in` into out[in.len], which may be in.data itself; returns the decoded
 * length. Malformed escapes stay as they are; '+' is left alone. */
size_t rtc_http_decode(rtc_slice in, uint8_t *out);

/* The reason phrase of a status, "Unknown" for one that has none. */
const char *rtc_http_reason(int status);

/* A request body as it arrives. */
typedef struct rtc_http_body {
	uint64_t left;    /* bytes left of the body or of the current chunk */
	uint32_t line;    /* bytes of the current chunk's size line */
	uint32_t trailer; /* bytes of all trailers */
	uint32_t excess;  /* bytes of size lines that the content did not make up for */
	uint8_t state;
} rtc_http_body;

void rtc_http_body_init(rtc_http_body *body, const rtc_http_head *head);

/* Takes bytes off *in (its data and len move on) and gives the next piece of content, a slice of
 * what was *in.
 * DONE: the body is over, *in starts behind it, *piece is empty; it stays so.
 * MORE with a piece: call again, also when *in is empty now (the body may be over).
 * MORE without one: all of *in was taken, wait for more bytes.
 * ERROR: 400 in *error.
 * A body of no bytes is DONE at the first call, which needs no input. Chunk extensions and
 * trailers are checked (RFC 9112 7.1: at most 4 KiB each; extensions may not outgrow the content
 * by more than 16 KiB) and dropped. */
rtc_parse rtc_http_body_next(
	rtc_http_body *body, rtc_slice *in, rtc_slice *piece, rtc_http_error *error) RTC_NODISCARD;

#endif
