#include "feed_request.h"

#include "../proto/query.h"

#include "modes.h"
#include "server.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

/* A sentence with a channel's name in it. */
#define REQUEST_TEXT_MAX (RTC_CHANNEL_NAME_MAX + 100)

/* The request while it is read. */
typedef struct request_reader {
	rtc_feed_request *request;
	const rtc_conn *conn;
	size_t used;      /* bytes of request->text */
	rtc_slice cursor; /* of the query; data NULL: none */
	bool publish;     /* no cursor is looked for */
	bool in_path;     /* the path names the channel, the query does not */
	bool has_history;
	bool has_wait;
} request_reader;

/* The functions below give NULL, or a sentence that says what is wrong. */

static const char *add_name(request_reader *reader, rtc_slice name)
{
	rtc_feed_request *request = reader->request;

	if (!rtc_channel_name_valid(name)) {
		return "a channel's name is 1 to 255 bytes of UTF-8 without control characters";
	}
	if (request->count == RTC_FEED_MAX_CHANNELS) {
		return "too many channels in one request";
	}
	for (size_t i = 0; i < request->count; i++) {
		if (rtc_slice_equals(request->names[i], name)) {
			return "a channel is named twice";
		}
	}
	request->names[request->count++] = name;
	return NULL;
}

/* The route's {channel}, if its pattern has it. */
static const char *read_path(request_reader *reader)
{
	const rtc_conn *conn = reader->conn;
	rtc_route_param params[RTC_ROUTE_MAX_PARAMS];
	size_t count = rtc_route_params(
		conn->route->pattern, rtc_request_slice(conn->request, conn->request->path), params);

	for (size_t i = 0; i < count; i++) {
		if (rtc_slice_equals(params[i].name, RTC_SLICE("channel"))) {
			uint8_t *out = reader->request->text;
			size_t len = rtc_http_decode(params[i].value, out);

			reader->in_path = true;
			reader->used = params[i].value.len;
			return add_name(reader, rtc_slice_of(out, len));
		}
	}
	return NULL;
}

static const char *read_number(rtc_slice value, uint32_t most, uint32_t *number, bool *seen)
{
	if (*seen || !rtc_query_number(value, most, number)) {
		return "'history' and 'wait' are whole numbers";
	}
	*seen = true;
	return NULL;
}

static const char *read_pair(request_reader *reader, rtc_slice name, rtc_slice value)
{
	if (rtc_slice_equals(name, RTC_SLICE("channel")) && !reader->in_path) {
		return add_name(reader, value);
	}
	if (rtc_slice_equals(name, RTC_SLICE("history"))) {
		return read_number(value, UINT32_MAX, &reader->request->history, &reader->has_history);
	}
	if (rtc_slice_equals(name, RTC_SLICE("wait"))) {
		return read_number(
			value, RTC_POLL_MAX_SECONDS, &reader->request->wait_ms, &reader->has_wait);
	}
	if (rtc_slice_equals(name, RTC_SLICE("cursor"))) {
		if (reader->cursor.data != NULL) {
			return "there are two cursors";
		}
		reader->cursor = value;
	}
	return NULL;
}

static const char *read_query(request_reader *reader)
{
	const rtc_request *request = reader->conn->request;
	rtc_slice query = rtc_request_slice(request, request->query);
	const char *error = NULL;
	rtc_slice name;
	rtc_slice value;

	while (error == NULL && rtc_query_next(&query, &name, &value)) {
		uint8_t *out = reader->request->text + reader->used;

		name = rtc_query_decode(name, out);
		value = rtc_query_decode(value, out + name.len);
		reader->used += name.len + value.len;
		error = read_pair(reader, name, value);
	}
	if (error == NULL && reader->request->count == 0) {
		error = "the query names no channel";
	}
	return error;
}

/* What the browser's EventSource sends goes before what its page wrote into the address once. */
static const char *read_cursor(request_reader *reader)
{
	rtc_feed_request *request = reader->request;
	rtc_slice cursor = rtc_request_field(reader->conn->request, RTC_SLICE("last-event-id"));

	if (cursor.data == NULL) {
		cursor = reader->cursor;
	}
	if (cursor.data == NULL) {
		return NULL;
	}
	request->has_cursor = true;
	return rtc_cursor_parse(cursor, request->after, request->count)
		? NULL
		: "the cursor is not one of these channels";
}

/* Everything that slices will point into fits into one block that never moves. */
static uint8_t *text_for(const rtc_request *request)
{
	return malloc((size_t)request->path.len + request->query.len + 1);
}

static const char *read_request(request_reader *reader)
{
	const char *error = read_path(reader);

	if (error == NULL) {
		error = read_query(reader);
	}
	if (error == NULL && !reader->publish) {
		error = read_cursor(reader);
	}
	if (!reader->has_wait) {
		reader->request->wait_ms = RTC_POLL_DEFAULT_SECONDS;
	}
	reader->request->wait_ms *= 1000;
	return error;
}

static void refuse(rtc_conn *conn, rtc_slice channel, bool publish, int status)
{
	char text[REQUEST_TEXT_MAX];

	if (status == 401) {
		rtc_conn_http_refuse_with(conn, 401, RTC_SLICE("WWW-Authenticate: Bearer\r\n"),
			"this needs an Authorization field");
	} else if (status == 403) {
		snprintf(text, sizeof(text), "%s the channel '%.*s' is not allowed",
			publish ? "publishing in" : "reading", (int)channel.len, (const char *)channel.data);
		rtc_conn_http_refuse_for(conn, 403, "authorize", text);
	} else {
		rtc_conn_http_refuse(conn, status, "it cannot be told whether this is allowed");
	}
}

/* The handler is user code: afterwards the connection, or the server, may be gone. */
static bool authorize(rtc_conn *conn, const rtc_feed_request *request, bool publish)
{
	const rtc_conn_mode *mode = conn->mode;

	for (size_t i = 0; i < request->count; i++) {
		rtc_server *server = conn->server;
		int status = 0;

		rtc_conn_obey(conn,
			server->handlers->authorize(server->user, conn, request->names[i], publish, &status));
		if (!rtc_conn_is_open(conn) || conn->mode != mode || rtc_conn_http_is_answered(conn)) {
			return false;
		}
		if (status == 0 && rtc_loop_is_halted(server->loop) && i + 1 < request->count) {
			status = 500; /* no further handler runs in this turn */
		}
		if (status != 0) {
			refuse(conn, request->names[i], publish, status);
			return false;
		}
	}
	if (!rtc_server_takes_new(conn->server)) {
		rtc_conn_http_refuse_for(conn, 503, "stopping", "the server is stopping");
		return false;
	}
	return true;
}

bool rtc_feed_request_init(rtc_feed_request *request, rtc_conn *conn, bool publish)
{
	request_reader reader = {.request = request, .conn = conn, .publish = publish};
	const char *error;

	request->text = text_for(conn->request);
	request->count = 0;
	request->has_cursor = false;
	request->history = 0;
	request->wait_ms = 0;
	if (request->text == NULL) {
		rtc_conn_no_memory(conn);
		return false;
	}
	error = read_request(&reader);
	if (error == NULL && publish && request->count > 1) {
		error = "a publication goes to one channel";
	}
	if (error != NULL) {
		rtc_conn_http_refuse(conn, 400, error);
	} else if (authorize(conn, request, publish)) {
		return true;
	}
	rtc_feed_request_deinit(request);
	return false;
}

void rtc_feed_request_deinit(rtc_feed_request *request)
{
	free(request->text);
	request->text = NULL;
}

bool rtc_feed_request_name(const rtc_conn *conn, uint8_t **text, rtc_slice *name)
{
	rtc_feed_request request = {.text = text_for(conn->request)};
	request_reader reader = {.request = &request, .conn = conn, .publish = true};

	*text = request.text;
	if (request.text == NULL || read_request(&reader) != NULL) {
		return false;
	}
	*name = request.names[0];
	return true;
}
