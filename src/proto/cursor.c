#include "cursor.h"

#include "digest.h"

#include <stdio.h>

static bool is_base64url(uint8_t byte)
{
	return (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') ||
		(byte >= '0' && byte <= '9') || byte == '-' || byte == '_';
}

/* A decimal number with nothing around it; false if it is none, or more than fits. */
static bool parse_number(rtc_slice text, uint64_t *number)
{
	uint64_t value = 0;

	if (text.len == 0 || (text.len > 1 && text.data[0] == '0')) {
		return false;
	}
	for (size_t i = 0; i < text.len; i++) {
		uint8_t digit = (uint8_t)(text.data[i] - '0');

		if (digit > 9 || value > (UINT64_MAX - digit) / 10) {
			return false;
		}
		value = value * 10 + digit;
	}
	*number = value;
	return true;
}

size_t rtc_publication_id_format(const rtc_publication_id *id, char out[RTC_PUBLICATION_ID_MAX])
{
	char digits[RTC_DECIMAL_MAX];
	rtc_slice offset = rtc_decimal(id->offset, digits);
	size_t len = strlen(id->epoch);

	memcpy(out, id->epoch, len);
	out[len++] = ':';
	memcpy(out + len, offset.data, offset.len);
	len += offset.len;
	out[len] = '\0';
	return len;
}

bool rtc_publication_id_parse(rtc_slice text, rtc_publication_id *id)
{
	size_t len = 0;

	while (len < text.len && is_base64url(text.data[len])) {
		len++;
	}
	if (len == 0 || len > RTC_EPOCH_MAX || len == text.len || text.data[len] != ':') {
		return false;
	}
	memcpy(id->epoch, text.data, len);
	id->epoch[len] = '\0';
	return parse_number(rtc_slice_of(text.data + len + 1, text.len - len - 1), &id->offset);
}

bool rtc_cursor_parse(rtc_slice text, rtc_publication_id *ids, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const uint8_t *comma = text.len > 0 ? memchr(text.data, ',', text.len) : NULL;
		size_t len = comma != NULL ? (size_t)(comma - text.data) : text.len;

		if ((comma == NULL) != (i + 1 == count) ||
			!rtc_publication_id_parse(rtc_slice_of(text.data, len), &ids[i])) {
			return false;
		}
		if (comma != NULL) {
			text = rtc_slice_of(comma + 1, text.len - len - 1);
		}
	}
	return count > 0;
}

void rtc_token_format(const uint8_t token[RTC_TOKEN_BYTES], char out[RTC_TOKEN_LEN + 1])
{
	char text[RTC_BASE64_LEN(RTC_TOKEN_BYTES)];

	rtc_base64_encode(token, RTC_TOKEN_BYTES, text);
	for (size_t i = 0; i < RTC_TOKEN_LEN; i++) {
		out[i] = text[i] == '+' ? '-' : text[i] == '/' ? '_' : text[i];
	}
	out[RTC_TOKEN_LEN] = '\0';
}

/* -1 for a character that is not of the alphabet. */
static int base64url_value(uint8_t byte)
{
	if (byte >= 'A' && byte <= 'Z') {
		return byte - 'A';
	}
	if (byte >= 'a' && byte <= 'z') {
		return byte - 'a' + 26;
	}
	if (byte >= '0' && byte <= '9') {
		return byte - '0' + 52;
	}
	return byte == '-' ? 62 : byte == '_' ? 63 : -1;
}

bool rtc_token_parse(rtc_slice text, uint8_t token[RTC_TOKEN_BYTES])
{
	uint32_t bits = 0;
	unsigned held = 0;
	size_t count = 0;

	if (text.len != RTC_TOKEN_LEN) {
		return false;
	}
	for (size_t i = 0; i < text.len; i++) {
		int value = base64url_value(text.data[i]);

		if (value < 0) {
			return false;
		}
		bits = (bits << 6 | (uint32_t)value) & 0xffff;
		held += 6;
		if (held >= 8) {
			held -= 8;
			token[count++] = (uint8_t)(bits >> held);
		}
	}
	return (bits & ((1u << held) - 1)) == 0;
}

bool rtc_session_cursor_parse(rtc_slice text, uint8_t token[RTC_TOKEN_BYTES], uint64_t *number)
{
	return text.len > RTC_TOKEN_LEN + 1 && text.data[RTC_TOKEN_LEN] == '.' &&
		rtc_token_parse(rtc_slice_of(text.data, RTC_TOKEN_LEN), token) &&
		parse_number(
			rtc_slice_of(text.data + RTC_TOKEN_LEN + 1, text.len - RTC_TOKEN_LEN - 1), number);
}
