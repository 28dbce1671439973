#include "io_server.h"

#include "../../engine/server.h"
#include "../classes.h"
#include "../loop.h"
#include "../server.h"
#include "interfaces.h"
#include "php_globals.h"
#include "ratchet.h"
#include "stack.h"
#include "zend_interfaces.h"

#include "io_server_arginfo.h"

/* The properties in the order of the stub. */
enum { PROP_LOOP, PROP_APP, PROP_SOCKET };

/* Ratchet takes messages of up to a quarter of memory_limit, which is 128 MiB unless php.ini says
 * otherwise. */
#define DEFAULT_MESSAGE_BYTES ((size_t)32 << 20)

zend_class_entry *ratchet_ce_Server_IoServer;

/* ---- serving ----------------------------------------------------------------------------------
 */

static size_t message_limit(void)
{
	return PG(memory_limit) > 0 ? (size_t)PG(memory_limit) / 4 : DEFAULT_MESSAGE_BYTES;
}

/* Any origin may come: who wants a check puts an OriginCheck into the stack. */
static rtc_status set_options(rtc_route_options *options, const rtc_route_options *defaults)
{
	if (rtc_route_options_copy(options, defaults) != RTC_OK) {
		return RTC_NOMEM;
	}
	rtc_strings_deinit(&options->origins);
	options->max_message_bytes = MAX(message_limit(), options->max_message_bytes);
	options->max_frame_bytes = options->max_message_bytes;
	options->send_buffer_bytes = MAX(options->max_message_bytes, options->send_buffer_bytes);
	options->no_pong_code = RTC_CLOSE_NORMAL;
	if (rtc_strings_add(&options->origins, RTC_SLICE("*")) != RTC_OK) {
		rtc_route_options_deinit(options);
		return RTC_NOMEM;
	}
	return RTC_OK;
}

/* Puts the stack on every path of the server. False with an exception. */
static bool serve(php_rtcomm_server *server, zend_object *root, uint32_t socket_arg)
{
	zend_string *path = zend_string_init(ZEND_STRL("/*"), false);
	php_rtcomm_route *route;
	rtc_route_options options;
	bool done;

	if (!php_rtcomm_ratchet_borrow_names()) {
		zend_string_release(path);
		return false;
	}
	if (set_options(&options, &server->server->options.route) != RTC_OK) {
		zend_string_release(path);
		zend_throw_error(NULL, "Out of memory");
		return false;
	}
	route = php_rtcomm_stack_route(root);
	done = route != NULL &&
		php_rtcomm_server_add_conversation(server, path, socket_arg, route, &options);
	if (!done) {
		rtc_route_options_deinit(&options);
		if (route != NULL) {
			php_rtcomm_route_free(route);
		}
	}
	zend_string_release(path);
	return done;
}

/* Makes a server that listens. False with an exception. */
static bool listen_at(zval *server, zend_string *address, zval *loop)
{
	zval argv[3];

	ZVAL_STR(&argv[0], address);
	ZVAL_EMPTY_ARRAY(&argv[1]);
	if (loop == NULL) {
		ZVAL_NULL(&argv[2]);
	} else {
		ZVAL_COPY_VALUE(&argv[2], loop);
	}
	object_init_ex(server, rtcomm_ce_Server);
	zend_call_known_instance_method(rtcomm_ce_Server->constructor, Z_OBJ_P(server), NULL, 3, argv);
	if (EG(exception) != NULL) {
		zval_ptr_dtor(server);
		ZVAL_UNDEF(server);
		return false;
	}
	return true;
}

/* Sets the properties; takes over `server`, on which the stack is put. False with an exception. */
static bool set_up(zend_object *object, zend_object *root, zval *server, uint32_t socket_arg)
{
	php_rtcomm_server *socket = php_rtcomm_server_from_obj(Z_OBJ_P(server));
	zval value;

	zend_update_property(object->ce, object, ZEND_STRL("socket"), server);
	ZVAL_OBJ(&value, &php_rtcomm_server_loop(socket)->std);
	zend_update_property(object->ce, object, ZEND_STRL("loop"), &value);
	if (instanceof_function(root->ce, ratchet_ce_ComponentInterface)) {
		ZVAL_OBJ(&value, root);
		zend_update_property(object->ce, object, ZEND_STRL("app"), &value);
	}
	zval_ptr_dtor(server);
	return serve(socket, root, socket_arg);
}

/* "host:port"; an IPv6 address gets its brackets. */
static zend_string *address_of(zend_string *host, zval *port)
{
	zend_string *number = zval_try_get_string(port);
	zend_string *address;
	bool bare;

	if (number == NULL) {
		return NULL;
	}
	bare = strchr(ZSTR_VAL(host), ':') != NULL && ZSTR_VAL(host)[0] != '[';
	address = strpprintf(0, bare ? "[%s]:%s" : "%s:%s", ZSTR_VAL(host), ZSTR_VAL(number));
	zend_string_release(number);
	return address;
}

static bool listen_on(zval *server, zend_string *host, zval *port, zval *loop)
{
	zend_string *address = address_of(host, port);
	bool done = address != NULL && listen_at(server, address, loop);

	if (address != NULL) {
		zend_string_release(address);
	}
	return done;
}

zend_object *php_rtcomm_io_server_new(zend_object *root, zend_string *host, zval *port, zval *loop)
{
	zval object;
	zval server;

	if (!listen_on(&server, host, port, loop)) {
		return NULL;
	}
	object_init_ex(&object, ratchet_ce_Server_IoServer);
	if (!set_up(Z_OBJ(object), root, &server, 2)) {
		zval_ptr_dtor(&object);
		return NULL;
	}
	return Z_OBJ(object);
}

/* ---- methods ----------------------------------------------------------------------------------
 */

/* The argument $socket as a server, a new reference. False with an exception. */
static bool server_of(zval *server, zval *socket, zval *loop)
{
	php_rtcomm_server *given;

	if (Z_TYPE_P(socket) == IS_STRING) {
		return listen_at(server, Z_STR_P(socket), loop);
	}
	if (Z_TYPE_P(socket) != IS_OBJECT || Z_OBJCE_P(socket) != rtcomm_ce_Server) {
		zend_argument_type_error(
			2, "must be of type RtComm\\Server or string, %s given", zend_zval_type_name(socket));
		return false;
	}
	given = php_rtcomm_server_this_live(socket);
	if (given == NULL) {
		return false;
	}
	if (loop != NULL && Z_OBJ_P(loop) != &php_rtcomm_server_loop(given)->std) {
		zend_argument_value_error(3, "must be the loop that the socket is on, or null");
		return false;
	}
	ZVAL_COPY(server, socket);
	return true;
}

ZEND_METHOD(RtComm_Ratchet_Server_IoServer, __construct)
{
	zend_object *app;
	zval *loop = NULL;
	zval *socket;
	zval server;

	ZEND_PARSE_PARAMETERS_START(2, 3)
	Z_PARAM_OBJ_OF_CLASS(app, ratchet_ce_MessageComponentInterface)
	Z_PARAM_ZVAL(socket)
	Z_PARAM_OPTIONAL
	Z_PARAM_OBJECT_OF_CLASS_OR_NULL(loop, rtcomm_ce_Loop)
	ZEND_PARSE_PARAMETERS_END();
	if (!server_of(&server, socket, loop) || !set_up(Z_OBJ_P(ZEND_THIS), app, &server, 2)) {
		RETURN_THROWS();
	}
}

ZEND_METHOD(RtComm_Ratchet_Server_IoServer, factory)
{
	zend_class_entry *ce = zend_get_called_scope(execute_data);
	zend_string *host = NULL;
	zval *component;
	zval *port = NULL;
	zval default_port;
	zval argv[3];

	ZEND_PARSE_PARAMETERS_START(1, 3)
	Z_PARAM_OBJECT_OF_CLASS(component, ratchet_ce_MessageComponentInterface)
	Z_PARAM_OPTIONAL
	Z_PARAM_ZVAL(port)
	Z_PARAM_STR(host)
	ZEND_PARSE_PARAMETERS_END();
	ZVAL_LONG(&default_port, 80);
	host = host == NULL ? zend_string_init(ZEND_STRL("0.0.0.0"), false) : zend_string_copy(host);
	if (!listen_on(&argv[1], host, port == NULL ? &default_port : port, NULL)) {
		zend_string_release(host);
		RETURN_THROWS();
	}
	zend_string_release(host);
	ZVAL_COPY_VALUE(&argv[0], component);
	ZVAL_OBJ(&argv[2], &php_rtcomm_server_loop(php_rtcomm_server_from_obj(Z_OBJ(argv[1])))->std);
	if (object_init_ex(return_value, ce) == SUCCESS) {
		zend_call_known_instance_method(ce->constructor, Z_OBJ_P(return_value), NULL, 3, argv);
	}
	zval_ptr_dtor(&argv[1]);
}

void php_rtcomm_io_server_run(zend_object *object)
{
	zval result;
	zval rv;
	zval *socket = zend_read_property(object->ce, object, ZEND_STRL("socket"), true, &rv);

	ZVAL_DEREF(socket);
	if (Z_TYPE_P(socket) != IS_OBJECT || Z_OBJCE_P(socket) != rtcomm_ce_Server) {
		zend_throw_error(NULL, "The server was never constructed");
		return;
	}
	/* The property may be changed while it runs. */
	Z_ADDREF_P(socket);
	object = Z_OBJ_P(socket);
	zend_call_method_with_0_params(object, rtcomm_ce_Server, NULL, "run", &result);
	zval_ptr_dtor(&result);
	OBJ_RELEASE(object);
}

ZEND_METHOD(RtComm_Ratchet_Server_IoServer, run)
{
	ZEND_PARSE_PARAMETERS_NONE();
	php_rtcomm_io_server_run(Z_OBJ_P(ZEND_THIS));
}

void php_rtcomm_minit_ratchet_io_server(void)
{
	ratchet_ce_Server_IoServer = register_class_RtComm_Ratchet_Server_IoServer();
}
