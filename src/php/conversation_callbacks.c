/* Conversations whose events are a callback each. */
#include "conversation.h"

#include "close_info.h"
#include "connection.h"

static void invoke(php_rtcomm_callback *callback, uint32_t argc, zval *argv)
{
	if (php_rtcomm_callback_is_set(callback)) {
		php_rtcomm_invoke(callback, argc, argv, NULL);
	}
}

static void callbacks_open(php_rtcomm_route *route, zend_object *conn)
{
	zval argv[1];

	ZVAL_OBJ(&argv[0], conn);
	invoke(&route->open, 1, argv);
}

static void callbacks_message(
	php_rtcomm_route *route, zend_object *conn, zend_string *data, bool binary)
{
	zval argv[3];

	ZVAL_OBJ(&argv[0], conn);
	ZVAL_STR(&argv[1], data);
	ZVAL_BOOL(&argv[2], binary);
	invoke(&route->message, 3, argv);
}

static void callbacks_close(php_rtcomm_route *route, zend_object *conn, const rtc_close_info *info)
{
	zval argv[2];

	if (!php_rtcomm_callback_is_set(&route->close)) {
		return;
	}
	ZVAL_OBJ(&argv[0], conn);
	ZVAL_OBJ(&argv[1], php_rtcomm_close_info_new(info));
	invoke(&route->close, 2, argv);
	zval_ptr_dtor(&argv[1]);
}

static bool callbacks_error(php_rtcomm_route *route, zend_object *conn, zend_object *error)
{
	zval argv[2];

	if (!php_rtcomm_callback_is_set(&route->error)) {
		return false;
	}
	ZVAL_OBJ(&argv[0], conn);
	ZVAL_OBJ(&argv[1], error);
	invoke(&route->error, 2, argv);
	return true;
}

const php_rtcomm_conversation php_rtcomm_callbacks_conversation = {
	.connection_ce = &rtcomm_ce_Connection,
	.open = callbacks_open,
	.message = callbacks_message,
	.close = callbacks_close,
	.error = callbacks_error,
};
