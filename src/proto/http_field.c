/* Header fields and their values (RFC 9110 5). */
#include "http_chars.h"

bool rtc_http_find(const rtc_http_field *fields, size_t count, const uint8_t *base, rtc_slice name,
	rtc_slice *value)
{
	for (size_t i = 0; i < count; i++) {
		if (rtc_slice_equals_nocase(rtc_http_span_slice(base, fields[i].name), name)) {
			*value = rtc_http_span_slice(base, fields[i].value);
			return true;
		}
	}
	return false;
}

/* Length of what stands in front of the next comma outside of a quoted string (RFC 9110 5.6.4). A
 * string that is never closed goes on to the end. */
static size_t element_len(rtc_slice list)
{
	bool quoted = false;

	for (size_t i = 0; i < list.len; i++) {
		if (list.data[i] == '"') {
			quoted = !quoted;
		} else if (quoted && list.data[i] == '\\') {
			i++;
		} else if (!quoted && list.data[i] == ',') {
			return i;
		}
	}
	return list.len;
}

bool rtc_http_list_next(rtc_slice *list, rtc_slice *element)
{
	while (list->len > 0) {
		size_t len = element_len(*list);
		size_t taken = len < list->len ? len + 1 : len;

		*element = rtc_http_trim(rtc_slice_of(list->data, len));
		list->data += taken;
		list->len -= taken;
		if (element->len > 0) {
			return true;
		}
	}
	return false;
}

bool rtc_http_lists(const rtc_http_field *fields, size_t count, const uint8_t *base, rtc_slice name,
	rtc_slice token)
{
	rtc_slice element;

	for (size_t i = 0; i < count; i++) {
		if (!rtc_slice_equals_nocase(rtc_http_span_slice(base, fields[i].name), name)) {
			continue;
		}

		rtc_slice list = rtc_http_span_slice(base, fields[i].value);

		while (rtc_http_list_next(&list, &element)) {
			if (rtc_slice_equals_nocase(element, token)) {
				return true;
			}
		}
	}
	return false;
}

bool rtc_http_is_token(rtc_slice text)
{
	return text.len > 0 && rtc_http_run(text.data, 0, text.len, RTC_HTTP_TOKEN) == text.len;
}

bool rtc_http_is_value(rtc_slice text)
{
	return rtc_http_run(text.data, 0, text.len, RTC_HTTP_VALUE) == text.len;
}

size_t rtc_http_decode(rtc_slice in, uint8_t *out)
{
	size_t len = 0;

	for (size_t i = 0; i < in.len; i++) {
		uint8_t byte = in.data[i];

		if (byte == '%' && in.len - i > 2 && rtc_http_char_is(in.data[i + 1], RTC_HTTP_HEX) &&
			rtc_http_char_is(in.data[i + 2], RTC_HTTP_HEX)) {
			byte = (uint8_t)(rtc_http_hex_value(in.data[i + 1]) << 4 |
				rtc_http_hex_value(in.data[i + 2]));
			i += 2;
		}
		out[len++] = byte;
	}
	return len;
}
