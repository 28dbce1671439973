/* A server and its clients, as the targets of the engine have them. The input is a script: what
 * clients do is read from its front, what handlers and sockets do from its end. Everything happens
 * in this thread, over socket pairs; time passes when the script says so. */
#ifndef RTC_TESTS_FUZZ_SERVER_H
#define RTC_TESTS_FUZZ_SERVER_H

#include "../../src/engine/server.h"
#include "fuzz.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#define FUZZ_CLIENTS_MAX 24
#define FUZZ_TURNS 200
#define FUZZ_HOUR_MS 3600000

/* Both sides of one connection; or a session, which has one only. */
typedef struct fuzz_client {
	int fd;         /* the client's end; -1: closed, or a session */
	rtc_conn *conn; /* a reference, as an object of the binding would hold it; NULL: let go */
	bool opened;    /* what the handlers heard of it */
	bool closed;
	bool released;
	bool alone; /* the server went before it was through with the connection */
} fuzz_client;

/* What becomes of a write. */
typedef enum fuzz_outcome {
	FUZZ_WHOLE,
	FUZZ_LATER,
	FUZZ_HALF, /* of the first piece */
	FUZZ_LATER_OR_NEVER,
} fuzz_outcome;

static struct {
	const uint8_t *at;
	const uint8_t *end;
} fuzz_script;

static rtc_loop *fuzz_loop;
static rtc_server *fuzz_server; /* NULL: freed */
static fuzz_client fuzz_clients[FUZZ_CLIENTS_MAX];
static size_t fuzz_client_count;
static uint8_t fuzz_outcomes[8]; /* of writes, by a byte of the script */
static bool fuzz_slow_reads;     /* bytes come in few at once, or not yet, or never */
static uint64_t fuzz_passed_ms;  /* how far the clock is ahead, when time passes */
static rtc_transport_ops fuzz_ops;
static const rtc_transport_ops *fuzz_real_ops;

static inline uint8_t fuzz_take(void)
{
	return fuzz_script.at < fuzz_script.end ? *fuzz_script.at++ : 0;
}

static inline uint8_t fuzz_take_last(void)
{
	return fuzz_script.at < fuzz_script.end ? *--fuzz_script.end : 0;
}

static inline size_t fuzz_take_bytes(uint8_t *bytes, size_t most)
{
	size_t len = 0;

	while (len < most && fuzz_script.at < fuzz_script.end) {
		bytes[len++] = fuzz_take();
	}
	return len;
}

/* ---- sockets that are full, slow or broken -------------------------------------------------- */

static inline rtc_io fuzz_write(
	rtc_transport *transport, const struct iovec *vectors, int vector_count, size_t *count)
{
	struct iovec first = vectors[0];

	switch (fuzz_outcomes[fuzz_take_last() & 7]) {
	case FUZZ_LATER:
		return RTC_IO_AGAIN;
	case FUZZ_HALF:
		first.iov_len = 1 + first.iov_len / 2;
		if (first.iov_len > vectors[0].iov_len) {
			first.iov_len = vectors[0].iov_len;
		}
		return fuzz_real_ops->write(transport, &first, 1, count);
	case FUZZ_LATER_OR_NEVER:
		return fuzz_take_last() & 1 ? RTC_IO_ERROR : RTC_IO_AGAIN;
	default:
		return fuzz_real_ops->write(transport, vectors, vector_count, count);
	}
}

static inline rtc_io fuzz_read(rtc_transport *transport, void *data, size_t len, size_t *count)
{
	uint8_t what = fuzz_slow_reads ? fuzz_take_last() : 0;
	size_t few = 1u + (what >> 3);

	switch (what & 7) {
	case 1:
		return RTC_IO_AGAIN;
	case 2:
		return fuzz_real_ops->read(transport, data, len < few ? len : few, count);
	case 3:
		return what >> 3 == 31 ? RTC_IO_ERROR : RTC_IO_AGAIN;
	default:
		return fuzz_real_ops->read(transport, data, len, count);
	}
}

/* ---- clients -------------------------------------------------------------------------------- */

/* A client connects; NULL if there are `most`, or the server takes nobody. */
static inline fuzz_client *fuzz_come(size_t most)
{
	static const rtc_address nobody;
	fuzz_client *self = &fuzz_clients[fuzz_client_count];
	int room = 4096;
	int ends[2];

	if (fuzz_client_count == most || fuzz_server == NULL ||
		fuzz_server->state != RTC_SERVER_RUNNING) {
		return NULL;
	}
	if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0) {
		abort();
	}
	for (int i = 0; i < 2; i++) {
		fcntl(ends[i], F_SETFL, O_NONBLOCK);
	}
	setsockopt(ends[0], SOL_SOCKET, SO_SNDBUF, &room, sizeof(room));
	rtc_server_adopt(fuzz_server, ends[0], &nobody, NULL);
	fuzz_client_count++;
	*self = (fuzz_client){.fd = ends[1], .conn = rtc_conn_ref(fuzz_server->conns)};
	fuzz_real_ops = self->conn->transport.ops;
	fuzz_ops = *fuzz_real_ops;
	fuzz_ops.read = fuzz_read;
	fuzz_ops.write = fuzz_write;
	self->conn->transport.ops = &fuzz_ops;
	return self;
}

/* True if all of it went out. */
static inline bool fuzz_put(const fuzz_client *from, const void *data, size_t len)
{
	return from->fd >= 0 && len > 0 &&
		send(from->fd, data, len, MSG_NOSIGNAL | MSG_DONTWAIT) == (ssize_t)len;
}

/* A frame that is well-formed but for what the input says of its first byte; the key is zero. */
static inline void fuzz_put_frame(const fuzz_client *from)
{
	uint8_t frame[6 + 125] = {fuzz_take(), 0};
	size_t len = fuzz_take_bytes(frame + 6, fuzz_take() % 126);

	frame[1] = (uint8_t)(0x80 | len);
	fuzz_put(from, frame, 6 + len);
}

static inline void fuzz_read_all(const fuzz_client *self)
{
	uint8_t bytes[4096];

	while (self->fd >= 0 && recv(self->fd, bytes, sizeof(bytes), 0) > 0) {
	}
}

static inline void fuzz_hang_up(fuzz_client *self)
{
	if (self->fd >= 0) {
		close(self->fd);
		self->fd = -1;
	}
}

/* The deadline of a connection comes, if it has one. */
static inline void fuzz_pass_time(rtc_conn *conn)
{
	if (conn != NULL && conn->server != NULL && rtc_timer_runs(&conn->timer)) {
		uint64_t now = fuzz_loop->wheel.now_ms;

		fuzz_loop->halted = false;
		rtc_timer_stop(&conn->timer);
		fuzz_passed_ms += 2 * FUZZ_HOUR_MS;
		fuzz_loop->wheel.now_ms += fuzz_passed_ms;
		conn->timer.fire(&conn->timer);
		fuzz_loop->wheel.now_ms = now;
	}
}

static inline void fuzz_let_go(fuzz_client *self)
{
	if (self->conn != NULL && self->conn->phase == RTC_CONN_OVER) {
		rtc_conn_unref(self->conn);
		self->conn = NULL;
	}
}

/* The client whose conversation it is. */
static inline fuzz_client *fuzz_client_of(const rtc_conn *conn)
{
	for (size_t i = 0; i < fuzz_client_count; i++) {
		if (conn->user == &fuzz_clients[i]) {
			return &fuzz_clients[i];
		}
	}
	abort();
}

/* ---- from the beginning to the end ---------------------------------------------------------- */

static inline void fuzz_on_log(
	void *user, rtc_log_level level, const char *message, const rtc_log_context *context)
{
	(void)user;
	(void)level;
	(void)context;
	FUZZ_ASSERT(message[0] != '\0');
}

/* Now and then there is no memory. */
static inline uint8_t *fuzz_room(void *user, size_t len)
{
	(void)user;
	return len % 3 == 0 ? NULL : malloc(len);
}

static inline void fuzz_drop(uint8_t *room)
{
	free(room);
}

static inline void fuzz_turn(void)
{
	if (rtc_loop_turn(fuzz_loop, 0) != RTC_OK) {
		abort();
	}
}

/* Takes the script, and makes a server whose deadlines are hours away. */
static inline void fuzz_begin(
	const uint8_t *data, size_t size, rtc_server_options *options, const rtc_handlers *handlers)
{
	if (fuzz_loop == NULL && (fuzz_loop = rtc_loop_new()) == NULL) {
		abort();
	}
	fuzz_script.at = data;
	fuzz_script.end = data + size;
	fuzz_passed_ms = 0;
	for (size_t i = 0; i < FUZZ_CLIENTS_MAX; i++) {
		fuzz_clients[i] = (fuzz_client){.fd = -1};
	}
	options->handshake_timeout_ms = FUZZ_HOUR_MS;
	options->close_timeout_ms = FUZZ_HOUR_MS;
	options->max_body_bytes = 64;
	fuzz_server = rtc_server_new(fuzz_loop, options, handlers, NULL);
	if (fuzz_server == NULL) {
		abort();
	}
}

static inline void fuzz_free_server(void)
{
	rtc_server *gone = fuzz_server;

	fuzz_server = NULL;
	for (size_t i = 0; i < fuzz_client_count; i++) {
		fuzz_clients[i].alone = !fuzz_clients[i].released;
	}
	rtc_server_free(gone);
}

/* All clients leave, and all deadlines come: then nobody is left. `turn` is fuzz_turn() or more. */
static inline void fuzz_leave(void (*turn)(void))
{
	for (size_t i = 0; i < fuzz_client_count; i++) {
		fuzz_hang_up(&fuzz_clients[i]);
	}
	for (int i = 0; i < FUZZ_TURNS && fuzz_server != NULL && fuzz_server->conns != NULL; i++) {
		turn();
		for (size_t k = 0; k < fuzz_client_count && i > FUZZ_TURNS / 2; k++) {
			if (fuzz_clients[k].conn != NULL) {
				rtc_conn_resume(fuzz_clients[k].conn);
			}
			fuzz_pass_time(fuzz_clients[k].conn);
		}
	}
	FUZZ_ASSERT(fuzz_server == NULL ||
		(fuzz_server->conns == NULL && fuzz_server->conn_count == 0 &&
			fuzz_server->open_count == 0));
}

/* Each conversation that opened was closed once, and let go. */
static inline void fuzz_check_conversations(void)
{
	for (size_t i = 0; i < fuzz_client_count; i++) {
		const fuzz_client *self = &fuzz_clients[i];

		FUZZ_ASSERT(self->closed == self->opened || self->alone);
		FUZZ_ASSERT(self->released == self->closed || self->alone);
	}
}

/* Ends it all; `channels` are let go before the loop is looked at. */
static inline void fuzz_end(rtc_channel *const *channels, size_t channel_count)
{
	for (size_t i = 0; i < fuzz_client_count; i++) {
		if (fuzz_clients[i].conn != NULL) {
			rtc_conn_unref(fuzz_clients[i].conn);
		}
		fuzz_hang_up(&fuzz_clients[i]);
	}
	fuzz_client_count = 0;
	if (fuzz_server != NULL) {
		fuzz_free_server();
	}
	for (size_t i = 0; i < channel_count; i++) {
		rtc_channel_release(channels[i]);
	}
	FUZZ_ASSERT(fuzz_loop->jobs == NULL && fuzz_loop->refs == 1);
	rtc_pool_deinit(&fuzz_loop->pool);
}

#endif
