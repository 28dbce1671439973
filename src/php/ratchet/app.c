#include "app.h"

#include "../classes.h"
#include "../loop.h"
#include "ext/spl/spl_exceptions.h"
#include "interfaces.h"
#include "io_server.h"
#include "origin_check.h"
#include "routes.h"
#include "ws_server.h"
#include "zend_exceptions.h"

#include "app_arginfo.h"

/* The properties in the order of the stub. */
enum { PROP_ROUTES, PROP_SERVER, PROP_HTTP_HOST };

zend_class_entry *ratchet_ce_App;

#define KEEP_ALIVE_MS 30000

static zend_string *string_or(zend_string *given, const char *otherwise)
{
	return given != NULL ? zend_string_copy(given)
						 : zend_string_init(otherwise, strlen(otherwise), false);
}

ZEND_METHOD(RtComm_Ratchet_App, __construct)
{
	zend_object *app = Z_OBJ_P(ZEND_THIS);
	zend_string *host = NULL;
	zend_string *address = NULL;
	zend_object *server;
	zval *port = NULL;
	zval *loop = NULL;
	zval *context = NULL;
	zval default_port;
	zval value;
	zval routes;

	ZEND_PARSE_PARAMETERS_START(0, 5)
	Z_PARAM_OPTIONAL
	Z_PARAM_STR(host)
	Z_PARAM_ZVAL(port)
	Z_PARAM_STR(address)
	Z_PARAM_OBJECT_OF_CLASS_OR_NULL(loop, rtcomm_ce_Loop)
	Z_PARAM_ZVAL(context)
	ZEND_PARSE_PARAMETERS_END();
	(void)context;
	ZVAL_LONG(&default_port, 8080);
	object_init_ex(&routes, ratchet_ce_Routes);
	address = string_or(address, "127.0.0.1");
	server =
		php_rtcomm_io_server_new(Z_OBJ(routes), address, port == NULL ? &default_port : port, loop);
	zend_string_release(address);
	if (server == NULL) {
		zval_ptr_dtor(&routes);
		RETURN_THROWS();
	}
	zend_update_property(app->ce, app, ZEND_STRL("routes"), &routes);
	zval_ptr_dtor(&routes);
	ZVAL_OBJ(&value, server);
	zend_update_property(app->ce, app, ZEND_STRL("_server"), &value);
	zval_ptr_dtor(&value);
	ZVAL_STR(&value, string_or(host, "localhost"));
	zend_update_property(app->ce, app, ZEND_STRL("httpHost"), &value);
	zval_ptr_dtor_str(&value);
}

/* ---- route() ----------------------------------------------------------------------------------
 */

static zend_class_entry *find_class(const char *name, uint32_t flags)
{
	zend_string *string = zend_string_init(name, strlen(name), false);
	zend_class_entry *ce = zend_lookup_class_ex(string, NULL, flags);

	zend_string_release(string);
	return ce;
}

/* WAMP is Composer's: a component for it, where that package is, is put into the package's
 * WampServer. A new reference to that, or to the component itself; NULL with an exception. */
static zend_object *speak_wamp(zend_object *controller)
{
	zend_class_entry *interface =
		find_class("Ratchet\\Wamp\\WampServerInterface", ZEND_FETCH_CLASS_NO_AUTOLOAD);
	zend_class_entry *server = NULL;
	zval object;
	zval arg;

	if (interface != NULL && instanceof_function(controller->ce, interface)) {
		server = find_class("Ratchet\\Wamp\\WampServer", 0);
	}
	if (server == NULL || EG(exception) != NULL) {
		GC_ADDREF(controller);
		return controller;
	}
	if (object_init_ex(&object, server) != SUCCESS) {
		return NULL;
	}
	ZVAL_OBJ(&arg, controller);
	zend_call_known_instance_method(server->constructor, Z_OBJ(object), NULL, 1, &arg);
	return Z_OBJ(object);
}

/* What Ratchet puts around a component; a new reference. NULL with an exception. */
static zend_object *decorate(zend_object *controller)
{
	zend_object *component;
	zend_object *server = NULL;

	if (instanceof_function(controller->ce, ratchet_ce_Http_HttpServerInterface)) {
		GC_ADDREF(controller);
		return controller;
	}
	component = speak_wamp(controller);
	if (component != NULL && EG(exception) == NULL && !php_rtcomm_ws_server_takes(component->ce)) {
		zend_throw_exception(spl_ce_UnexpectedValueException,
			"All routes must implement Ratchet\\Http\\HttpServerInterface, or be components that take "
			"messages",
			0);
	}
	if (component != NULL && EG(exception) == NULL) {
		server = php_rtcomm_ws_server_new(component, true);
	}
	if (component != NULL) {
		OBJ_RELEASE(component);
	}
	if (server != NULL) {
		php_rtcomm_ws_server_keep_alive(server, KEEP_ALIVE_MS);
	}
	return server;
}

static bool allows_all(HashTable *origins)
{
	zval *first = NULL;

	ZEND_HASH_FOREACH_VAL (origins, first) {
		break;
	}
	ZEND_HASH_FOREACH_END();
	return first != NULL && Z_TYPE_P(first) == IS_STRING &&
		zend_string_equals_literal(Z_STR_P(first), "*");
}

/* Puts an OriginCheck in front unless all may come; takes over and gives back a reference. */
static zend_object *check_origins(zend_object *component, HashTable *origins, zend_string *host)
{
	zend_object *check;
	zval allowed;

	if (allows_all(origins)) {
		return component;
	}
	if (zend_hash_num_elements(origins) > 0) {
		ZVAL_ARR(&allowed, zend_array_dup(origins));
	} else {
		array_init(&allowed);
		add_next_index_str(&allowed, zend_string_copy(host));
	}
	check = php_rtcomm_origin_check_new(component, &allowed);
	OBJ_RELEASE(component);
	return check;
}

/* As Symfony's Route has it: with one slash in front. */
static zend_string *with_slash(const zend_string *path)
{
	const char *start = ZSTR_VAL(path);
	size_t len = ZSTR_LEN(path);

	while (len > 0 && *start == '/') {
		start++;
		len--;
	}
	return zend_string_concat2("/", 1, start, len);
}

/* The App's routes and host; false with an exception if the constructor never ran. */
static bool app_of(zend_object *app, zend_object **routes, zval **host)
{
	zval *list = OBJ_PROP_NUM(app, PROP_ROUTES);

	ZVAL_DEREF(list);
	*host = OBJ_PROP_NUM(app, PROP_HTTP_HOST);
	ZVAL_DEREF(*host);
	if (Z_TYPE_P(list) != IS_OBJECT || Z_OBJCE_P(list) != ratchet_ce_Routes ||
		Z_TYPE_P(*host) != IS_STRING) {
		zend_throw_error(NULL, "The App was never constructed");
		return false;
	}
	*routes = Z_OBJ_P(list);
	return true;
}

ZEND_METHOD(RtComm_Ratchet_App, route)
{
	zend_object *decorated;
	zend_object *controller;
	zend_object *routes;
	zend_string *path;
	zend_string *host = NULL;
	HashTable *origins = NULL;
	zval *own_host;

	ZEND_PARSE_PARAMETERS_START(2, 4)
	Z_PARAM_STR(path)
	Z_PARAM_OBJ_OF_CLASS(controller, ratchet_ce_ComponentInterface)
	Z_PARAM_OPTIONAL
	Z_PARAM_ARRAY_HT(origins)
	Z_PARAM_STR_OR_NULL(host)
	ZEND_PARSE_PARAMETERS_END();
	if (!app_of(Z_OBJ_P(ZEND_THIS), &routes, &own_host)) {
		RETURN_THROWS();
	}
	decorated = decorate(controller);
	if (decorated == NULL) {
		RETURN_THROWS();
	}
	host = host == NULL ? Z_STR_P(own_host) : host;
	decorated =
		check_origins(decorated, origins == NULL ? (HashTable *)&zend_empty_array : origins, host);
	path = with_slash(path);
	if (!php_rtcomm_routes_add(routes, path, 1, host, decorated)) {
		zend_string_release(path);
		OBJ_RELEASE(decorated);
		RETURN_THROWS();
	}
	zend_string_release(path);
	RETURN_OBJ(decorated);
}

ZEND_METHOD(RtComm_Ratchet_App, run)
{
	zval *server = OBJ_PROP_NUM(Z_OBJ_P(ZEND_THIS), PROP_SERVER);

	ZEND_PARSE_PARAMETERS_NONE();
	ZVAL_DEREF(server);
	if (Z_TYPE_P(server) != IS_OBJECT ||
		!instanceof_function(Z_OBJCE_P(server), ratchet_ce_Server_IoServer)) {
		zend_throw_error(NULL, "The App was never constructed");
		RETURN_THROWS();
	}
	php_rtcomm_io_server_run(Z_OBJ_P(server));
}

void php_rtcomm_minit_ratchet_app(void)
{
	ratchet_ce_App = register_class_RtComm_Ratchet_App();
}
