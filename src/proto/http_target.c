#include "http_target.h"

#include "http_chars.h"

/* port = *DIGIT (RFC 3986 3.2.3), with its colon, or nothing. */
static bool port_valid(rtc_slice text)
{
	uint32_t port = 0;

	if (text.len == 0) {
		return true;
	}
	if (text.data[0] != ':') {
		return false;
	}
	for (size_t i = 1; i < text.len; i++) {
		if (!rtc_http_char_is(text.data[i], RTC_HTTP_DIGIT)) {
			return false;
		}
		port = port * 10 + (uint32_t)(text.data[i] - '0');
		if (port > UINT16_MAX) {
			return false;
		}
	}
	return true;
}

/* Length of an IP-literal with its brackets (RFC 3986 3.2.2), 0 if it is none. Which address it
 * is, is nobody's business here. */
static size_t literal_len(rtc_slice host)
{
	size_t len = 1;

	while (len < host.len &&
		(rtc_http_char_is(host.data[len], RTC_HTTP_HEX) || host.data[len] == ':' ||
			host.data[len] == '.')) {
		len++;
	}
	return len > 1 && len < host.len && host.data[len] == ']' ? len + 1 : 0;
}

/* Length of a reg-name, which may be empty; `whole` is false if a '%' is no escape. */
static size_t name_len(rtc_slice host, bool *whole)
{
	size_t len = rtc_http_run(host.data, 0, host.len, RTC_HTTP_HOST);

	*whole = true;
	for (size_t i = 0; i < len; i++) {
		if (host.data[i] == '%' && rtc_http_run(host.data, i + 1, len, RTC_HTTP_HEX) < 2) {
			*whole = false;
		}
	}
	return len;
}

bool rtc_http_host_valid(rtc_slice host)
{
	bool whole = true;
	size_t len;

	if (host.len > 0 && host.data[0] == '[') {
		len = literal_len(host);
		whole = len > 0;
	} else {
		len = name_len(host, &whole);
	}
	return whole && port_valid(rtc_slice_of(host.data + len, host.len - len));
}

/* Length of "http://", "https://", "ws://" or "wss://" at the start of an absolute-form target
 * (RFC 9112 3.2.2; RFC 6455 4.2.1 item 1 lets a handshake have one), 0 if there is none. */
static size_t scheme_len(rtc_slice target)
{
	static const rtc_slice schemes[] = {
		{(const uint8_t *)"http://", 7},
		{(const uint8_t *)"https://", 8},
		{(const uint8_t *)"ws://", 5},
		{(const uint8_t *)"wss://", 6},
	};

	for (size_t i = 0; i < sizeof(schemes) / sizeof(schemes[0]); i++) {
		if (target.len >= schemes[i].len &&
			rtc_slice_equals_nocase(rtc_slice_of(target.data, schemes[i].len), schemes[i])) {
			return schemes[i].len;
		}
	}
	return 0;
}

/* Splits the target from offset `path` in it at the first '?'. */
static void split_query(const uint8_t *data, rtc_http_head *head, uint32_t path)
{
	uint32_t at = head->target.at + path;
	uint32_t len = head->target.len - path;
	const uint8_t *mark = len > 0 ? memchr(data + at, '?', len) : NULL;
	uint32_t path_len = mark != NULL ? (uint32_t)(mark - (data + at)) : len;

	head->has_query = mark != NULL;
	head->path = rtc_http_span_of(at, path_len);
	head->query = rtc_http_span_of(at + path_len, 0);
	if (mark != NULL) {
		head->query = rtc_http_span_of(at + path_len + 1, len - path_len - 1);
	}
}

static const char *parse_absolute(const uint8_t *data, rtc_http_head *head)
{
	rtc_slice target = rtc_http_span_slice(data, head->target);
	uint32_t scheme = (uint32_t)scheme_len(target);
	uint32_t end = scheme;

	if (scheme == 0) {
		return "the request target is no path and no http, https, ws or wss URI";
	}
	while (end < head->target.len && target.data[end] != '/' && target.data[end] != '?') {
		end++;
	}
	head->host = rtc_http_span_of(head->target.at + scheme, end - scheme);

	/* RFC 9110 4.2.1: an empty host must be refused; 4.2.4: so should user information, whose '@'
	 * is no character of a host. */
	if (end == scheme || target.data[scheme] == ':' ||
		!rtc_http_host_valid(rtc_http_span_slice(data, head->host))) {
		return "malformed host in the request target";
	}
	split_query(data, head, end);
	if (head->path.len == 0) {
		/* RFC 9110 4.2.3: an empty path is "/"; the last '/' of "://" stands for it. */
		head->path = rtc_http_span_of(head->target.at + scheme - 1, 1);
	}
	return NULL;
}

const char *rtc_http_target_parse(const uint8_t *data, rtc_http_head *head)
{
	rtc_slice target = rtc_http_span_slice(data, head->target);

	if (target.len > 0 && target.data[0] == '/') {
		split_query(data, head, 0);
		return NULL;
	}
	if (rtc_slice_equals(target, RTC_SLICE("*"))) {
		/* RFC 9112 3.2.4 */
		if (!rtc_slice_equals(rtc_http_span_slice(data, head->method), RTC_SLICE("OPTIONS"))) {
			return "the request target * is for OPTIONS only";
		}
		split_query(data, head, 0);
		return NULL;
	}
	return parse_absolute(data, head);
}
