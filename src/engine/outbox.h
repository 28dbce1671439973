/* Messages on their way to a client that fetches them: numbered from 1 when they are handed out,
 * and kept until the client says that it has them. */
#ifndef RTC_ENGINE_OUTBOX_H
#define RTC_ENGINE_OUTBOX_H

#include "message.h"

typedef struct rtc_outbox_item {
	rtc_message *message; /* one reference */
	uint32_t second;      /* when it was handed out last */
} rtc_outbox_item;

/* All zero is an empty one, which owns nothing. */
typedef struct rtc_fifo {
	rtc_outbox_item *items; /* a ring */
	uint32_t head;
	uint32_t count;
	uint32_t capacity; /* 0 or a power of two */
	size_t bytes;      /* rtc_outbox_size() of all of them */
	size_t *total;     /* of several fifos; or NULL */
} rtc_fifo;

/* All zero is an empty outbox, which owns nothing; nor does one that has become empty. */
typedef struct rtc_outbox {
	rtc_fifo kept;    /* numbered: base + 1, base + 2, … */
	rtc_fifo fresh;   /* not handed out yet */
	uint64_t base;    /* up to here everything is forgotten */
	uint32_t written; /* of `kept`: handed out since rtc_outbox_go_on() */
} rtc_outbox;

/* Where a client may go on. */
typedef enum rtc_outbox_place {
	RTC_OUTBOX_KNOWN,
	RTC_OUTBOX_FORGOTTEN, /* what follows it is not kept any more */
	RTC_OUTBOX_UNKNOWN,   /* it was never handed out */
} rtc_outbox_place;

void rtc_outbox_deinit(rtc_outbox *outbox);

/* What a message counts: its payload, and about what stands around it on the wire. */
static inline size_t rtc_outbox_size(const rtc_message *message)
{
	return message->payload.len + 48;
}

/* Takes a reference to the message, behind all others. */
rtc_status rtc_outbox_put(rtc_outbox *outbox, rtc_message *message) RTC_NODISCARD;

/* Drops the oldest message, or all, that were never handed out. False: there was none. */
bool rtc_outbox_drop_oldest(rtc_outbox *outbox);
void rtc_outbox_drop_fresh(rtc_outbox *outbox);

/* The message to hand out next, borrowed; NULL: there is none. */
rtc_message *rtc_outbox_next(const rtc_outbox *outbox);

/* That message was handed out, at this second; rtc_outbox_number() is its number now. NOMEM: it was
 * not. */
rtc_status rtc_outbox_advance(rtc_outbox *outbox, uint32_t second) RTC_NODISCARD;

/* The number of what was handed out last, or where the client goes on. */
static inline uint64_t rtc_outbox_number(const rtc_outbox *outbox)
{
	return outbox->base + outbox->written;
}

/* The client has everything up to that number: this is forgotten, and what follows is handed out
 * again. Nothing changes unless the place is KNOWN. */
rtc_outbox_place rtc_outbox_go_on(rtc_outbox *outbox, uint64_t number);

/* Forgets the oldest of what was handed out: all but the last one beyond `bytes`; what was handed
 * out before that second. */
void rtc_outbox_trim(rtc_outbox *outbox, size_t bytes);
void rtc_outbox_trim_old(rtc_outbox *outbox, uint32_t second);

/* Bytes of what is to be handed out. */
size_t rtc_outbox_waiting(const rtc_outbox *outbox);

#endif
