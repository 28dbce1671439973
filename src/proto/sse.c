#include "sse.h"

bool rtc_sse_is_line(rtc_slice text)
{
	for (size_t i = 0; i < text.len; i++) {
		if (text.data[i] == '\r' || text.data[i] == '\n' || text.data[i] == '\0') {
			return false;
		}
	}
	return true;
}

/* How many of the bytes stand before the first CR or LF. */
static size_t line_length(rtc_slice text)
{
	if (text.len == 0) {
		return 0;
	}

	const uint8_t *lf = memchr(text.data, '\n', text.len);
	size_t len = lf != NULL ? (size_t)(lf - text.data) : text.len;
	const uint8_t *cr = len > 0 ? memchr(text.data, '\r', len) : NULL;

	return cr != NULL ? (size_t)(cr - text.data) : len;
}

static void skip(rtc_slice *text, size_t count)
{
	if (count > 0) {
		text->data += count;
		text->len -= count;
	}
}

/* ---- writing -------------------------------------------------------------------------------- */

/* One space behind the colon is not part of a value: so it is always there. */
static rtc_status put_line(rtc_buf *out, rtc_slice field, rtc_slice value)
{
	if (value.len > SIZE_MAX - field.len - 3 ||
		rtc_buf_reserve(out, field.len + value.len + 3) != RTC_OK ||
		rtc_buf_append(out, field.data, field.len) != RTC_OK ||
		rtc_buf_append(out, ": ", 2) != RTC_OK ||
		rtc_buf_append(out, value.data, value.len) != RTC_OK) {
		return RTC_NOMEM;
	}
	return rtc_buf_append(out, "\n", 1);
}

/* A line for each line of the text; one where the text is empty. */
static rtc_status put_lines(rtc_buf *out, rtc_slice field, rtc_slice text)
{
	for (;;) {
		size_t len = line_length(text);

		if (put_line(out, field, rtc_slice_of(text.data, len)) != RTC_OK) {
			return RTC_NOMEM;
		}
		if (len == text.len) {
			return RTC_OK;
		}
		skip(&text, len);
		skip(&text, text.len > 1 && text.data[0] == '\r' && text.data[1] == '\n' ? 2 : 1);
	}
}

static rtc_status put_retry(rtc_buf *out, uint64_t retry_ms)
{
	uint8_t digits[20];
	size_t at = sizeof(digits);

	do {
		digits[--at] = (uint8_t)('0' + retry_ms % 10);
		retry_ms /= 10;
	} while (retry_ms > 0);
	return put_line(out, RTC_SLICE("retry"), rtc_slice_of(digits + at, sizeof(digits) - at));
}

rtc_status rtc_sse_write(rtc_buf *out, const rtc_sse_event *event)
{
	size_t before = out->len;

	if ((event->has_comment && put_lines(out, RTC_SLICE(""), event->comment) != RTC_OK) ||
		(event->has_retry && put_retry(out, event->retry_ms) != RTC_OK) ||
		(event->name.len > 0 && put_line(out, RTC_SLICE("event"), event->name) != RTC_OK) ||
		(event->has_id && put_line(out, RTC_SLICE("id"), event->id) != RTC_OK) ||
		(event->has_data && put_lines(out, RTC_SLICE("data"), event->data) != RTC_OK) ||
		rtc_buf_append(out, "\n", 1) != RTC_OK) {
		out->len = before;
		return RTC_NOMEM;
	}
	return RTC_OK;
}

/* ---- reading -------------------------------------------------------------------------------- */

void rtc_sse_reader_init(rtc_sse_reader *reader, size_t max_event)
{
	*reader = (rtc_sse_reader){.max_event = max_event};
}

void rtc_sse_reader_deinit(rtc_sse_reader *reader)
{
	rtc_buf_deinit(&reader->line);
	rtc_buf_deinit(&reader->data);
	rtc_buf_deinit(&reader->name);
	rtc_buf_deinit(&reader->id);
	rtc_buf_deinit(&reader->next_id);
}

static rtc_parse fail(rtc_sse_reader *reader, const char *error)
{
	reader->error = error;
	return RTC_PARSE_ERROR;
}

static rtc_status set(rtc_buf *buf, rtc_slice value)
{
	buf->len = 0;
	return rtc_buf_append(buf, value.data, value.len);
}

static rtc_status add_data(rtc_sse_reader *reader, rtc_slice value)
{
	if (rtc_buf_append(&reader->data, value.data, value.len) != RTC_OK) {
		return RTC_NOMEM;
	}
	return rtc_buf_append(&reader->data, "\n", 1);
}

static rtc_status set_id(rtc_sse_reader *reader, rtc_slice value)
{
	if (value.len > 0 && memchr(value.data, '\0', value.len) != NULL) {
		return RTC_OK;
	}
	reader->has_next_id = true;
	return set(&reader->next_id, value);
}

/* Digits only, and at least one. What is more than a uint64_t holds counts as its largest value. */
static void set_retry(rtc_sse_reader *reader, rtc_slice value)
{
	uint64_t ms = 0;

	for (size_t i = 0; i < value.len; i++) {
		if (value.data[i] < '0' || value.data[i] > '9') {
			return;
		}

		uint64_t digit = (uint64_t)(value.data[i] - '0');

		ms = ms > (UINT64_MAX - digit) / 10 ? UINT64_MAX : ms * 10 + digit;
	}
	if (value.len > 0) {
		reader->retry_ms = ms;
		reader->has_retry = true;
	}
}

/* 9.2.6, "process the field": names are case-sensitive, and unknown ones are ignored. */
static rtc_status take_field(rtc_sse_reader *reader, rtc_slice name, rtc_slice value)
{
	if (rtc_slice_equals(name, RTC_SLICE("data"))) {
		return add_data(reader, value);
	}
	if (rtc_slice_equals(name, RTC_SLICE("event"))) {
		return set(&reader->name, value);
	}
	if (rtc_slice_equals(name, RTC_SLICE("id"))) {
		return set_id(reader, value);
	}
	if (rtc_slice_equals(name, RTC_SLICE("retry"))) {
		set_retry(reader, value);
	}
	return RTC_OK;
}

static rtc_status take_line(rtc_sse_reader *reader, rtc_slice line)
{
	const uint8_t *colon = memchr(line.data, ':', line.len);

	if (colon == NULL) {
		return take_field(reader, line, (rtc_slice){0});
	}

	/* A line that starts with a colon is a comment, and a field without a name is unknown. */
	rtc_slice name = rtc_slice_of(line.data, (size_t)(colon - line.data));
	rtc_slice value = line;

	skip(&value, name.len + 1);
	skip(&value, value.len > 0 && value.data[0] == ' ' ? 1 : 0);
	return take_field(reader, name, value);
}

/* An empty line ends the block, which only now makes its id the last one. True: it had data and is
 * a message now. */
static bool end_block(rtc_sse_reader *reader, rtc_sse_message *message)
{
	if (reader->has_next_id) {
		rtc_buf last = reader->id;

		reader->id = reader->next_id;
		reader->next_id = last;
		reader->has_next_id = false;
	}
	if (reader->data.len == 0) {
		reader->name.len = 0;
		return false;
	}
	*message = (rtc_sse_message){
		.data = rtc_slice_of(reader->data.data, reader->data.len - 1),
		.name = rtc_buf_slice(&reader->name),
		.id = rtc_buf_slice(&reader->id),
	};
	reader->spent = true;
	return true;
}

/* Takes a byte order mark away from the stream's start. What only looked like one goes to `line`,
 * which is empty there, so that the line goes on from it. */
static rtc_status skip_mark(rtc_sse_reader *reader, rtc_slice *in)
{
	static const uint8_t mark[3] = {0xEF, 0xBB, 0xBF};

	while (in->len > 0 && reader->start_seen < 3) {
		if (in->data[0] != mark[reader->start_seen]) {
			size_t seen = reader->start_seen;

			reader->start_seen = 3;
			return rtc_buf_append(&reader->line, mark, seen);
		}
		reader->start_seen++;
		skip(in, 1);
	}
	return RTC_OK;
}

/* DONE: *line is the next one, without its end; it is valid until `line` or the input is reused. */
static rtc_parse next_line(rtc_sse_reader *reader, rtc_slice *in, rtc_slice *line)
{
	if (reader->skip_lf && in->len > 0) {
		skip(in, in->data[0] == '\n' ? 1 : 0);
		reader->skip_lf = false;
	}

	size_t len = line_length(*in);
	bool whole = len < in->len;
	size_t room = reader->max_event - reader->data.len;

	if (reader->data.len > reader->max_event || reader->line.len > room ||
		len > room - reader->line.len) {
		return fail(reader, "the event is too long");
	}
	*line = rtc_slice_of(in->data, len);
	if (!whole || reader->line.len > 0) {
		if (rtc_buf_append(&reader->line, in->data, len) != RTC_OK) {
			return fail(reader, "out of memory");
		}
		*line = rtc_buf_slice(&reader->line);
	}
	skip(in, len);
	if (!whole) {
		return RTC_PARSE_MORE;
	}
	reader->skip_lf = in->data[0] == '\r';
	skip(in, 1);
	reader->line.len = 0;
	return RTC_PARSE_DONE;
}

rtc_parse rtc_sse_next(rtc_sse_reader *reader, rtc_slice *in, rtc_sse_message *message)
{
	if (reader->spent) {
		reader->data.len = 0;
		reader->name.len = 0;
		reader->spent = false;
	}
	if (skip_mark(reader, in) != RTC_OK) {
		return fail(reader, "out of memory");
	}
	while (in->len > 0) {
		rtc_slice line;
		rtc_parse result = next_line(reader, in, &line);

		if (result != RTC_PARSE_DONE) {
			return result;
		}
		if (line.len == 0) {
			if (end_block(reader, message)) {
				return RTC_PARSE_DONE;
			}
		} else if (take_line(reader, line) != RTC_OK) {
			return fail(reader, "out of memory");
		}
	}
	return RTC_PARSE_MORE;
}
