#include "php.h"

#include "../proto/ws.h"
#include "classes.h"
#include "deflate.h"
#include "exceptions.h"
#include "frame.h"
#include "message.h"
#include "role.h"
#include "value.h"

#include "decoder_arginfo.h"

typedef struct decoder {
	rtc_ws_reader reader;
	rtc_ws_limits limits;
	zend_object *deflate; /* owned; NULL: nothing is compressed */
	int fault;            /* close code of compressed messages that were none, or 0 */
	const char *error;    /* what was wrong with them */
	zend_object std;
} decoder;

static zend_object_handlers handlers;

static inline decoder *from_obj(zend_object *object)
{
	return (decoder *)((char *)object - XtOffsetOf(decoder, std));
}

static zend_object *create(zend_class_entry *ce)
{
	decoder *self = zend_object_alloc(sizeof(decoder), ce);
	memset(self, 0, XtOffsetOf(decoder, std));
	rtc_ws_reader_init(&self->reader, RTC_WS_FROM_CLIENT, 0);
	zend_object_std_init(&self->std, ce);
	object_properties_init(&self->std, ce);
	self->std.handlers = &handlers;
	return &self->std;
}

static void free_obj(zend_object *object)
{
	decoder *self = from_obj(object);
	rtc_ws_reader_deinit(&self->reader);
	if (self->deflate != NULL) {
		OBJ_RELEASE(self->deflate);
	}
	zend_object_std_dtor(object);
}

/* Takes a reference, in place of the one of an earlier construction. */
static void set_deflate(decoder *self, zend_object *deflate)
{
	zend_object *old = self->deflate;
	if (deflate != NULL) {
		GC_ADDREF(deflate);
	}
	self->deflate = deflate;
	self->fault = 0;
	if (old != NULL) {
		OBJ_RELEASE(old);
	}
}

ZEND_METHOD(RtComm_WebSocket_Decoder, __construct)
{
	zend_object *from = NULL;
	zend_long max_frame = 1048576;
	zend_long max_message = 1048576;
	zend_object *deflate = NULL;
	ZEND_PARSE_PARAMETERS_START(0, 4)
	Z_PARAM_OPTIONAL
	Z_PARAM_OBJ_OF_CLASS(from, rtcomm_ce_Role)
	Z_PARAM_LONG(max_frame)
	Z_PARAM_LONG(max_message)
	Z_PARAM_OBJ_OF_CLASS_OR_NULL(deflate, rtcomm_ce_Deflate)
	ZEND_PARSE_PARAMETERS_END();

	if (max_frame < 1) {
		zend_argument_value_error(2, "must be greater than 0");
		RETURN_THROWS();
	}
	if (max_message < 1) {
		zend_argument_value_error(3, "must be greater than 0");
		RETURN_THROWS();
	}
	rtc_ws_role role = php_rtcomm_role_value(from);
	if (deflate != NULL && role != RTC_WS_FROM_CLIENT) {
		zend_argument_value_error(4, "must be null for what servers send: it is a server's");
		RETURN_THROWS();
	}
	decoder *self = from_obj(Z_OBJ_P(ZEND_THIS));
	rtc_ws_reader_deinit(&self->reader);
	rtc_ws_reader_init(&self->reader, role, deflate != NULL ? RTC_WS_RSV1 : 0);
	set_deflate(self, deflate);
	self->limits = (rtc_ws_limits){(size_t)max_frame, (size_t)max_message};
}

/* A message that is inflated here; NULL if it cannot be: self->fault and ->error then say why. */
static zend_object *inflate_message(decoder *self, const rtc_ws_event *event)
{
	bool binary = event->opcode == RTC_WS_BINARY;
	zend_object *message = NULL;
	rtc_buf out = {0};
	self->fault =
		php_rtcomm_deflate_inflate(self->deflate, event->payload, self->limits.max_message, &out);
	self->error = php_rtcomm_deflate_fault(self->fault);
	if (self->fault == 0 && !binary && !rtc_utf8_valid(out.data, out.len)) {
		self->fault = RTC_CLOSE_INVALID_PAYLOAD;
		self->error = "text is not UTF-8";
	}
	if (self->fault == 0) {
		message = php_rtcomm_message_new(php_rtcomm_string(rtc_buf_slice(&out)), binary);
	}
	rtc_buf_deinit(&out);
	return message;
}

/* A message that is all there is read straight into its string. `user` points to the last one. */
static uint8_t *get_room(void *user, size_t len)
{
	uint8_t **room = user;
	*room = php_rtcomm_room_new(len);
	return *room;
}

/* NULL as above. */
static zend_object *object_of(decoder *self, const rtc_ws_event *event)
{
	if (event->compressed) {
		return inflate_message(self, event);
	}
	if (!rtc_ws_opcode_is_control(event->opcode)) {
		zend_string *payload = event->placed ? php_rtcomm_room_string(event->payload.data)
											 : php_rtcomm_string(event->payload);
		return php_rtcomm_message_new(payload, event->opcode == RTC_WS_BINARY);
	}
	rtc_ws_header header = {.opcode = event->opcode, .fin = true};
	return php_rtcomm_frame_new(&header, php_rtcomm_string(event->payload));
}

/* Appends to `events`, which is UNDEF until there is one. */
static rtc_parse read_string(decoder *self, zend_string *bytes, zval *events)
{
	uint8_t *got = NULL;
	rtc_ws_room room = {get_room, &got, 1};
	rtc_input in = {.data = (uint8_t *)ZSTR_VAL(bytes), .len = ZSTR_LEN(bytes), .fixed = true};
	rtc_ws_event event;
	rtc_parse result;
	while ((result = rtc_ws_next(&self->reader, &self->limits, &room, &in, &event)) ==
		RTC_PARSE_DONE) {
		zend_object *object = object_of(self, &event);
		got = NULL;
		if (object == NULL) {
			return RTC_PARSE_ERROR;
		}
		zval item;
		ZVAL_OBJ(&item, object);
		if (Z_TYPE_P(events) == IS_UNDEF) {
			array_init(events);
			zend_hash_real_init_packed(Z_ARRVAL_P(events));
		}
		zend_hash_next_index_insert_new(Z_ARRVAL_P(events), &item);
	}
	if (got != NULL) {
		zend_string_release(php_rtcomm_room_string(got)); /* the text was not UTF-8 */
	}
	return result;
}

ZEND_METHOD(RtComm_WebSocket_Decoder, push)
{
	zend_string *bytes;
	ZEND_PARSE_PARAMETERS_START(1, 1)
	Z_PARAM_STR(bytes)
	ZEND_PARSE_PARAMETERS_END();

	decoder *self = from_obj(Z_OBJ_P(ZEND_THIS));
	zval events;
	ZVAL_UNDEF(&events);
	rtc_parse result = self->fault != 0 ? RTC_PARSE_ERROR : read_string(self, bytes, &events);
	if (Z_TYPE(events) == IS_UNDEF) {
		ZVAL_EMPTY_ARRAY(&events);
	}
	if (result == RTC_PARSE_ERROR) {
		int code = self->fault != 0 ? self->fault : self->reader.error_code;
		const char *error = self->fault != 0 ? self->error : self->reader.error;
		php_rtcomm_throw_protocol_after(code, error, &events);
		zval_ptr_dtor(&events);
		RETURN_THROWS();
	}
	RETURN_COPY_VALUE(&events);
}

ZEND_METHOD(RtComm_WebSocket_Decoder, pendingBytes)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_LONG((zend_long)rtc_ws_pending(&from_obj(Z_OBJ_P(ZEND_THIS))->reader));
}

void php_rtcomm_minit_decoder(void)
{
	zend_class_entry *ce = register_class_RtComm_WebSocket_Decoder();
	ce->create_object = create;
	memcpy(&handlers, &std_object_handlers, sizeof(handlers));
	handlers.offset = XtOffsetOf(decoder, std);
	handlers.free_obj = free_obj;
	handlers.clone_obj = NULL;
}
