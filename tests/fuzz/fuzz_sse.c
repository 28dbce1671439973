/* Event streams. The first byte of the input chooses the limit and the cuts; what comes of the rest
 * must not depend on how it is cut. The rest is also taken for the fields of an event: what is
 * written must be read again as it was, its line ends made LF. */
#include "../../src/proto/sse.h"
#include "fuzz.h"

static void put(rtc_buf *out, const void *data, size_t len)
{
	if (rtc_buf_append(out, data, len) != RTC_OK) {
		abort();
	}
}

static void put_slice(rtc_buf *out, rtc_slice slice)
{
	put(out, &slice.len, sizeof(slice.len));
	put(out, slice.data, slice.len);
}

/* Reads data[0..len) in pieces; appends each message, then how it ended, to `record`. */
static void read_all(
	size_t max_event, const uint8_t *data, size_t len, uint32_t seed, rtc_buf *record)
{
	rtc_sse_reader reader;
	rtc_parse result = RTC_PARSE_MORE;
	size_t at = 0;

	rtc_sse_reader_init(&reader, max_event);
	while (result == RTC_PARSE_MORE && at < len) {
		size_t size = fuzz_piece(&seed, len - at);
		uint8_t *piece = fuzz_copy(data + at, size);
		rtc_slice in = rtc_slice_of(piece, size);
		rtc_sse_message message;

		while ((result = rtc_sse_next(&reader, &in, &message)) == RTC_PARSE_DONE) {
			FUZZ_ASSERT(message.data.len <= max_event);
			FUZZ_ASSERT(
				rtc_sse_is_line(message.name) || memchr(message.name.data, 0, message.name.len));
			FUZZ_ASSERT(rtc_sse_is_line(message.id));
			FUZZ_ASSERT(memchr(message.data.len > 0 ? message.data.data : piece, '\r',
							message.data.len) == NULL);
			put_slice(record, message.name);
			put_slice(record, message.data);
			put_slice(record, message.id);
		}
		free(piece);
		at += size;
	}
	FUZZ_ASSERT((result == RTC_PARSE_ERROR) == (reader.error != NULL));
	put_slice(record, rtc_buf_slice(&reader.id));
	put(record, &reader.retry_ms, sizeof(reader.retry_ms));
	put(record, &reader.has_retry, 1);
	put(record, &result, sizeof(result));
	rtc_sse_reader_deinit(&reader);
}

static void check_cuts(size_t max_event, const uint8_t *data, size_t len, uint32_t seed)
{
	rtc_buf whole = {0};
	rtc_buf other = {0};

	read_all(max_event, data, len, 0, &whole);
	read_all(max_event, data, len, 1, &other);
	FUZZ_ASSERT(rtc_slice_equals(rtc_buf_slice(&whole), rtc_buf_slice(&other)));
	other.len = 0;
	read_all(max_event, data, len, 2 + seed, &other);
	FUZZ_ASSERT(rtc_slice_equals(rtc_buf_slice(&whole), rtc_buf_slice(&other)));
	rtc_buf_deinit(&whole);
	rtc_buf_deinit(&other);
}

/* The next part of *rest, up to a byte 0xFF. */
static rtc_slice take_part(rtc_slice *rest)
{
	const uint8_t *end = rest->len > 0 ? memchr(rest->data, 0xFF, rest->len) : NULL;
	size_t len = end != NULL ? (size_t)(end - rest->data) : rest->len;
	rtc_slice part = rtc_slice_of(rest->data, len);

	len += end != NULL ? 1 : 0;
	rest->data += len;
	rest->len -= len;
	return part;
}

static void put_normalized(rtc_buf *out, rtc_slice text)
{
	for (size_t i = 0; i < text.len; i++) {
		if (text.data[i] != '\r') {
			put(out, text.data + i, 1);
		} else if (i + 1 == text.len || text.data[i + 1] != '\n') {
			put(out, "\n", 1);
		}
	}
}

/* What is written and read again, with another event behind it. */
static void check_writing(rtc_slice rest, uint8_t flags)
{
	rtc_sse_event event = {
		.name = take_part(&rest),
		.id = take_part(&rest),
		.comment = take_part(&rest),
		.data = rest,
		.retry_ms = (uint64_t)rest.len * flags,
		.has_data = flags & 1,
		.has_id = flags & 2,
		.has_retry = flags & 4,
		.has_comment = flags & 8,
	};

	if (!rtc_sse_is_line(event.name) || !rtc_sse_is_line(event.id)) {
		return;
	}

	rtc_buf wire = {0};
	rtc_buf data = {0};
	rtc_sse_reader reader;
	rtc_sse_message message;

	FUZZ_ASSERT(rtc_sse_write(&wire, &event) == RTC_OK);
	put(&wire, "data: next\n\n", 12);
	put_normalized(&data, event.data);
	rtc_sse_reader_init(&reader, SIZE_MAX);

	rtc_slice in = rtc_buf_slice(&wire);
	rtc_slice id = event.has_id ? event.id : (rtc_slice){0};

	if (event.has_data) {
		FUZZ_ASSERT(rtc_sse_next(&reader, &in, &message) == RTC_PARSE_DONE);
		FUZZ_ASSERT(rtc_slice_equals(message.data, rtc_buf_slice(&data)));
		FUZZ_ASSERT(rtc_slice_equals(message.name, event.name));
		FUZZ_ASSERT(rtc_slice_equals(message.id, id));
	}
	FUZZ_ASSERT(rtc_sse_next(&reader, &in, &message) == RTC_PARSE_DONE);
	FUZZ_ASSERT(rtc_slice_equals(message.data, RTC_SLICE("next")) && message.name.len == 0);
	FUZZ_ASSERT(rtc_slice_equals(message.id, id));
	FUZZ_ASSERT(reader.has_retry == event.has_retry);
	FUZZ_ASSERT(!event.has_retry || reader.retry_ms == event.retry_ms);
	FUZZ_ASSERT(rtc_sse_next(&reader, &in, &message) == RTC_PARSE_MORE);
	rtc_sse_reader_deinit(&reader);
	rtc_buf_deinit(&data);
	rtc_buf_deinit(&wire);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size == 0) {
		return 0;
	}
	check_cuts(data[0] & 16 ? 40 : 1 << 20, data + 1, size - 1, data[0]);
	check_writing(rtc_slice_of(data + 1, size - 1), data[0]);
	return 0;
}
