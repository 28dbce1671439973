#include "deflate.h"

#include "../proto/deflate.h"
#include "../proto/ws_frame.h"
#include "classes.h"
#include "exceptions.h"
#include "value.h"

#include "deflate_arginfo.h"

typedef struct deflate {
	rtc_deflate_params params;
	rtc_deflater *deflater; /* NULL until the first message is compressed */
	rtc_inflater *inflater; /* NULL until the first message is read */
	rtc_buf history;        /* of what was read */
	rtc_buf response;
	uint8_t level;
	int fault; /* close code of what went wrong before, or 0 */
	zend_object std;
} deflate;

zend_class_entry *rtcomm_ce_Deflate;

static zend_object_handlers handlers;

static inline deflate *from_obj(zend_object *object)
{
	return (deflate *)((char *)object - XtOffsetOf(deflate, std));
}

static zend_object *create(zend_class_entry *ce)
{
	deflate *self = zend_object_alloc(sizeof(deflate), ce);
	memset(self, 0, XtOffsetOf(deflate, std));
	zend_object_std_init(&self->std, ce);
	object_properties_init(&self->std, ce);
	self->std.handlers = &handlers;
	return &self->std;
}

static void free_obj(zend_object *object)
{
	deflate *self = from_obj(object);
	rtc_deflater_free(self->deflater);
	rtc_inflater_free(self->inflater);
	rtc_buf_deinit(&self->history);
	rtc_buf_deinit(&self->response);
	zend_object_std_dtor(object);
}

/* ---- for Decoder and Handshake -----------------------------------------------------------------
 */

zend_object *php_rtcomm_deflate_negotiate(rtc_slice offers, const rtc_deflate_options *options)
{
	rtc_deflate_params agreed;
	if (rtc_deflate_library() == NULL ||
		!rtc_deflate_negotiate(offers, &options->wanted, &agreed)) {
		return NULL;
	}
	deflate *self = from_obj(create(rtcomm_ce_Deflate));
	self->params = agreed;
	self->level = options->level;
	if (rtc_deflate_response(&agreed, &self->response) != RTC_OK) {
		zend_throw_error(NULL, "Out of memory");
		OBJ_RELEASE(&self->std);
		return NULL;
	}
	return &self->std;
}

const rtc_buf *php_rtcomm_deflate_response(zend_object *object)
{
	return &from_obj(object)->response;
}

int php_rtcomm_deflate_inflate(zend_object *object, rtc_slice data, size_t max_bytes, rtc_buf *out)
{
	deflate *self = from_obj(object);
	if (self->inflater == NULL) {
		self->inflater = rtc_inflater_new();
	}
	if (self->fault == 0) {
		self->fault = self->inflater == NULL
			? RTC_CLOSE_INTERNAL_ERROR
			: rtc_inflater_run(self->inflater,
				  self->params.client_no_context_takeover ? NULL : &self->history,
				  self->params.client_window_bits, data, max_bytes, out);
	}
	return self->fault;
}

const char *php_rtcomm_deflate_fault(int close_code)
{
	switch (close_code) {
	case RTC_CLOSE_INVALID_PAYLOAD:
		return "compressed data is malformed";
	case RTC_CLOSE_MESSAGE_TOO_BIG:
		return "message is too big";
	default:
		return "out of memory";
	}
}

/* ---- methods ------------------------------------------------------------------------------------
 */

ZEND_METHOD(RtComm_WebSocket_Deflate, __construct)
{
	ZEND_PARSE_PARAMETERS_NONE();
}

ZEND_METHOD(RtComm_WebSocket_Deflate, negotiate)
{
	zend_string *offer;
	HashTable *array = NULL;
	ZEND_PARSE_PARAMETERS_START(1, 2)
	Z_PARAM_STR(offer)
	Z_PARAM_OPTIONAL
	Z_PARAM_ARRAY_HT(array)
	ZEND_PARSE_PARAMETERS_END();

	rtc_deflate_options options;
	php_rtcomm_deflate_options_init(&options);
	if (array != NULL &&
		!php_rtcomm_deflate_options_parse(array, PHP_RTCOMM_DEFLATE_CODEC, &options, NULL, 2)) {
		RETURN_THROWS();
	}
	zend_object *object = php_rtcomm_deflate_negotiate(php_rtcomm_slice(offer), &options);
	if (object == NULL) {
		RETURN_NULL();
	}
	RETURN_OBJ(object);
}

ZEND_METHOD(RtComm_WebSocket_Deflate, response)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_STR(php_rtcomm_string(rtc_buf_slice(php_rtcomm_deflate_response(Z_OBJ_P(ZEND_THIS)))));
}

static rtc_status compress_message(deflate *self, rtc_slice message, rtc_buf *out)
{
	if (self->deflater == NULL) {
		self->deflater = rtc_deflater_new(self->params.server_window_bits, self->level);
		if (self->deflater == NULL) {
			return RTC_NOMEM;
		}
	} else if (self->params.server_no_context_takeover) {
		rtc_deflater_reset(self->deflater);
	}
	return rtc_deflater_run(self->deflater, message, out);
}

ZEND_METHOD(RtComm_WebSocket_Deflate, compress)
{
	zend_string *message;
	ZEND_PARSE_PARAMETERS_START(1, 1)
	Z_PARAM_STR(message)
	ZEND_PARSE_PARAMETERS_END();

	rtc_buf out = {0};
	if (compress_message(from_obj(Z_OBJ_P(ZEND_THIS)), php_rtcomm_slice(message), &out) == RTC_OK) {
		RETVAL_STR(php_rtcomm_string(rtc_buf_slice(&out)));
	} else {
		zend_throw_error(NULL, "Out of memory");
	}
	rtc_buf_deinit(&out);
}

ZEND_METHOD(RtComm_WebSocket_Deflate, decompress)
{
	zend_string *data;
	zend_long max_size;
	ZEND_PARSE_PARAMETERS_START(2, 2)
	Z_PARAM_STR(data)
	Z_PARAM_LONG(max_size)
	ZEND_PARSE_PARAMETERS_END();

	if (max_size < 0) {
		zend_argument_value_error(2, "must be at least 0");
		RETURN_THROWS();
	}
	rtc_buf out = {0};
	int fault = php_rtcomm_deflate_inflate(
		Z_OBJ_P(ZEND_THIS), php_rtcomm_slice(data), (size_t)max_size, &out);
	if (fault == 0) {
		RETVAL_STR(php_rtcomm_string(rtc_buf_slice(&out)));
	} else {
		php_rtcomm_throw_protocol(fault, php_rtcomm_deflate_fault(fault));
	}
	rtc_buf_deinit(&out);
}

void php_rtcomm_minit_deflate(void)
{
	rtcomm_ce_Deflate = register_class_RtComm_WebSocket_Deflate();
	rtcomm_ce_Deflate->create_object = create;
	memcpy(&handlers, &std_object_handlers, sizeof(handlers));
	handlers.offset = XtOffsetOf(deflate, std);
	handlers.free_obj = free_obj;
	handlers.clone_obj = NULL;
}
