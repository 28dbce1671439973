/* Where the logs of channels live: numbering, and history.
 *
 * Completion is asynchronous by contract: append() and read() may return before there is a result,
 * and call done() then or later, once. The store in this process calls it before it returns, which
 * is the only case in which a publication's id may be used at once. */
#ifndef RTC_ENGINE_STORE_H
#define RTC_ENGINE_STORE_H

#include "publication.h"

struct rtc_loop;

/* What a log keeps. */
typedef struct rtc_log_limits {
	uint32_t entries; /* the newest so many; 0: none */
	uint32_t ttl_ms;  /* and none older than this; 0: of any age */
} rtc_log_limits;

/* Called once for each append. status is RTC_OK, or why the entry is not in the log; with RTC_OK
 * the publication has its id. */
typedef void (*rtc_store_done)(void *context, rtc_status status);

/* A stretch of a log. Valid during the call it is given to, and only while the log does not change:
 * no user code may run before the items that are still needed have been given references.
 *
 * A page may have fewer items than were asked for although the log goes on (a ring ends a page
 * where it wraps): its end is reached when the last item's id, or `after` without items, is
 * `newest`. Whoever wants the rest reads on behind the last item. */
typedef struct rtc_page {
	rtc_status status;         /* not RTC_OK: it could not be read, and the rest means nothing */
	bool gap;                  /* entries behind the id that was asked for are lost */
	rtc_publication_id after;  /* what the items follow: that id, or where the log goes on */
	rtc_publication **items;   /* in order, without holes */
	size_t count;              /* at least 1 if max > 0 and anything is kept behind `after` */
	rtc_publication_id newest; /* of the log */
} rtc_page;

typedef void (*rtc_store_page)(void *context, const rtc_page *page);

typedef struct rtc_store rtc_store;

typedef struct rtc_store_ops {
	/* State of one channel's log; NULL: no memory. */
	void *(*log_open)(rtc_store *store, rtc_slice channel);
	void (*log_close)(rtc_store *store, void *log);
	/* What the log keeps from now on; what is too much goes at once. A new log keeps nothing. */
	void (*log_limit)(rtc_store *store, void *log, const rtc_log_limits *limits);
	/* True if closing the log would lose entries that the limits keep. */
	bool (*log_is_used)(rtc_store *store, void *log);
	/* Forgets entries that are older than the ttl, which nobody sees any more in any case. Returns
	 * in how many milliseconds there will be more to forget; 0: not before the next append. */
	uint32_t (*log_expire)(rtc_store *store, void *log);
	/* Gives the publication its id, and takes a reference while it keeps it. */
	void (*append)(
		rtc_store *store, void *log, rtc_publication *pub, rtc_store_done done, void *context);
	/* The id of the newest entry (offset 0 before the first). */
	void (*newest)(rtc_store *store, void *log, rtc_publication_id *id);
	/* Up to `max` entries behind `after`. An id of another epoch, one whose successor is not kept
	 * any more, and one beyond the newest are gaps: the page goes on with the oldest entry that is
	 * kept, and its `after` is the id before that one, or the newest if nothing is kept. The newest
	 * id itself is never a gap. */
	void (*read)(rtc_store *store, void *log, const rtc_publication_id *after, size_t max,
		rtc_store_page done, void *context);
	/* The newest `max` entries, or as many as are kept; never a gap. */
	void (*recent)(rtc_store *store, void *log, size_t max, rtc_store_page done, void *context);
	/* Bytes of the payloads that are kept, in all logs. */
	size_t (*kept)(const rtc_store *store);
	void (*free)(rtc_store *store);
} rtc_store_ops;

/* Stores embed this first. */
struct rtc_store {
	const rtc_store_ops *ops;
};

/* The store in this process, which tells the time by that loop; without one there is no ttl. NULL:
 * no memory. */
rtc_store *rtc_store_memory_new(struct rtc_loop *loop);

#endif
