/* RtComm\Server: feed() and channels(). */
#include "server.h"

#include "../engine/hub.h"
#include "bearer.h"
#include "enums.h"
#include "value.h"

/* Declared by the generated arginfo where the class is registered. */
ZEND_METHOD(RtComm_Server, feed);
ZEND_METHOD(RtComm_Server, channels);

/* What a channel may be told to keep. */
#define HISTORY_MAX 1000000
#define TTL_MAX (30.0 * 86400.0)

/* Puts the feed on its path, by those transports. False with an exception. */
static bool add_feed(
	php_rtcomm_server *server, zend_string *path, php_rtcomm_route *user, uint8_t deliveries)
{
	rtc_route_options options;
	rtc_route *route;

	if (rtc_route_options_copy(&options, &server->server->options.route) != RTC_OK) {
		zend_throw_error(NULL, "Out of memory");
		return false;
	}
	route = php_rtcomm_server_add_route(server, path, RTC_ROUTE_FEED, user, &options);
	if (route == NULL) {
		rtc_route_options_deinit(&options);
		return false;
	}
	route->deliveries = deliveries;
	route->publishable =
		Z_TYPE(user->data) == IS_STRING || php_rtcomm_callback_is_set(&user->message);
	return true;
}

ZEND_METHOD(RtComm_Server, feed)
{
	php_rtcomm_server *server;
	php_rtcomm_route *user;
	zend_string *path;
	zend_fcall_info fci = empty_fcall_info;
	zend_fcall_info_cache fcc = empty_fcall_info_cache;
	zval *publish = NULL;
	HashTable *transports = NULL;
	uint8_t deliveries = RTC_DELIVERY_ALL;

	ZEND_PARSE_PARAMETERS_START(1, 4)
	Z_PARAM_STR(path)
	Z_PARAM_OPTIONAL
	Z_PARAM_FUNC_OR_NULL(fci, fcc)
	Z_PARAM_ZVAL_OR_NULL(publish)
	Z_PARAM_ARRAY_HT(transports)
	ZEND_PARSE_PARAMETERS_END();
	server = php_rtcomm_server_this_live(ZEND_THIS);
	if (server == NULL || !php_rtcomm_server_check_path(server, path, 1) ||
		(transports != NULL && !php_rtcomm_transports_parse(transports, &deliveries, 4))) {
		RETURN_THROWS();
	}
	user = php_rtcomm_route_new(NULL);
	php_rtcomm_callback_init(&user->accept, &fci, &fcc);
	if ((publish != NULL && !php_rtcomm_bearer_take(publish, 3, &user->data, &user->message)) ||
		!add_feed(server, path, user, deliveries)) {
		php_rtcomm_route_free(user);
		RETURN_THROWS();
	}
	RETURN_OBJ_COPY(Z_OBJ_P(ZEND_THIS));
}

/* False: a ValueError says which argument of channels() is wrong. */
static bool check_channels(const zend_string *glob, zend_long history, double ttl)
{
	if (!rtc_channel_name_valid(php_rtcomm_slice(glob))) {
		zend_argument_value_error(1, "must be 1 to 255 bytes of UTF-8 without control characters");
		return false;
	}
	if (history < 0 || history > HISTORY_MAX) {
		zend_argument_value_error(2, "must be between 0 and %d", HISTORY_MAX);
		return false;
	}
	if (!(ttl >= 0.0 && ttl <= TTL_MAX)) {
		zend_argument_value_error(3, "must be between 0 and %d seconds", (int)TTL_MAX);
		return false;
	}
	return true;
}

ZEND_METHOD(RtComm_Server, channels)
{
	php_rtcomm_server *server;
	zend_string *glob;
	zend_long history = 0;
	double ttl = 0.0;
	zend_object *overflow = NULL;
	rtc_channel_options options = {.overflow = RTC_OVERFLOW_CLOSE};

	ZEND_PARSE_PARAMETERS_START(1, 4)
	Z_PARAM_STR(glob)
	Z_PARAM_OPTIONAL
	Z_PARAM_LONG(history)
	Z_PARAM_DOUBLE(ttl)
	Z_PARAM_OBJ_OF_CLASS(overflow, rtcomm_ce_Overflow)
	ZEND_PARSE_PARAMETERS_END();
	server = php_rtcomm_server_this_live(ZEND_THIS);
	if (server == NULL || !check_channels(glob, history, ttl)) {
		RETURN_THROWS();
	}
	options.limits.entries = (uint32_t)history;
	/* Less than a millisecond is not "of any age". */
	options.limits.ttl_ms = ttl > 0.0 ? (uint32_t)MAX(ttl * 1000.0 + 0.5, 1.0) : 0;
	if (overflow != NULL) {
		php_rtcomm_overflow_from(overflow, &options.overflow);
	}
	if (rtc_hub_configure(server->server->hub, php_rtcomm_slice(glob), &options) != RTC_OK) {
		zend_throw_error(NULL, "Out of memory");
		RETURN_THROWS();
	}
	RETURN_OBJ_COPY(Z_OBJ_P(ZEND_THIS));
}
