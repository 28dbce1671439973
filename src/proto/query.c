#include "query.h"

#include "http.h"

/* Where `byte` stands first, or text.len. */
static size_t find(rtc_slice text, char byte)
{
	const uint8_t *at = text.len > 0 ? memchr(text.data, byte, text.len) : NULL;

	return at != NULL ? (size_t)(at - text.data) : text.len;
}

bool rtc_query_next(rtc_slice *query, rtc_slice *name, rtc_slice *value)
{
	while (query->len > 0) {
		size_t len = find(*query, '&');
		rtc_slice pair = rtc_slice_of(query->data, len);
		size_t taken = len < query->len ? len + 1 : len;

		*query = rtc_slice_of(query->data + taken, query->len - taken);
		if (len > 0) {
			size_t name_len = find(pair, '=');
			size_t value_at = name_len < len ? name_len + 1 : len;

			*name = rtc_slice_of(pair.data, name_len);
			*value = rtc_slice_of(pair.data + value_at, len - value_at);
			return true;
		}
	}
	return false;
}

rtc_slice rtc_query_decode(rtc_slice in, uint8_t *out)
{
	for (size_t i = 0; i < in.len; i++) {
		out[i] = in.data[i] == '+' ? ' ' : in.data[i];
	}
	return rtc_slice_of(out, rtc_http_decode(rtc_slice_of(out, in.len), out));
}

bool rtc_query_number(rtc_slice text, uint32_t most, uint32_t *number)
{
	uint64_t value = 0;

	if (text.len == 0) {
		return false;
	}
	for (size_t i = 0; i < text.len; i++) {
		uint8_t digit = (uint8_t)(text.data[i] - '0');

		if (digit > 9) {
			return false;
		}
		value = value * 10 + digit;
		if (value > most) {
			value = most; /* at most ten times UINT32_MAX before this */
		}
	}
	*number = (uint32_t)value;
	return true;
}
