#include "ws_frame.h"

#include "utf8.h"

bool rtc_ws_close_code_valid(uint32_t code)
{
	if (code >= 3000) {
		return code <= 4999;
	}
	return (code >= 1000 && code <= 1003) || (code >= 1007 && code <= 1014);
}

static uint64_t read_be(const uint8_t *data, size_t len)
{
	uint64_t value = 0;
	for (size_t i = 0; i < len; i++) {
		value = value << 8 | data[i];
	}
	return value;
}

static void write_be(uint8_t *out, size_t len, uint64_t value)
{
	for (size_t i = len; i-- > 0; value >>= 8) {
		out[i] = (uint8_t)value;
	}
}

rtc_parse rtc_ws_header_decode(const uint8_t *data, size_t len, rtc_ws_header *header)
{
	if (len < 2) {
		return RTC_PARSE_MORE;
	}
	size_t extra = (data[1] & 0x7F) == 126 ? 2 : (data[1] & 0x7F) == 127 ? 8 : 0;
	header->fin = (data[0] & 0x80) != 0;
	header->rsv = data[0] >> 4 & 7;
	header->opcode = data[0] & 0xF;
	header->masked = (data[1] & 0x80) != 0;
	header->size = (uint8_t)(2 + extra + (header->masked ? 4 : 0));
	if (len < header->size) {
		return RTC_PARSE_MORE;
	}
	header->len = extra == 0 ? data[1] & 0x7F : read_be(data + 2, extra);
	/* RFC 6455 5.2: "the minimal number of bytes MUST be used", "the most significant bit MUST be
	 * 0". */
	if ((extra == 2 && header->len < 126) || (extra == 8 && header->len < 65536) ||
		header->len >> 63 != 0) {
		return RTC_PARSE_ERROR;
	}
	if (header->masked) {
		memcpy(header->key, data + 2 + extra, 4);
	}
	return RTC_PARSE_DONE;
}

const char *rtc_ws_header_check(const rtc_ws_header *header, rtc_ws_role from, uint8_t rsv_allowed)
{
	bool control = rtc_ws_opcode_is_control(header->opcode);
	/* RFC 7692 6: RSV1 stands on the first frame of a message only. */
	if (control || header->opcode == RTC_WS_CONTINUATION) {
		rsv_allowed = 0;
	}
	if ((header->rsv & ~rsv_allowed) != 0) {
		return "reserved bits are set";
	}
	if (header->opcode > (control ? RTC_WS_PONG : RTC_WS_BINARY)) {
		return "reserved opcode";
	}
	if (header->masked != (from == RTC_WS_FROM_CLIENT)) {
		return header->masked ? "frame from a server is masked"
							  : "frame from a client is not masked";
	}
	if (control && !header->fin) {
		return "control frame is fragmented";
	}
	if (control && header->len > RTC_WS_CONTROL_MAX) {
		return "control frame is longer than 125 bytes";
	}
	return NULL;
}

size_t rtc_ws_header_encode(uint8_t out[RTC_WS_HEADER_MAX], uint8_t opcode, bool fin, uint8_t rsv,
	uint64_t len, const uint8_t *key)
{
	size_t size = rtc_ws_header_size(len, false);
	out[0] = (uint8_t)((fin ? 0x80 : 0) | rsv << 4 | opcode);
	out[1] = (uint8_t)(size == 2 ? len : size == 4 ? 126 : 127);
	write_be(out + 2, size - 2, len);
	if (key != NULL) {
		out[1] |= 0x80;
		memcpy(out + size, key, 4);
		size += 4;
	}
	return size;
}

int rtc_ws_close_parse(rtc_slice payload, uint16_t *code, rtc_slice *reason)
{
	*code = RTC_CLOSE_NO_STATUS;
	*reason = rtc_slice_of(payload.data, 0);
	if (payload.len == 0) {
		return 0;
	}
	if (payload.len == 1) {
		return RTC_CLOSE_PROTOCOL_ERROR;
	}
	*code = (uint16_t)read_be(payload.data, 2);
	*reason = rtc_slice_of(payload.data + 2, payload.len - 2);
	if (!rtc_ws_close_code_valid(*code)) {
		return RTC_CLOSE_PROTOCOL_ERROR;
	}
	return rtc_utf8_valid(reason->data, reason->len) ? 0 : RTC_CLOSE_INVALID_PAYLOAD;
}
