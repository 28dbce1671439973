#include "forwarded.h"

#include "http_chars.h"

/* RFC 7239 4 knows four parameters; more than this many is nothing that a proxy writes. */
#define FORWARDED_MAX_PARAMETERS 16

/* Longest value of for= and proto=: an IPv6 address in brackets, a port, and some room. */
#define FORWARDED_MAX_VALUE 64

/* ---- lists ---------------------------------------------------------------------------------- */

/* True if an odd number of backslashes stands in front of data[at]. */
static bool is_escaped(const uint8_t *data, size_t at)
{
	size_t start = at;

	while (start > 0 && data[start - 1] == '\\') {
		start--;
	}
	return (at - start) % 2 == 1;
}

/* Where the last element starts. Counted from the end, a quote in front of it does not matter. */
static size_t last_start(rtc_slice list)
{
	bool quoted = false;
	size_t at;

	for (at = list.len; at > 0; at--) {
		uint8_t byte = list.data[at - 1];

		if (byte == '"' && !is_escaped(list.data, at - 1)) {
			quoted = !quoted;
		} else if (byte == ',' && !quoted) {
			break;
		}
	}
	return at;
}

bool rtc_forwarded_last(rtc_slice *list, rtc_slice *element)
{
	while (list->len > 0) {
		size_t start = last_start(*list);

		*element = rtc_http_trim(rtc_slice_of(list->data + start, list->len - start));
		list->len = start > 0 ? start - 1 : 0;
		if (element->len > 0) {
			return true;
		}
	}
	return false;
}

/* ---- nodes ---------------------------------------------------------------------------------- */

/* Where the port's colon is; text.len if there is none. */
static size_t port_colon(rtc_slice text)
{
	size_t at = 0;

	if (text.len > 0 && text.data[0] == '[') {
		while (at < text.len && text.data[at] != ']') {
			at++;
		}
	}
	while (at < text.len && text.data[at] != ':') {
		at++;
	}
	return at;
}

/* "_" and letters, digits, ".", "_", "-" (RFC 7239 6.3). */
static bool is_obfuscated(rtc_slice text)
{
	if (text.len < 2 || text.data[0] != '_') {
		return false;
	}
	for (size_t i = 1; i < text.len; i++) {
		if (!rtc_http_char_is(text.data[i], RTC_HTTP_ALPHA | RTC_HTTP_DIGIT) &&
			text.data[i] != '.' && text.data[i] != '_' && text.data[i] != '-') {
			return false;
		}
	}
	return true;
}

/* IPv6 stands in brackets, IPv4 does not (RFC 7239 6.1). */
static bool parse_ip(rtc_slice text, rtc_ip *ip)
{
	if (text.len > 2 && text.data[0] == '[' && text.data[text.len - 1] == ']') {
		return rtc_ip_parse(rtc_slice_of(text.data + 1, text.len - 2), ip) && ip->v6;
	}
	return rtc_ip_parse(text, ip) && !ip->v6;
}

/* RFC 7239 6: a name, and maybe a port. `obfuscated`: both may be obfuscated identifiers. */
static bool parse_node(rtc_slice text, bool obfuscated, rtc_forwarded *forwarded)
{
	size_t colon = port_colon(text);
	rtc_slice name = rtc_slice_of(text.data, colon);

	if (colon < text.len) {
		rtc_slice port = rtc_slice_of(text.data + colon + 1, text.len - colon - 1);

		if (!rtc_port_parse(port, &forwarded->port) && !(obfuscated && is_obfuscated(port))) {
			return false;
		}
	}
	if (rtc_slice_equals_nocase(name, RTC_SLICE("unknown")) ||
		(obfuscated && is_obfuscated(name))) {
		forwarded->kind = RTC_FORWARDED_NOBODY;
		forwarded->port = 0;
		return true;
	}
	forwarded->kind = RTC_FORWARDED_IP;
	return parse_ip(name, &forwarded->ip);
}

bool rtc_forwarded_for(rtc_slice element, rtc_forwarded *forwarded)
{
	*forwarded = (rtc_forwarded){.kind = RTC_FORWARDED_IP};
	/* IPv6 is usual without brackets here. */
	if (rtc_ip_parse(element, &forwarded->ip)) {
		return true;
	}
	return parse_node(element, false, forwarded);
}

rtc_forwarded_scheme rtc_forwarded_scheme_of(rtc_slice element)
{
	if (rtc_slice_equals_nocase(element, RTC_SLICE("https")) ||
		rtc_slice_equals_nocase(element, RTC_SLICE("wss"))) {
		return RTC_FORWARDED_SECURE;
	}
	if (rtc_slice_equals_nocase(element, RTC_SLICE("http")) ||
		rtc_slice_equals_nocase(element, RTC_SLICE("ws"))) {
		return RTC_FORWARDED_PLAIN;
	}
	return RTC_FORWARDED_NO_SCHEME;
}

/* ---- Forwarded ------------------------------------------------------------------------------ */

/* What was read of an element. */
typedef struct forwarded_reader {
	const uint8_t *data;
	size_t len;
	size_t at;
	uint8_t text[FORWARDED_MAX_VALUE]; /* of the current value, when it had quotes */
} forwarded_reader;

static bool take(forwarded_reader *reader, uint8_t byte)
{
	if (reader->at == reader->len || reader->data[reader->at] != byte) {
		return false;
	}
	reader->at++;
	return true;
}

static bool take_token(forwarded_reader *reader, rtc_slice *token)
{
	size_t len = rtc_http_run(reader->data, reader->at, reader->len, RTC_HTTP_TOKEN);

	*token = rtc_slice_of(reader->data + reader->at, len);
	reader->at += len;
	return len > 0;
}

/* Behind its first quote (RFC 9110 5.6.4). What does not fit is no value of for= or proto=, and is
 * cut so that it cannot be taken for one. */
static bool take_quoted(forwarded_reader *reader, rtc_slice *value)
{
	size_t len = 0;

	while (reader->at < reader->len && reader->data[reader->at] != '"') {
		if (reader->data[reader->at] == '\\' && ++reader->at == reader->len) {
			return false;
		}
		if (!rtc_http_char_is(reader->data[reader->at], RTC_HTTP_VALUE)) {
			return false;
		}
		if (len < sizeof(reader->text)) {
			reader->text[len++] = reader->data[reader->at];
		}
		reader->at++;
	}
	*value = rtc_slice_of(reader->text, len);
	return take(reader, '"');
}

static bool take_value(forwarded_reader *reader, rtc_slice *value)
{
	return take(reader, '"') ? take_quoted(reader, value) : take_token(reader, value);
}

/* True if none of the names is this one. */
static bool is_new(const rtc_slice *names, size_t count, rtc_slice name)
{
	for (size_t i = 0; i < count; i++) {
		if (rtc_slice_equals_nocase(names[i], name)) {
			return false;
		}
	}
	return true;
}

/* True if the parameter's value is one. */
static bool apply(rtc_slice name, rtc_slice value, rtc_forwarded *forwarded)
{
	if (rtc_slice_equals_nocase(name, RTC_SLICE("for"))) {
		return value.len < FORWARDED_MAX_VALUE && parse_node(value, true, forwarded);
	}
	if (rtc_slice_equals_nocase(name, RTC_SLICE("proto"))) {
		forwarded->scheme = rtc_forwarded_scheme_of(value);
	}
	return true;
}

bool rtc_forwarded_parse(rtc_slice element, rtc_forwarded *forwarded)
{
	forwarded_reader reader = {.data = element.data, .len = element.len};
	rtc_slice names[FORWARDED_MAX_PARAMETERS];
	size_t count = 0;
	rtc_slice value;

	*forwarded = (rtc_forwarded){.kind = RTC_FORWARDED_NOBODY};
	/* forwarded-element = [ forwarded-pair ] *( ";" [ forwarded-pair ] ), without white space */
	while (reader.at < reader.len) {
		if (take(&reader, ';')) {
			continue;
		}
		if (count == FORWARDED_MAX_PARAMETERS || !take_token(&reader, &names[count]) ||
			!take(&reader, '=') || !take_value(&reader, &value) ||
			!is_new(names, count, names[count]) || !apply(names[count], value, forwarded)) {
			return false;
		}
		count++;
		if (reader.at < reader.len && reader.data[reader.at] != ';') {
			return false;
		}
	}
	return true;
}
