/* RtComm\Server: channels and connections that there are, and the log. */
#include "server.h"

#include "channel.h"
#include "connection.h"
#include "value.h"

/* Declared by the generated arginfo where the class is registered. */
ZEND_METHOD(RtComm_Server, channel);
ZEND_METHOD(RtComm_Server, connections);
ZEND_METHOD(RtComm_Server, onLog);

ZEND_METHOD(RtComm_Server, channel)
{
	php_rtcomm_server *server;
	zend_string *name;
	rtc_channel *channel;
	rtc_slice slice;

	ZEND_PARSE_PARAMETERS_START(1, 1)
	Z_PARAM_STR(name)
	ZEND_PARSE_PARAMETERS_END();
	slice = php_rtcomm_slice(name);
	if (!rtc_channel_name_valid(slice)) {
		zend_argument_value_error(1, "must be 1 to 255 bytes of UTF-8 without control characters");
		RETURN_THROWS();
	}
	server = php_rtcomm_server_this(ZEND_THIS);
	if (server == NULL) {
		RETURN_THROWS();
	}
	channel = rtc_hub_channel(server->server->hub, slice);
	if (channel == NULL) {
		zend_throw_error(NULL, "Out of memory");
		RETURN_THROWS();
	}
	RETURN_OBJ(php_rtcomm_channel_new(channel));
}

ZEND_METHOD(RtComm_Server, connections)
{
	php_rtcomm_server *server;
	rtc_conn *conn;

	ZEND_PARSE_PARAMETERS_NONE();
	server = php_rtcomm_server_this(ZEND_THIS);
	if (server == NULL) {
		RETURN_THROWS();
	}
	array_init_size(return_value, (uint32_t)server->server->open_count);
	for (conn = server->server->conns; conn != NULL; conn = conn->next) {
		if (conn->opened && conn->user != NULL && rtc_conn_is_open(conn)) {
			zval object;

			ZVAL_OBJ_COPY(&object, conn->user);
			zend_hash_next_index_insert_new(Z_ARRVAL_P(return_value), &object);
		}
	}
}

ZEND_METHOD(RtComm_Server, onLog)
{
	php_rtcomm_server *server;
	php_rtcomm_callback old;
	zend_fcall_info fci;
	zend_fcall_info_cache fcc;

	ZEND_PARSE_PARAMETERS_START(1, 1)
	Z_PARAM_FUNC_OR_NULL(fci, fcc)
	ZEND_PARSE_PARAMETERS_END();
	server = php_rtcomm_server_this(ZEND_THIS);
	if (server == NULL) {
		RETURN_THROWS();
	}
	old = server->log.callback;
	php_rtcomm_callback_init(&server->log.callback, &fci, &fcc);
	php_rtcomm_callback_deinit(&old);
	RETURN_OBJ_COPY(Z_OBJ_P(ZEND_THIS));
}
