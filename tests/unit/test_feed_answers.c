/* What requests for feeds are answered with. */
/* link: src/engine/feed.c src/engine/feed_poll.c src/engine/feed_publish.c */
/* link: src/engine/feed_reader.c src/engine/feed_request.c src/engine/feed_stream.c */
/* link: src/engine/feed_ws.c src/engine/hub.c src/engine/subscription.c src/engine/glob.c */
/* link: src/engine/message.c src/engine/publication.c src/engine/options.c src/engine/timer.c */
/* link: src/engine/map.c src/engine/siphash.c src/engine/queue.c src/engine/conn_write.c */
/* link: src/engine/request.c src/engine/route.c src/engine/stats.c */
/* link: src/engine/network.c src/engine/address.c src/engine/poll_body.c */
/* link: src/engine/conn_stream_write.c src/engine/compression.c */
#include "feed_client.h"

static void expect_refusal(const char *target, const char *fields, int status, const char *text)
{
	static client self;

	for (int kind = STREAM; kind < KINDS; kind++) {
		check_case("%s, kind %d", target, kind);
		self = (client){.kind = (client_kind)kind, .channels = 1};
		begin(&self, target, fields);
		CHECK_INT(self.status, status);
		CHECK_STR(self.text, strlen(self.text), text);
		end(&self);
		rtc_buf_deinit(&self.received);
	}
	check_case("%s", "");
}

static void test_refusals(void)
{
	static const uint32_t none[CHANNELS];
	static const char name[] =
		"a channel's name is 1 to 255 bytes of UTF-8 without control characters";
	static const char cursor[] = "the cursor is not one of these channels";
	static const char numbers[] = "'history' and 'wait' are whole numbers";
	char many[4096] = "/feed?";

	late = false;
	open_channels(none, RTC_OVERFLOW_CLOSE);
	expect_refusal("/feed", "", 400, "the query names no channel");
	expect_refusal("/feed?", "", 400, "the query names no channel");
	expect_refusal("/feed?channel=", "", 400, name);
	expect_refusal("/feed?channel=a&channel", "", 400, name);
	expect_refusal("/feed?channel=%0a", "", 400, name);
	expect_refusal("/feed?channel=%ff", "", 400, name);
	expect_refusal("/feed?channel=a&channel=%61", "", 400, "a channel is named twice");
	expect_refusal("/feed?channel=a&cursor=", "", 400, cursor);
	expect_refusal("/feed?channel=a&cursor=x", "", 400, cursor);
	expect_refusal("/feed?channel=a&cursor=x:1,y:1", "", 400, cursor);
	expect_refusal("/feed?channel=a&channel=b&cursor=x:1", "", 400, cursor);
	expect_refusal("/feed?channel=a&cursor=x:1", "Last-Event-ID: x\r\n", 400, cursor);
	expect_refusal("/feed?channel=a&cursor=x:1", "Last-Event-ID:\r\n", 400, cursor);
	expect_refusal("/feed?channel=a&cursor=x:1&cursor=x:1", "", 400, "there are two cursors");
	expect_refusal("/feed?channel=a&history=", "", 400, numbers);
	expect_refusal("/feed?channel=a&history=-1", "", 400, numbers);
	expect_refusal("/feed?channel=a&history=1&history=1", "", 400, numbers);
	expect_refusal("/feed?channel=a&wait=1.5", "", 400, numbers);
	authorize_status = 401;
	expect_refusal("/feed?channel=a", "", 401,
		"WWW-Authenticate: Bearer\r\nthis needs an Authorization field");
	authorize_status = 403;
	expect_refusal("/feed?channel=a+b", "", 403, "reading the channel 'a b' is not allowed");
	authorize_status = 500;
	expect_refusal("/feed?channel=a", "", 500, "it cannot be told whether this is allowed");
	authorize_status = 0;
	server.state = RTC_SERVER_STOPPING;
	expect_refusal("/feed?channel=a", "", 503, "the server is stopping");
	server.state = RTC_SERVER_RUNNING;
	for (int i = 0; i <= RTC_FEED_MAX_CHANNELS; i++) {
		size_t len = strlen(many);

		snprintf(many + len, sizeof(many) - len, "&channel=%d", i);
	}
	expect_refusal(many, "", 400, "too many channels in one request");
	close_channels();
}

static void expect_poll(client *self, const char *target, const char *fields, const char *format)
{
	char expected[2048];

	begin(self, target, fields);
	/* Each %s of the format is the epoch of channel 0. */
	snprintf(expected, sizeof(expected), format, epochs[0], epochs[0], epochs[0], epochs[0]);
	CHECK_INT(self->status, 200);
	CHECK_STR(self->received.data, self->received.len, expected);
	end(self);
}

static void test_polls(void)
{
	static const uint32_t entries[CHANNELS] = {3, 3, 0};
	char target[256];
	client self = {.kind = POLL, .channels = 1};

	check_case("polls");
	open_channels(entries, RTC_OVERFLOW_CLOSE);
	expect_poll(
		&self, "/feed?channel=c0", "", "{\"cursor\":\"%s:0\",\"messages\":[],\"gap\":false}");
	expect_poll(&self, "/feed?channel=c0&history=9", "",
		"{\"cursor\":\"%s:0\",\"messages\":[],\"gap\":false}");
	for (int i = 0; i < 5; i++) {
		publish(0, 0);
	}
	expect_poll(&self, "/feed?channel=c0&history=1&wait=9", "",
		"{\"cursor\":\"%s:5\",\"messages\":[{\"channel\":\"c0\",\"id\":\"%s:5\",\"event\":null,"
		"\"data\":\"0:5 \",\"binary\":false}],\"gap\":false}");
	snprintf(target, sizeof(target), "/feed?channel=c0&cursor=%s:4", epochs[0]);
	expect_poll(&self, target, "",
		"{\"cursor\":\"%s:5\",\"messages\":[{\"channel\":\"c0\",\"id\":\"%s:5\",\"event\":null,"
		"\"data\":\"0:5 \",\"binary\":false}],\"gap\":false}");
	snprintf(target, sizeof(target), "/feed?channel=c0&cursor=%s:5&wait=0", epochs[0]);
	expect_poll(&self, target, "", "{\"cursor\":\"%s:5\",\"messages\":[],\"gap\":false}");
	/* Of another epoch; the field goes before the query. */
	expect_poll(&self, target, "Last-Event-ID: other:4\r\n",
		"{\"cursor\":\"%s:5\",\"messages\":["
		"{\"channel\":\"c0\",\"id\":\"%1$s:3\",\"event\":null,\"data\":\"0:3 \",\"binary\":false},"
		"{\"channel\":\"c0\",\"id\":\"%1$s:4\",\"event\":null,\"data\":\"0:4 \",\"binary\":false},"
		"{\"channel\":\"c0\",\"id\":\"%1$s:5\",\"event\":null,\"data\":\"0:5 \",\"binary\":false}],"
		"\"gap\":true,\"from\":\"%1$s:2\"}");
	/* Beyond the newest. */
	snprintf(target, sizeof(target), "/feed?channel=c0&cursor=%s:6", epochs[0]);
	begin(&self, target, "");
	CHECK(memmem(self.received.data, self.received.len, "\"gap\":true", 10) != NULL);
	end(&self);
	rtc_buf_deinit(&self.received);
	close_channels();
}

/* An answer has at most a thousand messages, or a mebibyte and one message. */
static void test_long_answers(void)
{
	static const uint32_t entries[CHANNELS] = {3000, 0, 0};
	char target[256];
	client self = {.kind = POLL, .channels = 1};

	check_case("long answers");
	open_channels(entries, RTC_OVERFLOW_CLOSE);
	snprintf(target, sizeof(target), "/feed?channel=c0&cursor=%s:0", epochs[0]);
	self.known = true;
	begin(&self, target, "");
	CHECK(self.waiter != NULL);
	for (int i = 0; i < 1500; i++) {
		publish(0, 0); /* in one turn */
	}
	CHECK(self.put_off);
	work(&self);
	CHECK_INT(self.at[0], 1000);
	end(&self);
	come(&self);
	work(&self);
	CHECK_INT(self.at[0], 1500);
	end(&self);
	for (int i = 0; i < 500; i++) {
		publish(0, 7000);
	}
	come(&self);
	CHECK(self.received.len > 1024 * 1024 && self.received.len < 1024 * 1024 + 16384);
	take(&self);
	end(&self);
	rtc_buf_deinit(&self.received);
	close_channels();
}

/* Waits for all that comes behind the newest messages of the first channels. */
static void wait_for_more(client *self)
{
	self->known = true;
	for (size_t i = 0; i < self->channels; i++) {
		self->at[i] = newest[i].offset;
	}
	come(self);
	while (self->waiter == NULL) {
		end(self); /* it did not want to wait, as some do not */
		come(self);
	}
}

/* Polls with other channels, and so with other cursors, have what was published compressed once. */
static void test_compressed_once(void)
{
	static const uint32_t entries[CHANNELS] = {30, 0, 0};
	client clients[2] = {{.kind = POLL, .channels = 1}, {.kind = POLL, .channels = CHANNELS}};

	check_case("polls of different channels share what was compressed");
	route.options.deflate = (rtc_deflate_options){.min_bytes = 500, .level = 1, .on = true};
	open_channels(entries, RTC_OVERFLOW_CLOSE);
	for (int i = 0; i < 2; i++) {
		wait_for_more(&clients[i]);
	}
	for (int i = 0; i < 30; i++) {
		publish(0, 0);
	}
	loop.woke_us++;
	for (int i = 0; i < 2; i++) {
		size_t spent = server.compression.spent;

		CHECK(clients[i].put_off);
		clients[i].waiter->work(&clients[i].conn);
		clients[i].put_off = false;
		CHECK_INT(server.compression.spent > (i == 0 ? 0 : spent), i == 0);
		take(&clients[i]);
		CHECK_INT(clients[i].at[0], 30);
		end(&clients[i]);
		rtc_buf_deinit(&clients[i].received);
	}
	route.options.deflate.on = false;
	close_channels();
}

/* Polls that are released together, with answers that differ, take turns. */
static void test_turns(void)
{
	static const uint32_t entries[CHANNELS] = {1000, 1000, 0};
	client clients[3] = {{.kind = POLL, .channels = 1}, {.kind = POLL, .channels = CHANNELS},
		{.kind = POLL, .channels = 1}};

	check_case("compressed polls take turns");
	route.options.deflate = (rtc_deflate_options){.min_bytes = 500, .level = 1, .on = true};
	open_channels(entries, RTC_OVERFLOW_CLOSE);
	for (int i = 0; i < 3; i++) {
		wait_for_more(&clients[i]);
	}
	publish(1, 0);
	for (int i = 0; i < 300; i++) {
		publish(0, 300);
	}
	for (int turn = 0; turn < 3; turn++) {
		loop.woke_us++;
		for (int i = 0; i < 3; i++) {
			if (clients[i].waiter != NULL) {
				clients[i].put_off = false;
				clients[i].waiter->work(&clients[i].conn);
			}
			CHECK_INT(clients[i].waiter == NULL, i <= turn);
			CHECK_INT(clients[i].put_off, i > turn);
		}
	}
	/* Those that take nothing compressed wait for nobody. */
	for (int i = 0; i < 3; i++) {
		take(&clients[i]);
		CHECK_INT(clients[i].at[0], 300);
		end(&clients[i]);
		wait_for_more(&clients[i]);
	}
	publish(1, 0);
	for (int i = 0; i < 300; i++) {
		publish(0, 300);
	}
	loop.woke_us++;
	clients[0].waiter->work(&clients[0].conn);
	clients[1].waiter->work(&clients[1].conn);
	CHECK(clients[0].waiter == NULL && clients[1].waiter != NULL);
	route.options.deflate.on = false;
	clients[2].waiter->work(&clients[2].conn);
	CHECK(clients[2].waiter == NULL);
	for (int i = 0; i < 3; i++) {
		end(&clients[i]);
		rtc_buf_deinit(&clients[i].received);
	}
	close_channels();
}

/* What a compressed stream makes of an event is kept with it where it was compressed, and not where
 * it is stored. */
static void test_kept_pieces(void)
{
	static const uint32_t entries[CHANNELS] = {3, 0, 0};
	static const char text[2000] = "data: ";
	client self = {.kind = STREAM, .channels = 1};

	check_case("events below minSize are not kept twice");
	route.options.deflate = (rtc_deflate_options){.min_bytes = 500, .level = 1, .on = true};
	open_channels(entries, RTC_OVERFLOW_CLOSE);
	begin(&self, "/feed?channel=c0", "");
	for (size_t len = 499; len <= 501; len++) {
		for (size_t skip = 0; skip <= 1; skip++) {
			rtc_message *message = rtc_message_copy(rtc_slice_of(text, len), false);
			size_t bytes;

			CHECK_INT(rtc_conn_stream_measure(&self.conn, 9, message, skip, &bytes), RTC_OK);
			CHECK_INT(bytes == 9 + 5 + len - skip, len - skip < 500);
			CHECK_INT(
				rtc_conn_stream_message(&self.conn, RTC_SLICE("id: 1\n"), message, skip, true),
				RTC_OK);
			CHECK_INT(message->deflated == NULL, len - skip < 500);
			rtc_message_unref(message);
		}
	}
	end(&self);
	rtc_buf_deinit(&self.received);
	route.options.deflate.on = false;
	close_channels();
}

static void test_broken_log(void)
{
	static const uint32_t entries[CHANNELS] = {3, 3, 0};
	char target[256];

	check_case("a log that cannot be read");
	open_channels(entries, RTC_OVERFLOW_CLOSE);
	publish(0, 0);
	snprintf(target, sizeof(target), "/feed?channel=c0&cursor=%s:0", epochs[0]);
	broken = true;
	for (int kind = STREAM; kind < KINDS; kind++) {
		client self = {.kind = (client_kind)kind, .channels = 1};

		begin(&self, target, "");
		CHECK(kind == POLL ? self.status == 503 : self.ended);
		CHECK(kind < SOCKET || self.conn.close_code == RTC_CLOSE_TRY_AGAIN_LATER);
		end(&self);
		rtc_buf_deinit(&self.received);
	}
	broken = false;
	close_channels();
}

int main(void)
{
	set_up();
	test_refusals();
	test_polls();
	test_long_answers();
	test_compressed_once();
	test_turns();
	test_kept_pieces();
	test_broken_log();
	rtc_pool_deinit(&loop.pool);
	return check_done("test_feed_answers");
}
