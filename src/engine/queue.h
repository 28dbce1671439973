/* What waits to be written to one socket: copied bytes in blocks, and references to messages. */
#ifndef RTC_ENGINE_QUEUE_H
#define RTC_ENGINE_QUEUE_H

#include "message.h"

#include <sys/uio.h>

/* Bytes of a block's content; frames up to this size are worth copying. */
#define RTC_QUEUE_BLOCK_BYTES 4064

/* One piece of a queue: a block of bytes, or one message's frame. */
typedef struct rtc_segment {
	struct rtc_segment *next;
	rtc_message *message; /* NULL: `bytes` is the content */
	uint32_t sent;        /* of a block: bytes written so far. See also rtc_queue.sent */
	uint32_t len;         /* of a block */
	uint8_t bytes[];      /* of a block: RTC_QUEUE_BLOCK_BYTES */
} rtc_segment;

/* Segments of both kinds that are free, kept for the next queue. One pool a loop. */
typedef struct rtc_pool {
	rtc_segment *blocks;
	rtc_segment *refs;
	uint32_t block_count;
	uint32_t ref_count;
} rtc_pool;

/* All zero is an empty queue, which owns nothing. */
typedef struct rtc_queue {
	rtc_segment *first;
	rtc_segment *last;
	size_t bytes; /* not yet written */
	size_t sent;  /* bytes of `first` already written, when it is a message */
} rtc_queue;

void rtc_pool_deinit(rtc_pool *pool);

/* Copies both slices, one behind the other. */
rtc_status rtc_queue_copy(
	rtc_queue *queue, rtc_pool *pool, rtc_slice head, rtc_slice body) RTC_NODISCARD;

/* Takes a reference to the message and queues its WebSocket frame. */
rtc_status rtc_queue_message(rtc_queue *queue, rtc_pool *pool, rtc_message *message) RTC_NODISCARD;

/* The first bytes to write, as up to `max` vectors; returns how many. */
int rtc_queue_vectors(const rtc_queue *queue, struct iovec *vectors, int max);

/* The first `count` bytes were written. */
void rtc_queue_advance(rtc_queue *queue, rtc_pool *pool, size_t count);

/* Drops the oldest message that nothing was written of and that is a reference; blocks stay.
 * Returns the bytes dropped, 0 if there is no such message. */
size_t rtc_queue_drop_oldest(rtc_queue *queue, rtc_pool *pool);

/* Drops everything that may be dropped without cutting a frame: all but the first segment, and
 * that too if nothing was written of it. */
void rtc_queue_drop_unsent(rtc_queue *queue, rtc_pool *pool);

void rtc_queue_clear(rtc_queue *queue, rtc_pool *pool);

#endif
