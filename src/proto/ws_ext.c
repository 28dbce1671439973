#include "ws_ext.h"

#include "http.h"

/* One offer of the extension, as the client wrote it. */
typedef struct offer {
	bool server_no_context_takeover;
	bool client_no_context_takeover;
	bool client_window;         /* client_max_window_bits is there */
	uint8_t server_window_bits; /* 0: not there */
	uint8_t client_window_bits; /* 0: not there, or without a value */
} offer;

static bool is_space(uint8_t byte)
{
	return byte == ' ' || byte == '\t';
}

static rtc_slice trim(rtc_slice text)
{
	while (text.len > 0 && is_space(text.data[0])) {
		text = rtc_slice_of(text.data + 1, text.len - 1);
	}
	while (text.len > 0 && is_space(text.data[text.len - 1])) {
		text.len--;
	}
	return text;
}

/* Takes what is before the next `separator` off *rest, or all of it. A quoted value is a token
 * between quotes (RFC 6455 9.1), so it holds no separator. */
static rtc_slice take(rtc_slice *rest, char separator)
{
	const uint8_t *end = rest->len > 0 ? memchr(rest->data, separator, rest->len) : NULL;
	size_t len = end == NULL ? rest->len : (size_t)(end - rest->data);
	rtc_slice taken = rtc_slice_of(rest->data, len);

	*rest = end == NULL ? rtc_slice_of(NULL, 0) : rtc_slice_of(end + 1, rest->len - len - 1);
	return trim(taken);
}

static rtc_slice unquote(rtc_slice value)
{
	if (value.len >= 2 && value.data[0] == '"' && value.data[value.len - 1] == '"') {
		return rtc_slice_of(value.data + 1, value.len - 2);
	}
	return value;
}

/* 8 to 15, without a leading zero (RFC 7692 7.1.2.1); 0 for anything else. */
static uint8_t window_bits(rtc_slice value)
{
	if (value.len == 1 && (value.data[0] == '8' || value.data[0] == '9')) {
		return (uint8_t)(value.data[0] - '0');
	}
	if (value.len == 2 && value.data[0] == '1' && value.data[1] >= '0' && value.data[1] <= '5') {
		return (uint8_t)(10 + value.data[1] - '0');
	}
	return 0;
}

/* A parameter that is only a name, and comes once. */
static bool set_flag(bool *flag, bool has_value)
{
	bool good = !*flag && !has_value;

	*flag = true;
	return good;
}

static bool set_client_window(offer *self, rtc_slice value, bool has_value)
{
	bool good = !self->client_window;

	self->client_window = true;
	if (has_value) {
		self->client_window_bits = window_bits(value);
		good = good && self->client_window_bits != 0;
	}
	return good;
}

static bool set_server_window(offer *self, rtc_slice value)
{
	bool good = self->server_window_bits == 0;

	self->server_window_bits = window_bits(value);
	return good && self->server_window_bits != 0;
}

static bool read_parameter(offer *self, rtc_slice text)
{
	bool has_value = text.len > 0 && memchr(text.data, '=', text.len) != NULL;
	rtc_slice name = take(&text, '=');
	rtc_slice value = unquote(trim(text));

	if (rtc_slice_equals_nocase(name, RTC_SLICE("server_no_context_takeover"))) {
		return set_flag(&self->server_no_context_takeover, has_value);
	}
	if (rtc_slice_equals_nocase(name, RTC_SLICE("client_no_context_takeover"))) {
		return set_flag(&self->client_no_context_takeover, has_value);
	}
	if (rtc_slice_equals_nocase(name, RTC_SLICE("server_max_window_bits"))) {
		return set_server_window(self, value);
	}
	if (rtc_slice_equals_nocase(name, RTC_SLICE("client_max_window_bits"))) {
		return set_client_window(self, value, has_value);
	}
	return false;
}

/* True if the element offers permessage-deflate with parameters that are all understood. */
static bool read_offer(rtc_slice element, offer *self)
{
	rtc_slice name = take(&element, ';');

	*self = (offer){0};
	if (!rtc_slice_equals_nocase(name, RTC_SLICE("permessage-deflate"))) {
		return false;
	}
	while (element.data != NULL) {
		if (!read_parameter(self, take(&element, ';'))) {
			return false;
		}
	}
	return true;
}

static uint8_t least(uint8_t a, uint8_t b)
{
	return a < b ? a : b;
}

static uint8_t greatest(uint8_t a, uint8_t b)
{
	return a > b ? a : b;
}

static void agree(
	const offer *offered, const rtc_deflate_params *wanted, rtc_deflate_params *agreed)
{
	*agreed = *wanted;
	agreed->server_no_context_takeover |= offered->server_no_context_takeover;
	agreed->client_no_context_takeover |= offered->client_no_context_takeover;
	if (offered->server_window_bits != 0) {
		/* RFC 7692 7.1.2.1: who takes the offer says so, though 15 is no less than without. */
		agreed->server_window_asked = true;
		agreed->server_window_bits = least(agreed->server_window_bits, offered->server_window_bits);
	}
	if (offered->client_window_bits != 0) {
		agreed->client_window_bits = least(agreed->client_window_bits, offered->client_window_bits);
	}
	if (offered->client_window_bits != RTC_WINDOW_BITS_MIN) {
		/* zlib makes no raw stream of 8 bits, so many a client that would take any window cannot
		 * take that one: it is for those that name it. */
		agreed->client_window_bits = greatest(agreed->client_window_bits, RTC_WINDOW_BITS_MIN + 1);
	}
	if (!offered->client_window && agreed->client_window_bits < RTC_WINDOW_BITS_MAX) {
		/* RFC 7692 7.1.2.2: the answer may not name a window that was not offered. */
		agreed->client_window_bits = RTC_WINDOW_BITS_MAX;
		agreed->client_no_context_takeover = true;
	}
}

bool rtc_deflate_negotiate(
	rtc_slice offers, const rtc_deflate_params *wanted, rtc_deflate_params *agreed)
{
	rtc_slice element;
	offer offered;

	while (rtc_http_list_next(&offers, &element)) {
		if (read_offer(element, &offered)) {
			agree(&offered, wanted, agreed);
			return true;
		}
	}
	return false;
}

rtc_status rtc_deflate_response(const rtc_deflate_params *agreed, rtc_buf *out)
{
	size_t start = out->len;
	rtc_status status = rtc_buf_append_str(out, "permessage-deflate");

	if (status == RTC_OK && agreed->server_no_context_takeover) {
		status = rtc_buf_append_str(out, "; server_no_context_takeover");
	}
	if (status == RTC_OK && agreed->client_no_context_takeover) {
		status = rtc_buf_append_str(out, "; client_no_context_takeover");
	}
	if (status == RTC_OK &&
		(agreed->server_window_asked || agreed->server_window_bits < RTC_WINDOW_BITS_MAX)) {
		status = rtc_buf_printf(out, "; server_max_window_bits=%u", agreed->server_window_bits);
	}
	if (status == RTC_OK && agreed->client_window_bits < RTC_WINDOW_BITS_MAX) {
		status = rtc_buf_printf(out, "; client_max_window_bits=%u", agreed->client_window_bits);
	}
	if (status != RTC_OK) {
		out->len = start;
	}
	return status;
}
