#include "routes.h"

#include "../../proto/http.h"
#include "../classes.h"
#include "../value.h"
#include "pattern.h"
#include "zend_interfaces.h"

#include "routes_arginfo.h"

typedef struct app_route {
	zend_string *path;
	zend_string *host; /* in lower case; empty: any */
	zend_object *component;
} app_route;

typedef struct routes {
	app_route *items;
	uint32_t count;
	zend_object std;
} routes;

zend_class_entry *ratchet_ce_Routes;

static zend_object_handlers handlers;

static routes *routes_from_obj(zend_object *object)
{
	return (routes *)((char *)object - XtOffsetOf(routes, std));
}

static zend_object *routes_create(zend_class_entry *ce)
{
	routes *list = zend_object_alloc(sizeof(*list), ce);

	memset(list, 0, XtOffsetOf(routes, std));
	zend_object_std_init(&list->std, ce);
	list->std.handlers = &handlers;
	return &list->std;
}

static void routes_free(zend_object *object)
{
	routes *list = routes_from_obj(object);
	uint32_t i;

	for (i = 0; i < list->count; i++) {
		zend_string_release(list->items[i].path);
		zend_string_release(list->items[i].host);
		OBJ_RELEASE(list->items[i].component);
	}
	if (list->items != NULL) {
		efree(list->items);
	}
	zend_object_std_dtor(object);
}

static HashTable *routes_get_gc(zend_object *object, zval **table, int *count)
{
	zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();
	routes *list = routes_from_obj(object);
	uint32_t i;

	for (i = 0; i < list->count; i++) {
		zend_get_gc_buffer_add_obj(buffer, list->items[i].component);
	}
	zend_get_gc_buffer_use(buffer, table, count);
	return NULL;
}

bool php_rtcomm_routes_add(zend_object *object, zend_string *path, uint32_t path_arg,
	zend_string *host, zend_object *component)
{
	routes *list = routes_from_obj(object);
	const char *fault = php_rtcomm_ratchet_pattern_check(php_rtcomm_slice(path));

	if (fault != NULL) {
		zend_argument_value_error(path_arg, "%s", fault);
		return false;
	}
	fault = php_rtcomm_ratchet_pattern_check(php_rtcomm_slice(host));
	if (fault != NULL) {
		zend_argument_value_error(path_arg + 3, "%s", fault);
		return false;
	}
	list->items = safe_erealloc(list->items, list->count + 1, sizeof(*list->items), 0);
	GC_ADDREF(component);
	list->items[list->count++] = (app_route){
		.path = zend_string_copy(path),
		.host = zend_string_tolower(host),
		.component = component,
	};
	return true;
}

/* ---- matching ---------------------------------------------------------------------------------
 */

static zend_string *decoded_path(const rtc_request *request)
{
	rtc_slice path = rtc_request_slice(request, request->path);
	zend_string *decoded = zend_string_alloc(path.len, false);

	ZSTR_LEN(decoded) = rtc_http_decode(path, (uint8_t *)ZSTR_VAL(decoded));
	ZSTR_VAL(decoded)[ZSTR_LEN(decoded)] = '\0';
	return decoded;
}

/* In lower case and without the port. */
static zend_string *host_of(const rtc_request *request)
{
	rtc_slice host = rtc_request_slice(request, request->host);
	zend_string *lower;
	size_t len = host.len;

	while (len > 0 && host.data[len - 1] >= '0' && host.data[len - 1] <= '9') {
		len--;
	}
	host.len = len > 0 && host.data[len - 1] == ':' ? len - 1 : host.len;
	lower = zend_string_alloc(host.len, false);
	zend_str_tolower_copy(ZSTR_VAL(lower), (const char *)host.data, host.len);
	return lower;
}

static bool fits(
	const app_route *route, const zend_string *path, const zend_string *host, HashTable *params)
{
	zend_hash_clean(params);
	return php_rtcomm_ratchet_pattern_match(
			   php_rtcomm_slice(route->path), php_rtcomm_slice(path), '/', params) &&
		(ZSTR_LEN(route->host) == 0 ||
			php_rtcomm_ratchet_pattern_match(
				php_rtcomm_slice(route->host), php_rtcomm_slice(host), '.', params));
}

zend_object *php_rtcomm_routes_match(
	zend_object *object, const rtc_request *request, HashTable *params)
{
	const routes *list = routes_from_obj(object);
	zend_string *path = decoded_path(request);
	zend_string *host = host_of(request);
	zend_object *found = NULL;
	uint32_t i;

	for (i = 0; i < list->count && found == NULL; i++) {
		if (fits(&list->items[i], path, host, params)) {
			found = list->items[i].component;
		}
	}
	zend_string_release(path);
	zend_string_release(host);
	return found;
}

ZEND_METHOD(RtComm_Ratchet_Routes, __construct)
{
	ZEND_PARSE_PARAMETERS_NONE();
}

ZEND_METHOD(RtComm_Ratchet_Routes, count)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_LONG(routes_from_obj(Z_OBJ_P(ZEND_THIS))->count);
}

void php_rtcomm_minit_ratchet_routes(void)
{
	memcpy(&handlers, &std_object_handlers, sizeof(handlers));
	handlers.offset = XtOffsetOf(routes, std);
	handlers.free_obj = routes_free;
	handlers.get_gc = routes_get_gc;
	handlers.clone_obj = NULL;
	ratchet_ce_Routes = register_class_RtComm_Ratchet_Routes(zend_ce_countable);
	ratchet_ce_Routes->create_object = routes_create;
}
