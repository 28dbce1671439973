/* One message in a channel, with the forms in which feeds pass it on; each form is made on first
 * need and shared by all receivers. Counted; not for several threads. */
#ifndef RTC_ENGINE_PUBLICATION_H
#define RTC_ENGINE_PUBLICATION_H

#include "../proto/cursor.h"

#include "message.h"
#include "options.h"

typedef struct rtc_publication {
	rtc_message *message;
	rtc_message *block;    /* rtc_publication_block(); NULL until then */
	rtc_message *item;     /* rtc_publication_item(); likewise */
	rtc_publication_id id; /* given by the store */
	uint64_t serial;       /* the hub's: orders publications of different channels */
	uint64_t time_us;      /* wall clock, microseconds since 1970 */
	uint64_t kept_ms;      /* the store's: when it was appended, by its own clock */
	rtc_slice channel;     /* both in `text` */
	rtc_slice event;       /* empty: none */
	uint32_t refs;
	uint32_t event_at; /* in block: where the lines behind the id begin */
	bool kept;         /* the store's: it can be read from the log */
	bool has_overflow; /* its channel says what becomes of it where it does not fit */
	uint8_t overflow;  /* rtc_overflow, if it does */
	uint8_t text[];
} rtc_publication;

/* Takes a reference to the message; one reference. NULL: no memory. */
rtc_publication *rtc_publication_new(rtc_message *message, rtc_slice channel, rtc_slice event);

static inline rtc_publication *rtc_publication_ref(rtc_publication *pub)
{
	pub->refs++;
	return pub;
}

void rtc_publication_unref(rtc_publication *pub);

/* What becomes of it at a subscriber who does not read fast enough: as its channel says, or else
 * the subscriber's route. */
static inline rtc_overflow rtc_publication_overflow(
	const rtc_publication *pub, rtc_overflow of_route)
{
	return pub->has_overflow ? (rtc_overflow)pub->overflow : of_route;
}

/* Its event-stream block as raw bytes: "id: ID\n", then from event_at on the event's name, the
 * data and the empty line. A binary payload is base64, under the name "binary" unless the event
 * has its own. Borrowed. NULL: no memory. */
rtc_message *rtc_publication_block(rtc_publication *pub);

/* {"channel":…,"id":…,"event":…,"data":…,"binary":…} as a text message: the payload is the JSON,
 * the frame a WebSocket's. Borrowed. NULL: no memory. */
rtc_message *rtc_publication_item(rtc_publication *pub);

#endif
