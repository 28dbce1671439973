#include "connection.h"

#include "../../proto/ws_frame.h"
#include "../classes.h"
#include "../request.h"
#include "../value.h"
#include "answer.h"
#include "interfaces.h"
#include "messaging.h"
#include "stack.h"

#include "connection_arginfo.h"

/* The properties in the order of the stub. The first three are made when they are looked at. The
 * slot of the last one is empty unless the script puts something there, so that each look at it
 * comes here: what it says changes. */
enum { PROP_RESOURCE_ID, PROP_REMOTE_ADDRESS, PROP_HTTP_REQUEST, PROP_WEB_SOCKET, PROP_COUNT };

typedef struct ratchet_connection {
	zval web_socket; /* the object, once it was looked at */
	bool closed;     /* web_socket says so */
	php_rtcomm_connection base;
} ratchet_connection;

zend_class_entry *ratchet_ce_Connection;

static zend_object_handlers handlers;

static ratchet_connection *connection_from_obj(zend_object *object)
{
	return (ratchet_connection *)((char *)object - XtOffsetOf(ratchet_connection, base.std));
}

rtc_conn *php_rtcomm_ratchet_conn_of(zend_object *object)
{
	return object->ce == ratchet_ce_Connection ? connection_from_obj(object)->base.conn : NULL;
}

/* ---- properties that are made when they are looked at --------------------------------------- */

static void make_property(zend_object *object, int index)
{
	rtc_conn *conn = connection_from_obj(object)->base.conn;
	zval *slot = OBJ_PROP_NUM(object, index);
	char text[RTC_ADDRESS_TEXT_MAX];
	zend_object *request;

	if (Z_TYPE_P(slot) != IS_UNDEF || conn == NULL) {
		return;
	}
	switch (index) {
	case PROP_RESOURCE_ID:
		ZVAL_LONG(slot, (zend_long)conn->id);
		break;
	case PROP_REMOTE_ADDRESS:
		rtc_address_format(&conn->peer, text);
		ZVAL_STRING(slot, text);
		break;
	case PROP_HTTP_REQUEST:
		request = php_rtcomm_stack_request(conn);
		if (request != NULL) {
			ZVAL_OBJ(slot, request);
		}
		break;
	default:
		break;
	}
}

static void tell_close(ratchet_connection *connection)
{
	const rtc_conn *conn = connection->base.conn;
	zval value;

	connection->closed = true;
	ZVAL_TRUE(&value);
	zend_update_property(
		zend_standard_class_def, Z_OBJ(connection->web_socket), ZEND_STRL("closing"), &value);
	ZVAL_LONG(&value, conn->close_code == 0 ? RTC_CLOSE_ABNORMAL : conn->close_code);
	zend_update_property(
		zend_standard_class_def, Z_OBJ(connection->web_socket), ZEND_STRL("closeCode"), &value);
	ZVAL_STR(&value, php_rtcomm_string(rtc_conn_close_reason(conn)));
	zend_update_property(
		zend_standard_class_def, Z_OBJ(connection->web_socket), ZEND_STRL("closeReason"), &value);
	zval_ptr_dtor_str(&value);
}

static void make_web_socket(ratchet_connection *connection)
{
	rtc_slice subprotocol = rtc_conn_subprotocol(connection->base.conn);

	object_init(&connection->web_socket);
	add_property_bool(&connection->web_socket, "closing", false);
	add_property_null(&connection->web_socket, "closeCode");
	add_property_null(&connection->web_socket, "closeReason");
	if (subprotocol.len == 0) {
		add_property_null(&connection->web_socket, "subprotocol");
	} else {
		add_property_stringl(&connection->web_socket, "subprotocol", (const char *)subprotocol.data,
			subprotocol.len);
	}
}

/* The object behind $WebSocket as things stand; NULL if there is none. */
static zval *web_socket(ratchet_connection *connection)
{
	const rtc_conn *conn = connection->base.conn;

	if (conn == NULL) {
		return NULL;
	}
	if (Z_TYPE(connection->web_socket) == IS_UNDEF) {
		make_web_socket(connection);
	}
	if (!connection->closed && !rtc_conn_is_open(conn)) {
		tell_close(connection);
	}
	return &connection->web_socket;
}

void php_rtcomm_ratchet_connection_over(zend_object *object)
{
	ratchet_connection *connection = connection_from_obj(object);

	if (Z_TYPE(connection->web_socket) != IS_UNDEF) {
		web_socket(connection);
	}
}

/* ---- object handlers --------------------------------------------------------------------------
 */

/* Index of a property that is made here, or PROP_COUNT. */
static int index_of(const zend_string *name)
{
	if (zend_string_equals_literal(name, "resourceId")) {
		return PROP_RESOURCE_ID;
	}
	if (zend_string_equals_literal(name, "remoteAddress")) {
		return PROP_REMOTE_ADDRESS;
	}
	if (zend_string_equals_literal(name, "httpRequest")) {
		return PROP_HTTP_REQUEST;
	}
	return zend_string_equals_literal(name, "WebSocket") ? PROP_WEB_SOCKET : PROP_COUNT;
}

/* Makes the property if it is one of those. True for $WebSocket while the script has not put
 * something else there. */
static bool prepare(zend_object *object, const zend_string *name)
{
	int index = index_of(name);

	if (index < PROP_WEB_SOCKET) {
		make_property(object, index);
	}
	return index == PROP_WEB_SOCKET && Z_TYPE_P(OBJ_PROP_NUM(object, PROP_WEB_SOCKET)) == IS_UNDEF;
}

static zval *connection_read_property(
	zend_object *object, zend_string *name, int type, void **cache_slot, zval *rv)
{
	if (prepare(object, name)) {
		zval *found = web_socket(connection_from_obj(object));

		return found != NULL ? found : &EG(uninitialized_zval);
	}
	return zend_std_read_property(object, name, type, cache_slot, rv);
}

static int connection_has_property(
	zend_object *object, zend_string *name, int check, void **cache_slot)
{
	if (prepare(object, name)) {
		return connection_from_obj(object)->base.conn != NULL;
	}
	return zend_std_has_property(object, name, check, cache_slot);
}

static zval *connection_get_property_ptr_ptr(
	zend_object *object, zend_string *name, int type, void **cache_slot)
{
	if (prepare(object, name)) {
		return NULL; /* read_property() has the object, which is all that can be written to */
	}
	return zend_std_get_property_ptr_ptr(object, name, type, cache_slot);
}

static HashTable *connection_get_properties(zend_object *object)
{
	zval *slot = OBJ_PROP_NUM(object, PROP_WEB_SOCKET);
	int i;

	for (i = 0; i < PROP_WEB_SOCKET; i++) {
		make_property(object, i);
	}
	if (Z_TYPE_P(slot) == IS_UNDEF) {
		zval *found = web_socket(connection_from_obj(object));

		if (found != NULL) {
			ZVAL_COPY(slot, found);
		}
	}
	return zend_std_get_properties(object);
}

/* The default would ask get_properties, and make what nobody has looked at. */
static HashTable *connection_get_gc(zend_object *object, zval **table, int *count)
{
	zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();
	int i;

	zend_get_gc_buffer_add_zval(buffer, &connection_from_obj(object)->web_socket);
	if (object->properties == NULL) {
		for (i = 0; i < PROP_COUNT; i++) {
			zend_get_gc_buffer_add_zval(buffer, OBJ_PROP_NUM(object, i));
		}
	}
	zend_get_gc_buffer_use(buffer, table, count);
	return object->properties;
}

/* ---- life ---------------------------------------------------------------------------------------
 */

static zend_object *connection_create(zend_class_entry *ce)
{
	ratchet_connection *connection = zend_object_alloc(sizeof(*connection), ce);
	zend_object *object = &connection->base.std;
	int i;

	memset(connection, 0, XtOffsetOf(ratchet_connection, base.std));
	zend_object_std_init(object, ce);
	object_properties_init(object, ce);
	for (i = 0; i < PROP_COUNT; i++) {
		ZVAL_UNDEF(OBJ_PROP_NUM(object, i));
	}
	object->handlers = &handlers;
	return object;
}

static void connection_free(zend_object *object)
{
	zval_ptr_dtor(&connection_from_obj(object)->web_socket);
	php_rtcomm_connection_base_handlers.free_obj(object);
}

void php_rtcomm_ratchet_connection_detach(zend_object *object)
{
	php_rtcomm_connection *connection = &connection_from_obj(object)->base;
	rtc_conn *conn = connection->conn;
	int i;

	if (conn == NULL) {
		return;
	}
	for (i = 0; i < PROP_WEB_SOCKET; i++) {
		make_property(object, i);
	}
	connection->conn = NULL;
	rtc_conn_unref(conn);
}

/* ---- methods
 * -------------------------------------------------------------------------------------- */

static void send_text(rtc_conn *conn, zend_string *text)
{
	if (EXPECTED(conn->opened)) {
		php_rtcomm_connection_send(conn, text, false);
	} else if (php_rtcomm_stack_is_waiting(conn)) {
		php_rtcomm_ratchet_answer(conn, php_rtcomm_slice(text));
	}
}

static void close_with(rtc_conn *conn, zend_long code, zend_string *reason)
{
	if (!php_rtcomm_close_check(code, reason, 1)) {
		return;
	}
	if (php_rtcomm_stack_is_waiting(conn)) {
		php_rtcomm_ratchet_refuse(conn, 403);
	} else {
		rtc_conn_close(conn, (uint16_t)code, php_rtcomm_slice(reason));
	}
}

/* RFC 6455 5.5.1: two bytes of code, then the reason. */
static void close_with_payload(rtc_conn *conn, const zend_string *payload)
{
	const uint8_t *bytes = (const uint8_t *)ZSTR_VAL(payload);
	zend_string *reason;

	if (ZSTR_LEN(payload) < 2) {
		close_with(conn, RTC_CLOSE_NORMAL, ZSTR_EMPTY_ALLOC());
		return;
	}
	reason = zend_string_init(ZSTR_VAL(payload) + 2, ZSTR_LEN(payload) - 2, false);
	close_with(conn, bytes[0] << 8 | bytes[1], reason);
	zend_string_release(reason);
}

/* As it is: the script knows what it does with fragments. */
static void send_frame(rtc_conn *conn, const php_rtcomm_ratchet_data *data)
{
	uint8_t head[RTC_WS_HEADER_MAX];
	rtc_slice payload = php_rtcomm_slice(data->payload);
	size_t len = rtc_ws_header_encode(head, data->opcode, data->final, 0, payload.len, NULL);
	rtc_send_result result = rtc_conn_admit(conn, len + payload.len, rtc_conn_overflow(conn));

	if ((result == RTC_SEND_SENT || result == RTC_SEND_QUEUED) &&
		rtc_conn_write(conn, rtc_slice_of(head, len), payload) != RTC_OK) {
		return; /* the connection has failed, which is all that can be done */
	}
}

static void send_data(rtc_conn *conn, const php_rtcomm_ratchet_data *data)
{
	bool control = data->opcode >= RTC_WS_CLOSE;

	if (data->opcode == RTC_WS_CLOSE) {
		close_with_payload(conn, data->payload);
	} else if (control && (!data->final || ZSTR_LEN(data->payload) > RTC_WS_CONTROL_MAX)) {
		zend_argument_value_error(1, "must be one frame of at most 125 bytes (RFC 6455 5.5)");
	} else if (data->opcode > RTC_WS_PONG || (data->opcode > RTC_WS_BINARY && !control)) {
		zend_argument_value_error(
			1, "must not be a frame with the reserved opcode %d", data->opcode);
	} else if (!conn->opened) {
		return;
	} else if (data->final && data->opcode != RTC_WS_CONTINUATION && !control) {
		php_rtcomm_connection_send(conn, data->payload, data->opcode == RTC_WS_BINARY);
	} else {
		send_frame(conn, data);
	}
}

static void send_value(rtc_conn *conn, zval *value)
{
	php_rtcomm_ratchet_data data;
	zend_string *text;

	if (Z_TYPE_P(value) == IS_ARRAY || Z_TYPE_P(value) == IS_RESOURCE) {
		zend_argument_type_error(1, "must be of type string, %s given", zend_zval_type_name(value));
		return;
	}
	if (Z_TYPE_P(value) == IS_OBJECT && php_rtcomm_ratchet_data_of(Z_OBJ_P(value), &data)) {
		send_data(conn, &data);
		return;
	}
	text = EG(exception) == NULL ? zval_try_get_string(value) : NULL;
	if (text != NULL) {
		send_text(conn, text);
		zend_string_release(text);
	}
}

ZEND_METHOD(RtComm_Ratchet_Connection, __construct)
{
	ZEND_PARSE_PARAMETERS_NONE();
}

/* Surplus arguments pass, here and in close(), as they do in functions written in PHP: components
 * call close() with a reason, which Ratchet ignores. */
ZEND_METHOD(RtComm_Ratchet_Connection, send)
{
	rtc_conn *conn = connection_from_obj(Z_OBJ_P(ZEND_THIS))->base.conn;
	zval *data;

	ZEND_PARSE_PARAMETERS_START(1, -1)
	Z_PARAM_ZVAL(data)
	ZEND_PARSE_PARAMETERS_END();
	if (conn != NULL) {
		if (EXPECTED(Z_TYPE_P(data) == IS_STRING)) {
			send_text(conn, Z_STR_P(data));
		} else {
			send_value(conn, data);
		}
	}
	RETURN_OBJ_COPY(Z_OBJ_P(ZEND_THIS));
}

ZEND_METHOD(RtComm_Ratchet_Connection, close)
{
	rtc_conn *conn = connection_from_obj(Z_OBJ_P(ZEND_THIS))->base.conn;
	php_rtcomm_ratchet_data data;
	zend_object *frame = NULL;
	zend_long code = RTC_CLOSE_NORMAL;
	bool no_code = false;

	ZEND_PARSE_PARAMETERS_START(0, -1)
	Z_PARAM_OPTIONAL
	Z_PARAM_OBJ_OF_CLASS_OR_LONG_OR_NULL(frame, ratchet_ce_Messaging_Frame, code, no_code)
	ZEND_PARSE_PARAMETERS_END();
	if (conn != NULL && frame == NULL) {
		close_with(conn, no_code ? RTC_CLOSE_NORMAL : code, ZSTR_EMPTY_ALLOC());
	} else if (conn != NULL && php_rtcomm_ratchet_data_of(frame, &data)) {
		close_with_payload(conn, data.payload);
	}
	RETURN_OBJ_COPY(Z_OBJ_P(ZEND_THIS));
}

void php_rtcomm_minit_ratchet_connection(void)
{
	memcpy(&handlers, &php_rtcomm_connection_base_handlers, sizeof(handlers));
	handlers.offset = XtOffsetOf(ratchet_connection, base.std);
	handlers.free_obj = connection_free;
	handlers.get_gc = connection_get_gc;
	handlers.read_property = connection_read_property;
	handlers.has_property = connection_has_property;
	handlers.get_property_ptr_ptr = connection_get_property_ptr_ptr;
	handlers.get_properties = connection_get_properties;

	ratchet_ce_Connection =
		register_class_RtComm_Ratchet_Connection(ratchet_ce_ConnectionInterface);
	ratchet_ce_Connection->create_object = connection_create;
#ifdef ZEND_ACC_ALLOW_DYNAMIC_PROPERTIES
	ratchet_ce_Connection->ce_flags |= ZEND_ACC_ALLOW_DYNAMIC_PROPERTIES;
#endif
}
