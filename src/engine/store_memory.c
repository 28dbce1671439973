#include "store.h"

#include "../proto/digest.h"

#include <event2/util.h>
#include <stdlib.h>

#define EPOCH_BYTES 8

/* A log that keeps no entries: only the number of the newest. */
typedef struct memory_log {
	rtc_publication_id newest;
} memory_log;

/* Base64url without padding (RFC 4648 section 5). */
static void draw_epoch(char out[RTC_EPOCH_MAX + 1])
{
	uint8_t random[EPOCH_BYTES];
	char text[RTC_BASE64_LEN(EPOCH_BYTES)];

	evutil_secure_rng_get_bytes(random, sizeof(random));
	rtc_base64_encode(random, sizeof(random), text);
	for (size_t i = 0; i < RTC_EPOCH_LEN; i++) {
		out[i] = text[i];
		if (text[i] == '+') {
			out[i] = '-';
		} else if (text[i] == '/') {
			out[i] = '_';
		}
	}
	out[RTC_EPOCH_LEN] = '\0';
}

static void *memory_log_open(rtc_store *store, rtc_slice channel)
{
	memory_log *log = malloc(sizeof(*log));

	(void)store;
	(void)channel;
	if (log != NULL) {
		draw_epoch(log->newest.epoch);
		log->newest.offset = 0;
	}
	return log;
}

static void memory_log_close(rtc_store *store, void *log)
{
	(void)store;
	free(log);
}

static void memory_append(
	rtc_store *store, void *log, rtc_publication *pub, rtc_store_done done, void *context)
{
	memory_log *entries = log;

	(void)store;
	entries->newest.offset++;
	pub->id = entries->newest;
	done(context, RTC_OK);
}

static void memory_newest(rtc_store *store, void *log, rtc_publication_id *id)
{
	(void)store;
	*id = ((memory_log *)log)->newest;
}

static void memory_free(rtc_store *store)
{
	free(store);
}

static const rtc_store_ops memory_ops = {
	.log_open = memory_log_open,
	.log_close = memory_log_close,
	.append = memory_append,
	.newest = memory_newest,
	.free = memory_free,
};

rtc_store *rtc_store_memory_new(struct rtc_loop *loop)
{
	rtc_store *store = malloc(sizeof(*store));

	(void)loop;
	if (store != NULL) {
		store->ops = &memory_ops;
	}
	return store;
}
