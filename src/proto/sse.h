/* Server-sent events (WHATWG HTML, 9.2): events into bytes, and messages out of bytes. The reader
 * is pulled and never calls back.
 *
 * Bytes are not decoded: what is not UTF-8 is passed on as it is, in both directions. */
#ifndef RTC_PROTO_SSE_H
#define RTC_PROTO_SSE_H

#include "buf.h"

/* What is written as one block. A field that is absent makes no line. */
typedef struct rtc_sse_event {
	rtc_slice data;    /* any bytes; CRLF, CR and LF each end a line */
	rtc_slice name;    /* the event's type; empty: none, which receivers call "message" */
	rtc_slice id;      /* empty: receivers forget the last one */
	rtc_slice comment; /* any bytes, split as data is */
	uint64_t retry_ms;
	bool has_data; /* without data a receiver gets no message */
	bool has_id;
	bool has_retry;
	bool has_comment;
} rtc_sse_event;

/* True if the text may be a name or an id: it has no CR, LF or NUL. */
bool rtc_sse_is_line(rtc_slice text);

/* Appends the event as lines that end with LF, and the empty line behind them. The name and the id
 * must be rtc_sse_is_line(). RTC_NOMEM: `out` is as it was. */
rtc_status rtc_sse_write(rtc_buf *out, const rtc_sse_event *event) RTC_NODISCARD;

/* What a reader makes of a block that has data. */
typedef struct rtc_sse_message {
	rtc_slice data; /* its lines joined with LF */
	rtc_slice name; /* empty: "message" */
	rtc_slice id;   /* the last event id, which may come from an earlier block */
} rtc_sse_message;

/* All zero but max_event is a reader at the start of a stream. It owns memory from its first
 * incomplete line or its first field on, at most five times max_event and what buffers grow
 * ahead. */
typedef struct rtc_sse_reader {
	rtc_buf line;       /* the current line, when its end has not come yet */
	rtc_buf data;       /* of the current block, an LF behind each line */
	rtc_buf name;       /* of the current block */
	rtc_buf id;         /* the last event id: what to reconnect with */
	rtc_buf next_id;    /* of the current block, if has_next_id */
	size_t max_event;   /* bytes that data and the current line may have together */
	uint64_t retry_ms;  /* of the last valid "retry"; valid if has_retry */
	const char *error;  /* after ERROR: a static sentence */
	uint8_t start_seen; /* bytes of the stream's first three; 3: it was looked for a BOM */
	bool has_next_id;
	bool has_retry;
	bool skip_lf; /* the last byte was a CR, which ended a line */
	bool spent;   /* the last call gave a message, whose memory is free now */
} rtc_sse_reader;

void rtc_sse_reader_init(rtc_sse_reader *reader, size_t max_event);
void rtc_sse_reader_deinit(rtc_sse_reader *reader);

/* Reads on from *in, which moves on behind what was taken. DONE: *message is the next one; its
 * slices are valid until the next call with this reader. MORE: all was taken. ERROR: the limit was
 * passed or memory is short, see reader->error. What stands at the end of the stream without an
 * empty line behind it is no message. */
rtc_parse rtc_sse_next(
	rtc_sse_reader *reader, rtc_slice *in, rtc_sse_message *message) RTC_NODISCARD;

#endif
