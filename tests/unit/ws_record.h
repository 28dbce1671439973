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

/* Reads a piece of input, which is changed in place. False after an error, which is recorded as
 * "E" and its close code. */
static inline bool ws_record_piece(
	rtc_buf *record, rtc_ws_reader *reader, const rtc_ws_limits *limits, uint8_t *data, size_t len)
{
	rtc_input in = {.data = data, .len = len};
	rtc_ws_event event;
	rtc_parse result;

	while ((result = rtc_ws_next(reader, limits, &in, &event)) == RTC_PARSE_DONE) {
		ws_record_event(record, &event);
	}
	if (result == RTC_PARSE_MORE) {
		return in.pos == in.len;
	}
	if (rtc_buf_printf(record, "E%u", reader->error_code) != RTC_OK) {
		abort();
	}
	return false;
}

#endif
