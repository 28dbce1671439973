/* One message on its way to any number of receivers: the payload, and its wire forms, each made
 * once and shared. Counted; not for several threads. */
#ifndef RTC_ENGINE_MESSAGE_H
#define RTC_ENGINE_MESSAGE_H

#include "../proto/base.h"
#include "../proto/ws_frame.h"

/* The longest header of an unmasked frame (RFC 6455 5.2). */
#define RTC_MESSAGE_HEAD_MAX 10

/* Nothing but refs changes after creation. The frame's header ends where head_room ends, so that a
 * payload in `bytes` follows it. */
typedef struct rtc_message {
	rtc_slice payload;
	void *owner;                  /* of a borrowed payload */
	void (*release)(void *owner); /* or NULL */
	uint32_t refs;
	bool binary;
	uint8_t head_len; /* of the unmasked WebSocket frame */
	uint8_t head_room[RTC_MESSAGE_HEAD_MAX];
	uint8_t bytes[]; /* a copied payload */
} rtc_message;

/* A message of its own copy of the payload; one reference. NULL: no memory. */
rtc_message *rtc_message_copy(rtc_slice payload, bool binary);

/* A message that points into memory of `owner`, handed back by release(owner) with the last
 * reference; release may be NULL. NULL: no memory, and nothing was released. */
rtc_message *rtc_message_borrow(
	rtc_slice payload, bool binary, void *owner, void (*release)(void *owner));

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

/* True if the payload follows the frame's header in memory: rtc_message_head().data then starts
 * rtc_message_frame_len() bytes. */
static inline bool rtc_message_is_contiguous(const rtc_message *message)
{
	return message->payload.data == message->bytes;
}

#endif
