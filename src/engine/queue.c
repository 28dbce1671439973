#include "queue.h"

#include <stdlib.h>

/* Free segments beyond these go back to the system: 1 MiB of blocks and of slim ones, and as many
 * references (40 bytes each) as sixteen publications to two thousand receivers need at once. */
#define POOL_BLOCKS 256
#define POOL_SLIMS 2048
#define POOL_REFS 32768

/* A new one with so many bytes, or that one; NULL: no memory. */
static rtc_segment *reset(rtc_segment *segment, size_t room)
{
	if (segment == NULL) {
		segment = malloc(sizeof(*segment) + room);
		if (segment == NULL) {
			return NULL;
		}
	}
	segment->next = NULL;
	segment->message = NULL;
	segment->len = 0;
	segment->room = (uint16_t)room;
	segment->droppable = false;
	segment->joined = false;
	return segment;
}

static rtc_segment *take(rtc_segment **list, uint32_t *count, size_t room)
{
	rtc_segment *segment = *list;

	if (segment != NULL) {
		*list = segment->next;
		(*count)--;
	}
	return reset(segment, room);
}

static void put(rtc_segment **list, uint32_t *count, uint32_t most, rtc_segment *segment)
{
	if (*count == most) {
		free(segment);
		return;
	}
	segment->next = *list;
	*list = segment;
	(*count)++;
}

static void recycle(rtc_pool *pool, rtc_segment *segment)
{
	if (segment->message == NULL) {
		if (segment->room == RTC_QUEUE_SLIM_BYTES) {
			put(&pool->slims, &pool->slim_count, POOL_SLIMS, segment);
		} else {
			put(&pool->blocks, &pool->block_count, POOL_BLOCKS, segment);
		}
		return;
	}
	rtc_message_unref(segment->message);
	put(&pool->refs, &pool->ref_count, POOL_REFS, segment);
}

static void recycle_list(rtc_pool *pool, rtc_segment *segment)
{
	while (segment != NULL) {
		rtc_segment *next = segment->next;

		recycle(pool, segment);
		segment = next;
	}
}

static void free_list(rtc_segment *segment)
{
	while (segment != NULL) {
		rtc_segment *next = segment->next;

		free(segment);
		segment = next;
	}
}

static void leave_join(rtc_join *join)
{
	if (join->first != NULL) {
		rtc_message_unref(join->first);
		rtc_message_unref(join->second);
	}
	if (join->both != NULL) {
		rtc_message_unref(join->both);
	}
	*join = (rtc_join){0};
}

void rtc_pool_settle(rtc_pool *pool)
{
	if (!pool->has_joins) {
		return;
	}
	for (size_t i = 0; i < RTC_POOL_JOINS; i++) {
		leave_join(&pool->joins[i]);
	}
	pool->has_joins = false;
}

void rtc_pool_deinit(rtc_pool *pool)
{
	rtc_pool_settle(pool);
	free_list(pool->blocks);
	free_list(pool->slims);
	free_list(pool->refs);
	*pool = (rtc_pool){0};
}

static size_t segment_len(const rtc_segment *segment)
{
	return segment->message != NULL ? rtc_message_frame_len(segment->message) : segment->len;
}

/* Bytes that still fit into the last segment. */
static size_t tail_room(const rtc_queue *queue)
{
	if (queue->first == NULL || queue->last->message != NULL) {
		return 0;
	}
	return queue->last->room - queue->last->len;
}

static void link_last(rtc_queue *queue, rtc_segment *segment)
{
	if (queue->first == NULL) {
		queue->first = segment;
		queue->sent = 0;
	} else {
		queue->last->next = segment;
	}
	queue->last = segment;
}

/* Blocks for the next `bytes` bytes, linked; NULL: no memory. */
static rtc_segment *take_blocks(const rtc_queue *queue, rtc_pool *pool, size_t bytes)
{
	rtc_segment *first = NULL;

	if (bytes <= RTC_QUEUE_SLIM_BYTES && (queue->first == NULL || queue->last->droppable)) {
		return take(&pool->slims, &pool->slim_count, RTC_QUEUE_SLIM_BYTES);
	}
	for (;;) {
		rtc_segment *block = take(&pool->blocks, &pool->block_count, RTC_QUEUE_BLOCK_BYTES);

		if (block == NULL) {
			recycle_list(pool, first);
			return NULL;
		}
		block->next = first;
		first = block;
		if (bytes <= RTC_QUEUE_BLOCK_BYTES) {
			return first;
		}
		bytes -= RTC_QUEUE_BLOCK_BYTES;
	}
}

static inline void count_more(rtc_queue *queue, size_t bytes)
{
	queue->bytes += bytes;
	if (queue->total != NULL) {
		*queue->total += bytes;
	}
}

static inline void count_less(rtc_queue *queue, size_t bytes)
{
	queue->bytes -= bytes;
	if (queue->total != NULL) {
		*queue->total -= bytes;
	}
}

/* Fills the last block, then the blocks of *spare. */
static void append(rtc_queue *queue, rtc_slice text, rtc_segment **spare, bool *begun)
{
	count_more(queue, text.len);
	while (text.len > 0) {
		if (tail_room(queue) == 0) {
			rtc_segment *block = *spare;

			*spare = block->next;
			block->next = NULL;
			block->joined = *begun;
			link_last(queue, block);
		}

		rtc_segment *last = queue->last;
		size_t room = tail_room(queue);
		size_t count = text.len < room ? text.len : room;

		memcpy(last->bytes + last->len, text.data, count);
		last->len = (uint16_t)(last->len + count);
		text.data += count;
		text.len -= count;
		*begun = true;
	}
}

rtc_status rtc_queue_copy(rtc_queue *queue, rtc_pool *pool, rtc_slice head, rtc_slice body)
{
	if (body.len > SIZE_MAX - head.len) {
		return RTC_NOMEM;
	}

	size_t room = tail_room(queue);
	size_t total = head.len + body.len;
	rtc_segment *spare = NULL;
	bool begun = false;

	/* All memory is taken first, so that a frame is queued whole or not at all. */
	if (total > room) {
		spare = take_blocks(queue, pool, total - room);
		if (spare == NULL) {
			return RTC_NOMEM;
		}
	}
	append(queue, head, &spare, &begun);
	append(queue, body, &spare, &begun);
	return RTC_OK;
}

uint8_t *rtc_queue_room(rtc_queue *queue, rtc_pool *pool, size_t len)
{
	uint8_t *end;

	if (queue->first == NULL && len <= RTC_QUEUE_BLOCK_BYTES) {
		rtc_segment *block = take_blocks(queue, pool, len);

		if (block == NULL) {
			return NULL;
		}
		link_last(queue, block);
	} else if (len > tail_room(queue)) {
		return NULL;
	}
	end = queue->last->bytes + queue->last->len;
	queue->last->len = (uint16_t)(queue->last->len + len);
	count_more(queue, len);
	return end;
}

/* Where that pair is remembered, or would be. */
static rtc_join *join_place(rtc_pool *pool, const rtc_message *first, const rtc_message *second)
{
	uint64_t mixed = (uint64_t)(uintptr_t)first * 31 + (uintptr_t)second;

	/* 2^64 divided by the golden ratio: the upper bits depend on all others. */
	return &pool->joins[(mixed * UINT64_C(0x9E3779B97F4A7C15) >> 32) % RTC_POOL_JOINS];
}

/* Both in one, once a second queue has them one behind the other; else NULL. */
static rtc_message *join(rtc_pool *pool, rtc_message *first, rtc_message *second)
{
	rtc_join *place = join_place(pool, first, second);

	if (place->first != first || place->second != second) {
		leave_join(place);
		place->first = rtc_message_ref(first);
		place->second = rtc_message_ref(second);
		pool->has_joins = true;
		return NULL;
	}
	if (place->both == NULL) {
		place->both = rtc_message_join(first, second);
	}
	return place->both;
}

/* Makes the last segment, a message, stand for this one as well. */
static bool join_last(rtc_queue *queue, rtc_pool *pool, rtc_message *message, size_t len)
{
	rtc_segment *last = queue->last;
	rtc_message *both;

	if (queue->first == NULL || last->message == NULL || last->droppable ||
		(last == queue->first && queue->sent > 0) ||
		segment_len(last) + len > RTC_QUEUE_BLOCK_BYTES) {
		return false;
	}
	both = join(pool, last->message, message);
	if (both == NULL) {
		return false;
	}
	rtc_message_unref(last->message);
	last->message = rtc_message_ref(both);
	count_more(queue, len);
	return true;
}

/* Copies it behind what the last segment, a block, has. */
static bool copy_into_last(rtc_queue *queue, rtc_pool *pool, const rtc_message *message, size_t len)
{
	if (len > tail_room(queue)) {
		return false;
	}
	rtc_message_write(message, rtc_queue_room(queue, pool, len));
	return true;
}

rtc_status rtc_queue_message(rtc_queue *queue, rtc_pool *pool, rtc_message *message, bool droppable)
{
	size_t len = rtc_message_frame_len(message);

	if (RTC_UNLIKELY(len == 0)) {
		return RTC_OK; /* raw, and no bytes: segments are not empty */
	}
	if (!droppable && len <= RTC_QUEUE_SMALL_BYTES &&
		(copy_into_last(queue, pool, message, len) || join_last(queue, pool, message, len))) {
		return RTC_OK;
	}

	rtc_segment *segment = take(&pool->refs, &pool->ref_count, 0);

	if (segment == NULL) {
		return RTC_NOMEM;
	}
	segment->message = rtc_message_ref(message);
	segment->droppable = droppable;
	link_last(queue, segment);
	count_more(queue, len);
	return RTC_OK;
}

rtc_status rtc_queue_give(rtc_queue *queue, rtc_pool *pool, rtc_buf *bytes, bool droppable)
{
	rtc_message *message = rtc_message_raw(bytes);
	rtc_status status;

	if (message == NULL) {
		return RTC_NOMEM;
	}
	status = rtc_queue_message(queue, pool, message, droppable);
	rtc_message_unref(message);
	return status;
}

/* What is left of `slice` behind its first `skip` bytes, as a vector; returns how many. writev
 * takes pointers that are not const, but only reads. */
static int vector(struct iovec *vector, rtc_slice slice, size_t skip)
{
	if (skip >= slice.len) {
		return 0;
	}
	vector->iov_base = (void *)(uintptr_t)(slice.data + skip);
	vector->iov_len = slice.len - skip;
	return 1;
}

static int segment_vectors(const rtc_segment *segment, size_t skip, struct iovec *vectors, int max)
{
	const rtc_message *message = segment->message;

	if (message == NULL) {
		return vector(vectors, rtc_slice_of(segment->bytes, segment->len), skip);
	}

	rtc_slice head = rtc_message_head(message);

	if (rtc_message_is_contiguous(message)) {
		return vector(vectors, rtc_slice_of(head.data, rtc_message_frame_len(message)), skip);
	}

	int count = vector(vectors, head, skip);

	if (count < max) {
		skip = skip > head.len ? skip - head.len : 0;
		count += vector(vectors + count, message->payload, skip);
	}
	return count;
}

int rtc_queue_vectors(const rtc_queue *queue, struct iovec *vectors, int max)
{
	size_t skip = queue->sent;
	int count = 0;

	if (RTC_LIKELY(queue->first != NULL && queue->first == queue->last)) {
		return segment_vectors(queue->first, skip, vectors, max);
	}
	for (const rtc_segment *segment = queue->first; segment != NULL && count < max;
		 segment = segment->next) {
		count += segment_vectors(segment, skip, vectors + count, max - count);
		skip = 0;
	}
	return count;
}

void rtc_queue_advance(rtc_queue *queue, rtc_pool *pool, size_t count)
{
	count_less(queue, count);
	if (RTC_LIKELY(queue->bytes == 0)) {
		recycle_list(pool, queue->first);
		queue->first = NULL;
		queue->sent = 0;
		return;
	}
	while (count > 0) {
		rtc_segment *segment = queue->first;
		size_t left = segment_len(segment) - queue->sent;

		if (count < left) {
			queue->sent += count;
			return;
		}
		count -= left;
		queue->first = segment->next;
		queue->sent = 0;
		recycle(pool, segment);
	}
}

/* Makes one block of two that became neighbours, so that what stays does not grow into a long list
 * of small blocks. */
static void merge(rtc_queue *queue, rtc_pool *pool, rtc_segment *block)
{
	rtc_segment *next = block->next;

	if (block->message != NULL || next == NULL || next->message != NULL ||
		next->len > block->room - block->len) {
		return;
	}
	memcpy(block->bytes + block->len, next->bytes, next->len);
	block->len = (uint16_t)(block->len + next->len);
	block->next = next->next;
	if (queue->last == next) {
		queue->last = block;
	}
	recycle(pool, next);
}

size_t rtc_queue_drop_oldest(rtc_queue *queue, rtc_pool *pool)
{
	rtc_segment *previous = NULL;
	rtc_segment *segment = queue->first;

	if (queue->sent > 0) {
		previous = segment;
		segment = segment->next;
	}
	while (segment != NULL && !segment->droppable) {
		previous = segment;
		segment = segment->next;
	}
	if (segment == NULL) {
		return 0;
	}
	if (previous == NULL) {
		queue->first = segment->next;
	} else {
		previous->next = segment->next;
	}
	if (queue->last == segment) {
		queue->last = previous;
	}

	size_t len = segment_len(segment);

	count_less(queue, len);
	recycle(pool, segment);
	if (previous != NULL) {
		merge(queue, pool, previous);
	}
	return len;
}

void rtc_queue_drop_unsent(rtc_queue *queue, rtc_pool *pool)
{
	rtc_segment *last = queue->first;

	if (last == NULL || (queue->sent == 0 && !last->joined)) {
		rtc_queue_clear(queue, pool);
		return;
	}

	size_t bytes = segment_len(last) - queue->sent;

	while (last->next != NULL && last->next->joined) {
		last = last->next;
		bytes += segment_len(last);
	}
	recycle_list(pool, last->next);
	last->next = NULL;
	queue->last = last;
	count_less(queue, queue->bytes - bytes);
}

void rtc_queue_clear(rtc_queue *queue, rtc_pool *pool)
{
	recycle_list(pool, queue->first);
	count_less(queue, queue->bytes);
	*queue = (rtc_queue){.total = queue->total};
}
