/* What a request head means (RFC 9112 3, 5, 6, 9). */
#include "http_chars.h"
#include "http_target.h"

/* A head being parsed, and what its fields said that can only be judged together. */
typedef struct head_reader {
	const uint8_t *data;
	size_t len;
	rtc_http_head *head;
	rtc_http_error *error;
	uint32_t hosts;
	uint32_t lengths;
	uint32_t coding_fields; /* Transfer-Encoding */
	uint32_t codings;       /* elements of all these */
	uint32_t chunked;       /* those of them that are "chunked" */
	bool last_chunked;      /* the last one is */
	bool only_chunked;      /* the last field holds nothing else, not even a comma */
	bool close;             /* options of Connection, RFC 9110 7.6.1 */
	bool keep_alive;
	bool upgrade;
	bool websocket; /* in Upgrade */
	bool expect_continue;
} head_reader;

static bool refuse(head_reader *reader, int status, const char *text)
{
	*reader->error = (rtc_http_error){status, text};
	return false;
}

/* Content-Length = 1*DIGIT (RFC 9110 8.6). A list is refused, even of equal lengths. */
static bool parse_length(rtc_slice value, uint64_t *length)
{
	*length = 0;
	for (size_t i = 0; i < value.len; i++) {
		if (!rtc_http_char_is(value.data[i], RTC_HTTP_DIGIT)) {
			return false;
		}

		uint64_t digit = (uint64_t)(value.data[i] - '0');

		if (*length > (UINT64_MAX - digit) / 10) {
			return false;
		}
		*length = *length * 10 + digit;
	}
	return value.len > 0;
}

static void note_codings(rtc_slice list, head_reader *reader)
{
	rtc_slice coding;

	reader->coding_fields++;
	reader->only_chunked = rtc_slice_equals_nocase(list, RTC_SLICE("chunked"));
	while (rtc_http_list_next(&list, &coding)) {
		reader->codings++;
		reader->last_chunked = rtc_slice_equals_nocase(coding, RTC_SLICE("chunked"));
		reader->chunked += reader->last_chunked;
	}
}

static void note_connection(rtc_slice list, head_reader *reader)
{
	rtc_slice option;

	while (rtc_http_list_next(&list, &option)) {
		reader->close |= rtc_slice_equals_nocase(option, RTC_SLICE("close"));
		reader->keep_alive |= rtc_slice_equals_nocase(option, RTC_SLICE("keep-alive"));
		reader->upgrade |= rtc_slice_equals_nocase(option, RTC_SLICE("upgrade"));
	}
}

/* True if one element of the list is `token` in any case. */
static bool lists(rtc_slice list, rtc_slice token)
{
	rtc_slice element;

	while (rtc_http_list_next(&list, &element)) {
		if (rtc_slice_equals_nocase(element, token)) {
			return true;
		}
	}
	return false;
}

/* RFC 9112 3.2: one Host, of valid characters; 3.2.2: an absolute-form target has the last word. */
static bool note_host(head_reader *reader, const rtc_http_field *field)
{
	if (reader->hosts++ > 0) {
		return refuse(reader, 400, "more than one Host");
	}
	if (!rtc_http_host_valid(rtc_http_span_slice(reader->data, field->value))) {
		return refuse(reader, 400, "malformed Host");
	}
	if (reader->head->host.len == 0) {
		reader->head->host = field->value;
	}
	return true;
}

/* Takes note of a field that means something to the framing or the connection. */
static bool note_field(head_reader *reader, const rtc_http_field *field)
{
	rtc_slice name = rtc_http_span_slice(reader->data, field->name);
	rtc_slice value = rtc_http_span_slice(reader->data, field->value);

	/* Most names are none of these, and their length says so. */
	switch (name.len) {
	case 4:
		if (rtc_slice_equals_nocase(name, RTC_SLICE("host"))) {
			return note_host(reader, field);
		}
		break;
	case 6:
		if (rtc_slice_equals_nocase(name, RTC_SLICE("expect"))) {
			reader->expect_continue |= lists(value, RTC_SLICE("100-continue"));
		}
		break;
	case 7:
		if (rtc_slice_equals_nocase(name, RTC_SLICE("upgrade"))) {
			reader->websocket |= lists(value, RTC_SLICE("websocket"));
		}
		break;
	case 10:
		if (rtc_slice_equals_nocase(name, RTC_SLICE("connection"))) {
			note_connection(value, reader);
		}
		break;
	case 14:
		if (rtc_slice_equals_nocase(name, RTC_SLICE("content-length"))) {
			if (reader->lengths++ > 0) {
				return refuse(reader, 400, "more than one Content-Length");
			}
			if (!parse_length(value, &reader->head->content_length)) {
				return refuse(reader, 400, "malformed Content-Length");
			}
		}
		break;
	case 17:
		if (rtc_slice_equals_nocase(name, RTC_SLICE("transfer-encoding"))) {
			note_codings(value, reader);
		}
		break;
	default:
		break;
	}
	return true;
}

/* RFC 9112 6.1 and 6.3: a body whose end two readers could see differently is refused. */
static bool judge_codings(head_reader *reader)
{
	if (reader->coding_fields == 0) {
		return true;
	}
	if (reader->lengths > 0) {
		return refuse(reader, 400, "both Content-Length and Transfer-Encoding");
	}
	if (reader->head->minor == 0) {
		return refuse(reader, 400, "Transfer-Encoding in HTTP/1.0");
	}
	if (reader->coding_fields == 1 && reader->only_chunked) {
		reader->head->chunked = true;
		return true;
	}
	if (reader->last_chunked && reader->chunked == 1 && reader->codings > 1) {
		return refuse(reader, 501, "no transfer coding but chunked is understood");
	}
	return refuse(reader, 400, "malformed Transfer-Encoding");
}

static bool judge(head_reader *reader)
{
	if (reader->hosts == 0 && reader->head->minor > 0) {
		return refuse(reader, 400, "no Host");
	}
	reader->head->keep_alive = !reader->close && (reader->head->minor > 0 || reader->keep_alive);
	reader->head->expect_continue = reader->expect_continue && reader->head->minor > 0;
	reader->head->upgrade_websocket = reader->upgrade && reader->websocket;
	return judge_codings(reader);
}

static rtc_http_span span(size_t at, size_t end)
{
	return rtc_http_span_of(at, end - at);
}

/* Offset of `byte` in data[at..len), or len. */
static size_t find_byte(const uint8_t *data, size_t at, size_t len, uint8_t byte)
{
	const uint8_t *found = at < len ? memchr(data + at, byte, len - at) : NULL;

	return found != NULL ? (size_t)(found - data) : len;
}

/* The request line (RFC 9112 3). Returns the offset behind it, 0 if it is none. */
static size_t parse_request_line(const uint8_t *data, size_t len, rtc_http_head *head)
{
	static const size_t version_len = sizeof("HTTP/1.1\r\n") - 1;
	size_t start = len > 1 && data[0] == '\r' ? 2 : 0;
	size_t method = find_byte(data, start, len, ' ');
	size_t target = find_byte(data, method + 1, len, ' ');

	if (target >= len || len - target - 1 < version_len) {
		return 0;
	}
	head->method = span(start, method);
	head->target = span(method + 1, target);
	head->minor = data[target + sizeof("HTTP/1.")] != '0';
	return target + 1 + version_len;
}

/* A field's line (RFC 9112 5). Returns the offset behind it, 0 if it is none. */
static size_t parse_field(const uint8_t *data, size_t at, size_t len, rtc_http_field *field)
{
	size_t colon = at + rtc_http_run(data, at, len, RTC_HTTP_TOKEN);
	size_t end = find_byte(data, colon, len, '\r');

	if (colon == at || len - end < 2 || data[colon] != ':' || data[end + 1] != '\n') {
		return 0;
	}

	rtc_slice value = rtc_http_trim(rtc_slice_of(data + colon + 1, end - colon - 1));
	size_t value_at = (size_t)(value.data - data);

	field->name = span(at, colon);
	field->value = span(value_at, value_at + value.len);
	return end + 2;
}

/* The fields from offset `at` on, up to the empty line. */
static bool parse_fields(head_reader *reader, size_t at)
{
	rtc_http_head *head = reader->head;

	while (reader->len - at != 2 || reader->data[at] != '\r') {
		rtc_http_field *field = &head->fields[head->field_count];

		if (head->field_count == RTC_HTTP_MAX_FIELDS) {
			return refuse(reader, 431, "too many header fields");
		}
		at = parse_field(reader->data, at, reader->len, field);
		if (at == 0) {
			return refuse(reader, 400, "malformed header");
		}
		if (!note_field(reader, field)) {
			return false;
		}
		head->field_count++;
	}
	return true;
}

bool rtc_http_parse_head(
	const uint8_t *data, size_t len, rtc_http_head *head, rtc_http_error *error)
{
	head_reader reader = {.data = data, .len = len, .head = head, .error = error};

	if (len > RTC_HTTP_MAX_HEAD) {
		return refuse(&reader, 431, "the request's head is too large");
	}

	/* The fields are many and need no zeros. */
	memset(head, 0, offsetof(rtc_http_head, fields));

	size_t at = parse_request_line(data, len, head);

	if (at == 0) {
		return refuse(&reader, 400, "malformed request line");
	}

	const char *fault = rtc_http_target_parse(data, head);

	if (fault != NULL) {
		return refuse(&reader, 400, fault);
	}
	return parse_fields(&reader, at) && judge(&reader);
}
