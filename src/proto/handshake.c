#include "handshake.h"

#include "digest.h"

/* More subprotocols than anybody offers; it bounds the search for duplicates. */
#define OFFERS_MAX 64

void rtc_handshake_accept(rtc_slice key, char out[RTC_HANDSHAKE_ACCEPT_LEN])
{
	uint8_t digest[RTC_SHA1_LEN];

	/* RFC 6455 4.2.2 item 5 */
	rtc_sha1(key, RTC_SLICE("258EAFA5-E914-47DA-95CA-C5AB0DC85B11"), digest);
	rtc_base64_encode(digest, sizeof(digest), out);
}

static bool refuse(rtc_handshake *result, int status, const char *error)
{
	result->status = status;
	result->error = error;
	return false;
}

/* The request as such (RFC 6455 4.2.1 items 1 to 4). */
static bool check_request(const rtc_http_head *head, const uint8_t *base, rtc_handshake *result)
{
	if (!rtc_slice_equals(rtc_http_span_slice(base, head->method), RTC_SLICE("GET"))) {
		return refuse(result, 405, "a WebSocket handshake is a GET request");
	}
	if (head->minor == 0) {
		return refuse(result, 400, "a WebSocket handshake needs HTTP/1.1");
	}
	if (!head->upgrade_websocket) {
		return refuse(result, 400,
			"a WebSocket handshake needs \"Upgrade: websocket\" and \"Connection: Upgrade\"");
	}

	/* What follows the head are frames. */
	if (head->content_length > 0 || head->chunked) {
		return refuse(result, 400, "a WebSocket handshake has no body");
	}
	return true;
}

/* The value of a field that may not come twice (RFC 6455 11.3); the number of those fields. */
static size_t single_field(
	const rtc_http_head *head, const uint8_t *base, rtc_slice name, rtc_slice *value)
{
	size_t found = 0;

	for (size_t i = 0; i < head->field_count; i++) {
		if (rtc_slice_equals_nocase(rtc_http_span_slice(base, head->fields[i].name), name)) {
			*value = rtc_http_span_slice(base, head->fields[i].value);
			found++;
		}
	}
	return found;
}

/* Version and key (RFC 6455 4.2.1 items 5 and 6). The version goes first: what the drafts called a
 * key was another thing. */
static bool check_key(const rtc_http_head *head, const uint8_t *base, rtc_handshake *result)
{
	rtc_slice value;
	size_t versions = single_field(head, base, RTC_SLICE("Sec-WebSocket-Version"), &value);

	if (versions > 1) {
		return refuse(result, 400, "more than one Sec-WebSocket-Version");
	}
	if (versions == 0 || !rtc_slice_equals(value, RTC_SLICE("13"))) {
		return refuse(result, 426, "only Sec-WebSocket-Version 13 is spoken here");
	}
	if (single_field(head, base, RTC_SLICE("Sec-WebSocket-Key"), &value) != 1) {
		return refuse(result, 400, "a WebSocket handshake has one Sec-WebSocket-Key");
	}
	if (!rtc_base64_is(value, RTC_HANDSHAKE_KEY_BYTES)) {
		return refuse(result, 400, "Sec-WebSocket-Key is not the base64 form of 16 bytes");
	}
	memcpy(result->key, value.data, sizeof(result->key));
	return true;
}

static bool contains(const rtc_slice *slices, size_t count, rtc_slice wanted, rtc_slice *found)
{
	for (size_t i = 0; i < count; i++) {
		if (rtc_slice_equals(slices[i], wanted)) {
			*found = slices[i];
			return true;
		}
	}
	return false;
}

/* Takes the list of one field; `offers` gathers those of all. */
static bool add_offers(
	rtc_slice list, rtc_slice offers[OFFERS_MAX], size_t *count, rtc_handshake *result)
{
	rtc_slice offer;
	rtc_slice twin;

	while (rtc_http_list_next(&list, &offer)) {
		if (!rtc_http_is_token(offer)) {
			return refuse(result, 400, "malformed Sec-WebSocket-Protocol");
		}
		if (contains(offers, *count, offer, &twin)) {
			return refuse(result, 400, "Sec-WebSocket-Protocol names one subprotocol twice");
		}
		if (*count == OFFERS_MAX) {
			return refuse(result, 400, "too many subprotocols");
		}
		offers[(*count)++] = offer;
	}
	return true;
}

/* Subprotocols (RFC 6455 4.1 item 10, 11.3.4: tokens, each unique, perhaps in several fields). */
static bool check_protocols(const rtc_http_head *head, const uint8_t *base,
	const rtc_slice *supported, size_t count, rtc_handshake *result)
{
	rtc_slice offers[OFFERS_MAX];
	size_t offered = 0;
	bool field = false;

	for (size_t i = 0; i < head->field_count; i++) {
		if (!rtc_slice_equals_nocase(rtc_http_span_slice(base, head->fields[i].name),
				RTC_SLICE("Sec-WebSocket-Protocol"))) {
			continue;
		}
		field = true;
		if (!add_offers(
				rtc_http_span_slice(base, head->fields[i].value), offers, &offered, result)) {
			return false;
		}
	}
	if (field && offered == 0) {
		return refuse(result, 400, "malformed Sec-WebSocket-Protocol");
	}
	result->offered = offered > 0;
	for (size_t i = 0; i < offered; i++) {
		if (contains(supported, count, offers[i], &result->protocol)) {
			break;
		}
	}
	return true;
}

void rtc_handshake_check(const rtc_http_head *head, const uint8_t *base, const rtc_slice *supported,
	size_t count, rtc_handshake *result)
{
	*result = (rtc_handshake){0};
	if (check_request(head, base, result) && check_key(head, base, result) &&
		check_protocols(head, base, supported, count, result)) {
		result->status = 101;
	}
}

static rtc_status append_field(rtc_buf *out, const char *name, rtc_slice value)
{
	if (rtc_buf_append_str(out, name) != RTC_OK ||
		rtc_buf_append(out, value.data, value.len) != RTC_OK) {
		return RTC_NOMEM;
	}
	return rtc_buf_append_str(out, "\r\n");
}

rtc_status rtc_handshake_write(const rtc_handshake *result, rtc_slice extensions, rtc_buf *out)
{
	char accept[RTC_HANDSHAKE_ACCEPT_LEN];
	size_t start = out->len;
	rtc_status status;

	rtc_handshake_accept(rtc_slice_of(result->key, sizeof(result->key)), accept);

	const rtc_slice head[] = {
		RTC_SLICE("HTTP/1.1 101 Switching Protocols\r\n"
				  "Upgrade: websocket\r\n"
				  "Connection: Upgrade\r\n"
				  "Sec-WebSocket-Accept: "),
		rtc_slice_of(accept, sizeof(accept)),
		RTC_SLICE("\r\n"),
	};

	status = rtc_buf_append_all(out, head, sizeof(head) / sizeof(head[0]));

	if (status == RTC_OK && result->protocol.len > 0) {
		status = append_field(out, "Sec-WebSocket-Protocol: ", result->protocol);
	}
	if (status == RTC_OK && extensions.len > 0) {
		status = append_field(out, "Sec-WebSocket-Extensions: ", extensions);
	}
	if (status == RTC_OK) {
		status = rtc_buf_append_str(out, "\r\n");
	}
	if (status != RTC_OK) {
		out->len = start;
	}
	return status;
}
