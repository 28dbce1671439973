/*
 * The ceiling: what a WebSocket server in one thread can reach on this kernel. It does the least
 * that still gives right answers: epoll, one receive buffer for all connections, payloads unmasked
 * in place and turned into the answer where they lie, and one write per connection and read.
 * It does not look at UTF-8, does not join fragments (they go out as they came) and has no timers.
 *
 * GET /echo gives every data frame back. GET /chat gives it to all other clients of /chat.
 */
#include "wire.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

enum {
	INPUT_SIZE = 512 * 1024,
	FRAME_MAX = 1024 * 1024,
	HEAD_MAX = 8192,
	EVENTS_MAX = 512,
	BACKLOG = 4096,
};

typedef enum { ROUTE_NONE, ROUTE_ECHO, ROUTE_CHAT } route;

/* Bytes that had to wait: the start of an incomplete frame, or output that the kernel refused. */
typedef struct {
	size_t length;
	uint8_t bytes[];
} spill;

/* Idle connections own neither spill. Closed ones are freed when the turn's events are done. */
typedef struct conn {
	int fd;
	uint8_t route;
	bool closing; /* close once the output is out */
	bool dead;
	uint32_t chat_index; /* in chat_members, for ROUTE_CHAT */
	spill *in;
	spill *out;
	struct conn *next_dead;
} conn;

static int epoll_fd;
static uint8_t *input; /* FRAME_MAX and a header in front of each read for what was left over */
static conn **chat_members;
static size_t chat_count;
static size_t chat_capacity;
static conn *dead_list;

static void die(const char *what)
{
	perror(what);
	exit(1);
}

static void *must(void *memory)
{
	if (memory == NULL) {
		die("ceiling: memory");
	}
	return memory;
}

/* Replaces a spill by old bytes (from `skip` on) and then more; null when that leaves nothing. */
static spill *spill_replace(spill *old, size_t skip, const uint8_t *more, size_t length)
{
	size_t kept = old == NULL ? 0 : old->length - skip;
	spill *fresh = NULL;

	if (kept + length > 0) {
		fresh = must(malloc(sizeof *fresh + kept + length));
		fresh->length = kept + length;
		if (kept > 0) {
			memcpy(fresh->bytes, old->bytes + skip, kept);
		}
		if (length > 0) {
			memcpy(fresh->bytes + kept, more, length);
		}
	}
	free(old);
	return fresh;
}

static void conn_watch(conn *c, uint32_t events)
{
	struct epoll_event event = {.events = events, .data.ptr = c};

	if (epoll_ctl(epoll_fd, EPOLL_CTL_MOD, c->fd, &event) < 0) {
		die("ceiling: epoll_ctl");
	}
}

static void conn_drop(conn *c)
{
	if (c->dead) {
		return;
	}
	c->dead = true;
	if (c->route == ROUTE_CHAT) {
		conn *last = chat_members[--chat_count];

		chat_members[c->chat_index] = last;
		last->chat_index = c->chat_index;
	}
	close(c->fd);
	c->next_dead = dead_list;
	dead_list = c;
}

static void conn_reap(void)
{
	while (dead_list != NULL) {
		conn *c = dead_list;

		dead_list = c->next_dead;
		free(c->in);
		free(c->out);
		free(c);
	}
}

static void conn_write(conn *c, const uint8_t *bytes, size_t length)
{
	ssize_t written = 0;

	if (c->dead || length == 0) {
		return;
	}
	if (c->out == NULL) {
		written = send(c->fd, bytes, length, MSG_NOSIGNAL);
		if ((size_t)written == length) {
			return;
		}
		if (written < 0 && errno != EAGAIN) {
			conn_drop(c);
			return;
		}
		written = written < 0 ? 0 : written;
		conn_watch(c, EPOLLIN | EPOLLOUT);
	}
	c->out = spill_replace(c->out, 0, bytes + written, length - (size_t)written);
}

static void conn_flush(conn *c)
{
	ssize_t written;

	if (c->out == NULL) {
		return;
	}
	written = send(c->fd, c->out->bytes, c->out->length, MSG_NOSIGNAL);
	if (written < 0) {
		if (errno != EAGAIN) {
			conn_drop(c);
		}
		return;
	}
	c->out = spill_replace(c->out, (size_t)written, NULL, 0);
	if (c->out == NULL && c->closing) {
		conn_drop(c);
	} else if (c->out == NULL) {
		conn_watch(c, EPOLLIN);
	}
}

static void conn_finish(conn *c)
{
	c->closing = true;
	if (c->out == NULL) {
		conn_drop(c);
	}
}

static void chat_join(conn *c)
{
	if (chat_count == chat_capacity) {
		chat_capacity = chat_capacity == 0 ? 256 : chat_capacity * 2;
		chat_members = must(realloc(chat_members, chat_capacity * sizeof *chat_members));
	}
	c->chat_index = (uint32_t)chat_count;
	chat_members[chat_count++] = c;
}

/* To all others. Going down keeps the walk right when a write fails and its member is dropped. */
static void chat_send(const conn *from, const uint8_t *bytes, size_t length)
{
	size_t i;

	for (i = chat_count; i > 0; i--) {
		if (chat_members[i - 1] != from) {
			conn_write(chat_members[i - 1], bytes, length);
		}
	}
}

static void conn_answer(conn *c, const uint8_t *bytes, size_t length)
{
	if (c->route == ROUTE_CHAT) {
		chat_send(c, bytes, length);
	} else {
		conn_write(c, bytes, length);
	}
}

/* Answers the head and returns its length; 0: it is incomplete, or the connection was dropped. */
static size_t conn_handshake(conn *c, const uint8_t *bytes, size_t length)
{
	static const char answer[] =
		"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
		"Sec-WebSocket-Accept: ";
	char out[sizeof answer - 1 + BENCH_ACCEPT_LENGTH + 4];
	const char *head = (const char *)bytes;
	const char *end = memmem(bytes, length, "\r\n\r\n", 4);
	const char *key;
	size_t head_length;
	size_t key_length = 0;

	if (end == NULL) {
		if (length > HEAD_MAX) {
			conn_drop(c);
		}
		return 0;
	}
	head_length = (size_t)(end + 4 - head);
	key = bench_http_field(head, head_length, "sec-websocket-key", &key_length);
	if (strncmp(head, "GET /echo ", 10) == 0) {
		c->route = ROUTE_ECHO;
	} else if (strncmp(head, "GET /chat ", 10) == 0) {
		c->route = ROUTE_CHAT;
		chat_join(c);
	}
	if (c->route == ROUTE_NONE || key_length != BENCH_KEY_LENGTH) {
		static const uint8_t refusal[] =
			"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

		conn_write(c, refusal, sizeof refusal - 1);
		conn_finish(c);
		return 0;
	}
	memcpy(out, answer, sizeof answer - 1);
	bench_accept(out + sizeof answer - 1, key);
	memcpy(out + sizeof out - 4, "\r\n\r\n", 4);
	conn_write(c, (const uint8_t *)out, sizeof out);
	return head_length;
}

/* Turns a client's frame into a server's frame at `to`, which is not above it. Gives its length. */
static size_t frame_turn(uint8_t *to, const uint8_t *from, const bench_frame *frame, uint8_t first)
{
	uint8_t mask[4];
	size_t header = bench_frame_header_length(frame->payload_length);

	memcpy(mask, frame->mask, sizeof mask);
	bench_mask(to + header, from + frame->header_length, frame->payload_length, mask);
	bench_frame_header(to, first, frame->payload_length, NULL);
	return header + frame->payload_length;
}

/*
 * Turns all complete frames into one run of answers at the front of the buffer: an answer is four
 * bytes shorter than its question, so it never reaches the next one. A pong or a close is sent on
 * its own, after the answers before it. Returns how many bytes were used.
 */
static size_t conn_frames(conn *c, uint8_t *bytes, size_t length)
{
	size_t used = 0;
	size_t out = 0;
	bench_frame frame;
	bench_frame_status status;

	while ((status = bench_frame_parse(&frame, bytes + used, length - used)) == BENCH_FRAME_READY) {
		uint8_t opcode = frame.first & 0xf;
		uint8_t answer[BENCH_HEADER_MAX + 125];

		if (!frame.masked || frame.payload_length > FRAME_MAX ||
			(opcode >= BENCH_OP_CLOSE && frame.payload_length > 125)) {
			status = BENCH_FRAME_BAD;
			break;
		}
		if (length - used < frame.header_length + frame.payload_length) {
			break;
		}
		if (opcode < BENCH_OP_CLOSE) {
			out += frame_turn(bytes + out, bytes + used, &frame, frame.first);
		} else if (opcode != BENCH_OP_PONG) {
			size_t size;

			/* A copy with the answer's first byte; the answers before it are sent first. */
			memcpy(answer, bytes + used, frame.header_length + frame.payload_length);
			size = frame_turn(answer, answer, &frame,
				BENCH_FIN | (opcode == BENCH_OP_PING ? BENCH_OP_PONG : BENCH_OP_CLOSE));
			conn_answer(c, bytes, out);
			out = 0;
			conn_write(c, answer, size);
			if (opcode == BENCH_OP_CLOSE) {
				conn_finish(c);
				return length;
			}
		}
		used += frame.header_length + frame.payload_length;
	}
	conn_answer(c, bytes, out);
	if (status == BENCH_FRAME_BAD) {
		conn_drop(c);
	}
	return used;
}

static void conn_read(conn *c)
{
	size_t left = c->in == NULL ? 0 : c->in->length;
	size_t used = 0;
	ssize_t got;

	if (left > 0) {
		memcpy(input, c->in->bytes, left);
	}
	got = recv(c->fd, input + left, INPUT_SIZE, 0);
	if (got <= 0) {
		if (got == 0 || errno != EAGAIN) {
			conn_drop(c);
		}
		return;
	}
	left += (size_t)got;
	if (c->closing) {
		return;
	}
	if (c->route == ROUTE_NONE) {
		used = conn_handshake(c, input, left);
	}
	if (c->route != ROUTE_NONE && !c->dead && left > used) {
		used += conn_frames(c, input + used, left - used);
	}
	if (!c->dead && (c->in != NULL || left > used)) {
		free(c->in);
		c->in = spill_replace(NULL, 0, input + used, left - used);
	}
}

static void accept_all(int listener)
{
	int fd;

	while ((fd = accept4(listener, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC)) >= 0) {
		conn *c = must(calloc(1, sizeof *c));
		struct epoll_event event = {.events = EPOLLIN, .data.ptr = c};

		c->fd = fd;
		if (epoll_ctl(epoll_fd, EPOLL_CTL_ADD, fd, &event) < 0) {
			die("ceiling: epoll_ctl");
		}
	}
	if (errno != EAGAIN && errno != ECONNABORTED) {
		die("ceiling: accept");
	}
}

static int listen_on(const char *port)
{
	struct sockaddr_in address = {
		.sin_family = AF_INET,
		.sin_port = htons((uint16_t)atoi(port)),
		.sin_addr.s_addr = htonl(INADDR_LOOPBACK),
	};
	int on = 1;
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);

	/* Accepted sockets inherit TCP_NODELAY. */
	if (fd < 0 || setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on) < 0 ||
		setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on) < 0 ||
		bind(fd, (struct sockaddr *)&address, sizeof address) < 0 || listen(fd, BACKLOG) < 0) {
		die("ceiling: listen");
	}
	return fd;
}

int main(int argc, char **argv)
{
	static struct epoll_event events[EVENTS_MAX];
	struct epoll_event event = {.events = EPOLLIN, .data.ptr = NULL};
	struct rlimit limit;
	int listener;

	if (argc != 2) {
		fputs("usage: ceiling PORT\n", stderr);
		return 2;
	}
	if (getrlimit(RLIMIT_NOFILE, &limit) == 0) {
		limit.rlim_cur = limit.rlim_max;
		setrlimit(RLIMIT_NOFILE, &limit);
	}
	listener = listen_on(argv[1]);
	epoll_fd = epoll_create1(EPOLL_CLOEXEC);
	input = must(malloc(FRAME_MAX + BENCH_HEADER_MAX + INPUT_SIZE));
	if (epoll_fd < 0 || epoll_ctl(epoll_fd, EPOLL_CTL_ADD, listener, &event) < 0) {
		die("ceiling: epoll");
	}
	for (;;) {
		int count = epoll_wait(epoll_fd, events, EVENTS_MAX, -1);
		int i;

		for (i = 0; i < count; i++) {
			conn *c = events[i].data.ptr;

			if (c == NULL) {
				accept_all(listener);
				continue;
			}
			if (!c->dead && events[i].events & EPOLLOUT) {
				conn_flush(c);
			}
			if (!c->dead && events[i].events & (EPOLLIN | EPOLLHUP | EPOLLERR)) {
				conn_read(c);
			}
		}
		conn_reap();
	}
}
