/* Finds the end of a request head, one look at each byte (RFC 9112 2 to 5). */
#include "http_chars.h"

/* The longest method that IANA lists has 17 bytes. */
#define METHOD_MAX 32

/* What the next byte is. The states from LINE on repeat for each field. */
enum {
	START,        /* the first byte */
	BLANK_LF,     /* the LF of an empty line in front */
	METHOD_FIRST, /* behind that line */
	METHOD,
	TARGET_FIRST,
	STAR_END,
	SCHEME,
	SCHEME_SLASH1,
	SCHEME_SLASH2,
	TARGET,
	VERSION_H,
	VERSION_T1,
	VERSION_T2,
	VERSION_P,
	VERSION_SLASH,
	VERSION_MAJOR,
	VERSION_DOT,
	VERSION_MINOR,
	REQUEST_CR,
	REQUEST_LF,
	LINE, /* a line's first byte */
	NAME,
	VALUE,
	VALUE_LF,
	END_LF,
	END,
	BAD,
};

/* States with one way out: bytes of the class `stay` are passed over, then `leave` leads on. */
static const struct {
	uint8_t stay;
	uint8_t leave;
	uint8_t next;
} ways[] = {
	[BLANK_LF] = {0, '\n', METHOD_FIRST},
	[METHOD] = {RTC_HTTP_METHOD, ' ', TARGET_FIRST},
	[STAR_END] = {0, ' ', VERSION_H},
	[SCHEME] = {RTC_HTTP_ALPHA, ':', SCHEME_SLASH1},
	[SCHEME_SLASH1] = {0, '/', SCHEME_SLASH2},
	[SCHEME_SLASH2] = {0, '/', TARGET},
	[TARGET] = {RTC_HTTP_TARGET, ' ', VERSION_H},
	[VERSION_H] = {0, 'H', VERSION_T1},
	[VERSION_T1] = {0, 'T', VERSION_T2},
	[VERSION_T2] = {0, 'T', VERSION_P},
	[VERSION_P] = {0, 'P', VERSION_SLASH},
	[VERSION_SLASH] = {0, '/', VERSION_MAJOR},
	[VERSION_DOT] = {0, '.', VERSION_MINOR},
	[REQUEST_CR] = {0, '\r', REQUEST_LF},
	[REQUEST_LF] = {0, '\n', LINE},
	[NAME] = {RTC_HTTP_TOKEN, ':', VALUE},
	[VALUE] = {RTC_HTTP_VALUE, '\r', VALUE_LF},
	[VALUE_LF] = {0, '\n', LINE},
	[END_LF] = {0, '\n', END},
};

/* Where a byte leads from a state in which it decides; BAD where it may not stand. */
static uint8_t branch(uint8_t state, uint8_t byte)
{
	switch (state) {
	case START:
		if (byte == '\r') {
			return BLANK_LF;
		}
		return byte >= 'A' && byte <= 'Z' ? METHOD : BAD;
	case METHOD_FIRST:
		return byte >= 'A' && byte <= 'Z' ? METHOD : BAD;
	case TARGET_FIRST:
		if (byte == '/' || byte == '*') {
			return byte == '/' ? TARGET : STAR_END;
		}
		return rtc_http_char_is(byte, RTC_HTTP_ALPHA) ? SCHEME : BAD;
	case VERSION_MAJOR:
		return byte == '1' ? VERSION_DOT : BAD;
	case VERSION_MINOR:
		return rtc_http_char_is(byte, RTC_HTTP_DIGIT) ? REQUEST_CR : BAD;
	default: /* LINE */
		if (byte == '\r') {
			return END_LF;
		}
		return rtc_http_char_is(byte, RTC_HTTP_TOKEN) ? NAME : BAD;
	}
}

/* One step: passes over the run that the state allows and takes the byte behind it. The result is
 * BAD if that byte may not stand there; *pos is then at it. */
static uint8_t step(uint8_t state, const uint8_t *data, uint32_t *pos, uint32_t end)
{
	uint8_t next;

	switch (state) {
	case START:
	case METHOD_FIRST:
	case TARGET_FIRST:
	case VERSION_MAJOR:
	case VERSION_MINOR:
	case LINE:
		next = branch(state, data[*pos]);
		break;
	default:
		*pos += (uint32_t)rtc_http_run(data, *pos, end, ways[state].stay);
		if (*pos == end) {
			return state;
		}
		next = data[*pos] == ways[state].leave ? ways[state].next : BAD;
		break;
	}
	*pos += next != BAD;
	return next;
}

/* What is wrong with a byte in a state. */
static rtc_http_error fault(uint8_t state, uint8_t byte)
{
	if (byte == '\n') {
		return (rtc_http_error){400, "LF without CR"};
	}
	switch (state) {
	case START:
		if (byte == 0x16) {
			return (rtc_http_error){400, "this is TLS, the port speaks plain HTTP"};
		}
		return (rtc_http_error){400, "not an HTTP request"};
	case METHOD_FIRST:
	case METHOD:
		return (rtc_http_error){400, "malformed method"};
	case TARGET_FIRST:
	case STAR_END:
	case SCHEME:
	case SCHEME_SLASH1:
	case SCHEME_SLASH2:
	case TARGET:
		return (rtc_http_error){400, "malformed request target"};
	case VERSION_MAJOR:
		if (rtc_http_char_is(byte, RTC_HTTP_DIGIT)) {
			return (rtc_http_error){505, "only HTTP/1.1 and HTTP/1.0 are spoken here"};
		}
		return (rtc_http_error){400, "malformed HTTP version"};
	case LINE:
		if (byte == ' ' || byte == '\t') {
			return (rtc_http_error){400, "folded header line"};
		}
		return (rtc_http_error){400, "malformed header name"};
	case NAME:
		if (byte == ' ' || byte == '\t') {
			return (rtc_http_error){400, "white space between header name and colon"};
		}
		return (rtc_http_error){400, "malformed header name"};
	case VALUE:
		return (rtc_http_error){400, "control character in a header value"};
	case BLANK_LF:
	case REQUEST_LF:
	case VALUE_LF:
	case END_LF:
		return (rtc_http_error){400, "CR without LF"};
	default:
		return (rtc_http_error){400, "malformed HTTP version"};
	}
}

rtc_parse rtc_http_scan_head(rtc_http_scan *scan, const uint8_t *data, size_t len, size_t max_bytes,
	size_t *head_len, rtc_http_error *error)
{
	uint32_t max = max_bytes < RTC_HTTP_MAX_HEAD ? (uint32_t)max_bytes : RTC_HTTP_MAX_HEAD;
	uint32_t end = len < max ? (uint32_t)len : max;

	while (scan->pos < end) {
		uint8_t next = step(scan->state, data, &scan->pos, end);

		/* A line in front of the method may add two bytes to it. */
		if (scan->state == METHOD && scan->pos > METHOD_MAX + 2) {
			*error = (rtc_http_error){501, "unknown method"};
			return RTC_PARSE_ERROR;
		}
		if (next == BAD) {
			*error = fault(scan->state, data[scan->pos]);
			return RTC_PARSE_ERROR;
		}
		scan->state = next;
		if (next == END) {
			*head_len = scan->pos;
			return RTC_PARSE_DONE;
		}
	}
	if (scan->pos >= max) {
		*error = (rtc_http_error){431, "the request's head is too large"};
		return RTC_PARSE_ERROR;
	}
	return RTC_PARSE_MORE;
}
