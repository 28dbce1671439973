#include "check.h"

#include "../../src/proto/mask.h"
#include "ws_record.h"

/* First bytes: FIN with an opcode, or an opcode alone. */
enum {
	CONT = 0x00,
	TEXT = 0x01,
	BIN = 0x02,
	FIN = 0x80,
	RSV1 = 0x40,
	CONT_FIN = 0x80,
	TEXT_FIN = 0x81,
	BIN_FIN = 0x82,
	CLOSE = 0x88,
	PING = 0x89,
	PONG = 0x8A,
};

typedef struct frame {
	unsigned first;
	const char *payload;
	size_t len; /* 0: up to the NUL */
} frame;

#define FRAMES(...)                                                                                \
	(const frame[]){__VA_ARGS__}, sizeof((const frame[]){__VA_ARGS__}) / sizeof(frame)

/* What an input is read with, and what must come of it. */
typedef struct expectation {
	rtc_ws_role from;
	uint8_t rsv_allowed;
	rtc_ws_limits limits;
	rtc_buf record;
	size_t pending; /* when all was read and nothing failed */
} expectation;

static const rtc_ws_limits roomy = {1 << 20, 1 << 20};
static check_guard guard;

static void feed_by(
	const expectation *expected, const check_piece *pieces, size_t count, unsigned way)
{
	rtc_ws_reader reader;
	rtc_buf record = {0};
	bool good = true;

	rtc_ws_reader_init(&reader, expected->from, expected->rsv_allowed);
	for (size_t i = 0; i < count && good; i++) {
		size_t len = pieces[i].len;
		uint8_t *data = check_guard_put(&guard, pieces[i].data, len);

		good = ws_record_piece(&record, &reader, &expected->limits, rtc_slice_of(data, len), way);
		if (way & WS_RECORD_FIXED) {
			CHECK_BYTES(data, len, pieces[i].data, len);
		}
		CHECK(reader.flags != 0 || reader.gathered.data == NULL);
	}
	CHECK_BYTES(record.data, record.len, expected->record.data, expected->record.len);
	CHECK(!good || rtc_ws_pending(&reader) == expected->pending);
	CHECK(good || (reader.error != NULL && reader.gathered.data == NULL));
	rtc_ws_reader_deinit(&reader);
	rtc_buf_deinit(&record);
}

/* Nobody sees where the bytes were read to. */
static void feed(void *user, const check_piece *pieces, size_t count)
{
	for (unsigned way = 0; way < WS_RECORD_WAYS; way++) {
		feed_by(user, pieces, count, way);
	}
}

static void put(rtc_buf *wire, const void *data, size_t len)
{
	if (rtc_buf_append(wire, data, len) != RTC_OK) {
		abort();
	}
}

static void put_frame(
	rtc_buf *wire, rtc_ws_role from, unsigned first, const char *payload, size_t len)
{
	static const uint8_t key[4] = {0x11, 0x80, 0xFE, 0x5A};
	uint8_t header[RTC_WS_HEADER_MAX];
	bool masked = from == RTC_WS_FROM_CLIENT;

	put(wire, header,
		rtc_ws_header_encode(
			header, first & 15, first >> 7, first >> 4 & 7, len, masked ? key : NULL));
	put(wire, payload, len);
	if (masked && len > 0) {
		uint8_t *at = wire->data + wire->len - len;
		rtc_mask(at, at, len, key, 0);
	}
}

static void put_frames(rtc_buf *wire, rtc_ws_role from, const frame *frames, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		size_t len = frames[i].len > 0 ? frames[i].len : strlen(frames[i].payload);

		put_frame(wire, from, frames[i].first, frames[i].payload, len);
	}
}

/* Frames in both roles, cut in every way, under given limits. */
static void check_limited(rtc_ws_limits limits, uint8_t rsv_allowed, const char *record,
	const frame *frames, size_t count)
{
	for (int from = RTC_WS_FROM_CLIENT; from <= RTC_WS_FROM_SERVER; from++) {
		expectation expected = {.from = from, .rsv_allowed = rsv_allowed, .limits = limits};
		rtc_buf wire = {0};

		check_case("%s from a %s", record, from == RTC_WS_FROM_CLIENT ? "client" : "server");
		put(&expected.record, record, strlen(record));
		put_frames(&wire, from, frames, count);
		check_cuts(wire.data, wire.len, feed, &expected);
		rtc_buf_deinit(&wire);
		rtc_buf_deinit(&expected.record);
	}
}

static void check_frames(const char *record, const frame *frames, size_t count)
{
	check_limited(roomy, 0, record, frames, count);
}

/* Bytes as they stand. */
static void check_raw(
	rtc_ws_role from, const char *record, size_t pending, const void *bytes, size_t len)
{
	expectation expected = {.from = from, .limits = roomy, .pending = pending};

	check_case("%s from raw bytes", record);
	put(&expected.record, record, strlen(record));
	check_cuts(bytes, len, feed, &expected);
	rtc_buf_deinit(&expected.record);
}

static void test_messages(void)
{
	check_frames("T[5]Hello ", FRAMES({TEXT_FIN, "Hello", 0}));
	check_frames("T[0] ", FRAMES({TEXT_FIN, "", 0}));
	check_frames("B[3]\xFF\xFE\x80 ", FRAMES({BIN_FIN, "\xFF\xFE\x80", 0}));
	check_frames(
		"T[1]a B[1]b T[1]c ", FRAMES({TEXT_FIN, "a", 0}, {BIN_FIN, "b", 0}, {TEXT_FIN, "c", 0}));
	check_frames("T[9]Hel\xE2\x82\xAClo! ",
		FRAMES({TEXT, "Hel\xE2", 0}, {CONT, "\x82", 0}, {CONT, "", 0}, {CONT_FIN, "\xAClo!", 0}));
	check_frames("T[0] ", FRAMES({TEXT, "", 0}, {CONT_FIN, "", 0}));
	check_frames("B[2]ab T[1]c ",
		FRAMES({BIN, "", 0}, {CONT, "ab", 0}, {CONT_FIN, "", 0}, {TEXT_FIN, "c", 0}));
}

static void test_control_frames(void)
{
	check_frames("P[2]hi O[0] ", FRAMES({PING, "hi", 0}, {PONG, "", 0}));
	check_frames("P[1]1 O[3]two P[0] T[6]abcdef P[1]3 ",
		FRAMES({TEXT, "ab", 0}, {PING, "1", 0}, {PONG, "two", 0}, {CONT, "cd", 0}, {PING, "", 0},
			{CONT_FIN, "ef", 0}, {PING, "3", 0}));
	check_frames("P[1]1 B[2]xy ", FRAMES({BIN, "", 0}, {PING, "1", 0}, {CONT_FIN, "xy", 0}));
	check_frames("P[2]\xFF\xC3 ", FRAMES({PING, "\xFF\xC3", 0}));
}

static void test_control_frame_limits(void)
{
	char payload[RTC_WS_CONTROL_MAX + 2];
	char record[sizeof(payload) + 8];

	memset(payload, 'p', sizeof(payload));
	payload[RTC_WS_CONTROL_MAX] = '\0';
	snprintf(record, sizeof(record), "P[125]%s ", payload);
	check_frames(record, FRAMES({PING, payload, 0}));
	/* The limits of messages are none for control frames. */
	check_limited((rtc_ws_limits){1, 1}, 0, record, FRAMES({PING, payload, 0}));
	payload[RTC_WS_CONTROL_MAX] = 'p';
	payload[RTC_WS_CONTROL_MAX + 1] = '\0';
	check_frames("E1002", FRAMES({PING, payload, 0}));
	check_frames("E1002", FRAMES({PONG, payload, 0}));
	check_frames("E1002", FRAMES({CLOSE, payload, 0}));
	check_frames("E1002", FRAMES({PING & ~FIN, "a", 0}));
	check_frames("E1002", FRAMES({PONG & ~FIN, "", 0}, {CONT_FIN, "", 0}));
	check_frames("E1002", FRAMES({CLOSE & ~FIN, "", 0}));
}

static void test_close(void)
{
	check_frames("C1005[0] ", FRAMES({CLOSE, "", 0}));
	check_frames("C1000[0] ", FRAMES({CLOSE, "\x03\xE8", 0}));
	check_frames("C1001[7]leaving ", FRAMES({CLOSE, "\x03\xE9leaving", 0}));
	check_frames("C4999[2]\xC3\xA9 ", FRAMES({CLOSE, "\x13\x87\xC3\xA9", 0}));
	/* RFC 6455 1.4: what follows a close frame is ignored, be it right or wrong. */
	check_frames("T[1]a C1000[0] ",
		FRAMES({TEXT_FIN, "a", 0}, {CLOSE, "\x03\xE8", 0}, {TEXT_FIN, "b", 0}, {0x7F, "", 0}));
	check_frames(
		"C1000[0] ", FRAMES({TEXT, "abc", 0}, {CLOSE, "\x03\xE8", 0}, {CONT_FIN, "\xFF", 0}));
	check_frames("E1002", FRAMES({CLOSE, "\x03", 0}));
	check_frames("E1002", FRAMES({CLOSE, "\x03\xE7", 0}));
	check_frames("E1002", FRAMES({CLOSE, "\x03\xED", 0}));
	check_frames("E1002", FRAMES({CLOSE, "\x07\xD0\xFF", 0}));
	check_frames("E1007", FRAMES({CLOSE, "\x03\xE8\xC3", 0}));
	check_frames("E1007", FRAMES({TEXT, "abc", 0}, {CLOSE, "\x03\xE8\xED\xA0\x80", 0}));
}

/* All frames of a compressed message may take an eighth and 64 bytes more. */
static void test_limits_of_compressed_messages(void)
{
	static const rtc_ws_limits limits = {16, 16};
	char text[84] = {0}, record[100];
	memset(text, 'x', 83);
	snprintf(record, sizeof(record), "t[82]%.82s ", text);
	check_limited(limits, 4, "E1009", FRAMES({RSV1 | TEXT_FIN, text, 83}));
	check_limited(limits, 4, "E1009", FRAMES({RSV1 | TEXT, text, 82}, {CONT_FIN, "x", 0}));
	check_limited(limits, 4, record, FRAMES({RSV1 | TEXT_FIN, text, 82}));
}

static void test_fragments_out_of_order(void)
{
	check_frames("E1002", FRAMES({CONT_FIN, "a", 0}));
	check_frames("E1002", FRAMES({CONT, "", 0}));
	check_frames("T[1]a E1002", FRAMES({TEXT_FIN, "a", 0}, {CONT_FIN, "b", 0}));
	check_frames("T[2]ab E1002", FRAMES({TEXT, "a", 0}, {CONT_FIN, "b", 0}, {CONT_FIN, "c", 0}));
	check_frames("E1002", FRAMES({TEXT, "a", 0}, {TEXT_FIN, "b", 0}));
	check_frames("E1002", FRAMES({TEXT, "", 0}, {BIN, "b", 0}));
	check_frames("P[0] E1002", FRAMES({BIN, "a", 0}, {PING, "", 0}, {TEXT, "b", 0}));
}

static void test_reserved(void)
{
	for (unsigned first = 0; first < 256; first++) {
		unsigned opcode = first & 15;

		if ((first & 0x70) != 0 || (opcode > 2 && opcode < 8) || opcode > 10) {
			check_frames("E1002", FRAMES({first, "x", 0}));
		}
	}
	check_limited(roomy, 4, "t[1]\xFF b[2]ab T[1]c ",
		FRAMES({TEXT_FIN | RSV1, "\xFF", 0}, {BIN | RSV1, "a", 0}, {CONT_FIN, "b", 0},
			{TEXT_FIN, "c", 0}));
	check_limited(roomy, 4, "E1007", FRAMES({TEXT_FIN, "\xFF", 0}));
	check_limited(roomy, 4, "E1002", FRAMES({TEXT | RSV1, "a", 0}, {CONT_FIN | RSV1, "b", 0}));
	check_limited(roomy, 4, "E1002", FRAMES({PING | RSV1, "a", 0}));
	check_limited(roomy, 4, "E1002", FRAMES({TEXT_FIN | RSV1 | 0x20, "a", 0}));
}

static void test_masks(void)
{
	check_raw(RTC_WS_FROM_CLIENT, "E1002", 0, "\x81\x05Hello", 7);
	check_raw(RTC_WS_FROM_CLIENT, "E1002", 0, "\x89\x00", 2);
	check_raw(RTC_WS_FROM_SERVER, "E1002", 0, "\x81\x85\x37\xFA\x21\x3D\x7F\x9F\x4D\x51\x58", 11);
	check_raw(RTC_WS_FROM_SERVER, "E1002", 0, "\x88\x80\x00\x00\x00\x00", 6);
	check_raw(
		RTC_WS_FROM_CLIENT, "T[5]Hello ", 0, "\x81\x85\x37\xFA\x21\x3D\x7F\x9F\x4D\x51\x58", 11);
}

static void test_lengths_not_shortest(void)
{
	check_raw(RTC_WS_FROM_SERVER, "E1002", 0, "\x82\x7E\x00\x01z", 5);
	check_raw(RTC_WS_FROM_SERVER, "E1002", 0, "\x82\x7E\x00\x7D", 4);
	check_raw(RTC_WS_FROM_SERVER, "E1002", 0, "\x82\x7F\x00\x00\x00\x00\x00\x00\xFF\xFF", 10);
	check_raw(RTC_WS_FROM_SERVER, "E1002", 0, "\x82\x7F\x80\x00\x00\x00\x00\x00\x00\x00", 10);
	check_raw(RTC_WS_FROM_CLIENT, "E1002", 0, "\x82\xFE\x00\x01\x00\x00\x00\x00z", 9);
	check_raw(RTC_WS_FROM_CLIENT, "E1002", 0,
		"\x82\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x00\x00\x00\x00", 14);
}

static void test_pending(void)
{
	check_raw(RTC_WS_FROM_SERVER, "", 1, "\x82", 1);
	check_raw(RTC_WS_FROM_SERVER, "", 3, "\x82\x7E\x00", 3);
	check_raw(RTC_WS_FROM_SERVER, "", 2, "\x82\x05", 2);
	check_raw(RTC_WS_FROM_SERVER, "B[1]a ", 5,
		"\x82\x01"
		"a\x82\x05xyz",
		8);
	check_raw(RTC_WS_FROM_SERVER, "P[1]p ", 2, "\x02\x00\x89\x01p", 5);
	check_raw(RTC_WS_FROM_SERVER, "P[1]p ", 6, "\x02\x00\x89\x01p\x89\x03qr", 9);
	check_raw(RTC_WS_FROM_CLIENT, "", 12, "\x02\x80\x00\x00\x00\x00\x80\x81\x00\x00\x00\x00", 12);
	check_raw(RTC_WS_FROM_CLIENT, "B[1]a ", 0,
		"\x02\x80\x00\x00\x00\x00\x80\x81\x00\x00\x00\x00"
		"a",
		13);
}

static void test_limits(void)
{
	const rtc_ws_limits frame_4 = {4, 100};
	const rtc_ws_limits message_4 = {100, 4};

	check_limited(frame_4, 0, "T[4]abcd T[5]abcde ",
		FRAMES({TEXT_FIN, "abcd", 0}, {TEXT, "abcd", 0}, {CONT_FIN, "e", 0}));
	check_limited(frame_4, 0, "E1009", FRAMES({TEXT_FIN, "abcde", 0}));
	check_limited(frame_4, 0, "E1009", FRAMES({TEXT, "abc", 0}, {CONT, "abcde", 0}));
	check_limited(message_4, 0, "T[4]abcd P[5]12345 B[4]efgh ",
		FRAMES({TEXT_FIN, "abcd", 0}, {BIN, "ef", 0}, {PING, "12345", 0}, {CONT_FIN, "gh", 0}));
	check_limited(message_4, 0, "E1009", FRAMES({TEXT_FIN, "abcde", 0}));
	check_limited(message_4, 0, "E1009", FRAMES({TEXT, "abc", 0}, {CONT_FIN, "de", 0}));
	check_limited(message_4, 0, "T[4]abcd E1009",
		FRAMES({TEXT_FIN, "abcd", 0}, {BIN, "", 0}, {CONT, "abcd", 0}, {CONT_FIN, "e", 0}));
	/* One byte, then the greatest length there is. */
	check_raw(RTC_WS_FROM_SERVER, "E1009", 0,
		"\x02\x01"
		"a\x80\x7F\x7F\xFF\xFF\xFF\xFF\xFF\xFF\xFF",
		13);
}

static void test_text(void)
{
	check_frames("T[4]\xF0\x9F\x98\x80 ", FRAMES({TEXT_FIN, "\xF0\x9F\x98\x80", 0}));
	check_frames("E1007", FRAMES({TEXT_FIN, "\xCE\xBA\xED\xA0\x80", 0}));
	check_frames("E1007", FRAMES({TEXT_FIN, "abc\xC3", 0}));
	check_frames("E1007", FRAMES({TEXT, "abc\xC3", 0}, {CONT_FIN, "", 0}));
	check_frames("E1007", FRAMES({TEXT, "abc\xC3", 0}, {CONT_FIN, "a", 0}));
	check_frames("P[1]\xFF T[2]\xC3\xA9 ",
		FRAMES({TEXT, "\xC3", 0}, {PING, "\xFF", 0}, {CONT_FIN, "\xA9", 0}));
	/* What a compressed text left is not carried into the next message. */
	check_limited(
		roomy, 4, "t[1]\xC3 T[1]a ", FRAMES({TEXT_FIN | RSV1, "\xC3", 0}, {TEXT_FIN, "a", 0}));
}

/* The number of bytes after which a reader that gets them one by one reports an error. */
static size_t error_at(rtc_ws_role from, rtc_ws_limits limits, const rtc_buf *wire)
{
	rtc_ws_reader reader;
	size_t at = 0;
	bool good = true;
	rtc_buf record = {0};

	rtc_ws_reader_init(&reader, from, 0);
	while (good && at < wire->len) {
		uint8_t byte = wire->data[at++];

		good = ws_record_piece(&record, &reader, &limits, rtc_slice_of(&byte, 1), 0);
	}
	rtc_ws_reader_deinit(&reader);
	rtc_buf_deinit(&record);
	return good ? 0 : at;
}

static void check_error_at(size_t at, rtc_ws_limits limits, const frame *frames, size_t count)
{
	rtc_buf wire = {0};

	check_case("error after %zu bytes", at);
	put_frames(&wire, RTC_WS_FROM_SERVER, frames, count);
	CHECK_INT(error_at(RTC_WS_FROM_SERVER, limits, &wire), at);
	rtc_buf_deinit(&wire);
}

static void test_errors_are_early(void)
{
	check_error_at(2, (rtc_ws_limits){4, 100}, FRAMES({TEXT_FIN, "abcde", 0}));
	check_error_at(2, (rtc_ws_limits){100, 4}, FRAMES({TEXT_FIN, "abcde", 0}));
	check_error_at(2, roomy, FRAMES({0x83, "abcde", 0}));
	check_error_at(2, roomy, FRAMES({CONT, "abcde", 0}));
	check_error_at(6, roomy, FRAMES({TEXT_FIN, "abc\xFFxyz", 0}));
	/* U+D800 cannot become valid after its second byte, nor F4 90. */
	check_error_at(7, roomy, FRAMES({TEXT_FIN, "abc\xED\xA0xyz", 0}));
	check_error_at(9, roomy, FRAMES({TEXT, "abc\xF4", 0}, {CONT, "\x90 and so on", 0}));
	check_error_at(5, roomy, FRAMES({TEXT_FIN, "ab\xC3", 0}));
}

static void test_slices_of_input(void)
{
	rtc_ws_reader reader;
	rtc_ws_event event;
	rtc_buf wire = {0};

	check_case("whole frames are handed out as slices of the input");
	put_frames(&wire, RTC_WS_FROM_CLIENT,
		FRAMES({TEXT_FIN, "whole", 0}, {BIN, "part", 0}, {PING, "ping", 0}, {CONT_FIN, "end", 0}));

	rtc_input in = {.data = wire.data, .len = wire.len};

	rtc_ws_reader_init(&reader, RTC_WS_FROM_CLIENT, 0);
	CHECK_INT(rtc_ws_next(&reader, &roomy, NULL, &in, &event), RTC_PARSE_DONE);
	CHECK(event.payload.data == wire.data + 6);
	CHECK_INT(in.pos, 11);
	CHECK_INT(rtc_ws_next(&reader, &roomy, NULL, &in, &event), RTC_PARSE_DONE);
	CHECK(event.payload.data == wire.data + 27);
	CHECK_INT(rtc_ws_next(&reader, &roomy, NULL, &in, &event), RTC_PARSE_DONE);
	CHECK(event.payload.data == reader.gathered.data);
	CHECK_INT(rtc_ws_next(&reader, &roomy, NULL, &in, &event), RTC_PARSE_MORE);
	CHECK(reader.gathered.data == NULL);
	CHECK_INT(rtc_ws_pending(&reader), 0);
	rtc_ws_reader_deinit(&reader);
	rtc_buf_deinit(&wire);
}

/* A whole message goes where the owner has room for it; nothing else does. */
static void test_room(void)
{
	rtc_ws_reader reader;
	rtc_ws_event event;
	ws_record_room got = {0};
	const rtc_ws_room room = {ws_record_get, &got, 5};
	rtc_buf wire = {0};

	check_case("messages are put into the room that there is for them");
	put_frames(&wire, RTC_WS_FROM_CLIENT,
		FRAMES({TEXT_FIN, "four", 0}, {BIN_FIN, "fives", 0}, {PING, "a ping", 0},
			{BIN, "a beginning", 0}, {CONT_FIN, "its end", 0}, {TEXT_FIN, "no text\xFF", 0}));

	rtc_input in = {.data = wire.data, .len = wire.len};

	rtc_ws_reader_init(&reader, RTC_WS_FROM_CLIENT, 0);
	CHECK_INT(rtc_ws_next(&reader, &roomy, &room, &in, &event), RTC_PARSE_DONE);
	CHECK(!event.placed && got.bytes == NULL && event.payload.data == wire.data + 6);
	CHECK_INT(rtc_ws_next(&reader, &roomy, &room, &in, &event), RTC_PARSE_DONE);
	CHECK(event.placed && got.bytes != NULL && event.payload.data == got.bytes);
	CHECK_STR(event.payload.data, event.payload.len, "fives");
	free(got.bytes);
	got.bytes = NULL;
	CHECK_INT(rtc_ws_next(&reader, &roomy, &room, &in, &event), RTC_PARSE_DONE);
	CHECK(!event.placed && event.opcode == RTC_WS_PING);
	CHECK_INT(rtc_ws_next(&reader, &roomy, &room, &in, &event), RTC_PARSE_DONE);
	CHECK(!event.placed && event.payload.data == reader.gathered.data);
	CHECK(got.bytes == NULL);
	CHECK_INT(rtc_ws_next(&reader, &roomy, &room, &in, &event), RTC_PARSE_ERROR);
	CHECK_INT(reader.error_code, RTC_CLOSE_INVALID_PAYLOAD);
	CHECK(got.bytes != NULL);
	free(got.bytes);
	rtc_ws_reader_deinit(&reader);
	rtc_buf_deinit(&wire);
}

static void test_fixed(void)
{
	static const uint8_t wire[] = "\x82\x84\x01\x02\x03\x04"
								  "abcd"
								  "\x89\x81\x01\x02\x03\x04"
								  "b"
								  "\x81\x80\x01\x02\x03\x04";
	rtc_ws_reader reader;
	rtc_buf record = {0};

	check_case("fixed input is not changed");
	rtc_ws_reader_init(&reader, RTC_WS_FROM_CLIENT, 0);
	/* In memory that cannot be written, a change would be noticed. */
	for (unsigned more = 0; more < WS_RECORD_WAYS; more += WS_RECORD_ROOM) {
		record.len = 0;
		CHECK(ws_record_piece(&record, &reader, &roomy, rtc_slice_of(wire, sizeof(wire) - 1),
			WS_RECORD_FIXED | more));
		CHECK_STR(record.data, record.len, "B[4]```` P[1]c T[0] ");
	}
	rtc_ws_reader_deinit(&reader);
	rtc_buf_deinit(&record);
}

/* Memory follows what arrived, whatever was announced, and is given back. */
static void check_memory(size_t len, size_t fragment, size_t step)
{
	const rtc_ws_limits limits = {SIZE_MAX, SIZE_MAX};
	rtc_ws_reader reader;
	rtc_ws_event event;
	rtc_buf wire = {0};
	char *payload = malloc(len);
	rtc_parse result = RTC_PARSE_MORE;

	check_case("%zu bytes in fragments of %zu and steps of %zu", len, fragment, step);
	for (size_t i = 0; i < len; i++) {
		payload[i] = (char)('a' + i % 23);
	}
	for (size_t at = 0; at < len; at += fragment) {
		size_t size = len - at < fragment ? len - at : fragment;
		unsigned first = (at == 0 ? TEXT : CONT) | (at + size == len ? FIN : 0);

		put_frame(&wire, RTC_WS_FROM_CLIENT, first, payload + at, size);
	}
	rtc_ws_reader_init(&reader, RTC_WS_FROM_CLIENT, 0);
	for (size_t at = 0; at < wire.len; at += step) {
		rtc_input in = {.data = wire.data + at, .len = wire.len - at < step ? wire.len - at : step};

		CHECK_INT(result, RTC_PARSE_MORE);
		result = rtc_ws_next(&reader, &limits, NULL, &in, &event);
		CHECK(reader.gathered.cap <= 64 + (at + in.pos) * 9 / 4);
		CHECK(result != RTC_PARSE_MORE || in.pos == in.len);
	}
	CHECK_INT(result, RTC_PARSE_DONE);
	CHECK_BYTES(event.payload.data, event.payload.len, payload, len);
	CHECK_INT(rtc_ws_pending(&reader), 0);
	CHECK_INT(rtc_ws_next(&reader, &limits, NULL, &(rtc_input){0}, &event), RTC_PARSE_MORE);
	CHECK(reader.gathered.data == NULL);
	rtc_ws_reader_deinit(&reader);
	rtc_buf_deinit(&wire);
	free(payload);
}

static void test_memory(void)
{
	check_memory(3 << 20, 3 << 20, 65536);
	check_memory(3 << 20, 3 << 20, 7777);
	check_memory(1 << 20, 1000, 65536);
	check_memory(1 << 20, 100000, 999);
	check_memory(70000, 70000, 1);
}

static void test_announced_length(void)
{
	rtc_ws_reader reader;
	rtc_ws_event event;
	uint8_t wire[] = "\x82\x7F\x00\x00\x00\xFF\x00\x00\x00\x00"
					 "abc";
	const rtc_ws_limits limits = {SIZE_MAX, SIZE_MAX};
	rtc_input in = {.data = wire, .len = sizeof(wire) - 1};

	check_case("a length that is only announced costs nothing");
	rtc_ws_reader_init(&reader, RTC_WS_FROM_SERVER, 0);
	CHECK_INT(rtc_ws_next(&reader, &limits, NULL, &in, &event), RTC_PARSE_MORE);
	CHECK(reader.gathered.cap <= 64);
	CHECK_INT(rtc_ws_pending(&reader), 13);
	rtc_ws_reader_deinit(&reader);
	CHECK(reader.gathered.data == NULL);
}

/* Sizes around the length forms and the block size, as one frame and in two. */
static void test_sizes(void)
{
	static const size_t sizes[] = {124, 125, 126, 127, 65535, 65536, 4095, 4096, 4097, 20000};

	for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
		check_memory(sizes[i], sizes[i], sizes[i] + 14 > 40000 ? 40000 : sizes[i] + 13);
		check_memory(sizes[i], (sizes[i] + 1) / 2, sizes[i] + 28);
	}
}

int main(void)
{
	test_messages();
	test_control_frames();
	test_control_frame_limits();
	test_close();
	test_limits_of_compressed_messages();
	test_fragments_out_of_order();
	test_reserved();
	test_masks();
	test_lengths_not_shortest();
	test_pending();
	test_limits();
	test_text();
	test_errors_are_early();
	test_slices_of_input();
	test_room();
	test_fixed();
	test_memory();
	test_announced_length();
	test_sizes();
	check_guard_free(&guard);
	return check_done("test_ws");
}
