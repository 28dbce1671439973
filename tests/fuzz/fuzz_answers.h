/* What a client reads: answers, some of them compressed, which it inflates with zlib itself. */
#ifndef RTC_TESTS_FUZZ_ANSWERS_H
#define RTC_TESTS_FUZZ_ANSWERS_H

#include "../../src/proto/buf.h"
#include "fuzz.h"

#include <stdlib.h>
#include <string.h>

#define ZLIB_CONST
#include <zlib.h>

/* All zero is a client that has read nothing. */
typedef struct fuzz_answers {
	rtc_buf bytes; /* that wait for more */
	z_stream inflate;
	size_t left; /* of a body */
	bool in_body;
	bool stream; /* the body goes on to the end */
	bool gzip;   /* `inflate` is at work */
	bool ended;  /* it has come to the end of a member */
	bool blind;  /* the bytes are none of an answer, or it is not known of which */
} fuzz_answers;

static inline void fuzz_answers_body(fuzz_answers *self, size_t len)
{
	z_stream *stream = &self->inflate;
	int result = Z_OK;
	uint8_t out[4096];

	stream->next_in = self->bytes.data;
	stream->avail_in = (uInt)len;
	while (self->gzip && !self->ended && result == Z_OK) {
		stream->next_out = out;
		stream->avail_out = sizeof(out);
		result = inflate(stream, Z_SYNC_FLUSH);
		FUZZ_ASSERT(result == Z_OK || result == Z_BUF_ERROR || result == Z_STREAM_END);
		/* A stream begins with a field, a poll's answer is an object. */
		FUZZ_ASSERT(stream->total_out == 0 || stream->total_out > sizeof(out) - stream->avail_out ||
			out[0] == (self->stream ? 'r' : '{'));
		self->ended = result == Z_STREAM_END;
	}
	FUZZ_ASSERT(!self->gzip || stream->avail_in == 0);
	self->left -= self->stream ? 0 : len;
	rtc_buf_consume(&self->bytes, len);
}

static inline void fuzz_answers_end_body(fuzz_answers *self)
{
	FUZZ_ASSERT(!self->gzip || self->ended);
	if (self->gzip) {
		inflateEnd(&self->inflate);
	}
	self->gzip = false;
	self->in_body = false;
}

/* False: the head is not there yet. */
static inline bool fuzz_answers_head(fuzz_answers *self)
{
	const char *length;
	char *head;
	char *end;

	if (rtc_buf_append(&self->bytes, "", 1) != RTC_OK) {
		abort();
	}
	self->bytes.len--;
	head = (char *)self->bytes.data;
	end = strstr(head, "\r\n\r\n");
	if (end == NULL) {
		return false;
	}
	end[2] = '\0';
	length = strstr(head, "\r\nContent-Length: ");
	self->blind = strncmp(head, "HTTP/1.1 ", 9) != 0 || strncmp(head + 9, "101", 3) == 0;
	self->stream = strstr(head, "\r\nContent-Type: text/event-stream\r\n") != NULL;
	self->gzip = strstr(head, "\r\nContent-Encoding: gzip\r\n") != NULL;
	self->left = length != NULL ? strtoul(length + 18, NULL, 10) : 0;
	self->in_body = true;
	self->ended = false;
	self->inflate = (z_stream){0};
	if (self->gzip && inflateInit2(&self->inflate, 15 + 16) != Z_OK) {
		abort();
	}
	rtc_buf_consume(&self->bytes, (size_t)(end + 4 - head));
	return true;
}

static inline void fuzz_answers_take(fuzz_answers *self, const void *bytes, size_t len)
{
	if (!self->blind && rtc_buf_append(&self->bytes, bytes, len) != RTC_OK) {
		abort();
	}
	while (!self->blind && self->bytes.len > 0) {
		if (!self->in_body && !fuzz_answers_head(self)) {
			return;
		}
		if (self->blind) {
			return;
		}
		if (self->stream || self->left > 0) {
			fuzz_answers_body(
				self, self->stream || self->left > self->bytes.len ? self->bytes.len : self->left);
		}
		if (!self->stream && self->left == 0) {
			fuzz_answers_end_body(self);
		}
	}
}

static inline void fuzz_answers_deinit(fuzz_answers *self)
{
	if (self->gzip) {
		inflateEnd(&self->inflate);
	}
	rtc_buf_deinit(&self->bytes);
	*self = (fuzz_answers){0};
}

#endif
