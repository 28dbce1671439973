#ifndef BENCH_FEED_H
#define BENCH_FEED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * What comes from a feed over HTTP: event streams, and the JSON answers of polls. Only as much of
 * either as a server of the benchmark may send.
 */

typedef enum { BENCH_FEED_MORE, BENCH_FEED_READY, BENCH_FEED_BAD } bench_feed_status;

enum { BENCH_CURSOR_MAX = 128 };

/* What an answer's head says. content_length is SIZE_MAX when there is none. */
typedef struct {
	size_t length; /* of the head itself */
	size_t content_length;
	bool chunked;
} bench_feed_answer;

/* The head of an answer, which must be a 200 without a transfer coding other than chunked. */
bench_feed_status bench_feed_head(bench_feed_answer *answer, const uint8_t *bytes, size_t length);

/*
 * One chunk, which is not the last, without extensions (RFC 9112 7.1). used: its length; data lies
 * inside it. Its line end may come with the next chunk: *line_end_due keeps that from call to call
 * and is false at first.
 */
bench_feed_status bench_feed_chunk(const uint8_t *bytes, size_t length, bool *line_end_due,
	size_t *used, const uint8_t **data, size_t *data_length);

/* One event. used: its length; data lies inside it and is null if the event has none. */
bench_feed_status bench_feed_event(
	const uint8_t *bytes, size_t length, size_t *used, const uint8_t **data, size_t *data_length);

/* The cursor of a poll's answer, terminated. False: absent, too long, or a gap is told. */
bool bench_feed_cursor(const uint8_t *json, size_t length, char cursor[BENCH_CURSOR_MAX]);

/*
 * What a poll sends back to a server that numbers messages by Last-Modified and Etag: the fields of
 * its next request, terminated. False: one of the two is absent or too long.
 */
bool bench_feed_validators(const uint8_t *head, size_t length, char fields[BENCH_CURSOR_MAX]);

/*
 * The data of the next message of a poll's answer, from *position on, which moves behind it. `to`
 * has room for `length` bytes. MORE: there are no more.
 */
bench_feed_status bench_feed_message(
	const uint8_t *json, size_t length, size_t *position, uint8_t *to, size_t *to_length);

#endif
