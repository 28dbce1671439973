/* A store that answers when it likes, and a connection around the readers of feeds: its queue and
 * its limits are the real ones, the rest is a fake. */
#ifndef RTC_TESTS_FEED_FAKES_H
#define RTC_TESTS_FEED_FAKES_H

#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* memmem */
#endif
#include "check.h"

#include "../../src/engine/conn_stream.h"
#include "../../src/engine/feed.h"
#include "../../src/engine/server.h"
#include "../../src/engine/session.h"
#include "../../src/proto/sse.h"
#include "random.h"

#define ZLIB_CONST
#include <zlib.h>

/* The real store, behind one that this test makes of it. */
#define rtc_store_memory_new real_store_new
#include "../../src/engine/store_memory.c"
#undef rtc_store_memory_new

#define CLIENTS 12
#define CHANNELS 3

/* ---- memory ------------------------------------------------------------------------------------
 */

static int allocations_left =
	-1; /* before one fails, where a test wraps malloc; negative: none does */

/* For what stands for the client: it has memory. Returns what to give to memory_is_short(). */
static int memory_is_long(void)
{
	int left = allocations_left;

	allocations_left = -1;
	return left;
}

static void memory_is_short(int left)
{
	allocations_left = left;
}

/* ---- a store that takes its time --------------------------------------------------------------
 */

typedef struct pending_read {
	rtc_store *store;
	void *log;
	rtc_publication_id after;
	size_t max;
	bool recent;
	rtc_store_page done;
	void *context;
} pending_read;

static pending_read pending[4 * CLIENTS * CHANNELS];
static size_t pending_count;
static bool late; /* reads end later */
static bool broken;
static const rtc_store_ops *real_store;

static void read_now(const pending_read *read)
{
	static const rtc_page none = {.status = RTC_FAILED};

	if (broken) {
		read->done(read->context, &none);
	} else if (read->recent) {
		real_store->recent(read->store, read->log, read->max, read->done, read->context);
	} else {
		real_store->read(
			read->store, read->log, &read->after, read->max, read->done, read->context);
	}
}

static void read_some_time(pending_read read)
{
	if (!late || random_below(4) == 0) {
		read_now(&read);
		return;
	}
	if (pending_count == sizeof(pending) / sizeof(*pending)) {
		abort();
	}
	pending[pending_count++] = read;
}

/* Pages are at most as long as a wrapped ring makes them anyway. */
static void slow_read(rtc_store *store, void *log, const rtc_publication_id *after, size_t max,
	rtc_store_page done, void *context)
{
	size_t some = late && max > 0 ? 1 + random_below((uint32_t)max) : max;

	read_some_time((pending_read){store, log, *after, some, false, done, context});
}

static void slow_recent(rtc_store *store, void *log, size_t max, rtc_store_page done, void *context)
{
	read_some_time((pending_read){store, log, {0}, max, true, done, context});
}

rtc_store *rtc_store_memory_new(struct rtc_loop *loop)
{
	static rtc_store_ops ops;
	rtc_store *store = real_store_new(loop);

	if (store == NULL) {
		abort();
	}
	real_store = store->ops;
	ops = *real_store;
	ops.read = slow_read;
	ops.recent = slow_recent;
	store->ops = &ops;
	return store;
}

static inline void finish_read(void)
{
	if (pending_count > 0) {
		size_t which = random_below((uint32_t)pending_count);
		pending_read read = pending[which];

		pending[which] = pending[--pending_count];
		read_now(&read);
	}
}

/* ---- a client and its connection ---------------------------------------------------------------
 */

typedef enum client_kind { STREAM, POLL, SOCKET, RAW, KINDS } client_kind;

typedef struct client {
	rtc_conn conn;
	client_kind kind;
	const rtc_stream_source *source;
	const rtc_http_waiter *waiter;
	void *state;
	bool connected;
	bool ended;   /* the server has ended the stream or the socket */
	bool put_off; /* its work() is due */
	size_t channels;
	uint64_t at[CHANNELS];
	bool known;       /* at[] means something */
	rtc_buf received; /* inflated */
	rtc_stream_state stream;
	rtc_stream_gzip gzip; /* of a stream that is compressed */
	z_stream inflater;
	bool inflating;
	rtc_sse_reader events;
	char text[1024]; /* what a request was answered with, if no answer of a feed */
	int status;
	unsigned long messages;
	unsigned long gaps;
} client;

static rtc_server server;
static rtc_loop loop;
static rtc_route route;
static rtc_channel *channels[CHANNELS];
static rtc_publication_id newest[CHANNELS];
static char epochs[CHANNELS][RTC_EPOCH_MAX + 1];
static uint8_t oldest_lost; /* bit i: what channel i has lost may be told at any time */
static int authorize_status;
static size_t taken_at_once = SIZE_MAX;

static client *client_of(rtc_conn *conn)
{
	return (client *)((char *)conn - offsetof(client, conn));
}

/* Takes bytes as they are, or inflates them; there is memory. True: they are the end of a member.
 */
static bool receive(client *self, const void *bytes, size_t len)
{
	z_stream *stream = &self->inflater;
	int result = Z_OK;
	uint8_t out[4096];

	if (!self->inflating) {
		CHECK_INT(rtc_buf_append(&self->received, bytes, len), RTC_OK);
		return false;
	}
	stream->next_in = bytes;
	stream->avail_in = (uInt)len;
	while (result == Z_OK) {
		stream->next_out = out;
		stream->avail_out = sizeof(out);
		result = inflate(stream, Z_SYNC_FLUSH);
		CHECK(result == Z_OK || result == Z_BUF_ERROR || result == Z_STREAM_END);
		CHECK_INT(rtc_buf_append(&self->received, out, sizeof(out) - stream->avail_out), RTC_OK);
	}
	CHECK_INT(stream->avail_in, 0);
	return result == Z_STREAM_END;
}

static void inflating_begins(client *self)
{
	self->inflater = (z_stream){0};
	self->inflating = true;
	CHECK_INT(inflateInit2(&self->inflater, 15 + 16), Z_OK);
}

static void inflating_ends(client *self)
{
	if (self->inflating) {
		inflateEnd(&self->inflater);
		self->inflating = false;
	}
}

static void conn_drained(rtc_conn *conn)
{
	client *self = client_of(conn);

	if (self->kind == STREAM && self->source != NULL && rtc_conn_is_open(conn)) {
		self->source->pump(conn);
	} else if (self->kind >= SOCKET && rtc_conn_is_open(conn)) {
		rtc_feed_pump(conn);
	}
}

static void conn_deliver(rtc_conn *conn, rtc_publication *pub)
{
	client *self = client_of(conn);

	if (self->kind == STREAM && self->source != NULL) {
		self->source->deliver(conn, pub);
	} else if (self->kind == POLL && self->waiter != NULL) {
		self->waiter->deliver(conn, pub);
	} else if (self->kind >= SOCKET) {
		rtc_feed_deliver(conn, pub);
	}
}

static void conn_close(rtc_conn *conn, uint16_t code, rtc_slice reason)
{
	client *self = client_of(conn);

	(void)reason;
	if (self->source != NULL) {
		self->source->close(conn, code, reason);
	} else {
		conn->close_code = code;
		conn->phase = RTC_CONN_CLOSING;
		self->ended = true;
	}
}

static const rtc_conn_mode fake_mode = {
	.name = "fake", .drained = conn_drained, .deliver = conn_deliver, .close = conn_close};

static rtc_io fake_write(
	rtc_transport *transport, const struct iovec *vectors, int vector_count, size_t *count)
{
	client *self = client_of((rtc_conn *)((char *)transport - offsetof(rtc_conn, transport)));
	size_t most = taken_at_once == SIZE_MAX ? SIZE_MAX : random_below((uint32_t)taken_at_once);

	int left = memory_is_long();

	*count = 0;
	for (int i = 0; i < vector_count && *count < most; i++) {
		size_t len = vectors[i].iov_len < most - *count ? vectors[i].iov_len : most - *count;

		receive(self, vectors[i].iov_base, len);
		*count += len;
	}
	memory_is_short(left);
	return RTC_IO_DONE;
}

static size_t fake_in_flight(const rtc_transport *transport)
{
	(void)transport;
	return 0;
}

static const rtc_transport_ops fake_transport = {.write = fake_write, .in_flight = fake_in_flight};

/* What conn.c, the HTTP modes and the server would do. */

void rtc_session_flush(rtc_conn *session)
{
	(void)session;
	abort(); /* there are none */
}

volatile unsigned rtc_loop_generation;

void rtc_loop_forget_sent(rtc_loop *which)
{
	(void)which; /* nothing is sent that has an owner */
}

void rtc_server_log(rtc_server *which, rtc_log_level level, const rtc_conn *conn, int status,
	const char *event, const char *format, ...)
{
	(void)which;
	(void)level;
	(void)conn;
	(void)status;
	(void)event;
	(void)format;
}

rtc_conn *rtc_conn_ref(rtc_conn *conn)
{
	conn->refs++;
	return conn;
}

void rtc_conn_unref(rtc_conn *conn)
{
	CHECK(--conn->refs > 0);
}

void rtc_conn_want(rtc_conn *conn)
{
	(void)conn;
}

void rtc_conn_defer(rtc_conn *conn)
{
	(void)conn;
}

void rtc_conn_put_off(rtc_conn *conn)
{
	client_of(conn)->put_off = true;
}

void rtc_conn_fail(rtc_conn *conn)
{
	if (rtc_conn_is_alive(conn)) {
		conn->phase = RTC_CONN_FAILED;
		client_of(conn)->ended = true;
	}
}

void rtc_conn_close(rtc_conn *conn, uint16_t code, rtc_slice reason)
{
	if (rtc_conn_is_open(conn)) {
		conn_close(conn, code, reason);
	}
}

void rtc_conn_set_close(rtc_conn *conn, uint16_t code, rtc_slice reason, bool by_peer)
{
	(void)conn;
	(void)code;
	(void)reason;
	(void)by_peer;
}

void rtc_conn_obey(rtc_conn *conn, rtc_verdict verdict)
{
	(void)conn;
	(void)verdict;
}

bool rtc_conn_http_is_answered(const rtc_conn *conn)
{
	(void)conn;
	return false;
}

void rtc_conn_http_refuse_with(rtc_conn *conn, int status, rtc_slice fields, const char *text)
{
	client *self = client_of(conn);

	CHECK_INT(conn->phase, RTC_CONN_OPEN);
	self->status = status;
	snprintf(
		self->text, sizeof(self->text), "%.*s%s", (int)fields.len, (const char *)fields.data, text);
	conn->phase = RTC_CONN_CLOSING;
}

void rtc_conn_http_refuse_for(rtc_conn *conn, int status, const char *reason, const char *text)
{
	(void)reason;
	rtc_conn_http_refuse_with(conn, status, RTC_SLICE(""), text);
}

void rtc_conn_http_refuse(rtc_conn *conn, int status, const char *text)
{
	rtc_conn_http_refuse_with(conn, status, RTC_SLICE(""), text);
}

static void leave_waiter(client *self)
{
	const rtc_http_waiter *waiter = self->waiter;

	self->waiter = NULL;
	if (waiter != NULL) {
		waiter->leave(&self->conn, self->state);
	}
}

void rtc_conn_http_reply(rtc_conn *conn, int status, const char *content_type, rtc_slice body)
{
	client *self = client_of(conn);
	int left = memory_is_long();

	CHECK(strcmp(content_type, "text/plain; charset=utf-8") == 0);
	self->status = status;
	if (rtc_buf_append(&self->received, body.data, body.len) != RTC_OK) {
		abort();
	}
	memory_is_short(left);
	leave_waiter(self);
}

bool rtc_conn_http_takes_gzip(const rtc_conn *conn)
{
	return conn->route->options.deflate.on;
}

void rtc_conn_http_reply_carrier(
	rtc_conn *conn, const char *content_type, bool gzip, rtc_slice body)
{
	client *self = client_of(conn);
	int left = memory_is_long();

	CHECK(strcmp(content_type, "application/json") == 0);
	self->status = 200;
	if (gzip) {
		inflating_begins(self);
	}
	CHECK_INT(receive(self, body.data, body.len), gzip);
	inflating_ends(self);
	memory_is_short(left);
	leave_waiter(self);
}

void rtc_conn_http_wait(
	rtc_conn *conn, const rtc_http_waiter *waiter, void *state, uint32_t timeout_ms)
{
	client *self = client_of(conn);

	CHECK(self->waiter == NULL && timeout_ms > 0);
	self->waiter = waiter;
	self->state = state;
}

rtc_status rtc_conn_stream_begin(rtc_conn *conn, const rtc_stream_source *source, void *state)
{
	client *self = client_of(conn);
	int left = memory_is_long();

	self->stream = (rtc_stream_state){0};
	if (rtc_conn_http_takes_gzip(conn)) {
		self->gzip = (rtc_stream_gzip){0};
		self->stream.gzip = &self->gzip;
		inflating_begins(self);
		receive(self, rtc_gzip_head, sizeof(rtc_gzip_head));
	}
	conn->state = &self->stream;
	rtc_conn_stream_begun(conn);
	self->source = source;
	self->state = state;
	memory_is_short(left);
	return RTC_OK;
}

unsigned rtc_conn_stream_retry_ms(void)
{
	return 1000;
}

void rtc_conn_stream_end(rtc_conn *conn)
{
	if (rtc_conn_stream_put_end(conn) != RTC_OK) {
		return;
	}
	conn->phase = RTC_CONN_CLOSING;
	client_of(conn)->ended = true;
}

rtc_message *rtc_conn_ws_form(rtc_conn *conn, rtc_message *message)
{
	(void)conn;
	return message;
}

rtc_status rtc_conn_http_switch(rtc_conn *conn, const rtc_strings *spoken)
{
	CHECK_INT(spoken->count, 1);
	conn->subprotocol = client_of(conn)->kind == SOCKET && spoken->count > 0;
	return RTC_OK;
}

static rtc_verdict authorize(
	void *user, rtc_conn *conn, rtc_slice channel, bool publish, int *status)
{
	(void)user;
	(void)conn;
	CHECK(rtc_channel_name_valid(channel));
	*status = publish ? 0 : authorize_status;
	return RTC_CONTINUE;
}

/* ---- requests ----------------------------------------------------------------------------------
 */

static rtc_request *request_of(const char *method, const char *target, const char *fields)
{
	char text[4096];
	size_t len = 0;
	rtc_http_scan scan = {0};
	rtc_http_head head;
	rtc_http_error error;
	rtc_request *request;

	snprintf(text, sizeof(text), "%s %s HTTP/1.1\r\nHost: x\r\n%s\r\n", method, target, fields);
	if (rtc_http_scan_head(&scan, (const uint8_t *)text, strlen(text), sizeof(text), &len,
			&error) != RTC_PARSE_DONE ||
		!rtc_http_parse_head((const uint8_t *)text, len, &head, &error)) {
		abort();
	}
	request = rtc_request_new(&head, (const uint8_t *)text, len);
	if (request == NULL) {
		abort();
	}
	return request;
}

static void arrive(client *self, const char *target, const char *fields)
{
	self->conn = (rtc_conn){
		.mode = &fake_mode, .server = &server, .route = &route, .refs = 1, .phase = RTC_CONN_OPEN};
	self->conn.transport.ops = &fake_transport;
	self->connected = true;
	self->ended = self->put_off = false;
	self->status = 0;
	self->text[0] = '\0';
	self->source = NULL;
	self->waiter = NULL;
	self->conn.delivery = self->kind == STREAM ? RTC_EVENT_STREAM : RTC_LONG_POLL;
	self->conn.request = request_of("GET", target, fields);
	rtc_sse_reader_init(&self->events, 1 << 20);
}

static void serve(client *self)
{
	if (self->kind >= SOCKET) {
		rtc_feed_upgrade(&self->conn);
	} else {
		rtc_feed_get(&self->conn);
	}
}

static void begin(client *self, const char *target, const char *fields)
{
	arrive(self, target, fields);
	serve(self);
}

/* The connection is gone, with all that was not read of it. */
static void end(client *self)
{
	self->conn.phase = RTC_CONN_OVER;
	leave_waiter(self);
	if (self->source != NULL) {
		self->source->leave(&self->conn, self->state);
	}
	rtc_feed_forget(&self->conn);
	CHECK(self->conn.subscriptions == NULL && self->conn.feed == NULL);
	CHECK_INT(self->conn.refs, 1);
	rtc_queue_clear(&self->conn.queue, &loop.pool);
	rtc_request_unref(self->conn.request);
	self->conn.request = NULL;
	rtc_sse_reader_deinit(&self->events);
	inflating_ends(self);
	self->received.len = 0;
	self->connected = false;
}

#endif
