/* WebSocket messages out of bytes, in both roles (RFC 6455 5.4-5.6, 8.1). Pulled; never calls back.
 *
 * Caps come before memory: a frame or message that would pass its limit is refused when its header
 * is known. Memory grows with the bytes that arrived, not with the length that was announced.
 *
 * A frame that arrives whole is unmasked in place and handed out as a slice of the input, or, if it
 * is a message for which the owner has room, unmasked into that; anything else is gathered in the
 * reader. So a slice in an event is valid until the next call of any function on this reader, or
 * until the input's bytes are reused, whichever is first, unless it was placed. */
#ifndef RTC_PROTO_WS_H
#define RTC_PROTO_WS_H

#include "buf.h"
#include "utf8.h"
#include "ws_frame.h"

/* Bytes to read; pos moves on. They are changed in place, unless they are fixed. */
typedef struct rtc_input {
	uint8_t *data;
	size_t len;
	size_t pos;
	bool fixed;
} rtc_input;

/* Where messages go that the owner would copy anyway. */
typedef struct rtc_ws_room {
	/* Memory for a message of so many bytes, all of which have arrived. NULL: none. Not to call the
	 * reader. If no event is placed in it, as where the bytes turn out not to be UTF-8, it was not
	 * needed. */
	uint8_t *(*get)(void *user, size_t len);
	void *user;
	size_t min_bytes; /* at least 1; shorter messages do not ask */
} rtc_ws_room;

/* Control frames have RTC_WS_CONTROL_MAX for a limit, and none of these. The frames of a compressed
 * message may take an eighth and 64 bytes more. */
typedef struct rtc_ws_limits {
	size_t max_frame;   /* payload bytes */
	size_t max_message; /* payload bytes of all fragments */
} rtc_ws_limits;

typedef struct rtc_ws_event {
	uint8_t opcode;      /* TEXT or BINARY: a whole message; CLOSE, PING, PONG: a frame */
	bool compressed;     /* a message whose first frame had RSV1 (RFC 7692 6); never placed */
	bool placed;         /* the payload lies in the room that was asked for last */
	uint16_t close_code; /* CLOSE: 1005 if the frame had none */
	rtc_slice payload;   /* of the message or frame, unmasked; for CLOSE, code and reason as sent */
	rtc_slice reason;    /* CLOSE */
} rtc_ws_event;

/* Where a reader stands; none of them: between messages, with nothing in hand. */
enum {
	RTC_WS_IN_HEADER = 1,  /* head[0..head_len) is a header that is incomplete */
	RTC_WS_IN_FRAME = 2,   /* `left` bytes of a payload are missing; what came is in `gathered` */
	RTC_WS_IN_MESSAGE = 4, /* a frame without FIN began a message */
	RTC_WS_SPENT = 8,      /* the last event points into `gathered` */
	RTC_WS_OVER = 16,      /* after CLOSE or ERROR */
};

/* While nothing is in hand a reader owns no memory. */
typedef struct rtc_ws_reader {
	rtc_buf gathered;   /* the message so far, then a control frame that is incomplete */
	size_t message_len; /* bytes of `gathered` that belong to the message */
	size_t pending;     /* see rtc_ws_pending() */
	uint64_t left;      /* payload bytes that the current frame still lacks */
	const char *error;  /* after ERROR: a static sentence */
	rtc_utf8 utf8;      /* of a message that is text */
	uint8_t head[RTC_WS_HEADER_MAX];
	uint8_t head_len;       /* bytes of the current frame's header */
	uint8_t flags;          /* RTC_WS_IN_HEADER and so on */
	uint8_t opcode;         /* of the current frame */
	uint8_t message_opcode; /* of the current message's first frame */
	uint8_t key[4];
	uint8_t phase;       /* of the mask, 0-3 */
	uint8_t rsv_allowed; /* RTC_WS_RSV1 when permessage-deflate was negotiated */
	uint8_t role;        /* rtc_ws_role: who sends */
	bool masked;
	bool fin;
	bool compressed;
	uint16_t error_code; /* after ERROR: 1002, 1007, 1009, or 1011 (no memory) */
} rtc_ws_reader;

void rtc_ws_reader_init(rtc_ws_reader *reader, rtc_ws_role from, uint8_t rsv_allowed);
void rtc_ws_reader_deinit(rtc_ws_reader *reader);

/* Reads on. DONE: *event is the next one, in->pos stands behind it. MORE: all of the input was
 * taken. ERROR: reader->error_code and ->error. After a CLOSE event nothing more is read: MORE, and
 * the rest of the input is dropped. Text that is not UTF-8 is an error at its first impossible
 * byte, even in the middle of a frame; compressed messages are not checked here. Call it until
 * MORE: then the memory behind the last event is free again. `room` may be NULL. */
rtc_parse rtc_ws_next(rtc_ws_reader *reader, const rtc_ws_limits *limits, const rtc_ws_room *room,
	rtc_input *in, rtc_ws_event *event) RTC_NODISCARD;

/* Bytes taken that no event has accounted for yet, headers included. */
size_t rtc_ws_pending(const rtc_ws_reader *reader);

#endif
