#include "feed.h"
#include "load.h"

#include <stdio.h>
#include <string.h>

/*
 * Fan-out to clients that came over HTTP: event streams, or polls that wait. A WebSocket on
 * /publish says what goes out. A poll that was answered asks for the next at once.
 */

/* What a receiver is at, by its id. */
typedef struct {
	bool ready;  /* its stream has begun, or its first poll was answered */
	size_t body; /* of the answer under way, or 0: a head is next */
	char cursor[BENCH_CURSOR_MAX];
} receiver;

static struct {
	const bench_options *options;
	bench_group *group;
	receiver *receivers;
	size_t ready;
	uint8_t *message; /* a poll's data without its escapes */
} feed;

static bool all_ready(void)
{
	return feed.ready == feed.options->connections;
}

static void become_ready(receiver *receiver)
{
	if (!receiver->ready) {
		receiver->ready = true;
		feed.ready++;
	}
}

static size_t read_head(bench_client *client, const uint8_t *bytes, size_t length, size_t *body)
{
	size_t head = 0;

	switch (bench_feed_head(bytes, length, &head, body)) {
	case BENCH_FEED_MORE:
		return 0;
	case BENCH_FEED_READY:
		return head;
	default:
		bench_fail("receiver %u: the answer's head is wrong: %.*s", client->id,
			(int)strcspn((const char *)bytes, "\r\n"), (const char *)bytes);
	}
}

static void ask_for_stream(void *context, bench_client *client)
{
	char request[512];
	int length = snprintf(request, sizeof request,
		"GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\n\r\n",
		feed.options->target.path);

	(void)context;
	bench_client_write(feed.group, client, (const uint8_t *)request, (size_t)length);
}

static size_t on_stream(void *context, bench_client *client, const uint8_t *bytes, size_t length)
{
	receiver *receiver = &feed.receivers[client->id];
	size_t done = 0;
	size_t used;
	const uint8_t *data;
	size_t data_length;
	bench_feed_status status;

	if (!receiver->ready) {
		size_t body;

		done = read_head(client, bytes, length, &body);
		if (done == 0) {
			return 0;
		}
		become_ready(receiver);
	}
	while ((status = bench_feed_event(bytes + done, length - done, &used, &data, &data_length)) ==
		BENCH_FEED_READY) {
		if (data != NULL) {
			bench_fanout_message(context, client, data, data_length);
		}
		done += used;
	}
	if (status == BENCH_FEED_BAD) {
		bench_fail("receiver %u: an event with more than one line of data", client->id);
	}
	return done;
}

static void ask_for_answer(void *context, bench_client *client)
{
	const receiver *receiver = &feed.receivers[client->id];
	char request[512];
	int length = snprintf(request, sizeof request,
		"GET %s%s%s%s HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", feed.options->target.path,
		receiver->ready ? "?cursor=" : "", receiver->cursor, receiver->ready ? "&wait=60" : "");

	(void)context;
	bench_client_write(feed.group, client, (const uint8_t *)request, (size_t)length);
}

static void read_answer(void *context, bench_client *client, const uint8_t *json, size_t length)
{
	receiver *receiver = &feed.receivers[client->id];
	size_t position = 0;
	size_t message_length;
	bench_feed_status status;

	if (!bench_feed_cursor(json, length, receiver->cursor)) {
		bench_fail("receiver %u: a gap, or no cursor: %.*s", client->id, (int)length, json);
	}
	feed.message = bench_alloc(feed.message, length);
	while ((status = bench_feed_message(json, length, &position, feed.message, &message_length)) ==
		BENCH_FEED_READY) {
		bench_fanout_message(context, client, feed.message, message_length);
	}
	if (status == BENCH_FEED_BAD || (receiver->ready && position == 0)) {
		bench_fail("receiver %u: %s: %.*s", client->id,
			status == BENCH_FEED_BAD ? "malformed JSON" : "an answer without a message",
			(int)length, json);
	}
	become_ready(receiver);
}

static size_t on_poll(void *context, bench_client *client, const uint8_t *bytes, size_t length)
{
	receiver *receiver = &feed.receivers[client->id];
	size_t used = 0;

	if (receiver->body == 0) {
		used = read_head(client, bytes, length, &receiver->body);
		if (used == 0) {
			return 0;
		}
		if (receiver->body == 0 || receiver->body == SIZE_MAX) {
			bench_fail("receiver %u: an answer without a body", client->id);
		}
	}
	if (length - used < receiver->body) {
		return used;
	}
	read_answer(context, client, bytes + used, receiver->body);
	used += receiver->body;
	receiver->body = 0;
	ask_for_answer(context, client);
	return used;
}

static void run(const bench_options *options, const bench_handler *handler)
{
	feed.options = options;
	feed.receivers = bench_alloc(NULL, options->connections * sizeof *feed.receivers);
	memset(feed.receivers, 0, options->connections * sizeof *feed.receivers);
	bench_fanout_apart(options, handler, &feed.group, all_ready);
}

void bench_load_streams(const bench_options *options)
{
	static const bench_handler handler = {
		.bytes = on_stream,
		.opened = ask_for_stream,
		.stalled = bench_fanout_stalled,
	};

	run(options, &handler);
}

void bench_load_polls(const bench_options *options)
{
	static const bench_handler handler = {
		.bytes = on_poll,
		.opened = ask_for_answer,
		.stalled = bench_fanout_stalled,
	};

	run(options, &handler);
}
