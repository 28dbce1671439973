/* A client that compresses and inflates with zlib itself, in the contexts and windows that were
 * agreed on, and knows which messages are due. */
#ifndef RTC_TESTS_FUZZ_PEER_H
#define RTC_TESTS_FUZZ_PEER_H

#include "../../src/proto/ws.h"
#include "fuzz.h"

#define ZLIB_CONST
#include <zlib.h>

#define FUZZ_MESSAGE_MAX 9000
#define FUZZ_REPEAT_BYTES 700

/* A message that somebody is to get. */
typedef struct fuzz_said {
	struct fuzz_said *next;
	rtc_slice payload; /* behind it */
	bool binary;
	bool certain; /* it may not be dropped */
} fuzz_said;

typedef struct fuzz_line {
	fuzz_said *first;
	fuzz_said *last;
} fuzz_line;

/* What a client knows; kept beside the fuzz_client. */
typedef struct fuzz_peer {
	z_stream deflate;
	z_stream inflate;
	rtc_ws_reader reader;
	rtc_buf answer;
	fuzz_line to_server; /* while it is honest: what the message handler is to be called with */
	fuzz_line to_client;
	uint8_t level;       /* it compresses with */
	uint8_t server_bits; /* the window that was agreed on */
	bool speaks;         /* the handshake was answered with 101 */
	bool deaf;           /* with something else */
	bool compresses;     /* and this was agreed on: */
	bool server_alone;   /* no context takeover */
	bool client_alone;
	bool honest; /* all that it said was well-formed, and went out whole */
	bool doomed; /* but it said too much */
} fuzz_peer;

/* Bytes like those of other messages (0), of which half is (1), which say again what was said
 * FUZZ_REPEAT_BYTES before and in other messages (2), which are like nothing (3). ASCII, or any. */
static inline void fuzz_fill(uint8_t *bytes, size_t len, int kind, uint32_t seed, bool any)
{
	static const char phrase[] = "{\"user\":\"alice\",\"text\":\"hello world\",\"at\":1700000000}";
	size_t same = kind == 0 ? len : kind == 1 ? len / 2 : 0;
	uint32_t noise = kind == 2 ? 1 : seed * 2654435761u + 1;

	for (size_t i = 0; i < len; i++) {
		noise = noise * 1664525u + 1013904223u;
		bytes[i] = (uint8_t)(noise >> 24 & (any ? 0xff : 0x7f));
		if (i < same) {
			bytes[i] = (uint8_t)phrase[i % (sizeof(phrase) - 1)];
		} else if (kind == 2 && i >= FUZZ_REPEAT_BYTES) {
			bytes[i] = bytes[i - FUZZ_REPEAT_BYTES];
		}
	}
}

static inline void fuzz_line_add(fuzz_line *to, rtc_slice payload, bool binary, bool certain)
{
	fuzz_said *added = malloc(sizeof(*added) + payload.len);

	if (added == NULL) {
		abort();
	}
	memcpy(added + 1, payload.data, payload.len);
	*added = (fuzz_said){NULL, rtc_slice_of((uint8_t *)(added + 1), payload.len), binary, certain};
	if (to->first == NULL) {
		to->first = added;
	} else {
		to->last->next = added;
	}
	to->last = added;
}

static inline void fuzz_line_drop(fuzz_line *from)
{
	fuzz_said *first = from->first;

	from->first = first->next;
	free(first);
}

/* The message is the next one, or follows others that may be missing. */
static inline void fuzz_line_expect(fuzz_line *from, rtc_slice payload, bool binary)
{
	bool found = false;

	while (!found) {
		FUZZ_ASSERT(from->first != NULL);
		found = from->first->binary == binary && rtc_slice_equals(from->first->payload, payload);
		FUZZ_ASSERT(found || !from->first->certain);
		fuzz_line_drop(from);
	}
}

/* A few bytes at once: zlib does not look at the window for what it has just written. */
static inline bool fuzz_inflate_some(z_stream *stream, rtc_slice data, rtc_buf *out)
{
	stream->next_in = data.data;
	stream->avail_in = (uInt)data.len;
	do {
		int result;

		if (rtc_buf_reserve(out, 16) != RTC_OK) {
			abort();
		}
		stream->next_out = out->data + out->len;
		stream->avail_out = 16;
		result = inflate(stream, Z_SYNC_FLUSH);
		if ((result != Z_OK && result != Z_BUF_ERROR) || out->len > FUZZ_MESSAGE_MAX) {
			return false;
		}
		out->len += 16 - stream->avail_out;
	} while (stream->avail_out == 0);
	return stream->avail_in == 0;
}

static inline bool fuzz_peer_inflate(fuzz_peer *self, rtc_slice payload, rtc_buf *out)
{
	static const uint8_t tail[4] = {0, 0, 0xff, 0xff};

	if (self->server_alone) {
		inflateReset(&self->inflate);
	}
	return fuzz_inflate_some(&self->inflate, payload, out) &&
		fuzz_inflate_some(&self->inflate, rtc_slice_of(tail, sizeof(tail)), out);
}

/* The number behind a name, or 15. */
static inline uint8_t fuzz_window_of(const char *head, const char *name)
{
	const char *found = strstr(head, name);

	return found == NULL ? 15 : (uint8_t)atoi(found + strlen(name));
}

/* zlib makes no raw stream of 8 bits; with 9 it refers back 250 bytes at most. */
static inline void fuzz_peer_agree(fuzz_peer *self, const char *head)
{
	uint8_t client = fuzz_window_of(head, "client_max_window_bits=");
	uint8_t server = fuzz_window_of(head, "server_max_window_bits=");

	self->speaks = true;
	self->compresses = strstr(head, "permessage-deflate") != NULL;
	self->server_alone = strstr(head, "server_no_context_takeover") != NULL;
	self->client_alone = strstr(head, "client_no_context_takeover") != NULL;
	self->server_bits = server;
	FUZZ_ASSERT(inflateInit2(&self->inflate, -server) == Z_OK);
	FUZZ_ASSERT(deflateInit2(&self->deflate, self->level, Z_DEFLATED, client < 9 ? -9 : -client, 8,
					Z_DEFAULT_STRATEGY) == Z_OK);
	rtc_ws_reader_init(&self->reader, RTC_WS_FROM_SERVER, self->compresses ? 4 : 0);
}

/* Takes the head of the answer; returns how many of the bytes are not its. */
static inline size_t fuzz_peer_answer(fuzz_peer *self, const uint8_t *bytes, size_t len)
{
	const char *end;
	size_t left;

	if (rtc_buf_append(&self->answer, bytes, len) != RTC_OK ||
		rtc_buf_reserve(&self->answer, 1) != RTC_OK) {
		abort();
	}
	self->answer.data[self->answer.len] = '\0';
	end = strstr((char *)self->answer.data, "\r\n\r\n");
	if (end == NULL) {
		return 0;
	}
	left = self->answer.len - (size_t)(end + 4 - (char *)self->answer.data);
	self->answer.data[self->answer.len - left] = '\0';
	if (strncmp((char *)self->answer.data, "HTTP/1.1 101 ", 13) != 0) {
		self->deaf = true;
		return 0;
	}
	fuzz_peer_agree(self, (char *)self->answer.data);
	return left;
}

/* All of it with a flush between its halves, or without, and at the end a flush or a last block
 * (RFC 7692 7.2.3.4), which may have its empty block behind it. */
static inline void fuzz_peer_deflate(fuzz_peer *self, rtc_slice message, uint8_t how, rtc_buf *out)
{
	z_stream *stream = &self->deflate;
	bool ends = (how & 3) == 3;
	size_t room;

	if (self->client_alone || (how & 4) != 0) {
		deflateReset(stream);
	}
	room = deflateBound(stream, (uLong)message.len) + 64;
	if (rtc_buf_reserve(out, room) != RTC_OK) {
		abort();
	}
	stream->next_out = out->data;
	stream->avail_out = (uInt)room;
	stream->next_in = message.data;
	stream->avail_in = (uInt)(how & 8 ? message.len / 2 : message.len);
	deflate(stream, (how & 3) == 1 ? Z_FULL_FLUSH : Z_SYNC_FLUSH);
	if (ends || how & 8) {
		stream->avail_in = (uInt)(how & 8 ? message.len - message.len / 2 : 0);
		deflate(stream, ends ? Z_FINISH : Z_SYNC_FLUSH);
	}
	out->len = room - stream->avail_out;
	if (!ends) {
		out->len -= 4;
		return;
	}
	deflateReset(stream);
	if (how & 16) {
		out->data[out->len++] = 0;
	}
}

/* Frames of a message, with pings between them. */
static inline void fuzz_frame_message(
	rtc_slice payload, uint8_t first, uint8_t rsv, size_t pieces, rtc_buf *out)
{
	static const uint8_t key[4];
	size_t piece = payload.len / pieces;

	for (size_t i = 0; i < pieces; i++) {
		bool fin = i + 1 == pieces;
		uint8_t head[RTC_WS_HEADER_MAX];
		size_t len = fin ? payload.len - i * piece : piece;
		size_t size = rtc_ws_header_encode(
			head, i == 0 ? first : RTC_WS_CONTINUATION, fin, i == 0 ? rsv : 0, len, key);

		if (rtc_buf_append(out, head, size) != RTC_OK ||
			(len > 0 && rtc_buf_append(out, payload.data + i * piece, len) != RTC_OK) ||
			(!fin && rtc_buf_append(out, "\x89\x80\0\0\0", 6) != RTC_OK)) {
			abort();
		}
	}
}

static inline void fuzz_peer_deinit(fuzz_peer *self)
{
	if (self->speaks) {
		deflateEnd(&self->deflate);
		inflateEnd(&self->inflate);
		rtc_ws_reader_deinit(&self->reader);
	}
	while (self->to_server.first != NULL) {
		fuzz_line_drop(&self->to_server);
	}
	while (self->to_client.first != NULL) {
		fuzz_line_drop(&self->to_client);
	}
	rtc_buf_deinit(&self->answer);
	*self = (fuzz_peer){0};
}

#endif
