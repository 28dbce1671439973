/* What a connection sends: the queue, its limit, and the writing. */
#include "conn.h"

#include "server.h"
#include "session.h"

/* Vectors offered to one write; more than that are written in a second one. */
#define CONN_VECTORS 64

/* Bytes per second that a peer must take on average once its connection is to end. */
#define CONN_SLOWEST 1024

/* From here on the bytes of a send are borrowed instead of copied: two cache lines of bookkeeping
 * are then cheaper than the copy. */
#define CONN_BORROW_BYTES 2048

void rtc_conn_touch(rtc_conn *conn)
{
	if (!conn->blocked) {
		rtc_conn_defer(conn);
	}
}

/* One write. False if the connection broke. */
static bool conn_write_some(rtc_conn *conn)
{
	rtc_server *server = conn->server;
	rtc_transport *transport = &conn->transport;
	struct iovec vectors[CONN_VECTORS];
	int used = rtc_queue_vectors(&conn->queue, vectors, CONN_VECTORS);
	size_t offered = 0;
	size_t count = 0;
	rtc_io io;
	int i;

	for (i = 0; i < used; i++) {
		offered += vectors[i].iov_len;
	}
	io = transport->ops->write(transport, vectors, used, &count);
	if (io == RTC_IO_ERROR) {
		return false;
	}
	/* A short write says that the kernel is full without asking it again. */
	conn->blocked =
		transport->unsent || io == RTC_IO_AGAIN || (count < offered && !transport->ops->keeps);
	server->stats.bytes_out += count;
	conn->written += count;
	rtc_queue_advance(&conn->queue, &server->loop->pool, count);
	return true;
}

/* Writes until everything is out, the kernel is full, or the connection broke. */
void rtc_conn_flush(rtc_conn *conn)
{
	bool reading_waits = conn->transport.wants_write;
	bool had_bytes;

	if (rtc_loop_is_forked(conn->server->loop)) {
		return; /* the client is the parent's */
	}
	if (conn->session) {
		rtc_session_flush(conn);
		return;
	}
	had_bytes = !rtc_conn_is_drained(conn);
	conn->blocked = false;
	while (!conn->blocked && !rtc_conn_is_drained(conn)) {
		if (!conn_write_some(conn)) {
			rtc_conn_set_close(conn, RTC_CLOSE_ABNORMAL, RTC_SLICE(""), true);
			rtc_conn_fail(conn);
			return;
		}
	}
	rtc_conn_want(conn);
	if (reading_waits && !conn->transport.wants_write) {
		rtc_conn_defer(conn);
	}
	if (had_bytes && !conn->blocked) {
		conn->mode->drained(conn);
	}
}

void rtc_conn_finish(rtc_conn *conn)
{
	conn->transport.ops->finish(&conn->transport);
	conn->blocked = conn->transport.unsent;
	rtc_conn_want(conn);
}

size_t rtc_conn_unsent(const rtc_conn *conn)
{
	return conn->queue.bytes + conn->transport.ops->in_flight(&conn->transport);
}

void rtc_conn_no_memory(rtc_conn *conn)
{
	if (rtc_conn_is_alive(conn)) {
		rtc_server_log(
			conn->server, RTC_LOG_ERROR, conn, 0, "no_memory", "no memory: the connection ends");
		rtc_conn_fail(conn);
	}
}

int64_t rtc_conn_taken(const rtc_conn *conn)
{
	return (int64_t)(conn->written - conn->transport.ops->in_flight(&conn->transport));
}

uint32_t rtc_conn_patience_second(const rtc_conn *conn)
{
	uint64_t now = rtc_loop_now_ms(conn->server->loop) / 1000;
	size_t unsent = 0;

	/* The kernel need not be asked where all that was ever written is less than a second's. */
	if (conn->queue.bytes + conn->written >= CONN_SLOWEST) {
		unsent = rtc_conn_unsent(conn);
	}
	return (uint32_t)(now + 1 + unsent / CONN_SLOWEST);
}

bool rtc_conn_patience_is_over(const rtc_conn *conn, uint32_t second)
{
	return rtc_loop_now_ms(conn->server->loop) / 1000 >= second;
}

rtc_status rtc_conn_write(rtc_conn *conn, rtc_slice head, rtc_slice body)
{
	if (rtc_queue_copy(&conn->queue, &conn->server->loop->pool, head, body) != RTC_OK) {
		rtc_conn_no_memory(conn);
		return RTC_FAILED;
	}
	rtc_conn_touch(conn);
	return RTC_OK;
}

/* Copies the slices to where the queue has room at hand. */
static bool conn_write_small(rtc_conn *conn, const rtc_slice *slices, size_t count)
{
	size_t len = 0;
	uint8_t *out;

	for (size_t i = 0; i < count; i++) {
		if (slices[i].len > RTC_QUEUE_BLOCK_BYTES - len) {
			return false;
		}
		len += slices[i].len;
	}
	out = rtc_queue_room(&conn->queue, &conn->server->loop->pool, len);
	for (size_t i = 0; out != NULL && i < count; i++) {
		if (slices[i].len > 0) {
			memcpy(out, slices[i].data, slices[i].len);
			out += slices[i].len;
		}
	}
	return out != NULL;
}

rtc_status rtc_conn_write_all(rtc_conn *conn, const rtc_slice *slices, size_t count)
{
	rtc_status status = RTC_OK;
	rtc_buf bytes;

	if (!conn_write_small(conn, slices, count)) {
		rtc_buf_init(&bytes);
		status = rtc_buf_append_all(&bytes, slices, count);
		if (status == RTC_OK) {
			status = rtc_queue_give(&conn->queue, &conn->server->loop->pool, &bytes, false);
		}
		rtc_buf_deinit(&bytes);
	}
	if (status == RTC_OK) {
		rtc_conn_touch(conn);
	}
	return status;
}

static bool conn_fits(const rtc_conn *conn, size_t len)
{
	return conn->queue.bytes == 0 ||
		conn->queue.bytes + len <= conn->route->options.send_buffer_bytes;
}

void rtc_conn_dropped(rtc_conn *conn, size_t queued)
{
	conn->server->stats.dropped++;
	rtc_server_log(conn->server, RTC_LOG_INFO, conn, 0, "dropped",
		"a message was dropped for a slow consumer: %zu bytes are queued", queued);
}

rtc_send_result rtc_conn_make_room(rtc_conn *conn, size_t len, rtc_overflow overflow)
{
	rtc_server *server = conn->server;

	if (!rtc_conn_is_open(conn)) {
		return RTC_SEND_CLOSED;
	}
	if (RTC_LIKELY(conn_fits(conn, len))) {
		return conn->blocked ? RTC_SEND_QUEUED : RTC_SEND_SENT;
	}
	if (!conn->blocked) {
		rtc_conn_flush(conn);
		if (!rtc_conn_is_open(conn)) {
			return RTC_SEND_CLOSED;
		}
	}
	switch (overflow) {
	case RTC_OVERFLOW_CLOSE:
		if (conn_fits(conn, len)) {
			break;
		}
		server->stats.overflow_closes++;
		rtc_server_log(server, RTC_LOG_INFO, conn, RTC_CLOSE_TRY_AGAIN_LATER, "slow_consumer",
			"slow consumer: %zu bytes are queued", conn->queue.bytes);
		rtc_queue_drop_unsent(&conn->queue, &server->loop->pool);
		rtc_conn_close(conn, RTC_CLOSE_TRY_AGAIN_LATER, RTC_SLICE("slow consumer"));
		return RTC_SEND_CLOSED;
	case RTC_OVERFLOW_DROP_OLDEST:
		while (
			!conn_fits(conn, len) && rtc_queue_drop_oldest(&conn->queue, &server->loop->pool) > 0) {
			rtc_conn_dropped(conn, conn->queue.bytes);
		}
		break;
	case RTC_OVERFLOW_DROP_NEWEST:
		break;
	}
	if (conn_fits(conn, len)) {
		return conn->blocked ? RTC_SEND_QUEUED : RTC_SEND_SENT;
	}
	rtc_conn_dropped(conn, conn->queue.bytes);
	return RTC_SEND_DROPPED;
}

rtc_send_result rtc_conn_send(rtc_conn *conn, rtc_message *message)
{
	return conn->mode->send(conn, message);
}

/* A script that sends to many sends each of them the same string. Takes the owner over. */
static rtc_send_result conn_send_small(
	rtc_conn *conn, rtc_slice payload, bool binary, void *owner, void (*release)(void *owner))
{
	rtc_loop *loop = conn->server->loop;
	rtc_sent *sent = &loop->sent;
	rtc_send_result result;
	rtc_message *message;

	if (sent->owner != owner || sent->payload.data != payload.data ||
		sent->payload.len != payload.len || sent->binary != binary) {
		rtc_loop_forget_sent(loop);
		*sent =
			(rtc_sent){.owner = owner, .release = release, .payload = payload, .binary = binary};
		return conn->mode->send_small(conn, payload, binary);
	}
	release(owner);
	if (sent->message == NULL) {
		sent->message = rtc_message_copy(payload, binary);
	}
	if (sent->message == NULL) {
		rtc_conn_no_memory(conn);
		return RTC_SEND_CLOSED;
	}
	message = rtc_message_ref(sent->message);
	result = conn->mode->send(conn, message);
	rtc_message_unref(message);
	return result;
}

rtc_send_result rtc_conn_send_bytes(
	rtc_conn *conn, rtc_slice payload, bool binary, void *owner, void (*release)(void *owner))
{
	rtc_message *message = NULL;
	rtc_send_result result;

	if (!rtc_conn_is_open(conn)) {
		result = RTC_SEND_CLOSED;
	} else if (payload.len < CONN_BORROW_BYTES && owner != NULL) {
		return conn_send_small(conn, payload, binary, owner, release);
	} else if (payload.len < CONN_BORROW_BYTES) {
		result = conn->mode->send_small(conn, payload, binary);
	} else {
		if (owner != NULL) {
			message = rtc_message_borrow(payload, binary, owner, release);
		} else {
			message = rtc_message_copy(payload, binary);
		}
		if (message == NULL) {
			rtc_conn_no_memory(conn);
			result = RTC_SEND_CLOSED;
		} else {
			result = conn->mode->send(conn, message);
			if (message->owner != NULL) {
				owner = NULL; /* the message releases it */
			}
			rtc_message_unref(message);
		}
	}
	if (owner != NULL) {
		release(owner);
	}
	return result;
}
