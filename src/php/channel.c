#include "channel.h"

#include "classes.h"
#include "connection.h"
#include "exceptions.h"
#include "publication.h"
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
	message = rtc_message_copy(php_rtcomm_slice(data), binary);
	if (message == NULL) {
		zend_throw_error(NULL, "Out of memory");
		RETURN_THROWS();
	}
	status = rtc_channel_publish(channel_from_obj(Z_OBJ_P(ZEND_THIS))->channel, message,
		event == NULL ? RTC_SLICE("") : php_rtcomm_slice(event),
		except == NULL ? NULL : php_rtcomm_connection_from_obj(except)->conn, &published);
	rtc_message_unref(message);
	if (status == RTC_NOMEM) {
		zend_throw_error(NULL, "Out of memory");
		RETURN_THROWS();
	}
	if (status != RTC_OK) {
		throw_gone();
		RETURN_THROWS();
	}
	RETURN_STR(php_rtcomm_publication_id(&published.id));
}

/* ---- history ------------------------------------------------------------------------------------
 */

/* Read at a time. */
#define PAGE_MAX 64

/* A page on its way out of the store. Only references are taken while the store is on the stack:
 * making objects may end in a fatal error. */
typedef struct page {
	rtc_status status;
	bool ended; /* it reaches the end of the log */
	size_t count;
	rtc_publication_id last;
	rtc_publication *items[PAGE_MAX];
} page;

static void take_page(void *context, const rtc_page *from)
{
	page *to = context;

	to->status = from->status;
	if (from->status != RTC_OK) {
		return;
	}
	to->count = MIN(from->count, PAGE_MAX);
	for (size_t i = 0; i < to->count; i++) {
		to->items[i] = rtc_publication_ref(from->items[i]);
	}
	if (to->count > 0) {
		to->last = to->items[to->count - 1]->id;
	}
	to->ended = to->count == 0 || to->last.offset == from->newest.offset;
}

/* Appends a page to a list, and lets go of it. */
static void append_page(HashTable *list, page *from)
{
	volatile bool bailed_out = false;

	zend_try
	{
		for (size_t i = 0; i < from->count; i++) {
			zval item;

			ZVAL_OBJ(&item, php_rtcomm_publication_new(from->items[i]));
			zend_hash_next_index_insert_new(list, &item);
		}
	}
	zend_catch
	{
		bailed_out = true;
	}
	zend_end_try();
	for (size_t i = 0; i < from->count; i++) {
		rtc_publication_unref(from->items[i]);
	}
	if (bailed_out) {
		zend_bailout();
	}
}

/* Appends up to `limit` publications behind an id. The store of this process answers at once
 * (store.h). False: the hub is gone, or there is no memory. */
static bool read_history(
	rtc_channel *channel, HashTable *list, rtc_publication_id after, size_t limit)
{
	while (limit > 0) {
		page read = {.status = RTC_FAILED};

		rtc_channel_read(channel, &after, MIN(limit, PAGE_MAX), take_page, &read);
		if (read.status != RTC_OK) {
			return false;
		}
		append_page(list, &read);
		if (read.ended) {
			return true;
		}
		limit -= read.count;
		after = read.last;
	}
	return true;
}

/* Where a page begins. */
typedef struct start {
	rtc_status status;
	rtc_publication_id after;
} start;

static void take_start(void *context, const rtc_page *from)
{
	*(start *)context = (start){from->status, from->after};
}

/* The id that the newest `limit` publications follow. False as above. */
static bool find_newest(rtc_channel *channel, size_t limit, rtc_publication_id *after)
{
	start found = {.status = RTC_FAILED};

	rtc_channel_recent(channel, limit, take_start, &found);
	*after = found.after;
	return found.status == RTC_OK;
}

ZEND_METHOD(RtComm_Channel, history)
{
	rtc_channel *channel = channel_from_obj(Z_OBJ_P(ZEND_THIS))->channel;
	zend_long limit = 100;
	zend_string *since = NULL;
	rtc_publication_id after;

	ZEND_PARSE_PARAMETERS_START(0, 2)
	Z_PARAM_OPTIONAL
	Z_PARAM_LONG(limit)
	Z_PARAM_STR_OR_NULL(since)
	ZEND_PARSE_PARAMETERS_END();
	if (limit < 1) {
		zend_argument_value_error(1, "must be at least 1");
		RETURN_THROWS();
	}
	if (since != NULL && !rtc_publication_id_parse(php_rtcomm_slice(since), &after)) {
		zend_argument_value_error(2, "must be the id of a publication, \"EPOCH:OFFSET\"");
		RETURN_THROWS();
	}
	array_init(return_value);
	if ((since == NULL && !find_newest(channel, (size_t)limit, &after)) ||
		!read_history(channel, Z_ARRVAL_P(return_value), after, (size_t)limit)) {
		throw_gone();
		RETURN_THROWS();
	}
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
	RETURN_STR(php_rtcomm_publication_id(&id));
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
