#ifndef BENCH_CEILING_CONN_H
#define BENCH_CEILING_CONN_H

#include "secure.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The ceiling's connections: what they write, the rooms they are in, and their end. */

typedef enum { ROUTE_NONE, ROUTE_ECHO, ROUTE_CHAT, ROUTE_PUBLISH, ROUTE_STREAM } route;

/* Bytes that had to wait: the start of an incomplete frame, or output that the kernel refused. */
typedef struct {
	size_t length;
	uint8_t bytes[];
} spill;

/* Idle connections own neither spill. Closed ones are freed when the turn's events are done. */
typedef struct conn {
	int fd;
	bench_secure *secure; /* null without TLS */
	uint8_t route;
	bool closing; /* close once the output is out */
	bool dead;
	uint32_t index; /* in its room, if it is in one */
	spill *in;
	spill *out;
	struct conn *next_dead;
} conn;

/* The connections that get what is said there. */
typedef struct {
	conn **members;
	size_t count;
	size_t capacity;
} room;

extern int epoll_fd;
extern room chat;
extern room streams;

/* Says what failed, and errno, and ends the program. */
void die(const char *what);

/* memory, which must not be null. */
void *must(void *memory);

/* Replaces a spill by old bytes (from `skip` on) and then more; null when that leaves nothing. */
spill *spill_replace(spill *old, size_t skip, const uint8_t *more, size_t length);

/* Closes a connection at once; conn_reap() frees all that were closed in this turn. */
void conn_drop(conn *c);
void conn_reap(void);

/* Sends bytes; what the kernel does not take is kept and sent by conn_flush(). */
void conn_write(conn *c, const uint8_t *bytes, size_t length);
void conn_flush(conn *c);

/* Closes it once all is sent. */
void conn_finish(conn *c);

void room_join(room *room, conn *c);

/* To all but `from`. */
void room_send(const room *room, const conn *from, const uint8_t *bytes, size_t length);

#endif
