/* link: src/engine/queue.c src/engine/message.c */
#include "check.h"

#include "../../src/engine/queue.h"
#include "random.h"

#define BIG (3 * RTC_QUEUE_BLOCK_BYTES)

/* What a queue should hold: units that are written whole or not at all. */
typedef struct unit {
	uint8_t *bytes;
	size_t len;
	size_t sent;
	bool droppable;
} unit;

typedef struct model {
	unit units[4096];
	size_t first;
	size_t end;
} model;

static rtc_pool pool;
static uint8_t noise[BIG];

static void model_add(model *m, rtc_slice head, rtc_slice body, bool droppable)
{
	unit *u = &m->units[m->end++];

	*u = (unit){.bytes = malloc(head.len + body.len + 1), .droppable = droppable};
	if (head.len > 0) {
		memcpy(u->bytes, head.data, head.len);
	}
	if (body.len > 0) {
		memcpy(u->bytes + head.len, body.data, body.len);
	}
	u->len = head.len + body.len;
}

static size_t model_bytes(const model *m)
{
	size_t bytes = 0;

	for (size_t i = m->first; i < m->end; i++) {
		bytes += m->units[i].len - m->units[i].sent;
	}
	return bytes;
}

static void model_remove(model *m, size_t at)
{
	free(m->units[at].bytes);
	memmove(&m->units[at], &m->units[at + 1], (m->end - at - 1) * sizeof(unit));
	m->end--;
}

static void model_truncate(model *m, size_t count)
{
	while (m->end - m->first > count) {
		model_remove(m, m->end - 1);
	}
}

static void model_advance(model *m, size_t count)
{
	while (m->first < m->end) {
		unit *u = &m->units[m->first];
		size_t left = u->len - u->sent;

		if (count < left) {
			u->sent += count;
			return;
		}
		count -= left;
		model_remove(m, m->first);
	}
}

static size_t model_drop_oldest(model *m)
{
	for (size_t i = m->first; i < m->end; i++) {
		if (m->units[i].droppable && m->units[i].sent == 0) {
			size_t len = m->units[i].len;

			model_remove(m, i);
			return len;
		}
	}
	return 0;
}

/* The first `count` bytes of the model are those at `data`. */
static bool model_starts_with(const model *m, const uint8_t *data, size_t count)
{
	for (size_t i = m->first; i < m->end && count > 0; i++) {
		const unit *u = &m->units[i];
		size_t left = u->len - u->sent;
		size_t part = left < count ? left : count;

		if (memcmp(u->bytes + u->sent, data, part) != 0) {
			return false;
		}
		data += part;
		count -= part;
	}
	return count == 0;
}

/* Compares everything that the queue would write, through `max` vectors. */
static size_t check_vectors(const rtc_queue *queue, const model *m, int max)
{
	struct iovec vectors[64];
	int count = rtc_queue_vectors(queue, vectors, max);
	size_t total = 0;
	uint8_t *all;

	CHECK(count <= max && (count > 0) == (queue->bytes > 0));
	for (int i = 0; i < count; i++) {
		CHECK(vectors[i].iov_len > 0);
		total += vectors[i].iov_len;
	}
	CHECK(total <= queue->bytes);
	CHECK(count == max || total == queue->bytes);
	all = malloc(total + 1);
	total = 0;
	for (int i = 0; i < count; i++) {
		memcpy(all + total, vectors[i].iov_base, vectors[i].iov_len);
		total += vectors[i].iov_len;
	}
	CHECK(model_starts_with(m, all, total));
	free(all);
	return total;
}

static rtc_slice some_noise(uint32_t below)
{
	uint32_t len = random_below(below);

	return rtc_slice_of(noise + random_below(BIG - len), len);
}

static uint32_t some_size(void)
{
	static const uint32_t sizes[] = {20, 130, 600, RTC_QUEUE_BLOCK_BYTES + 50, BIG};

	return sizes[random_below(5)];
}

static rtc_message *raw_message(rtc_slice bytes)
{
	rtc_buf buf;

	rtc_buf_init(&buf);
	CHECK_INT(rtc_buf_append(&buf, bytes.data, bytes.len), RTC_OK);
	return rtc_message_raw(&buf);
}

static void queue_random_message(rtc_queue *queue, model *m, bool droppable)
{
	rtc_slice payload = some_noise(some_size());
	uint32_t kind = random_below(3);
	rtc_message *message = kind == 0 ? raw_message(payload)
		: kind == 1                  ? rtc_message_copy(payload, true)
									 : rtc_message_borrow(payload, true, NULL, NULL);

	CHECK_INT(rtc_queue_message(queue, &pool, message, droppable), RTC_OK);
	if (rtc_message_frame_len(message) > 0) {
		model_add(m, rtc_message_head(message), payload, droppable);
	}
	rtc_message_unref(message);
}

static void queue_random_bytes(rtc_queue *queue, model *m)
{
	rtc_slice head = some_noise(15);
	rtc_slice body = some_noise(some_size());

	CHECK_INT(rtc_queue_copy(queue, &pool, head, body), RTC_OK);
	model_add(m, head, body, false);
}

static void advance_random(rtc_queue *queue, model *m)
{
	size_t shown = check_vectors(queue, m, 1 + (int)random_below(64));
	size_t count = random_below(3) == 0 ? shown : random_below((uint32_t)shown + 1);

	rtc_queue_advance(queue, &pool, count);
	model_advance(m, count);
}

/* What is left is a front part of what was there, and cuts no unit. */
static void drop_unsent(rtc_queue *queue, model *m)
{
	size_t units = 0;
	size_t bytes = 0;

	rtc_queue_drop_unsent(queue, &pool);
	for (size_t i = m->first; i < m->end && bytes < queue->bytes; i++) {
		bytes += m->units[i].len - m->units[i].sent;
		units++;
	}
	CHECK_INT(queue->bytes, bytes);
	if (units == 0 && m->first < m->end) {
		CHECK_INT(m->units[m->first].sent, 0);
	}
	model_truncate(m, units);
	check_vectors(queue, m, 64);
}

/* All operations in random order; so many of a hundred messages are droppable. */
static void test_random(uint32_t droppable)
{
	static model m;
	rtc_queue queue = {0};

	m = (model){0};
	for (int step = 0; step < 60000 && check_state.failed < 20; step++) {
		uint32_t dice = random_below(100);

		check_case("random, %" PRIu32 " %% droppable, step %d", droppable, step);
		if (dice < 30) {
			queue_random_message(&queue, &m, random_below(100) < droppable);
		} else if (dice < 50) {
			queue_random_bytes(&queue, &m);
		} else if (dice < 93) {
			advance_random(&queue, &m);
		} else if (dice < 97) {
			CHECK_INT(rtc_queue_drop_oldest(&queue, &pool), model_drop_oldest(&m));
		} else if (dice == 98) {
			drop_unsent(&queue, &m);
		} else if (dice == 99 || m.end - m.first > 200) {
			rtc_queue_clear(&queue, &pool);
			model_truncate(&m, 0);
		}
		CHECK_INT(queue.bytes, model_bytes(&m));
	}
	rtc_queue_clear(&queue, &pool);
	model_truncate(&m, 0);
	CHECK(queue.first == NULL && queue.bytes == 0);
}

static void test_coalescing(void)
{
	rtc_queue queue = {0};
	struct iovec vectors[8];
	rtc_message *message = rtc_message_copy(RTC_SLICE("hi"), false);

	check_case("copied bytes share a block");
	CHECK_INT(rtc_queue_copy(&queue, &pool, RTC_SLICE("ab"), RTC_SLICE("cd")), RTC_OK);
	CHECK_INT(rtc_queue_copy(&queue, &pool, (rtc_slice){0}, RTC_SLICE("ef")), RTC_OK);
	CHECK_INT(rtc_queue_message(&queue, &pool, message, false), RTC_OK);
	CHECK_INT(message->refs, 1);
	CHECK_INT(rtc_queue_vectors(&queue, vectors, 8), 1);
	CHECK_STR(vectors[0].iov_base, vectors[0].iov_len, "abcdef\x81\x02hi");

	check_case("a droppable message stays a reference");
	CHECK_INT(rtc_queue_message(&queue, &pool, message, true), RTC_OK);
	CHECK_INT(message->refs, 2);
	CHECK_INT(rtc_queue_vectors(&queue, vectors, 8), 2);
	CHECK_STR(vectors[1].iov_base, vectors[1].iov_len, "\x81\x02hi");
	CHECK_INT(rtc_queue_drop_oldest(&queue, &pool), 4);
	CHECK_INT(rtc_queue_drop_oldest(&queue, &pool), 0);
	CHECK_INT(message->refs, 1);
	CHECK_INT(queue.bytes, 10);
	rtc_queue_clear(&queue, &pool);

	check_case("an empty queue copies nothing of a message");
	CHECK_INT(rtc_queue_message(&queue, &pool, message, false), RTC_OK);
	CHECK_INT(message->refs, 2);
	rtc_queue_advance(&queue, &pool, 1);
	CHECK_INT(rtc_queue_drop_oldest(&queue, &pool), 0);
	rtc_queue_drop_unsent(&queue, &pool);
	CHECK_INT(queue.bytes, 3);
	rtc_queue_advance(&queue, &pool, 3);
	CHECK_INT(message->refs, 1);
	CHECK(queue.first == NULL && queue.sent == 0);
	rtc_message_unref(message);
}

static void test_raw(void)
{
	rtc_queue queue = {0};
	struct iovec vectors[8];
	rtc_message *raw = raw_message(RTC_SLICE("raw"));
	rtc_message *nothing = raw_message(RTC_SLICE(""));

	check_case("a raw message goes out without a header");
	CHECK_INT(rtc_queue_message(&queue, &pool, raw, false), RTC_OK);
	CHECK_INT(raw->refs, 2);
	CHECK_INT(queue.bytes, 3);
	CHECK_INT(rtc_queue_vectors(&queue, vectors, 1), 1);
	CHECK_STR(vectors[0].iov_base, vectors[0].iov_len, "raw");
	rtc_queue_advance(&queue, &pool, 1);
	CHECK_INT(rtc_queue_vectors(&queue, vectors, 8), 1);
	CHECK_STR(vectors[0].iov_base, vectors[0].iov_len, "aw");
	rtc_queue_advance(&queue, &pool, 2);
	CHECK_INT(raw->refs, 1);

	check_case("a small one is copied behind others");
	CHECK_INT(rtc_queue_copy(&queue, &pool, RTC_SLICE("ab"), (rtc_slice){0}), RTC_OK);
	CHECK_INT(rtc_queue_message(&queue, &pool, raw, false), RTC_OK);
	CHECK_INT(raw->refs, 1);
	CHECK_INT(rtc_queue_vectors(&queue, vectors, 8), 1);
	CHECK_STR(vectors[0].iov_base, vectors[0].iov_len, "abraw");
	rtc_queue_clear(&queue, &pool);

	check_case("one without bytes is nothing");
	CHECK_INT(rtc_queue_message(&queue, &pool, nothing, true), RTC_OK);
	CHECK_INT(rtc_queue_message(&queue, &pool, nothing, false), RTC_OK);
	CHECK_INT(nothing->refs, 1);
	CHECK(queue.first == NULL && queue.bytes == 0);
	rtc_message_unref(raw);
	rtc_message_unref(nothing);
}

static void test_droppable(void)
{
	rtc_queue queue = {0};
	rtc_message *message = rtc_message_borrow(RTC_SLICE("hi"), false, NULL, NULL);

	check_case("a reference that is not droppable stays");
	CHECK_INT(rtc_queue_message(&queue, &pool, message, false), RTC_OK);
	CHECK_INT(rtc_queue_message(&queue, &pool, message, true), RTC_OK);
	CHECK_INT(rtc_queue_message(&queue, &pool, message, false), RTC_OK);
	CHECK_INT(message->refs, 4);
	CHECK_INT(rtc_queue_drop_oldest(&queue, &pool), 4);
	CHECK_INT(rtc_queue_drop_oldest(&queue, &pool), 0);
	CHECK_INT(queue.bytes, 8);
	rtc_queue_clear(&queue, &pool);

	check_case("small pieces between droppable messages take little memory");
	for (int i = 0; i < 3; i++) {
		CHECK_INT(rtc_queue_message(&queue, &pool, message, true), RTC_OK);
		CHECK_INT(rtc_queue_copy(&queue, &pool, RTC_SLICE("a"), RTC_SLICE("b")), RTC_OK);
		CHECK_INT(queue.last->room, RTC_QUEUE_SLIM_BYTES);
	}
	CHECK_INT(rtc_queue_copy(&queue, &pool, RTC_SLICE("c"), rtc_slice_of(noise, 500)), RTC_OK);
	CHECK_INT(queue.last->room, RTC_QUEUE_BLOCK_BYTES);
	CHECK(queue.last->joined);
	CHECK_INT(queue.bytes, 3 * (4 + 2) + 501);
	while (rtc_queue_drop_oldest(&queue, &pool) > 0) {
	}
	CHECK_INT(queue.bytes, 3 * 2 + 501);
	CHECK_BYTES(queue.first->bytes, queue.first->len, "abab", 4);
	rtc_queue_clear(&queue, &pool);
	CHECK_INT(message->refs, 1);

	check_case("nor does it make the next use of its segment droppable, or not");
	CHECK_INT(rtc_queue_message(&queue, &pool, message, true), RTC_OK);
	rtc_queue_clear(&queue, &pool);
	CHECK_INT(rtc_queue_message(&queue, &pool, message, false), RTC_OK);
	CHECK_INT(rtc_queue_drop_oldest(&queue, &pool), 0);
	rtc_queue_clear(&queue, &pool);
	CHECK_INT(message->refs, 1);
	rtc_message_unref(message);
}

static void test_joined(void)
{
	rtc_queue queue = {0};

	check_case("bytes that span blocks stay together");
	CHECK_INT(rtc_queue_copy(&queue, &pool, (rtc_slice){0}, rtc_slice_of(noise, BIG)), RTC_OK);
	rtc_queue_advance(&queue, &pool, 1);
	CHECK_INT(rtc_queue_copy(&queue, &pool, RTC_SLICE("x"), (rtc_slice){0}), RTC_OK);
	rtc_queue_drop_unsent(&queue, &pool);
	CHECK_INT(queue.bytes, BIG - 1);
	/* To a border of blocks: what follows was begun all the same. */
	rtc_queue_advance(&queue, &pool, RTC_QUEUE_BLOCK_BYTES - 1);
	CHECK_INT(queue.sent, 0);
	rtc_queue_drop_unsent(&queue, &pool);
	CHECK_INT(queue.bytes, BIG - RTC_QUEUE_BLOCK_BYTES);
	rtc_queue_clear(&queue, &pool);
}

static void test_pool(void)
{
	rtc_queue queue = {0};
	rtc_message *message = rtc_message_copy(RTC_SLICE("x"), false);

	check_case("the pool is bounded");
	for (int i = 0; i < 40000; i++) {
		CHECK_INT(rtc_queue_message(&queue, &pool, message, true), RTC_OK);
	}
	for (int i = 0; i < 300; i++) {
		CHECK_INT(rtc_queue_copy(
					  &queue, &pool, (rtc_slice){0}, rtc_slice_of(noise, RTC_QUEUE_BLOCK_BYTES)),
			RTC_OK);
	}
	CHECK_INT(message->refs, 40001);
	rtc_queue_clear(&queue, &pool);
	CHECK_INT(message->refs, 1);
	CHECK(pool.ref_count == 32768 && pool.block_count == 256);
	rtc_message_unref(message);
	rtc_pool_deinit(&pool);
	CHECK(pool.blocks == NULL && pool.ref_count == 0);
}

static void test_empty(void)
{
	rtc_queue queue = {0};
	struct iovec vector;

	check_case("an empty queue");
	CHECK_INT(rtc_queue_copy(&queue, &pool, (rtc_slice){0}, (rtc_slice){0}), RTC_OK);
	CHECK(queue.first == NULL);
	CHECK_INT(rtc_queue_vectors(&queue, &vector, 1), 0);
	rtc_queue_advance(&queue, &pool, 0);
	rtc_queue_drop_unsent(&queue, &pool);
	rtc_queue_clear(&queue, &pool);
	CHECK_INT(rtc_queue_drop_oldest(&queue, &pool), 0);
}

/* Many queues get the same small messages, some of which are begun: each writes what it got, and
 * where others got the same before, in one vector. */
static void test_shared(void)
{
	enum { QUEUES = 40, MESSAGES = 30 };

	static model models[QUEUES];
	rtc_queue queues[QUEUES] = {0};
	int vector_count = 0;
	int queue_count = 0;

	check_case("many queues share what they get alike");
	for (size_t i = 0; i < MESSAGES; i++) {
		rtc_message *message = rtc_message_copy(rtc_slice_of(noise + 90 * i, 20 + i), i % 2 == 0);

		for (size_t j = 0; j < QUEUES; j++) {
			bool odd = j % 10 == 9; /* gets fewer, and its peer is slow */

			if (odd && random_below(3) == 0) {
				continue;
			}
			CHECK(rtc_queue_message(&queues[j], &pool, message, j % 10 == 8) == RTC_OK);
			model_add(&models[j], rtc_message_head(message), message->payload, false);
			if (odd && random_below(3) == 0) {
				size_t some = random_below((uint32_t)queues[j].bytes);

				rtc_queue_advance(&queues[j], &pool, some);
				model_advance(&models[j], some);
			}
		}
		rtc_message_unref(message);
	}
	for (size_t j = 0; j < QUEUES; j++) {
		struct iovec vectors[64];

		CHECK(queues[j].bytes == model_bytes(&models[j]));
		check_vectors(&queues[j], &models[j], 64);
		if (j % 10 == 8) {
			CHECK(rtc_queue_vectors(&queues[j], vectors, 64) == MESSAGES);
		} else if (j % 10 != 9) {
			vector_count += rtc_queue_vectors(&queues[j], vectors, 64);
			queue_count++;
		}
	}
	CHECK(vector_count < queue_count * MESSAGES / 2);
	rtc_pool_settle(&pool);
	for (size_t j = 0; j < QUEUES; j++) {
		check_vectors(&queues[j], &models[j], 64);
		rtc_queue_clear(&queues[j], &pool);
		model_truncate(&models[j], 0);
	}
	rtc_pool_deinit(&pool);
}

int main(void)
{
	for (size_t i = 0; i < BIG; i++) {
		noise[i] = (uint8_t)random_below(256);
	}
	test_empty();
	test_coalescing();
	test_joined();
	test_raw();
	test_droppable();
	test_random(0);
	test_random(50);
	test_random(100);
	test_pool();
	test_shared();
	return check_done("test_queue");
}
