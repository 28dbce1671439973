#include "origin.h"

/* An origin, or an entry of a list that names a part of one. */
typedef struct origin {
	rtc_slice scheme; /* len 0: any */
	rtc_slice host;
	long port; /* 0: none named */
} origin;

/* Takes "scheme://" off the text, if it is there. */
static rtc_slice take_scheme(rtc_slice *text)
{
	for (size_t i = 0; i + 3 <= text->len; i++) {
		if (memcmp(text->data + i, "://", 3) == 0) {
			rtc_slice scheme = rtc_slice_of(text->data, i);

			*text = rtc_slice_of(text->data + i + 3, text->len - i - 3);
			return scheme;
		}
	}
	return (rtc_slice){0};
}

/* -1 if it is no port. */
static long parse_port(rtc_slice text)
{
	long port = 0;

	for (size_t i = 0; i < text.len; i++) {
		if (text.data[i] < '0' || text.data[i] > '9' || port > 65535) {
			return -1;
		}
		port = port * 10 + (text.data[i] - '0');
	}
	return port > 0 && port <= 65535 ? port : -1;
}

/* host, host:port, [ipv6] or [ipv6]:port (RFC 3986 3.2). */
static bool parse_authority(rtc_slice text, origin *result)
{
	size_t end = 0;

	if (text.len > 0 && text.data[0] == '[') {
		while (end < text.len && text.data[end] != ']') {
			end++;
		}
		if (end == text.len) {
			return false;
		}
		end++;
	} else {
		while (end < text.len && text.data[end] != ':') {
			if (text.data[end] <= 0x20 || strchr("/?#@[]", text.data[end]) != NULL) {
				return false;
			}
			end++;
		}
	}
	result->host = rtc_slice_of(text.data, end);
	result->port = 0;
	if (end < text.len) {
		if (text.data[end] != ':') {
			return false;
		}
		result->port = parse_port(rtc_slice_of(text.data + end + 1, text.len - end - 1));
	}
	return end > 0 && result->port >= 0;
}

/* The port of a scheme; 0 if it has none that we know. */
static long default_port(rtc_slice scheme)
{
	if (rtc_slice_equals_nocase(scheme, RTC_SLICE("http"))) {
		return 80;
	}
	return rtc_slice_equals_nocase(scheme, RTC_SLICE("https")) ? 443 : 0;
}

static bool parse(rtc_slice text, origin *result)
{
	result->scheme = take_scheme(&text);
	if (!parse_authority(text, result)) {
		return false;
	}
	if (result->port == 0) {
		result->port = default_port(result->scheme);
	}
	return true;
}

static bool matches(const origin *from, rtc_slice text)
{
	origin entry;

	if (!parse(text, &entry) || !rtc_slice_equals_nocase(entry.host, from->host)) {
		return false;
	}
	if (entry.scheme.len == 0) {
		return entry.port == 0 || entry.port == from->port;
	}
	return rtc_slice_equals_nocase(entry.scheme, from->scheme) && entry.port == from->port;
}

/* Host has no scheme of its own: without a port it has the default one of the origin's scheme,
 * since what is in front of this server may be what speaks TLS. */
static bool is_same_host(const origin *from, rtc_slice host)
{
	origin own;
	long port = default_port(from->scheme);

	if (port == 0 || !parse_authority(host, &own)) {
		return false;
	}
	if (own.port != 0) {
		port = own.port;
	}
	return port == from->port && rtc_slice_equals_nocase(own.host, from->host);
}

bool rtc_origin_allowed(const rtc_request *request, const rtc_strings *origins)
{
	rtc_slice text = rtc_request_field(request, RTC_SLICE("Origin"));
	origin from;

	if (text.data == NULL) {
		return true;
	}

	bool parsed = parse(text, &from) && from.scheme.len > 0;
	bool opaque = rtc_slice_equals(text, RTC_SLICE("null"));

	if (origins->count == 0) {
		return parsed && is_same_host(&from, rtc_request_slice(request, request->host));
	}
	for (size_t i = 0; i < origins->count; i++) {
		rtc_slice entry = origins->items[i];

		if (rtc_slice_equals(entry, RTC_SLICE("*")) || (opaque && rtc_slice_equals(entry, text)) ||
			(parsed && matches(&from, entry))) {
			return true;
		}
	}
	return false;
}
