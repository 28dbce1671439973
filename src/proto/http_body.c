/* The framing of request bodies (RFC 9112 6, 7.1). */
#include "http_chars.h"

/* Bytes of one size line with its extensions, and of all trailers. */
#define FRAMING_MAX 4096

/* A peer that sends more framing than content only keeps us busy. Each chunk pays for a line of
 * twice its own length and a little more; what is beyond that adds up to this at most. */
#define EXCESS_MAX 16384
#define EXCESS_FREE 16

/* What the next byte is. */
enum {
	OVER,
	LENGTH, /* content, up to Content-Length */
	SIZE_FIRST,
	SIZE,
	SIZE_SPACE, /* white space in front of ';' */
	EXTENSION,
	SIZE_LF,
	CHUNK, /* content, up to the chunk's end */
	CHUNK_CR,
	CHUNK_LF,
	TRAILER, /* a trailer line's first byte */
	TRAILER_NAME,
	TRAILER_VALUE,
	TRAILER_LF,
	END_LF,
	BAD,
};

void rtc_http_body_init(rtc_http_body *body, const rtc_http_head *head)
{
	*body = (rtc_http_body){.state = OVER};
	if (head->chunked) {
		body->state = SIZE_FIRST;
	} else if (head->content_length > 0) {
		body->state = LENGTH;
		body->left = head->content_length;
	}
}

/* Content, as far as *in holds it. */
static void take_content(rtc_http_body *body, rtc_slice *in, rtc_slice *piece)
{
	size_t len = in->len < body->left ? in->len : (size_t)body->left;

	*piece = rtc_slice_of(in->data, len);
	in->data += len;
	in->len -= len;
	body->left -= len;
	if (body->left == 0) {
		body->state = body->state == CHUNK ? CHUNK_CR : OVER;
	}
}

/* A chunk-size's digit (RFC 9112 7.1: overflow must be prevented). */
static uint8_t take_digit(rtc_http_body *body, uint8_t byte)
{
	if (body->left > UINT64_MAX >> 4) {
		return BAD;
	}
	body->left = body->left << 4 | rtc_http_hex_value(byte);
	return SIZE;
}

/* The size line is whole: content follows, or the trailers do. */
static uint8_t end_line(rtc_http_body *body)
{
	/* More than this pays for any line. */
	uint64_t size = body->left < FRAMING_MAX ? body->left : FRAMING_MAX;
	uint32_t paid = EXCESS_FREE + 2 * (uint32_t)size;

	body->excess += body->line;
	body->excess -= body->excess < paid ? body->excess : paid;
	body->line = 0;
	if (body->excess > EXCESS_MAX) {
		return BAD;
	}
	return body->left > 0 ? CHUNK : TRAILER;
}

/* RFC 9112 7.1.1: white space is bad, and allowed in front of a ';' only. */
static uint8_t before_extension(uint8_t byte)
{
	if (byte == ';') {
		return EXTENSION;
	}
	return byte == ' ' || byte == '\t' ? SIZE_SPACE : BAD;
}

/* Where a byte of a size line, or of what ends a chunk, leads. */
static uint8_t take_size_byte(rtc_http_body *body, uint8_t byte)
{
	switch (body->state) {
	case SIZE_FIRST:
		return rtc_http_char_is(byte, RTC_HTTP_HEX) ? take_digit(body, byte) : BAD;
	case SIZE:
		if (rtc_http_char_is(byte, RTC_HTTP_HEX)) {
			return take_digit(body, byte);
		}
		return byte == '\r' ? SIZE_LF : before_extension(byte);
	case SIZE_SPACE:
		return before_extension(byte);
	case EXTENSION:
		if (byte == '\r') {
			return SIZE_LF;
		}
		return rtc_http_char_is(byte, RTC_HTTP_VALUE) ? EXTENSION : BAD;
	case SIZE_LF:
		return byte == '\n' ? end_line(body) : BAD;
	case CHUNK_CR:
		return byte == '\r' ? CHUNK_LF : BAD;
	default: /* CHUNK_LF */
		return byte == '\n' ? SIZE_FIRST : BAD;
	}
}

/* Where a byte behind the last chunk leads. */
static uint8_t take_trailer_byte(uint8_t state, uint8_t byte)
{
	switch (state) {
	case TRAILER:
		if (byte == '\r') {
			return END_LF;
		}
		return rtc_http_char_is(byte, RTC_HTTP_TOKEN) ? TRAILER_NAME : BAD;
	case TRAILER_NAME:
		if (byte == ':') {
			return TRAILER_VALUE;
		}
		return rtc_http_char_is(byte, RTC_HTTP_TOKEN) ? TRAILER_NAME : BAD;
	case TRAILER_VALUE:
		if (byte == '\r') {
			return TRAILER_LF;
		}
		return rtc_http_char_is(byte, RTC_HTTP_VALUE) ? TRAILER_VALUE : BAD;
	case TRAILER_LF:
		return byte == '\n' ? TRAILER : BAD;
	default: /* END_LF */
		return byte == '\n' ? OVER : BAD;
	}
}

/* Takes one byte of framing. NULL if it is good, else a static sentence. */
static const char *take_framing(rtc_http_body *body, uint8_t byte)
{
	uint8_t next;

	if (body->state >= TRAILER) {
		next = take_trailer_byte(body->state, byte);
		if (++body->trailer > FRAMING_MAX) {
			return "the trailers are too long";
		}
	} else {
		if (body->state <= SIZE_LF && ++body->line > FRAMING_MAX) {
			return "a chunk's extensions are too long";
		}
		next = take_size_byte(body, byte);
	}
	if (next != BAD) {
		body->state = next;
		return NULL;
	}
	return body->state >= TRAILER ? "malformed trailer" : "malformed chunk";
}

rtc_parse rtc_http_body_next(
	rtc_http_body *body, rtc_slice *in, rtc_slice *piece, rtc_http_error *error)
{
	*piece = (rtc_slice){0};
	while (body->state != OVER) {
		if (in->len == 0) {
			return RTC_PARSE_MORE;
		}
		if (body->state == LENGTH || body->state == CHUNK) {
			take_content(body, in, piece);
			return RTC_PARSE_MORE;
		}

		const char *fault = take_framing(body, *in->data);

		if (fault != NULL) {
			*error = (rtc_http_error){400, fault};
			return RTC_PARSE_ERROR;
		}
		in->data++;
		in->len--;
	}
	return RTC_PARSE_DONE;
}
