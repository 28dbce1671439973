/* One message on its way to any number of receivers: the payload, and its wire forms, each made
 * once and shared. Counted; not for several threads. */
#ifndef RTC_ENGINE_MESSAGE_H
#define RTC_ENGINE_MESSAGE_H

#include "../proto/base.h"
#include "../proto/ws_frame.h"

/* payload and frame header never change after creation. */
typedef struct rtc_message {
	rtc_slice payload;
	void *owner; /* of a borrowed payload */
	void (*release)(void *owner);
	uint32_t refs;
	bool binary;
	uint8_t head_len;
	uint8_t head[10]; /* of the unmasked WebSocket frame */
} rtc_message;

/* A message of its own copy of the payload; one reference. NULL: no memory. */
rtc_message *rtc_message_copy(rtc_slice payload, bool binary);

/* A message that points into memory of `owner`, handed back by release(owner) with the last
 * reference. NULL: no memory, and nothing was released. */
rtc_message *rtc_message_borrow(
	rtc_slice payload, bool binary, void *owner, void (*release)(void *owner));

rtc_message *rtc_message_ref(rtc_message *message);
void rtc_message_unref(rtc_message *message);

/* Bytes of its WebSocket frame. */
static inline size_t rtc_message_frame_len(const rtc_message *message)
{
	return message->head_len + message->payload.len;
}

#endif
