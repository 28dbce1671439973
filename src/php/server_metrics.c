/* RtComm\Server: metrics() and health(). */
#include "server.h"

#include "../../php_rtcomm.h"
#include "../engine/metrics.h"
#include "../engine/version.h"
#include "bearer.h"

/* Declared by the generated arginfo where the class is registered. */
ZEND_METHOD(RtComm_Server, metrics);
ZEND_METHOD(RtComm_Server, health);

static rtc_status build_labels(rtc_buf *labels, const rtc_loop *loop)
{
	rtc_status status = rtc_metrics_label(labels, "version", PHP_RTCOMM_VERSION);

	if (status == RTC_OK) {
		status = rtc_metrics_label(labels, "php", zend_get_module_version("standard"));
	}
	if (status == RTC_OK) {
		status = rtc_metrics_label(labels, "libevent", rtc_version_libevent());
	}
	if (status == RTC_OK) {
		status = rtc_metrics_label(labels, "backend", rtc_loop_method(loop));
	}
	return status == RTC_OK ? rtc_buf_append(labels, "", 1) : status;
}

void php_rtcomm_metrics_write(const rtc_server *server, rtc_metrics *metrics)
{
	rtc_buf labels;

	rtc_buf_init(&labels);
	rtc_metrics_begin(metrics, "build_info", "gauge", "1; the versions are in the labels.");
	if (build_labels(&labels, server->loop) == RTC_OK) {
		rtc_metrics_count(metrics, "build_info", "", (const char *)labels.data, 1);
	} else {
		metrics->status = RTC_NOMEM;
	}
	rtc_buf_deinit(&labels);
	rtc_metrics_durations(metrics, "callback_seconds",
		"How long callbacks of the script took, on all loops of the process.",
		"callback_longest_seconds", "The longest callback of the last minute.",
		&RTCOMM_G(callbacks));
}

/* Puts a plain route on the path; takes over `user`. False with an exception. */
static bool add_route(
	php_rtcomm_server *server, const zend_string *path, rtc_route_kind kind, php_rtcomm_route *user)
{
	rtc_route_options options = {0};
	char *methods = strdup("GET, HEAD");
	rtc_route *route = NULL;

	if (methods == NULL) {
		zend_throw_error(NULL, "Out of memory");
	} else {
		route = php_rtcomm_server_add_route(server, path, kind, user, &options);
	}
	if (route == NULL) {
		free(methods);
		php_rtcomm_route_free(user);
		return false;
	}
	route->methods = rtc_slice_of(methods, strlen(methods));
	return true;
}

ZEND_METHOD(RtComm_Server, metrics)
{
	php_rtcomm_server *server;
	php_rtcomm_route *user;
	zend_string *path = NULL;
	zend_string *chosen;
	zval *authorize = NULL;
	bool added;

	ZEND_PARSE_PARAMETERS_START(0, 2)
	Z_PARAM_OPTIONAL
	Z_PARAM_STR(path)
	Z_PARAM_ZVAL_OR_NULL(authorize)
	ZEND_PARSE_PARAMETERS_END();
	server = php_rtcomm_server_this_live(ZEND_THIS);
	if (server == NULL) {
		RETURN_THROWS();
	}
	chosen = path != NULL ? zend_string_copy(path) : zend_string_init(ZEND_STRL("/metrics"), false);
	added = php_rtcomm_server_check_path(server, chosen, 1);
	if (added) {
		user = php_rtcomm_route_new(NULL);
		if (authorize != NULL &&
			!php_rtcomm_bearer_take(authorize, 2, &user->data, &user->accept)) {
			php_rtcomm_route_free(user);
			added = false;
		} else {
			added = add_route(server, chosen, RTC_ROUTE_METRICS, user);
		}
	}
	zend_string_release(chosen);
	if (!added) {
		RETURN_THROWS();
	}
	RETURN_OBJ_COPY(Z_OBJ_P(ZEND_THIS));
}

ZEND_METHOD(RtComm_Server, health)
{
	php_rtcomm_server *server;
	zend_string *path = NULL;
	zend_string *chosen;
	bool added;

	ZEND_PARSE_PARAMETERS_START(0, 1)
	Z_PARAM_OPTIONAL
	Z_PARAM_STR(path)
	ZEND_PARSE_PARAMETERS_END();
	server = php_rtcomm_server_this_live(ZEND_THIS);
	if (server == NULL) {
		RETURN_THROWS();
	}
	chosen = path != NULL ? zend_string_copy(path) : zend_string_init(ZEND_STRL("/health"), false);
	added = php_rtcomm_server_check_path(server, chosen, 1) &&
		add_route(server, chosen, RTC_ROUTE_HEALTH, php_rtcomm_route_new(NULL));
	zend_string_release(chosen);
	if (!added) {
		RETURN_THROWS();
	}
	RETURN_OBJ_COPY(Z_OBJ_P(ZEND_THIS));
}
