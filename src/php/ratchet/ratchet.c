#include "ratchet.h"

#include "../../../php_rtcomm.h"
#include "../classes.h"
#include "../exceptions.h"
#include "../loop.h"
#include "../timer.h"
#include "app.h"
#include "connection.h"
#include "echo_server.h"
#include "http_server.h"
#include "interfaces.h"
#include "io_server.h"
#include "ip_black_list.h"
#include "messaging.h"
#include "origin_check.h"
#include "stack.h"
#include "ws_server.h"
#include "zend_constants.h"
#include "zend_exceptions.h"

#include "ratchet_arginfo.h"

/* What VERSION says: the release whose behaviour this is. */
#define RATCHET_VERSION "Ratchet/0.4.4"

typedef struct ratchet_name {
	const char *name;
	zend_class_entry **ce;
} ratchet_name;

static const ratchet_name names[] = {
	{"Ratchet\\App", &ratchet_ce_App},
	{"Ratchet\\ComponentInterface", &ratchet_ce_ComponentInterface},
	{"Ratchet\\ConnectionInterface", &ratchet_ce_ConnectionInterface},
	{"Ratchet\\MessageComponentInterface", &ratchet_ce_MessageComponentInterface},
	{"Ratchet\\MessageInterface", &ratchet_ce_MessageInterface},
	{"Ratchet\\Http\\HttpServer", &ratchet_ce_Http_HttpServer},
	{"Ratchet\\Http\\HttpServerInterface", &ratchet_ce_Http_HttpServerInterface},
	{"Ratchet\\Http\\OriginCheck", &ratchet_ce_Http_OriginCheck},
	{"Ratchet\\RFC6455\\Messaging\\DataInterface", &ratchet_ce_Messaging_DataInterface},
	{"Ratchet\\RFC6455\\Messaging\\Frame", &ratchet_ce_Messaging_Frame},
	{"Ratchet\\RFC6455\\Messaging\\FrameInterface", &ratchet_ce_Messaging_FrameInterface},
	{"Ratchet\\RFC6455\\Messaging\\Message", &ratchet_ce_Messaging_Message},
	{"Ratchet\\RFC6455\\Messaging\\MessageInterface", &ratchet_ce_Messaging_MessageInterface},
	{"Ratchet\\Server\\EchoServer", &ratchet_ce_Server_EchoServer},
	{"Ratchet\\Server\\IoServer", &ratchet_ce_Server_IoServer},
	{"Ratchet\\Server\\IpBlackList", &ratchet_ce_Server_IpBlackList},
	{"Ratchet\\WebSocket\\MessageCallableInterface",
		&ratchet_ce_WebSocket_MessageCallableInterface},
	{"Ratchet\\WebSocket\\MessageComponentInterface",
		&ratchet_ce_WebSocket_MessageComponentInterface},
	{"Ratchet\\WebSocket\\WsConnection", &ratchet_ce_Connection},
	{"Ratchet\\WebSocket\\WsServer", &ratchet_ce_WebSocket_WsServer},
	{"Ratchet\\WebSocket\\WsServerInterface", &ratchet_ce_WebSocket_WsServerInterface},
};

static const ratchet_name borrowed_names[] = {
	{"Psr\\Http\\Message\\RequestInterface", &ratchet_ce_Http_RequestInterface},
	{"React\\EventLoop\\LoopInterface", &rtcomm_ce_Loop},
	{"React\\EventLoop\\TimerInterface", &rtcomm_ce_Timer},
};

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

/* A class that is there, without autoloading. */
static zend_class_entry *loaded_class(const char *name)
{
	zend_string *string = zend_string_init(name, strlen(name), false);
	zend_class_entry *ce = zend_lookup_class_ex(string, NULL, ZEND_FETCH_CLASS_NO_AUTOLOAD);

	zend_string_release(string);
	return ce;
}

/* Not persistent: the request that made the name takes it away. */
static void make_known(const ratchet_name *name)
{
	zend_register_class_alias_ex(name->name, strlen(name->name), *name->ce, false);
}

bool php_rtcomm_ratchet_enable(void)
{
	size_t i;

	for (i = 0; i < COUNT_OF(names); i++) {
		zend_class_entry *ce = loaded_class(names[i].name);

		if (ce != NULL && ce != *names[i].ce) {
			return false;
		}
	}
	if (loaded_class(names[0].name) != NULL) {
		return true;
	}
	for (i = 0; i < COUNT_OF(names); i++) {
		make_known(&names[i]);
	}
	if (zend_get_constant_str(ZEND_STRL("ratchet\\VERSION")) == NULL) {
		zend_register_string_constant(ZEND_STRL("Ratchet\\VERSION"), RATCHET_VERSION, CONST_CS,
			rtcomm_module_entry.module_number);
	}
	return true;
}

bool php_rtcomm_ratchet_borrow_names(void)
{
	size_t i;

	for (i = 0; i < COUNT_OF(borrowed_names); i++) {
		const char *name = borrowed_names[i].name;
		zend_string *string = zend_string_init(name, strlen(name), false);
		zend_class_entry *ce = zend_lookup_class(string);

		zend_string_release(string);
		if (EG(exception) != NULL) {
			return false;
		}
		if (ce == NULL) {
			make_known(&borrowed_names[i]);
		}
	}
	return true;
}

php_rtcomm_route *php_rtcomm_ratchet_route(zend_object *component)
{
	if (!php_rtcomm_ws_server_takes(component->ce) || !php_rtcomm_ratchet_borrow_names()) {
		return NULL;
	}
	return php_rtcomm_stack_route(component);
}

ZEND_METHOD(RtComm_Ratchet, __construct)
{
	ZEND_PARSE_PARAMETERS_NONE();
}

ZEND_METHOD(RtComm_Ratchet, enable)
{
	ZEND_PARSE_PARAMETERS_NONE();
	if (CG(compiler_options) & ZEND_COMPILE_PRELOAD) {
		zend_throw_exception(rtcomm_ce_RuntimeException, "Ratchet's names cannot be preloaded", 0);
		RETURN_THROWS();
	}
	if (!php_rtcomm_ratchet_enable()) {
		zend_throw_exception(rtcomm_ce_RuntimeException,
			"Classes of Composer's cboden/ratchet are loaded already: enable rtcomm's before them, or "
			"remove that package",
			0);
	}
}

void php_rtcomm_minit_ratchet(void)
{
	register_class_RtComm_Ratchet();
}
