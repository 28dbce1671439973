#include "channel.h"

#include "classes.h"
#include "connection.h"
#include "exceptions.h"
#include "value.h"
#include "zend_exceptions.h"
#include "zend_interfaces.h"

#include "channel_arginfo.h"

/* The only property. */
enum { PROP_NAME };

/* Holds its engine channel. */
typedef struct php_rtcomm_channel {
	rtc_channel *channel;
	zend_object std;
} php_rtcomm_channel;

static zend_class_entry *channel_ce;
static zend_object_handlers handlers;

static php_rtcomm_channel *channel_from_obj(zend_object *object)
{
	return (php_rtcomm_channel *)((char *)object - XtOffsetOf(php_rtcomm_channel, std));
}

static zend_object *channel_create(zend_class_entry *ce)
{
	php_rtcomm_channel *channel = zend_object_alloc(sizeof(*channel), ce);

	channel->channel = NULL;
	zend_object_std_init(&channel->std, ce);
	object_properties_init(&channel->std, ce);
	channel->std.handlers = &handlers;
	return &channel->std;
}

static void channel_free(zend_object *object)
{
	php_rtcomm_channel *channel = channel_from_obj(object);

	if (channel->channel != NULL) {
		rtc_channel_release(channel->channel);
	}
	zend_object_std_dtor(object);
}

zend_object *php_rtcomm_channel_new(rtc_channel *channel)
{
	zend_object *object = channel_create(channel_ce);

	channel_from_obj(object)->channel = channel;
	ZVAL_STR(OBJ_PROP_NUM(object, PROP_NAME), php_rtcomm_string(rtc_channel_name(channel)));
	return object;
}

static zend_string *id_string(const rtc_publication_id *id)
{
	char text[RTC_PUBLICATION_ID_MAX];
	size_t len = rtc_publication_id_format(id, text);

	return zend_string_init(text, len, false);
}

static void throw_gone(void)
{
	zend_throw_exception(rtcomm_ce_ClosedException, "The channel's server is gone", 0);
}

static bool event_name_is_valid(const zend_string *event)
{
	return memchr(ZSTR_VAL(event), '\r', ZSTR_LEN(event)) == NULL &&
		memchr(ZSTR_VAL(event), '\n', ZSTR_LEN(event)) == NULL &&
		memchr(ZSTR_VAL(event), '\0', ZSTR_LEN(event)) == NULL;
}

ZEND_METHOD(RtComm_Channel, __construct)
{
	ZEND_PARSE_PARAMETERS_NONE();
}

ZEND_METHOD(RtComm_Channel, publish)
{
	zend_string *data;
	zend_string *event = NULL;
	zend_object *except = NULL;
	bool binary = false;
	rtc_message *message;
	rtc_published published;
	rtc_status status;

	ZEND_PARSE_PARAMETERS_START(1, 4)
	Z_PARAM_STR(data)
	Z_PARAM_OPTIONAL
	Z_PARAM_STR_OR_NULL(event)
	Z_PARAM_OBJ_OF_CLASS_OR_NULL(except, rtcomm_ce_Connection)
	Z_PARAM_BOOL(binary)
	ZEND_PARSE_PARAMETERS_END();
	if (event != NULL && !event_name_is_valid(event)) {
		zend_argument_value_error(2, "must not contain CR, LF or NUL");
		RETURN_THROWS();
	}
	message = rtc_message_copy(rtc_slice_of(ZSTR_VAL(data), ZSTR_LEN(data)), binary);
	if (message == NULL) {
		zend_throw_error(NULL, "Out of memory");
		RETURN_THROWS();
	}
	status = rtc_channel_publish(channel_from_obj(Z_OBJ_P(ZEND_THIS))->channel, message,
		event == NULL ? RTC_SLICE("") : rtc_slice_of(ZSTR_VAL(event), ZSTR_LEN(event)),
		except == NULL ? NULL : php_rtcomm_connection_from_obj(except)->conn, &published);
	rtc_message_unref(message);
	if (status != RTC_OK) {
		throw_gone();
		RETURN_THROWS();
	}
	RETURN_STR(id_string(&published.id));
}

ZEND_METHOD(RtComm_Channel, count)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_LONG((zend_long)rtc_channel_count(channel_from_obj(Z_OBJ_P(ZEND_THIS))->channel));
}

ZEND_METHOD(RtComm_Channel, cursor)
{
	rtc_publication_id id;

	ZEND_PARSE_PARAMETERS_NONE();
	if (!rtc_channel_newest(channel_from_obj(Z_OBJ_P(ZEND_THIS))->channel, &id)) {
		throw_gone();
		RETURN_THROWS();
	}
	RETURN_STR(id_string(&id));
}

void php_rtcomm_minit_channel(void)
{
	memcpy(&handlers, &std_object_handlers, sizeof(handlers));
	handlers.offset = XtOffsetOf(php_rtcomm_channel, std);
	handlers.free_obj = channel_free;
	handlers.clone_obj = NULL;

	channel_ce = register_class_RtComm_Channel(zend_ce_countable);
	channel_ce->create_object = channel_create;
}
