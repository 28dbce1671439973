#include "request.h"

#include "classes.h"
#include "request_input.h"
#include "uri.h"
#include "value.h"

#include "request_arginfo.h"

/* The properties in the order of the stub. All but the last are made when they are first read: most
 * scripts look at one of them, or none. */
enum {
	PROP_METHOD,
	PROP_TARGET,
	PROP_PATH,
	PROP_PROTOCOL_VERSION,
	PROP_BODY,
	PROP_PARAMS,
	PROP_COUNT
};

typedef struct php_rtcomm_request {
	rtc_request *request; /* counted */
	zval query;           /* arrays, once they were asked for */
	zval cookies;
	zend_object std;
} php_rtcomm_request;

zend_class_entry *rtcomm_ce_Request;

static zend_object_handlers handlers;

static php_rtcomm_request *request_from_obj(zend_object *object)
{
	return (php_rtcomm_request *)((char *)object - XtOffsetOf(php_rtcomm_request, std));
}

/* ---- properties ----------------------------------------------------------------------------- */

static zend_string *property_value(const rtc_request *request, int index)
{
	switch (index) {
	case PROP_METHOD:
		return php_rtcomm_string(rtc_request_slice(request, request->method));
	case PROP_TARGET:
		return php_rtcomm_string(rtc_request_slice(request, request->target));
	case PROP_PATH:
		return php_rtcomm_string(rtc_request_slice(request, request->path));
	case PROP_PROTOCOL_VERSION:
		return php_rtcomm_string(request->minor == 0 ? RTC_SLICE("1.0") : RTC_SLICE("1.1"));
	default:
		return php_rtcomm_string(rtc_buf_slice(&request->body));
	}
}

static zval *make_property(zend_object *object, int index)
{
	zval *slot = OBJ_PROP_NUM(object, index);

	if (Z_TYPE_P(slot) == IS_UNDEF) {
		ZVAL_STR(slot, property_value(request_from_obj(object)->request, index));
	}
	return slot;
}

static void make_named_property(zend_object *object, zend_string *name)
{
	for (int i = 0; i < PROP_PARAMS; i++) {
		zend_property_info *info = object->ce->properties_info_table[i];

		if (zend_string_equals(info->name, name)) {
			make_property(object, i);
			return;
		}
	}
}

static zval *request_read_property(
	zend_object *object, zend_string *name, int type, void **cache_slot, zval *value)
{
	make_named_property(object, name);
	return zend_std_read_property(object, name, type, cache_slot, value);
}

/* These fail, and say the same whether the property was read before or not. */
static zval *request_write_property(
	zend_object *object, zend_string *name, zval *value, void **cache_slot)
{
	make_named_property(object, name);
	return zend_std_write_property(object, name, value, cache_slot);
}

static void request_unset_property(zend_object *object, zend_string *name, void **cache_slot)
{
	make_named_property(object, name);
	zend_std_unset_property(object, name, cache_slot);
}

static int request_has_property(
	zend_object *object, zend_string *name, int check, void **cache_slot)
{
	make_named_property(object, name);
	return zend_std_has_property(object, name, check, cache_slot);
}

static zval *request_get_property_ptr_ptr(
	zend_object *object, zend_string *name, int type, void **cache_slot)
{
	make_named_property(object, name);
	return zend_std_get_property_ptr_ptr(object, name, type, cache_slot);
}

/* Holds nothing that could be part of a cycle. The default would ask get_properties, and make what
 * nobody has looked at. */
static HashTable *request_get_gc(zend_object *object, zval **table, int *count)
{
	(void)object;
	*table = NULL;
	*count = 0;
	return NULL;
}

static HashTable *request_get_properties(zend_object *object)
{
	for (int i = 0; i < PROP_PARAMS; i++) {
		make_property(object, i);
	}
	return zend_std_get_properties(object);
}

/* ---- life ----------------------------------------------------------------------------------- */

static zend_object *request_create(zend_class_entry *ce)
{
	php_rtcomm_request *request = zend_object_alloc(sizeof(*request), ce);

	zend_object_std_init(&request->std, ce);
	object_properties_init(&request->std, ce);
	request->std.handlers = &handlers;
	return &request->std;
}

static void make_params(zval *params, const rtc_request *request, const rtc_route *route)
{
	rtc_route_param found[RTC_ROUTE_MAX_PARAMS];
	size_t count =
		rtc_route_params(route->pattern, rtc_request_slice(request, request->path), found);

	array_init_size(params, (uint32_t)count);
	for (size_t i = 0; i < count; i++) {
		zend_string *value = zend_string_alloc(found[i].value.len, false);
		zval decoded;

		ZSTR_LEN(value) = rtc_http_decode(found[i].value, (uint8_t *)ZSTR_VAL(value));
		ZSTR_VAL(value)[ZSTR_LEN(value)] = '\0';
		ZVAL_STR(&decoded, value);
		zend_symtable_str_update(
			Z_ARRVAL_P(params), (const char *)found[i].name.data, found[i].name.len, &decoded);
	}
}

/* The route's pattern may be gone when the parameters are read, so they are made here. */
zend_object *php_rtcomm_request_new(rtc_request *request, const rtc_route *route)
{
	zend_object *object = request_create(rtcomm_ce_Request);
	zval *params = OBJ_PROP_NUM(object, PROP_PARAMS);

	request_from_obj(object)->request = rtc_request_ref(request);
	if (route != NULL && !route->literal) {
		make_params(params, request, route);
	} else {
		ZVAL_EMPTY_ARRAY(params);
	}
	return object;
}

static void request_free(zend_object *object)
{
	php_rtcomm_request *request = request_from_obj(object);

	if (request->request != NULL) {
		rtc_request_unref(request->request);
	}
	zval_ptr_dtor(&request->query);
	zval_ptr_dtor(&request->cookies);
	zend_object_std_dtor(object);
}

/* ---- fields --------------------------------------------------------------------------------- */

static rtc_slice field_name(const rtc_request *request, uint16_t index)
{
	return rtc_request_slice(request, request->fields[index].name);
}

static rtc_slice field_value(const rtc_request *request, uint16_t index)
{
	return rtc_request_slice(request, request->fields[index].value);
}

/* The first field at or behind `from` that has the name; field_count if there is none. */
static uint16_t find_field(const rtc_request *request, rtc_slice name, uint16_t from)
{
	while (
		from < request->field_count && !rtc_slice_equals_nocase(field_name(request, from), name)) {
		from++;
	}
	return from;
}

/* The values of all fields of that name, joined (RFC 9110 5.3). `first` is the first of them. */
static zend_string *join_fields(const rtc_request *request, rtc_slice name, uint16_t first)
{
	zend_string *joined = php_rtcomm_string(field_value(request, first));
	uint16_t i = find_field(request, name, first + 1);

	for (; i < request->field_count; i = find_field(request, name, i + 1)) {
		rtc_slice value = field_value(request, i);
		zend_string *longer = zend_string_concat3(
			ZSTR_VAL(joined), ZSTR_LEN(joined), ", ", 2, (const char *)value.data, value.len);

		zend_string_release(joined);
		joined = longer;
	}
	return joined;
}

static void list_fields(zval *list, const rtc_request *request, rtc_slice name)
{
	uint16_t i = find_field(request, name, 0);

	array_init(list);
	for (; i < request->field_count; i = find_field(request, name, i + 1)) {
		add_next_index_str(list, php_rtcomm_string(field_value(request, i)));
	}
}

static const rtc_request *this_request(zval *object)
{
	return request_from_obj(Z_OBJ_P(object))->request;
}

/* What header() and getHeaderLine() do; false: there is no such field. */
static bool line_of(const rtc_request *request, const zend_string *name, zval *line)
{
	uint16_t first = find_field(request, php_rtcomm_slice(name), 0);

	if (first == request->field_count) {
		return false;
	}
	ZVAL_STR(line, join_fields(request, php_rtcomm_slice(name), first));
	return true;
}

ZEND_METHOD(RtComm_Request, header)
{
	zend_string *name;

	ZEND_PARSE_PARAMETERS_START(1, 1)
	Z_PARAM_STR(name)
	ZEND_PARSE_PARAMETERS_END();
	if (!line_of(this_request(ZEND_THIS), name, return_value)) {
		RETURN_NULL();
	}
}

ZEND_METHOD(RtComm_Request, headers)
{
	const rtc_request *request = this_request(ZEND_THIS);

	ZEND_PARSE_PARAMETERS_NONE();
	array_init_size(return_value, request->field_count);
	for (uint16_t i = 0; i < request->field_count; i++) {
		rtc_slice name = field_name(request, i);
		zend_string *key;
		zval value;

		if (find_field(request, name, 0) < i) {
			continue;
		}
		key = zend_string_init((const char *)name.data, name.len, false);
		zend_str_tolower(ZSTR_VAL(key), ZSTR_LEN(key));
		ZVAL_STR(&value, join_fields(request, name, i));
		zend_symtable_update(Z_ARRVAL_P(return_value), key, &value);
		zend_string_release(key);
	}
}

ZEND_METHOD(RtComm_Request, getHeader)
{
	zend_string *name;

	ZEND_PARSE_PARAMETERS_START(1, 1)
	Z_PARAM_STR(name)
	ZEND_PARSE_PARAMETERS_END();
	list_fields(return_value, this_request(ZEND_THIS), php_rtcomm_slice(name));
}

ZEND_METHOD(RtComm_Request, getHeaderLine)
{
	zend_string *name;

	ZEND_PARSE_PARAMETERS_START(1, 1)
	Z_PARAM_STR(name)
	ZEND_PARSE_PARAMETERS_END();
	if (!line_of(this_request(ZEND_THIS), name, return_value)) {
		RETURN_EMPTY_STRING();
	}
}

ZEND_METHOD(RtComm_Request, hasHeader)
{
	zend_string *name;
	const rtc_request *request = this_request(ZEND_THIS);

	ZEND_PARSE_PARAMETERS_START(1, 1)
	Z_PARAM_STR(name)
	ZEND_PARSE_PARAMETERS_END();
	RETURN_BOOL(find_field(request, php_rtcomm_slice(name), 0) < request->field_count);
}

ZEND_METHOD(RtComm_Request, getHeaders)
{
	const rtc_request *request = this_request(ZEND_THIS);

	ZEND_PARSE_PARAMETERS_NONE();
	array_init_size(return_value, request->field_count);
	for (uint16_t i = 0; i < request->field_count; i++) {
		rtc_slice name = field_name(request, i);
		zval list;

		if (find_field(request, name, 0) == i) {
			list_fields(&list, request, name);
			zend_symtable_str_update(
				Z_ARRVAL_P(return_value), (const char *)name.data, name.len, &list);
		}
	}
}

/* ---- the rest ------------------------------------------------------------------------------- */

ZEND_METHOD(RtComm_Request, __construct)
{
	ZEND_PARSE_PARAMETERS_NONE();
}

static void return_input(INTERNAL_FUNCTION_PARAMETERS, zval *input,
	void (*parse)(const rtc_request *request, zval *array))
{
	zend_string *name = NULL;
	zval *found;

	ZEND_PARSE_PARAMETERS_START(0, 1)
	Z_PARAM_OPTIONAL
	Z_PARAM_STR_OR_NULL(name)
	ZEND_PARSE_PARAMETERS_END();
	if (Z_TYPE_P(input) == IS_UNDEF) {
		parse(this_request(ZEND_THIS), input);
	}
	if (name == NULL) {
		RETURN_COPY(input);
	}
	found = zend_symtable_find(Z_ARRVAL_P(input), name);
	if (found != NULL) {
		RETURN_COPY_DEREF(found);
	}
}

ZEND_METHOD(RtComm_Request, query)
{
	return_input(INTERNAL_FUNCTION_PARAM_PASSTHRU, &request_from_obj(Z_OBJ_P(ZEND_THIS))->query,
		php_rtcomm_request_parse_query);
}

ZEND_METHOD(RtComm_Request, cookie)
{
	return_input(INTERNAL_FUNCTION_PARAM_PASSTHRU, &request_from_obj(Z_OBJ_P(ZEND_THIS))->cookies,
		php_rtcomm_request_parse_cookies);
}

static void return_property(INTERNAL_FUNCTION_PARAMETERS, int index)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_COPY(make_property(Z_OBJ_P(ZEND_THIS), index));
}

ZEND_METHOD(RtComm_Request, clientCertificate)
{
	const char *text;

	ZEND_PARSE_PARAMETERS_NONE();
	text = request_from_obj(Z_OBJ_P(ZEND_THIS))->request->client_certificate;
	if (text == NULL) {
		RETURN_NULL();
	}
	RETURN_STRING(text);
}

ZEND_METHOD(RtComm_Request, getMethod)
{
	return_property(INTERNAL_FUNCTION_PARAM_PASSTHRU, PROP_METHOD);
}

ZEND_METHOD(RtComm_Request, getRequestTarget)
{
	return_property(INTERNAL_FUNCTION_PARAM_PASSTHRU, PROP_TARGET);
}

ZEND_METHOD(RtComm_Request, getProtocolVersion)
{
	return_property(INTERNAL_FUNCTION_PARAM_PASSTHRU, PROP_PROTOCOL_VERSION);
}

ZEND_METHOD(RtComm_Request, getBody)
{
	return_property(INTERNAL_FUNCTION_PARAM_PASSTHRU, PROP_BODY);
}

ZEND_METHOD(RtComm_Request, getUri)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_OBJ(php_rtcomm_uri_new(request_from_obj(Z_OBJ_P(ZEND_THIS))->request));
}

void php_rtcomm_minit_request(void)
{
	rtcomm_ce_Request = register_class_RtComm_Request();
	rtcomm_ce_Request->create_object = request_create;
	memcpy(&handlers, &std_object_handlers, sizeof(handlers));
	handlers.offset = XtOffsetOf(php_rtcomm_request, std);
	handlers.free_obj = request_free;
	handlers.clone_obj = NULL;
	handlers.read_property = request_read_property;
	handlers.write_property = request_write_property;
	handlers.unset_property = request_unset_property;
	handlers.has_property = request_has_property;
	handlers.get_property_ptr_ptr = request_get_property_ptr_ptr;
	handlers.get_properties = request_get_properties;
	handlers.get_gc = request_get_gc;
	/* What was not read yet cannot be compared. */
	handlers.compare = zend_objects_not_comparable;
}
