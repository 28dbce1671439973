#include "poll_body.h"

#include "modes.h"
#include "server.h"

void rtc_poll_body_init(rtc_poll_body *body, rtc_conn *conn, bool secret)
{
	*body = (rtc_poll_body){.conn = conn, .gzip = rtc_conn_http_takes_gzip(conn), .secret = secret};
}

void rtc_poll_body_deinit(rtc_poll_body *body)
{
	rtc_buf_deinit(&body->text);
	rtc_buf_deinit(&body->pieces);
}

static const rtc_deflate_options *options_of(const rtc_poll_body *body)
{
	return &body->conn->route->options.deflate;
}

/* Makes a piece of the text. */
static rtc_status put_text(rtc_poll_body *body)
{
	rtc_compression *compression = &body->conn->server->compression;
	rtc_slice text = rtc_buf_slice(&body->text);
	rtc_status status = body->secret
		? rtc_gzip_write(NULL, text, &body->pieces)
		: rtc_compression_write_run(compression, text, options_of(body), &body->pieces);

	if (status == RTC_OK) {
		rtc_gzip_add_text(&body->sum, text);
		body->len += text.len;
		body->text.len = 0;
	}
	return status;
}

rtc_status rtc_poll_body_message(rtc_poll_body *body, rtc_message *message)
{
	const rtc_deflate_options *options = options_of(body);
	rtc_slice payload = message->payload;
	rtc_message *piece;
	rtc_gzip_part part;

	if (!body->gzip || payload.len < options->min_bytes) {
		return rtc_buf_append(&body->text, payload.data, payload.len);
	}
	piece = rtc_compression_piece(&body->conn->server->compression, message, 0, options);
	if (piece == NULL || put_text(body) != RTC_OK ||
		rtc_buf_append(&body->pieces, piece->payload.data, piece->payload.len) != RTC_OK) {
		return RTC_NOMEM;
	}
	part = rtc_message_part(piece);
	rtc_gzip_add(&body->sum, &part);
	body->len += payload.len;
	return RTC_OK;
}

/* The text with another one in front. */
static rtc_status put_in_front(rtc_poll_body *body, rtc_slice front)
{
	size_t len = body->text.len;

	if (front.len == 0) {
		return RTC_OK;
	}
	if (rtc_buf_reserve(&body->text, front.len) != RTC_OK) {
		return RTC_NOMEM;
	}
	memmove(body->text.data + front.len, body->text.data, len);
	memcpy(body->text.data, front.data, front.len);
	body->text.len = front.len + len;
	return RTC_OK;
}

/* Makes one member of the pieces, with a text in front: as it is, for it is this client's own, and
 * compressed with what follows it would make that another one for each client. */
static rtc_status put_member(rtc_poll_body *body, rtc_slice front)
{
	rtc_gzip_sum sum = {0};
	uint8_t end[RTC_GZIP_END_BYTES];
	rtc_status status;

	rtc_gzip_add_text(&sum, front);
	rtc_gzip_add_sum(&sum, &body->sum, body->len);
	rtc_gzip_end(&sum, end);
	status = rtc_buf_append(&body->text, rtc_gzip_head, sizeof(rtc_gzip_head));
	if (status == RTC_OK) {
		status = rtc_gzip_write(NULL, front, &body->text);
	}
	if (status == RTC_OK) {
		status = rtc_buf_append(&body->text, body->pieces.data, body->pieces.len);
	}
	return status == RTC_OK ? rtc_buf_append(&body->text, end, sizeof(end)) : status;
}

rtc_status rtc_poll_body_end(rtc_poll_body *body, rtc_slice front)
{
	rtc_status status;

	if (body->pieces.len == 0) {
		body->gzip = body->gzip && !body->secret && body->text.len >= options_of(body)->min_bytes;
	}
	if (!body->gzip) {
		return put_in_front(body, front);
	}
	body->conn->rests = true; /* some milliseconds, of a request that costs its sender nothing */
	status = put_text(body);
	return status == RTC_OK ? put_member(body, front) : status;
}
