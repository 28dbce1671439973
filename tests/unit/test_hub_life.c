/* link: src/engine/hub.c src/engine/subscription.c src/engine/glob.c src/engine/store_memory.c */
/* link: src/engine/message.c src/engine/publication.c src/engine/options.c src/engine/timer.c */
/* link: src/engine/map.c src/engine/siphash.c */
/* link: src/engine/network.c src/engine/address.c */
#include "check.h"

#include "../../src/engine/conn.h"
#include "../../src/engine/hub.h"

#include <event2/event.h>
#include <time.h>

#define IDLE_MS (2 * 60 * 1000)
#define IDLE_MAX 10000

/* The clock of this program, libevent included. */
static uint64_t clock_ms = UINT64_C(1000003);

int clock_gettime(clockid_t clock, struct timespec *now)
{
	(void)clock;
	now->tv_sec = (time_t)(clock_ms / 1000);
	now->tv_nsec = (long)(clock_ms % 1000 * 1000000);
	return 0;
}

static rtc_loop loop;
static rtc_hub *hub;

/* Lets time pass as fast as the program can. */
static void pass(uint64_t ms)
{
	uint64_t end = clock_ms + ms;

	while (clock_ms < end) {
		clock_ms += end - clock_ms < 10 ? end - clock_ms : 10;
		rtc_wheel_refresh(&loop.wheel);
		event_base_loop(loop.base, EVLOOP_ONCE | EVLOOP_NONBLOCK);
	}
}

static rtc_slice text_of(const char *text)
{
	return rtc_slice_of(text, strlen(text));
}

static rtc_channel *channel_of(const char *name)
{
	return rtc_hub_channel(hub, text_of(name));
}

static rtc_publication_id publish_held(rtc_channel *channel)
{
	rtc_message *message = rtc_message_copy(RTC_SLICE("payload"), false);
	rtc_published published;

	CHECK_INT(rtc_channel_publish(channel, message, RTC_SLICE(""), NULL, &published), RTC_OK);
	rtc_message_unref(message);
	return published.id;
}

static rtc_publication_id publish(const char *name)
{
	rtc_channel *channel = channel_of(name);
	rtc_publication_id id = publish_held(channel);

	rtc_channel_release(channel);
	return id;
}

static void configure(const char *glob, uint32_t entries, uint32_t ttl_ms, rtc_overflow overflow)
{
	rtc_channel_options options = {{entries, ttl_ms}, overflow};

	CHECK_INT(rtc_hub_configure(hub, text_of(glob), &options), RTC_OK);
}

/* Adds up pages. */
typedef struct tally {
	size_t count;
	rtc_publication_id last;
	rtc_publication_id newest;
} tally;

static void count_items(void *context, const rtc_page *page)
{
	tally *t = context;

	CHECK_INT(page->status, RTC_OK);
	t->count += page->count;
	t->last = page->count > 0 ? page->items[page->count - 1]->id : page->after;
	t->newest = page->newest;
}

/* Entries that the channel keeps. */
static size_t history(const char *name)
{
	rtc_channel *channel = channel_of(name);
	tally t = {0};

	rtc_channel_recent(channel, 1000, count_items, &t);
	while (t.last.offset < t.newest.offset) {
		rtc_publication_id after = t.last;

		rtc_channel_read(channel, &after, 1000, count_items, &t);
		if (!CHECK(t.last.offset > after.offset)) {
			break;
		}
	}
	rtc_channel_release(channel);
	return t.count;
}

static rtc_overflow overflow_of(const char *name, rtc_overflow of_route)
{
	rtc_channel *channel = channel_of(name);
	rtc_overflow overflow = rtc_channel_overflow(channel, of_route);

	rtc_channel_release(channel);
	return overflow;
}

static void test_options(void)
{
	rtc_channel *held;

	check_case("without options");
	hub = rtc_hub_new(&loop);
	publish("a");
	CHECK_INT(history("a"), 0);
	CHECK_INT(overflow_of("a", RTC_OVERFLOW_DROP_NEWEST), RTC_OVERFLOW_DROP_NEWEST);

	check_case("options count for channels to come, and for those there are");
	held = channel_of("a/1");
	configure("a/*", 3, 0, RTC_OVERFLOW_DROP_OLDEST);
	for (int i = 0; i < 5; i++) {
		publish("a/1");
		publish("a/2");
		publish("b");
	}
	CHECK_INT(history("a/1"), 3);
	CHECK_INT(history("a/2"), 3);
	CHECK_INT(history("b"), 0);
	CHECK_INT(overflow_of("a/1", RTC_OVERFLOW_CLOSE), RTC_OVERFLOW_DROP_OLDEST);
	CHECK_INT(overflow_of("b", RTC_OVERFLOW_CLOSE), RTC_OVERFLOW_CLOSE);

	check_case("of several the first counts");
	configure("*", 4, 0, RTC_OVERFLOW_CLOSE);
	for (int i = 0; i < 5; i++) {
		publish("a/1");
		publish("b");
	}
	CHECK_INT(history("a/1"), 3);
	CHECK_INT(history("b"), 4);
	CHECK_INT(overflow_of("b", RTC_OVERFLOW_DROP_NEWEST), RTC_OVERFLOW_CLOSE);

	check_case("the same once more replaces it");
	configure("a/*", 1, 0, RTC_OVERFLOW_DROP_NEWEST);
	CHECK_INT(history("a/1"), 1);
	CHECK_INT(history("b"), 4);
	CHECK_INT(overflow_of("a/1", RTC_OVERFLOW_CLOSE), RTC_OVERFLOW_DROP_NEWEST);
	rtc_channel_release(held);

	check_case("channels with history are counted, and without it not");
	CHECK_INT(rtc_hub_channel_count(hub), 3);
	configure("*", 0, 0, RTC_OVERFLOW_CLOSE);
	CHECK_INT(rtc_hub_channel_count(hub), 2);
	configure("a/*", 0, 0, RTC_OVERFLOW_CLOSE);
	CHECK_INT(rtc_hub_channel_count(hub), 0);
	rtc_hub_free(hub);
}

static void keep_item(void *context, const rtc_page *page)
{
	*(rtc_publication **)context = rtc_publication_ref(page->items[0]);
}

static void test_publication_policy(void)
{
	rtc_publication *pub = NULL;
	rtc_channel *channel;

	check_case("a publication knows what its channel says");
	hub = rtc_hub_new(&loop);
	configure("a", 1, 0, RTC_OVERFLOW_DROP_OLDEST);
	channel = channel_of("a");
	publish_held(channel);
	rtc_channel_recent(channel, 1, keep_item, &pub);
	CHECK_INT(rtc_publication_overflow(pub, RTC_OVERFLOW_CLOSE), RTC_OVERFLOW_DROP_OLDEST);
	pub->has_overflow = false;
	CHECK_INT(rtc_publication_overflow(pub, RTC_OVERFLOW_CLOSE), RTC_OVERFLOW_CLOSE);
	rtc_channel_release(channel);
	rtc_hub_free(hub);
	CHECK_INT(pub->refs, 1);
	rtc_publication_unref(pub);
}

static bool same_epoch(rtc_publication_id a, rtc_publication_id b)
{
	return strcmp(a.epoch, b.epoch) == 0;
}

static void test_idle_time(void)
{
	rtc_publication_id first;
	rtc_publication_id other;
	rtc_publication_id id;

	hub = rtc_hub_new(&loop);
	check_case("an idle channel numbers on for two minutes");
	first = publish("a");
	CHECK_INT(rtc_hub_channel_count(hub), 0);
	pass(IDLE_MS - 100);
	id = publish("a");
	CHECK(same_epoch(first, id) && id.offset == 2);

	check_case("counted from when it became idle the last time");
	pass(60000);
	other = publish("b");
	pass(59900);
	id = publish("a");
	CHECK(same_epoch(first, id) && id.offset == 3);
	pass(59900);
	id = publish("b");
	CHECK(same_epoch(other, id) && id.offset == 2);

	check_case("and anew after that");
	pass(60500);
	id = publish("a");
	CHECK(!same_epoch(first, id) && id.offset == 1);
	id = publish("b");
	CHECK(same_epoch(other, id) && id.offset == 3);

	check_case("nothing is left when nothing is idle");
	pass(IDLE_MS + 100);
	CHECK(!event_pending(loop.wheel.event, EV_TIMEOUT, NULL));

	check_case("a hub goes while channels are idle");
	publish("a");
	rtc_hub_free(hub);
	pass(2000);
}

static void test_idle_bound(void)
{
	rtc_publication_id first[3];
	rtc_publication_id id;
	char name[24];

	hub = rtc_hub_new(&loop);
	check_case("only so many are idle, and the oldest go first");
	for (int i = 0; i < 3; i++) {
		snprintf(name, sizeof(name), "first-%d", i);
		first[i] = publish(name);
	}
	for (int i = 0; i < IDLE_MAX - 2; i++) {
		snprintf(name, sizeof(name), "%d", i);
		publish(name);
		if (i == IDLE_MAX - 4) {
			id = publish("first-1"); /* now it is the newest */
			CHECK(same_epoch(first[1], id));
		}
	}
	id = publish("first-2");
	CHECK(same_epoch(first[2], id));
	id = publish("first-1");
	CHECK(same_epoch(first[1], id));
	id = publish("first-0");
	CHECK(!same_epoch(first[0], id));
	CHECK_INT(rtc_hub_channel_count(hub), 0);
	rtc_hub_free(hub);
}

static void test_history_life(void)
{
	rtc_publication_id first;
	rtc_publication_id id;

	hub = rtc_hub_new(&loop);
	check_case("a channel with history lives on");
	configure("kept", 5, 0, RTC_OVERFLOW_CLOSE);
	configure("aging", 5, 30000, RTC_OVERFLOW_CLOSE);
	first = publish("kept");
	pass(IDLE_MS * 3);
	CHECK_INT(rtc_hub_channel_count(hub), 1);
	CHECK_INT(history("kept"), 1);
	id = publish("kept");
	CHECK(same_epoch(first, id) && id.offset == 2);

	check_case("and one whose history gets old as long as it is not");
	first = publish("aging");
	pass(20000);
	publish("aging");
	CHECK_INT(history("aging"), 2);
	pass(11100);
	CHECK_INT(rtc_hub_channel_count(hub), 2);
	CHECK_INT(history("aging"), 1);
	pass(20100);
	CHECK_INT(rtc_hub_channel_count(hub), 1); /* nobody has touched it */
	CHECK_INT(history("aging"), 0);

	check_case("then it is idle");
	pass(IDLE_MS - 1000);
	id = publish("aging");
	CHECK(same_epoch(first, id) && id.offset == 3);
	pass(32000 + IDLE_MS);
	id = publish("aging");
	CHECK(!same_epoch(first, id) && id.offset == 1);

	check_case("options that take or change the age");
	configure("aging", 5, 0, RTC_OVERFLOW_CLOSE);
	pass(60000);
	CHECK_INT(history("aging"), 1);
	configure("aging", 5, 70000, RTC_OVERFLOW_CLOSE);
	pass(9000);
	CHECK_INT(rtc_hub_channel_count(hub), 2);
	pass(2100);
	CHECK_INT(rtc_hub_channel_count(hub), 1);
	rtc_hub_free(hub);
	CHECK(loop.wheel.event != NULL);
	pass(70000);
	CHECK(!event_pending(loop.wheel.event, EV_TIMEOUT, NULL));
}

static void take_status(void *context, const rtc_page *page)
{
	*(rtc_status *)context = page->status;
}

static void test_gone(void)
{
	rtc_channel *channel;
	rtc_conn conn = {0};
	rtc_publication_id id;
	rtc_status status = RTC_OK;

	check_case("a channel whose hub is gone");
	hub = rtc_hub_new(&loop);
	configure("*", 10, 1000, RTC_OVERFLOW_DROP_OLDEST);
	channel = channel_of("a");
	id = publish_held(channel);
	rtc_hub_free(hub);
	CHECK_INT(rtc_channel_subscribe(channel, &conn), RTC_FAILED);
	rtc_channel_read(channel, &id, 10, take_status, &status);
	CHECK_INT(status, RTC_FAILED);
	status = RTC_OK;
	rtc_channel_recent(channel, 10, take_status, &status);
	CHECK_INT(status, RTC_FAILED);
	CHECK(!rtc_channel_newest(channel, &id));
	CHECK_INT(rtc_channel_overflow(channel, RTC_OVERFLOW_CLOSE), RTC_OVERFLOW_DROP_OLDEST);
	pass(3000);
	rtc_channel_release(channel);
}

static void test_subscribing(void)
{
	rtc_conn conn = {0};
	rtc_channel *channel;
	rtc_publication_id first;

	check_case("a channel with subscribers is not idle");
	hub = rtc_hub_new(&loop);
	first = publish("a");
	channel = channel_of("a");
	CHECK_INT(rtc_channel_subscribe(channel, &conn), RTC_OK);
	CHECK_INT(rtc_channel_subscribe(channel, &conn), RTC_OK);
	rtc_channel_release(channel);
	CHECK_INT(rtc_hub_subscription_count(hub), 1);
	CHECK_INT(rtc_hub_channel_count(hub), 1);
	pass(2 * IDLE_MS);
	CHECK_INT(rtc_hub_channel_count(hub), 1);
	rtc_hub_forget(&conn);
	CHECK_INT(rtc_hub_channel_count(hub), 0);
	pass(1000);
	CHECK(same_epoch(first, publish("a")));
	rtc_hub_free(hub);
}

int main(void)
{
	loop.base = event_base_new();
	if (!CHECK(loop.base != NULL && rtc_wheel_init(&loop.wheel, loop.base) == RTC_OK)) {
		return check_done("test_hub_life");
	}
	test_options();
	test_publication_policy();
	test_idle_time();
	test_idle_bound();
	test_history_life();
	test_gone();
	test_subscribing();
	rtc_wheel_deinit(&loop.wheel);
	event_base_free(loop.base);
	return check_done("test_hub_life");
}
