/* Writes down what a rtc_ws_reader makes of some bytes, for tests to compare. */
#ifndef RTC_TESTS_WS_RECORD_H
#define RTC_TESTS_WS_RECORD_H

#include "../../src/proto/ws.h"

#include <stdlib.h>

/* A letter per event (lower case for a compressed message), the close code, the payload's length
 * and its bytes: "T[5]Hello ". A CLOSE shows its reason. */
static inline void ws_record_event(rtc_buf *record, const rtc_ws_event *event)
{
	static const char letters[] = "-TB-----CPO";
	bool close = event->opcode == RTC_WS_CLOSE;
	rtc_slice shown = close ? event->reason : event->payload;
	rtc_status status =
		rtc_buf_printf(record, "%c", letters[event->opcode] + (event->compressed ? 32 : 0));

	if (status == RTC_OK && close) {
		status = rtc_buf_printf(record, "%u", event->close_code);
	}
	if (status == RTC_OK) {
		status = rtc_buf_printf(record, "[%zu]", shown.len);
	}
	if (status == RTC_OK) {
		status = rtc_buf_append(record, shown.data, shown.len);
	}
	if (status != RTC_OK || rtc_buf_append_str(record, " ") != RTC_OK) {
		abort();
	}
}

/* How a piece is read: none of these, or several. */
enum {
	WS_RECORD_FIXED = 1, /* the input must not change */
	WS_RECORD_ROOM = 2,  /* there is room for messages */
	WS_RECORD_FULL = 4,  /* but never any memory */
	WS_RECORD_WAYS = 8,
};

/* What was asked for last; freed by whoever reads. */
typedef struct ws_record_room {
	uint8_t *bytes;
	bool full;
} ws_record_room;

static inline uint8_t *ws_record_get(void *user, size_t len)
{
	ws_record_room *room = user;

	if (room->bytes != NULL || len == 0) {
		abort();
	}
	room->bytes = room->full ? NULL : malloc(len);
	return room->bytes;
}

/* Records an event and gives its room back. */
static inline void ws_record_placed(
	rtc_buf *record, const rtc_ws_event *event, ws_record_room *room)
{
	if (event->placed != (room->bytes != NULL && event->payload.data == room->bytes)) {
		abort();
	}
	ws_record_event(record, event);
	free(room->bytes);
	room->bytes = NULL;
}

/* Reads a piece of input in one of the ways. False after an error, which is recorded as "E" and
 * its close code. */
static inline bool ws_record_piece(rtc_buf *record, rtc_ws_reader *reader,
	const rtc_ws_limits *limits, rtc_slice piece, unsigned way)
{
	rtc_input in = {
		.data = (uint8_t *)(uintptr_t)piece.data,
		.len = piece.len,
		.fixed = (way & WS_RECORD_FIXED) != 0,
	};
	ws_record_room got = {.full = (way & WS_RECORD_FULL) != 0};
	rtc_ws_room room = {ws_record_get, &got, 1};
	const rtc_ws_room *used = way & WS_RECORD_ROOM ? &room : NULL;
	rtc_ws_event event;
	rtc_parse result;

	while ((result = rtc_ws_next(reader, limits, used, &in, &event)) == RTC_PARSE_DONE) {
		ws_record_placed(record, &event, &got);
	}
	free(got.bytes);
	if (result == RTC_PARSE_MORE) {
		return in.pos == in.len;
	}
	if (rtc_buf_printf(record, "E%u", reader->error_code) != RTC_OK) {
		abort();
	}
	return false;
}

#endif
