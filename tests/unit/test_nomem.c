/* link: src/engine/hub.c src/engine/subscription.c src/engine/glob.c src/engine/store_memory.c */
/* link: src/engine/message.c src/engine/publication.c src/engine/queue.c */
/* link: src/engine/map.c src/engine/siphash.c src/engine/route.c src/engine/options.c */
/* link: src/engine/request.c src/engine/watch.c src/engine/loop.c src/engine/timer.c */
/* link: src/engine/peak.c */
/* link: -Wl,--wrap=malloc,--wrap=calloc,--wrap=realloc -lpthread */
/* link: src/engine/network.c src/engine/address.c */
#include "check.h"

#include "../../src/proto/json.h"

#include "../../src/engine/conn.h"
#include "../../src/engine/hub.h"
#include "../../src/engine/watch.h"

/* Each case is played again and again: first its first allocation fails, then its second, until it
 * comes through. Whatever failed must have changed nothing; a leak checker sees the rest. */

static int allocations_left = -1; /* before one fails; negative: none does */
static bool failed;

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *old, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *old, size_t size);

static bool fails(void)
{
	if (allocations_left < 0) {
		return false;
	}
	if (allocations_left == 0) {
		failed = true;
		return true;
	}
	allocations_left--;
	return false;
}

void *__wrap_malloc(size_t size)
{
	return fails() ? NULL : __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size)
{
	return fails() ? NULL : __real_calloc(count, size);
}

void *__wrap_realloc(void *old, size_t size)
{
	return fails() ? NULL : __real_realloc(old, size);
}

rtc_send_result rtc_conn_send(rtc_conn *conn, rtc_message *message)
{
	(void)conn;
	(void)message;
	return RTC_SEND_SENT;
}

static void begin(int step)
{
	allocations_left = step;
	failed = false;
}

static void end(void)
{
	allocations_left = -1;
}

static bool play_message(int step)
{
	begin(step);
	rtc_message *copy = rtc_message_copy(RTC_SLICE("x"), false);
	rtc_message *loan = rtc_message_borrow(RTC_SLICE("x"), false, NULL, NULL);
	end();

	CHECK((copy == NULL || loan == NULL) == failed);
	if (copy != NULL) {
		rtc_message_unref(copy);
	}
	if (loan != NULL) {
		rtc_message_unref(loan);
	}
	return !failed;
}

static bool play_queue(int step)
{
	static const uint8_t big[5 * RTC_QUEUE_BLOCK_BYTES];
	rtc_pool pool = {0};
	rtc_queue queue = {0};
	rtc_message *message = rtc_message_copy(RTC_SLICE("x"), false);

	CHECK_INT(rtc_queue_copy(&queue, &pool, RTC_SLICE("12"), RTC_SLICE("34")), RTC_OK);
	begin(step);
	rtc_status status =
		rtc_queue_copy(&queue, &pool, (rtc_slice){0}, rtc_slice_of(big, sizeof(big)));
	if (status == RTC_OK) {
		status = rtc_queue_message(&queue, &pool, message, true);
		CHECK_INT(queue.bytes, 4 + sizeof(big) + (status == RTC_OK ? 3 : 0));
	} else {
		CHECK_INT(queue.bytes, 4);
	}
	end();
	CHECK_INT(status, failed ? RTC_NOMEM : RTC_OK);
	CHECK_INT(message->refs, status == RTC_OK ? 2 : 1);
	rtc_queue_clear(&queue, &pool);
	rtc_pool_deinit(&pool);
	rtc_message_unref(message);
	return !failed;
}

static bool play_map(int step)
{
	static const char keys[] = "abcdefghijklmnopqrstuvwxyz";
	rtc_map map = {0};
	size_t count = 0;

	begin(step);
	while (count < 26 && rtc_map_add(&map, rtc_slice_of(keys + count, 1), &map) == RTC_OK) {
		count++;
	}
	CHECK((count < 26) == failed);
	CHECK_INT(map.count, count);
	for (size_t i = 0; i < 26; i++) {
		CHECK((rtc_map_get(&map, rtc_slice_of(keys + i, 1)) != NULL) == (i < count));
	}
	/* Removing needs no memory, although it would like a smaller table. */
	allocations_left = 0;
	for (size_t i = 0; i < count; i++) {
		CHECK(rtc_map_remove(&map, rtc_slice_of(keys + i, 1)) == &map);
	}
	end();
	rtc_map_deinit(&map);
	return count == 26;
}

static bool play_hub(int step)
{
	rtc_conn conn = {0};
	size_t subscriptions = 0;

	begin(step);
	rtc_hub *hub = rtc_hub_new(NULL);
	rtc_channel *channel = hub != NULL ? rtc_hub_channel(hub, RTC_SLICE("held")) : NULL;

	for (int i = 0; hub != NULL && i < 12; i++) {
		rtc_slice name = rtc_slice_of(&"abcdefghijkl"[i], 1);

		if (rtc_hub_subscribe(hub, &conn, name) != RTC_OK) {
			break;
		}
		subscriptions++;
	}
	CHECK((hub == NULL || channel == NULL || subscriptions < 12) == failed);
	if (hub != NULL) {
		CHECK_INT(rtc_hub_subscription_count(hub), subscriptions);
		CHECK_INT(rtc_hub_channel_count(hub), subscriptions + (channel != NULL));
	}
	allocations_left = failed ? 0 : -1;
	rtc_hub_forget(&conn);
	end();
	if (channel != NULL) {
		rtc_channel_release(channel);
	}
	rtc_hub_free(hub);
	return !failed;
}

static void no_page(void *context, const rtc_page *page)
{
	*(size_t *)context = (size_t)(page->newest.offset - page->after.offset);
}

/* Publishing into history: what fails reaches nobody, takes no number, and loses nothing. */
static bool play_publishing(int step)
{
	rtc_channel_options options = {{20, 0}, RTC_OVERFLOW_CLOSE};
	rtc_hub *hub = rtc_hub_new(NULL);
	rtc_channel *channel = rtc_hub_channel(hub, RTC_SLICE("a"));
	rtc_message *message = rtc_message_copy(RTC_SLICE("x"), false);
	rtc_published published = {0};
	rtc_publication_id id;
	size_t kept = 0;
	uint64_t count = 0;

	begin(step);
	rtc_status status = rtc_hub_configure(hub, RTC_SLICE("*"), &options);
	bool configured = status == RTC_OK;

	while (status == RTC_OK && count < 25) {
		status = rtc_channel_publish(channel, message, RTC_SLICE("e"), NULL, &published);
		count += status == RTC_OK;
	}
	CHECK_INT(status, failed ? RTC_NOMEM : RTC_OK);
	CHECK(rtc_channel_newest(channel, &id) && id.offset == count);
	rtc_channel_recent(channel, SIZE_MAX, no_page, &kept);
	CHECK_INT(kept, count < 20 ? count : 20);
	CHECK_INT(message->refs, 1 + kept);
	/* Keeping less needs no memory, although it would like a smaller ring. */
	options.limits.entries = 2;
	allocations_left = 0;
	if (configured) {
		CHECK_INT(rtc_hub_configure(hub, RTC_SLICE("*"), &options), RTC_OK);
		rtc_channel_recent(channel, SIZE_MAX, no_page, &kept);
		CHECK_INT(kept, count < 2 ? count : 2);
	}
	end();
	rtc_channel_release(channel);
	rtc_hub_free(hub);
	CHECK_INT(message->refs, 1);
	rtc_message_unref(message);
	return count == 25;
}

/* A form that could not be made is made when there is memory again. */
static bool play_forms(int step)
{
	rtc_message *message = rtc_message_copy(RTC_SLICE("a\"b\nc"), step % 2 == 0);
	rtc_publication *pub = rtc_publication_new(message, RTC_SLICE("c"), RTC_SLICE("e"));

	begin(step / 2);
	bool made = rtc_publication_block(pub) != NULL;
	made = rtc_publication_item(pub) != NULL && made;
	made = rtc_message_block(message) != NULL && made;
	made = rtc_message_member(message) != NULL && made;
	bool through = !failed;
	end();
	CHECK(made || !through);
	CHECK(rtc_publication_block(pub) != NULL && rtc_publication_item(pub) != NULL);
	CHECK(rtc_message_block(message) != NULL && rtc_message_member(message) != NULL);
	rtc_publication_unref(pub);
	rtc_message_unref(message);
	return through && step % 2 == 1;
}

static bool play_raw(int step)
{
	rtc_buf bytes;

	rtc_buf_init(&bytes);
	CHECK_INT(rtc_buf_append_str(&bytes, "raw"), RTC_OK);
	begin(step);
	rtc_message *message = rtc_message_raw(&bytes);
	end();
	CHECK((message == NULL) == failed);
	CHECK_INT(bytes.len, failed ? 3 : 0);
	if (message != NULL) {
		rtc_message_unref(message);
	}
	rtc_buf_deinit(&bytes);
	return !failed;
}

static bool play_json(int step)
{
	rtc_buf out;

	rtc_buf_init(&out);
	CHECK_INT(rtc_buf_append_str(&out, "x"), RTC_OK);
	begin(step);
	for (int i = 0; i < 200 && !failed; i++) {
		size_t len = out.len;
		bool put = i % 2 == 0 ? rtc_json_string(&out, RTC_SLICE("some text\nand more")) == RTC_OK
							  : rtc_json_base64(&out, RTC_SLICE("some bytes and more")) == RTC_OK;

		CHECK(put == !failed);
		CHECK(put == (out.len > len));
	}
	end();
	rtc_buf_deinit(&out);
	return !failed;
}

static bool play_routes(int step)
{
	rtc_server_options options;
	rtc_route_options copy = {0};
	rtc_router router;
	rtc_route *route = NULL;

	rtc_router_init(&router);
	rtc_server_options_init(&options);
	begin(step);
	rtc_status status = rtc_strings_add(&options.route.origins, RTC_SLICE("one"));
	if (status == RTC_OK) {
		status = rtc_strings_add(&options.route.subprotocols, RTC_SLICE("two"));
	}
	if (status == RTC_OK) {
		status = rtc_route_options_copy(&copy, &options.route);
	}
	if (status == RTC_OK) {
		route = rtc_router_add(&router, RTC_SLICE("/a"), RTC_ROUTE_HTTP, &copy);
		CHECK_INT(copy.origins.count, route == NULL ? 1 : 0);
	}
	end();
	CHECK((route == NULL) == failed);
	CHECK(rtc_router_find(&router, RTC_SLICE("/a")) == route);
	CHECK(rtc_router_has(&router, RTC_SLICE("/a")) == (route != NULL));
	rtc_router_deinit(&router);
	rtc_route_options_deinit(&copy);
	rtc_server_options_deinit(&options);
	return !failed;
}

static bool play_request(int step)
{
	static const char text[] = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
	rtc_http_head head;
	rtc_http_error error;

	if (!CHECK(rtc_http_parse_head((const uint8_t *)text, sizeof(text) - 1, &head, &error))) {
		return true;
	}
	begin(step);
	rtc_request *request = rtc_request_new(&head, (const uint8_t *)text, sizeof(text) - 1);
	end();
	CHECK((request == NULL) == failed);
	if (request != NULL) {
		rtc_request_unref(rtc_request_ref(request));
		CHECK_STR(rtc_request_field(request, RTC_SLICE("host")).data, 1, "a");
		CHECK(rtc_request_field(request, RTC_SLICE("Origin")).data == NULL);
		rtc_request_unref(request);
	}
	return !failed;
}

static void ignore(rtc_watch *watch, void *arg)
{
	(void)watch;
	(void)arg;
}

static bool play_watch(int step)
{
	begin(step);
	rtc_loop *loop = rtc_loop_new();
	rtc_watch *watch = loop != NULL ? rtc_watch_timer(loop, 1, true, ignore, NULL) : NULL;
	end();

	CHECK((watch == NULL) == failed);
	rtc_watch_free(watch);
	if (loop != NULL) {
		CHECK_INT(loop->refs, 1);
		rtc_loop_unref(loop);
	}
	return !failed;
}

static void play(bool (*once)(int step), const char *name)
{
	bool through = false;

	for (int step = 0; step < 100 && !through; step++) {
		check_case("%s, allocation %d fails", name, step + 1);
		through = once(step);
	}
	CHECK(through);
}

int main(void)
{
	play(play_message, "messages");
	play(play_queue, "queues");
	play(play_map, "maps");
	play(play_hub, "channels");
	play(play_publishing, "publishing");
	play(play_forms, "forms");
	play(play_raw, "raw messages");
	play(play_json, "JSON");
	play(play_routes, "routes");
	play(play_request, "requests");
	play(play_watch, "watches");
	return check_done("test_nomem");
}
