/* Publishing in a channel by POST. */
#include "../proto/utf8.h"

#include "feed_request.h"
#include "modes.h"
#include "server.h"

#include <stdlib.h>

static rtc_slice event_name(const rtc_conn *conn)
{
	return rtc_request_field(conn->request, RTC_SLICE("rtcomm-event"));
}

/* It becomes a line of an event stream and a string of JSON. A field's value has no line ends. */
static bool event_is_good(rtc_slice name)
{
	return name.data == NULL || (name.len > 0 && rtc_utf8_valid(name.data, name.len));
}

/* True for bodies that are not text: media types compare without case and without parameters
 * (RFC 9110 8.3.1). */
static bool is_binary(const rtc_conn *conn)
{
	rtc_slice type = rtc_request_field(conn->request, RTC_SLICE("content-type"));
	const uint8_t *end = type.len > 0 ? memchr(type.data, ';', type.len) : NULL;

	if (end != NULL) {
		type.len = (size_t)(end - type.data);
	}
	while (type.len > 0 && (type.data[type.len - 1] == ' ' || type.data[type.len - 1] == '\t')) {
		type.len--;
	}
	return rtc_slice_equals_nocase(type, RTC_SLICE("application/octet-stream"));
}

bool rtc_feed_may_publish(rtc_conn *conn)
{
	rtc_feed_request request;

	if (!event_is_good(event_name(conn))) {
		rtc_conn_http_refuse(conn, 400, "RtComm-Event is the name of an event, in UTF-8");
		return false;
	}
	if (!rtc_feed_request_init(&request, conn, true)) {
		return false;
	}
	rtc_feed_request_deinit(&request);
	return true;
}

static rtc_status publish(
	const rtc_conn *conn, rtc_slice name, rtc_message *message, rtc_published *published)
{
	rtc_channel *channel = rtc_hub_channel(conn->server->hub, name);
	rtc_status status;

	if (channel == NULL) {
		return RTC_NOMEM;
	}
	status = rtc_channel_publish(channel, message, event_name(conn), NULL, published);
	rtc_channel_release(channel);
	return status;
}

static void answer(rtc_conn *conn, const rtc_published *published)
{
	char id[RTC_PUBLICATION_ID_MAX];
	rtc_buf body;

	rtc_buf_init(&body);
	rtc_publication_id_format(&published->id, id);
	if (rtc_buf_printf(&body, "{\"id\":\"%s\",\"receivers\":%zu}", id, published->receivers) ==
		RTC_OK) {
		rtc_conn_http_reply(conn, 200, "application/json", rtc_buf_slice(&body));
	} else {
		rtc_conn_no_memory(conn);
	}
	rtc_buf_deinit(&body);
}

void rtc_feed_publish(rtc_conn *conn)
{
	rtc_slice body = rtc_buf_slice(&conn->request->body);
	bool binary = is_binary(conn);
	rtc_published published;
	rtc_message *message;
	rtc_status status = RTC_NOMEM;
	uint8_t *text;
	rtc_slice name;

	if (!binary && !rtc_utf8_valid(body.data, body.len)) {
		rtc_conn_http_refuse(
			conn, 400, "the body is not UTF-8: what is not text is application/octet-stream");
		return;
	}
	message = rtc_message_copy(body, binary);
	if (rtc_feed_request_name(conn, &text, &name) && message != NULL) {
		status = publish(conn, name, message, &published);
	}
	free(text);
	if (message != NULL) {
		rtc_message_unref(message);
	}
	if (status == RTC_OK) {
		answer(conn, &published);
	} else {
		rtc_conn_http_refuse(conn, 503, "it could not be published");
	}
}
