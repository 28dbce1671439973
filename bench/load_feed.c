#include "feed.h"
#include "load.h"

#include <stdio.h>
#include <string.h>

/*
 * Fan-out to clients that came over HTTP: event streams, or polls that wait. A WebSocket says what
 * goes out. A poll that was answered asks for the next at once.
 *
 * Polls are of two kinds. With cursors a first poll is answered at once, and each answer is JSON
 * with the messages since and the next cursor. With validators an answer is one message, numbered
 * by Last-Modified and Etag, and a first poll gets the one that was published before it.
 */

static const char first_message[] = "the first message";

/* What a receiver is at, by its id. */
typedef struct {
	bool ready;                    /* its stream has begun, or its first poll was answered */
	bool chunked;                  /* its stream */
	bool line_end_due;             /* of its last chunk */
	size_t body;                   /* of the answer under way, or 0: a head is next */
	char cursor[BENCH_CURSOR_MAX]; /* or the fields with the validators */
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

/* Reads an answer's head. False: it is incomplete. */
static bool read_head(
	bench_client *client, const uint8_t *bytes, size_t length, bench_feed_answer *answer)
{
	bench_feed_status status = bench_feed_head(answer, bytes, length);

	if (status == BENCH_FEED_BAD) {
		bench_fail("receiver %u: the answer's head is wrong: %.*s", client->id,
			(int)strcspn((const char *)bytes, "\r\n"), (const char *)bytes);
	}
	return status == BENCH_FEED_READY;
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

/* Handles the events that are complete and returns their length. */
static size_t read_events(void *context, bench_client *client, const uint8_t *bytes, size_t length)
{
	size_t done = 0;
	size_t used;
	const uint8_t *data;
	size_t data_length;
	bench_feed_status status;

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

/* The same in chunks, each of which must hold whole events. */
static size_t read_chunks(void *context, bench_client *client, const uint8_t *bytes, size_t length)
{
	receiver *receiver = &feed.receivers[client->id];
	size_t done = 0;
	size_t used;
	const uint8_t *data;
	size_t data_length;
	bench_feed_status status;

	while ((status = bench_feed_chunk(bytes + done, length - done, &receiver->line_end_due, &used,
				&data, &data_length)) == BENCH_FEED_READY) {
		if (read_events(context, client, data, data_length) != data_length) {
			bench_fail("receiver %u: an event in more than one chunk", client->id);
		}
		done += used;
	}
	if (status == BENCH_FEED_BAD) {
		bench_fail("receiver %u: a malformed chunk", client->id);
	}
	return done;
}

static size_t on_stream(void *context, bench_client *client, const uint8_t *bytes, size_t length)
{
	receiver *receiver = &feed.receivers[client->id];
	size_t done = 0;

	if (!receiver->ready) {
		bench_feed_answer answer;

		if (!read_head(client, bytes, length, &answer)) {
			return 0;
		}
		done = answer.length;
		receiver->chunked = answer.chunked;
		become_ready(receiver);
	}
	return done +
		(receiver->chunked ? read_chunks : read_events)(
			context, client, bytes + done, length - done);
}

static void ask_for_answer(void *context, bench_client *client)
{
	const receiver *receiver = &feed.receivers[client->id];
	const char *path = feed.options->target.path;
	bool cursor = receiver->ready && !feed.options->validators;
	char request[512];
	int length =
		snprintf(request, sizeof request, "GET %s%s%s%s HTTP/1.1\r\nHost: 127.0.0.1\r\n%s\r\n",
			path, cursor ? "?cursor=" : "", cursor ? receiver->cursor : "",
			cursor ? "&wait=60" : "", feed.options->validators ? receiver->cursor : "");

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

/* An answer that is one message. */
static void read_message(void *context, bench_client *client, const uint8_t *body, size_t length)
{
	receiver *receiver = &feed.receivers[client->id];

	if (receiver->ready) {
		bench_fanout_message(context, client, body, length);
		return;
	}
	if (length != sizeof first_message - 1 || memcmp(body, first_message, length) != 0) {
		bench_fail("receiver %u: another message than the first: %.*s", client->id, (int)length,
			(const char *)body);
	}
	become_ready(receiver);
}

static size_t read_poll_head(bench_client *client, const uint8_t *bytes, size_t length)
{
	receiver *receiver = &feed.receivers[client->id];
	bench_feed_answer answer;

	if (!read_head(client, bytes, length, &answer)) {
		return 0;
	}
	if (answer.content_length == 0 || answer.content_length == SIZE_MAX || answer.chunked) {
		bench_fail("receiver %u: an answer without a body", client->id);
	}
	if (feed.options->validators &&
		!bench_feed_validators(bytes, answer.length, receiver->cursor)) {
		bench_fail("receiver %u: an answer without Last-Modified and Etag", client->id);
	}
	receiver->body = answer.content_length;
	return answer.length;
}

static size_t on_poll(void *context, bench_client *client, const uint8_t *bytes, size_t length)
{
	receiver *receiver = &feed.receivers[client->id];
	size_t used = 0;

	if (receiver->body == 0 && (used = read_poll_head(client, bytes, length)) == 0) {
		return 0;
	}
	if (length - used < receiver->body) {
		return used;
	}
	(feed.options->validators ? read_message : read_answer)(
		context, client, bytes + used, receiver->body);
	used += receiver->body;
	receiver->body = 0;
	ask_for_answer(context, client);
	return used;
}

static void run(const bench_options *options, const bench_handler *handler, const char *first)
{
	feed.options = options;
	feed.receivers = bench_alloc(NULL, options->connections * sizeof *feed.receivers);
	memset(feed.receivers, 0, options->connections * sizeof *feed.receivers);
	bench_fanout_apart(options, handler, &feed.group, all_ready, first);
}

void bench_load_streams(const bench_options *options)
{
	static const bench_handler handler = {
		.bytes = on_stream,
		.opened = ask_for_stream,
		.stalled = bench_fanout_stalled,
	};

	run(options, &handler, NULL);
}

void bench_load_polls(const bench_options *options)
{
	static const bench_handler handler = {
		.bytes = on_poll,
		.opened = ask_for_answer,
		.stalled = bench_fanout_stalled,
	};

	run(options, &handler, options->validators ? first_message : NULL);
}
