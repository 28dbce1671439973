/* Pipelined requests, heads and bodies, whole and in pieces. The first byte of the input seeds the
 * cuts, the second one chooses how long a head may be. */
#include "../../src/proto/http.h"
#include "fuzz.h"

/* What a run of requests came to, byte for byte. */
typedef struct transcript {
	uint8_t *content; /* of all bodies */
	size_t content_len;
	size_t taken; /* bytes of the requests that are complete */
	size_t requests;
	rtc_parse last;
	rtc_http_error error;
} transcript;

static bool within(rtc_http_span span, size_t len)
{
	return span.at <= len && span.len <= len - span.at;
}

static bool is_blank(uint8_t byte)
{
	return byte == ' ' || byte == '\t';
}

static void check_list(rtc_slice list)
{
	const uint8_t *at = list.data;
	const uint8_t *end = list.data + list.len;
	rtc_slice element;

	while (rtc_http_list_next(&list, &element)) {
		FUZZ_ASSERT(element.len > 0);
		FUZZ_ASSERT(element.data >= at && element.data + element.len <= end);
		FUZZ_ASSERT(!is_blank(element.data[0]) && !is_blank(element.data[element.len - 1]));
		at = element.data + element.len;
		FUZZ_ASSERT(list.data >= at && list.data + list.len == end);
	}
	FUZZ_ASSERT(list.len == 0);
}

static void check_decode(rtc_slice text)
{
	uint8_t *copy = fuzz_copy(text.data, text.len);
	uint8_t *out = fuzz_copy(text.data, text.len);
	size_t len = rtc_http_decode(text, out);

	FUZZ_ASSERT(len <= text.len && (text.len - len) % 2 == 0);
	FUZZ_ASSERT(rtc_http_decode(rtc_slice_of(copy, text.len), copy) == len);
	FUZZ_ASSERT(memcmp(copy, out, len) == 0);
	free(out);
	free(copy);
}

/* Spans of any head that was parsed, scanned before or not. */
static void check_bounds(const rtc_http_head *head, size_t len)
{
	FUZZ_ASSERT(within(head->method, len) && within(head->target, len));
	FUZZ_ASSERT(within(head->path, len) && within(head->query, len) && within(head->host, len));
	FUZZ_ASSERT(head->field_count <= RTC_HTTP_MAX_FIELDS);
	for (size_t i = 0; i < head->field_count; i++) {
		FUZZ_ASSERT(within(head->fields[i].name, len) && within(head->fields[i].value, len));
	}
}

/* Fields of a head that was scanned: good words, in order, with nothing left out between them. */
static void check_fields(const uint8_t *data, size_t len, const rtc_http_head *head)
{
	size_t at = head->target.at + head->target.len + sizeof(" HTTP/1.1\r\n") - 1;
	size_t hosts = 0;

	for (size_t i = 0; i < head->field_count; i++) {
		const rtc_http_field *field = &head->fields[i];
		rtc_slice name = rtc_http_span_slice(data, field->name);
		rtc_slice value = rtc_http_span_slice(data, field->value);
		rtc_slice found;

		FUZZ_ASSERT(field->name.at == at && data[at + name.len] == ':');
		FUZZ_ASSERT(rtc_http_is_token(name) && rtc_http_is_value(value));
		FUZZ_ASSERT(rtc_http_find(head->fields, head->field_count, data, name, &found));
		check_list(value);
		hosts += rtc_slice_equals_nocase(name, RTC_SLICE("host"));

		size_t before = at + name.len + 1;
		size_t behind = field->value.at + value.len;

		for (; before < field->value.at; before++) {
			FUZZ_ASSERT(is_blank(data[before]));
		}
		while (is_blank(data[behind])) {
			behind++;
		}
		FUZZ_ASSERT(data[behind] == '\r' && data[behind + 1] == '\n');
		at = behind + 2;
	}
	FUZZ_ASSERT(at + 2 == len);
	FUZZ_ASSERT(hosts == 1 || (hosts == 0 && head->minor == 0));
}

static void check_head(const uint8_t *data, size_t len, const rtc_http_head *head)
{
	check_bounds(head, len);
	FUZZ_ASSERT(rtc_http_is_token(rtc_http_span_slice(data, head->method)));
	FUZZ_ASSERT(head->path.len > 0);
	FUZZ_ASSERT(data[head->path.at] == '/' || (data[head->path.at] == '*' && head->path.len == 1));
	FUZZ_ASSERT(memchr(data + head->path.at, '?', head->path.len) == NULL);
	FUZZ_ASSERT(head->has_query || head->query.len == 0);
	FUZZ_ASSERT(!head->chunked || (head->content_length == 0 && head->minor == 1));
	for (size_t i = 0; i < head->target.len; i++) {
		uint8_t byte = data[head->target.at + i];

		FUZZ_ASSERT(byte > ' ' && byte < 0x7F && byte != '#');
	}
	check_decode(rtc_http_span_slice(data, head->path));
	check_fields(data, len, head);
}

/* The end of the first empty line, or 0. */
static size_t naive_head_len(const uint8_t *data, size_t len)
{
	for (size_t i = 4; i <= len; i++) {
		if (memcmp(data + i - 4, "\r\n\r\n", 4) == 0) {
			return i;
		}
	}
	return 0;
}

/* Decodes a chunked body that is known to be good. */
static size_t naive_chunks(const uint8_t *data, uint8_t *out)
{
	size_t len = 0;
	size_t size;

	do {
		size = strtoul((const char *)data, NULL, 16);
		data = (const uint8_t *)strchr((const char *)data, '\n') + 1;
		memcpy(out + len, data, size);
		len += size;
		data += size > 0 ? size + 2 : 0;
	} while (size > 0);
	return len;
}

/* Scans a head of which more and more bytes are there; what was seen is gone. */
static rtc_parse scan(const uint8_t *data, size_t len, size_t limit, uint32_t *seed,
	size_t *head_len, rtc_http_error *error)
{
	rtc_http_scan state = {0};
	rtc_parse parse = RTC_PARSE_MORE;
	size_t there = 0;

	while (there < len && parse == RTC_PARSE_MORE) {
		there += fuzz_piece(seed, len - there);

		uint8_t *copy = fuzz_copy(data, there);

		memset(copy, 0xFF, state.pos);
		parse = rtc_http_scan_head(&state, copy, there, limit, head_len, error);
		FUZZ_ASSERT(state.pos <= there);
		FUZZ_ASSERT(parse != RTC_PARSE_MORE || state.pos == there);
		free(copy);
	}
	return parse;
}

/* Takes a body in pieces; its content goes behind that of the bodies before it. */
static rtc_parse take_body(const rtc_http_head *head, const uint8_t *data, size_t len,
	uint32_t *seed, transcript *all, size_t *body_len)
{
	rtc_http_body body;
	rtc_parse parse = RTC_PARSE_MORE;
	size_t there = 0;

	*body_len = 0;
	rtc_http_body_init(&body, head);
	do {
		size_t size = there < len ? fuzz_piece(seed, len - there) : 0;
		uint8_t *copy = fuzz_copy(data + there, size);
		rtc_slice in = rtc_slice_of(copy, size);
		rtc_slice piece;

		do {
			parse = rtc_http_body_next(&body, &in, &piece, &all->error);
			FUZZ_ASSERT(in.data + in.len == copy + size);
			FUZZ_ASSERT(piece.len == 0 || piece.data + piece.len == in.data);
			FUZZ_ASSERT(piece.len == 0 || parse == RTC_PARSE_MORE);
			if (piece.len > 0) {
				memcpy(all->content + all->content_len, piece.data, piece.len);
				all->content_len += piece.len;
			}
		} while (parse == RTC_PARSE_MORE && piece.len > 0);
		FUZZ_ASSERT(parse != RTC_PARSE_MORE || in.len == 0);
		there += size;
		*body_len += size - in.len;
		free(copy);
	} while (there < len && parse == RTC_PARSE_MORE);
	return parse;
}

static void check_body(const rtc_http_head *head, const uint8_t *data, const transcript *all,
	size_t content_at, size_t body_len)
{
	size_t len = all->content_len - content_at;

	if (!head->chunked) {
		FUZZ_ASSERT(len == head->content_length && body_len == len);
		FUZZ_ASSERT(len == 0 || memcmp(all->content + content_at, data, len) == 0);
		return;
	}

	uint8_t *naive = fuzz_copy(data, body_len);

	FUZZ_ASSERT(naive_chunks(data, naive) == len);
	FUZZ_ASSERT(memcmp(naive, all->content + content_at, len) == 0);
	free(naive);
}

/* One request; false at the end of what can be read. */
static bool take_request(
	const uint8_t *data, size_t len, size_t limit, uint32_t *seed, transcript *all)
{
	rtc_http_head head;
	size_t head_len = 0;
	size_t body_len;

	all->last = scan(data, len, limit, seed, &head_len, &all->error);
	if (all->last != RTC_PARSE_DONE) {
		return false;
	}
	FUZZ_ASSERT(head_len <= limit && head_len == naive_head_len(data, len));

	uint8_t *copy = fuzz_copy(data, head_len);
	bool good = rtc_http_parse_head(copy, head_len, &head, &all->error);

	if (good) {
		check_head(copy, head_len, &head);
	}
	free(copy);
	if (!good) {
		all->last = RTC_PARSE_ERROR;
		return false;
	}

	size_t content_at = all->content_len;

	all->last = take_body(&head, data + head_len, len - head_len, seed, all, &body_len);
	if (all->last != RTC_PARSE_DONE) {
		return false;
	}
	check_body(&head, data + head_len, all, content_at, body_len);
	all->taken += head_len + body_len;
	all->requests++;
	return true;
}

static transcript run(const uint8_t *data, size_t len, size_t limit, uint32_t seed)
{
	transcript all = {.content = fuzz_copy(data, len), .last = RTC_PARSE_MORE};

	while (all.taken < len && take_request(data + all.taken, len - all.taken, limit, &seed, &all)) {
	}
	if (all.last == RTC_PARSE_ERROR) {
		FUZZ_ASSERT(all.error.status >= 400 && all.error.text != NULL);
	}
	return all;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	rtc_http_head head;
	rtc_http_error error;

	if (size < 2) {
		return 0;
	}

	size_t limit = data[1] == '0' ? 8192 : (size_t)data[1] * 4;
	size_t len = size - 2;
	uint8_t *text = malloc(len + 1); /* a NUL behind it, for the naive reader */

	if (text == NULL) {
		abort();
	}
	memcpy(text, data + 2, len);
	text[len] = '\0';

	transcript whole = run(text, len, limit, 0);
	transcript single = run(text, len, limit, 1);
	transcript pieces = run(text, len, limit, (uint32_t)data[0] + 2);

	FUZZ_ASSERT(whole.last == single.last && whole.last == pieces.last);
	FUZZ_ASSERT(whole.taken == single.taken && whole.taken == pieces.taken);
	FUZZ_ASSERT(whole.requests == single.requests && whole.requests == pieces.requests);
	FUZZ_ASSERT(whole.error.status == single.error.status);
	FUZZ_ASSERT(whole.error.text == single.error.text && whole.error.text == pieces.error.text);
	FUZZ_ASSERT(whole.content_len == single.content_len && whole.content_len == pieces.content_len);
	FUZZ_ASSERT(memcmp(whole.content, single.content, whole.content_len) == 0);
	FUZZ_ASSERT(memcmp(whole.content, pieces.content, whole.content_len) == 0);
	free(whole.content);
	free(single.content);
	free(pieces.content);

	/* Bytes that nobody scanned. */
	uint8_t *copy = fuzz_copy(text, len);

	if (rtc_http_parse_head(copy, len, &head, &error)) {
		check_bounds(&head, len);
	}
	free(copy);
	free(text);
	return 0;
}
