/* A server and its clients. The input is a script: clients come, send what it says in the pieces
 * that it says, end one side or both, read or do not, ask for sessions, by streams and polls, and
 * go on with those of others; meanwhile the bytes at its end say what the handlers do, and how much
 * the sockets take. Whatever happens, each conversation that opened is closed once and nothing is
 * heard of it afterwards, all counts return to zero, and the loop comes to rest.
 *
 * Time is part of the script: deadlines are hours away and fire when the input says so. */
/* link: src/engine */

#include "../../src/engine/server.h"
#include "../../src/engine/session_state.h"
#include "fuzz.h"

#include <event2/event.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define MAX_CLIENTS 24
#define MAX_SESSIONS 5
#define MAX_TURNS 200
#define HOUR_MS 3600000

/* Both sides of one connection, or a session. */
typedef struct client {
	int fd;         /* the client's end; -1: closed, or a session */
	rtc_conn *conn; /* a reference, as an object of the binding would hold it; NULL: let go */
	bool opened;
	bool closed;
	bool released;
	bool alone; /* the server went before it was through with the connection */
} client;

/* The script is read from its front, the handlers' part from its end. */
typedef struct script {
	const uint8_t *at;
	const uint8_t *end;
} script;

static rtc_loop *loop;
static rtc_server *server;
static rtc_channel *channel;
static client clients[MAX_CLIENTS];
static size_t client_count;
static script text;
static bool in_handler;
static bool slow_reads;
static uint64_t passed_ms; /* how far the clock is ahead, when time passes */

static const char handshake[] =
	"GET /chat HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
	"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";
static const char announcement[] = "PROXY TCP4 192.0.2.1 192.0.2.2 1 2\r\n";

static uint8_t take(void)
{
	return text.at < text.end ? *text.at++ : 0;
}

static uint8_t take_last(void)
{
	return text.at < text.end ? *--text.end : 0;
}

/* ---- sockets that are full, slow or broken ----------------------------------------------------
 */

static const rtc_transport_ops *real_ops;

static rtc_io fuzz_write(
	rtc_transport *transport, const struct iovec *vectors, int vector_count, size_t *count)
{
	struct iovec first = vectors[0];

	switch (take_last() & 7) {
	case 1:
		return RTC_IO_AGAIN;
	case 2:
		first.iov_len = 1 + first.iov_len / 2;
		if (first.iov_len > vectors[0].iov_len) {
			first.iov_len = vectors[0].iov_len;
		}
		return real_ops->write(transport, &first, 1, count);
	case 3:
		return take_last() & 1 ? RTC_IO_ERROR : RTC_IO_AGAIN;
	default:
		return real_ops->write(transport, vectors, vector_count, count);
	}
}

/* Where the setup asks for it, bytes come in few at once, or not yet, or never. */
static rtc_io fuzz_read(rtc_transport *transport, void *data, size_t len, size_t *count)
{
	uint8_t what = slow_reads ? take_last() : 0;

	switch (what & 7) {
	case 1:
		return RTC_IO_AGAIN;
	case 2:
		return real_ops->read(
			transport, data, len < 1u + (what >> 3) ? len : 1u + (what >> 3), count);
	case 3:
		return what >> 3 == 31 ? RTC_IO_ERROR : RTC_IO_AGAIN;
	default:
		return real_ops->read(transport, data, len, count);
	}
}

static rtc_transport_ops fuzz_ops;

/* ---- what handlers do -------------------------------------------------------------------------
 */

static void release_copy(void *owner)
{
	free(owner);
}

static void send_long(rtc_conn *conn, bool binary)
{
	size_t len = 3000 + (size_t)take_last() * 64;
	uint8_t *copy = malloc(len);

	if (copy == NULL) {
		abort();
	}
	memset(copy, 'x', len);
	rtc_conn_send_bytes(conn, rtc_slice_of(copy, len), binary, copy, release_copy);
}

static void publish(const rtc_conn *except)
{
	rtc_message *message = rtc_message_copy(RTC_SLICE("a publication"), false);
	rtc_published published;

	if (message == NULL || channel == NULL) {
		abort();
	}
	FUZZ_ASSERT((rtc_channel_publish(channel, message, RTC_SLICE(""), except, &published) ==
					RTC_OK) == (server != NULL));
	rtc_message_unref(message);
}

static void free_server(void)
{
	rtc_server *gone = server;

	server = NULL;
	for (size_t i = 0; i < client_count; i++) {
		clients[i].alone = !clients[i].released;
	}
	rtc_server_free(gone);
}

/* One thing that a script can do, to any connection that it still holds. */
static rtc_verdict act(void)
{
	uint8_t what = take_last();
	size_t number = what >> 5;
	const client *whom = &clients[number < 4 ? number : (client_count + 7 - number) % MAX_CLIENTS];
	rtc_conn *conn = whom->conn;

	switch (what & 31) {
	case 12:
		publish(conn);
		return RTC_CONTINUE;
	case 13:
		if (server != NULL) {
			rtc_server_stop(server, HOUR_MS, RTC_STOP_LEAVING);
		}
		return RTC_CONTINUE;
	case 14:
		if (server != NULL) {
			free_server();
		}
		return RTC_CONTINUE;
	case 15:
		return RTC_STOP;
	default:
		break;
	}
	if (conn == NULL) {
		return RTC_CONTINUE;
	}
	switch (what & 31) {
	case 1:
		rtc_conn_send_bytes(conn, RTC_SLICE("short"), false, NULL, NULL);
		break;
	case 2:
	case 3:
		send_long(conn, (what & 31) == 3);
		break;
	case 4:
		rtc_conn_close(conn, RTC_CLOSE_NORMAL, RTC_SLICE("bye"));
		break;
	case 5:
		rtc_conn_terminate(conn);
		break;
	case 6:
		rtc_conn_pause(conn);
		break;
	case 7:
		rtc_conn_resume(conn);
		break;
	case 8:
	case 9:
		if (rtc_conn_is_open(conn) &&
			rtc_hub_subscribe(server->hub, conn, RTC_SLICE("c")) != RTC_OK) {
			abort();
		}
		break;
	case 10:
		if (conn->server != NULL) {
			rtc_hub_unsubscribe(server->hub, conn, RTC_SLICE("c"));
		}
		break;
	case 11:
		if (whom->opened) {
			rtc_conn_ping(conn, RTC_SLICE("ping"));
		}
		break;
	default:
		break;
	}
	return RTC_CONTINUE;
}

static rtc_verdict act_often(void)
{
	rtc_verdict verdict = RTC_CONTINUE;

	FUZZ_ASSERT(!in_handler);
	in_handler = true;
	for (int i = 0; i < 4 && verdict == RTC_CONTINUE && (take_last() & 1) != 0; i++) {
		verdict = act();
	}
	in_handler = false;
	return verdict;
}

static client *client_of(const rtc_conn *conn)
{
	for (size_t i = 0; i < client_count; i++) {
		if (conn->user == &clients[i]) {
			return &clients[i];
		}
	}
	abort();
}

static rtc_verdict on_accept(void *user, rtc_conn *conn, bool *accepted)
{
	uint8_t what = take_last();
	rtc_verdict verdict = act_often();

	(void)user;
	if (client_count == MAX_CLIENTS && conn->delivery != RTC_WEBSOCKET) {
		*accepted = false;
	}
	if ((what & 7) == 1) {
		*accepted = false;
		rtc_conn_respond(conn, 401, RTC_SLICE(""), RTC_SLICE("who are you?"));
	}
	if ((what & 7) == 2) {
		*accepted = false;
	}
	return verdict;
}

static rtc_verdict on_open(void *user, rtc_conn *conn)
{
	client *self = &clients[client_count];

	(void)user;
	for (size_t i = 0; i < client_count; i++) {
		if (clients[i].conn == conn) {
			self = &clients[i];
		}
	}
	if (conn->session) {
		FUZZ_ASSERT(client_count < MAX_CLIENTS && server->sessions.count <= MAX_SESSIONS);
		client_count++;
		*self = (client){.fd = -1, .conn = rtc_conn_ref(conn)};
	}
	FUZZ_ASSERT(self->conn == conn && !self->opened && !self->closed);
	self->opened = true;
	conn->user = self;
	return act_often();
}

static rtc_verdict on_message(void *user, rtc_conn *conn, rtc_slice payload, bool binary)
{
	const client *self = client_of(conn);
	uint8_t sum = 0;

	(void)user;
	(void)binary;
	FUZZ_ASSERT(self->opened && !self->closed && rtc_conn_is_open(conn));
	for (size_t i = 0; i < payload.len; i++) {
		sum ^= payload.data[i];
	}
	if (sum == 'e') {
		rtc_conn_send_bytes(conn, payload, true, NULL, NULL);
	}
	return act_often();
}

static rtc_verdict on_close(void *user, rtc_conn *conn, const rtc_close_info *info)
{
	client *self = client_of(conn);

	(void)user;
	FUZZ_ASSERT(self->opened && !self->closed && !rtc_conn_is_open(conn));
	FUZZ_ASSERT(info->code >= 1000 && info->code < 5000 && info->reason.len <= 123);
	self->closed = true;
	return act_often();
}

static rtc_verdict on_request(void *user, rtc_conn *conn, rtc_request *request)
{
	rtc_verdict verdict = act_often();

	(void)user;
	if (request->body.len % 3 != 1) {
		rtc_conn_respond(conn, 200, RTC_SLICE(""), rtc_buf_slice(&request->body));
	}
	return verdict;
}

static void on_release(void *user, rtc_conn *conn)
{
	(void)user;
	if (conn->user != NULL) {
		client *self = client_of(conn);

		FUZZ_ASSERT(self->closed && !self->released && conn->phase == RTC_CONN_OVER);
		self->released = true;
		conn->user = NULL;
		if (take_last() & 1) {
			(void)act_often();
		}
	}
}

static void on_stopped(void *user)
{
	(void)user;
	FUZZ_ASSERT(server->conns == NULL && server->conn_count == 0 && server->open_count == 0);
}

static void on_log(
	void *user, rtc_log_level level, const char *message, const rtc_log_context *context)
{
	(void)user;
	(void)level;
	(void)context;
	FUZZ_ASSERT(message[0] != '\0');
}

static const rtc_handlers handlers = {
	.accept = on_accept,
	.open = on_open,
	.message = on_message,
	.close = on_close,
	.request = on_request,
	.release = on_release,
	.stopped = on_stopped,
	.log = on_log,
};

/* ---- the script --------------------------------------------------------------------------------
 */

/* A carrier and its session know each other, and what is kept has limits. */
static void check_session(const rtc_conn *conn)
{
	const rtc_session_state *state = rtc_session_of(conn);

	if (state == NULL) {
		return;
	}
	FUZZ_ASSERT(state->outbox.written <= state->outbox.kept.count);
	FUZZ_ASSERT(state->outbox.kept.count == 0 || state->outbox.kept.bytes > 0);
	FUZZ_ASSERT((state->outbox.fresh.count == 0) == (state->outbox.fresh.bytes == 0));
	FUZZ_ASSERT(rtc_conn_buffered(conn) >= state->outbox.fresh.bytes);
	FUZZ_ASSERT(state->carrier == NULL || state->carrier->phase != RTC_CONN_OVER);
	if (rtc_conn_is_alive(conn) && state->carrier == NULL) {
		FUZZ_ASSERT(rtc_timer_runs(&conn->timer)); /* or it would stay for ever */
	}
}

static void turn(void)
{
	if (rtc_loop_turn(loop, 0) != RTC_OK) {
		abort();
	}
	for (size_t i = 0; i < client_count; i++) {
		if (clients[i].conn != NULL) {
			check_session(clients[i].conn);
		}
	}
}

static void put(const client *from, const void *data, size_t len)
{
	if (from->fd >= 0 && len > 0) {
		(void)!send(from->fd, data, len, MSG_NOSIGNAL | MSG_DONTWAIT);
	}
}

static void come(bool greet)
{
	static const rtc_address nobody;
	int ends[2];
	int room = 4096;
	client *self;

	if (client_count == MAX_CLIENTS || server == NULL || server->state != RTC_SERVER_RUNNING) {
		return;
	}
	if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0) {
		abort();
	}
	for (int i = 0; i < 2; i++) {
		fcntl(ends[i], F_SETFL, O_NONBLOCK);
	}
	setsockopt(ends[0], SOL_SOCKET, SO_SNDBUF, &room, sizeof(room));
	rtc_server_adopt(server, ends[0], &nobody, NULL);
	self = &clients[client_count++];
	*self = (client){.fd = ends[1], .conn = rtc_conn_ref(server->conns)};
	real_ops = self->conn->transport.ops;
	fuzz_ops = *real_ops;
	fuzz_ops.read = fuzz_read;
	fuzz_ops.write = fuzz_write;
	self->conn->transport.ops = &fuzz_ops;
	if (greet && server->options.proxy_protocol) {
		put(self, announcement, sizeof(announcement) - 1);
	}
	if (greet) {
		put(self, handshake, sizeof(handshake) - 1);
	}
}

static size_t take_bytes(uint8_t *bytes, size_t most)
{
	size_t len = 0;

	while (len < most && text.at < text.end) {
		bytes[len++] = take();
	}
	return len;
}

/* A frame that is well-formed but for what the input says of its first byte; the key is zero. */
static void put_frame(const client *from)
{
	uint8_t frame[6 + 125] = {take(), 0};
	size_t len = take_bytes(frame + 6, take() % 126);

	frame[1] = (uint8_t)(0x80 | len);
	put(from, frame, 6 + len);
}

/* A session, among those that there were. */
static const rtc_session_state *take_session(void)
{
	uint8_t skip = take();

	for (size_t i = 0; i < client_count; i++) {
		const client *whom = &clients[(skip + i) % client_count];
		const rtc_session_state *state = whom->conn != NULL ? rtc_session_of(whom->conn) : NULL;

		if (state != NULL) {
			return state;
		}
	}
	return NULL;
}

/* A request of somebody who may know a session. */
static void put_request(const client *from)
{
	static const char *const methods[] = {
		"GET", "GET", "GET", "POST", "POST", "DELETE", "OPTIONS", "HEAD"};
	static const char *const fields[] = {"", "Accept: text/event-stream\r\n",
		"Content-Type: application/octet-stream\r\n", "Connection: close\r\n",
		"Origin: http://localhost\r\nX-Forwarded-For: 192.0.2.1\r\n", "Origin: http://other\r\n",
		"Accept: text/event-stream;q=0.5\r\nOrigin: http://localhost\r\n",
		"Content-Type: text/plain; charset=utf-8\r\nX-Forwarded-For: 192.0.2.2\r\n"};
	static const char *const waits[] = {"0", "1", "60", "99", "2", "", "x", "7"};
	uint8_t what = take();
	uint8_t how = take();
	const rtc_session_state *session = what & 128 ? NULL : take_session();
	const char *method = methods[what & 7];
	const char *field = fields[what >> 3 & 7];
	char token[RTC_TOKEN_LEN + 1];
	char text[400];
	int len;

	if (session == NULL) {
		len = snprintf(
			text, sizeof(text), "%s /chat HTTP/1.1\r\nHost: localhost\r\n%s\r\n", method, field);
	} else if (what & 64) {
		rtc_token_format(session->token, token);
		len = snprintf(text, sizeof(text),
			"%s /chat?session=%s&wait=%s HTTP/1.1\r\nHost: localhost\r\n%sContent-Length: %u\r\n\r\n"
			"%.*s",
			method, token, waits[how & 7], field, how >> 3 & 3, how >> 3 & 3, "xy\xff");
	} else {
		uint64_t number = rtc_outbox_number(&session->outbox) + (how >> 3 & 1) - (how >> 4 & 3);

		rtc_token_format(session->token, token);
		len = snprintf(text, sizeof(text),
			how & 128 ? "%s /chat?wait=%s HTTP/1.1\r\nLast-Event-ID: %s.%" PRIu64
						"\r\nHost: localhost\r\n%s\r\n"
					  : "%s /chat?wait=%s&cursor=%s.%" PRIu64
						" HTTP/1.1\r\nHost: localhost\r\n%s\r\n",
			method, waits[how & 7], token, number, field);
	}
	put(from, text, (size_t)len);
}

static void read_all(const client *self)
{
	uint8_t bytes[4096];

	while (self->fd >= 0 && recv(self->fd, bytes, sizeof(bytes), 0) > 0) {
	}
}

static void hang_up(client *self)
{
	if (self->fd >= 0) {
		close(self->fd);
		self->fd = -1;
	}
}

/* The deadline of a connection comes, if it has one. */
static void pass_time(rtc_conn *conn)
{
	if (conn != NULL && conn->server != NULL && rtc_timer_runs(&conn->timer)) {
		uint64_t now = loop->wheel.now_ms;

		loop->halted = false;
		rtc_timer_stop(&conn->timer);
		passed_ms += 2 * HOUR_MS;
		loop->wheel.now_ms += passed_ms;
		conn->timer.fire(&conn->timer);
		loop->wheel.now_ms = now;
	}
}

static void let_go(client *self)
{
	if (self->conn != NULL && self->conn->phase == RTC_CONN_OVER) {
		rtc_conn_unref(self->conn);
		self->conn = NULL;
	}
}

static void step(void)
{
	uint8_t what = take();
	client *self = &clients[(what >> 4) % MAX_CLIENTS];
	uint8_t bytes[256];

	switch (what & 15) {
	case 0:
		turn();
		break;
	case 1:
	case 2:
		come((what & 15) == 1);
		break;
	case 3:
	case 4:
		put(self, bytes, take_bytes(bytes, take()));
		break;
	case 5:
	case 6:
	case 7:
		put_frame(self);
		break;
	case 8:
		if (self->fd >= 0) {
			shutdown(self->fd, SHUT_WR);
		}
		break;
	case 9:
		hang_up(self);
		break;
	case 10:
		read_all(self);
		break;
	case 11:
		pass_time(self->conn);
		break;
	case 12:
		let_go(self);
		break;
	case 13:
		put(self, handshake, sizeof(handshake) - 1);
		break;
	case 14:
		put_request(self);
		break;
	default:
		if (!in_handler && act() == RTC_STOP) {
			turn();
		}
		break;
	}
}

/* True if a turn had to wait for its time to pass. */
static bool turn_waits(void)
{
	struct timespec before;
	struct timespec after;

	clock_gettime(CLOCK_MONOTONIC, &before);
	if (rtc_loop_turn(loop, 3) != RTC_OK) {
		abort();
	}
	clock_gettime(CLOCK_MONOTONIC, &after);
	return (after.tv_sec - before.tv_sec) * 1000000 + (after.tv_nsec - before.tv_nsec) / 1000 >=
		1500;
}

/* Nothing happens any more: the loop must not find anything to do, but for a wheel that turns once
 * for a timer of before. */
static void check_rest(void)
{
	int i;

	for (i = 0; i < MAX_TURNS; i++) {
		turn();
	}
	for (i = 0; i < 20 && !turn_waits(); i++) {
	}
	FUZZ_ASSERT(i < 20 && loop->jobs == NULL);
}

/* All clients leave, and all deadlines come. */
static void check_end(void)
{
	for (size_t i = 0; i < client_count; i++) {
		hang_up(&clients[i]);
	}
	for (int i = 0; i < MAX_TURNS && server != NULL && server->conns != NULL; i++) {
		turn();
		for (size_t k = 0; k < client_count && i > MAX_TURNS / 2; k++) {
			if (clients[k].conn != NULL) {
				rtc_conn_resume(clients[k].conn);
			}
			pass_time(clients[k].conn);
		}
	}
	FUZZ_ASSERT(server == NULL ||
		(server->conns == NULL && server->conn_count == 0 && server->open_count == 0 &&
			server->sessions.count == 0));
	for (size_t i = 0; i < client_count; i++) {
		const client *self = &clients[i];

		FUZZ_ASSERT(self->closed == self->opened || self->alone);
		FUZZ_ASSERT(self->released == self->closed || self->alone);
	}
}

static void begin(uint8_t setup)
{
	rtc_server_options options;
	rtc_route_options route;
	rtc_route_options none = {0};

	rtc_server_options_init(&options);
	options.handshake_timeout_ms = HOUR_MS;
	options.close_timeout_ms = HOUR_MS;
	options.max_header_bytes = 1024;
	options.max_body_bytes = 64;
	options.max_connections = MAX_SESSIONS;
	/* All clients come from a proxy. */
	if ((setup & 12) == 12) {
		options.max_connections_per_ip = 2;
		options.proxy_protocol = (setup & 1) != 0;
		if (rtc_networks_add(&options.trusted_proxies, RTC_SLICE("unix")) != RTC_OK) {
			abort();
		}
	}
	server = rtc_server_new(loop, &options, &handlers, NULL);
	if (server == NULL || rtc_route_options_copy(&route, &server->options.route) != RTC_OK) {
		abort();
	}
	route.heartbeat_ms = HOUR_MS;
	route.pong_timeout_ms = setup & 1 ? HOUR_MS / 2 : 2 * HOUR_MS;
	route.send_buffer_bytes = setup & 2 ? 64 : 8192;
	route.overflow = (rtc_overflow)((setup >> 2 & 3) % 3);
	route.max_message_bytes = 100;
	route.session_linger_ms = HOUR_MS;
	route.prompt_close = (setup & 16) != 0;
	route.no_pong_code = setup & 32 ? 1000 : 0;
	if (rtc_router_add(&server->router, RTC_SLICE("/chat"), RTC_ROUTE_CONVERSATION, &route) ==
		NULL) {
		abort();
	}

	rtc_route *http = rtc_router_add(&server->router, RTC_SLICE("/h"), RTC_ROUTE_HTTP, &none);

	channel = rtc_hub_channel(server->hub, RTC_SLICE("c"));
	if (http == NULL || channel == NULL ||
		rtc_slice_copy(&http->methods, RTC_SLICE("GET, POST")) != RTC_OK) {
		abort();
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size < 2 || size > 4096) {
		return 0;
	}
	if (loop == NULL && (loop = rtc_loop_new()) == NULL) {
		abort();
	}
	slow_reads = (data[0] & 128) != 0;
	passed_ms = 0;
	begin(data[0]);
	text = (script){data + 1, data + size};
	while (text.at < text.end) {
		step();
	}
	if (data[0] & 64) {
		check_rest();
	}
	check_end();
	for (size_t i = 0; i < client_count; i++) {
		if (clients[i].conn != NULL) {
			rtc_conn_unref(clients[i].conn);
		}
		clients[i] = (client){.fd = -1};
	}
	client_count = 0;
	if (server != NULL) {
		free_server();
	}
	rtc_channel_release(channel);
	channel = NULL;
	FUZZ_ASSERT(loop->jobs == NULL && loop->refs == 1);
	rtc_pool_deinit(&loop->pool);
	return 0;
}
