#include "message.h"

#include <stdlib.h>

_Static_assert(
	offsetof(rtc_message, bytes) == offsetof(rtc_message, head_room) + RTC_MESSAGE_HEAD_MAX,
	"a frame's header and its copied payload are one run of bytes");

static rtc_message *new_message(rtc_slice payload, bool binary, size_t extra)
{
	if (extra > SIZE_MAX - sizeof(rtc_message)) {
		return NULL;
	}

	rtc_message *message = malloc(sizeof(*message) + extra);

	if (message == NULL) {
		return NULL;
	}

	uint8_t head[RTC_WS_HEADER_MAX];
	uint8_t opcode = binary ? RTC_WS_BINARY : RTC_WS_TEXT;
	size_t head_len = rtc_ws_header_encode(head, opcode, true, 0, payload.len, NULL);

	message->payload = payload;
	message->owner = NULL;
	message->release = NULL;
	message->refs = 1;
	message->binary = binary;
	message->head_len = (uint8_t)head_len;
	memcpy(message->head_room + RTC_MESSAGE_HEAD_MAX - head_len, head, head_len);
	return message;
}

rtc_message *rtc_message_copy(rtc_slice payload, bool binary)
{
	rtc_message *message = new_message(payload, binary, payload.len);

	if (message == NULL) {
		return NULL;
	}
	if (payload.len > 0) {
		memcpy(message->bytes, payload.data, payload.len);
	}
	message->payload.data = message->bytes;
	return message;
}

rtc_message *rtc_message_borrow(
	rtc_slice payload, bool binary, void *owner, void (*release)(void *owner))
{
	rtc_message *message = new_message(payload, binary, 0);

	if (message == NULL) {
		return NULL;
	}
	message->owner = owner;
	message->release = release;
	return message;
}

void rtc_message_unref(rtc_message *message)
{
	if (--message->refs > 0) {
		return;
	}
	if (message->release != NULL) {
		message->release(message->owner);
	}
	free(message);
}
