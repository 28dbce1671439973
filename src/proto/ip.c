#include "ip.h"

#include "http_chars.h"

/* Takes a decimal number of at most `max` off the text; false if none is there. */
static bool take_number(rtc_slice *text, uint32_t max, uint32_t *number)
{
	size_t len = rtc_http_run(text->data, 0, text->len, RTC_HTTP_DIGIT);

	*number = 0;
	if (len == 0 || len > 5 || (len > 1 && text->data[0] == '0')) {
		return false;
	}
	for (size_t i = 0; i < len; i++) {
		*number = *number * 10 + (uint32_t)(text->data[i] - '0');
	}
	*text = rtc_slice_of(text->data + len, text->len - len);
	return *number <= max;
}

/* Takes the byte off the text, if it is the first one. */
static bool take_byte(rtc_slice *text, uint8_t byte)
{
	if (text->len == 0 || text->data[0] != byte) {
		return false;
	}
	*text = rtc_slice_of(text->data + 1, text->len - 1);
	return true;
}

bool rtc_port_parse(rtc_slice text, uint16_t *port)
{
	uint32_t number;

	if (!take_number(&text, UINT16_MAX, &number) || text.len != 0) {
		return false;
	}
	*port = (uint16_t)number;
	return true;
}

static bool parse_v4(rtc_slice text, uint8_t out[4])
{
	uint32_t number;

	for (size_t i = 0; i < 4; i++) {
		if ((i > 0 && !take_byte(&text, '.')) || !take_number(&text, UINT8_MAX, &number)) {
			return false;
		}
		out[i] = (uint8_t)number;
	}
	return text.len == 0;
}

/* Takes one group of 1 to 4 hexadecimal digits. */
static bool take_group(rtc_slice *text, uint8_t out[2])
{
	size_t len = rtc_http_run(text->data, 0, text->len, RTC_HTTP_HEX);
	uint32_t group = 0;

	if (len == 0 || len > 4) {
		return false;
	}
	for (size_t i = 0; i < len; i++) {
		group = group << 4 | rtc_http_hex_value(text->data[i]);
	}
	out[0] = (uint8_t)(group >> 8);
	out[1] = (uint8_t)group;
	*text = rtc_slice_of(text->data + len, text->len - len);
	return true;
}

/* "::" stands for one group of zeros or more, and only once; the last two groups may be IPv4. */
static bool parse_v6(rtc_slice text, uint8_t out[16])
{
	uint8_t groups[16] = {0};
	size_t len = 0;  /* bytes of `groups` */
	size_t gap = 17; /* where in `groups` the "::" is; 17: nowhere */

	if (text.len >= 2 && text.data[0] == ':' && text.data[1] == ':') {
		gap = 0;
		text = rtc_slice_of(text.data + 2, text.len - 2);
	}
	while (text.len > 0) {
		if (len <= 12 && parse_v4(text, groups + len)) {
			len += 4;
			break;
		}
		if (len > 14 || !take_group(&text, groups + len)) {
			return false;
		}
		len += 2;
		if (text.len == 0) {
			break;
		}
		if (!take_byte(&text, ':') || text.len == 0) {
			return false;
		}
		if (text.data[0] == ':') {
			if (gap != 17) {
				return false;
			}
			gap = len;
			take_byte(&text, ':');
		}
	}
	if (gap == 17 ? len != 16 : len > 14) {
		return false;
	}
	memset(out, 0, 16);
	if (gap == 17) {
		gap = len;
	}
	memcpy(out, groups, gap);
	memcpy(out + 16 - (len - gap), groups + gap, len - gap);
	return true;
}

bool rtc_ip_parse(rtc_slice text, rtc_ip *ip)
{
	*ip = (rtc_ip){0};
	if (text.len > 0 && memchr(text.data, ':', text.len) != NULL) {
		ip->v6 = true;
		return parse_v6(text, ip->bytes);
	}
	return parse_v4(text, ip->bytes);
}
