/* What waits to be written to one socket: copied bytes in blocks, and references to messages. */
#ifndef RTC_ENGINE_QUEUE_H
#define RTC_ENGINE_QUEUE_H

#include "message.h"

#include <sys/uio.h>

/* Bytes of a block's content; bytes up to this many are worth copying. */
#define RTC_QUEUE_BLOCK_BYTES 4064

/* The same for a block that begins an empty queue or stands behind a droppable message, if that is
 * enough for its first bytes: with full blocks a word to each of a thousand clients would take
 * megabytes, and small pieces between droppable messages, which never come to share a block, many
 * times what sendBufferLimit speaks of. */
#define RTC_QUEUE_SLIM_BYTES 456

/* Frames up to this size are copied where a block with room is at hand. */
#define RTC_QUEUE_SMALL_BYTES 512

/* One piece of a queue: a block of bytes, or one message. */
typedef struct rtc_segment {
	struct rtc_segment *next;
	rtc_message *message; /* NULL: `bytes` is the content */
	uint16_t len;         /* of a block */
	uint16_t room;        /* bytes that a block holds in all */
	bool droppable;       /* a message that rtc_queue_drop_oldest() may take */
	bool joined;          /* starts within what rtc_queue_copy() began in the one before */
	uint8_t bytes[];      /* of a block: `room` of them */
} rtc_segment;

/* Two messages that a queue held one behind the other, and what both are in one. */
typedef struct rtc_join {
	rtc_message *first; /* referenced, as the others are */
	rtc_message *second;
	rtc_message *both; /* NULL: seen in one queue only */
} rtc_join;

#define RTC_POOL_JOINS 16

/* What the queues of a loop share: segments of both kinds that are free, a bounded number, kept for
 * the next queue; and the joins of this turn. All zero is an empty one. */
typedef struct rtc_pool {
	rtc_segment *blocks;
	rtc_segment *slims;
	rtc_segment *refs;
	uint32_t block_count;
	uint32_t slim_count;
	uint32_t ref_count;
	rtc_join joins[RTC_POOL_JOINS];
	bool has_joins;
} rtc_pool;

/* All zero is an empty queue, which owns nothing. No segment is empty, and only the first one may
 * be written in part. */
typedef struct rtc_queue {
	rtc_segment *first;
	rtc_segment *last; /* undefined while `first` is NULL */
	size_t bytes;      /* not yet written */
	size_t sent;       /* bytes of `first` that were written */
	size_t *total;     /* of several queues: what they have not written; or NULL */
} rtc_queue;

void rtc_pool_deinit(rtc_pool *pool);

/* The turn is over: lets go of its joins. */
void rtc_pool_settle(rtc_pool *pool);

/* Copies both slices, one behind the other. */
rtc_status rtc_queue_copy(
	rtc_queue *queue, rtc_pool *pool, rtc_slice head, rtc_slice body) RTC_NODISCARD;

/* Room for so many bytes, which are queued now and to be written there at once: behind what is
 * queued, or in an empty queue. NULL: none at hand, and nothing was queued. */
uint8_t *rtc_queue_room(rtc_queue *queue, rtc_pool *pool, size_t len);

/* Queues the message's WebSocket frame, or its bytes if it is a raw one: a reference to the
 * message, or a copy of a small one; or, where many queues get the same small messages one behind
 * the other, a reference to one message that is all of them. A droppable one is always a reference
 * of its own, which rtc_queue_drop_oldest() can find. */
rtc_status rtc_queue_message(
	rtc_queue *queue, rtc_pool *pool, rtc_message *message, bool droppable) RTC_NODISCARD;

/* Queues bytes as one raw message and takes their memory over, which is left empty. NOMEM: nothing
 * was queued; the buffer is still to be freed. */
rtc_status rtc_queue_give(
	rtc_queue *queue, rtc_pool *pool, rtc_buf *bytes, bool droppable) RTC_NODISCARD;

/* The first bytes to write, as up to `max` vectors; returns how many. */
int rtc_queue_vectors(const rtc_queue *queue, struct iovec *vectors, int max);

/* The first `count` bytes were written; count <= queue->bytes. */
void rtc_queue_advance(rtc_queue *queue, rtc_pool *pool, size_t count);

/* Drops the oldest droppable message that nothing was written of. Returns the bytes dropped, 0 if
 * there is no such message. */
size_t rtc_queue_drop_oldest(rtc_queue *queue, rtc_pool *pool);

/* Drops everything that may be dropped without cutting a frame: all but the segment that was
 * begun, and what belongs together with it. */
void rtc_queue_drop_unsent(rtc_queue *queue, rtc_pool *pool);

void rtc_queue_clear(rtc_queue *queue, rtc_pool *pool);

#endif
