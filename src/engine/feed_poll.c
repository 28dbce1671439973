/* Feeds as polls: a request that is answered with what there is, or waits for it. */
#include "feed_reader.h"
#include "modes.h"
#include "poll_body.h"
#include "server.h"

#include <stdlib.h>

/* What one answer holds at most, apart from what its last message has beyond it. */
#define POLL_MESSAGES 1000
#define POLL_BYTES (1024 * 1024)

/* What most answers take besides their messages. */
#define ANSWER_ROOM 128

/* How long a log may take that is asked for a client who does not want to wait. */
#define POLL_LOG_MS 10000

/* What will be answered; made for the first message or gap, so that polls that wait are small. */
typedef struct poll_answer {
	rtc_buf from; /* the cursor behind a gap; empty: none */
	size_t bytes; /* of the items */
	uint32_t count;
	uint32_t capacity;
	bool full;                /* what else there is has to wait for the next poll */
	rtc_publication *items[]; /* referenced */
} poll_answer;

/* Most answers hold one message. */
#define POLL_MESSAGES_FIRST 2

static size_t answer_size(uint32_t capacity)
{
	return sizeof(poll_answer) + capacity * sizeof(rtc_publication *);
}

static poll_answer *take_answer(rtc_feed *feed)
{
	poll_answer *answer = feed->own;

	if (answer == NULL) {
		answer = calloc(1, answer_size(POLL_MESSAGES_FIRST));
		if (answer != NULL) {
			answer->capacity = POLL_MESSAGES_FIRST;
			feed->own = answer;
		}
	}
	return answer;
}

static bool poll_has_room(const rtc_feed *feed)
{
	const poll_answer *answer = feed->own;

	return answer == NULL ||
		(!answer->full && answer->count < POLL_MESSAGES && answer->bytes < POLL_BYTES);
}

/* In an answer the gap comes before all messages. */
static bool poll_may_tell_gap(const rtc_feed *feed)
{
	poll_answer *answer = feed->own;

	if (answer == NULL || (answer->count == 0 && answer->from.len == 0)) {
		return true;
	}
	answer->full = true;
	return false;
}

static void poll_gap(rtc_feed *feed)
{
	poll_answer *answer = take_answer(feed);

	if (answer == NULL || rtc_feed_write_cursor(feed, &answer->from) != RTC_OK) {
		rtc_conn_no_memory(feed->conn);
	}
}

static rtc_send_result poll_admit(rtc_feed *feed, rtc_publication *pub)
{
	(void)pub;
	return poll_has_room(feed) ? RTC_SEND_QUEUED : RTC_SEND_DROPPED;
}

static rtc_status answer_add(rtc_feed *feed, rtc_publication *pub)
{
	const rtc_message *item = rtc_publication_item(pub);
	poll_answer *answer = take_answer(feed);

	if (answer == NULL || item == NULL) {
		return RTC_NOMEM;
	}
	if (answer->count == answer->capacity) {
		uint32_t capacity = answer->capacity * 2;
		poll_answer *larger = realloc(answer, answer_size(capacity));

		if (larger == NULL) {
			return RTC_NOMEM;
		}
		larger->capacity = capacity;
		feed->own = answer = larger;
	}
	answer->items[answer->count++] = rtc_publication_ref(pub);
	answer->bytes += item->payload.len + 1;
	return RTC_OK;
}

/* What is published within one turn is answered together at its end. */
static void poll_put(rtc_feed *feed, rtc_publication *pub, rtc_overflow overflow)
{
	(void)overflow;
	if (answer_add(feed, pub) != RTC_OK) {
		rtc_conn_no_memory(feed->conn);
	} else if (feed->waiting) {
		rtc_conn_put_off(feed->conn);
	}
}

/* ---- the answer --------------------------------------------------------------------------------
 */

static rtc_status write_messages(rtc_poll_body *body, const poll_answer *answer)
{
	rtc_status status = body->gzip ? RTC_OK : rtc_buf_reserve(&body->text, answer->bytes);

	for (uint32_t i = 0; status == RTC_OK && i < answer->count; i++) {
		status = i == 0 ? RTC_OK : rtc_buf_append(&body->text, ",", 1);
		if (status == RTC_OK) {
			status = rtc_poll_body_message(body, rtc_publication_item(answer->items[i]));
		}
	}
	return status;
}

static rtc_status write_gap(rtc_buf *out, rtc_slice from)
{
	if (from.len == 0) {
		return rtc_buf_append_str(out, "],\"gap\":false}");
	}
	return rtc_buf_printf(
		out, "],\"gap\":true,\"from\":\"%.*s\"}", (int)from.len, (const char *)from.data);
}

static rtc_status write_front(rtc_buf *out, const rtc_feed *feed)
{
	rtc_status status = rtc_buf_append_str(out, "{\"cursor\":\"");

	if (status == RTC_OK) {
		status = rtc_feed_write_cursor(feed, out);
	}
	return status == RTC_OK ? rtc_buf_append_str(out, "\",\"messages\":[") : status;
}

static rtc_status write_answer(rtc_poll_body *body, const rtc_feed *feed)
{
	const poll_answer *answer = feed->own;
	bool apart = body->gzip; /* readers of other channels have other cursors: poll_body.h */
	rtc_buf own;
	rtc_buf *front;
	rtc_status status;

	rtc_buf_init(&own);
	front = apart ? &own : &body->text;
	status = rtc_buf_reserve(front, ANSWER_ROOM + (answer != NULL && !apart ? answer->bytes : 0));
	if (status == RTC_OK) {
		status = write_front(front, feed);
	}
	if (status == RTC_OK && answer != NULL) {
		status = write_messages(body, answer);
	}
	if (status == RTC_OK) {
		status =
			write_gap(&body->text, answer != NULL ? rtc_buf_slice(&answer->from) : RTC_SLICE(""));
	}
	if (status == RTC_OK) {
		status = rtc_poll_body_end(body, apart ? rtc_buf_slice(&own) : RTC_SLICE(""));
	}
	rtc_buf_deinit(&own);
	return status;
}

/* Answers, which is the last thing that this feed does: whoever waits lets go of it within. */
static void answer_now(rtc_feed *feed)
{
	const poll_answer *answer = feed->own;
	rtc_conn *conn = feed->conn;
	bool waiting = feed->waiting;
	rtc_poll_body body;

	rtc_feed_ref(feed);
	rtc_poll_body_init(&body, conn, false);
	if (write_answer(&body, feed) == RTC_OK) {
		conn->server->stats.messages_out += answer != NULL ? answer->count : 0;
		rtc_conn_http_reply_carrier(conn, "application/json", body.gzip, rtc_buf_slice(&body.text));
		if (!waiting) {
			rtc_feed_forget(conn);
		}
	} else {
		rtc_conn_no_memory(conn);
	}
	rtc_poll_body_deinit(&body);
	rtc_feed_unref(feed);
}

static void poll_rest(rtc_feed *feed);

static void poll_fail(rtc_feed *feed)
{
	rtc_conn *conn = feed->conn;
	bool waiting = feed->waiting;

	rtc_stats_refuse(&conn->server->stats, 503, "no_history");
	rtc_conn_http_reply(
		conn, 503, "text/plain; charset=utf-8", RTC_SLICE("the channel cannot be read now\n"));
	if (!waiting) {
		rtc_feed_forget(conn);
	}
}

static void poll_leave(rtc_feed *feed)
{
	poll_answer *answer = feed->own;

	if (answer == NULL) {
		return;
	}
	for (uint32_t i = 0; i < answer->count; i++) {
		rtc_publication_unref(answer->items[i]);
	}
	rtc_buf_deinit(&answer->from);
	free(answer);
	feed->own = NULL;
}

static const rtc_feed_form form_poll = {
	.has_room = poll_has_room,
	.begin = rtc_feed_do_nothing,
	.may_tell_gap = poll_may_tell_gap,
	.gap = poll_gap,
	.admit = poll_admit,
	.put = poll_put,
	.rest = poll_rest,
	.fail = poll_fail,
	.leave = poll_leave,
};

/* ---- waiting -----------------------------------------------------------------------------------
 */

/* One publication may release thousands, whose answers differ: others have their turn between them.
 */
static void waiter_work(rtc_conn *conn)
{
	rtc_server *server = conn->server;

	if (rtc_compression_is_tired(&server->compression, server->loop->woke_us) &&
		rtc_conn_http_takes_gzip(conn)) {
		rtc_conn_put_off(conn);
	} else {
		rtc_feed_run(conn->feed);
	}
}

static void waiter_hurry(rtc_conn *conn)
{
	answer_now(conn->feed);
}

static void waiter_leave(rtc_conn *conn, void *state)
{
	(void)state;
	rtc_feed_forget(conn);
}

static const rtc_http_waiter waiter = {
	.deliver = rtc_feed_deliver,
	.work = waiter_work,
	.hurry = waiter_hurry,
	.leave = waiter_leave,
};

static void wait(rtc_feed *feed, uint32_t timeout_ms)
{
	feed->waiting = true;
	rtc_conn_http_wait(feed->conn, &waiter, feed, timeout_ms);
}

static void poll_rest(rtc_feed *feed)
{
	if (feed->own != NULL || feed->wait_ms == 0) {
		answer_now(feed);
	} else if (!feed->waiting) {
		wait(feed, feed->wait_ms);
	}
}

void rtc_feed_poll(rtc_conn *conn, const rtc_feed_request *request)
{
	rtc_feed *feed = rtc_feed_new(conn, request, &form_poll);

	if (feed == NULL) {
		return;
	}
	rtc_feed_ref(feed);
	rtc_feed_run(feed);
	if (feed->conn != NULL && feed->reading && !feed->waiting) {
		wait(feed, feed->wait_ms > 0 ? feed->wait_ms : POLL_LOG_MS);
	}
	rtc_feed_unref(feed);
}
