/* Answers (RFC 9112 4, 6.3). */
#include "http_answer.h"

#include "http_chars.h"

enum {
	HEAD,
	FRAMED, /* content, by Content-Length or in chunks */
	TO_END, /* content, up to the end of the connection */
	OVER,
};

/* What the fields of a head said that can only be judged together. */
typedef struct answer_fields {
	rtc_http_head framing; /* only what rtc_http_body_init() reads */
	bool has_length;
	bool has_coding;
	bool close; /* options of Connection, RFC 9110 7.6.1 */
	bool keep_alive;
	bool plain_text;
} answer_fields;

void rtc_http_answer_init(rtc_http_answer *answer)
{
	*answer = (rtc_http_answer){.state = HEAD};
}

void rtc_http_answer_deinit(rtc_http_answer *answer)
{
	rtc_buf_deinit(&answer->head);
	rtc_buf_deinit(&answer->content);
}

static rtc_parse refuse(const char **fault, const char *text)
{
	*fault = text;
	return RTC_PARSE_ERROR;
}

/* ---- the head ----------------------------------------------------------------------------------
 */

/* Content-Length = 1*DIGIT (RFC 9110 8.6). */
static const char *note_length(answer_fields *fields, rtc_slice value)
{
	uint64_t length = 0;

	if (fields->has_length || value.len == 0 ||
		rtc_http_run(value.data, 0, value.len, RTC_HTTP_DIGIT) != value.len) {
		return "malformed Content-Length";
	}
	for (size_t i = 0; i < value.len; i++) {
		length = length * 10 + (uint64_t)(value.data[i] - '0');
		if (length > RTC_HTTP_ANSWER_CONTENT_MAX) {
			return "its content is longer than 1 MiB";
		}
	}
	fields->has_length = true;
	fields->framing.content_length = length;
	return NULL;
}

static void note_connection(answer_fields *fields, rtc_slice list)
{
	rtc_slice option;

	while (rtc_http_list_next(&list, &option)) {
		fields->close |= rtc_slice_equals_nocase(option, RTC_SLICE("close"));
		fields->keep_alive |= rtc_slice_equals_nocase(option, RTC_SLICE("keep-alive"));
	}
}

static bool is_plain_text(rtc_slice type)
{
	const uint8_t *end = type.len > 0 ? memchr(type.data, ';', type.len) : NULL;

	if (end != NULL) {
		type = rtc_http_trim(rtc_slice_of(type.data, (size_t)(end - type.data)));
	}
	return rtc_slice_equals_nocase(type, RTC_SLICE("text/plain"));
}

/* NULL, or what is wrong with the field. */
static const char *note_field(answer_fields *fields, rtc_slice name, rtc_slice value)
{
	if (rtc_slice_equals_nocase(name, RTC_SLICE("Content-Length"))) {
		return note_length(fields, value);
	}
	if (rtc_slice_equals_nocase(name, RTC_SLICE("Transfer-Encoding"))) {
		if (fields->has_coding || !rtc_slice_equals_nocase(value, RTC_SLICE("chunked"))) {
			return "a transfer coding that is not chunked";
		}
		fields->has_coding = true;
		fields->framing.chunked = true;
	} else if (rtc_slice_equals_nocase(name, RTC_SLICE("Connection"))) {
		note_connection(fields, value);
	} else if (rtc_slice_equals_nocase(name, RTC_SLICE("Content-Type"))) {
		fields->plain_text = is_plain_text(value);
	}
	return NULL;
}

/* Takes one line off *in, without its CRLF. False: there is none. */
static bool take_line(rtc_slice *in, rtc_slice *line)
{
	size_t len = rtc_http_run(in->data, 0, in->len, RTC_HTTP_VALUE);

	if (in->len - len < 2 || in->data[len] != '\r' || in->data[len + 1] != '\n') {
		return false;
	}
	*line = rtc_slice_of(in->data, len);
	in->data += len + 2;
	in->len -= len + 2;
	return true;
}

/* RFC 9112 4: "HTTP/1.", a digit, a space, three digits, and a reason or nothing. */
static bool parse_status_line(rtc_slice line, bool *is_10, int *status)
{
	const uint8_t *at = line.data;

	if (line.len < sizeof("HTTP/1.1 200") - 1 || memcmp(at, "HTTP/1.", 7) != 0 ||
		!rtc_http_char_is(at[7], RTC_HTTP_DIGIT) || at[8] != ' ' ||
		rtc_http_run(at, 9, 12, RTC_HTTP_DIGIT) != 3 || at[9] == '0' ||
		(line.len > 12 && at[12] != ' ')) {
		return false;
	}
	*is_10 = at[7] == '0';
	*status = (at[9] - '0') * 100 + (at[10] - '0') * 10 + (at[11] - '0');
	return true;
}

/* The lines behind the first one. NULL, or a fault. */
static const char *parse_fields(rtc_slice in, answer_fields *fields)
{
	rtc_slice line;

	while (take_line(&in, &line)) {
		size_t colon = rtc_http_run(line.data, 0, line.len, RTC_HTTP_TOKEN);
		const char *fault;

		if (line.len == 0) {
			return NULL;
		}
		if (colon == 0 || colon == line.len || line.data[colon] != ':') {
			break;
		}
		fault = note_field(fields, rtc_slice_of(line.data, colon),
			rtc_http_trim(rtc_slice_of(line.data + colon + 1, line.len - colon - 1)));
		if (fault != NULL) {
			return fault;
		}
	}
	return "malformed header";
}

/* Decides how the content ends (RFC 9112 6.3). */
static const char *judge(rtc_http_answer *answer, const answer_fields *fields, bool is_10)
{
	bool has_content = answer->status != 204 && answer->status != 304;

	if (fields->has_coding && (fields->has_length || is_10)) {
		return "Transfer-Encoding where it may not be";
	}
	answer->plain_text = fields->plain_text;
	answer->keep_alive = !fields->close && (!is_10 || fields->keep_alive);
	if (!has_content) {
		answer->state = OVER;
	} else if (fields->has_coding || fields->has_length) {
		answer->state = FRAMED;
		rtc_http_body_init(&answer->body, &fields->framing);
	} else {
		answer->state = TO_END;
		answer->keep_alive = false;
	}
	return NULL;
}

static const char *parse_head(rtc_http_answer *answer, rtc_slice in)
{
	answer_fields fields = {0};
	bool is_10 = false;
	int status = 0;
	rtc_slice line;
	const char *fault;

	if (!take_line(&in, &line) || !parse_status_line(line, &is_10, &status)) {
		return "malformed status line";
	}
	fault = parse_fields(in, &fields);
	if (fault != NULL) {
		return fault;
	}
	if (status == 101) {
		return "a change of protocols that nobody has asked for";
	}
	if (status < 200) {
		return NULL;
	}
	answer->status = status;
	return judge(answer, &fields, is_10);
}

/* Looks for the empty line of the current head. DONE: *end is the offset behind it. ERROR: there is
 * a LF without its CR, so that it might never come. */
static rtc_parse find_head_end(rtc_http_answer *answer, size_t *end)
{
	const uint8_t *data = answer->head.data;
	size_t i;

	for (i = answer->scanned; i < answer->head.len; i++) {
		if (data[i] != '\n') {
			continue;
		}
		if (i == answer->head_at || data[i - 1] != '\r') {
			return RTC_PARSE_ERROR;
		}
		if (i - answer->head_at >= 3 && data[i - 2] == '\n') {
			*end = i + 1;
			return RTC_PARSE_DONE;
		}
	}
	answer->scanned = i;
	return RTC_PARSE_MORE;
}

/* Whatever is no HTTP is known by its first bytes: its end may never come. */
static bool starts_like_http(const rtc_http_answer *answer)
{
	static const char start[] = "HTTP/1.";
	size_t len = answer->head.len - answer->head_at;

	return len == 0 ||
		memcmp(answer->head.data + answer->head_at, start,
			len < sizeof(start) - 1 ? len : sizeof(start) - 1) == 0;
}

/* ---- content -----------------------------------------------------------------------------------
 */

static rtc_parse append_content(rtc_http_answer *answer, rtc_slice piece, const char **fault)
{
	if (piece.len > RTC_HTTP_ANSWER_CONTENT_MAX - answer->content.len) {
		return refuse(fault, "its content is longer than 1 MiB");
	}
	if (rtc_buf_append(&answer->content, piece.data, piece.len) != RTC_OK) {
		return refuse(fault, "no memory for its content");
	}
	return RTC_PARSE_MORE;
}

static rtc_parse take_framed(rtc_http_answer *answer, rtc_slice *in, const char **fault)
{
	rtc_http_error error;
	rtc_slice piece;

	for (;;) {
		rtc_parse parse = rtc_http_body_next(&answer->body, in, &piece, &error);

		if (parse == RTC_PARSE_ERROR) {
			return refuse(fault, error.text);
		}
		if (parse == RTC_PARSE_DONE) {
			answer->state = OVER;
			return RTC_PARSE_DONE;
		}
		if (piece.len == 0) {
			return RTC_PARSE_MORE;
		}
		if (append_content(answer, piece, fault) == RTC_PARSE_ERROR) {
			return RTC_PARSE_ERROR;
		}
	}
}

static rtc_parse take_content(rtc_http_answer *answer, rtc_slice in, const char **fault)
{
	rtc_parse parse = RTC_PARSE_DONE;

	if (answer->state == TO_END) {
		return append_content(answer, in, fault);
	}
	if (answer->state == FRAMED) {
		parse = take_framed(answer, &in, fault);
	}
	if (in.len > 0) {
		answer->keep_alive = false;
	}
	return parse;
}

/* ---- both --------------------------------------------------------------------------------------
 */

/* Takes the head that data[head_at..) starts with, if it is complete. */
static rtc_parse take_head(rtc_http_answer *answer, const char **fault)
{
	size_t end = answer->head.len;
	rtc_parse parse;
	const char *text;

	if (!starts_like_http(answer)) {
		return refuse(fault, "it is not HTTP/1.1");
	}
	parse = find_head_end(answer, &end);
	if (parse == RTC_PARSE_ERROR) {
		return refuse(fault, "a line of its head ends without CR");
	}
	if (end > RTC_HTTP_ANSWER_HEAD_MAX) {
		return refuse(fault, "its head is longer than 64 KiB");
	}
	if (parse == RTC_PARSE_MORE) {
		return parse;
	}
	text = parse_head(
		answer, rtc_slice_of(answer->head.data + answer->head_at, end - answer->head_at));
	answer->head_at = end;
	answer->scanned = end;
	return text != NULL ? refuse(fault, text) : RTC_PARSE_DONE;
}

rtc_parse rtc_http_answer_push(rtc_http_answer *answer, rtc_slice bytes, const char **fault)
{
	rtc_parse parse;

	if (answer->state != HEAD) {
		return take_content(answer, bytes, fault);
	}
	if (rtc_buf_append(&answer->head, bytes.data, bytes.len) != RTC_OK) {
		return refuse(fault, "no memory for its head");
	}
	while (answer->state == HEAD) {
		parse = take_head(answer, fault);
		if (parse != RTC_PARSE_DONE) {
			return parse;
		}
	}
	return take_content(answer,
		rtc_slice_of(answer->head.data + answer->head_at, answer->head.len - answer->head_at),
		fault);
}

rtc_parse rtc_http_answer_end(rtc_http_answer *answer, const char **fault)
{
	if (answer->state == TO_END) {
		answer->state = OVER;
		return RTC_PARSE_DONE;
	}
	return refuse(fault, "the connection ended in the middle of it");
}
