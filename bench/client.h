#ifndef BENCH_CLIENT_H
#define BENCH_CLIENT_H

#include "secure.h"
#include "wire.h"

#include <netinet/in.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Many WebSocket clients on one epoll. Anything a server does that a client must not accept ends
 * the program through bench_fail: an answer that is wrong is the end of a run.
 */

typedef enum {
	BENCH_CLIENT_CLOSED,     /* no socket */
	BENCH_CLIENT_CONNECTING, /* TCP under way */
	BENCH_CLIENT_HANDSHAKE,  /* request sent */
	BENCH_CLIENT_OPEN,
	BENCH_CLIENT_CLOSING, /* close frame sent; waits for the server's and then for its end */
	BENCH_CLIENT_ENDED,   /* the server's close frame has come */
} bench_client_state;

/* One connection. Buffers exist only while they hold something or once they were needed. */
typedef struct {
	int fd;
	bench_secure *secure; /* TLS on fd; null without */
	uint32_t id;          /* its index in the group */
	bench_client_state state;
	bool watched_out;
	uint32_t nonce;      /* makes its Sec-WebSocket-Key */
	uint64_t sent;       /* messages, counted by the owner of the group */
	uint64_t received;   /* likewise */
	uint64_t started_ns; /* when connect was called */
	uint8_t *in;         /* the start of an incomplete frame or head */
	size_t in_length;
	size_t in_capacity;
	uint8_t *out; /* what the kernel did not take yet */
	size_t out_length;
	size_t out_capacity;
} bench_client;

/*
 * What the owner of a group wants to hear; null members are not called. `settled` comes last for a
 * client whose socket was read: only there the owner may close or reconnect a client.
 */
typedef struct {
	/*
	 * Instead of WebSocket: the client is open as soon as it is connected, the owner speaks, and
	 * this gets all that comes and returns how much it has used; the rest comes again, with more.
	 */
	size_t (*bytes)(void *context, bench_client *client, const uint8_t *bytes, size_t length);
	void (*opened)(void *context, bench_client *client);
	void (*message)(void *context, bench_client *client, const uint8_t *payload, size_t length);
	void (*pong)(void *context, bench_client *client, const uint8_t *payload, size_t length);
	void (*settled)(void *context, bench_client *client);
	/* The server ended the connection; without this, it is a failure. */
	void (*ended)(void *context, bench_client *client);
	/* Nothing has arrived for the group's patience: fail and say what is missing. */
	void (*stalled)(void *context);
} bench_handler;

/* Where the clients of a group connect to. */
typedef struct {
	struct sockaddr_in server;
	const char *path;
	bool tls;
	bool deflate;     /* agree on permessage-deflate, and take no text that is not compressed */
	bool spin;        /* look for what comes without ever going to sleep */
	unsigned sources; /* connect from so many addresses, 127.0.0.2 on; 0: let the kernel choose */
} bench_target;

typedef struct {
	int epoll_fd;
	bench_target target;
	const bench_handler *handler;
	void *context;
	bench_client *clients;
	size_t count;
	size_t open;       /* in state OPEN */
	uint64_t now_ns;   /* when the last socket was read */
	uint64_t heard_ns; /* the last time anything arrived */
	uint64_t patience_ns;
	uint32_t next_nonce;
	uint32_t random; /* for masks */
	uint8_t *input;
	uint8_t *scratch; /* a message compressed, or inflated; null without deflate */
} bench_group;

/* Prints "load: " and the message on stderr and exits with 1. */
_Noreturn void bench_fail(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* malloc and realloc that fail the run instead of returning null. */
void *bench_alloc(void *old, size_t size);

/* Makes count clients, all closed. The handler and the target's path are kept as pointers. */
void bench_group_init(bench_group *group, size_t count, const bench_target *target,
	const bench_handler *handler, void *context, double patience_seconds);

/*
 * Waits up to timeout_ms for events and handles them. Fails when nothing has arrived for the
 * group's patience (the handler's `stalled` is called first).
 */
void bench_group_turn(bench_group *group, int timeout_ms);

/* Connects clients[from .. from + count), some at a time, and returns when all are open. */
void bench_group_open(bench_group *group, size_t from, size_t count);

/* Begins to connect a closed client. */
void bench_client_connect(bench_group *group, bench_client *client);

/* Writes bytes that are frames already; what the kernel does not take is kept and sent later. */
void bench_client_write(
	bench_group *group, bench_client *client, const uint8_t *bytes, size_t length);

/*
 * Builds a masked frame, with deflate a text's compressed, at `to` (length + BENCH_HEADER_MAX
 * bytes) and returns its length. The payload may already lie at `to` + BENCH_HEADER_MAX, or further
 * on.
 */
size_t bench_client_frame(
	bench_group *group, uint8_t *to, uint8_t opcode, const uint8_t *payload, size_t length);

/* Sends the request for a WebSocket. */
void bench_client_request(bench_group *group, bench_client *client);

/*
 * Reads the answer to it and fails if it is not right. Returns the length of its head, or 0 while
 * it is incomplete. RFC 6455 4.1.
 */
size_t bench_client_answer(
	bench_group *group, bench_client *client, const uint8_t *bytes, size_t length);

/* Closes the socket at once. */
void bench_client_close(bench_group *group, bench_client *client);

/* Begins the closing handshake with code 1000. */
void bench_client_close_frame(bench_group *group, bench_client *client);

#endif
