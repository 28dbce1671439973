/* Frames from either side. The first byte of the input chooses limits, extensions and cuts; what
 * comes of the rest must not depend on how it is cut, and must survive being encoded again. */
#ifndef RTC_TESTS_FUZZ_WS_H
#define RTC_TESTS_FUZZ_WS_H

#include "../../src/proto/mask.h"
#include "../unit/ws_record.h"
#include "fuzz.h"

typedef struct fuzz_ws_setup {
	rtc_ws_role from;
	rtc_ws_limits limits;
	uint8_t rsv_allowed;
} fuzz_ws_setup;

/* Reads data[0..len) in pieces, each in a way of its own; appends to `record`. Returns the error
 * code or 0. */
static inline int fuzz_ws_read(
	const fuzz_ws_setup *setup, const uint8_t *data, size_t len, uint32_t seed, rtc_buf *record)
{
	rtc_ws_reader reader;
	bool good = true;
	size_t at = 0;

	rtc_ws_reader_init(&reader, setup->from, setup->rsv_allowed);
	while (good && at < len) {
		size_t size = fuzz_piece(&seed, len - at);
		uint8_t *piece = fuzz_copy(data + at, size);
		unsigned way = (seed + (unsigned)at) % WS_RECORD_WAYS;

		good = ws_record_piece(record, &reader, &setup->limits, rtc_slice_of(piece, size), way);
		FUZZ_ASSERT(!(way & WS_RECORD_FIXED) || memcmp(piece, data + at, size) == 0);
		free(piece);
		at += size;
		FUZZ_ASSERT(rtc_ws_pending(&reader) <= at);
		FUZZ_ASSERT(reader.gathered.cap <= 64 + at * 9 / 4);
		FUZZ_ASSERT(
			reader.flags != 0 || (reader.gathered.data == NULL && rtc_ws_pending(&reader) == 0));
		FUZZ_ASSERT(good == (reader.error_code == 0) && good == (reader.error == NULL));
	}

	int code = reader.error_code;

	rtc_ws_reader_deinit(&reader);
	return code;
}

static inline void fuzz_ws_put(rtc_buf *wire, const fuzz_ws_setup *setup, const rtc_ws_event *event)
{
	static const uint8_t key[4] = {0x9A, 0x00, 0xFF, 0x31};
	const uint8_t *mask = setup->from == RTC_WS_FROM_CLIENT ? key : NULL;
	uint8_t header[RTC_WS_HEADER_MAX];
	size_t size = rtc_ws_header_encode(
		header, event->opcode, true, event->compressed ? 4 : 0, event->payload.len, mask);

	if (rtc_buf_append(wire, header, size) != RTC_OK ||
		rtc_buf_append(wire, event->payload.data, event->payload.len) != RTC_OK) {
		abort();
	}
	if (mask != NULL && event->payload.len > 0) {
		uint8_t *payload = wire->data + wire->len - event->payload.len;

		rtc_mask(payload, payload, event->payload.len, key, 0);
	}
}

/* Encodes each event of data[0..len) as one frame. */
static inline void fuzz_ws_encode(
	const fuzz_ws_setup *setup, const uint8_t *data, size_t len, rtc_buf *wire)
{
	rtc_ws_reader reader;
	rtc_ws_event event;
	uint8_t *copy = fuzz_copy(data, len);
	rtc_input in = {.data = copy, .len = len};

	rtc_ws_reader_init(&reader, setup->from, setup->rsv_allowed);
	while (rtc_ws_next(&reader, &setup->limits, NULL, &in, &event) == RTC_PARSE_DONE) {
		fuzz_ws_put(wire, setup, &event);
	}
	rtc_ws_reader_deinit(&reader);
	free(copy);
}

/* A header that is taken has one form only, so encoding it gives the same bytes. */
static inline void fuzz_ws_header(const uint8_t *data, size_t len)
{
	rtc_ws_header header;
	uint8_t again[RTC_WS_HEADER_MAX];

	if (rtc_ws_header_decode(data, len, &header) != RTC_PARSE_DONE) {
		return;
	}

	size_t size = rtc_ws_header_encode(again, header.opcode, header.fin, header.rsv, header.len,
		header.masked ? header.key : NULL);

	FUZZ_ASSERT(size == header.size && memcmp(again, data, size) == 0);
}

static inline bool fuzz_ws_same(const rtc_buf *a, const rtc_buf *b)
{
	return rtc_slice_equals(rtc_buf_slice(a), rtc_buf_slice(b));
}

static inline int fuzz_ws(rtc_ws_role from, const uint8_t *data, size_t len)
{
	if (len == 0) {
		return 0;
	}

	fuzz_ws_setup setup = {
		.from = from,
		.limits = data[0] & 1 ? (rtc_ws_limits){40, 60} : (rtc_ws_limits){1 << 20, 1 << 20},
		.rsv_allowed = data[0] & 2 ? 4 : 0,
	};
	uint32_t seed = 2 + data[0];
	rtc_buf whole = {0};
	rtc_buf other = {0};
	rtc_buf wire = {0};

	data++;
	len--;
	fuzz_ws_header(data, len);

	int code = fuzz_ws_read(&setup, data, len, 0, &whole);

	FUZZ_ASSERT(fuzz_ws_read(&setup, data, len, 1, &other) == code);
	FUZZ_ASSERT(fuzz_ws_same(&whole, &other));
	other.len = 0;
	FUZZ_ASSERT(fuzz_ws_read(&setup, data, len, seed, &other) == code);
	FUZZ_ASSERT(fuzz_ws_same(&whole, &other));

	other.len = 0;
	fuzz_ws_encode(&setup, data, len, &wire);
	/* A message of several frames may be more than one frame may hold. */
	setup.limits.max_frame = setup.limits.max_message;
	FUZZ_ASSERT(fuzz_ws_read(&setup, wire.data, wire.len, seed, &other) == 0);
	whole.len -= code != 0 ? strlen("E1002") : 0;
	FUZZ_ASSERT(fuzz_ws_same(&whole, &other));

	rtc_buf_deinit(&whole);
	rtc_buf_deinit(&other);
	rtc_buf_deinit(&wire);
	return 0;
}

#endif
