#include "json.h"

#include "digest.h"

/* The letter behind the backslash of a short escape, 'u' for \u00XX, 0 for a byte that stands for
 * itself (RFC 8259 7). */
static char escape_of(uint8_t byte)
{
	switch (byte) {
	case '"':
	case '\\':
		return (char)byte;
	case '\b':
		return 'b';
	case '\t':
		return 't';
	case '\n':
		return 'n';
	case '\f':
		return 'f';
	case '\r':
		return 'r';
	default:
		return byte < 0x20 || byte == 0x7F ? 'u' : 0;
	}
}

static rtc_status put_escape(rtc_buf *out, uint8_t byte, char escape)
{
	if (escape == 'u') {
		return rtc_buf_printf(out, "\\u%04x", byte);
	}
	return rtc_buf_append(out, (char[]){'\\', escape}, 2);
}

static rtc_status put_escaped(rtc_buf *out, rtc_slice text)
{
	size_t start = 0;
	size_t i;

	for (i = 0; i < text.len; i++) {
		char escape = escape_of(text.data[i]);

		if (escape == 0) {
			continue;
		}
		if (rtc_buf_append(out, text.data + start, i - start) != RTC_OK ||
			put_escape(out, text.data[i], escape) != RTC_OK) {
			return RTC_NOMEM;
		}
		start = i + 1;
	}
	return rtc_buf_append(out, text.data + start, i - start);
}

rtc_status rtc_json_string(rtc_buf *out, rtc_slice text)
{
	size_t len = out->len;

	if (rtc_buf_append(out, "\"", 1) == RTC_OK &&
		(text.len == 0 || put_escaped(out, text) == RTC_OK) &&
		rtc_buf_append(out, "\"", 1) == RTC_OK) {
		return RTC_OK;
	}
	out->len = len;
	return RTC_NOMEM;
}

rtc_status rtc_json_base64(rtc_buf *out, rtc_slice bytes)
{
	if (bytes.len > SIZE_MAX / 2 || rtc_buf_reserve(out, RTC_BASE64_LEN(bytes.len) + 2) != RTC_OK) {
		return RTC_NOMEM;
	}
	out->data[out->len++] = '"';
	rtc_base64_encode(bytes.data, bytes.len, (char *)out->data + out->len);
	out->len += RTC_BASE64_LEN(bytes.len);
	out->data[out->len++] = '"';
	return RTC_OK;
}
