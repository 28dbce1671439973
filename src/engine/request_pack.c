/* A request in a few bytes: method, target, and the fields, of which common names and values are
 * numbers. */
#include "../proto/digest.h"
#include "../proto/handshake.h"

#include "request.h"

#include <stdlib.h>

/* What does not fit is not worth packing. */
#define PACK_MAX 4096

#define PACK_VALUES 6

#define PACK_MINOR 1
#define PACK_SECURE 2

/* In the place of a name's number. */
#define PACK_END 0
#define PACK_OTHER 255 /* a name of another kind, as a text */

/* The first byte of a text: its length, or one of these. */
#define PACK_KNOWN 240  /* and above: the name's known values */
#define PACK_BASE64 250 /* RTC_HANDSHAKE_KEY_BYTES follow, which are written as base64 */
#define PACK_LONG 251   /* two bytes of length follow */

typedef struct pack_known {
	const char *text;
	size_t len;
} pack_known;

#define KNOWN(text)                                                                                \
	{                                                                                              \
		text, sizeof(text) - 1                                                                     \
	}

typedef struct pack_name {
	pack_known name;
	pack_known values[PACK_VALUES]; /* up to the first that is empty */
} pack_name;

/* As browsers and libraries write them. Numbers are places; they live in memory only. */
static const pack_name pack_names[] = {
	{KNOWN("Host"), {{NULL, 0}}},
	{KNOWN("Upgrade"), {KNOWN("websocket"), KNOWN("WebSocket")}},
	{KNOWN("Connection"),
		{KNOWN("Upgrade"), KNOWN("keep-alive, Upgrade"), KNOWN("upgrade"), KNOWN("keep-alive")}},
	{KNOWN("Sec-WebSocket-Key"), {{NULL, 0}}},
	{KNOWN("Sec-WebSocket-Version"), {KNOWN("13")}},
	{KNOWN("Sec-WebSocket-Extensions"),
		{KNOWN("permessage-deflate; client_max_window_bits"), KNOWN("permessage-deflate")}},
	{KNOWN("Sec-WebSocket-Protocol"), {KNOWN("rtcomm.json")}},
	{KNOWN("Origin"), {{NULL, 0}}},
	{KNOWN("User-Agent"), {{NULL, 0}}},
	{KNOWN("Accept"), {KNOWN("*/*"), KNOWN("text/event-stream"), KNOWN("application/json")}},
	{KNOWN("Accept-Encoding"),
		{KNOWN("gzip, deflate, br, zstd"), KNOWN("gzip, deflate, br"), KNOWN("gzip, deflate"),
			KNOWN("gzip")}},
	{KNOWN("Accept-Language"), {KNOWN("en-US,en;q=0.9"), KNOWN("en-US,en;q=0.5")}},
	{KNOWN("Cache-Control"), {KNOWN("no-cache"), KNOWN("no-store"), KNOWN("max-age=0")}},
	{KNOWN("Pragma"), {KNOWN("no-cache")}},
	{KNOWN("Cookie"), {{NULL, 0}}},
	{KNOWN("Referer"), {{NULL, 0}}},
	{KNOWN("Authorization"), {{NULL, 0}}},
	{KNOWN("Last-Event-ID"), {{NULL, 0}}},
	{KNOWN("Sec-Fetch-Dest"), {KNOWN("websocket"), KNOWN("empty")}},
	{KNOWN("Sec-Fetch-Mode"), {KNOWN("websocket"), KNOWN("cors")}},
	{KNOWN("Sec-Fetch-Site"), {KNOWN("same-origin"), KNOWN("same-site"), KNOWN("cross-site")}},
	{KNOWN("Sec-GPC"), {KNOWN("1")}},
	{KNOWN("DNT"), {KNOWN("1")}},
	{KNOWN("Priority"), {KNOWN("u=4"), KNOWN("u=1, i")}},
	{KNOWN("sec-ch-ua"), {{NULL, 0}}},
	{KNOWN("sec-ch-ua-mobile"), {KNOWN("?0"), KNOWN("?1")}},
	{KNOWN("sec-ch-ua-platform"),
		{KNOWN("\"Windows\""), KNOWN("\"macOS\""), KNOWN("\"Linux\""), KNOWN("\"Android\"")}},
	{KNOWN("X-Forwarded-For"), {{NULL, 0}}},
	{KNOWN("X-Forwarded-Proto"), {KNOWN("https"), KNOWN("http")}},
	{KNOWN("X-Forwarded-Host"), {{NULL, 0}}},
	{KNOWN("X-Forwarded-Port"), {KNOWN("443"), KNOWN("80")}},
	{KNOWN("X-Real-IP"), {{NULL, 0}}},
	{KNOWN("Forwarded"), {{NULL, 0}}},
	{KNOWN("Via"), {{NULL, 0}}},
};

#define PACK_NAMES (sizeof(pack_names) / sizeof(pack_names[0]))

typedef struct pack_writer {
	size_t len; /* PACK_MAX + 1: it did not fit */
	uint8_t bytes[PACK_MAX];
} pack_writer;

static inline bool pack_equals(rtc_slice text, const pack_known *known)
{
	return text.len == known->len && memcmp(text.data, known->text, text.len) == 0;
}

static void pack_byte(pack_writer *out, uint8_t byte)
{
	if (out->len < PACK_MAX) {
		out->bytes[out->len] = byte;
	}
	out->len += out->len <= PACK_MAX;
}

static void pack_bytes(pack_writer *out, rtc_slice bytes)
{
	if (bytes.len > PACK_MAX - (out->len < PACK_MAX ? out->len : PACK_MAX)) {
		out->len = PACK_MAX + 1;
	} else if (bytes.len > 0) {
		memcpy(out->bytes + out->len, bytes.data, bytes.len);
		out->len += bytes.len;
	}
}

static void pack_text(pack_writer *out, rtc_slice text)
{
	if (text.len < PACK_KNOWN) {
		pack_byte(out, (uint8_t)text.len);
	} else {
		pack_byte(out, PACK_LONG);
		pack_byte(out, (uint8_t)(text.len >> 8));
		pack_byte(out, (uint8_t)(text.len & 0xff));
	}
	pack_bytes(out, text);
}

static void pack_value(pack_writer *out, const pack_name *name, rtc_slice value)
{
	uint8_t key[RTC_HANDSHAKE_KEY_BYTES];

	for (uint8_t i = 0; i < PACK_VALUES && name->values[i].len > 0; i++) {
		if (pack_equals(value, &name->values[i])) {
			pack_byte(out, PACK_KNOWN + i);
			return;
		}
	}
	if (value.len == RTC_HANDSHAKE_KEY_LEN && rtc_base64_is(value, RTC_HANDSHAKE_KEY_BYTES)) {
		rtc_base64_decode(value, key);
		pack_byte(out, PACK_BASE64);
		pack_bytes(out, rtc_slice_of(key, sizeof(key)));
	} else {
		pack_text(out, value);
	}
}

static void pack_field(pack_writer *out, rtc_slice name, rtc_slice value)
{
	static const pack_name other = {{NULL, 0}, {{NULL, 0}}};

	for (size_t i = 0; i < PACK_NAMES; i++) {
		if (pack_equals(name, &pack_names[i].name)) {
			pack_byte(out, (uint8_t)(i + 1));
			pack_value(out, &pack_names[i], value);
			return;
		}
	}
	pack_byte(out, PACK_OTHER);
	pack_text(out, name);
	pack_value(out, &other, value);
}

uint8_t *rtc_request_pack(const rtc_request *request)
{
	pack_writer out;
	uint8_t *packed;

	if (request->body.len > 0 || request->client_certificate != NULL) {
		return NULL;
	}
	out.len = 0;
	pack_byte(&out,
		(uint8_t)((request->minor > 0 ? PACK_MINOR : 0) | (request->secure ? PACK_SECURE : 0)));
	pack_text(&out, rtc_request_slice(request, request->method));
	pack_text(&out, rtc_request_slice(request, request->target));
	for (uint16_t i = 0; i < request->field_count; i++) {
		pack_field(&out, rtc_request_slice(request, request->fields[i].name),
			rtc_request_slice(request, request->fields[i].value));
	}
	pack_byte(&out, PACK_END);
	packed = out.len <= PACK_MAX ? malloc(out.len) : NULL;
	if (packed != NULL) {
		memcpy(packed, out.bytes, out.len);
	}
	return packed;
}

/* ---- and back ---------------------------------------------------------------------------------
 */

static rtc_status unpack_known(const pack_known *known, rtc_buf *out)
{
	return rtc_buf_append(out, known->text, known->len);
}

/* Appends the text at *packed, which moves on. `name`: whose value it is, or NULL. */
static rtc_status unpack_text(const uint8_t **packed, const pack_name *name, rtc_buf *out)
{
	char base64[RTC_HANDSHAKE_KEY_LEN];
	size_t len = *(*packed)++;
	const uint8_t *text;

	if (len == PACK_BASE64) {
		rtc_base64_encode(*packed, RTC_HANDSHAKE_KEY_BYTES, base64);
		*packed += RTC_HANDSHAKE_KEY_BYTES;
		return rtc_buf_append(out, base64, sizeof(base64));
	}
	if (len == PACK_LONG) {
		len = (size_t)(*packed)[0] << 8 | (*packed)[1];
		*packed += 2;
	} else if (len >= PACK_KNOWN) {
		return unpack_known(&name->values[len - PACK_KNOWN], out);
	}
	text = *packed;
	*packed += len;
	return rtc_buf_append(out, text, len);
}

static rtc_status unpack_field(const uint8_t **packed, rtc_buf *out)
{
	uint8_t number = *(*packed)++;
	const pack_name *name = number == PACK_OTHER ? NULL : &pack_names[number - 1];
	rtc_status status =
		name == NULL ? unpack_text(packed, NULL, out) : unpack_known(&name->name, out);

	if (status == RTC_OK) {
		status = rtc_buf_append_str(out, ": ");
	}
	if (status == RTC_OK) {
		status = unpack_text(packed, name, out);
	}
	return status == RTC_OK ? rtc_buf_append_str(out, "\r\n") : status;
}

static rtc_status unpack_head(const uint8_t *packed, rtc_buf *out)
{
	uint8_t flags = *packed++;
	rtc_status status = unpack_text(&packed, NULL, out);

	if (status == RTC_OK) {
		status = rtc_buf_append_str(out, " ");
	}
	if (status == RTC_OK) {
		status = unpack_text(&packed, NULL, out);
	}
	if (status == RTC_OK) {
		status = rtc_buf_append_str(out, flags & PACK_MINOR ? " HTTP/1.1\r\n" : " HTTP/1.0\r\n");
	}
	while (status == RTC_OK && *packed != PACK_END) {
		status = unpack_field(&packed, out);
	}
	return status == RTC_OK ? rtc_buf_append_str(out, "\r\n") : status;
}

rtc_request *rtc_request_unpack(const uint8_t *packed)
{
	rtc_request *request = NULL;
	rtc_http_error error;
	rtc_http_head head;
	rtc_buf text;

	rtc_buf_init(&text);
	if (unpack_head(packed, &text) == RTC_OK &&
		rtc_http_parse_head(text.data, text.len, &head, &error)) {
		request = rtc_request_new(&head, text.data, text.len);
	}
	if (request != NULL) {
		request->secure = (packed[0] & PACK_SECURE) != 0;
	}
	rtc_buf_deinit(&text);
	return request;
}
