/* What a WebSocket sends: messages, compressed or not. */
#include "conn_ws.h"

#include "feed.h"
#include "server.h"

/* Queues a form of a message as it is. */
static inline rtc_send_result ws_put(rtc_conn *conn, rtc_message *message, rtc_overflow overflow)
{
	bool droppable = overflow == RTC_OVERFLOW_DROP_OLDEST;
	rtc_send_result result = rtc_conn_admit(conn, rtc_message_frame_len(message), overflow);

	if (result != RTC_SEND_SENT && result != RTC_SEND_QUEUED) {
		return result;
	}
	if (rtc_queue_message(&conn->queue, &conn->server->loop->pool, message, droppable) != RTC_OK) {
		rtc_conn_no_memory(conn);
		return RTC_SEND_CLOSED;
	}
	conn->server->stats.messages_out++;
	rtc_conn_touch(conn);
	return result;
}

/* To this connection alone. What may be dropped again must not be missed by a context. */
static rtc_send_result ws_send_alone(rtc_conn *conn, rtc_message *message, rtc_overflow overflow)
{
	rtc_context *context = ((rtc_ws_state *)conn->state)->context;
	rtc_send_result result;
	rtc_message *form;

	if (context == NULL || !rtc_conn_is_open(conn)) {
		return ws_put(conn, message, overflow);
	}
	if (overflow == RTC_OVERFLOW_DROP_OLDEST) {
		return ws_put(conn, rtc_conn_ws_form(conn, message), overflow);
	}
	form = rtc_context_own(&conn->server->compression, context, message);
	result = ws_put(conn, form, overflow);
	rtc_message_unref(form);
	if (result == RTC_SEND_DROPPED) {
		rtc_context_lose(context);
	}
	return result;
}

rtc_message *rtc_conn_ws_form(rtc_conn *conn, rtc_message *message)
{
	rtc_context *context = ((rtc_ws_state *)conn->state)->context;

	return context == NULL || message->head_len == 0
		? message
		: rtc_context_shared(&conn->server->compression, context, message);
}

rtc_send_result rtc_conn_ws_send(rtc_conn *conn, rtc_message *message)
{
	return ws_send_alone(conn, message, rtc_conn_overflow(conn));
}

/* What may be dropped again stands alone in the queue, as a message; what is compressed becomes
 * one.
 */
static rtc_send_result ws_send_copy(
	rtc_conn *conn, rtc_slice payload, bool binary, rtc_overflow overflow)
{
	rtc_message *message = rtc_message_copy(payload, binary);
	rtc_send_result result;

	if (message == NULL) {
		rtc_conn_no_memory(conn);
		return RTC_SEND_CLOSED;
	}
	result = ws_send_alone(conn, message, overflow);
	rtc_message_unref(message);
	return result;
}

static inline bool ws_compresses(const rtc_conn *conn, size_t len)
{
	const rtc_context *context = ((const rtc_ws_state *)conn->state)->context;

	return RTC_UNLIKELY(context != NULL) && len >= context->min_bytes;
}

rtc_send_result rtc_conn_ws_send_small(rtc_conn *conn, rtc_slice payload, bool binary)
{
	rtc_overflow overflow = rtc_conn_overflow(conn);

	if (overflow == RTC_OVERFLOW_DROP_OLDEST || ws_compresses(conn, payload.len)) {
		return ws_send_copy(conn, payload, binary, overflow);
	}

	uint8_t opcode = binary ? RTC_WS_BINARY : RTC_WS_TEXT;
	size_t len = rtc_ws_header_size(payload.len, false);
	rtc_send_result result = rtc_conn_admit(conn, len + payload.len, overflow);
	uint8_t *room;

	if (result != RTC_SEND_SENT && result != RTC_SEND_QUEUED) {
		return result;
	}
	room = rtc_queue_room(&conn->queue, &conn->server->loop->pool, len + payload.len);
	if (room != NULL) {
		rtc_ws_header_encode(room, opcode, true, 0, payload.len, NULL);
		memcpy(room + len, payload.data, payload.len);
		rtc_conn_touch(conn);
	} else {
		uint8_t head[RTC_WS_HEADER_MAX];

		rtc_ws_header_encode(head, opcode, true, 0, payload.len, NULL);
		if (rtc_conn_write(conn, rtc_slice_of(head, len), payload) != RTC_OK) {
			return RTC_SEND_CLOSED;
		}
	}
	conn->server->stats.messages_out++;
	return result;
}

void rtc_conn_ws_deliver(rtc_conn *conn, rtc_publication *pub)
{
	if (conn->feed != NULL) {
		rtc_feed_deliver(conn, pub);
		return;
	}
	ws_put(conn, rtc_conn_ws_form(conn, pub->message),
		rtc_publication_overflow(pub, rtc_conn_overflow(conn)));
}
