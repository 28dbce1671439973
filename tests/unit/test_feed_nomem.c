/* Readers of feeds without memory: each case is played again and again, first its first allocation
 * fails, then its second, until it comes through. A reader that fails has ended and owns nothing;
 * the others know all that was published. */
/* link: src/engine/feed.c src/engine/feed_poll.c src/engine/feed_publish.c */
/* link: src/engine/feed_reader.c src/engine/feed_request.c src/engine/feed_stream.c */
/* link: src/engine/feed_ws.c src/engine/hub.c src/engine/subscription.c src/engine/glob.c */
/* link: src/engine/message.c src/engine/publication.c src/engine/options.c src/engine/timer.c */
/* link: src/engine/map.c src/engine/siphash.c src/engine/queue.c src/engine/conn_write.c */
/* link: src/engine/request.c src/engine/route.c src/engine/stats.c */
/* link: -Wl,--wrap=malloc,--wrap=calloc,--wrap=realloc */
/* link: src/engine/network.c src/engine/address.c src/engine/poll_body.c */
/* link: src/engine/conn_stream_write.c src/engine/compression.c */
#include "feed_client.h"

static bool failed;

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *old, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *old, size_t size);

static bool fails(void)
{
	if (allocations_left > 0) {
		allocations_left--;
	} else if (allocations_left == 0) {
		failed = true;
		return true;
	}
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

/* What was published before this is in the log, or lost. */
static void publish_short(size_t channel, size_t size)
{
	static const char text[9000];
	rtc_message *message = rtc_message_copy(rtc_slice_of(text, size), true);
	rtc_published published;
	int left = memory_is_long();

	if (message == NULL) {
		memory_is_short(left);
		return;
	}
	memory_is_short(left);
	if (rtc_channel_publish(channels[channel], message, RTC_SLICE("e"), NULL, &published) ==
		RTC_OK) {
		newest[channel] = published.id;
	}
	rtc_message_unref(message);
}

/* True if no allocation failed. */
static bool play(client_kind kind, const char *target, int step)
{
	client self = {.kind = kind, .channels = CHANNELS};
	static const uint32_t entries[CHANNELS] = {4, 4, 0};

	open_channels(entries, RTC_OVERFLOW_DROP_OLDEST);
	for (size_t i = 0; i < 9; i++) {
		publish(i % CHANNELS, 10);
	}
	arrive(&self, target, "");
	failed = false;
	allocations_left = step;
	serve(&self);
	for (size_t i = 0; i < 6 && self.connected; i++) {
		publish_short(i % CHANNELS, i % 2 == 0 ? 10 : 8000);
	}
	if (self.waiter != NULL && self.put_off) {
		self.waiter->work(&self.conn);
	}
	if (rtc_conn_is_alive(&self.conn) && self.conn.queue.bytes > 0) {
		rtc_conn_flush(&self.conn);
	}
	memory_is_long();
	CHECK(failed || rtc_conn_is_open(&self.conn));
	CHECK(failed || self.received.len > 0);
	end(&self);
	rtc_buf_deinit(&self.received);
	rtc_pool_deinit(&loop.pool);
	rtc_compression_deinit(&server.compression);
	close_channels();
	return !failed;
}

static void test_readers(void)
{
	static const char *const targets[] = {
		"/feed?channel=c0",
		"/feed?channel=c0&channel=c1&channel=c2&history=2",
		"/feed?channel=c0&channel=c1&cursor=other:1,other:2",
		"/feed?channel=c2&cursor=other:1",
	};

	for (size_t i = 0; i < sizeof(targets) / sizeof(*targets); i++) {
		for (int kind = STREAM; kind < KINDS; kind++) {
			int step = 0;

			check_case("%s, kind %d", targets[i], kind);
			while (!play((client_kind)kind, targets[i], step)) {
				step++;
			}
			CHECK(step > 5);
		}
	}
}

int main(void)
{
	set_up();
	test_readers();
	route.options.deflate.on = true;
	test_readers();
	return check_done("test_feed_nomem");
}
