/* One WebSocket frame's header (RFC 6455 5.2), opcodes, close codes. */
#ifndef RTC_PROTO_WS_FRAME_H
#define RTC_PROTO_WS_FRAME_H

#include "base.h"

#define RTC_WS_HEADER_MAX 14
#define RTC_WS_CONTROL_MAX 125 /* RFC 6455 5.5 */
#define RTC_WS_RSV1 4          /* in rtc_ws_header.rsv: a compressed message (RFC 7692 6) */

typedef enum rtc_ws_opcode {
	RTC_WS_CONTINUATION = 0x0,
	RTC_WS_TEXT = 0x1,
	RTC_WS_BINARY = 0x2,
	RTC_WS_CLOSE = 0x8,
	RTC_WS_PING = 0x9,
	RTC_WS_PONG = 0xA,
} rtc_ws_opcode;

/* Who sent what is read. Clients mask, servers do not (RFC 6455 5.1). */
typedef enum rtc_ws_role { RTC_WS_FROM_CLIENT, RTC_WS_FROM_SERVER } rtc_ws_role;

enum {
	RTC_CLOSE_NORMAL = 1000,
	RTC_CLOSE_GOING_AWAY = 1001,
	RTC_CLOSE_PROTOCOL_ERROR = 1002,
	RTC_CLOSE_UNSUPPORTED_DATA = 1003,
	RTC_CLOSE_NO_STATUS = 1005, /* never on the wire */
	RTC_CLOSE_ABNORMAL = 1006,  /* never on the wire */
	RTC_CLOSE_INVALID_PAYLOAD = 1007,
	RTC_CLOSE_POLICY_VIOLATION = 1008,
	RTC_CLOSE_MESSAGE_TOO_BIG = 1009,
	RTC_CLOSE_MANDATORY_EXTENSION = 1010,
	RTC_CLOSE_INTERNAL_ERROR = 1011,
	RTC_CLOSE_SERVICE_RESTART = 1012,
	RTC_CLOSE_TRY_AGAIN_LATER = 1013,
	RTC_CLOSE_BAD_GATEWAY = 1014,
	RTC_CLOSE_TLS_HANDSHAKE = 1015, /* never on the wire */
};

typedef struct rtc_ws_header {
	uint64_t len; /* payload length */
	uint8_t opcode;
	uint8_t rsv;  /* RTC_WS_RSV1; RSV2 = 2, RSV3 = 1 */
	uint8_t size; /* bytes of the header itself */
	bool fin;
	bool masked;
	uint8_t key[4]; /* where masked */
} rtc_ws_header;

static inline bool rtc_ws_opcode_is_control(uint8_t opcode)
{
	return (opcode & 0x8) != 0;
}

/* True for a code that may stand in a close frame (RFC 6455 7.4, and the IANA registry): 1000-1003,
 * 1007-1014, 3000-4999. */
bool rtc_ws_close_code_valid(uint32_t code);

/* Reads a header. ERROR: a length that is not in its shortest form or has its top bit set;
 * everything else is for rtc_ws_header_check(). */
rtc_parse rtc_ws_header_decode(
	const uint8_t *data, size_t len, rtc_ws_header *header) RTC_NODISCARD;

/* Checks what RFC 6455 says of a frame on its own: opcode, RSV bits (`rsv_allowed` is the set that
 * was negotiated), mask by role, control frames whole and <= 125 bytes. NULL if good, else a static
 * sentence; the close code is 1002. */
const char *rtc_ws_header_check(const rtc_ws_header *header, rtc_ws_role from, uint8_t rsv_allowed);

/* Writes the shortest header; key NULL means unmasked. Returns its size. */
size_t rtc_ws_header_encode(uint8_t out[RTC_WS_HEADER_MAX], uint8_t opcode, bool fin, uint8_t rsv,
	uint64_t len, const uint8_t *key);

/* Size of the shortest header. */
static inline size_t rtc_ws_header_size(uint64_t len, bool masked)
{
	return (size_t)(len < 126 ? 2 : len < 65536 ? 4 : 10) + (masked ? 4 : 0);
}

/* Reads a close frame's payload (RFC 6455 5.5.1, 7.4). Returns 0 if good (*code is 1005 when it is
 * empty), else the close code of the fault (1002, or 1007 for a reason that is not UTF-8). */
int rtc_ws_close_parse(rtc_slice payload, uint16_t *code, rtc_slice *reason);

#endif
