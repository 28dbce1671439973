#include "store.h"

#include "../proto/digest.h"

#include "loop.h"

#include <event2/util.h>
#include <stdlib.h>

#define EPOCH_BYTES 8

/* The first ring of a log, and the smallest. */
#define RING_MIN 8

typedef struct memory_store {
	rtc_store base;
	rtc_loop *loop; /* NULL: no clock, so no ttl */
	size_t kept;    /* bytes of payloads */
} memory_store;

/* A ring of references, which grows as it fills, up to limits.entries. The entries' offsets are
 * those that end with the newest, without holes. */
typedef struct memory_log {
	rtc_publication_id newest;
	rtc_log_limits limits;
	rtc_publication **ring; /* NULL while capacity is 0 */
	uint32_t capacity;
	uint32_t first; /* where the oldest entry stands */
	uint32_t count;
} memory_log;

/* ---- the ring ----------------------------------------------------------------------------------
 */

static uint32_t place(const memory_log *log, uint32_t index)
{
	uint32_t to_end = log->capacity - log->first;

	return index < to_end ? log->first + index : index - to_end;
}

static void drop_oldest(rtc_store *store, memory_log *log, uint32_t count)
{
	while (count-- > 0) {
		rtc_publication *pub = log->ring[log->first];

		((memory_store *)store)->kept -= pub->message->payload.len;
		rtc_publication_unref(pub);
		log->first = place(log, 1);
		log->count--;
	}
}

/* Gives the ring another size that its entries fit into. */
static rtc_status resize(memory_log *log, uint32_t capacity)
{
	rtc_publication **ring = NULL;

	if (capacity > 0) {
		ring = calloc(capacity, sizeof(*ring));
		if (ring == NULL) {
			return RTC_NOMEM;
		}
	}
	for (uint32_t i = 0; i < log->count; i++) {
		ring[i] = log->ring[place(log, i)];
	}
	free(log->ring);
	log->ring = ring;
	log->capacity = capacity;
	log->first = 0;
	return RTC_OK;
}

/* Room for one more entry. `count` is below limits.entries. */
static rtc_status grow(memory_log *log)
{
	uint32_t capacity = log->limits.entries;

	if (log->count < log->capacity) {
		return RTC_OK;
	}
	if (log->capacity < capacity / 2) {
		capacity = log->capacity == 0 ? RING_MIN : log->capacity * 2;
	}
	return resize(log, capacity < log->limits.entries ? capacity : log->limits.entries);
}

/* Gives memory back after entries went. */
static void shrink(memory_log *log)
{
	if (log->count == 0) {
		free(log->ring);
		log->ring = NULL;
		log->capacity = 0;
		log->first = 0;
	} else if (log->count < log->capacity / 4) {
		/* Without memory for a smaller ring the larger one stays. */
		(void)resize(log, log->count * 2);
	}
}

/* ---- time --------------------------------------------------------------------------------------
 */

/* The clock is read: since the loop last did, a callback may have worked for longer than a ttl, and
 * what it publishes then must not be too old at once. */
static uint64_t now_ms(const rtc_store *store)
{
	const memory_store *memory = (const memory_store *)store;

	if (memory->loop == NULL) {
		return 0;
	}
	rtc_wheel_refresh(&memory->loop->wheel);
	return rtc_loop_now_ms(memory->loop);
}

/* Forgets what is too old. */
static void expire(rtc_store *store, memory_log *log)
{
	uint32_t old = 0;
	uint64_t now;

	if (log->limits.ttl_ms == 0 || log->count == 0) {
		return;
	}
	now = now_ms(store);
	while (old < log->count && now - log->ring[place(log, old)]->kept_ms >= log->limits.ttl_ms) {
		old++;
	}
	if (old > 0) {
		drop_oldest(store, log, old);
		shrink(log);
	}
}

static uint32_t memory_log_expire(rtc_store *store, void *state)
{
	memory_log *log = state;
	uint64_t age;

	expire(store, log);
	if (log->limits.ttl_ms == 0 || log->count == 0) {
		return 0;
	}
	age = now_ms(store) - log->ring[log->first]->kept_ms;
	return age < log->limits.ttl_ms ? log->limits.ttl_ms - (uint32_t)age : 1;
}

/* ---- logs --------------------------------------------------------------------------------------
 */

/* Base64url without padding (RFC 4648 section 5). */
static void draw_epoch(char out[RTC_EPOCH_MAX + 1])
{
	uint8_t random[EPOCH_BYTES];
	char text[RTC_BASE64_LEN(EPOCH_BYTES)];

	evutil_secure_rng_get_bytes(random, sizeof(random));
	rtc_base64_encode(random, sizeof(random), text);
	for (size_t i = 0; i < RTC_EPOCH_LEN; i++) {
		out[i] = text[i];
		if (text[i] == '+') {
			out[i] = '-';
		} else if (text[i] == '/') {
			out[i] = '_';
		}
	}
	out[RTC_EPOCH_LEN] = '\0';
}

static void *memory_log_open(rtc_store *store, rtc_slice channel)
{
	memory_log *log = calloc(1, sizeof(*log));

	(void)store;
	(void)channel;
	if (log != NULL) {
		draw_epoch(log->newest.epoch);
	}
	return log;
}

static void memory_log_close(rtc_store *store, void *state)
{
	memory_log *log = state;

	drop_oldest(store, log, log->count);
	free(log->ring);
	free(log);
}

static void memory_log_limit(rtc_store *store, void *state, const rtc_log_limits *limits)
{
	memory_log *log = state;

	expire(store, log); /* what was too old does not come back */
	log->limits = *limits;
	if (log->count > limits->entries) {
		drop_oldest(store, log, log->count - limits->entries);
	}
	if (log->capacity > limits->entries) {
		/* A ring that stays larger than its limit for want of memory does no harm. */
		(void)resize(log, log->count);
	}
	expire(store, log);
}

static bool memory_log_is_used(rtc_store *store, void *state)
{
	memory_log *log = state;

	expire(store, log);
	return log->count > 0;
}

/* ---- entries -----------------------------------------------------------------------------------
 */

static rtc_status keep(rtc_store *store, memory_log *log, rtc_publication *pub)
{
	expire(store, log);
	if (log->count == log->limits.entries) {
		drop_oldest(store, log, 1);
	} else if (grow(log) != RTC_OK) {
		return RTC_NOMEM;
	}
	pub->kept = true;
	pub->kept_ms = now_ms(store);
	log->ring[place(log, log->count)] = rtc_publication_ref(pub);
	((memory_store *)store)->kept += pub->message->payload.len;
	log->count++;
	return RTC_OK;
}

static void memory_append(
	rtc_store *store, void *state, rtc_publication *pub, rtc_store_done done, void *context)
{
	memory_log *log = state;

	if (log->limits.entries > 0 && keep(store, log, pub) != RTC_OK) {
		done(context, RTC_NOMEM);
		return;
	}
	log->newest.offset++;
	pub->id = log->newest;
	done(context, RTC_OK);
}

static void memory_newest(rtc_store *store, void *state, rtc_publication_id *id)
{
	(void)store;
	*id = ((memory_log *)state)->newest;
}

/* Gives the entries behind the first `skip`, up to `max` and up to where the ring wraps. */
static void give(const memory_log *log, uint32_t skip, size_t max, rtc_page *page)
{
	uint32_t count = log->count - skip;

	page->after = page->newest = log->newest;
	page->after.offset -= count;
	if (count == 0) {
		return;
	}

	uint32_t at = place(log, skip);

	if (count > log->capacity - at) {
		count = log->capacity - at;
	}
	page->items = log->ring + at;
	page->count = count < max ? count : max;
}

static void memory_read(rtc_store *store, void *state, const rtc_publication_id *after, size_t max,
	rtc_store_page done, void *context)
{
	memory_log *log = state;
	rtc_page page = {.status = RTC_OK};

	expire(store, log);

	/* How far it lies behind the newest; an id beyond that is very far away. */
	uint64_t behind = log->newest.offset - after->offset;

	page.gap = behind > log->count || strcmp(after->epoch, log->newest.epoch) != 0;
	give(log, page.gap ? 0 : log->count - (uint32_t)behind, max, &page);
	done(context, &page);
}

static void memory_recent(
	rtc_store *store, void *state, size_t max, rtc_store_page done, void *context)
{
	memory_log *log = state;
	rtc_page page = {.status = RTC_OK};

	expire(store, log);
	give(log, log->count > max ? log->count - (uint32_t)max : 0, max, &page);
	done(context, &page);
}

static size_t memory_kept(const rtc_store *store)
{
	return ((const memory_store *)store)->kept;
}

static void memory_free(rtc_store *store)
{
	free(store);
}

static const rtc_store_ops memory_ops = {
	.log_open = memory_log_open,
	.log_close = memory_log_close,
	.log_limit = memory_log_limit,
	.log_is_used = memory_log_is_used,
	.log_expire = memory_log_expire,
	.append = memory_append,
	.newest = memory_newest,
	.read = memory_read,
	.recent = memory_recent,
	.kept = memory_kept,
	.free = memory_free,
};

rtc_store *rtc_store_memory_new(struct rtc_loop *loop)
{
	memory_store *store = malloc(sizeof(*store));

	if (store == NULL) {
		return NULL;
	}
	store->base.ops = &memory_ops;
	store->loop = loop;
	store->kept = 0;
	return &store->base;
}
