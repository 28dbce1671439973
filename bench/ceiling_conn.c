#include "ceiling_conn.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

int epoll_fd;
room chat;
room streams;
static conn *dead_list;

void die(const char *what)
{
	perror(what);
	exit(1);
}

void *must(void *memory)
{
	if (memory == NULL) {
		die("ceiling: memory");
	}
	return memory;
}

spill *spill_replace(spill *old, size_t skip, const uint8_t *more, size_t length)
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

static room *conn_room(const conn *c)
{
	return c->route == ROUTE_CHAT ? &chat : c->route == ROUTE_STREAM ? &streams : NULL;
}

static ssize_t conn_send(conn *c, const uint8_t *bytes, size_t length)
{
	return c->secure == NULL ? send(c->fd, bytes, length, MSG_NOSIGNAL)
							 : bench_secure_send(c->secure, bytes, length);
}

void conn_drop(conn *c)
{
	room *room = conn_room(c);

	if (c->dead) {
		return;
	}
	c->dead = true;
	if (room != NULL) {
		conn *last = room->members[--room->count];

		room->members[c->index] = last;
		last->index = c->index;
	}
	if (c->secure != NULL) {
		bench_secure_free(c->secure);
	}
	close(c->fd);
	c->next_dead = dead_list;
	dead_list = c;
}

void conn_reap(void)
{
	while (dead_list != NULL) {
		conn *c = dead_list;

		dead_list = c->next_dead;
		free(c->in);
		free(c->out);
		free(c);
	}
}

void conn_write(conn *c, const uint8_t *bytes, size_t length)
{
	ssize_t written = 0;

	if (c->dead || length == 0) {
		return;
	}
	if (c->out == NULL) {
		written = conn_send(c, bytes, length);
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

void conn_flush(conn *c)
{
	ssize_t written;

	if (c->out == NULL) {
		return;
	}
	written = conn_send(c, c->out->bytes, c->out->length);
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

void conn_finish(conn *c)
{
	c->closing = true;
	if (c->out == NULL) {
		conn_drop(c);
	}
}

void room_join(room *room, conn *c)
{
	if (room->count == room->capacity) {
		room->capacity = room->capacity == 0 ? 256 : room->capacity * 2;
		room->members = must(realloc(room->members, room->capacity * sizeof *room->members));
	}
	c->index = (uint32_t)room->count;
	room->members[room->count++] = c;
}

/* Going down keeps the walk right when a write fails and its member is dropped. */
void room_send(const room *room, const conn *from, const uint8_t *bytes, size_t length)
{
	size_t i;

	for (i = room->count; i > 0; i--) {
		if (room->members[i - 1] != from) {
			conn_write(room->members[i - 1], bytes, length);
		}
	}
}
