/* Readers of feeds on every transport, with a store that answers when it likes: whatever is cut off
 * and whenever, each reader comes to know all that was published, in order, or is told a gap. */
/* link: src/engine/feed.c src/engine/feed_poll.c src/engine/feed_publish.c */
/* link: src/engine/feed_reader.c src/engine/feed_request.c src/engine/feed_stream.c */
/* link: src/engine/feed_ws.c src/engine/hub.c src/engine/subscription.c src/engine/glob.c */
/* link: src/engine/message.c src/engine/publication.c src/engine/options.c src/engine/timer.c */
/* link: src/engine/map.c src/engine/siphash.c src/engine/queue.c src/engine/conn_write.c */
/* link: src/engine/request.c src/engine/route.c src/engine/stats.c */
/* link: src/engine/network.c src/engine/address.c src/engine/poll_body.c */
/* link: src/engine/conn_stream_write.c src/engine/compression.c */
#include "feed_client.h"

#define STEPS 20000

static client clients[CLIENTS];

static void step_client(client *self)
{
	if (!self->connected) {
		if (random_below(3) == 0) {
			come(self);
		}
		return;
	}
	work(self);
	if (self->kind == POLL && self->waiter == NULL) {
		end(self);
		return;
	}
	if (self->waiter != NULL && random_below(20) == 0) {
		self->waiter->hurry(&self->conn);
		take(self);
	} else if (random_below(15) == 0 || self->ended) {
		end(self);
	}
}

static bool is_done(const client *self)
{
	for (size_t i = 0; i < self->channels; i++) {
		if (!self->known || self->at[i] != newest[i].offset) {
			return false;
		}
	}
	return true;
}

static void play(const uint32_t entries[CHANNELS], rtc_overflow overflow, bool asynchronous)
{
	late = asynchronous;
	open_channels(entries, overflow);
	taken_at_once = 3000;
	for (size_t i = 0; i < CLIENTS; i++) {
		clients[i] = (client){.kind = (client_kind)(i % KINDS), .channels = i < 6 ? 1 : CHANNELS};
	}
	for (int step = 0; step < STEPS; step++) {
		for (uint32_t count = random_below(8) == 0 ? random_below(30) : random_below(2); count > 0;
			 count--) {
			publish(random_below(CHANNELS), random_below(9) == 0 ? 4000 : random_below(40));
		}
		step_client(&clients[random_below(CLIENTS)]);
		if (random_below(3) == 0) {
			finish_read();
		}
	}
	/* Nobody is cut off any more. */
	taken_at_once = SIZE_MAX;
	for (size_t i = 0; i < CLIENTS; i++) {
		client *self = &clients[i];

		if (self->kind == RAW) {
			CHECK(self->messages > 0);
			continue;
		}
		for (int turn = 0; turn < 10000 && !is_done(self); turn++) {
			if (self->connected && (self->ended || (self->kind == POLL && self->waiter == NULL))) {
				end(self);
			}
			if (!self->connected) {
				come(self);
			}
			finish_read();
			work(self);
		}
		check_case("client %zu of %u, %u, %u entries, %s", i, entries[0], entries[1], entries[2],
			asynchronous ? "late" : "at once");
		CHECK(is_done(self));
		CHECK(self->messages > 50);
		CHECK(overflow != RTC_OVERFLOW_CLOSE || self->channels > 1 || entries[0] < 100000 ||
			self->gaps == 0);
	}
	for (size_t i = 0; i < CLIENTS; i++) {
		if (clients[i].connected) {
			end(&clients[i]);
		}
		rtc_buf_deinit(&clients[i].received);
	}
	while (pending_count > 0) {
		finish_read();
	}
	close_channels();
	check_case("%s", "");
}

int main(void)
{
	set_up();
	for (int round = 0; round < 3; round++) {
		bool asynchronous = round > 0;

		route.options.deflate.on = round > 1;
		play((const uint32_t[CHANNELS]){100000, 100000, 100000}, RTC_OVERFLOW_CLOSE, asynchronous);
		play((const uint32_t[CHANNELS]){30, 100000, 0}, RTC_OVERFLOW_CLOSE, asynchronous);
		play((const uint32_t[CHANNELS]){5, 0, 60}, RTC_OVERFLOW_DROP_NEWEST, asynchronous);
	}
	rtc_compression_deinit(&server.compression);
	rtc_pool_deinit(&loop.pool);
	return check_done("test_feed");
}
