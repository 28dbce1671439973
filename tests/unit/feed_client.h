/* Clients of feeds on every transport: what they understand, and whether it is what was published.
 */
#ifndef RTC_TESTS_FEED_CLIENT_H
#define RTC_TESTS_FEED_CLIENT_H

#include "feed_fakes.h"

/* ---- what clients understand -------------------------------------------------------------------
 */

static bool ids_of(const client *self, rtc_slice cursor, uint64_t offsets[CHANNELS])
{
	rtc_publication_id ids[CHANNELS];

	if (!CHECK(rtc_cursor_parse(cursor, ids, self->channels))) {
		return false;
	}
	for (size_t i = 0; i < self->channels; i++) {
		CHECK(strcmp(ids[i].epoch, epochs[i]) == 0);
		offsets[i] = ids[i].offset;
	}
	return true;
}

static void on_begin(client *self, rtc_slice cursor)
{
	uint64_t offsets[CHANNELS];

	if (ids_of(self, cursor, offsets)) {
		for (size_t i = 0; i < self->channels; i++) {
			CHECK(!self->known || offsets[i] == self->at[i]);
			self->at[i] = offsets[i];
		}
		self->known = true;
	}
}

static void on_gap(client *self, rtc_slice cursor)
{
	uint64_t offsets[CHANNELS];
	uint64_t lost = 0;

	CHECK(self->known);
	if (ids_of(self, cursor, offsets)) {
		for (size_t i = 0; i < self->channels; i++) {
			CHECK(offsets[i] >= self->at[i] && offsets[i] <= newest[i].offset);
			CHECK(offsets[i] == self->at[i] || (oldest_lost >> i & 1) != 0);
			lost += offsets[i] - self->at[i];
			self->at[i] = offsets[i];
		}
	}
	CHECK(lost > 0);
	self->gaps++;
}

static void on_message(client *self, size_t channel, uint64_t offset, rtc_slice data)
{
	char expected[64];

	snprintf(expected, sizeof(expected), "%zu:%ju ", channel, (uintmax_t)offset);
	CHECK(self->known);
	CHECK_INT(offset, self->at[channel] + 1);
	CHECK(data.len >= strlen(expected) && memcmp(data.data, expected, strlen(expected)) == 0);
	self->at[channel] = offset;
	self->messages++;
}

/* What stands behind `key` up to the next quote. */
static rtc_slice member(rtc_slice object, const char *key)
{
	const char *text = (const char *)object.data;
	const char *at = memmem(text, object.len, key, strlen(key));
	const char *from = at != NULL ? at + strlen(key) : NULL;
	const char *to = from != NULL ? memchr(from, '"', object.len - (size_t)(from - text)) : NULL;

	return to != NULL ? rtc_slice_of(from, (size_t)(to - from)) : (rtc_slice){0};
}

static void on_item(client *self, rtc_slice object)
{
	rtc_slice name = member(object, "\"channel\":\"");
	rtc_publication_id id = {0};

	if (CHECK(name.len == 2 && rtc_publication_id_parse(member(object, "\"id\":\""), &id))) {
		size_t channel = (size_t)(name.data[1] - '0');

		CHECK(strcmp(id.epoch, epochs[channel]) == 0);
		on_message(self, channel, id.offset, member(object, "\"data\":\""));
	}
}

/* The first event came together with the block that begins the stream: it says where that was. */
static void begin_before(client *self, const rtc_sse_message *message)
{
	size_t channel = (size_t)(message->data.data[0] - '0');

	if (CHECK(channel < self->channels) && ids_of(self, message->id, self->at)) {
		self->at[channel]--;
		self->known = true;
	}
}

static void take_events(client *self)
{
	rtc_slice in = rtc_buf_slice(&self->received);
	rtc_sse_message message;

	while (rtc_sse_next(&self->events, &in, &message) == RTC_PARSE_DONE) {
		uint64_t offsets[CHANNELS];

		if (!self->known) {
			begin_before(self, &message);
		}
		if (rtc_slice_equals(message.name, RTC_SLICE("gap"))) {
			rtc_slice cursor = member(message.data, "{\"cursor\":\"");

			CHECK(rtc_slice_equals(cursor, message.id));
			on_gap(self, cursor);
		} else if (ids_of(self, message.id, offsets)) {
			size_t moved = 0;

			for (size_t i = 0; i < self->channels; i++) {
				if (offsets[i] != self->at[i]) {
					on_message(self, i, offsets[i], message.data);
					moved++;
				}
			}
			CHECK_INT(moved, 1);
		}
	}
	if (!self->known && self->events.id.len > 0) {
		on_begin(self, rtc_buf_slice(&self->events.id));
	}
	self->received.len = 0;
}

static void take_frames(client *self)
{
	const uint8_t *data = self->received.data;
	size_t at = 0;

	for (;;) {
		size_t left = self->received.len - at;
		size_t head = left > 1 && data[at + 1] == 126 ? 4 : 2;
		size_t len;

		if (left < head) {
			break;
		}
		len = head == 4 ? (size_t)(data[at + 2] << 8 | data[at + 3]) : data[at + 1];
		if (left < head + len) {
			break;
		}

		rtc_slice text = rtc_slice_of(data + at + head, len);

		CHECK_INT(data[at], 0x81);
		if (self->kind == RAW) {
			self->messages++;
		} else if (len > 11 && memcmp(text.data, "{\"cursor\":\"", 11) == 0) {
			bool gap = memmem(text.data, len, "\"gap\":true", 10) != NULL;

			(gap ? on_gap : on_begin)(self, member(text, "{\"cursor\":\""));
		} else {
			on_item(self, text);
		}
		at += head + len;
	}
	rtc_buf_consume(&self->received, at);
}

static void take_answer(client *self)
{
	rtc_slice body = rtc_buf_slice(&self->received);
	rtc_slice list = body;
	uint64_t offsets[CHANNELS];
	rtc_slice cursor = member(body, "{\"cursor\":\"");

	if (self->status != 200) {
		self->received.len = 0;
		return;
	}
	if (memmem(body.data, body.len, "],\"gap\":true,", 13) != NULL) {
		on_gap(self, member(body, "\"from\":\""));
	}
	if (!self->known) {
		on_begin(self, cursor);
	}
	for (;;) {
		const uint8_t *at = memmem(list.data, list.len, "{\"channel\"", 10);

		if (at == NULL) {
			break;
		}
		list = rtc_slice_of(at, list.len - (size_t)(at - list.data));
		on_item(self, list);
		list = rtc_slice_of(list.data + 1, list.len - 1);
	}
	if (ids_of(self, cursor, offsets)) {
		for (size_t i = 0; i < self->channels; i++) {
			CHECK_INT(offsets[i], self->at[i]);
		}
	}
	self->received.len = 0;
}

static void take(client *self)
{
	if (self->kind == STREAM) {
		take_events(self);
	} else if (self->kind == POLL) {
		if (self->received.len > 0) {
			take_answer(self);
		}
	} else {
		take_frames(self);
	}
}

/* ---- what happens -------------------------------------------------------------------------
 */

static void publish(size_t channel, size_t size)
{
	char text[8192];
	int len =
		snprintf(text, sizeof(text), "%zu:%ju ", channel, (uintmax_t)newest[channel].offset + 1);
	rtc_message *message;
	rtc_published published;

	memset(text + len, 'x', size);
	message = rtc_message_copy(rtc_slice_of(text, (size_t)len + size), false);
	CHECK_INT(
		rtc_channel_publish(channels[channel], message, RTC_SLICE(""), NULL, &published), RTC_OK);
	rtc_message_unref(message);
	newest[channel] = published.id;
}

static inline void come(client *self)
{
	char target[512];
	char cursor[256];
	size_t len = 0;

	for (size_t i = 0; self->known && i < self->channels; i++) {
		len += (size_t)snprintf(cursor + len, sizeof(cursor) - len, "%s%s:%ju", i == 0 ? "" : ",",
			epochs[i], (uintmax_t)self->at[i]);
	}
	snprintf(target, sizeof(target), "/feed?channel=c0%s%s%s%s",
		self->channels == CHANNELS ? "&channel=c1&channel=c%32" : "", self->known ? "&cursor=" : "",
		self->known ? cursor : "", random_below(3) == 0 ? "&wait=0" : "");
	begin(self, target, "");
	CHECK(self->status == 0 || self->status == 200 || broken);
}

/* The end of a turn for one connection. */
static inline void work(client *self)
{
	if (self->put_off) {
		self->put_off = false;
		loop.woke_us++;
		if (self->kind == POLL && self->waiter != NULL) {
			self->waiter->work(&self->conn);
		} else if (rtc_conn_is_open(&self->conn) && self->kind != POLL) {
			rtc_feed_pump(&self->conn);
		}
	}
	if (rtc_conn_is_alive(&self->conn) && self->conn.queue.bytes > 0) {
		rtc_conn_flush(&self->conn);
	}
	take(self);
}

static void open_channels(const uint32_t entries[CHANNELS], rtc_overflow overflow)
{
	server.hub = rtc_hub_new(NULL);
	oldest_lost = 0;
	for (size_t i = 0; i < CHANNELS; i++) {
		char name[] = {'c', (char)('0' + i), '\0'};
		rtc_channel_options options = {{entries[i], 0}, overflow};

		if (rtc_hub_configure(server.hub, rtc_slice_of(name, 2), &options) != RTC_OK) {
			abort();
		}
		channels[i] = rtc_hub_channel(server.hub, rtc_slice_of(name, 2));
		rtc_channel_newest(channels[i], &newest[i]);
		memcpy(epochs[i], newest[i].epoch, sizeof(epochs[i]));
		oldest_lost |= (uint8_t)((entries[i] < 100000) << i);
	}
}

static void close_channels(void)
{
	for (size_t i = 0; i < CHANNELS; i++) {
		CHECK_INT(rtc_channel_count(channels[i]), 0);
		rtc_channel_release(channels[i]);
	}
	CHECK_INT(rtc_hub_subscription_count(server.hub), 0);
	rtc_hub_free(server.hub);
}

/* A server without limits but one, and one route. */
static void set_up(void)
{
	static const rtc_handlers handlers = {.authorize = authorize};

	server.loop = &loop;
	server.handlers = &handlers;
	route.pattern = RTC_SLICE("/feed");
	route.kind = RTC_ROUTE_FEED;
	route.deliveries = RTC_DELIVERY_ALL;
	route.options.send_buffer_bytes = 20000;
	route.options.deflate = (rtc_deflate_options){.min_bytes = 60, .level = 1};
}

#endif
