/* link: src/engine/store_memory.c src/engine/message.c src/engine/publication.c */
/* link: src/engine/timer.c */
#include "check.h"

#include "../../src/engine/loop.h"
#include "../../src/engine/store.h"
#include "random.h"

#include <time.h>

/* The clock of this program. */
static uint64_t clock_ms = 1000;

int clock_gettime(clockid_t clock, struct timespec *now)
{
	(void)clock;
	now->tv_sec = (time_t)(clock_ms / 1000);
	now->tv_nsec = (long)(clock_ms % 1000 * 1000000);
	return 0;
}

/* Only its clock is looked at. */
static rtc_loop clock_loop;

/* A log, and beside it what it should keep: the offsets from `oldest` up to `newest`, and when each
 * was appended. */
#define MODEL_MAX 20000

static struct {
	rtc_store *store;
	void *log;
	rtc_log_limits limits;
	uint64_t oldest;
	uint64_t newest;
	uint64_t at_ms[MODEL_MAX + 1];
} model;

static void model_open(rtc_loop *loop, uint32_t entries, uint32_t ttl_ms)
{
	model.limits = (rtc_log_limits){entries, ttl_ms};
	model.store = rtc_store_memory_new(loop);
	model.log = model.store->ops->log_open(model.store, RTC_SLICE("a"));
	model.oldest = 1;
	model.newest = 0;
	if (entries > 0) {
		model.store->ops->log_limit(model.store, model.log, &model.limits);
	}
}

static void model_close(void)
{
	model.store->ops->log_close(model.store, model.log);
	model.store->ops->free(model.store);
}

static void model_trim(void)
{
	while (model.oldest <= model.newest &&
		(model.newest - model.oldest + 1 > model.limits.entries ||
			(model.limits.ttl_ms > 0 &&
				clock_ms - model.at_ms[model.oldest] >= model.limits.ttl_ms))) {
		model.oldest++;
	}
}

static void model_limit(uint32_t entries, uint32_t ttl_ms)
{
	model.limits = (rtc_log_limits){entries, ttl_ms};
	model.store->ops->log_limit(model.store, model.log, &model.limits);
	model_trim();
}

static void appended(void *context, rtc_status status)
{
	*(rtc_status *)context = status;
}

static void append(void)
{
	char text[24];
	rtc_status status = RTC_FAILED;
	size_t len = (size_t)snprintf(text, sizeof(text), "%" PRIu64, model.newest + 1);
	rtc_message *message = rtc_message_copy(rtc_slice_of(text, len), false);
	rtc_publication *pub = rtc_publication_new(message, RTC_SLICE("a"), RTC_SLICE(""));

	rtc_message_unref(message);
	model.store->ops->append(model.store, model.log, pub, appended, &status);
	CHECK_INT(status, RTC_OK);
	model.newest++;
	model.at_ms[model.newest] = clock_ms;
	model_trim();
	CHECK_INT(pub->id.offset, model.newest);
	rtc_publication_unref(pub);
}

static rtc_publication_id id_of(uint64_t offset)
{
	rtc_publication_id id;

	model.store->ops->newest(model.store, model.log, &id);
	CHECK_INT(id.offset, model.newest);
	id.offset = offset;
	return id;
}

/* A page, copied. */
typedef struct note {
	bool given;
	bool gap;
	uint64_t after;
	size_t count;
	uint64_t newest;
} note;

static void take_page(void *context, const rtc_page *page)
{
	note *seen = context;
	rtc_publication_id id = id_of(0);

	CHECK(!seen->given);
	CHECK_INT(page->status, RTC_OK);
	CHECK(strcmp(page->after.epoch, id.epoch) == 0);
	CHECK(strcmp(page->newest.epoch, id.epoch) == 0);
	*seen = (note){true, page->gap, page->after.offset, page->count, page->newest.offset};
	for (size_t i = 0; i < page->count; i++) {
		const rtc_publication *pub = page->items[i];
		char text[24];

		snprintf(text, sizeof(text), "%" PRIu64, page->after.offset + 1 + i);
		CHECK_INT(pub->id.offset, page->after.offset + 1 + i);
		CHECK_STR(pub->message->payload.data, pub->message->payload.len, text);
	}
}

static note read_page(const rtc_publication_id *after, size_t max)
{
	note seen = {0};

	model.store->ops->read(model.store, model.log, after, max, take_page, &seen);
	CHECK(seen.given);
	CHECK_INT(seen.newest, model.newest);
	CHECK(seen.count <= max);
	return seen;
}

static note recent_page(size_t max)
{
	note seen = {0};

	model.store->ops->recent(model.store, model.log, max, take_page, &seen);
	CHECK(seen.given);
	CHECK(!seen.gap);
	CHECK_INT(seen.newest, model.newest);
	CHECK(seen.count <= max);
	return seen;
}

/* Reads page by page behind an id until the end, and compares with the model. */
static void check_read(uint64_t after, size_t max)
{
	rtc_publication_id id = id_of(after);
	bool gap = after + 1 < model.oldest || after > model.newest;
	uint64_t from = gap ? model.oldest - 1 : after;
	note seen = read_page(&id, max);
	int pages = 1;

	CHECK_INT(seen.gap, gap);
	CHECK_INT(seen.after, from);
	while (seen.after + seen.count < model.newest && seen.count > 0) {
		id.offset = seen.after + seen.count;
		seen = read_page(&id, max);
		CHECK(!seen.gap);
		CHECK_INT(seen.after, id.offset);
		pages++;
	}
	CHECK_INT(seen.after + seen.count, model.newest);
	/* A ring wraps once. */
	CHECK(pages <= (int)((model.newest - from) / max) + 2);
}

static void check_recent(size_t max)
{
	uint64_t kept = model.newest + 1 - model.oldest;
	note seen = recent_page(max);

	CHECK_INT(seen.after, model.newest - (kept < max ? kept : max));
	CHECK((seen.count > 0) == (kept > 0 && max > 0));
	if (seen.count < kept && seen.count < max && seen.count > 0) {
		check_read(seen.after + seen.count, max);
	}
}

static void test_numbers_only(void)
{
	check_case("a log that keeps nothing numbers");
	model_open(NULL, 0, 0);
	check_read(0, 10);
	check_read(1, 10);
	check_recent(10);
	append();
	append();
	CHECK(!model.store->ops->log_is_used(model.store, model.log));
	check_read(2, 10);
	check_read(1, 10);
	check_read(0, 10);
	check_read(3, 10);
	check_recent(10);
	model_close();
}

static void test_gaps(void)
{
	rtc_publication_id id;
	note seen;

	check_case("gaps");
	model_open(NULL, 3, 0);
	for (int i = 0; i < 5; i++) {
		append();
	}
	CHECK(model.store->ops->log_is_used(model.store, model.log));
	id = id_of(2);
	seen = read_page(&id, 10);
	CHECK(!seen.gap && seen.after == 2);

	check_case("an id whose successor is not kept any more");
	id = id_of(1);
	seen = read_page(&id, 10);
	CHECK(seen.gap && seen.after == 2 && seen.count > 0);

	check_case("an id beyond the newest");
	id = id_of(6);
	seen = read_page(&id, 10);
	CHECK(seen.gap && seen.after == 2 && seen.count > 0);
	id = id_of(UINT64_MAX);
	CHECK(read_page(&id, 10).gap);

	check_case("the newest id");
	id = id_of(5);
	seen = read_page(&id, 10);
	CHECK(!seen.gap && seen.after == 5 && seen.count == 0);

	check_case("another epoch");
	id.epoch[0] = id.epoch[0] == 'A' ? 'B' : 'A';
	seen = read_page(&id, 10);
	CHECK(seen.gap && seen.after == 2 && seen.count > 0);
	id = id_of(5);
	id.epoch[RTC_EPOCH_LEN - 1] = '\0';
	CHECK(read_page(&id, 10).gap);

	check_case("no items are wanted");
	id = id_of(3);
	seen = read_page(&id, 0);
	CHECK(!seen.gap && seen.after == 3 && seen.count == 0);
	check_recent(0);

	check_case("nothing is kept any more");
	model_limit(0, 0);
	id = id_of(2);
	seen = read_page(&id, 10);
	CHECK(seen.gap && seen.after == 5 && seen.count == 0);
	model_close();
}

static void test_wrap(void)
{
	note seen;

	check_case("a page ends where the ring wraps");
	model_open(NULL, 10, 0);
	for (int i = 0; i < 17; i++) {
		append();
	}
	seen = recent_page(10);
	CHECK_INT(seen.after, 7);
	CHECK_INT(seen.count, 3);
	CHECK_INT(recent_page(7).count, 7);
	check_recent(10);
	check_read(7, 10);
	check_read(10, 10);
	check_read(9, 10);
	model_close();
}

static void test_limits_in_use(void)
{
	check_case("limits changed while in use");
	for (uint32_t before = 0; before < 12; before++) {
		for (uint32_t after = 0; after < 12; after++) {
			model_open(NULL, before, 0);
			for (int i = 0; i < 16; i++) {
				append();
			}
			model_limit(after, 0);
			for (uint64_t i = 0; i < 18; i++) {
				check_read(i, 4);
			}
			for (int i = 0; i < 5; i++) {
				append();
			}
			check_read(0, 100);
			check_recent(3);
			CHECK_INT(model.store->ops->log_is_used(model.store, model.log), after > 0);
			model_close();
		}
	}
}

static void test_ttl(void)
{
	check_case("entries get too old");
	clock_ms = 5000;
	model_open(&clock_loop, 100, 1000);
	CHECK_INT(model.store->ops->log_expire(model.store, model.log), 0);
	append();
	clock_ms = 5400;
	append();
	CHECK_INT(model.store->ops->log_expire(model.store, model.log), 600);
	clock_ms = 5999;
	check_read(0, 10);
	CHECK_INT(recent_page(10).count, 2);
	clock_ms = 6000;
	model_trim();
	CHECK_INT(recent_page(10).count, 1);
	check_read(0, 10);
	CHECK_INT(model.store->ops->log_expire(model.store, model.log), 400);
	clock_ms = 90000;
	model_trim();
	CHECK_INT(model.store->ops->log_expire(model.store, model.log), 0);
	CHECK(!model.store->ops->log_is_used(model.store, model.log));
	check_read(1, 10);
	check_read(2, 10);
	append();
	check_read(2, 10);

	check_case("time that the loop has not noticed yet");
	clock_ms += 5000;
	append();
	CHECK_INT(clock_loop.wheel.now_ms, clock_ms);
	clock_ms += 999;
	CHECK_INT(recent_page(10).count, 1);

	check_case("another ttl counts for what is there");
	clock_ms += 500;
	model_limit(100, 500);
	CHECK_INT(recent_page(10).count, 0);
	model_limit(100, 0);
	append();
	clock_ms += UINT32_MAX;
	CHECK_INT(model.store->ops->log_expire(model.store, model.log), 0);
	CHECK_INT(recent_page(10).count, 1);
	model_close();

	check_case("without a clock there is no ttl");
	model_open(NULL, 100, 1);
	append();
	CHECK_INT(recent_page(10).count, 1);
	model.store->ops->log_close(model.store, model.log);
	model.store->ops->free(model.store);
}

static void test_random(void)
{
	for (int game = 0; game < 40; game++) {
		check_case("random, game %d", game);
		model_open(&clock_loop, random_below(40), random_below(3) == 0 ? random_below(200) : 0);
		for (int step = 0; step < 2000; step++) {
			uint32_t dice = random_below(100);

			check_case("random, game %d, step %d", game, step);
			clock_ms += random_below(10);
			model_trim();
			if (dice < 60) {
				append();
			} else if (dice < 85) {
				check_read(random_below((uint32_t)model.newest + 3), 1 + random_below(50));
			} else if (dice < 97) {
				check_recent(random_below(50));
			} else if (dice < 98) {
				clock_ms += random_below(300);
				model_trim();
			} else {
				model_limit(random_below(60), random_below(2) == 0 ? random_below(200) : 0);
			}
			CHECK_INT(model.store->ops->log_is_used(model.store, model.log),
				model.oldest <= model.newest);
		}
		model_close();
	}
}

/* Entries that readers keep outlive the log. */
static void keep_first(void *context, const rtc_page *page)
{
	*(rtc_publication **)context = rtc_publication_ref(page->items[0]);
}

static void test_references(void)
{
	rtc_publication *kept = NULL;

	check_case("an item with a reference outlives its log");
	model_open(NULL, 2, 0);
	append();
	model.store->ops->recent(model.store, model.log, 1, keep_first, &kept);
	CHECK_INT(kept->refs, 2);
	append();
	append();
	CHECK_INT(kept->refs, 1);
	model_close();
	CHECK_STR(kept->message->payload.data, kept->message->payload.len, "1");
	rtc_publication_unref(kept);
}

int main(void)
{
	test_numbers_only();
	test_gaps();
	test_wrap();
	test_limits_in_use();
	test_ttl();
	test_random();
	test_references();
	return check_done("test_store");
}
