#include "uri.h"

#include "classes.h"
#include "value.h"
#include "zend_interfaces.h"
#include "zend_smart_str.h"

#include "uri_arginfo.h"

typedef struct php_rtcomm_uri {
	rtc_request *request; /* counted */
	zend_object std;
} php_rtcomm_uri;

static zend_class_entry *uri_ce;

static zend_object_handlers handlers;

static php_rtcomm_uri *uri_from_obj(zend_object *object)
{
	return (php_rtcomm_uri *)((char *)object - XtOffsetOf(php_rtcomm_uri, std));
}

static zend_object *uri_create(zend_class_entry *ce)
{
	php_rtcomm_uri *uri = zend_object_alloc(sizeof(*uri), ce);

	zend_object_std_init(&uri->std, ce);
	object_properties_init(&uri->std, ce);
	uri->std.handlers = &handlers;
	return &uri->std;
}

zend_object *php_rtcomm_uri_new(rtc_request *request)
{
	zend_object *object = uri_create(uri_ce);

	uri_from_obj(object)->request = rtc_request_ref(request);
	return object;
}

static void uri_free(zend_object *object)
{
	php_rtcomm_uri *uri = uri_from_obj(object);

	if (uri->request != NULL) {
		rtc_request_unref(uri->request);
	}
	zend_object_std_dtor(object);
}

static const rtc_request *this_request(zval *object)
{
	return uri_from_obj(Z_OBJ_P(object))->request;
}

static const char *scheme_of(const rtc_request *request)
{
	return request->secure ? "https" : "http";
}

/* Bytes of the host before its port: an IPv6 address in brackets has colons of its own. */
static size_t host_len(rtc_slice host)
{
	size_t len = host.len;

	while (len > 0 && host.data[len - 1] >= '0' && host.data[len - 1] <= '9') {
		len--;
	}
	return len > 0 && host.data[len - 1] == ':' ? len - 1 : host.len;
}

/* The port, or -1 if there is none or it is the scheme's own (RFC 3986 6.2.3). */
static zend_long port_of(const rtc_request *request)
{
	rtc_slice host = rtc_request_slice(request, request->host);
	size_t at = host_len(host) + 1;
	zend_long port = 0;

	if (at >= host.len) {
		return -1;
	}
	for (; at < host.len && port <= UINT16_MAX; at++) {
		port = port * 10 + (host.data[at] - '0');
	}
	return port == (request->secure ? 443 : 80) || port > UINT16_MAX ? -1 : port;
}

static zend_string *host_of(const rtc_request *request)
{
	rtc_slice host = rtc_request_slice(request, request->host);
	zend_string *lower = zend_string_alloc(host_len(host), false);

	zend_str_tolower_copy(ZSTR_VAL(lower), (const char *)host.data, ZSTR_LEN(lower));
	return lower;
}

static void append_authority(smart_str *text, const rtc_request *request)
{
	zend_string *host = host_of(request);
	zend_long port = port_of(request);

	smart_str_append(text, host);
	zend_string_release(host);
	if (port >= 0) {
		smart_str_appendc(text, ':');
		smart_str_append_long(text, port);
	}
}

static void append_span(smart_str *text, const rtc_request *request, rtc_http_span span)
{
	rtc_slice slice = rtc_request_slice(request, span);

	smart_str_appendl(text, (const char *)slice.data, slice.len);
}

ZEND_METHOD(RtComm_Uri, __construct)
{
	ZEND_PARSE_PARAMETERS_NONE();
}

ZEND_METHOD(RtComm_Uri, getScheme)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_STRING(scheme_of(this_request(ZEND_THIS)));
}

ZEND_METHOD(RtComm_Uri, getAuthority)
{
	smart_str text = {0};

	ZEND_PARSE_PARAMETERS_NONE();
	append_authority(&text, this_request(ZEND_THIS));
	RETURN_STR(smart_str_extract(&text));
}

/* No client sends one (RFC 9110 4.2.4). */
ZEND_METHOD(RtComm_Uri, getUserInfo)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_EMPTY_STRING();
}

ZEND_METHOD(RtComm_Uri, getHost)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_STR(host_of(this_request(ZEND_THIS)));
}

ZEND_METHOD(RtComm_Uri, getPort)
{
	zend_long port;

	ZEND_PARSE_PARAMETERS_NONE();
	port = port_of(this_request(ZEND_THIS));
	if (port < 0) {
		RETURN_NULL();
	}
	RETURN_LONG(port);
}

ZEND_METHOD(RtComm_Uri, getPath)
{
	const rtc_request *request = this_request(ZEND_THIS);

	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_STR(php_rtcomm_string(rtc_request_slice(request, request->path)));
}

ZEND_METHOD(RtComm_Uri, getQuery)
{
	const rtc_request *request = this_request(ZEND_THIS);

	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_STR(php_rtcomm_string(rtc_request_slice(request, request->query)));
}

/* Never sent (RFC 9110 7.1). */
ZEND_METHOD(RtComm_Uri, getFragment)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_EMPTY_STRING();
}

ZEND_METHOD(RtComm_Uri, __toString)
{
	const rtc_request *request = this_request(ZEND_THIS);
	smart_str text = {0};

	ZEND_PARSE_PARAMETERS_NONE();
	if (request->host.len > 0) {
		smart_str_appends(&text, scheme_of(request));
		smart_str_appends(&text, "://");
		append_authority(&text, request);
	}
	/* "OPTIONS *" asks for no path at all. */
	if (!rtc_slice_equals(rtc_request_slice(request, request->path), RTC_SLICE("*"))) {
		append_span(&text, request, request->path);
	}
	if (request->has_query) {
		smart_str_appendc(&text, '?');
		append_span(&text, request, request->query);
	}
	RETURN_STR(smart_str_extract(&text));
}

void php_rtcomm_minit_uri(void)
{
	uri_ce = register_class_RtComm_Uri(zend_ce_stringable);
	uri_ce->create_object = uri_create;
	memcpy(&handlers, &std_object_handlers, sizeof(handlers));
	handlers.offset = XtOffsetOf(php_rtcomm_uri, std);
	handlers.free_obj = uri_free;
	handlers.clone_obj = NULL;
	handlers.compare = zend_objects_not_comparable;
}
