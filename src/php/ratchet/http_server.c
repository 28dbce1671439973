#include "http_server.h"

#include "../classes.h"
#include "interfaces.h"
#include "zend_exceptions.h"

#include "http_server_arginfo.h"

zend_class_entry *ratchet_ce_Http_HttpServer;

static zend_object_handlers handlers;

static zend_object *http_server_create(zend_class_entry *ce)
{
	return php_rtcomm_decorator_create(ce, sizeof(php_rtcomm_decorator), &handlers);
}

ZEND_METHOD(RtComm_Ratchet_Http_HttpServer, __construct)
{
	zend_object *component;

	ZEND_PARSE_PARAMETERS_START(1, 1)
	Z_PARAM_OBJ_OF_CLASS(component, ratchet_ce_Http_HttpServerInterface)
	ZEND_PARSE_PARAMETERS_END();
	php_rtcomm_decorator_set(php_rtcomm_decorator_from_obj(Z_OBJ_P(ZEND_THIS)), component);
}

/* Reached only where a component of the script's stands in front: the server goes past this class
 * otherwise. */
ZEND_METHOD(RtComm_Ratchet_Http_HttpServer, onOpen)
{
	zend_object *conn;
	zval argv[2];
	zval value;

	ZEND_PARSE_PARAMETERS_START(1, 1)
	Z_PARAM_OBJ_OF_CLASS(conn, ratchet_ce_ConnectionInterface)
	ZEND_PARSE_PARAMETERS_END();
	ZVAL_OBJ(&argv[0], conn);
	ZVAL_COPY(&argv[1], zend_read_property(conn->ce, conn, ZEND_STRL("httpRequest"), true, &value));
	if (EG(exception) == NULL) {
		php_rtcomm_decorator_forward(
			&php_rtcomm_decorator_from_obj(Z_OBJ_P(ZEND_THIS))->open, 2, argv, return_value);
	}
	zval_ptr_dtor(&argv[1]);
}

ZEND_METHOD(RtComm_Ratchet_Http_HttpServer, onMessage)
{
	zval argv[2];
	zval *from;
	zval *msg;

	ZEND_PARSE_PARAMETERS_START(2, 2)
	Z_PARAM_OBJECT_OF_CLASS(from, ratchet_ce_ConnectionInterface)
	Z_PARAM_ZVAL(msg)
	ZEND_PARSE_PARAMETERS_END();
	ZVAL_COPY_VALUE(&argv[0], from);
	ZVAL_COPY_VALUE(&argv[1], msg);
	php_rtcomm_decorator_forward(
		&php_rtcomm_decorator_from_obj(Z_OBJ_P(ZEND_THIS))->message, 2, argv, return_value);
}

ZEND_METHOD(RtComm_Ratchet_Http_HttpServer, onClose)
{
	zval *conn;

	ZEND_PARSE_PARAMETERS_START(1, 1)
	Z_PARAM_OBJECT_OF_CLASS(conn, ratchet_ce_ConnectionInterface)
	ZEND_PARSE_PARAMETERS_END();
	php_rtcomm_decorator_forward(
		&php_rtcomm_decorator_from_obj(Z_OBJ_P(ZEND_THIS))->close, 1, conn, return_value);
}

ZEND_METHOD(RtComm_Ratchet_Http_HttpServer, onError)
{
	zval argv[2];
	zval *conn;
	zval *error;

	ZEND_PARSE_PARAMETERS_START(2, 2)
	Z_PARAM_OBJECT_OF_CLASS(conn, ratchet_ce_ConnectionInterface)
	Z_PARAM_OBJECT_OF_CLASS(error, zend_ce_exception)
	ZEND_PARSE_PARAMETERS_END();
	ZVAL_COPY_VALUE(&argv[0], conn);
	ZVAL_COPY_VALUE(&argv[1], error);
	php_rtcomm_decorator_forward(
		&php_rtcomm_decorator_from_obj(Z_OBJ_P(ZEND_THIS))->error, 2, argv, return_value);
}

void php_rtcomm_minit_ratchet_http_server(void)
{
	php_rtcomm_decorator_handlers(&handlers, XtOffsetOf(php_rtcomm_decorator, std));
	ratchet_ce_Http_HttpServer =
		register_class_RtComm_Ratchet_Http_HttpServer(ratchet_ce_MessageComponentInterface);
	ratchet_ce_Http_HttpServer->create_object = http_server_create;
}
