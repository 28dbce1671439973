#include "frame.h"

#include "../proto/mask.h"
#include "../proto/utf8.h"
#include "classes.h"
#include "exceptions.h"
#include "opcode.h"
#include "role.h"
#include "value.h"

#if PHP_VERSION_ID >= 80200
#include "ext/random/php_random.h"
#else
#include "ext/standard/php_random.h"
#endif

#include "frame_arginfo.h"

/* The properties in the order of the stub. */
enum { PROP_OPCODE, PROP_PAYLOAD, PROP_FINAL, PROP_RSV };

/* RFC 6455 5.5.1: a close frame's code takes two of its bytes. */
#define REASON_MAX (RTC_WS_CONTROL_MAX - 2)
#define RSV_ALL 7

static zend_class_entry *frame_ce;

zend_object *php_rtcomm_frame_new(const rtc_ws_header *header, zend_string *payload)
{
	zend_object *frame = php_rtcomm_value_create(frame_ce);
	ZVAL_OBJ_COPY(OBJ_PROP_NUM(frame, PROP_OPCODE), php_rtcomm_opcode_case(header->opcode));
	ZVAL_STR(OBJ_PROP_NUM(frame, PROP_PAYLOAD), payload);
	ZVAL_BOOL(OBJ_PROP_NUM(frame, PROP_FINAL), header->fin);
	ZVAL_LONG(OBJ_PROP_NUM(frame, PROP_RSV), header->rsv);
	return frame;
}

/* Writes header and payload into one new string. header->len is the payload's length; the key is
 * made here. NULL with an exception when there is no randomness. */
static zend_string *encode(rtc_ws_header *header, const uint8_t *payload)
{
	size_t len = (size_t)header->len;
	if (header->masked && php_random_bytes_throw(header->key, sizeof(header->key)) == FAILURE) {
		return NULL;
	}
	zend_string *bytes =
		zend_string_safe_alloc(1, len, rtc_ws_header_size(len, header->masked), false);
	uint8_t *out = (uint8_t *)ZSTR_VAL(bytes);
	out += rtc_ws_header_encode(
		out, header->opcode, header->fin, header->rsv, len, header->masked ? header->key : NULL);
	if (header->masked) {
		rtc_mask(out, payload, len, header->key, 0);
	} else {
		memcpy(out, payload, len);
	}
	out[len] = '\0';
	return bytes;
}

/* Throws if encode()'s arguments do not make a valid frame. */
static bool check_arguments(const rtc_ws_header *header, zend_long rsv, const uint8_t *payload)
{
	if (rsv < 0 || rsv > RSV_ALL) {
		zend_argument_value_error(5, "must be between 0 and %d", RSV_ALL);
		return false;
	}
	bool control = rtc_ws_opcode_is_control(header->opcode);
	if (rsv != 0 && (control || header->opcode == RTC_WS_CONTINUATION)) {
		zend_argument_value_error(5, "must be 0 unless the frame is Text or Binary");
		return false;
	}
	if (!control) {
		return true;
	}
	if (!header->fin) {
		zend_argument_value_error(3, "must be true for a control frame");
		return false;
	}
	if (header->len > RTC_WS_CONTROL_MAX) {
		zend_argument_value_error(
			1, "must be at most %d bytes for a control frame", RTC_WS_CONTROL_MAX);
		return false;
	}
	uint16_t code;
	rtc_slice reason;
	if (header->opcode == RTC_WS_CLOSE &&
		rtc_ws_close_parse(rtc_slice_of(payload, (size_t)header->len), &code, &reason) != 0) {
		zend_argument_value_error(
			1, "must be empty or a valid close code and a UTF-8 reason for a close frame");
		return false;
	}
	return true;
}

ZEND_METHOD(RtComm_WebSocket_Frame, __construct)
{
	ZEND_PARSE_PARAMETERS_NONE();
}

ZEND_METHOD(RtComm_WebSocket_Frame, encode)
{
	zend_string *payload;
	zend_object *opcode = NULL;
	bool final = true;
	bool mask = false;
	zend_long rsv = 0;
	ZEND_PARSE_PARAMETERS_START(1, 5)
	Z_PARAM_STR(payload)
	Z_PARAM_OPTIONAL
	Z_PARAM_OBJ_OF_CLASS(opcode, rtcomm_ce_Opcode)
	Z_PARAM_BOOL(final)
	Z_PARAM_BOOL(mask)
	Z_PARAM_LONG(rsv)
	ZEND_PARSE_PARAMETERS_END();

	const uint8_t *bytes = (const uint8_t *)ZSTR_VAL(payload);
	rtc_ws_header header = {
		.len = ZSTR_LEN(payload),
		.opcode = opcode == NULL ? RTC_WS_TEXT : php_rtcomm_opcode_value(opcode),
		.rsv = rsv & RSV_ALL,
		.fin = final,
		.masked = mask,
	};
	if (!check_arguments(&header, rsv, bytes)) {
		RETURN_THROWS();
	}
	zend_string *frame = encode(&header, bytes);
	if (frame == NULL) {
		RETURN_THROWS();
	}
	RETURN_NEW_STR(frame);
}

ZEND_METHOD(RtComm_WebSocket_Frame, close)
{
	zend_long code = RTC_CLOSE_NORMAL;
	zend_string *reason = ZSTR_EMPTY_ALLOC();
	bool mask = false;
	ZEND_PARSE_PARAMETERS_START(0, 3)
	Z_PARAM_OPTIONAL
	Z_PARAM_LONG(code)
	Z_PARAM_STR(reason)
	Z_PARAM_BOOL(mask)
	ZEND_PARSE_PARAMETERS_END();

	if (code < 0 || code > UINT16_MAX || !rtc_ws_close_code_valid((uint32_t)code)) {
		zend_argument_value_error(
			1, "must be a close code that may be sent (1000-1003, 1007-1014, 3000-4999)");
		RETURN_THROWS();
	}
	size_t len = ZSTR_LEN(reason);
	if (len > REASON_MAX) {
		zend_argument_value_error(2, "must be at most %d bytes", REASON_MAX);
		RETURN_THROWS();
	}
	if (!rtc_utf8_valid((const uint8_t *)ZSTR_VAL(reason), len)) {
		zend_argument_value_error(2, "must be valid UTF-8");
		RETURN_THROWS();
	}
	uint8_t payload[RTC_WS_CONTROL_MAX] = {(uint8_t)(code >> 8), (uint8_t)code};
	memcpy(payload + 2, ZSTR_VAL(reason), len);
	rtc_ws_header header = {.len = len + 2, .opcode = RTC_WS_CLOSE, .fin = true, .masked = mask};
	zend_string *frame = encode(&header, payload);
	if (frame == NULL) {
		RETURN_THROWS();
	}
	RETURN_NEW_STR(frame);
}

/* Reads and checks the header at the front of `bytes`. DONE: the whole frame is there. ERROR: an
 * exception was thrown. */
static rtc_parse read_header(
	rtc_slice bytes, rtc_ws_role from, zend_long max_payload, rtc_ws_header *header)
{
	rtc_parse result = rtc_ws_header_decode(bytes.data, bytes.len, header);
	if (result == RTC_PARSE_MORE) {
		return result;
	}
	if (result == RTC_PARSE_ERROR) {
		php_rtcomm_throw_protocol(
			RTC_CLOSE_PROTOCOL_ERROR, "payload length is not in its shortest form");
		return result;
	}
	const char *error = rtc_ws_header_check(header, from, RSV_ALL);
	if (error != NULL) {
		php_rtcomm_throw_protocol(RTC_CLOSE_PROTOCOL_ERROR, error);
		return RTC_PARSE_ERROR;
	}
	if (!rtc_ws_opcode_is_control(header->opcode) && header->len > (zend_ulong)max_payload) {
		php_rtcomm_throw_protocol(RTC_CLOSE_MESSAGE_TOO_BIG, "frame is too big");
		return RTC_PARSE_ERROR;
	}
	return header->len > bytes.len - header->size ? RTC_PARSE_MORE : RTC_PARSE_DONE;
}

/* A copy of the payload, unmasked and, for a close frame, checked. NULL with an exception. */
static zend_string *read_payload(const rtc_ws_header *header, const uint8_t *data)
{
	size_t len = (size_t)header->len;
	zend_string *payload = zend_string_alloc(len, false);
	uint8_t *out = (uint8_t *)ZSTR_VAL(payload);
	if (header->masked) {
		rtc_mask(out, data, len, header->key, 0);
	} else {
		memcpy(out, data, len);
	}
	out[len] = '\0';
	uint16_t code;
	rtc_slice reason;
	int fault = header->opcode == RTC_WS_CLOSE
		? rtc_ws_close_parse(rtc_slice_of(out, len), &code, &reason)
		: 0;
	if (fault == 0) {
		return payload;
	}
	zend_string_release(payload);
	php_rtcomm_throw_protocol(fault,
		fault == RTC_CLOSE_INVALID_PAYLOAD ? "close reason is not UTF-8"
										   : "close frame has no valid code");
	return NULL;
}

ZEND_METHOD(RtComm_WebSocket_Frame, decode)
{
	zend_string *bytes;
	zval *offset_ref = NULL;
	zend_object *from = NULL;
	zend_long max_payload = 1048576;
	ZEND_PARSE_PARAMETERS_START(1, 4)
	Z_PARAM_STR(bytes)
	Z_PARAM_OPTIONAL
	Z_PARAM_ZVAL(offset_ref)
	Z_PARAM_OBJ_OF_CLASS(from, rtcomm_ce_Role)
	Z_PARAM_LONG(max_payload)
	ZEND_PARSE_PARAMETERS_END();

	zend_long offset = 0;
	if (offset_ref != NULL) {
		zval *value = offset_ref;
		ZVAL_DEREF(value);
		if (Z_TYPE_P(value) != IS_LONG) {
			zend_argument_type_error(
				2, "must be of type int, %s given", zend_get_type_by_const(Z_TYPE_P(value)));
			RETURN_THROWS();
		}
		offset = Z_LVAL_P(value);
	}
	if (offset < 0 || (zend_ulong)offset > ZSTR_LEN(bytes)) {
		zend_argument_value_error(2, "must be between 0 and the length of argument #1 ($bytes)");
		RETURN_THROWS();
	}
	if (max_payload < 1) {
		zend_argument_value_error(4, "must be greater than 0");
		RETURN_THROWS();
	}
	const uint8_t *data = (const uint8_t *)ZSTR_VAL(bytes) + offset;
	rtc_ws_header header;
	rtc_parse result = read_header(rtc_slice_of(data, ZSTR_LEN(bytes) - (size_t)offset),
		php_rtcomm_role_value(from), max_payload, &header);
	if (result == RTC_PARSE_ERROR) {
		RETURN_THROWS();
	}
	if (result == RTC_PARSE_MORE) {
		RETURN_NULL();
	}
	zend_string *payload = read_payload(&header, data + header.size);
	if (payload == NULL) {
		RETURN_THROWS();
	}
	RETVAL_OBJ(php_rtcomm_frame_new(&header, payload));
	if (offset_ref != NULL) {
		ZEND_TRY_ASSIGN_REF_LONG(offset_ref, offset + header.size + (zend_long)header.len);
	}
}

void php_rtcomm_minit_frame(void)
{
	frame_ce = register_class_RtComm_WebSocket_Frame();
	frame_ce->create_object = php_rtcomm_value_create;
}
