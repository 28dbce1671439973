/* Where the logs of channels live: numbering now, history and other processes' publications next.
 *
 * Completion is asynchronous by contract: append() may return before the entry is in the log, and
 * calls done() then or later, once. The store in this process calls it before it returns, which
 * is the only case in which the id may be used at once. */
#ifndef RTC_ENGINE_STORE_H
#define RTC_ENGINE_STORE_H

#include "message.h"

#define RTC_EPOCH_LEN 11 /* 64 random bits, base64url */

/* EPOCH:OFFSET of wire.md: offsets count up by one from 1 in each channel; the epoch changes when
 * numbering starts anew. */
typedef struct rtc_publication_id {
	char epoch[RTC_EPOCH_LEN + 1];
	uint64_t offset;
} rtc_publication_id;

/* Room for an id as text, with its NUL. */
#define RTC_PUBLICATION_ID_MAX (RTC_EPOCH_LEN + 1 + 20 + 1)

/* Called once for each append. status is RTC_OK, or why the entry is not in the log. */
typedef void (*rtc_store_done)(void *context, rtc_status status, const rtc_publication_id *id);

typedef struct rtc_store rtc_store;

typedef struct rtc_store_ops {
	/* State of one channel's log; NULL: no memory. */
	void *(*log_open)(rtc_store *store, rtc_slice channel);
	void (*log_close)(rtc_store *store, void *log);
	void (*append)(
		rtc_store *store, void *log, rtc_message *message, rtc_store_done done, void *context);
	/* The id of the newest entry (offset 0 before the first). */
	void (*newest)(rtc_store *store, void *log, rtc_publication_id *id);
	void (*free)(rtc_store *store);
} rtc_store_ops;

/* Stores embed this first. */
struct rtc_store {
	const rtc_store_ops *ops;
};

/* The store in this process; NULL: no memory. */
rtc_store *rtc_store_memory_new(void);

/* Writes "EPOCH:OFFSET" and its NUL; returns the length. */
size_t rtc_publication_id_format(const rtc_publication_id *id, char out[RTC_PUBLICATION_ID_MAX]);

#endif
