/*
 * The ceiling: what a WebSocket server in one thread can reach on this kernel. It does the least
 * that still gives right answers: epoll, one receive buffer for all connections, payloads unmasked
 * in place and turned into the answer where they lie, and one write per connection and read.
 * It does not look at UTF-8, does not join fragments (they go out as they came) and has no timers.
 *
 * GET /echo gives every data frame back. GET /chat gives it to all other clients of /chat. What is
 * said on /publish goes to the event streams of GET /feed/news.
 *
 * BENCH_TLS=FILE: TLS 1.3 with FILE.pem and FILE.key. BENCH_DEFLATE=1: permessage-deflate, agreed
 * on without contexts and without looking at the offer; each message is inflated and deflated once.
 */
#include "ceiling_conn.h"
#include "squeeze.h"
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
	LEVEL = 6,
	SQUEEZED_MAX = 64 * 1024,
};

static uint8_t *input; /* FRAME_MAX and a header in front of each read for what was left over */
static bool tls;
static uint8_t *inflated; /* null without deflate */

/* The messages of one run of frames as one run of events. */
static void streams_send(const uint8_t *bytes, size_t length)
{
	uint8_t *events = must(malloc(length * 8 + 1));
	size_t used = 0;
	size_t out = 0;
	bench_frame frame;

	while (bench_frame_parse(&frame, bytes + used, length - used) == BENCH_FRAME_READY) {
		memcpy(events + out, "data: ", 6);
		memcpy(events + out + 6, bytes + used + frame.header_length, frame.payload_length);
		out += 6 + frame.payload_length;
		memcpy(events + out, "\n\n", 2);
		out += 2;
		used += frame.header_length + frame.payload_length;
	}
	room_send(&streams, NULL, events, out);
	free(events);
}

static void conn_answer(conn *c, const uint8_t *bytes, size_t length)
{
	if (c->route == ROUTE_CHAT) {
		room_send(&chat, c, bytes, length);
	} else if (c->route == ROUTE_PUBLISH) {
		streams_send(bytes, length);
	} else {
		conn_write(c, bytes, length);
	}
}

/* True if the head asks for an event stream; then it has been answered. */
static bool conn_stream(conn *c, const char *head)
{
	static const uint8_t answer[] =
		"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n";

	if (strncmp(head, "GET /feed/news ", 15) != 0) {
		return false;
	}
	c->route = ROUTE_STREAM;
	room_join(&streams, c);
	conn_write(c, answer, sizeof answer - 1);
	return true;
}

/* Answers the head and returns its length; 0: it is incomplete, or the connection was dropped. */
static size_t conn_handshake(conn *c, const uint8_t *bytes, size_t length)
{
	static const char end_plain[] = "\r\n\r\n";
	static const char end_deflate[] =
		"\r\nSec-WebSocket-Extensions: permessage-deflate; server_no_context_takeover; "
		"client_no_context_takeover\r\n\r\n";
	static const char answer[] =
		"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
		"Sec-WebSocket-Accept: ";
	char out[sizeof answer - 1 + BENCH_ACCEPT_LENGTH + sizeof end_deflate];
	const char *last = inflated != NULL ? end_deflate : end_plain;
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
		room_join(&chat, c);
	} else if (strncmp(head, "GET /publish ", 13) == 0) {
		c->route = ROUTE_PUBLISH;
	} else if (conn_stream(c, head)) {
		return head_length;
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
	memcpy(out + sizeof answer - 1 + BENCH_ACCEPT_LENGTH, last, strlen(last));
	conn_write(c, (const uint8_t *)out, sizeof answer - 1 + BENCH_ACCEPT_LENGTH + strlen(last));
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
 * The same for a compressed message: inflated, as a server must to look at it, and deflated anew
 * from `inflated`. The result must not be longer than the question's payload. 0: malformed.
 */
static size_t frame_turn_deflated(uint8_t *to, uint8_t *from, const bench_frame *frame)
{
	uint8_t *payload = from + frame->header_length;
	uint8_t squeezed[SQUEEZED_MAX];
	size_t length;
	size_t header;

	if (inflated == NULL) {
		return 0;
	}
	bench_mask(payload, payload, frame->payload_length, frame->mask);
	if (!bench_unsqueeze(inflated, FRAME_MAX, &length, payload, frame->payload_length)) {
		return 0;
	}
	length = bench_squeeze(squeezed, sizeof squeezed, inflated, length);
	if (length == 0 || length > frame->payload_length) {
		return 0;
	}
	header = bench_frame_header(to, frame->first, length, NULL);
	memcpy(to + header, squeezed, length);
	return header + length;
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
			bool deflated = (frame.first & BENCH_RSV1) != 0;
			size_t size = deflated ? frame_turn_deflated(bytes + out, bytes + used, &frame)
								   : frame_turn(bytes + out, bytes + used, &frame, frame.first);

			if (size == 0) {
				status = BENCH_FRAME_BAD;
				break;
			}
			out += size;
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
	got = c->secure == NULL ? recv(c->fd, input + left, INPUT_SIZE, 0)
							: bench_secure_recv(c->secure, input + left, INPUT_SIZE);
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
	if (c->route != ROUTE_NONE && c->route != ROUTE_STREAM && !c->dead && left > used) {
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
		c->secure = tls ? bench_secure_new(fd) : NULL;
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

/* What the environment asks for. */
static void features_take(void)
{
	const char *files = getenv("BENCH_TLS");
	char certificate[4096];
	char key[4096];

	if (files != NULL) {
		snprintf(certificate, sizeof certificate, "%s.pem", files);
		snprintf(key, sizeof key, "%s.key", files);
		tls = bench_secure_init(certificate, key);
		if (!tls) {
			exit(1);
		}
	}
	if (getenv("BENCH_DEFLATE") != NULL) {
		if (!bench_squeeze_init(LEVEL)) {
			fputs("ceiling: no zlib\n", stderr);
			exit(1);
		}
		inflated = must(malloc(FRAME_MAX));
	}
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
	features_take();
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
