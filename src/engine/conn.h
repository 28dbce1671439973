/* One client. A connection reads from its transport, and its mode says what the bytes mean: HTTP
 * requests first, then WebSocket messages.
 *
 * References: one for the server's list while the connection is not over, one for each object of
 * the binding, one for each dispatch on the stack. With the last one it is freed at the end of the
 * turn, or at once when its server is gone.
 *
 * A session (session.h) is a connection without a socket: its transport does nothing and it has no
 * events, neither queue nor input; its mode gives messages to requests that come and go. All that
 * is said here of references, phases and handlers holds for it as well.
 *
 *   OPEN --close()--> CLOSING --both closed, or timeout--> FAILED --job--> OVER
 *     \--broken, terminate(), timeout----------------------^
 *
 * OPEN: the mode reads and sends. CLOSING: a close frame is queued or sent (or the last response
 * is), sends are refused, the peer's close is awaited. FAILED: nothing is read or
 * written any more; a job is queued. OVER: that job has closed the transport, left all channels and
 * the server's list, and called the close handler: exactly once for each open handler, and no
 * handler after it. (On a route with prompt_close it is called while CLOSING, when the close frame
 * is written; the peer may still take its time.) All this happens in that job only, so user code
 * that closes connections never runs inside itself; after each dispatch the state is read again. */
#ifndef RTC_ENGINE_CONN_H
#define RTC_ENGINE_CONN_H

#include "../proto/buf.h"
#include "../proto/ws.h"

#include "address.h"
#include "handlers.h"
#include "loop.h"
#include "publication.h"
#include "transport.h"

#include <event2/event_struct.h>

struct rtc_feed;
struct rtc_peer;
struct rtc_server;
struct rtc_subscriptions;
struct rtc_throttle;
struct rtc_tls;
typedef struct rtc_conn rtc_conn;

typedef enum rtc_conn_phase {
	RTC_CONN_OPEN,
	RTC_CONN_CLOSING,
	RTC_CONN_FAILED,
	RTC_CONN_OVER,
} rtc_conn_phase;

typedef enum rtc_send_result {
	RTC_SEND_SENT,    /* queued, and goes out at the end of this turn */
	RTC_SEND_QUEUED,  /* queued behind bytes that the kernel did not take */
	RTC_SEND_DROPPED, /* over the limit, and the policy is to drop */
	RTC_SEND_CLOSED,  /* closing or closed; or there was no memory, and now it is */
} rtc_send_result;

/* What a connection does in a mode. Each mode keeps its own state in conn->state. */
typedef struct rtc_conn_mode {
	const char *name;
	/* Bytes arrived. Whatever is not taken is shown again, with more behind it. */
	void (*input)(rtc_conn *conn, rtc_input *in);
	/* The peer has ended its side. */
	void (*end)(rtc_conn *conn);
	/* The connection's timer fired. */
	void (*timeout)(rtc_conn *conn);
	rtc_send_result (*send)(rtc_conn *conn, rtc_message *message);
	/* The same for a small payload, which is copied. */
	rtc_send_result (*send_small)(rtc_conn *conn, rtc_slice payload, bool binary);
	/* Begins an orderly close; the connection is OPEN. */
	void (*close)(rtc_conn *conn, uint16_t code, rtc_slice reason);
	/* Everything that was queued has been written. */
	void (*drained)(rtc_conn *conn);
	/* A publication in a channel that the connection subscribed to. Runs no user code, and takes
	 * nobody out of the channel. */
	void (*deliver)(rtc_conn *conn, rtc_publication *pub);
	/* The end of the turn in which rtc_conn_put_off() was called. */
	void (*work)(rtc_conn *conn);
	/* Frees conn->state. */
	void (*deinit)(rtc_conn *conn);
} rtc_conn_mode;

/* In the order of how often it is touched, which keeps a message within few cache lines; what only
 * a socket needs is at the end, since a session is allocated without it. */
struct rtc_conn {
	struct rtc_server *server; /* NULL once OVER, or the server is freed */
	const rtc_conn_mode *mode;
	void *state; /* the mode's */
	rtc_transport transport;
	const rtc_route *route; /* of the request */
	void *user;             /* the binding's object */
	rtc_job job;            /* flush, go on with pending input, tear down */
	uint32_t refs;
	uint8_t phase;          /* rtc_conn_phase */
	uint8_t delivery : 3;   /* rtc_delivery: how the conversation began */
	uint8_t interest : 3;   /* EV_READ | EV_WRITE that `event` is registered for */
	uint8_t counted_as : 2; /* rtc_peer_kind */
	bool opened : 1;        /* the open handler was called */
	bool close_clean : 1;
	bool close_by_peer : 1;
	bool paused : 1;      /* by the script */
	bool held : 1;        /* by the mode, until the queue has drained */
	bool slowed : 1;      /* by byteRate, while it is OPEN */
	bool input_left : 1;  /* the job goes on with `pending` */
	bool work_left : 1;   /* the job calls the mode's work() */
	bool blocked : 1;     /* nothing more can be written now */
	bool report : 1;      /* the job calls the close handler, while CLOSING */
	bool session : 1;     /* has no socket */
	bool carries : 1;     /* is the carrier of a session */
	bool stays : 1;       /* has more to ask for, though the server stops */
	bool is_packed : 1;   /* there is no `request` */
	bool rests : 1;       /* has had its share: what it said waits until others had theirs */
	uint16_t close_code;  /* 0 until it is known how the conversation ended */
	uint16_t subprotocol; /* selected: its place in the route's options, from 1; 0: none */
	rtc_address peer;
	struct rtc_feed *feed;                   /* what it reads of a feed; NULL: nothing */
	struct rtc_throttle *throttle;           /* NULL: no rate is set, or nothing was said yet */
	struct rtc_subscriptions *subscriptions; /* of the hub; NULL: none */
	union {
		rtc_request *request; /* of the conversation, or the one being answered; or NULL */
		uint8_t *packed;      /* the conversation's, once it is `is_packed`: rtc_conn_request() */
	};
	rtc_conn *next; /* in the server's list */
	rtc_conn *prev;
	rtc_timer timer;
	uint8_t *close_reason;    /* owned: its length, and the text; NULL: none */
	uint64_t id;              /* from 1, never used again */
	struct rtc_peer *counted; /* whom it counts to; NULL: nobody */
	rtc_queue queue;
	rtc_buf *pending; /* input that the mode has not taken; NULL: none */
	uint64_t written; /* bytes that the transport has taken */
	struct event event;
};

/* Takes over an accepted, non-blocking socket; one reference, for the server's list. Starts in HTTP
 * mode and held: rtc_conn_unhold() begins to read. `tls`: or NULL. NULL: no memory, and the
 * descriptor is closed.
 */
rtc_conn *rtc_conn_new(
	struct rtc_server *server, int fd, const rtc_address *peer, struct rtc_tls *tls);

/* A session's connection, without a mode yet; one reference, for the server's list. NULL: no
 * memory.
 */
rtc_conn *rtc_conn_new_session(struct rtc_server *server, const rtc_address *peer);

/* It will soon be sent to: with many receivers, each is likely to be out of the caches. */
static inline void rtc_conn_prefetch(const rtc_conn *conn)
{
	RTC_PREFETCH(conn);
	RTC_PREFETCH(&conn->job);
	RTC_PREFETCH(&conn->queue);
}

rtc_conn *rtc_conn_ref(rtc_conn *conn);
void rtc_conn_unref(rtc_conn *conn);

static inline bool rtc_conn_is_open(const rtc_conn *conn)
{
	return conn->phase == RTC_CONN_OPEN;
}

/* True until the connection has failed. */
static inline bool rtc_conn_is_alive(const rtc_conn *conn)
{
	return conn->phase <= RTC_CONN_CLOSING;
}

/* The client is known now, or is another one: conn->peer is it from here on. Called in HTTP mode,
 * behind trusted proxies only: when a PROXY header was read, with each request (a proxy's
 * connection carries those of different clients), and with the proxy's own address again between
 * requests. The connection is counted to its new client, and no longer to the old one; a trusted
 * proxy's own address counts for nobody. False: that client may not have another connection, which
 * was refused or has failed. */
bool rtc_conn_set_peer(rtc_conn *conn, const rtc_address *peer) RTC_NODISCARD;

/* ---- for the binding ------------------------------------------------------------------------ */

/* Sends a message in the form that the mode has for it. */
rtc_send_result rtc_conn_send(rtc_conn *conn, rtc_message *message);

/* The same for bytes that only this connection gets: copied, or borrowed from `owner` when they
 * are many. release(owner) is called at once, or when they were written; never if `owner` is NULL.
 */
rtc_send_result rtc_conn_send_bytes(
	rtc_conn *conn, rtc_slice payload, bool binary, void *owner, void (*release)(void *owner));

/* Queues a ping of at most 125 bytes; on an event stream a comment, for a poll nothing. */
rtc_send_result rtc_conn_ping(rtc_conn *conn, rtc_slice payload);

/* An orderly close after what is queued; no effect unless OPEN. */
void rtc_conn_close(rtc_conn *conn, uint16_t code, rtc_slice reason);

/* Ends the connection at once; the handler is told 1006. */
void rtc_conn_terminate(rtc_conn *conn);

void rtc_conn_pause(rtc_conn *conn);
void rtc_conn_resume(rtc_conn *conn);

/* Of a session: bytes of messages that no carrier has taken yet. */
size_t rtc_session_buffered(const rtc_conn *session);

/* Bytes queued and not yet taken by the kernel; of a session, by a carrier. */
static inline size_t rtc_conn_buffered(const rtc_conn *conn)
{
	return conn->session ? rtc_session_buffered(conn) : conn->queue.bytes;
}

/* In an accept handler: begins the conversation now, with the options that conn->route has now (the
 * handler may have exchanged it for another route of the server). The open handler is not called;
 * the close handler will be. False: the handshake was refused (426, or 503 by a server that stops),
 * or the connection failed. */
bool rtc_conn_upgrade(rtc_conn *conn) RTC_NODISCARD;

/* Answers the current request. `fields`: whole lines, each with its CRLF; Content-Length, Date and
 * Connection are added, and for a page that asked a conversation or a feed the CORS fields, unless
 * they are there. */
void rtc_conn_respond(rtc_conn *conn, int status, rtc_slice fields, rtc_slice body);

/* The same, and the connection ends with it. */
void rtc_conn_respond_last(rtc_conn *conn, int status, rtc_slice fields, rtc_slice body);

/* Why the conversation ended, as it was said. */
static inline rtc_slice rtc_conn_close_reason(const rtc_conn *conn)
{
	if (conn->close_reason == NULL) {
		return RTC_SLICE("");
	}
	return rtc_slice_of(conn->close_reason + 1, conn->close_reason[0]);
}

/* The subprotocol that was selected; empty: none, or the conversation is over. */
rtc_slice rtc_conn_subprotocol(const rtc_conn *conn);

/* The request that the conversation began with; borrowed. NULL: there is none, or no memory. */
rtc_request *rtc_conn_request(rtc_conn *conn);

/* ---- for modes, hub and server ----------------------------------------------------------------
 */

/* Frees the old mode's state and goes on with another one. */
void rtc_conn_set_mode(rtc_conn *conn, const rtc_conn_mode *mode, void *state);

/* Counts and logs a message that an overflow policy dropped while so many bytes waited. */
void rtc_conn_dropped(rtc_conn *conn, size_t queued);

/* Queues bytes as they are. FAILED: no memory, and the connection has failed. */
rtc_status rtc_conn_write(rtc_conn *conn, rtc_slice head, rtc_slice body) RTC_NODISCARD;

/* The same for several slices, one behind the other; or NOMEM, and nothing happened. */
rtc_status rtc_conn_write_all(rtc_conn *conn, const rtc_slice *slices, size_t count) RTC_NODISCARD;

/* What becomes of a message that does not fit, unless its channel says otherwise. */
static inline rtc_overflow rtc_conn_overflow(const rtc_conn *conn)
{
	return conn->route != NULL ? conn->route->options.overflow : RTC_OVERFLOW_CLOSE;
}

/* Makes room for `len` more bytes of a message within sendBufferLimit: by writing, and then by what
 * `overflow` says: rtc_conn_overflow(), or rtc_publication_overflow() for a publication. SENT or
 * QUEUED: the message may be queued, as droppable with RTC_OVERFLOW_DROP_OLDEST only. */
rtc_send_result rtc_conn_make_room(rtc_conn *conn, size_t len, rtc_overflow overflow);

/* The same; a message alone in the queue may be larger than the limit, or it could never be sent.
 */
static inline rtc_send_result rtc_conn_admit(rtc_conn *conn, size_t len, rtc_overflow overflow)
{
	if (RTC_LIKELY(conn->queue.bytes == 0 && !conn->blocked && rtc_conn_is_open(conn))) {
		return RTC_SEND_SENT;
	}
	return rtc_conn_make_room(conn, len, overflow);
}

/* Registers for what the connection waits for now: bytes to read, room to write. */
void rtc_conn_want(rtc_conn *conn);

/* Queues the connection's job: to write, to go on with pending input, or to tear down. */
void rtc_conn_defer(rtc_conn *conn);

/* Has the mode's work() called at the end of the turn. */
void rtc_conn_put_off(rtc_conn *conn);

/* Bytes that wait for the peer: in the queue, and before them in the kernel, which takes megabytes
 * at a time that a slow peer reads for many seconds. */
size_t rtc_conn_unsent(const rtc_conn *conn);

/* Bytes that the peer has taken, as far as is known. May become less for a while: unix sockets
 * count the overhead of what they hold. */
int64_t rtc_conn_taken(const rtc_conn *conn);

/* True if something waits for a peer that has taken so much: the kernel is asked once for both. */
static inline bool rtc_conn_owes(const rtc_conn *conn, int64_t taken)
{
	return (int64_t)(conn->written + conn->queue.bytes) > taken;
}

/* The second of the loop's clock by which even a slow peer must have taken what waits for it now: a
 * second for each KiB. Whoever reads a byte now and then would keep the connection for ever. */
uint32_t rtc_conn_patience_second(const rtc_conn *conn);

/* True if that second has come. */
bool rtc_conn_patience_is_over(const rtc_conn *conn, uint32_t second);

/* Has the queue flushed at the end of the turn. */
void rtc_conn_touch(rtc_conn *conn);

/* Writes now what the kernel takes. */
void rtc_conn_flush(rtc_conn *conn);

/* True if everything that was queued has reached the kernel. */
static inline bool rtc_conn_is_drained(const rtc_conn *conn)
{
	return conn->queue.bytes == 0 && !conn->transport.unsent;
}

/* Everything was written: ends our side of the transport. */
void rtc_conn_finish(rtc_conn *conn);

/* Says how the conversation ended, if that was not said before. */
void rtc_conn_set_close(rtc_conn *conn, uint16_t code, rtc_slice reason, bool by_peer);

/* The open handler has seen the request, which is kept in few bytes from now on. */
void rtc_conn_pack_request(rtc_conn *conn);

/* The conversation has begun: the close handler will be called. */
void rtc_conn_opened(rtc_conn *conn);

/* The conversation is over, though the connection is still CLOSING: the close handler is called at
 * the end of the turn. */
void rtc_conn_end_conversation(rtc_conn *conn);

/* The end: FAILED now, torn down at the end of the turn. */
void rtc_conn_fail(rtc_conn *conn);

/* The same for want of memory, which the log is told: whoever lacks something must notice. No
 * effect on a connection that has failed. */
void rtc_conn_no_memory(rtc_conn *conn);

/* Tears down at once without calling any handler; for a server that goes. */
void rtc_conn_abort(rtc_conn *conn);

/* (Re)starts the connection's one deadline. */
void rtc_conn_set_timeout(rtc_conn *conn, uint32_t delay_ms);
void rtc_conn_clear_timeout(rtc_conn *conn);

/* Stops and starts reading for the mode; drained() is a good place to start again. */
void rtc_conn_hold(rtc_conn *conn);
void rtc_conn_unhold(rtc_conn *conn);

/* True if nobody keeps the connection from reading: the script, the mode, byteRate. */
static inline bool rtc_conn_reads(const rtc_conn *conn)
{
	return !conn->paused && !conn->held && !(conn->slowed && rtc_conn_is_open(conn));
}

/* Stops and starts reading for byteRate. */
void rtc_conn_slow(rtc_conn *conn, bool slowed);

/* Bytes of input that the mode has not taken. */
static inline size_t rtc_conn_pending(const rtc_conn *conn)
{
	return conn->pending != NULL ? conn->pending->len : 0;
}

/* Lets go of them. */
void rtc_conn_forget_pending(rtc_conn *conn);

/* True if there is input that was read before, here or in the transport. */
bool rtc_conn_has_left(const rtc_conn *conn);

/* Goes on with such input, if the mode may. */
void rtc_conn_read_left(rtc_conn *conn);

/* Tells the log why the client could not be talked to, and ends the connection. */
void rtc_conn_fail_handshake(rtc_conn *conn, const char *reason);

/* Passes a handler's verdict on: STOP halts the loop. */
void rtc_conn_obey(rtc_conn *conn, rtc_verdict verdict);

#endif
