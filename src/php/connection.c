#include "connection.h"

#include "../engine/hub.h"
#include "../engine/server.h"
#include "classes.h"
#include "enums.h"
#include "request.h"
#include "value.h"
#include "zend_attributes.h"

/* PHP 8.1 allows them everywhere. */
#ifndef ZEND_ACC_ALLOW_DYNAMIC_PROPERTIES
#define ZEND_ACC_ALLOW_DYNAMIC_PROPERTIES 0
#endif

#include "connection_arginfo.h"

/* The properties in the order of the stub. */
enum {
	PROP_ID,
	PROP_TRANSPORT,
	PROP_REMOTE_ADDRESS,
	PROP_REMOTE_PORT,
	PROP_REQUEST,
	PROP_SUBPROTOCOL,
};

zend_class_entry *rtcomm_ce_Connection;
zend_object_handlers php_rtcomm_connection_base_handlers;

static zend_object_handlers handlers;

static rtc_conn *this_conn(zval *this)
{
	return php_rtcomm_connection_from_obj(Z_OBJ_P(this))->conn;
}

/* ---- properties that are made when they are looked at -----------------------------------------
 */

static void make_remote_address(rtc_conn *conn, zval *slot)
{
	char text[RTC_ADDRESS_TEXT_MAX];

	rtc_address_format(&conn->peer, text);
	ZVAL_STRING(slot, text);
}

static void make_request(rtc_conn *conn, zval *slot)
{
	rtc_request *request = rtc_conn_request(conn);

	if (request != NULL) {
		ZVAL_OBJ(slot, php_rtcomm_request_new(request, conn->route));
	} else {
		zend_throw_error(NULL, "Out of memory");
	}
}

static void make_property(zend_object *object, int index)
{
	rtc_conn *conn = php_rtcomm_connection_from_obj(object)->conn;
	zval *slot = OBJ_PROP_NUM(object, index);

	if (Z_TYPE_P(slot) != IS_UNDEF || conn == NULL) {
		return;
	}
	switch (index) {
	case PROP_TRANSPORT:
		ZVAL_OBJ_COPY(slot, php_rtcomm_transport_case(conn->delivery));
		break;
	case PROP_REMOTE_ADDRESS:
		make_remote_address(conn, slot);
		break;
	case PROP_REQUEST:
		make_request(conn, slot);
		break;
	}
}

static void make_named_property(zend_object *object, zend_string *name)
{
	if (zend_string_equals_literal(name, "request")) {
		make_property(object, PROP_REQUEST);
	} else if (zend_string_equals_literal(name, "remoteAddress")) {
		make_property(object, PROP_REMOTE_ADDRESS);
	} else if (zend_string_equals_literal(name, "transport")) {
		make_property(object, PROP_TRANSPORT);
	}
}

static zval *connection_read_property(
	zend_object *object, zend_string *name, int type, void **cache_slot, zval *rv)
{
	make_named_property(object, name);
	return zend_std_read_property(object, name, type, cache_slot, rv);
}

static int connection_has_property(
	zend_object *object, zend_string *name, int check, void **cache_slot)
{
	make_named_property(object, name);
	return zend_std_has_property(object, name, check, cache_slot);
}

/* Writing to a readonly property shall fail for what it is, made or not. */
static zval *connection_write_property(
	zend_object *object, zend_string *name, zval *value, void **cache_slot)
{
	make_named_property(object, name);
	return zend_std_write_property(object, name, value, cache_slot);
}

static zval *connection_get_property_ptr_ptr(
	zend_object *object, zend_string *name, int type, void **cache_slot)
{
	make_named_property(object, name);
	return zend_std_get_property_ptr_ptr(object, name, type, cache_slot);
}

static void connection_unset_property(zend_object *object, zend_string *name, void **cache_slot)
{
	make_named_property(object, name);
	zend_std_unset_property(object, name, cache_slot);
}

static HashTable *connection_get_properties(zend_object *object)
{
	make_property(object, PROP_TRANSPORT);
	make_property(object, PROP_REMOTE_ADDRESS);
	make_property(object, PROP_REQUEST);
	return zend_std_get_properties(object);
}

/* The default would ask get_properties, and make what nobody has looked at. */
static HashTable *connection_get_gc(zend_object *object, zval **table, int *count)
{
	/* Where there is a table of all properties, it leads to the declared ones as well. */
	*table = object->properties == NULL ? object->properties_table : NULL;
	*count = object->properties == NULL ? object->ce->default_properties_count : 0;
	return object->properties;
}

/* ---- life ---------------------------------------------------------------------------------------
 */

zend_object *php_rtcomm_connection_create(
	zend_class_entry *ce, const zend_object_handlers *object_handlers)
{
	php_rtcomm_connection *connection = zend_object_alloc(sizeof(*connection), ce);

	connection->conn = NULL;
	zend_object_std_init(&connection->std, ce);
	object_properties_init(&connection->std, ce);
	connection->std.handlers = object_handlers;
	return &connection->std;
}

static zend_object *connection_create(zend_class_entry *ce)
{
	return php_rtcomm_connection_create(ce, &handlers);
}

static void connection_free(zend_object *object)
{
	php_rtcomm_connection *connection = php_rtcomm_connection_from_obj(object);

	if (connection->conn != NULL) {
		rtc_conn_unref(connection->conn);
		connection->conn = NULL;
	}
	zend_object_std_dtor(object);
}

zend_object *php_rtcomm_connection_new(zend_class_entry *ce, rtc_conn *conn)
{
	zend_object *object = ce->create_object(ce);

	php_rtcomm_connection_from_obj(object)->conn = rtc_conn_ref(conn);
	conn->user = object;
	if (ce == rtcomm_ce_Connection) {
		ZVAL_LONG(OBJ_PROP_NUM(object, PROP_ID), (zend_long)conn->id);
		ZVAL_LONG(OBJ_PROP_NUM(object, PROP_REMOTE_PORT), conn->peer.port);
		ZVAL_NULL(OBJ_PROP_NUM(object, PROP_SUBPROTOCOL));
		if (conn->subprotocol != 0) {
			ZVAL_STR(OBJ_PROP_NUM(object, PROP_SUBPROTOCOL),
				php_rtcomm_string(rtc_conn_subprotocol(conn)));
		}
		if (!conn->route->literal) {
			make_property(object, PROP_REQUEST); /* its params need the route, which may go first */
		}
	}
	return object;
}

static void release_string(void *string)
{
	zend_string_release(string);
}

rtc_send_result php_rtcomm_connection_send(rtc_conn *conn, zend_string *data, bool binary)
{
	return rtc_conn_send_bytes(
		conn, php_rtcomm_slice(data), binary, zend_string_copy(data), release_string);
}

bool php_rtcomm_close_check(zend_long code, const zend_string *reason, uint32_t code_arg)
{
	if (code < 0 || code > UINT16_MAX || !rtc_ws_close_code_valid((uint32_t)code)) {
		zend_argument_value_error(
			code_arg, "must be 1000-1003, 1007-1014 or 3000-4999, " ZEND_LONG_FMT " given", code);
		return false;
	}
	if (ZSTR_LEN(reason) > RTC_WS_CONTROL_MAX - 2) {
		zend_argument_value_error(
			code_arg + 1, "must be at most 123 bytes, %zu given", ZSTR_LEN(reason));
		return false;
	}
	if (!rtc_utf8_valid((const uint8_t *)ZSTR_VAL(reason), ZSTR_LEN(reason))) {
		zend_argument_value_error(code_arg + 1, "must be valid UTF-8");
		return false;
	}
	return true;
}

/* ---- methods ------------------------------------------------------------------------------------
 */

ZEND_METHOD(RtComm_Connection, __construct)
{
	ZEND_PARSE_PARAMETERS_NONE();
}

ZEND_METHOD(RtComm_Connection, send)
{
	zend_string *data;

	ZEND_PARSE_PARAMETERS_START(1, 1)
	Z_PARAM_STR(data)
	ZEND_PARSE_PARAMETERS_END();
	RETURN_OBJ_COPY(
		php_rtcomm_send_status_case(php_rtcomm_connection_send(this_conn(ZEND_THIS), data, false)));
}

ZEND_METHOD(RtComm_Connection, sendBinary)
{
	zend_string *data;

	ZEND_PARSE_PARAMETERS_START(1, 1)
	Z_PARAM_STR(data)
	ZEND_PARSE_PARAMETERS_END();
	RETURN_OBJ_COPY(
		php_rtcomm_send_status_case(php_rtcomm_connection_send(this_conn(ZEND_THIS), data, true)));
}

ZEND_METHOD(RtComm_Connection, ping)
{
	zend_string *data = ZSTR_EMPTY_ALLOC();

	ZEND_PARSE_PARAMETERS_START(0, 1)
	Z_PARAM_OPTIONAL
	Z_PARAM_STR(data)
	ZEND_PARSE_PARAMETERS_END();
	if (ZSTR_LEN(data) > RTC_WS_CONTROL_MAX) {
		zend_argument_value_error(1, "must be at most 125 bytes, %zu given", ZSTR_LEN(data));
		RETURN_THROWS();
	}
	RETURN_OBJ_COPY(
		php_rtcomm_send_status_case(rtc_conn_ping(this_conn(ZEND_THIS), php_rtcomm_slice(data))));
}

ZEND_METHOD(RtComm_Connection, close)
{
	zend_long code = RTC_CLOSE_NORMAL;
	zend_string *reason = ZSTR_EMPTY_ALLOC();

	ZEND_PARSE_PARAMETERS_START(0, 2)
	Z_PARAM_OPTIONAL
	Z_PARAM_LONG(code)
	Z_PARAM_STR(reason)
	ZEND_PARSE_PARAMETERS_END();
	if (!php_rtcomm_close_check(code, reason, 1)) {
		RETURN_THROWS();
	}
	rtc_conn_close(this_conn(ZEND_THIS), (uint16_t)code, php_rtcomm_slice(reason));
	RETURN_OBJ_COPY(Z_OBJ_P(ZEND_THIS));
}

ZEND_METHOD(RtComm_Connection, terminate)
{
	ZEND_PARSE_PARAMETERS_NONE();
	rtc_conn_terminate(this_conn(ZEND_THIS));
}

ZEND_METHOD(RtComm_Connection, pause)
{
	ZEND_PARSE_PARAMETERS_NONE();
	rtc_conn_pause(this_conn(ZEND_THIS));
}

ZEND_METHOD(RtComm_Connection, resume)
{
	ZEND_PARSE_PARAMETERS_NONE();
	rtc_conn_resume(this_conn(ZEND_THIS));
}

/* The one argument of subscribe() and unsubscribe(). False: an exception was thrown. */
static bool parse_channel(zend_execute_data *execute_data, rtc_slice *name)
{
	zend_string *channel = NULL;

	ZEND_PARSE_PARAMETERS_START(1, 1)
	Z_PARAM_STR(channel)
	ZEND_PARSE_PARAMETERS_END_EX(return false);
	*name = php_rtcomm_slice(channel);
	if (!rtc_channel_name_valid(*name)) {
		zend_argument_value_error(1, "must be 1 to 255 bytes of UTF-8 without control characters");
		return false;
	}
	return true;
}

ZEND_METHOD(RtComm_Connection, subscribe)
{
	rtc_conn *conn = this_conn(ZEND_THIS);
	rtc_slice name;

	if (!parse_channel(execute_data, &name)) {
		RETURN_THROWS();
	}
	if (rtc_conn_is_open(conn) && rtc_hub_subscribe(conn->server->hub, conn, name) != RTC_OK) {
		zend_throw_error(NULL, "Out of memory");
		RETURN_THROWS();
	}
	RETURN_OBJ_COPY(Z_OBJ_P(ZEND_THIS));
}

ZEND_METHOD(RtComm_Connection, unsubscribe)
{
	rtc_conn *conn = this_conn(ZEND_THIS);
	rtc_slice name;

	if (!parse_channel(execute_data, &name)) {
		RETURN_THROWS();
	}
	if (conn->server != NULL) {
		rtc_hub_unsubscribe(conn->server->hub, conn, name);
	}
	RETURN_OBJ_COPY(Z_OBJ_P(ZEND_THIS));
}

ZEND_METHOD(RtComm_Connection, bufferedBytes)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_LONG((zend_long)rtc_conn_buffered(this_conn(ZEND_THIS)));
}

ZEND_METHOD(RtComm_Connection, isOpen)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_BOOL(rtc_conn_is_open(this_conn(ZEND_THIS)));
}

void php_rtcomm_minit_connection(void)
{
	memcpy(&php_rtcomm_connection_base_handlers, &std_object_handlers, sizeof(handlers));
	php_rtcomm_connection_base_handlers.offset = XtOffsetOf(php_rtcomm_connection, std);
	php_rtcomm_connection_base_handlers.free_obj = connection_free;
	php_rtcomm_connection_base_handlers.clone_obj = NULL;
	php_rtcomm_connection_base_handlers.compare = zend_objects_not_comparable;

	memcpy(&handlers, &php_rtcomm_connection_base_handlers, sizeof(handlers));
	handlers.read_property = connection_read_property;
	handlers.has_property = connection_has_property;
	handlers.write_property = connection_write_property;
	handlers.get_property_ptr_ptr = connection_get_property_ptr_ptr;
	handlers.unset_property = connection_unset_property;
	handlers.get_properties = connection_get_properties;
	handlers.get_gc = connection_get_gc;

	rtcomm_ce_Connection = register_class_RtComm_Connection();
	rtcomm_ce_Connection->create_object = connection_create;
}
