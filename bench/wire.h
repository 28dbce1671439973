#ifndef BENCH_WIRE_H
#define BENCH_WIRE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * What both ends of the benchmark need of RFC 6455. It shares nothing with src/, so that a mistake
 * there cannot hide behind the same mistake here.
 */

enum {
	BENCH_OP_CONTINUATION = 0x0,
	BENCH_OP_TEXT = 0x1,
	BENCH_OP_BINARY = 0x2,
	BENCH_OP_CLOSE = 0x8,
	BENCH_OP_PING = 0x9,
	BENCH_OP_PONG = 0xa,
	BENCH_FIN = 0x80,
	BENCH_RSV = 0x70,
	BENCH_RSV1 = 0x40, /* RFC 7692 6: a compressed message */
	BENCH_KEY_LENGTH = 24,
	BENCH_ACCEPT_LENGTH = 28,
	BENCH_HEADER_MAX = 14,
};

typedef enum { BENCH_FRAME_MORE, BENCH_FRAME_READY, BENCH_FRAME_BAD } bench_frame_status;

/* A frame's header as read. The payload starts header_length bytes after the frame's first. */
typedef struct {
	uint8_t first; /* FIN, RSV and opcode */
	bool masked;
	uint8_t mask[4];
	size_t header_length;
	uint64_t payload_length;
} bench_frame;

/* Reads a header. MORE: bytes are missing. BAD: a length that is not minimal or not below 2^63. */
bench_frame_status bench_frame_parse(bench_frame *frame, const uint8_t *bytes, size_t length);

/*
 * Writes a header of at most BENCH_HEADER_MAX bytes at `to` and returns its length. A null mask
 * gives a server's frame.
 */
size_t bench_frame_header(uint8_t *to, uint8_t first, uint64_t payload_length, const uint8_t *mask);

/* The length of a server's header for a payload. */
size_t bench_frame_header_length(uint64_t payload_length);

/*
 * Copies length bytes from `from` to `to`, masked. The two may be the same or overlap as long as
 * `to` is not above `from`.
 */
void bench_mask(uint8_t *to, const uint8_t *from, size_t length, const uint8_t mask[4]);

/* Sec-WebSocket-Accept for a key of BENCH_KEY_LENGTH characters, not terminated. */
void bench_accept(char accept[BENCH_ACCEPT_LENGTH], const char *key);

/* A Sec-WebSocket-Key made from 16 bytes, not terminated. */
void bench_key(char key[BENCH_KEY_LENGTH], const uint8_t nonce[16]);

/*
 * Finds the value of a header field, without the white space around it, in an HTTP head that ends
 * with an empty line. The name is compared without case. Returns null when it is absent; the value
 * lies inside the head.
 */
const char *bench_http_field(
	const char *head, size_t length, const char *name, size_t *value_length);

#endif
