#include "feed_reader.h"

#include "server.h"

#include <stdlib.h>

/* Bytes that may be queued ahead of a reader that catches up. */
#define FEED_AHEAD_BYTES (64 * 1024)

/* Entries of all pages of one round, and of each page at least. */
#define FEED_ROUND_ENTRIES 256
#define FEED_PAGE_ENTRIES_MIN 8

/* A stretch of one channel's log. Items from `next` on are referenced. */
typedef struct feed_page {
	rtc_publication **items;
	size_t count;
	size_t next;
	rtc_publication_id after;
	bool gap;
	bool whole; /* it reaches the log's end */
} feed_page;

struct rtc_feed_round {
	size_t max;     /* entries of a page */
	uint16_t asked; /* channels before this one have their page, if they are behind */
	uint16_t asking;
	bool failed;
	feed_page pages[]; /* one for each channel */
};

/* ---- life --------------------------------------------------------------------------------------
 */

rtc_feed *rtc_feed_ref(rtc_feed *feed)
{
	feed->refs++;
	return feed;
}

void rtc_feed_unref(rtc_feed *feed)
{
	if (--feed->refs > 0) {
		return;
	}
	for (size_t i = 0; i < feed->count; i++) {
		rtc_channel_release(feed->channels[i].channel);
	}
	free(feed);
}

/* Where the channel begins. */
static void place(rtc_feed *feed, rtc_feed_channel *entry, const rtc_publication_id *after)
{
	entry->recent = after == NULL && feed->history > 0 && entry->at.offset > 0;
	entry->behind = entry->recent;
	if (after != NULL &&
		(after->offset != entry->at.offset || strcmp(after->epoch, entry->at.epoch) != 0)) {
		entry->at = *after;
		entry->behind = true;
	}
	feed->behind += entry->behind;
}

static rtc_status join(rtc_feed *feed, const rtc_feed_request *request)
{
	rtc_conn *conn = feed->conn;

	for (size_t i = 0; i < request->count; i++) {
		rtc_feed_channel *entry = &feed->channels[i];

		entry->channel = rtc_hub_channel(conn->server->hub, request->names[i]);
		if (entry->channel == NULL) {
			return RTC_NOMEM;
		}
		feed->count++;
		if (rtc_channel_subscribe(entry->channel, conn) != RTC_OK ||
			!rtc_channel_newest(entry->channel, &entry->at)) {
			return RTC_NOMEM;
		}
		place(feed, entry, request->has_cursor ? &request->after[i] : NULL);
	}
	return RTC_OK;
}

rtc_feed *rtc_feed_new(rtc_conn *conn, const rtc_feed_request *request, const rtc_feed_form *form)
{
	rtc_feed *feed = calloc(1, sizeof(*feed) + request->count * sizeof(*feed->channels));

	if (feed == NULL) {
		rtc_conn_no_memory(conn);
		return NULL;
	}
	feed->refs = 1;
	feed->conn = conn;
	feed->form = form;
	feed->history = request->has_cursor ? 0 : request->history;
	feed->wait_ms = request->has_cursor ? request->wait_ms : 0;
	conn->feed = feed;
	feed->way = (uint8_t)rtc_stats_way(conn->delivery);
	conn->server->stats.readers[feed->way]++;
	if (join(feed, request) != RTC_OK) {
		rtc_feed_forget(conn);
		rtc_conn_no_memory(conn);
		return NULL;
	}
	return feed;
}

static void round_free(rtc_feed *feed)
{
	struct rtc_feed_round *round = feed->round;

	if (round == NULL) {
		return;
	}
	for (size_t i = 0; i < feed->count; i++) {
		feed_page *page = &round->pages[i];

		while (page->next < page->count) {
			rtc_publication_unref(page->items[page->next++]);
		}
		free(page->items);
	}
	free(round);
	feed->round = NULL;
}

void rtc_feed_forget(rtc_conn *conn)
{
	rtc_feed *feed = conn->feed;

	if (feed == NULL) {
		return;
	}
	conn->feed = NULL;
	conn->server->stats.readers[feed->way]--;
	feed->conn = NULL;
	round_free(feed);
	feed->form->leave(feed);
	rtc_hub_forget(conn);
	rtc_feed_unref(feed);
}

/* ---- rounds ------------------------------------------------------------------------------------
 */

static void page_done(void *context, const rtc_page *page);

static bool round_begin(rtc_feed *feed)
{
	struct rtc_feed_round *round = calloc(1, sizeof(*round) + feed->count * sizeof(*round->pages));

	if (round == NULL) {
		return false;
	}
	round->max = FEED_ROUND_ENTRIES / feed->behind;
	if (round->max < FEED_PAGE_ENTRIES_MIN) {
		round->max = FEED_PAGE_ENTRIES_MIN;
	}
	feed->round = round;
	return true;
}

/* Asks the next log. False: all were asked. */
static bool round_ask(rtc_feed *feed)
{
	struct rtc_feed_round *round = feed->round;

	while (round->asked < feed->count && !feed->channels[round->asked].behind) {
		round->asked++;
	}
	if (round->asked == feed->count || round->failed) {
		return false;
	}

	rtc_feed_channel *entry = &feed->channels[round->asked];

	round->asking = round->asked++;
	entry->missed = false;
	feed->reading = true;
	rtc_feed_ref(feed);
	if (entry->recent) {
		rtc_channel_recent(entry->channel, feed->history, page_done, feed);
	} else {
		rtc_channel_read(entry->channel, &entry->at, round->max, page_done, feed);
	}
	return true;
}

static bool is_same(const rtc_publication_id *a, const rtc_publication_id *b)
{
	return a->offset == b->offset && strcmp(a->epoch, b->epoch) == 0;
}

/* Keeps what the page holds beyond this call. */
static rtc_status page_keep(feed_page *kept, const rtc_page *page, size_t max)
{
	size_t count = page->count < max ? page->count : max;

	if (page->status != RTC_OK) {
		return page->status;
	}
	kept->after = page->after;
	kept->gap = page->gap;
	kept->whole = count == 0 || is_same(&page->items[count - 1]->id, &page->newest);
	if (count == 0) {
		return RTC_OK;
	}
	kept->items = malloc(count * sizeof(rtc_publication *));
	if (kept->items == NULL) {
		return RTC_NOMEM;
	}
	for (size_t i = 0; i < count; i++) {
		kept->items[i] = rtc_publication_ref(page->items[i]);
	}
	kept->count = count;
	return RTC_OK;
}

/* Called before a read returns, or later. */
static void page_done(void *context, const rtc_page *page)
{
	rtc_feed *feed = context;
	struct rtc_feed_round *round = feed->round;

	feed->reading = false;
	if (feed->conn != NULL) {
		if (page_keep(&round->pages[round->asking], page, round->max) != RTC_OK) {
			round->failed = true;
		}
		if (!feed->running) {
			rtc_feed_run(feed);
		}
	}
	rtc_feed_unref(feed);
}

static bool feed_is_open(const rtc_feed *feed)
{
	return feed->conn != NULL && rtc_conn_is_open(feed->conn);
}

static void feed_begin(rtc_feed *feed)
{
	if (!feed->begun) {
		feed->begun = true;
		feed->form->begin(feed);
	}
}

/* Takes the places where the pages begin; says so where that is a gap. False: not yet. */
static bool round_place(rtc_feed *feed)
{
	struct rtc_feed_round *round = feed->round;
	bool gap = false;

	for (size_t i = 0; i < feed->count; i++) {
		rtc_feed_channel *entry = &feed->channels[i];

		gap = gap || round->pages[i].gap;
		if (entry->recent) {
			entry->recent = false;
			entry->at = round->pages[i].after;
		}
	}
	feed_begin(feed);
	if (!gap || !feed_is_open(feed)) {
		return feed_is_open(feed);
	}
	if (!feed->form->may_tell_gap(feed)) {
		return false;
	}
	for (size_t i = 0; i < feed->count; i++) {
		if (round->pages[i].gap) {
			feed->channels[i].at = round->pages[i].after;
		}
	}
	feed->form->gap(feed);
	return feed_is_open(feed);
}

/* The channel whose next entry was published first; feed->count if a page has come to an end behind
 * which older entries may follow, or nothing is left. */
static size_t round_first(const rtc_feed *feed)
{
	const feed_page *pages = feed->round->pages;
	size_t first = feed->count;

	for (size_t i = 0; i < feed->count; i++) {
		if (!feed->channels[i].behind) {
			continue;
		}
		if (pages[i].next == pages[i].count) {
			if (!pages[i].whole) {
				return feed->count;
			}
			continue;
		}
		if (first == feed->count ||
			pages[i].items[pages[i].next]->serial < pages[first].items[pages[first].next]->serial) {
			first = i;
		}
	}
	return first;
}

static void round_merge(rtc_feed *feed)
{
	size_t first;

	while (feed_is_open(feed) && feed->form->has_room(feed) &&
		(first = round_first(feed)) < feed->count) {
		feed_page *page = &feed->round->pages[first];
		rtc_publication *pub = page->items[page->next++];

		feed->channels[first].at = pub->id;
		feed->form->put(feed, pub, RTC_OVERFLOW_CLOSE);
		rtc_publication_unref(pub);
	}
}

/* What the logs hold cannot be had. */
static void feed_fail(rtc_feed *feed)
{
	rtc_conn *conn = feed->conn;

	rtc_server_log(conn->server, RTC_LOG_ERROR, conn, 0, "no_history", "a history cannot be read");
	feed->form->fail(feed);
}

/* All pages are there. */
static void round_end(rtc_feed *feed)
{
	struct rtc_feed_round *round = feed->round;

	if (round->failed) {
		round_free(feed);
		feed_fail(feed);
		return;
	}
	if (round_place(feed)) {
		round_merge(feed);
		for (size_t i = 0; feed->conn != NULL && i < feed->count; i++) {
			rtc_feed_channel *entry = &feed->channels[i];
			const feed_page *page = &round->pages[i];

			if (entry->behind && page->whole && page->next == page->count && !entry->missed) {
				entry->behind = false;
				feed->behind--;
			}
		}
	}
	round_free(feed);
}

void rtc_feed_run(rtc_feed *feed)
{
	rtc_conn *conn = feed->conn;

	if (conn == NULL || feed->running || feed->reading) {
		return;
	}
	rtc_feed_ref(feed);
	rtc_conn_ref(conn);
	feed->running = true;
	while (feed_is_open(feed) && !feed->reading && feed->behind > 0 &&
		(feed->round != NULL || feed->form->has_room(feed))) {
		if (feed->round == NULL && !round_begin(feed)) {
			feed_fail(feed);
		} else if (!round_ask(feed)) {
			round_end(feed);
		}
	}
	if (feed_is_open(feed) && !feed->reading) {
		if (feed->behind == 0) {
			feed_begin(feed);
		}
		feed->form->rest(feed);
	}
	feed->running = false;
	rtc_conn_unref(conn);
	rtc_feed_unref(feed);
}

/* ---- what is published -------------------------------------------------------------------------
 */

static rtc_feed_channel *feed_find(rtc_feed *feed, rtc_slice name)
{
	for (size_t i = 0; i < feed->count; i++) {
		if (feed->count == 1 ||
			rtc_slice_equals(rtc_channel_name(feed->channels[i].channel), name)) {
			return &feed->channels[i];
		}
	}
	return NULL;
}

static void fall_behind(rtc_feed *feed, rtc_feed_channel *entry)
{
	entry->behind = true;
	entry->missed = false;
	feed->behind++;
	rtc_conn_put_off(feed->conn);
}

void rtc_feed_deliver(rtc_conn *conn, rtc_publication *pub)
{
	rtc_feed *feed = conn->feed;
	rtc_feed_channel *entry = feed != NULL ? feed_find(feed, pub->channel) : NULL;
	bool same_epoch;

	if (entry == NULL || !rtc_conn_is_open(conn)) {
		return;
	}
	if (entry->behind) {
		entry->missed = true;
		return;
	}
	same_epoch = strcmp(pub->id.epoch, entry->at.epoch) == 0;
	if (same_epoch && pub->id.offset <= entry->at.offset) {
		return; /* it came from the log */
	}
	if (!same_epoch || pub->id.offset != entry->at.offset + 1) {
		fall_behind(feed, entry);
		return;
	}
	switch (feed->form->admit(feed, pub)) {
	case RTC_SEND_SENT:
	case RTC_SEND_QUEUED:
		entry->at = pub->id;
		feed->form->put(feed, pub, rtc_publication_overflow(pub, rtc_conn_overflow(conn)));
		break;
	case RTC_SEND_DROPPED:
		fall_behind(feed, entry);
		break;
	case RTC_SEND_CLOSED:
		break;
	}
}

void rtc_feed_pump(rtc_conn *conn)
{
	if (conn->feed != NULL && conn->feed->behind > 0) {
		rtc_feed_run(conn->feed);
	}
}

/* ---- for the transports ------------------------------------------------------------------------
 */

rtc_status rtc_feed_write_cursor(const rtc_feed *feed, rtc_buf *out)
{
	char id[RTC_PUBLICATION_ID_MAX];
	rtc_status status = RTC_OK;

	for (size_t i = 0; status == RTC_OK && i < feed->count; i++) {
		if (i > 0) {
			status = rtc_buf_append(out, ",", 1);
		}
		if (status == RTC_OK) {
			size_t len = rtc_publication_id_format(&feed->channels[i].at, id);

			status = rtc_buf_append(out, id, len);
		}
	}
	return status;
}

bool rtc_feed_queue_has_room(const rtc_feed *feed)
{
	return feed->conn->queue.bytes < FEED_AHEAD_BYTES;
}

/* A reader that is too slow gets from the log what does not fit now, if there is one: then nothing
 * is dropped while the log reaches back. */
rtc_send_result rtc_feed_queue_admit(rtc_feed *feed, const rtc_publication *pub, size_t len)
{
	rtc_conn *conn = feed->conn;
	size_t limit = conn->route->options.send_buffer_bytes;

	if (pub->kept && conn->queue.bytes > 0 && conn->queue.bytes + len > limit) {
		if (!conn->blocked) {
			rtc_conn_flush(conn);
		}
		if (!rtc_conn_is_open(conn)) {
			return RTC_SEND_CLOSED;
		}
		if (conn->queue.bytes > 0 && conn->queue.bytes + len > limit) {
			return RTC_SEND_DROPPED;
		}
	}
	return rtc_conn_admit(conn, len, rtc_publication_overflow(pub, rtc_conn_overflow(conn)));
}
