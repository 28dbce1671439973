/* RtComm\Server: what there is right now: channels, connections, counts. */
#include "server.h"

#include "channel.h"
#include "connection.h"

/* Declared by the generated arginfo where the class is registered. */
ZEND_METHOD(RtComm_Server, channel);
ZEND_METHOD(RtComm_Server, connections);
ZEND_METHOD(RtComm_Server, stats);
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
	slice = rtc_slice_of(ZSTR_VAL(name), ZSTR_LEN(name));
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

/* What is counted when it is asked for. */
typedef struct tally {
	size_t buffered;
	size_t sessions;
	size_t readers;
	size_t web_sockets; /* the conversations, by transport */
	size_t event_streams;
	size_t long_polls;
} tally;

static void count_conversation(const rtc_conn *conn, tally *counts)
{
	switch (conn->delivery) {
	case RTC_EVENT_STREAM:
		counts->event_streams++;
		break;
	case RTC_LONG_POLL:
		counts->long_polls++;
		break;
	default:
		counts->web_sockets++;
		break;
	}
}

static tally count(const rtc_server *server)
{
	const rtc_conn *conn;
	tally counts = {0};

	for (conn = server->conns; conn != NULL; conn = conn->next) {
		counts.buffered += rtc_conn_buffered(conn);
		counts.sessions += conn->session;
		counts.readers += conn->feed != NULL;
		if (conn->opened && rtc_conn_is_open(conn)) {
			count_conversation(conn, &counts);
		}
	}
	return counts;
}

ZEND_METHOD(RtComm_Server, stats)
{
	php_rtcomm_server *object;
	const rtc_server *server;
	const rtc_server_stats *stats;
	tally counts;

	ZEND_PARSE_PARAMETERS_NONE();
	object = php_rtcomm_server_this(ZEND_THIS);
	if (object == NULL) {
		RETURN_THROWS();
	}
	server = object->server;
	stats = &server->stats;
	counts = count(server);
	array_init(return_value);
	add_assoc_long(return_value, "connections", (zend_long)server->conn_count);
	add_assoc_long(return_value, "open", (zend_long)server->open_count);
	add_assoc_long(return_value, "webSockets", (zend_long)counts.web_sockets);
	add_assoc_long(return_value, "eventStreams", (zend_long)counts.event_streams);
	add_assoc_long(return_value, "longPolls", (zend_long)counts.long_polls);
	add_assoc_long(return_value, "sessions", (zend_long)counts.sessions);
	add_assoc_long(return_value, "readers", (zend_long)counts.readers);
	add_assoc_long(return_value, "channels", (zend_long)rtc_hub_channel_count(server->hub));
	add_assoc_long(
		return_value, "subscriptions", (zend_long)rtc_hub_subscription_count(server->hub));
	add_assoc_long(return_value, "buffered", (zend_long)counts.buffered);
	add_assoc_long(return_value, "accepted", (zend_long)stats->accepted);
	add_assoc_long(return_value, "refused", (zend_long)stats->refused);
	add_assoc_long(return_value, "requests", (zend_long)stats->requests);
	add_assoc_long(return_value, "opened", (zend_long)stats->opened);
	add_assoc_long(return_value, "published", (zend_long)rtc_hub_published_count(server->hub));
	add_assoc_long(return_value, "messagesIn", (zend_long)stats->messages_in);
	add_assoc_long(return_value, "messagesOut", (zend_long)stats->messages_out);
	add_assoc_long(return_value, "bytesIn", (zend_long)stats->bytes_in);
	add_assoc_long(return_value, "bytesOut", (zend_long)stats->bytes_out);
	add_assoc_long(return_value, "dropped", (zend_long)stats->dropped);
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
