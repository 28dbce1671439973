#include "ws.h"

#include "mask.h"

/* Payload is unmasked in blocks. Where one is not all ASCII it is checked while it is in cache. */
#define BLOCK 4096

void rtc_ws_reader_init(rtc_ws_reader *reader, rtc_ws_role from, uint8_t rsv_allowed)
{
	*reader = (rtc_ws_reader){.role = (uint8_t)from, .rsv_allowed = rsv_allowed};
}

void rtc_ws_reader_deinit(rtc_ws_reader *reader)
{
	rtc_buf_deinit(&reader->gathered);
	rtc_ws_reader_init(reader, reader->role, reader->rsv_allowed);
	reader->flags = RTC_WS_OVER;
}

size_t rtc_ws_pending(const rtc_ws_reader *reader)
{
	return reader->pending;
}

/* Ends the reading: nothing that is gathered will be needed. */
static void finish(rtc_ws_reader *reader)
{
	rtc_buf_deinit(&reader->gathered);
	reader->message_len = 0;
	reader->pending = 0;
	reader->left = 0;
	reader->flags = RTC_WS_OVER;
}

static rtc_parse fail(rtc_ws_reader *reader, uint16_t code, const char *error)
{
	finish(reader);
	reader->error_code = code;
	reader->error = error;
	return RTC_PARSE_ERROR;
}

static rtc_parse fail_text(rtc_ws_reader *reader)
{
	return fail(reader, RTC_CLOSE_INVALID_PAYLOAD, "text is not UTF-8");
}

static rtc_parse fail_size(rtc_ws_reader *reader, const char *error)
{
	return fail(reader, RTC_CLOSE_MESSAGE_TOO_BIG, error);
}

/* Where a payload that is all there is to go: into the room, or where it lies. NULL: neither may be
 * had. */
static inline uint8_t *place(const rtc_ws_room *room, const rtc_input *in, uint8_t *at, size_t len)
{
	uint8_t *out = room != NULL && len >= room->min_bytes ? room->get(room->user, len) : NULL;
	return out != NULL || (in->fixed && len > 0) ? out : at;
}

/* The common case at its shortest: a whole message in one frame, of one block, with nothing in hand
 * and nothing wrong. MORE: look at it the long way. */
static inline rtc_parse next_whole(rtc_ws_reader *reader, const rtc_ws_limits *limits,
	const rtc_ws_room *room, rtc_input *in, rtc_ws_event *event)
{
	size_t avail = in->len - in->pos;
	if (avail < 2) {
		return RTC_PARSE_MORE;
	}
	uint8_t *head = in->data + in->pos;
	uint8_t opcode = head[0] ^ 0x80;
	bool masked = reader->role == RTC_WS_FROM_CLIENT;
	if ((opcode != RTC_WS_TEXT && opcode != RTC_WS_BINARY) || head[1] >> 7 != masked) {
		return RTC_PARSE_MORE;
	}
	size_t len = head[1] & 0x7F;
	size_t size = 2;
	if (len == 126 && avail >= 4) {
		len = (size_t)head[2] << 8 | head[3];
		size = 4;
		if (len < 126) {
			return RTC_PARSE_MORE;
		}
	} else if (len >= 126) {
		return RTC_PARSE_MORE;
	}
	size += masked ? 4 : 0;
	if (avail < size + len || len > BLOCK || len > limits->max_frame || len > limits->max_message) {
		return RTC_PARSE_MORE;
	}
	uint8_t *payload = head + size;
	uint8_t *out = place(room, in, payload, len);
	bool ascii = false;
	if (out == NULL) {
		return RTC_PARSE_MORE;
	}
	if (masked) {
		ascii = rtc_mask(out, payload, len, payload - 4, 0);
	} else if (out != payload) {
		memcpy(out, payload, len);
	}
	if (opcode == RTC_WS_TEXT && !ascii && !rtc_utf8_valid(out, len)) {
		return fail_text(reader);
	}
	in->pos += size + len;
	*event = (rtc_ws_event){.opcode = opcode, .placed = out != payload, .payload = {out, len}};
	return RTC_PARSE_DONE;
}

/* Takes what the last event pointed to away. */
static void drop_spent(rtc_ws_reader *reader)
{
	reader->flags &= (uint8_t)~RTC_WS_SPENT;
	if (reader->flags & RTC_WS_IN_MESSAGE) {
		reader->gathered.len = reader->message_len;
		return;
	}
	reader->message_len = 0;
	rtc_buf_deinit(&reader->gathered);
}

/* Reads a header, perhaps in pieces. */
static rtc_parse read_header(rtc_ws_reader *reader, rtc_input *in, rtc_ws_header *header)
{
	size_t avail = in->len - in->pos;
	if (avail == 0) {
		return RTC_PARSE_MORE;
	}
	size_t before = reader->flags & RTC_WS_IN_HEADER ? reader->head_len : 0;
	size_t take = RTC_WS_HEADER_MAX - before < avail ? RTC_WS_HEADER_MAX - before : avail;
	memcpy(reader->head + before, in->data + in->pos, take);
	rtc_parse result = rtc_ws_header_decode(reader->head, before + take, header);
	if (result == RTC_PARSE_MORE) {
		/* No header is longer than `head`, so all of the input was taken. */
		reader->head_len = (uint8_t)(before + take);
		reader->flags |= RTC_WS_IN_HEADER;
		in->pos += take;
	} else if (result == RTC_PARSE_DONE) {
		reader->head_len = header->size;
		reader->flags &= (uint8_t)~RTC_WS_IN_HEADER;
		in->pos += header->size - before;
	} else {
		fail(reader, RTC_CLOSE_PROTOCOL_ERROR, "payload length is not in its shortest form");
	}
	return result;
}

/* What cannot be made smaller gets larger when it is compressed, by 5 bytes for each block that is
 * stored (RFC 1951 3.2.4). What it inflates to is bounded where that is done. */
static size_t wire_limit(size_t limit, bool compressed)
{
	size_t more = compressed ? limit / 8 + 64 : 0;
	return limit > SIZE_MAX - more ? SIZE_MAX : limit + more;
}

/* Checks a frame against what came before it, and against the limits. */
static rtc_parse check_frame(
	rtc_ws_reader *reader, const rtc_ws_limits *limits, const rtc_ws_header *header)
{
	const char *error = rtc_ws_header_check(header, reader->role, reader->rsv_allowed);
	if (error != NULL) {
		return fail(reader, RTC_CLOSE_PROTOCOL_ERROR, error);
	}
	if (rtc_ws_opcode_is_control(header->opcode)) {
		return RTC_PARSE_DONE;
	}
	/* RFC 6455 5.4: the fragments of one message are not mixed with those of another. */
	bool continues = header->opcode == RTC_WS_CONTINUATION;
	if (continues != ((reader->flags & RTC_WS_IN_MESSAGE) != 0)) {
		return fail(reader, RTC_CLOSE_PROTOCOL_ERROR,
			continues ? "continuation of no message" : "message begins inside another");
	}
	bool compressed = continues ? reader->compressed : (header->rsv & RTC_WS_RSV1) != 0;
	size_t max_message = wire_limit(limits->max_message, compressed);
	if (header->len > wire_limit(limits->max_frame, compressed)) {
		return fail_size(reader, "frame is too big");
	}
	if (header->len > max_message || reader->message_len > max_message - header->len) {
		return fail_size(reader, "message is too big");
	}
	return RTC_PARSE_DONE;
}

static void begin_frame(rtc_ws_reader *reader, const rtc_ws_header *header)
{
	reader->opcode = header->opcode;
	reader->fin = header->fin;
	reader->masked = header->masked;
	reader->left = header->len;
	reader->phase = 0;
	memcpy(reader->key, header->key, sizeof(reader->key));
	if (!rtc_ws_opcode_is_control(header->opcode) && header->opcode != RTC_WS_CONTINUATION) {
		reader->message_opcode = header->opcode;
		reader->compressed = (header->rsv & RTC_WS_RSV1) != 0;
		rtc_utf8_init(&reader->utf8);
	}
}

/* True if the current frame is part of a text whose bytes are checked as they come. */
static bool is_text(const rtc_ws_reader *reader)
{
	return !rtc_ws_opcode_is_control(reader->opcode) && !reader->compressed &&
		reader->message_opcode == RTC_WS_TEXT;
}

/* Unmasks the next `len` bytes of the current frame's payload and checks them. */
static bool take_payload(rtc_ws_reader *reader, uint8_t *out, const uint8_t *in, size_t len)
{
	bool text = is_text(reader);
	reader->left -= len;
	for (size_t at = 0; at < len; at += BLOCK) {
		size_t block = len - at < BLOCK ? len - at : BLOCK;
		bool ascii = false;
		if (reader->masked) {
			ascii = rtc_mask(out + at, in + at, block, reader->key, (reader->phase + at) & 3);
		} else if (out != in) {
			memcpy(out + at, in + at, block);
		}
		if (text && !(ascii && rtc_utf8_complete(&reader->utf8)) &&
			!rtc_utf8_feed(&reader->utf8, out + at, block)) {
			return false;
		}
	}
	reader->phase = (uint8_t)((reader->phase + len) & 3);
	return true;
}

static rtc_parse emit_control(rtc_ws_reader *reader, rtc_slice payload, rtc_ws_event *event)
{
	*event = (rtc_ws_event){.opcode = reader->opcode, .payload = payload};
	if (reader->opcode != RTC_WS_CLOSE) {
		return RTC_PARSE_DONE;
	}
	int fault = rtc_ws_close_parse(payload, &event->close_code, &event->reason);
	if (fault != 0) {
		return fail(reader, (uint16_t)fault,
			fault == RTC_CLOSE_INVALID_PAYLOAD ? "close reason is not UTF-8"
											   : "close frame has no valid code");
	}
	reader->flags |= RTC_WS_OVER;
	return RTC_PARSE_DONE;
}

static rtc_parse emit_message(rtc_ws_reader *reader, rtc_slice payload, rtc_ws_event *event)
{
	if (is_text(reader) && !rtc_utf8_complete(&reader->utf8)) {
		return fail_text(reader);
	}
	reader->flags &= (uint8_t)~RTC_WS_IN_MESSAGE;
	*event = (rtc_ws_event){
		.opcode = reader->message_opcode, .compressed = reader->compressed, .payload = payload};
	return RTC_PARSE_DONE;
}

/* The current frame is complete; if it is one of a message, the message is too. */
static rtc_parse emit(rtc_ws_reader *reader, rtc_slice payload, rtc_ws_event *event)
{
	return rtc_ws_opcode_is_control(reader->opcode) ? emit_control(reader, payload, event)
													: emit_message(reader, payload, event);
}

/* A frame that is all there is and needs no gathering: its payload goes to `out`. */
static rtc_parse take_whole(rtc_ws_reader *reader, rtc_input *in, uint8_t *out, rtc_ws_event *event)
{
	const uint8_t *payload = in->data + in->pos;
	size_t len = (size_t)reader->left;
	if (!take_payload(reader, out, payload, len)) {
		return fail_text(reader);
	}
	in->pos += len;
	rtc_parse result = emit(reader, rtc_slice_of(out, len), event);
	if (result == RTC_PARSE_DONE) {
		event->placed = out != payload;
	}
	return result;
}

/* Room for `len` bytes that have arrived; for all of the frame once that is at most twice what the
 * message has. The frame's length was found to be within the limits. */
static bool reserve(rtc_ws_reader *reader, size_t len)
{
	if (reader->left - len <= reader->gathered.len + len) {
		len = (size_t)reader->left;
	}
	return rtc_buf_reserve(&reader->gathered, len) == RTC_OK;
}

/* Moves what is there of the current frame behind what is gathered. DONE: an event. MORE: in->pos
 * tells whether the frame ended. */
static rtc_parse gather(rtc_ws_reader *reader, rtc_input *in, rtc_ws_event *event)
{
	rtc_buf *gathered = &reader->gathered;
	size_t avail = in->len - in->pos;
	size_t len = reader->left < avail ? (size_t)reader->left : avail;
	if (len > 0) {
		if (!reserve(reader, len)) {
			return fail(reader, RTC_CLOSE_INTERNAL_ERROR, "out of memory");
		}
		if (!take_payload(reader, gathered->data + gathered->len, in->data + in->pos, len)) {
			return fail_text(reader);
		}
		gathered->len += len;
		in->pos += len;
	}
	bool control = rtc_ws_opcode_is_control(reader->opcode);
	if (!control) {
		reader->message_len = gathered->len;
	}
	if (reader->left > 0) {
		reader->flags |= RTC_WS_IN_FRAME;
		return RTC_PARSE_MORE;
	}
	reader->flags &= (uint8_t)~RTC_WS_IN_FRAME;
	if (!reader->fin) {
		reader->flags |= RTC_WS_IN_MESSAGE;
		return RTC_PARSE_MORE;
	}
	/* An empty message was never given memory, and NULL takes no offset. */
	size_t from = control ? reader->message_len : 0;
	size_t size = gathered->len - from;
	reader->flags |= RTC_WS_SPENT;
	return emit(reader, rtc_slice_of(size > 0 ? gathered->data + from : NULL, size), event);
}

/* Everything that next_whole() leaves. */
static rtc_parse next_any(rtc_ws_reader *reader, const rtc_ws_limits *limits,
	const rtc_ws_room *room, rtc_input *in, rtc_ws_event *event)
{
	for (;;) {
		if (!(reader->flags & RTC_WS_IN_FRAME)) {
			rtc_ws_header header = {0};
			rtc_parse result = read_header(reader, in, &header);
			if (result == RTC_PARSE_DONE) {
				result = check_frame(reader, limits, &header);
			}
			if (result != RTC_PARSE_DONE) {
				return result;
			}
			begin_frame(reader, &header);
			bool control = rtc_ws_opcode_is_control(header.opcode);
			bool alone = control || (header.fin && header.opcode != RTC_WS_CONTINUATION);
			uint8_t *out = NULL;
			if (alone && header.len <= in->len - in->pos) {
				out = place(control || reader->compressed ? NULL : room, in, in->data + in->pos,
					(size_t)header.len);
			}
			if (out != NULL) {
				return take_whole(reader, in, out, event);
			}
		}
		rtc_parse result = gather(reader, in, event);
		if (result != RTC_PARSE_MORE || reader->left > 0) {
			return result;
		}
	}
}

rtc_parse rtc_ws_next(rtc_ws_reader *reader, const rtc_ws_limits *limits, const rtc_ws_room *room,
	rtc_input *in, rtc_ws_event *event)
{
	if (RTC_LIKELY(reader->flags == 0)) {
		rtc_parse result = next_whole(reader, limits, room, in, event);
		if (result != RTC_PARSE_MORE) {
			return result;
		}
	}
	if (reader->flags & RTC_WS_OVER) {
		finish(reader);
		in->pos = in->len;
		return reader->error_code != 0 ? RTC_PARSE_ERROR : RTC_PARSE_MORE;
	}
	if (reader->flags & RTC_WS_SPENT) {
		drop_spent(reader);
	}
	size_t from = in->pos;
	rtc_parse result = next_any(reader, limits, room, in, event);
	if (result == RTC_PARSE_ERROR) {
		return result;
	}
	reader->pending += in->pos - from;
	if (result == RTC_PARSE_DONE) {
		/* A control frame accounts for itself, a message for all of its frames. */
		reader->pending = rtc_ws_opcode_is_control(event->opcode)
			? reader->pending - reader->head_len - event->payload.len
			: 0;
	}
	return result;
}
