/* A server with feeds and their clients. The input is a script: clients come, ask for channels on
 * every transport, say what they should not, read or do not, go; meanwhile there are publications,
 * and the bytes at the input's end say what authorize() does and how much the sockets take.
 * Whatever happens, nothing stays behind when all have left.
 *
 * Time is part of the script: deadlines are hours away and fire when the input says so. */
/* link: src/engine */

#include "fuzz_answers.h"
#include "fuzz_server.h"

#define MAX_CLIENTS 6
#define CHANNELS 3

static rtc_channel *channels[CHANNELS];
static fuzz_answers answers[MAX_CLIENTS];

/* ---- what the binding would do --------------------------------------------------------------- */

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
		(fuzz_server != NULL));
	rtc_message_unref(message);
}

static rtc_verdict on_authorize(
	void *user, rtc_conn *conn, rtc_slice channel, bool for_publishing, int *status)
{
	uint8_t what = fuzz_take_last();

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
		rtc_server_stop(fuzz_server, FUZZ_HOUR_MS, RTC_STOP_LEAVING);
		break;
	case 7:
		fuzz_free_server();
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
	FUZZ_ASSERT(fuzz_server->conn_count == 0);
}

static const rtc_handlers handlers = {
	.authorize = on_authorize,
	.release = on_release,
	.stopped = on_stopped,
	.log = fuzz_on_log,
};

/* ---- the script ------------------------------------------------------------------------------ */

static fuzz_client *come(void)
{
	fuzz_client *self = fuzz_come(MAX_CLIENTS);

	return self != NULL ? self : &fuzz_clients[0];
}

static fuzz_answers *answers_of(const fuzz_client *self)
{
	return &answers[self - fuzz_clients];
}

/* Takes what has arrived. */
static void read_all(const fuzz_client *self)
{
	uint8_t bytes[4096];
	ssize_t count;

	while (self->fd >= 0 && (count = recv(self->fd, bytes, sizeof(bytes), 0)) > 0) {
		fuzz_answers_take(answers_of(self), bytes, (size_t)count);
	}
}

/* A cursor of the first `count` channels, some of which lie behind or elsewhere. */
static size_t write_cursor(char *out, size_t room, size_t count)
{
	size_t len = 0;

	for (size_t i = 0; i < count; i++) {
		rtc_publication_id id = {.epoch = "elsewhere"};
		uint8_t what = fuzz_take();

		if ((what & 15) != 15) {
			(void)rtc_channel_newest(channels[i], &id);
		}
		id.offset -= what >> 4 <= id.offset ? what >> 4 : 0;
		len += (size_t)snprintf(out + len, room - len, "%s%s:%llu", i == 0 ? "" : ",", id.epoch,
			(unsigned long long)id.offset);
	}
	return len;
}

static void ask(const fuzz_client *self)
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
	uint8_t what = fuzz_take();
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
	len += (size_t)snprintf(text + len, sizeof(text) - len, "Accept-Encoding: gzip\r\n%s\r\n%s",
		fields[2 * which + 1], which / 2 == 2 ? "up" : "");
	if (!fuzz_put(self, text, len)) {
		answers_of(self)->blind = true;
	}
}

static void configure(uint8_t what)
{
	const char name = (char)('a' + what % CHANNELS);
	rtc_channel_options options = {
		{what & 32 ? 1000 : what >> 2 & 7, 0}, (rtc_overflow)((what >> 6) % 3)};

	if (fuzz_server != NULL &&
		rtc_hub_configure(fuzz_server->hub, rtc_slice_of(&name, 1), &options) != RTC_OK) {
		abort();
	}
}

static void step(void)
{
	uint8_t what = fuzz_take();
	fuzz_client *self = &fuzz_clients[(what >> 4) % MAX_CLIENTS];
	uint8_t bytes[256];

	switch (what & 15) {
	case 0:
		fuzz_turn();
		break;
	case 1:
	case 2:
	case 3:
		ask(come());
		break;
	case 4:
		answers_of(self)->blind = true;
		fuzz_put(self, bytes, fuzz_take_bytes(bytes, fuzz_take()));
		break;
	case 5:
	case 6:
	case 7:
		publish(fuzz_take());
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
		read_all(self);
		break;
	case 11:
		fuzz_pass_time(self->conn);
		break;
	case 12:
		fuzz_let_go(self);
		break;
	case 13:
		answers_of(self)->blind = true;
		fuzz_put_frame(self);
		break;
	case 14:
		configure(fuzz_take());
		break;
	default:
		ask(self);
		break;
	}
}

static void add_route(rtc_slice pattern, uint8_t setup)
{
	rtc_route_options options;
	rtc_route *route;

	if (rtc_route_options_copy(&options, &fuzz_server->options.route) != RTC_OK) {
		abort();
	}
	options.heartbeat_ms = FUZZ_HOUR_MS;
	options.pong_timeout_ms = setup & 1 ? FUZZ_HOUR_MS / 2 : 2 * FUZZ_HOUR_MS;
	options.send_buffer_bytes = setup & 2 ? 64 : 8192;
	options.overflow = (rtc_overflow)((setup >> 2 & 3) % 3);
	options.max_message_bytes = 100;
	options.deflate.on = (setup & 16) != 0;
	options.deflate.min_bytes = setup & 32 ? 0 : 200;
	options.deflate.level = setup & 64 ? 1 : 6;
	route = rtc_router_add(&fuzz_server->router, pattern, RTC_ROUTE_FEED, &options);
	if (route == NULL) {
		abort();
	}
	route->publishable = true;
	route->deliveries = RTC_DELIVERY_ALL;
}

static void begin(uint8_t setup, const uint8_t *data, size_t size)
{
	rtc_server_options options;

	rtc_server_options_init(&options);
	fuzz_begin(data, size, &options, &handlers);
	add_route(RTC_SLICE("/f/{channel}"), setup);
	add_route(RTC_SLICE("/fs"), setup);
	for (size_t i = 0; i < CHANNELS; i++) {
		channels[i] = rtc_hub_channel(fuzz_server->hub, rtc_slice_of("abc" + i, 1));
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
	memcpy(
		fuzz_outcomes, (uint8_t[8]){0, FUZZ_LATER, FUZZ_LATER, FUZZ_HALF, FUZZ_LATER_OR_NEVER}, 8);
	begin(data[0], data + 1, size - 1);
	while (fuzz_script.at < fuzz_script.end) {
		step();
	}
	for (size_t i = 0; i < fuzz_client_count; i++) {
		read_all(&fuzz_clients[i]);
	}
	fuzz_leave(fuzz_turn);
	FUZZ_ASSERT(fuzz_server == NULL ||
		(rtc_hub_subscription_count(fuzz_server->hub) == 0 &&
			rtc_hub_channel_count(fuzz_server->hub) == CHANNELS));
	fuzz_end(channels, CHANNELS);
	for (size_t i = 0; i < MAX_CLIENTS; i++) {
		fuzz_answers_deinit(&answers[i]);
	}
	return 0;
}
