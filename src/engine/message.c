#include "message.h"

#include "../proto/json.h"
#include "../proto/sse.h"

#include <stdlib.h>

_Static_assert(
	offsetof(rtc_message, bytes) == offsetof(rtc_message, head_room) + RTC_MESSAGE_HEAD_MAX,
	"a frame's header and its copied payload are one run of bytes");

static rtc_message *new_message(rtc_slice payload, bool binary, uint8_t rsv, size_t extra)
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
	size_t head_len = rtc_ws_header_encode(head, opcode, true, rsv, payload.len, NULL);

	message->payload = payload;
	message->owner = NULL;
	message->release = NULL;
	message->block = NULL;
	message->member = NULL;
	message->deflated = NULL;
	message->refs = 1;
	message->binary = binary;
	message->plain = false;
	message->kind = 0;
	message->head_len = (uint8_t)head_len;
	memcpy(message->head_room + RTC_MESSAGE_HEAD_MAX - head_len, head, head_len);
	return message;
}

static rtc_message *copy_message(rtc_slice payload, bool binary, uint8_t rsv)
{
	rtc_message *message = new_message(payload, binary, rsv, payload.len);

	if (message == NULL) {
		return NULL;
	}
	if (payload.len > 0) {
		memcpy(message->bytes, payload.data, payload.len);
	}
	message->payload.data = message->bytes;
	return message;
}

rtc_message *rtc_message_copy(rtc_slice payload, bool binary)
{
	return copy_message(payload, binary, 0);
}

rtc_message *rtc_message_borrow(
	rtc_slice payload, bool binary, void *owner, void (*release)(void *owner))
{
	rtc_message *message = new_message(payload, binary, 0, 0);

	if (message == NULL) {
		return NULL;
	}
	message->owner = owner;
	message->release = release;
	return message;
}

/* ---- forms --------------------------------------------------------------------------------------
 */

rtc_message *rtc_message_raw(rtc_buf *bytes)
{
	rtc_message *message = rtc_message_borrow(rtc_buf_slice(bytes), true, bytes->data, free);

	if (message != NULL) {
		message->head_len = 0;
		rtc_buf_init(bytes);
	}
	return message;
}

rtc_message *rtc_message_join(const rtc_message *first, const rtc_message *second)
{
	size_t len = rtc_message_frame_len(first);
	rtc_message *message = new_message(RTC_SLICE(""), true, 0, len + rtc_message_frame_len(second));

	if (message != NULL) {
		rtc_message_write(first, message->bytes);
		rtc_message_write(second, message->bytes + len);
		message->payload = rtc_slice_of(message->bytes, len + rtc_message_frame_len(second));
		message->head_len = 0;
	}
	return message;
}

rtc_status rtc_message_write_event(const rtc_message *message, rtc_slice name, rtc_buf *out)
{
	rtc_sse_event event = {.data = message->payload, .name = name, .has_data = true};
	rtc_status status;
	rtc_buf text;

	if (!message->binary) {
		return rtc_sse_write(out, &event);
	}
	rtc_buf_init(&text);
	status = rtc_json_base64(&text, message->payload);
	if (status == RTC_OK) {
		event.data = rtc_slice_of(text.data + 1, text.len - 2);
		if (name.len == 0) {
			event.name = RTC_SLICE("binary");
		}
		status = rtc_sse_write(out, &event);
	}
	rtc_buf_deinit(&text);
	return status;
}

rtc_message *rtc_message_block(rtc_message *message)
{
	rtc_buf out;

	if (message->block != NULL) {
		return message->block;
	}
	rtc_buf_init(&out);
	if (rtc_message_write_event(message, RTC_SLICE(""), &out) == RTC_OK) {
		message->block = rtc_message_raw(&out);
	}
	rtc_buf_deinit(&out);
	return message->block;
}

static rtc_status write_member(rtc_buf *out, const rtc_message *message)
{
	if (message->binary) {
		return rtc_buf_append_str(out, "\"binary\":") == RTC_OK
			? rtc_json_base64(out, message->payload)
			: RTC_NOMEM;
	}
	return rtc_buf_append_str(out, "\"data\":") == RTC_OK ? rtc_json_string(out, message->payload)
														  : RTC_NOMEM;
}

rtc_message *rtc_message_member(rtc_message *message)
{
	rtc_buf out;

	if (message->member != NULL) {
		return message->member;
	}
	rtc_buf_init(&out);
	if (write_member(&out, message) == RTC_OK) {
		message->member = rtc_message_raw(&out);
	}
	rtc_buf_deinit(&out);
	return message->member;
}

/* ---- compressed forms ---------------------------------------------------------------------------
 */

rtc_message *rtc_message_compressed(rtc_slice payload, bool binary)
{
	return copy_message(payload, binary, RTC_WS_RSV1);
}

rtc_message *rtc_message_deflated(rtc_message *message, uint8_t kind)
{
	rtc_message *form = message->deflated;

	while (form != NULL && form->kind != kind) {
		form = form->deflated;
	}
	return form != NULL && form->plain ? message : form;
}

static void add_form(rtc_message *message, uint8_t kind, rtc_message *form)
{
	form->kind = kind;
	form->deflated = message->deflated;
	message->deflated = form;
}

rtc_message *rtc_message_add_deflated(rtc_message *message, uint8_t kind, rtc_slice bytes)
{
	bool plain = bytes.len >= message->payload.len;
	rtc_message *form =
		rtc_message_compressed(plain ? rtc_slice_of(NULL, 0) : bytes, message->binary);

	if (form == NULL) {
		return NULL;
	}
	form->plain = plain;
	add_form(message, kind, form);
	return plain ? message : form;
}

/* The part stands in front of the bytes. */
rtc_message *rtc_message_add_piece(
	rtc_message *message, uint8_t kind, rtc_slice bytes, const rtc_gzip_part *part)
{
	rtc_message *form = NULL;

	if (bytes.len <= SIZE_MAX - sizeof(*part)) {
		form = new_message(bytes, true, 0, sizeof(*part) + bytes.len);
	}
	if (form == NULL) {
		return NULL;
	}
	memcpy(form->bytes, part, sizeof(*part));
	memcpy(form->bytes + sizeof(*part), bytes.data, bytes.len);
	form->payload.data = form->bytes + sizeof(*part);
	form->head_len = 0;
	add_form(message, kind, form);
	return form;
}

rtc_gzip_part rtc_message_part(const rtc_message *piece)
{
	rtc_gzip_part part;

	memcpy(&part, piece->bytes, sizeof(part));
	return part;
}

/* A form may be in queues still, where it needs no others. */
static void unref_deflated(rtc_message *message)
{
	while (message->deflated != NULL) {
		rtc_message *form = message->deflated;

		message->deflated = form->deflated;
		form->deflated = NULL;
		rtc_message_unref(form);
	}
}

void rtc_message_unref(rtc_message *message)
{
	if (--message->refs > 0) {
		return;
	}
	unref_deflated(message);
	if (message->block != NULL) {
		rtc_message_unref(message->block);
	}
	if (message->member != NULL) {
		rtc_message_unref(message->member);
	}
	if (message->release != NULL) {
		message->release(message->owner);
	}
	free(message);
}
