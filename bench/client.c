#include "client.h"
#include "measure.h"
#include "squeeze.h"

#include <errno.h>
#include <netinet/tcp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

enum {
	INPUT_SIZE = 256 * 1024,
	EVENTS_MAX = 256,
	PAYLOAD_MAX = 64 * 1024 * 1024,
	SQUEEZED_MAX = 1024 * 1024, /* of a message, with deflate */
	CONNECTING_MAX = 64,        /* below every server's backlog */
};

void bench_fail(const char *format, ...)
{
	va_list arguments;

	fputs("load: ", stderr);
	va_start(arguments, format);
	vfprintf(stderr, format, arguments);
	va_end(arguments);
	fputc('\n', stderr);
	exit(1);
}

void *bench_alloc(void *old, size_t size)
{
	void *memory = realloc(old, size == 0 ? 1 : size);

	if (memory == NULL) {
		bench_fail("out of memory");
	}
	return memory;
}

void bench_group_init(bench_group *group, size_t count, const bench_target *target,
	const bench_handler *handler, void *context, double patience_seconds)
{
	size_t i;

	memset(group, 0, sizeof *group);
	group->epoll_fd = epoll_create1(EPOLL_CLOEXEC);
	if (group->epoll_fd < 0) {
		bench_fail("epoll_create1: %s", strerror(errno));
	}
	group->target = *target;
	group->handler = handler;
	group->context = context;
	group->count = count;
	group->clients = bench_alloc(NULL, count * sizeof *group->clients);
	memset(group->clients, 0, count * sizeof *group->clients);
	for (i = 0; i < count; i++) {
		group->clients[i].id = (uint32_t)i;
		group->clients[i].fd = -1;
	}
	group->input = bench_alloc(NULL, INPUT_SIZE);
	if (target->deflate) {
		group->scratch = bench_alloc(NULL, SQUEEZED_MAX);
	}
	group->random = 0x9e3779b9;
	group->now_ns = group->heard_ns = bench_now_ns();
	group->patience_ns = (uint64_t)(patience_seconds * 1e9);
}

static void watch(bench_group *group, bench_client *client, int operation, bool out)
{
	struct epoll_event event = {
		.events = EPOLLIN | (out ? EPOLLOUT : 0),
		.data.ptr = client,
	};

	if (epoll_ctl(group->epoll_fd, operation, client->fd, &event) < 0) {
		bench_fail("epoll_ctl: %s", strerror(errno));
	}
	client->watched_out = out;
}

void bench_client_connect(bench_group *group, bench_client *client)
{
	const bench_target *target = &group->target;
	int on = 1;

	client->fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
	if (client->fd < 0) {
		bench_fail("connection %u: socket: %s", client->id, strerror(errno));
	}
	setsockopt(client->fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
	client->nonce = group->next_nonce++;
	if (target->sources > 0) {
		struct sockaddr_in source = {
			.sin_family = AF_INET,
			.sin_addr.s_addr = htonl(INADDR_LOOPBACK + 1 + client->nonce % target->sources),
		};

		/* The port is chosen by connect, which knows the other end: each address has all ports. */
		setsockopt(client->fd, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &on, sizeof on);
		if (bind(client->fd, (struct sockaddr *)&source, sizeof source) < 0) {
			bench_fail("connection %u: bind: %s", client->id, strerror(errno));
		}
	}
	client->started_ns = bench_now_ns();
	client->state = BENCH_CLIENT_CONNECTING;
	client->sent = client->received = 0;
	client->in_length = client->out_length = 0;
	if (connect(client->fd, (const struct sockaddr *)&target->server, sizeof target->server) < 0 &&
		errno != EINPROGRESS) {
		bench_fail("connection %u: connect: %s", client->id, strerror(errno));
	}
	watch(group, client, EPOLL_CTL_ADD, true);
}

static void leave_open(bench_group *group, bench_client *client, bench_client_state state)
{
	if (client->state == BENCH_CLIENT_OPEN) {
		group->open--;
	}
	client->state = state;
}

void bench_client_close(bench_group *group, bench_client *client)
{
	leave_open(group, client, BENCH_CLIENT_CLOSED);
	if (client->secure != NULL) {
		bench_secure_free(client->secure);
		client->secure = NULL;
	}
	close(client->fd);
	client->fd = -1;
}

static void keep(
	uint8_t **buffer, size_t *length, size_t *capacity, const uint8_t *bytes, size_t more)
{
	if (*length + more > *capacity) {
		*capacity = (*length + more) * 2;
		*buffer = bench_alloc(*buffer, *capacity);
	}
	memcpy(*buffer + *length, bytes, more);
	*length += more;
}

static ssize_t client_send(bench_client *client, const uint8_t *bytes, size_t length)
{
	return client->secure == NULL ? send(client->fd, bytes, length, MSG_NOSIGNAL)
								  : bench_secure_send(client->secure, bytes, length);
}

void bench_client_write(
	bench_group *group, bench_client *client, const uint8_t *bytes, size_t length)
{
	ssize_t written = 0;

	if (client->out_length == 0) {
		written = client_send(client, bytes, length);
		if (written < 0 && errno != EAGAIN) {
			bench_fail("connection %u: send: %s", client->id, strerror(errno));
		}
		written = written < 0 ? 0 : written;
	}
	if ((size_t)written < length) {
		keep(&client->out, &client->out_length, &client->out_capacity, bytes + written,
			length - (size_t)written);
		if (!client->watched_out) {
			watch(group, client, EPOLL_CTL_MOD, true);
		}
	}
}

size_t bench_client_frame(
	bench_group *group, uint8_t *to, uint8_t opcode, const uint8_t *payload, size_t length)
{
	uint8_t first = BENCH_FIN | opcode;
	uint8_t mask[4];
	size_t header;

	if (group->target.deflate && opcode == BENCH_OP_TEXT) {
		/* Never longer than the message: callers have made room for that. */
		size_t squeezed = bench_squeeze(
			group->scratch, length < SQUEEZED_MAX ? length : SQUEEZED_MAX, payload, length);

		if (squeezed == 0) {
			bench_fail("a message of %zu bytes does not get shorter", length);
		}
		payload = group->scratch;
		length = squeezed;
		first |= BENCH_RSV1;
	}
	group->random ^= group->random << 13;
	group->random ^= group->random >> 17;
	group->random ^= group->random << 5;
	memcpy(mask, &group->random, sizeof mask);
	header = bench_frame_header(to, first, length, mask);
	bench_mask(to + header, payload, length, mask);
	return header + length;
}

void bench_client_close_frame(bench_group *group, bench_client *client)
{
	static const uint8_t normal[2] = {1000 >> 8, 1000 & 0xff};
	uint8_t frame[BENCH_HEADER_MAX + sizeof normal];

	leave_open(group, client, BENCH_CLIENT_CLOSING);
	bench_client_write(group, client, frame,
		bench_client_frame(group, frame, BENCH_OP_CLOSE, normal, sizeof normal));
}

static void client_connected(bench_group *group, bench_client *client)
{
	int error = 0;
	socklen_t size = sizeof error;

	getsockopt(client->fd, SOL_SOCKET, SO_ERROR, &error, &size);
	if (error != 0) {
		bench_fail("connection %u: connect: %s", client->id, strerror(error));
	}
	watch(group, client, EPOLL_CTL_MOD, false);
	if (group->target.tls) {
		client->secure = bench_secure_new(client->fd);
	}
	if (group->handler->bytes == NULL) {
		client->state = BENCH_CLIENT_HANDSHAKE;
		bench_client_request(group, client);
		return;
	}
	client->state = BENCH_CLIENT_OPEN;
	group->open++;
	if (group->handler->opened != NULL) {
		group->handler->opened(group->context, client);
	}
}

static void client_control(
	bench_group *group, bench_client *client, uint8_t opcode, const uint8_t *payload, size_t length)
{
	uint8_t frame[BENCH_HEADER_MAX + 125];

	if (length > 125) {
		bench_fail("connection %u: a control frame of %zu bytes", client->id, length);
	}
	if (opcode == BENCH_OP_PING) {
		bench_client_write(
			group, client, frame, bench_client_frame(group, frame, BENCH_OP_PONG, payload, length));
	} else if (opcode == BENCH_OP_PONG) {
		if (group->handler->pong != NULL) {
			group->handler->pong(group->context, client, payload, length);
		}
	} else if (client->state != BENCH_CLIENT_CLOSING) {
		bench_fail("connection %u: closed by the server, code %d", client->id,
			length < 2 ? 1005 : payload[0] << 8 | payload[1]);
	} else if (length != 2 || payload[0] != 1000 >> 8 || payload[1] != (1000 & 0xff)) {
		bench_fail("connection %u: close 1000 was answered by another code", client->id);
	} else {
		client->state = BENCH_CLIENT_ENDED;
	}
}

static uint8_t first_bits(const bench_group *group, uint8_t opcode)
{
	return BENCH_FIN | (group->target.deflate && opcode == BENCH_OP_TEXT ? BENCH_RSV1 : 0);
}

static void client_message(
	bench_group *group, bench_client *client, const uint8_t *payload, size_t length)
{
	if (group->target.deflate) {
		size_t inflated;

		if (!bench_unsqueeze(group->scratch, SQUEEZED_MAX, &inflated, payload, length)) {
			bench_fail("connection %u: message %llu: it does not inflate", client->id,
				(unsigned long long)client->received);
		}
		payload = group->scratch;
		length = inflated;
	}
	group->handler->message(group->context, client, payload, length);
}

/* Handles what is complete and returns how much that was. */
static size_t client_frames(
	bench_group *group, bench_client *client, const uint8_t *bytes, size_t length)
{
	size_t used = 0;

	while (client->state >= BENCH_CLIENT_OPEN) {
		bench_frame frame;
		bench_frame_status status = bench_frame_parse(&frame, bytes + used, length - used);
		uint8_t opcode;
		const uint8_t *payload;

		if (status == BENCH_FRAME_MORE) {
			break;
		}
		opcode = frame.first & 0xf;
		if (status == BENCH_FRAME_BAD || frame.masked || frame.payload_length > PAYLOAD_MAX) {
			bench_fail("connection %u: message %llu: a malformed header", client->id,
				(unsigned long long)client->received);
		}
		if ((frame.first & (BENCH_FIN | BENCH_RSV)) != first_bits(group, opcode) ||
			(opcode != BENCH_OP_TEXT && (opcode < BENCH_OP_CLOSE || opcode > BENCH_OP_PONG))) {
			bench_fail(
				"connection %u: message %llu: first byte 0x%02x, a whole%s text was expected",
				client->id, (unsigned long long)client->received, frame.first,
				group->target.deflate ? " and compressed" : "");
		}
		if (client->state == BENCH_CLIENT_ENDED) {
			bench_fail("connection %u: a frame after the close frame", client->id);
		}
		if (length - used - frame.header_length < frame.payload_length) {
			break;
		}
		payload = bytes + used + frame.header_length;
		used += frame.header_length + frame.payload_length;
		if (opcode != BENCH_OP_TEXT) {
			client_control(group, client, opcode, payload, frame.payload_length);
		} else if (group->handler->message == NULL) {
			bench_fail("connection %u: a message that nobody sent", client->id);
		} else {
			client_message(group, client, payload, frame.payload_length);
		}
	}
	return used;
}

static void client_read(bench_group *group, bench_client *client)
{
	const uint8_t *bytes = group->input;
	ssize_t got = client->secure == NULL
		? recv(client->fd, group->input, INPUT_SIZE, 0)
		: bench_secure_recv(client->secure, group->input, INPUT_SIZE);
	size_t length;
	size_t used = 0;

	if (got < 0 && errno == EAGAIN) {
		return;
	}
	group->now_ns = group->heard_ns = bench_now_ns();
	if (got <= 0) {
		if (group->handler->ended == NULL) {
			bench_fail("connection %u: ended by the server%s%s after %llu messages", client->id,
				got < 0 ? ": " : "", got < 0 ? strerror(errno) : "",
				(unsigned long long)client->received);
		}
		group->handler->ended(group->context, client);
		return;
	}
	length = (size_t)got;
	if (client->in_length > 0) {
		keep(&client->in, &client->in_length, &client->in_capacity, bytes, length);
		bytes = client->in;
		length = client->in_length;
	}
	if (client->state == BENCH_CLIENT_HANDSHAKE) {
		used = bench_client_answer(group, client, bytes, length);
	}
	if (group->handler->bytes != NULL) {
		used = group->handler->bytes(group->context, client, bytes, length);
	} else {
		used += client_frames(group, client, bytes + used, length - used);
	}
	if (bytes == client->in) {
		memmove(client->in, client->in + used, length - used);
		client->in_length = length - used;
	} else if (used < length) {
		keep(&client->in, &client->in_length, &client->in_capacity, bytes + used, length - used);
	}
	if (group->handler->settled != NULL) {
		group->handler->settled(group->context, client);
	}
}

static void client_flush(bench_group *group, bench_client *client)
{
	size_t length = client->out_length;
	ssize_t written = client_send(client, client->out, length);

	if (written < 0) {
		if (errno != EAGAIN) {
			bench_fail("connection %u: send: %s", client->id, strerror(errno));
		}
		return;
	}
	client->out_length = length - (size_t)written;
	memmove(client->out, client->out + written, client->out_length);
	if (client->out_length == 0) {
		watch(group, client, EPOLL_CTL_MOD, false);
	}
}

void bench_group_turn(bench_group *group, int timeout_ms)
{
	struct epoll_event events[EVENTS_MAX];
	int count =
		epoll_wait(group->epoll_fd, events, EVENTS_MAX, group->target.spin ? 0 : timeout_ms);
	int i;

	for (i = 0; i < count; i++) {
		bench_client *client = events[i].data.ptr;

		if (client->state == BENCH_CLIENT_CONNECTING) {
			client_connected(group, client);
			continue;
		}
		if (events[i].events & EPOLLOUT && client->out_length > 0) {
			client_flush(group, client);
		}
		if (events[i].events & (EPOLLIN | EPOLLHUP | EPOLLERR)) {
			client_read(group, client);
		}
	}
	if (count <= 0 && bench_now_ns() - group->heard_ns > group->patience_ns) {
		if (group->open == group->count && group->handler->stalled != NULL) {
			group->handler->stalled(group->context);
		}
		bench_fail("no answer for %.1f s, %zu of %zu connections are open",
			(double)group->patience_ns / 1e9, group->open, group->count);
	}
}

void bench_group_open(bench_group *group, size_t from, size_t count)
{
	size_t wanted = group->open + count;
	size_t next = from;

	group->heard_ns = bench_now_ns();
	while (group->open < wanted) {
		size_t pending = next - from - (count - (wanted - group->open));

		for (; next < from + count && pending < CONNECTING_MAX; next++, pending++) {
			bench_client_connect(group, &group->clients[next]);
		}
		bench_group_turn(group, 100);
	}
}
