/* What the transports of feeds share: where a reader stands in its channels, how it catches up from
 * their logs, and how it goes over to what is published.
 *
 * A channel is behind while its log has, or may have, more than was passed on: what is published
 * then is ignored, since it will come from the log. Otherwise the next publication is the one
 * behind `at`, or the channel falls behind. So nothing is lost or repeated between the two, however
 * they are interleaved.
 *
 * Catching up goes in rounds: one page of each channel that is behind is read, all are merged in
 * the order of publishing as far as they reach, and what the transport has no room for is read
 * again in a later round. Between rounds no publications are held. */
#ifndef RTC_ENGINE_FEED_READER_H
#define RTC_ENGINE_FEED_READER_H

#include "feed_request.h"
#include "hub.h"

typedef struct rtc_feed rtc_feed;

/* A transport. Everything is called with feed->conn open. */
typedef struct rtc_feed_form {
	/* True while more may be passed on. */
	bool (*has_room)(const rtc_feed *feed);
	/* Before anything else: the reader goes on from its cursor. */
	void (*begin)(rtc_feed *feed);
	/* True if a gap may be told now; otherwise the round ends, and the log is not read again before
	 * has_room() is asked. */
	bool (*may_tell_gap)(const rtc_feed *feed);
	/* Publications are lost; the cursor is where it goes on. */
	void (*gap)(rtc_feed *feed);
	/* Room for something that was just published: SENT or QUEUED. DROPPED: the channel falls
	 * behind. */
	rtc_send_result (*admit)(rtc_feed *feed, rtc_publication *pub);
	/* Passes it on; the cursor is behind it already. */
	void (*put)(rtc_feed *feed, rtc_publication *pub, rtc_overflow overflow);
	/* Nothing is being read: all are caught up, or there is no room. */
	void (*rest)(rtc_feed *feed);
	/* A log could not be read, or memory is short. */
	void (*fail)(rtc_feed *feed);
	/* Frees feed->own. */
	void (*leave)(rtc_feed *feed);
} rtc_feed_form;

/* One channel of a reader. */
typedef struct rtc_feed_channel {
	rtc_channel *channel;  /* held */
	rtc_publication_id at; /* everything up to here was passed on */
	bool behind;
	bool recent; /* behind: `history` entries before the newest, to begin with */
	bool missed; /* behind: something was published since its log was asked */
} rtc_feed_channel;

/* Counted: one reference for the connection, one for a log that is being read, one for each
 * function that works with it. */
struct rtc_feed {
	rtc_conn *conn; /* NULL once it has let go */
	const rtc_feed_form *form;
	struct rtc_feed_round *round; /* NULL: nothing is being read */
	void *own;                    /* the form's, or NULL */
	uint32_t refs;
	uint32_t history;
	uint32_t wait_ms; /* of a poll; 0: it does not wait */
	uint16_t count;
	uint16_t behind; /* channels */
	bool begun;
	bool reading; /* a page was asked for */
	bool running;
	bool waiting; /* a poll that waits */
	bool raw;     /* a WebSocket without the subprotocol */
	uint8_t way;  /* its place in the counts of readers */
	rtc_feed_channel channels[];
};

/* Makes conn->feed, one reference of which is the connection's, and subscribes to all channels.
 * NULL: no memory, and the connection has failed. */
rtc_feed *rtc_feed_new(rtc_conn *conn, const rtc_feed_request *request, const rtc_feed_form *form);

rtc_feed *rtc_feed_ref(rtc_feed *feed);
void rtc_feed_unref(rtc_feed *feed);

/* Reads on where channels are behind, as far as there is room. */
void rtc_feed_run(rtc_feed *feed);

/* Appends the cursor: the ids of all channels, joined with ','. */
rtc_status rtc_feed_write_cursor(const rtc_feed *feed, rtc_buf *out) RTC_NODISCARD;

/* has_room() and admit() of transports that write into the connection's queue; `len` bytes. */
bool rtc_feed_queue_has_room(const rtc_feed *feed);
rtc_send_result rtc_feed_queue_admit(rtc_feed *feed, const rtc_publication *pub, size_t len);

/* For may_tell_gap(). */
bool rtc_feed_always(const rtc_feed *feed);
void rtc_feed_do_nothing(rtc_feed *feed);

/* The transports: the request is granted. */
void rtc_feed_stream(rtc_conn *conn, const rtc_feed_request *request);
void rtc_feed_poll(rtc_conn *conn, const rtc_feed_request *request);

#endif
