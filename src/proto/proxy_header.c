#include "proxy_header.h"

#define V1_START "PROXY "
#define V1_START_LEN 6

#define V2_SIGNATURE "\r\n\r\n\0\r\nQUIT\n"
#define V2_SIGNATURE_LEN 12
#define V2_FIXED_LEN 16 /* signature, version and command, family and protocol, length */

/* Bytes of the addresses and ports. */
#define V2_IPV4_LEN 12
#define V2_IPV6_LEN 36
#define V2_UNIX_LEN 216

/* Lower half of the 13th byte; upper and lower half of the 14th. */
enum { V2_LOCAL = 0, V2_PROXY = 1 };
enum { V2_UNSPEC = 0, V2_INET = 1, V2_INET6 = 2, V2_UNIX = 3 };
enum { V2_STREAM = 1, V2_DGRAM = 2 };

static rtc_parse refuse(const char **fault, const char *text)
{
	*fault = text;
	return RTC_PARSE_ERROR;
}

/* ---- version 1 ------------------------------------------------------------------------------ */

/* Takes what stands in front of the next space off the line. False: there is none. */
static bool take_word(rtc_slice *line, rtc_slice *word)
{
	const uint8_t *space = line->len > 0 ? memchr(line->data, ' ', line->len) : NULL;

	if (space == NULL) {
		return false;
	}
	*word = rtc_slice_of(line->data, (size_t)(space - line->data));
	*line = rtc_slice_of(space + 1, line->len - word->len - 1);
	return true;
}

static bool take_ip(rtc_slice *line, bool v6, rtc_ip *ip)
{
	rtc_slice word;

	return take_word(line, &word) && rtc_ip_parse(word, ip) && ip->v6 == v6;
}

/* "TCP4 source destination sourceport destinationport" */
static rtc_parse parse_v1(rtc_proxy_header *header, const char **fault)
{
	rtc_slice line =
		rtc_slice_of(header->data + V1_START_LEN, (size_t)header->len - V1_START_LEN - 2);
	rtc_slice family = line;
	uint16_t port;
	rtc_slice word;
	rtc_ip ip;

	if (take_word(&line, &word)) {
		family = word;
	}
	/* Whatever follows has no meaning (2.1). */
	if (rtc_slice_equals(family, RTC_SLICE("UNKNOWN"))) {
		header->source = RTC_PROXY_NOBODY;
		return RTC_PARSE_DONE;
	}

	bool v6 = rtc_slice_equals(family, RTC_SLICE("TCP6"));

	if (!v6 && !rtc_slice_equals(family, RTC_SLICE("TCP4"))) {
		return refuse(fault, "the PROXY header is of no family that it may have");
	}
	if (!take_ip(&line, v6, &header->ip) || !take_ip(&line, v6, &ip) || !take_word(&line, &word) ||
		!rtc_port_parse(word, &header->port) || !rtc_port_parse(line, &port)) {
		return refuse(fault, "the addresses of the PROXY header are malformed");
	}
	header->source = RTC_PROXY_IP;
	return RTC_PARSE_DONE;
}

static rtc_parse push_v1(rtc_proxy_header *header, rtc_slice *in, const char **fault)
{
	while (in->len > 0) {
		uint8_t byte = in->data[0];
		bool after_cr = header->data[header->len - 1] == '\r';

		if ((byte == '\n') != after_cr || (byte < ' ' && byte != '\r' && byte != '\n')) {
			return refuse(fault, "the line of the PROXY header is malformed");
		}
		header->data[header->len++] = byte;
		*in = rtc_slice_of(in->data + 1, in->len - 1);
		if (byte == '\n') {
			return parse_v1(header, fault);
		}
		if (header->len == RTC_PROXY_LINE_MAX) {
			return refuse(fault, "the line of the PROXY header is longer than 107 bytes");
		}
	}
	return RTC_PARSE_MORE;
}

/* ---- version 2 ------------------------------------------------------------------------------ */

/* How many bytes of addresses there must be; SIZE_MAX for what has no meaning (2.2: such are to be
 * dropped). Datagrams are good, though nobody's here. */
static size_t v2_address_len(uint8_t family_protocol)
{
	uint8_t protocol = family_protocol & 0x0F;

	if (family_protocol == V2_UNSPEC) {
		return 0;
	}
	if (protocol != V2_STREAM && protocol != V2_DGRAM) {
		return SIZE_MAX;
	}
	switch (family_protocol >> 4) {
	case V2_INET:
		return V2_IPV4_LEN;
	case V2_INET6:
		return V2_IPV6_LEN;
	case V2_UNIX:
		return V2_UNIX_LEN;
	default:
		return SIZE_MAX;
	}
}

/* The fixed bytes are there. */
static bool begin_v2(rtc_proxy_header *header, const char **fault)
{
	uint8_t command = header->data[12];
	size_t len = (size_t)header->data[14] << 8 | header->data[15];
	size_t needed;

	if (command >> 4 != 2 || (command & 0x0F) > V2_PROXY) {
		*fault = "the version or the command of the PROXY header is unknown";
		return false;
	}
	if (V2_FIXED_LEN + len > RTC_PROXY_HEADER_MAX) {
		*fault = "the PROXY header is longer than 4096 bytes";
		return false;
	}
	/* What LOCAL says of addresses is to be passed over, whatever it is. */
	needed = (command & 0x0F) == V2_LOCAL ? 0 : v2_address_len(header->data[13]);
	if (needed == SIZE_MAX) {
		*fault = "the PROXY header is of no family that it may have";
		return false;
	}
	if (len < needed) {
		*fault = "the PROXY header is shorter than its addresses";
		return false;
	}
	header->total = (uint16_t)(V2_FIXED_LEN + len);
	return true;
}

static rtc_parse parse_v2(rtc_proxy_header *header)
{
	const uint8_t *addresses = header->data + V2_FIXED_LEN;
	uint8_t family = header->data[13] >> 4;
	size_t ip_len = family == V2_INET6 ? 16 : 4;

	header->source = RTC_PROXY_NOBODY;
	if ((header->data[12] & 0x0F) == V2_LOCAL || (header->data[13] & 0x0F) != V2_STREAM) {
		return RTC_PARSE_DONE;
	}
	if (family == V2_UNIX) {
		header->source = RTC_PROXY_UNIX;
		return RTC_PARSE_DONE;
	}
	header->source = RTC_PROXY_IP;
	header->ip.v6 = family == V2_INET6;
	memcpy(header->ip.bytes, addresses, ip_len);
	addresses += 2 * ip_len;
	header->port = (uint16_t)(addresses[0] << 8 | addresses[1]);
	return RTC_PARSE_DONE;
}

/* Takes bytes until the header has `len` of them; those that do not fit are not needed. */
static bool take_until(rtc_proxy_header *header, rtc_slice *in, size_t len)
{
	size_t count = len - header->len < in->len ? len - header->len : in->len;
	size_t room = sizeof(header->data) > header->len ? sizeof(header->data) - header->len : 0;

	if (count > 0 && room > 0) {
		memcpy(header->data + header->len, in->data, count < room ? count : room);
	}
	header->len = (uint16_t)(header->len + count);
	*in = rtc_slice_of(in->data + count, in->len - count);
	return header->len == len;
}

static rtc_parse push_v2(rtc_proxy_header *header, rtc_slice *in, const char **fault)
{
	if (header->total == 0) {
		if (!take_until(header, in, V2_FIXED_LEN)) {
			return RTC_PARSE_MORE;
		}
		if (!begin_v2(header, fault)) {
			return RTC_PARSE_ERROR;
		}
	}
	return take_until(header, in, header->total) ? parse_v2(header) : RTC_PARSE_MORE;
}

/* ---- both ----------------------------------------------------------------------------------- */

rtc_parse rtc_proxy_header_push(rtc_proxy_header *header, rtc_slice *in, const char **fault)
{
	/* Versions differ in their first byte. */
	while (in->len > 0) {
		uint8_t first = header->len > 0 ? header->data[0] : in->data[0];
		bool v1 = first == (uint8_t)V1_START[0];
		size_t start_len = v1 ? V1_START_LEN : V2_SIGNATURE_LEN;
		const char *start = v1 ? V1_START : V2_SIGNATURE;

		if (header->len >= start_len) {
			return v1 ? push_v1(header, in, fault) : push_v2(header, in, fault);
		}
		if (in->data[0] != (uint8_t)start[header->len]) {
			return refuse(fault, "there is no PROXY header");
		}
		header->data[header->len++] = in->data[0];
		*in = rtc_slice_of(in->data + 1, in->len - 1);
	}
	return RTC_PARSE_MORE;
}
