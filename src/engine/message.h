/* One message on its way to any number of receivers: the payload, and its wire forms, each made
 * once and shared. Counted; not for several threads. */
#ifndef RTC_ENGINE_MESSAGE_H
#define RTC_ENGINE_MESSAGE_H

#include "../proto/buf.h"
#include "../proto/gzip.h"
#include "../proto/ws_frame.h"

/* The longest header of an unmasked frame (RFC 6455 5.2). */
#define RTC_MESSAGE_HEAD_MAX 10

/* Nothing but refs changes after creation, and the forms appear. The frame's header ends where
 * head_room ends, so that a payload in `bytes` follows it. */
typedef struct rtc_message {
	rtc_slice payload;
	void *owner;                  /* of a borrowed payload */
	void (*release)(void *owner); /* or NULL */
	struct rtc_message *block;    /* rtc_message_block(); NULL until then */
	struct rtc_message *member;   /* rtc_message_member(); likewise */
	struct rtc_message *deflated; /* compressed forms, chained by this very field */
	uint32_t refs;
	bool binary;
	bool plain;       /* a compressed form that would be no smaller: there is none */
	uint8_t kind;     /* of a compressed form */
	uint8_t head_len; /* of the unmasked WebSocket frame; 0: these are raw bytes */
	uint8_t head_room[RTC_MESSAGE_HEAD_MAX];
	uint8_t bytes[]; /* a copied payload */
} rtc_message;

/* A message of its own copy of the payload; one reference. NULL: no memory. */
rtc_message *rtc_message_copy(rtc_slice payload, bool binary);

/* A message that points into memory of `owner`, handed back by release(owner) with the last
 * reference; release may be NULL. NULL: no memory, and nothing was released. */
rtc_message *rtc_message_borrow(
	rtc_slice payload, bool binary, void *owner, void (*release)(void *owner));

/* Raw bytes, which go out as they are where other messages go out as frames. Takes the buffer's
 * memory over and leaves it empty; one reference. NULL: no memory, nothing was taken. */
rtc_message *rtc_message_raw(rtc_buf *bytes);

/* Two messages in one, of raw bytes; one reference. NULL: no memory. */
rtc_message *rtc_message_join(const rtc_message *first, const rtc_message *second);

/* Appends it as an event of a stream: the name, if it has one, "data" lines and the empty line. A
 * binary payload is base64, under the name "binary" unless it has its own. */
rtc_status rtc_message_write_event(
	const rtc_message *message, rtc_slice name, rtc_buf *out) RTC_NODISCARD;

/* The same without a name, made once. Raw bytes, borrowed. NULL: no memory. */
rtc_message *rtc_message_block(rtc_message *message);

/* What a poll's answer makes of it: the member "data" with a string, or "binary" with base64. Raw
 * bytes, borrowed. NULL: no memory. */
rtc_message *rtc_message_member(rtc_message *message);

/* A message of its own copy of a compressed payload: its frame has RSV1 (RFC 7692 6). NULL: no
 * memory. */
rtc_message *rtc_message_compressed(rtc_slice payload, bool binary);

/* The compressed form of a kind that was added; the message itself if there was no gain; NULL if
 * none was added. Borrowed. */
rtc_message *rtc_message_deflated(rtc_message *message, uint8_t kind);

/* Adds it and gives it, or the message itself, as above. NULL: no memory. */
rtc_message *rtc_message_add_deflated(rtc_message *message, uint8_t kind, rtc_slice bytes);

/* Adds a piece of gzip members (gzip.h) as a form of a kind, and gives it: raw bytes, borrowed.
 * NULL: no memory. */
rtc_message *rtc_message_add_piece(
	rtc_message *message, uint8_t kind, rtc_slice bytes, const rtc_gzip_part *part);

/* What such a form adds to the sum of a member. */
rtc_gzip_part rtc_message_part(const rtc_message *piece);

static inline rtc_message *rtc_message_ref(rtc_message *message)
{
	message->refs++;
	return message;
}

/* release() must not look at the message. */
void rtc_message_unref(rtc_message *message);

/* Header of its WebSocket frame. */
static inline rtc_slice rtc_message_head(const rtc_message *message)
{
	return rtc_slice_of(
		message->head_room + RTC_MESSAGE_HEAD_MAX - message->head_len, message->head_len);
}

/* Bytes of its WebSocket frame. */
static inline size_t rtc_message_frame_len(const rtc_message *message)
{
	return message->head_len + message->payload.len;
}

/* Writes these bytes. */
static inline void rtc_message_write(const rtc_message *message, uint8_t *out)
{
	memcpy(out, rtc_message_head(message).data, message->head_len);
	if (message->payload.len > 0) {
		memcpy(out + message->head_len, message->payload.data, message->payload.len);
	}
}

/* True if the payload follows the frame's header in memory: rtc_message_head().data then starts
 * rtc_message_frame_len() bytes. */
static inline bool rtc_message_is_contiguous(const rtc_message *message)
{
	return message->payload.data == message->bytes;
}

#endif
