#include "echo_server.h"

#include "../classes.h"
#include "interfaces.h"
#include "zend_exceptions.h"
#include "zend_interfaces.h"

#include "echo_server_arginfo.h"

zend_class_entry *ratchet_ce_Server_EchoServer;

ZEND_METHOD(RtComm_Ratchet_Server_EchoServer, onOpen)
{
	zval *conn;

	ZEND_PARSE_PARAMETERS_START(1, 1)
	Z_PARAM_OBJECT_OF_CLASS(conn, ratchet_ce_ConnectionInterface)
	ZEND_PARSE_PARAMETERS_END();
}

ZEND_METHOD(RtComm_Ratchet_Server_EchoServer, onMessage)
{
	zend_object *from;
	zval result;
	zval *msg;

	ZEND_PARSE_PARAMETERS_START(2, 2)
	Z_PARAM_OBJ_OF_CLASS(from, ratchet_ce_ConnectionInterface)
	Z_PARAM_ZVAL(msg)
	ZEND_PARSE_PARAMETERS_END();
	zend_call_method_with_1_params(from, from->ce, NULL, "send", &result, msg);
	zval_ptr_dtor(&result);
}

ZEND_METHOD(RtComm_Ratchet_Server_EchoServer, onClose)
{
	zval *conn;

	ZEND_PARSE_PARAMETERS_START(1, 1)
	Z_PARAM_OBJECT_OF_CLASS(conn, ratchet_ce_ConnectionInterface)
	ZEND_PARSE_PARAMETERS_END();
}

ZEND_METHOD(RtComm_Ratchet_Server_EchoServer, onError)
{
	zend_object *conn;
	zval result;
	zval *error;

	ZEND_PARSE_PARAMETERS_START(2, 2)
	Z_PARAM_OBJ_OF_CLASS(conn, ratchet_ce_ConnectionInterface)
	Z_PARAM_OBJECT_OF_CLASS(error, zend_ce_exception)
	ZEND_PARSE_PARAMETERS_END();
	zend_call_method_with_0_params(conn, conn->ce, NULL, "close", &result);
	zval_ptr_dtor(&result);
}

void php_rtcomm_minit_ratchet_echo_server(void)
{
	ratchet_ce_Server_EchoServer =
		register_class_RtComm_Ratchet_Server_EchoServer(ratchet_ce_MessageComponentInterface);
}
