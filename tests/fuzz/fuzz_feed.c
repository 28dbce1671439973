/* A server with feeds and their clients. The input is a script: clients come, ask for channels on
 * every transport, say what they should not, read or do not, go; meanwhile there are publications,
 * and the bytes at the input's end say what authorize() does and how much the sockets take.
 * Whatever happens, nothing stays behind when all have left.
 *
 * Time is part of the script: deadlines are hours away and fire when the input says so. */
/* link: src/engine */

#include "../../src/engine/server.h"
#include "fuzz.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#define MAX_CLIENTS 6
#define MAX_TURNS 200
#define HOUR_MS 3600000
#define CHANNELS 3

/* Both sides of one connection. */
typedef struct client {
	int fd;         /* the client's end; -1: closed */
	rtc_conn *conn; /* a reference, so that deadlines can be made to come; NULL: let go */
} client;

/* The script is read from its front, the handlers' part from its end. */
static const uint8_t *script_at;
static const uint8_t *script_end;

static rtc_loop *loop;
static rtc_server *server;
static rtc_channel *channels[CHANNELS];
static client clients[MAX_CLIENTS];
static size_t client_count;

static uint8_t take(void)
{
	return script_at < script_end ? *script_at++ : 0;
}

static uint8_t take_last(void)
{
	return script_at < script_end ? *--script_end : 0;
}

/* ---- sockets that are full, slow or broken ----------------------------------------------------
 */

static const rtc_transport_ops *real_ops;
static rtc_transport_ops fuzz_ops;

static rtc_io fuzz_write(
	rtc_transport *transport, const struct iovec *vectors, int vector_count, size_t *count)
{
	struct iovec first = vectors[0];

	switch (take_last() & 7) {
	case 1:
	case 2:
		return RTC_IO_AGAIN;
	case 3:
		first.iov_len = 1 + first.iov_len / 2;
		if (first.iov_len > vectors[0].iov_len) {
			first.iov_len = vectors[0].iov_len;
		}
		return real_ops->write(transport, &first, 1, count);
	case 4:
		return take_last() & 1 ? RTC_IO_ERROR : RTC_IO_AGAIN;
	default:
		return real_ops->write(transport, vectors, vector_count, count);
	}
}

/* ---- what the binding would do ----------------------------------------------------------------
 */

static void publish(uint8_t what)
{
	static const uint8_t text[6000];
	rtc_message *message =
		rtc_message_copy(rtc_slice_of(text, what & 8 ? 5000 : what & 7), (what & 16) != 0);
	rtc_published published;

	if (message == NULL) {
		abort();
	}
	FUZZ_ASSERT((rtc_channel_publish(channels[what % CHANNELS], message,
					 what & 32 ? RTC_SLICE("name") : RTC_SLICE(""), NULL, &published) == RTC_OK) ==
		(server != NULL));
	rtc_message_unref(message);
}

static rtc_verdict on_authorize(
	void *user, rtc_conn *conn, rtc_slice channel, bool for_publishing, int *status)
{
	uint8_t what = take_last();

	(void)user;
	FUZZ_ASSERT(rtc_channel_name_valid(channel) && conn->request != NULL);
	switch (what & 15) {
	case 1:
		*status = for_publishing ? 401 : 403;
		break;
	case 2:
		*status = 500;
		return RTC_STOP;
	case 3:
		return RTC_STOP;
	case 4:
		rtc_conn_terminate(conn);
		break;
	case 5:
		rtc_conn_close(conn, RTC_CLOSE_NORMAL, RTC_SLICE(""));
		break;
	case 6:
		rtc_server_stop(server, HOUR_MS, RTC_STOP_LEAVING);
		break;
	case 7:
		rtc_server_free(server);
		server = NULL;
		break;
	case 8:
		publish(what);
		break;
	default:
		break;
	}
	return RTC_CONTINUE;
}

static void on_release(void *user, rtc_conn *conn)
{
	(void)user;
	FUZZ_ASSERT(conn->phase == RTC_CONN_OVER && conn->feed == NULL && !conn->opened);
}

static void on_stopped(void *user)
{
	(void)user;
	FUZZ_ASSERT(server->conn_count == 0);
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
	.authorize = on_authorize,
	.release = on_release,
	.stopped = on_stopped,
	.log = on_log,
};

/* ---- the script --------------------------------------------------------------------------------
 */

static void turn(void)
{
	if (rtc_loop_turn(loop, 0) != RTC_OK) {
		abort();
	}
}

static void put(const client *from, const void *data, size_t len)
{
	if (from->fd >= 0 && len > 0) {
		(void)!send(from->fd, data, len, MSG_NOSIGNAL | MSG_DONTWAIT);
	}
}

static client *come(void)
{
	static const rtc_address nobody;
	int room = 4096;
	client *self;
	int ends[2];

	if (client_count == MAX_CLIENTS || server == NULL || server->state != RTC_SERVER_RUNNING) {
		return &clients[0];
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
	fuzz_ops.write = fuzz_write;
	self->conn->transport.ops = &fuzz_ops;
	return self;
}

/* A cursor of the first `count` channels, some of which lie behind or elsewhere. */
static size_t write_cursor(char *out, size_t room, size_t count)
{
	size_t len = 0;

	for (size_t i = 0; i < count; i++) {
		rtc_publication_id id = {.epoch = "elsewhere"};
		uint8_t what = take();

		if ((what & 15) != 15) {
			(void)rtc_channel_newest(channels[i], &id);
		}
		id.offset -= what >> 4 <= id.offset ? what >> 4 : 0;
		len += (size_t)snprintf(out + len, room - len, "%s%s:%llu", i == 0 ? "" : ",", id.epoch,
			(unsigned long long)id.offset);
	}
	return len;
}

static void ask(const client *self)
{
	static const char *const fields[] = {
		"GET",
		"Accept: text/event-stream\r\n",
		"GET",
		"",
		"GET",
		"Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
		"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: rtcomm.json\r\n",
		"GET",
		"Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
		"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n",
		"POST",
		"RtComm-Event: name\r\nContent-Length: 2\r\n",
		"POST",
		"Content-Type: application/octet-stream\r\nContent-Length: 2\r\n",
		"GET",
		"Accept: text/event-stream\r\nOrigin: http://localhost\r\n",
		"OPTIONS",
		"Origin: http://elsewhere\r\n",
	};
	uint8_t what = take();
	uint8_t which = what & 7;
	size_t count = what & 8 ? CHANNELS : 1;
	char text[2048];
	size_t len;

	len = (size_t)snprintf(text, sizeof(text), "%s %s", fields[2 * which],
		count == 1 ? "/f/a?" : "/fs?channel=a&channel=b&channel=%63");
	if (what & 16) {
		len += (size_t)snprintf(text + len, sizeof(text) - len, "&cursor=");
		len += write_cursor(text + len, sizeof(text) - len, count);
	}
	len += (size_t)snprintf(text + len, sizeof(text) - len, "%s%s HTTP/1.%d\r\nHost: localhost\r\n",
		what & 32 ? "&history=3" : "", what & 64 ? "&wait=0" : "", what & 128 ? 0 : 1);
	len += (size_t)snprintf(text + len, sizeof(text) - len, "%s\r\n%s", fields[2 * which + 1],
		which / 2 == 2 ? "up" : "");
	put(self, text, len);
}

static size_t take_bytes(uint8_t *bytes, size_t most)
{
	size_t len = 0;

	while (len < most && script_at < script_end) {
		bytes[len++] = take();
	}
	return len;
}

static void put_frame(const client *from)
{
	uint8_t frame[6 + 125] = {take(), 0};
	size_t len = take_bytes(frame + 6, take() % 126);

	frame[1] = (uint8_t)(0x80 | len);
	put(from, frame, 6 + len);
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
		loop->halted = false;
		rtc_timer_stop(&conn->timer);
		conn->timer.fire(&conn->timer);
	}
}

static void let_go(client *self)
{
	if (self->conn != NULL && self->conn->phase == RTC_CONN_OVER) {
		rtc_conn_unref(self->conn);
		self->conn = NULL;
	}
}

static void configure(uint8_t what)
{
	const char name = (char)('a' + what % CHANNELS);
	rtc_channel_options options = {
		{what & 32 ? 1000 : what >> 2 & 7, 0}, (rtc_overflow)((what >> 6) % 3)};

	if (server != NULL &&
		rtc_hub_configure(server->hub, rtc_slice_of(&name, 1), &options) != RTC_OK) {
		abort();
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
	case 3:
		ask(come());
		break;
	case 4:
		put(self, bytes, take_bytes(bytes, take()));
		break;
	case 5:
	case 6:
	case 7:
		publish(take());
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
		put_frame(self);
		break;
	case 14:
		configure(take());
		break;
	default:
		ask(self);
		break;
	}
}

/* All clients leave, and all deadlines come. */
static void check_end(void)
{
	for (size_t i = 0; i < client_count; i++) {
		hang_up(&clients[i]);
	}
	for (int i = 0; i < MAX_TURNS && server != NULL && server->conn_count > 0; i++) {
		turn();
		for (size_t k = 0; k < client_count && i > MAX_TURNS / 2; k++) {
			pass_time(clients[k].conn);
		}
	}
	FUZZ_ASSERT(server == NULL ||
		(server->conn_count == 0 && rtc_hub_subscription_count(server->hub) == 0 &&
			rtc_hub_channel_count(server->hub) == CHANNELS));
}

static void add_route(rtc_slice pattern, uint8_t setup)
{
	rtc_route_options options;
	rtc_route *route;

	if (rtc_route_options_copy(&options, &server->options.route) != RTC_OK) {
		abort();
	}
	options.heartbeat_ms = HOUR_MS;
	options.pong_timeout_ms = setup & 1 ? HOUR_MS / 2 : 2 * HOUR_MS;
	options.send_buffer_bytes = setup & 2 ? 64 : 8192;
	options.overflow = (rtc_overflow)((setup >> 2 & 3) % 3);
	options.max_message_bytes = 100;
	route = rtc_router_add(&server->router, pattern, RTC_ROUTE_FEED, &options);
	if (route == NULL) {
		abort();
	}
	route->publishable = true;
	route->deliveries = RTC_DELIVERY_ALL;
}

static void begin(uint8_t setup)
{
	rtc_server_options options;

	rtc_server_options_init(&options);
	options.handshake_timeout_ms = HOUR_MS;
	options.close_timeout_ms = HOUR_MS;
	options.max_body_bytes = 64;
	server = rtc_server_new(loop, &options, &handlers, NULL);
	if (server == NULL) {
		abort();
	}
	add_route(RTC_SLICE("/f/{channel}"), setup);
	add_route(RTC_SLICE("/fs"), setup);
	for (size_t i = 0; i < CHANNELS; i++) {
		channels[i] = rtc_hub_channel(server->hub, rtc_slice_of("abc" + i, 1));
		if (channels[i] == NULL) {
			abort();
		}
	}
	configure(setup);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size < 2 || size > 4096) {
		return 0;
	}
	if (loop == NULL && (loop = rtc_loop_new()) == NULL) {
		abort();
	}
	begin(data[0]);
	script_at = data + 1;
	script_end = data + size;
	while (script_at < script_end) {
		step();
	}
	check_end();
	for (size_t i = 0; i < MAX_CLIENTS; i++) {
		if (clients[i].conn != NULL) {
			rtc_conn_unref(clients[i].conn);
		}
		clients[i] = (client){.fd = -1};
	}
	client_count = 0;
	for (size_t i = 0; i < CHANNELS; i++) {
		rtc_channel_release(channels[i]);
	}
	if (server != NULL) {
		rtc_server_free(server);
		server = NULL;
	}
	FUZZ_ASSERT(loop->jobs == NULL && loop->refs == 1);
	rtc_pool_deinit(&loop->pool);
	return 0;
}
