/* permessage-deflate through a whole server. The first bytes of the input choose the options, the
 * rest is a script: clients come and offer, compress what they say with zlib itself, damage it or
 * say what the script has, read, go; meanwhile its end says what the handlers send and publish, and
 * how much the sockets take. What honest clients say must come up as it was; what clients receive
 * must inflate, with zlib and just the window that was agreed on, to what was sent, in its order
 * and with nothing missing that may not be dropped. Contexts stay within the budget, and when all
 * have left nothing of it is used. */
/* link: src/engine */

#include "../../src/engine/conn_ws.h"
#include "../../src/proto/utf8.h"
#include "fuzz_peer.h"
#include "fuzz_server.h"

#define MAX_CLIENTS 6

static fuzz_peer peers[MAX_CLIENTS];
static rtc_channel *channel;
static rtc_route_options route;
static unsigned serial;

static fuzz_peer *peer_of(const rtc_conn *conn)
{
	return &peers[fuzz_client_of(conn) - fuzz_clients];
}

/* ---- messages -------------------------------------------------------------------------------- */

/* A message, no two of which are the same: short, long, at the limit or above it. */
static rtc_slice compose(uint8_t what, bool binary)
{
	static const size_t sizes[] = {9, 30, 100, 400, 1000, 3000, 0, FUZZ_MESSAGE_MAX};
	static uint8_t text[FUZZ_MESSAGE_MAX];
	size_t len = sizes[what & 7] != 0 ? sizes[what & 7] : route.max_message_bytes + (what >> 7);

	snprintf((char *)text, sizeof(text), "%08u", serial);
	fuzz_fill(text + 8, len - 8, what >> 3 & 3, serial++, binary);
	return rtc_slice_of(text, len);
}

/* ---- what the server says -------------------------------------------------------------------- */

static void send_to(size_t number, uint8_t what)
{
	rtc_conn *conn = fuzz_clients[number].conn;
	bool binary = (what & 64) != 0;
	rtc_slice payload = compose(what, binary);
	rtc_send_result result;

	if (conn == NULL || !fuzz_clients[number].opened) {
		return;
	}
	if (payload.len < 1000) {
		result = rtc_conn_send_bytes(conn, payload, binary, NULL, NULL);
	} else {
		uint8_t *copy = fuzz_copy(payload.data, payload.len);

		result = rtc_conn_send_bytes(conn, rtc_slice_of(copy, payload.len), binary, copy, free);
	}
	if (result == RTC_SEND_SENT || result == RTC_SEND_QUEUED) {
		fuzz_line_add(
			&peers[number].to_client, payload, binary, route.overflow != RTC_OVERFLOW_DROP_OLDEST);
	}
}

static void publish(uint8_t what)
{
	bool binary = (what & 64) != 0;
	rtc_slice payload = compose(what, binary);
	rtc_message *message = rtc_message_copy(payload, binary);
	rtc_published published;

	if (message == NULL) {
		abort();
	}
	for (size_t i = 0; i < fuzz_client_count; i++) {
		if (fuzz_clients[i].opened && !fuzz_clients[i].closed &&
			rtc_conn_is_open(fuzz_clients[i].conn)) {
			fuzz_line_add(&peers[i].to_client, payload, binary, false);
		}
	}
	FUZZ_ASSERT((rtc_channel_publish(channel, message, RTC_SLICE(""), NULL, &published) ==
					RTC_OK) == (fuzz_server != NULL));
	rtc_message_unref(message);
}

static rtc_verdict act(void)
{
	uint8_t what = fuzz_take_last();
	size_t number = (what >> 4) % MAX_CLIENTS;
	rtc_conn *conn = fuzz_clients[number].conn;

	switch (what & 15) {
	case 8:
	case 9:
		publish(fuzz_take_last());
		return RTC_CONTINUE;
	case 10:
		if (fuzz_server != NULL && what >> 4 == 15) {
			fuzz_free_server();
		} else if (fuzz_server != NULL && what >> 4 == 14) {
			rtc_server_stop(fuzz_server, FUZZ_HOUR_MS, RTC_STOP_LEAVING);
		}
		return RTC_CONTINUE;
	case 11:
		return what >> 4 > 12 ? RTC_STOP : RTC_CONTINUE;
	default:
		break;
	}
	if (conn == NULL || !fuzz_clients[number].opened) {
		return RTC_CONTINUE;
	}
	switch (what & 15) {
	case 12:
		rtc_conn_close(conn, RTC_CLOSE_NORMAL, RTC_SLICE("bye"));
		break;
	case 13:
		rtc_conn_terminate(conn);
		break;
	case 14:
		rtc_conn_pause(conn);
		break;
	case 15:
		rtc_conn_resume(conn);
		break;
	default:
		send_to(number, fuzz_take_last());
		break;
	}
	return RTC_CONTINUE;
}

static rtc_verdict act_often(void)
{
	rtc_verdict verdict = RTC_CONTINUE;

	for (int i = 0; i < 4 && verdict == RTC_CONTINUE && (fuzz_take_last() & 1) != 0; i++) {
		verdict = act();
	}
	return verdict;
}

static rtc_verdict on_accept(void *user, rtc_conn *conn, bool *accepted)
{
	(void)user;
	(void)conn;
	(void)accepted;
	return act_often();
}

static rtc_verdict on_open(void *user, rtc_conn *conn)
{
	size_t number = 0;

	(void)user;
	while (fuzz_clients[number].conn != conn) {
		number++;
	}
	fuzz_clients[number].opened = true;
	conn->user = &fuzz_clients[number];
	if (rtc_hub_subscribe(fuzz_server->hub, conn, RTC_SLICE("c")) != RTC_OK) {
		abort();
	}
	return act_often();
}

static rtc_verdict on_message(
	void *user, rtc_conn *conn, rtc_slice payload, bool binary, bool placed)
{
	fuzz_peer *self = peer_of(conn);

	(void)user;
	FUZZ_ASSERT(payload.len <= route.max_message_bytes);
	FUZZ_ASSERT(binary || rtc_utf8_valid(payload.data, payload.len));
	if (self->honest) {
		fuzz_line_expect(&self->to_server, payload, binary);
	}
	if (placed) {
		fuzz_drop((uint8_t *)(uintptr_t)payload.data);
	}
	return act_often();
}

static rtc_verdict on_close(void *user, rtc_conn *conn, const rtc_close_info *info)
{
	const fuzz_peer *self = peer_of(conn);

	(void)user;
	fuzz_client_of(conn)->closed = true;
	FUZZ_ASSERT(!self->honest || info->by_peer ||
		(info->code != RTC_CLOSE_PROTOCOL_ERROR && info->code != RTC_CLOSE_INVALID_PAYLOAD &&
			info->code != RTC_CLOSE_INTERNAL_ERROR &&
			(self->doomed || info->code != RTC_CLOSE_MESSAGE_TOO_BIG)));
	return act_often();
}

static void on_release(void *user, rtc_conn *conn)
{
	(void)user;
	if (conn->user != NULL) {
		fuzz_client_of(conn)->released = true;
		conn->user = NULL;
	}
}

static void on_stopped(void *user)
{
	(void)user;
	FUZZ_ASSERT(fuzz_server->compression.used == 0);
}

static const rtc_handlers handlers = {
	.accept = on_accept,
	.open = on_open,
	.room = fuzz_room,
	.room_bytes = 16,
	.drop = fuzz_drop,
	.message = on_message,
	.close = on_close,
	.release = on_release,
	.stopped = on_stopped,
	.log = fuzz_on_log,
};

/* Contexts are what the budget says that they are. */
static void check_budget(void)
{
	size_t used = 0;

	if (fuzz_server == NULL) {
		return;
	}
	for (const rtc_conn *conn = fuzz_server->conns; conn != NULL; conn = conn->next) {
		if (strcmp(conn->mode->name, "websocket") == 0) {
			const rtc_context *context = ((const rtc_ws_state *)conn->state)->context;

			if (context != NULL) {
				FUZZ_ASSERT(context->history.len <= context->reserved);
				used += context->reserved;
				used += context->own == NULL
					? 0
					: rtc_deflater_memory(context->params.server_window_bits);
			}
		}
	}
	FUZZ_ASSERT(used == fuzz_server->compression.used);
	FUZZ_ASSERT(used <= fuzz_server->compression.budget);
}

static void turn(void)
{
	fuzz_turn();
	check_budget();
}

/* ---- what clients read ----------------------------------------------------------------------- */

static void hear(fuzz_peer *self, const rtc_ws_event *event)
{
	rtc_buf out = {0};

	if (event->opcode != RTC_WS_TEXT && event->opcode != RTC_WS_BINARY) {
		return;
	}
	if (event->compressed) {
		FUZZ_ASSERT(fuzz_peer_inflate(self, event->payload, &out));
		FUZZ_ASSERT(out.len >= route.deflate.min_bytes && event->payload.len < out.len);
	}
	fuzz_line_expect(&self->to_client, event->compressed ? rtc_buf_slice(&out) : event->payload,
		event->opcode == RTC_WS_BINARY);
	rtc_buf_deinit(&out);
}

static void listen_to(size_t number)
{
	static const rtc_ws_limits limits = {FUZZ_MESSAGE_MAX, FUZZ_MESSAGE_MAX};
	fuzz_peer *self = &peers[number];
	uint8_t bytes[4096];
	ssize_t count;

	while (fuzz_clients[number].fd >= 0 &&
		(count = recv(fuzz_clients[number].fd, bytes, sizeof(bytes), 0)) > 0) {
		rtc_input in = {.data = bytes, .len = (size_t)count};
		rtc_parse result = RTC_PARSE_DONE;
		rtc_ws_event event;

		if (!self->speaks) {
			in.pos = in.len - fuzz_peer_answer(self, bytes, in.len);
		}
		while (self->speaks && result == RTC_PARSE_DONE) {
			result = rtc_ws_next(&self->reader, &limits, NULL, &in, &event);
			FUZZ_ASSERT(result != RTC_PARSE_ERROR);
			if (result == RTC_PARSE_DONE) {
				hear(self, &event);
			}
		}
	}
}

/* ---- what clients say ------------------------------------------------------------------------ */

/* An offer, with windows that the byte says. */
static void come(uint8_t what)
{
	fuzz_client *self = fuzz_come(MAX_CLIENTS);
	char text[512];
	int len;

	if (self == NULL) {
		return;
	}
	peers[self - fuzz_clients].honest = true;
	len = snprintf(text, sizeof(text),
		"GET /chat HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
		"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
		"Sec-WebSocket-Extensions: %s%s%s%s",
		what == 255 ? "other" : "permessage-deflate",
		what & 1 ? "; server_no_context_takeover" : "",
		what & 2 ? "; client_no_context_takeover" : "", what & 4 ? "; client_max_window_bits" : "");
	if ((what & 12) == 12) {
		len += snprintf(text + len, sizeof(text) - (size_t)len, "=%d", 8 + (what >> 5));
	}
	if (what & 16) {
		len += snprintf(text + len, sizeof(text) - (size_t)len, "; server_max_window_bits=%d",
			8 + ((what >> 5) ^ 5));
	}
	len += snprintf(text + len, sizeof(text) - (size_t)len, "\r\n\r\n");
	fuzz_put(self, text, (size_t)len);
}

static void say(size_t number)
{
	fuzz_peer *self = &peers[number];
	uint8_t what = fuzz_take();
	uint8_t how = fuzz_take();
	bool binary = (what & 64) != 0;
	bool compressed = self->compresses && how >> 5 != 1;
	rtc_slice message = compose(what, binary);
	rtc_buf deflated = {0};
	rtc_buf frames = {0};
	rtc_slice payload = message;

	if (!self->speaks) {
		return;
	}
	if (compressed) {
		fuzz_peer_deflate(self, message, how, &deflated);
		payload = rtc_buf_slice(&deflated);
	}
	if (how >> 5 == 2 && deflated.len > 0) {
		self->honest = false;
		deflated.data[fuzz_take() * deflated.len >> 8] ^= fuzz_take();
	}
	fuzz_frame_message(payload, binary ? RTC_WS_BINARY : RTC_WS_TEXT, compressed ? 4 : 0,
		how >> 5 > 5 ? (size_t)(how >> 5) - 4 : 1, &frames);
	self->doomed |= message.len > route.max_message_bytes;
	if (!self->doomed) {
		fuzz_line_add(&self->to_server, message, binary, true);
	}
	if (!fuzz_put(&fuzz_clients[number], frames.data, frames.len)) {
		self->honest = false;
	}
	rtc_buf_deinit(&deflated);
	rtc_buf_deinit(&frames);
}

/* A compressed message of the script's own. */
static void say_garbage(size_t number)
{
	uint8_t frame[6 + 125] = {0xc1 + (fuzz_take() & 1), 0};
	size_t len = fuzz_take_bytes(frame + 6, fuzz_take() % 126);

	peers[number].honest = false;
	frame[1] = (uint8_t)(0x80 | len);
	fuzz_put(&fuzz_clients[number], frame, 6 + len);
}

static void exchange(void)
{
	turn();
	for (size_t i = 0; i < fuzz_client_count; i++) {
		listen_to(i);
	}
}

static void step(void)
{
	uint8_t what = fuzz_take();
	size_t number = (what >> 4) % MAX_CLIENTS;
	fuzz_client *self = &fuzz_clients[number];

	switch (what & 15) {
	case 0:
		turn();
		break;
	case 1:
		come(fuzz_take());
		break;
	case 2:
		exchange();
		break;
	case 3:
		listen_to(number);
		break;
	case 4:
		say_garbage(number);
		break;
	case 5:
		peers[number].honest = false;
		fuzz_put_frame(self);
		break;
	case 6:
		if (self->fd >= 0) {
			shutdown(self->fd, SHUT_WR);
		}
		break;
	case 7:
		fuzz_hang_up(self);
		break;
	case 8:
	case 9:
		fuzz_pass_time(self->conn);
		break;
	case 10:
	case 11:
		if (act() == RTC_STOP) {
			turn();
		}
		break;
	default:
		say(number);
		break;
	}
}

static void begin(const uint8_t *setup, const uint8_t *data, size_t size)
{
	static const size_t least[] = {0, 20, 500, 5000};
	static const size_t budgets[] = {64 << 20, 0, 40000, 320000};
	rtc_server_options options;

	rtc_server_options_init(&options);
	options.deflate_budget = budgets[setup[1] >> 2 & 3];
	fuzz_begin(data, size, &options, &handlers);
	if (rtc_route_options_copy(&route, &fuzz_server->options.route) != RTC_OK) {
		abort();
	}
	route.deflate = (rtc_deflate_options){
		.wanted =
			{
				.server_no_context_takeover = setup[0] & 1,
				.client_no_context_takeover = (setup[0] & 2) != 0,
				.server_window_bits = (uint8_t)(8 + (setup[0] >> 2 & 7)),
				.client_window_bits = (uint8_t)(8 + (setup[0] >> 5 & 7)),
			},
		.min_bytes = least[setup[1] & 3],
		.level = (uint8_t)(1 + (setup[1] >> 4 & 7)),
		.on = true,
	};
	route.heartbeat_ms = FUZZ_HOUR_MS;
	route.pong_timeout_ms = setup[2] & 1 ? FUZZ_HOUR_MS / 2 : 2 * FUZZ_HOUR_MS;
	route.send_buffer_bytes = setup[2] & 2 ? 2000 : 32768;
	route.overflow = (rtc_overflow)((setup[2] >> 2 & 3) % 3);
	route.max_message_bytes = setup[2] & 16 ? 1000 : 8000;
	fuzz_slow_reads = (setup[2] & 32) != 0;
	if (rtc_router_add(&fuzz_server->router, RTC_SLICE("/chat"), RTC_ROUTE_CONVERSATION, &route) ==
		NULL) {
		abort();
	}
	channel = rtc_hub_channel(fuzz_server->hub, RTC_SLICE("c"));
	if (channel == NULL) {
		abort();
	}
	for (size_t i = 0; i < MAX_CLIENTS; i++) {
		peers[i].level = (setup[2] >> 6) * 3; /* 0: stored blocks */
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size < 4 || size > 4096) {
		return 0;
	}
	memcpy(fuzz_outcomes, (uint8_t[8]){0, FUZZ_LATER, FUZZ_HALF, FUZZ_LATER_OR_NEVER}, 8);
	serial = 0;
	begin(data, data + 3, size - 3);
	while (fuzz_script.at < fuzz_script.end) {
		step();
	}
	exchange();
	fuzz_leave(turn);
	fuzz_check_conversations();
	FUZZ_ASSERT(fuzz_server == NULL || fuzz_server->compression.used == 0);
	for (size_t i = 0; i < MAX_CLIENTS; i++) {
		fuzz_peer_deinit(&peers[i]);
	}
	fuzz_end(&channel, 1);
	return 0;
}
