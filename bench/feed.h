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

/*
 * The head of an answer, which must be a 200 without a transfer coding. content_length is SIZE_MAX
 * when there is none.
 */
bench_feed_status bench_feed_head(
	const uint8_t *bytes, size_t length, size_t *head_length, size_t *content_length);

/* One event. used: its length; data lies inside it and is null if the event has none. */
bench_feed_status bench_feed_event(
	const uint8_t *bytes, size_t length, size_t *used, const uint8_t **data, size_t *data_length);

/* The cursor of a poll's answer, terminated. False: absent, too long, or a gap is told. */
bool bench_feed_cursor(const uint8_t *json, size_t length, char cursor[BENCH_CURSOR_MAX]);

/*
 * The data of the next message of a poll's answer, from *position on, which moves behind it. `to`
 * has room for `length` bytes. MORE: there are no more.
 */
bench_feed_status bench_feed_message(
	const uint8_t *json, size_t length, size_t *position, uint8_t *to, size_t *to_length);

#endif
