#include "messaging.h"

#include "../../proto/ws_frame.h"
#include "../classes.h"
#include "../value.h"
#include "interfaces.h"

#include "messaging_arginfo.h"

/* The properties in the order of the stub. */
enum { MESSAGE_PAYLOAD, MESSAGE_BINARY };
enum { FRAME_PAYLOAD, FRAME_FINAL, FRAME_OPCODE };

zend_class_entry *ratchet_ce_Messaging_Message;
zend_class_entry *ratchet_ce_Messaging_Frame;

/* ---- messages -------------------------------------------------------------------------------- */

zend_object *php_rtcomm_ratchet_message_new(zend_string *payload, bool binary)
{
	zend_object *message = php_rtcomm_value_create(ratchet_ce_Messaging_Message);

	ZVAL_STR_COPY(OBJ_PROP_NUM(message, MESSAGE_PAYLOAD), payload);
	ZVAL_BOOL(OBJ_PROP_NUM(message, MESSAGE_BINARY), binary);
	return message;
}

static uint8_t message_opcode(zend_object *message)
{
	return Z_TYPE_P(OBJ_PROP_NUM(message, MESSAGE_BINARY)) == IS_TRUE ? RTC_WS_BINARY : RTC_WS_TEXT;
}

ZEND_METHOD(RtComm_Ratchet_RFC6455_Messaging_Message, __construct)
{
	ZEND_PARSE_PARAMETERS_NONE();
}

ZEND_METHOD(RtComm_Ratchet_RFC6455_Messaging_Message, isCoalesced)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_TRUE;
}

ZEND_METHOD(RtComm_Ratchet_RFC6455_Messaging_Message, getPayloadLength)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_LONG((zend_long)Z_STRLEN_P(OBJ_PROP_NUM(Z_OBJ_P(ZEND_THIS), MESSAGE_PAYLOAD)));
}

ZEND_METHOD(RtComm_Ratchet_RFC6455_Messaging_Message, getPayload)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_COPY(OBJ_PROP_NUM(Z_OBJ_P(ZEND_THIS), MESSAGE_PAYLOAD));
}

ZEND_METHOD(RtComm_Ratchet_RFC6455_Messaging_Message, getContents)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_COPY(OBJ_PROP_NUM(Z_OBJ_P(ZEND_THIS), MESSAGE_PAYLOAD));
}

ZEND_METHOD(RtComm_Ratchet_RFC6455_Messaging_Message, __toString)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_COPY(OBJ_PROP_NUM(Z_OBJ_P(ZEND_THIS), MESSAGE_PAYLOAD));
}

ZEND_METHOD(RtComm_Ratchet_RFC6455_Messaging_Message, getOpcode)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_LONG(message_opcode(Z_OBJ_P(ZEND_THIS)));
}

ZEND_METHOD(RtComm_Ratchet_RFC6455_Messaging_Message, isBinary)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_COPY(OBJ_PROP_NUM(Z_OBJ_P(ZEND_THIS), MESSAGE_BINARY));
}

ZEND_METHOD(RtComm_Ratchet_RFC6455_Messaging_Message, count)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_LONG(1);
}

/* ---- frames ---------------------------------------------------------------------------------- */

ZEND_METHOD(RtComm_Ratchet_RFC6455_Messaging_Frame, __construct)
{
	zend_object *frame = Z_OBJ_P(ZEND_THIS);
	zend_string *payload = NULL;
	bool final = true;
	zend_long opcode = RTC_WS_TEXT;

	ZEND_PARSE_PARAMETERS_START(0, 3)
	Z_PARAM_OPTIONAL
	Z_PARAM_STR_OR_NULL(payload)
	Z_PARAM_BOOL(final)
	Z_PARAM_LONG(opcode)
	ZEND_PARSE_PARAMETERS_END();
	if (opcode < 0 || opcode > 15) {
		zend_argument_value_error(3, "must be between 0 and 15");
		RETURN_THROWS();
	}
	zval_ptr_dtor(OBJ_PROP_NUM(frame, FRAME_PAYLOAD));
	ZVAL_STR_COPY(
		OBJ_PROP_NUM(frame, FRAME_PAYLOAD), payload == NULL ? ZSTR_EMPTY_ALLOC() : payload);
	ZVAL_BOOL(OBJ_PROP_NUM(frame, FRAME_FINAL), final);
	ZVAL_LONG(OBJ_PROP_NUM(frame, FRAME_OPCODE), opcode);
}

/* False, with an exception, for a frame whose constructor never ran. */
static bool frame_read(zend_object *frame, php_rtcomm_ratchet_data *data)
{
	zval *payload = OBJ_PROP_NUM(frame, FRAME_PAYLOAD);

	if (Z_TYPE_P(payload) != IS_STRING) {
		zend_throw_error(NULL, "The frame was never constructed");
		return false;
	}
	data->payload = Z_STR_P(payload);
	data->opcode = (uint8_t)Z_LVAL_P(OBJ_PROP_NUM(frame, FRAME_OPCODE));
	data->final = Z_TYPE_P(OBJ_PROP_NUM(frame, FRAME_FINAL)) == IS_TRUE;
	return true;
}

ZEND_METHOD(RtComm_Ratchet_RFC6455_Messaging_Frame, isCoalesced)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_TRUE;
}

ZEND_METHOD(RtComm_Ratchet_RFC6455_Messaging_Frame, getPayloadLength)
{
	php_rtcomm_ratchet_data data;

	ZEND_PARSE_PARAMETERS_NONE();
	if (frame_read(Z_OBJ_P(ZEND_THIS), &data)) {
		RETURN_LONG((zend_long)ZSTR_LEN(data.payload));
	}
}

ZEND_METHOD(RtComm_Ratchet_RFC6455_Messaging_Frame, getPayload)
{
	php_rtcomm_ratchet_data data;

	ZEND_PARSE_PARAMETERS_NONE();
	if (frame_read(Z_OBJ_P(ZEND_THIS), &data)) {
		RETURN_STR_COPY(data.payload);
	}
}

ZEND_METHOD(RtComm_Ratchet_RFC6455_Messaging_Frame, getContents)
{
	php_rtcomm_ratchet_data data;
	uint8_t head[RTC_WS_HEADER_MAX];
	size_t len;

	ZEND_PARSE_PARAMETERS_NONE();
	if (!frame_read(Z_OBJ_P(ZEND_THIS), &data)) {
		RETURN_THROWS();
	}
	len = rtc_ws_header_encode(head, data.opcode, data.final, 0, ZSTR_LEN(data.payload), NULL);
	RETURN_STR(zend_string_concat2(
		(const char *)head, len, ZSTR_VAL(data.payload), ZSTR_LEN(data.payload)));
}

ZEND_METHOD(RtComm_Ratchet_RFC6455_Messaging_Frame, __toString)
{
	php_rtcomm_ratchet_data data;

	ZEND_PARSE_PARAMETERS_NONE();
	if (frame_read(Z_OBJ_P(ZEND_THIS), &data)) {
		RETURN_STR_COPY(data.payload);
	}
}

ZEND_METHOD(RtComm_Ratchet_RFC6455_Messaging_Frame, isFinal)
{
	php_rtcomm_ratchet_data data;

	ZEND_PARSE_PARAMETERS_NONE();
	if (frame_read(Z_OBJ_P(ZEND_THIS), &data)) {
		RETURN_BOOL(data.final);
	}
}

ZEND_METHOD(RtComm_Ratchet_RFC6455_Messaging_Frame, isMasked)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_FALSE;
}

ZEND_METHOD(RtComm_Ratchet_RFC6455_Messaging_Frame, getOpcode)
{
	php_rtcomm_ratchet_data data;

	ZEND_PARSE_PARAMETERS_NONE();
	if (frame_read(Z_OBJ_P(ZEND_THIS), &data)) {
		RETURN_LONG(data.opcode);
	}
}

bool php_rtcomm_ratchet_data_of(zend_object *object, php_rtcomm_ratchet_data *data)
{
	if (object->ce == ratchet_ce_Messaging_Message) {
		data->payload = Z_STR_P(OBJ_PROP_NUM(object, MESSAGE_PAYLOAD));
		data->opcode = message_opcode(object);
		data->final = true;
		return true;
	}
	return instanceof_function(object->ce, ratchet_ce_Messaging_Frame) && frame_read(object, data);
}

void php_rtcomm_minit_ratchet_messaging(void)
{
	ratchet_ce_Messaging_Message = register_class_RtComm_Ratchet_RFC6455_Messaging_Message(
		ratchet_ce_Messaging_MessageInterface);
	ratchet_ce_Messaging_Message->create_object = php_rtcomm_value_create;
	ratchet_ce_Messaging_Frame =
		register_class_RtComm_Ratchet_RFC6455_Messaging_Frame(ratchet_ce_Messaging_FrameInterface);
}
