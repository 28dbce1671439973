/* A server and its clients. The input is a script: clients come, send what it says in the pieces
 * that it says, end one side or both, read or do not, ask for sessions, by streams and polls, and
 * go on with those of others; meanwhile the bytes at its end say what the handlers do, and how much
 * the sockets take. Whatever happens, each conversation that opened is closed once and nothing is
 * heard of it afterwards, all counts return to zero, and the loop comes to rest.
 *
 * Time is part of the script: deadlines are hours away and fire when the input says so. */
/* link: src/engine */

#include "../../src/engine/session_state.h"
#include "fuzz_server.h"

#include <event2/event.h>
#include <inttypes.h>
#include <time.h>

#define MAX_CLIENTS FUZZ_CLIENTS_MAX
#define MAX_SESSIONS 5

static rtc_channel *channel;
static bool in_handler;

static const char handshake[] =
	"GET /chat HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
	"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";
static const char announcement[] = "PROXY TCP4 192.0.2.1 192.0.2.2 1 2\r\n";

/* ---- what handlers do ------------------------------------------------------------------------ */

static void send_long(rtc_conn *conn, bool binary)
{
	size_t len = 3000 + (size_t)fuzz_take_last() * 64;
	uint8_t *copy = malloc(len);

	if (copy == NULL) {
		abort();
	}
	memset(copy, 'x', len);
	rtc_conn_send_bytes(conn, rtc_slice_of(copy, len), binary, copy, free);
}

static void publish(const rtc_conn *except)
{
	rtc_message *message = rtc_message_copy(RTC_SLICE("a publication"), false);
	rtc_published published;

	if (message == NULL || channel == NULL) {
		abort();
	}
	FUZZ_ASSERT((rtc_channel_publish(channel, message, RTC_SLICE(""), except, &published) ==
					RTC_OK) == (fuzz_server != NULL));
	rtc_message_unref(message);
}

/* One thing that a script can do, to any connection that it still holds. */
static rtc_verdict act(void)
{
	uint8_t what = fuzz_take_last();
	size_t number = what >> 5;
	const fuzz_client *whom =
		&fuzz_clients[number < 4 ? number : (fuzz_client_count + 7 - number) % MAX_CLIENTS];
	rtc_conn *conn = whom->conn;

	switch (what & 31) {
	case 12:
		publish(conn);
		return RTC_CONTINUE;
	case 13:
		if (fuzz_server != NULL) {
			rtc_server_stop(fuzz_server, FUZZ_HOUR_MS, RTC_STOP_LEAVING);
		}
		return RTC_CONTINUE;
	case 14:
		if (fuzz_server != NULL) {
			fuzz_free_server();
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
			rtc_hub_subscribe(fuzz_server->hub, conn, RTC_SLICE("c")) != RTC_OK) {
			abort();
		}
		break;
	case 10:
		if (conn->server != NULL) {
			rtc_hub_unsubscribe(fuzz_server->hub, conn, RTC_SLICE("c"));
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
	for (int i = 0; i < 4 && verdict == RTC_CONTINUE && (fuzz_take_last() & 1) != 0; i++) {
		verdict = act();
	}
	in_handler = false;
	return verdict;
}

static rtc_verdict on_accept(void *user, rtc_conn *conn, bool *accepted)
{
	uint8_t what = fuzz_take_last();
	rtc_verdict verdict = act_often();

	(void)user;
	if (fuzz_client_count == MAX_CLIENTS && conn->delivery != RTC_WEBSOCKET) {
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
	fuzz_client *self = &fuzz_clients[fuzz_client_count];

	(void)user;
	for (size_t i = 0; i < fuzz_client_count; i++) {
		if (fuzz_clients[i].conn == conn) {
			self = &fuzz_clients[i];
		}
	}
	if (conn->session) {
		FUZZ_ASSERT(fuzz_client_count < MAX_CLIENTS && fuzz_server->sessions.count <= MAX_SESSIONS);
		fuzz_client_count++;
		*self = (fuzz_client){.fd = -1, .conn = rtc_conn_ref(conn)};
	}
	FUZZ_ASSERT(self->conn == conn && !self->opened && !self->closed);
	self->opened = true;
	conn->user = self;
	return act_often();
}

static rtc_verdict on_message(
	void *user, rtc_conn *conn, rtc_slice payload, bool binary, bool placed)
{
	const fuzz_client *self = fuzz_client_of(conn);
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
	if (placed) {
		fuzz_drop((uint8_t *)(uintptr_t)payload.data);
	}
	return act_often();
}

static rtc_verdict on_close(void *user, rtc_conn *conn, const rtc_close_info *info)
{
	fuzz_client *self = fuzz_client_of(conn);

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
		fuzz_client *self = fuzz_client_of(conn);

		FUZZ_ASSERT(self->closed && !self->released && conn->phase == RTC_CONN_OVER);
		self->released = true;
		conn->user = NULL;
		if (fuzz_take_last() & 1) {
			(void)act_often();
		}
	}
}

static void on_stopped(void *user)
{
	(void)user;
	FUZZ_ASSERT(
		fuzz_server->conns == NULL && fuzz_server->conn_count == 0 && fuzz_server->open_count == 0);
}

static const rtc_handlers handlers = {
	.accept = on_accept,
	.open = on_open,
	.room = fuzz_room,
	.room_bytes = 8,
	.drop = fuzz_drop,
	.message = on_message,
	.close = on_close,
	.request = on_request,
	.release = on_release,
	.stopped = on_stopped,
	.log = fuzz_on_log,
};

/* ---- the script ------------------------------------------------------------------------------ */

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
	fuzz_turn();
	for (size_t i = 0; i < fuzz_client_count; i++) {
		if (fuzz_clients[i].conn != NULL) {
			check_session(fuzz_clients[i].conn);
		}
	}
}

static void come(bool greet)
{
	const fuzz_client *self = fuzz_come(MAX_CLIENTS);

	if (self != NULL && greet) {
		if (fuzz_server->options.proxy_protocol) {
			fuzz_put(self, announcement, sizeof(announcement) - 1);
		}
		fuzz_put(self, handshake, sizeof(handshake) - 1);
	}
}

/* A session, among those that there were. */
static const rtc_session_state *take_session(void)
{
	uint8_t skip = fuzz_take();

	for (size_t i = 0; i < fuzz_client_count; i++) {
		const fuzz_client *whom = &fuzz_clients[(skip + i) % fuzz_client_count];
		const rtc_session_state *state = whom->conn != NULL ? rtc_session_of(whom->conn) : NULL;

		if (state != NULL) {
			return state;
		}
	}
	return NULL;
}

/* A request of somebody who may know a session. */
static void put_request(const fuzz_client *from)
{
	static const char *const methods[] = {
		"GET", "GET", "GET", "POST", "POST", "DELETE", "OPTIONS", "HEAD"};
	static const char *const fields[] = {"", "Accept: text/event-stream\r\n",
		"Content-Type: application/octet-stream\r\n", "Connection: close\r\n",
		"Origin: http://localhost\r\nX-Forwarded-For: 192.0.2.1\r\n", "Origin: http://other\r\n",
		"Accept: text/event-stream;q=0.5\r\nOrigin: http://localhost\r\n",
		"Content-Type: text/plain; charset=utf-8\r\nX-Forwarded-For: 192.0.2.2\r\n"};
	static const char *const waits[] = {"0", "1", "60", "99", "2", "", "x", "7"};
	uint8_t what = fuzz_take();
	uint8_t how = fuzz_take();
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
	fuzz_put(from, text, (size_t)len);
}

static void step(void)
{
	uint8_t what = fuzz_take();
	fuzz_client *self = &fuzz_clients[(what >> 4) % MAX_CLIENTS];
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
		fuzz_put(self, bytes, fuzz_take_bytes(bytes, fuzz_take()));
		break;
	case 5:
	case 6:
	case 7:
		fuzz_put_frame(self);
		break;
	case 8:
		if (self->fd >= 0) {
			shutdown(self->fd, SHUT_WR);
		}
		break;
	case 9:
		fuzz_hang_up(self);
		break;
	case 10:
		fuzz_read_all(self);
		break;
	case 11:
		fuzz_pass_time(self->conn);
		break;
	case 12:
		fuzz_let_go(self);
		break;
	case 13:
		fuzz_put(self, handshake, sizeof(handshake) - 1);
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
	if (rtc_loop_turn(fuzz_loop, 3) != RTC_OK) {
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

	for (i = 0; i < FUZZ_TURNS; i++) {
		turn();
	}
	for (i = 0; i < 20 && !turn_waits(); i++) {
	}
	FUZZ_ASSERT(i < 20 && fuzz_loop->jobs == NULL);
}

static void begin(uint8_t setup, const uint8_t *data, size_t size)
{
	rtc_server_options options;
	rtc_route_options route;
	rtc_route_options none = {0};

	rtc_server_options_init(&options);
	options.max_header_bytes = 1024;
	options.max_connections = MAX_SESSIONS;
	/* All clients come from a proxy. */
	if ((setup & 12) == 12) {
		options.max_connections_per_ip = 2;
		options.proxy_protocol = (setup & 1) != 0;
		if (rtc_networks_add(&options.trusted_proxies, RTC_SLICE("unix")) != RTC_OK) {
			abort();
		}
	}
	fuzz_begin(data, size, &options, &handlers);
	if (rtc_route_options_copy(&route, &fuzz_server->options.route) != RTC_OK) {
		abort();
	}
	route.heartbeat_ms = FUZZ_HOUR_MS;
	route.pong_timeout_ms = setup & 1 ? FUZZ_HOUR_MS / 2 : 2 * FUZZ_HOUR_MS;
	route.send_buffer_bytes = setup & 2 ? 64 : 8192;
	route.overflow = (rtc_overflow)((setup >> 2 & 3) % 3);
	route.max_message_bytes = 100;
	route.session_linger_ms = FUZZ_HOUR_MS;
	route.prompt_close = (setup & 16) != 0;
	route.no_pong_code = setup & 32 ? 1000 : 0;
	if (rtc_router_add(&fuzz_server->router, RTC_SLICE("/chat"), RTC_ROUTE_CONVERSATION, &route) ==
		NULL) {
		abort();
	}

	rtc_route *http = rtc_router_add(&fuzz_server->router, RTC_SLICE("/h"), RTC_ROUTE_HTTP, &none);

	channel = rtc_hub_channel(fuzz_server->hub, RTC_SLICE("c"));
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
	memcpy(fuzz_outcomes, (uint8_t[8]){0, FUZZ_LATER, FUZZ_HALF, FUZZ_LATER_OR_NEVER}, 8);
	fuzz_slow_reads = (data[0] & 128) != 0;
	begin(data[0], data + 1, size - 1);
	while (fuzz_script.at < fuzz_script.end) {
		step();
	}
	if (data[0] & 64) {
		check_rest();
	}
	fuzz_leave(turn);
	FUZZ_ASSERT(fuzz_server == NULL || fuzz_server->sessions.count == 0);
	fuzz_check_conversations();
	fuzz_end(&channel, 1);
	return 0;
}
