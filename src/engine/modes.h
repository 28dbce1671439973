/* The modes of a connection, and how one leads to the next. */
#ifndef RTC_ENGINE_MODES_H
#define RTC_ENGINE_MODES_H

#include "../proto/handshake.h"

#include "conn.h"

/* Begins to read requests; the connection is new. */
rtc_status rtc_conn_http_begin(rtc_conn *conn) RTC_NODISCARD;

/* Begins to read what a trusted proxy says in front of the client's bytes (proxyProtocol), and then
 * requests; the connection is new, on a bare socket. `tls`: what the client speaks behind that, or
 * NULL. */
rtc_status rtc_conn_proxy_begin(rtc_conn *conn, struct rtc_tls *tls) RTC_NODISCARD;

/* True until that was read. */
bool rtc_conn_proxy_is_mode(const rtc_conn *conn);

/* Answers what the server itself refuses: a one-line text, with the CORS fields for a page that
 * asked a conversation or a feed, and the connection closes. Only in HTTP mode. */
void rtc_conn_http_refuse(rtc_conn *conn, int status, const char *text);

/* The same with more fields: whole lines, each with its CRLF. */
void rtc_conn_http_refuse_with(rtc_conn *conn, int status, rtc_slice fields, const char *text);

/* rtc_conn_http_refuse() for a reason of its own (rtc_server_refused()). */
void rtc_conn_http_refuse_for(rtc_conn *conn, int status, const char *reason, const char *text);

/* True if the current request has its answer. */
bool rtc_conn_http_is_answered(const rtc_conn *conn);

/* The current request is answered: goes on to the next one, or to the end. */
void rtc_conn_http_finish(rtc_conn *conn);

/* Judges a WebSocket handshake, asks the accept handler, answers, and on success goes on in
 * WebSocket mode. conn->request and conn->route are those of the handshake. */
void rtc_conn_http_upgrade(rtc_conn *conn, const rtc_http_head *head, const uint8_t *data);

/* Asks the accept handler. True if the conversation shall begin; otherwise the request was
 * answered, or the handler has begun it. */
bool rtc_conn_http_is_accepted(rtc_conn *conn) RTC_NODISCARD;

/* Answers a handshake that was judged good, with one of these subprotocols, and goes on in
 * WebSocket mode; no conversation is counted. FAILED: it was refused, or the connection failed. */
rtc_status rtc_conn_http_switch(rtc_conn *conn, const rtc_strings *spoken) RTC_NODISCARD;

/* ---- a request that is answered later ------------------------------------------------------- */

/* Who answers it. Called in HTTP mode; answers with rtc_conn_respond(), after which the connection
 * goes on to the next request. */
typedef struct rtc_http_waiter {
	/* As in rtc_conn_mode; NULL if nothing is ever delivered. */
	void (*deliver)(rtc_conn *conn, rtc_publication *pub);
	/* The end of the turn in which rtc_conn_put_off() was called. */
	void (*work)(rtc_conn *conn);
	/* The time is over, the client has ended its side, or the server stops: answer now. */
	void (*hurry)(rtc_conn *conn);
	/* It was answered, or the connection ends: lets go of `state`. Called once. */
	void (*leave)(rtc_conn *conn, void *state);
} rtc_http_waiter;

/* The current request waits for an answer for up to timeout_ms. What the client sends behind it is
 * kept, within maxHeaderSize. */
void rtc_conn_http_wait(
	rtc_conn *conn, const rtc_http_waiter *waiter, void *state, uint32_t timeout_ms);

/* The state of whoever answers; the request waits. */
void *rtc_conn_http_wait_state(const rtc_conn *conn);

/* ---- event streams -------------------------------------------------------------------------- */

/* Who writes the events of a stream. */
typedef struct rtc_stream_source {
	/* As in rtc_conn_mode; NULL if nothing is ever delivered. */
	void (*deliver)(rtc_conn *conn, rtc_publication *pub);
	/* Everything queued has been written, or rtc_conn_put_off() was called in this turn: write
	 * more, if something waits. May be NULL. */
	void (*pump)(rtc_conn *conn);
	/* The heart beats; a comment follows if nothing is queued then. May be NULL. */
	void (*beat)(rtc_conn *conn);
	/* As in rtc_conn_mode; NULL: ends the stream. */
	void (*close)(rtc_conn *conn, uint16_t code, rtc_slice reason);
	/* The stream was ended, and all of it has been written. May be NULL. */
	void (*finished)(rtc_conn *conn);
	/* The connection ends: lets go of `state`. Called once. */
	void (*leave)(rtc_conn *conn, void *state);
} rtc_stream_source;

/* Answers the current request with an event stream (WHATWG HTML 9.2), which then belongs to the
 * source; conn->request is let go, conn->route stays. Comments keep it alive every `heartbeat`, and
 * a peer that takes nothing for `pongTimeout` is given up. FAILED: the connection has failed, and
 * leave() was called. */
rtc_status rtc_conn_stream_begin(
	rtc_conn *conn, const rtc_stream_source *source, void *state) RTC_NODISCARD;

/* What a stream says is queued by these two alone, which compress it where that was agreed on: each
 * call is a piece, and reaches the client's page when it has arrived. */

/* Queues what was built, and frees it. FAILED: there was no memory, then or now, and the connection
 * has failed. */
rtc_status rtc_conn_stream_write(rtc_conn *conn, rtc_buf *text, rtc_status built) RTC_NODISCARD;

/* Queues the bytes of a raw message from `skip` on (rtc_compression_piece()), behind a text of this
 * connection's own. Both are dropped together, if they may be. FAILED: as above. */
rtc_status rtc_conn_stream_message(rtc_conn *conn, rtc_slice front, rtc_message *message,
	size_t skip, bool droppable) RTC_NODISCARD;

/* About the bytes that this would queue, with so many in front. FAILED: as above. */
rtc_status rtc_conn_stream_measure(
	rtc_conn *conn, size_t front, rtc_message *message, size_t skip, size_t *bytes) RTC_NODISCARD;

/* The state of the stream's source. */
void *rtc_conn_stream_state(const rtc_conn *conn);

/* When to come back, as a stream's `retry` says it: milliseconds, random, so that the clients of a
 * server that restarts do not come together. */
unsigned rtc_conn_stream_retry_ms(void);

/* Ends the stream after what is queued. One that is compressed comes to a proper end, unless
 * something was dropped from the queue. */
void rtc_conn_stream_end(rtc_conn *conn);

/* ---- answers to pages of other origins ------------------------------------------------------ */

/* Appends the fields that let the page of an allowed Origin read the answer (Fetch, 3.2); nothing
 * for a request that names none. */
rtc_status rtc_conn_http_cors(const rtc_conn *conn, rtc_buf *fields) RTC_NODISCARD;

/* True if the event stream or the poll's answer that the current request asks for may be
 * compressed: its route has `deflate` on, and its client takes gzip. */
bool rtc_conn_http_takes_gzip(const rtc_conn *conn);

/* The fields of such an answer besides its type: CORS, Vary, and Content-Encoding if `gzip`. */
rtc_status rtc_conn_http_carrier_fields(
	const rtc_conn *conn, bool gzip, rtc_buf *fields) RTC_NODISCARD;

/* rtc_conn_respond() with the content type, `Cache-Control: no-store` and the CORS fields. */
void rtc_conn_http_reply(rtc_conn *conn, int status, const char *content_type, rtc_slice body);

/* The same for 200 to a poll, or to HEAD: with rtc_conn_http_carrier_fields(). */
void rtc_conn_http_reply_carrier(
	rtc_conn *conn, const char *content_type, bool gzip, rtc_slice body);

/* Goes on as a WebSocket; the 101 response is queued. `deflate`: what that agreed on, or NULL. */
rtc_status rtc_conn_ws_begin(rtc_conn *conn, const rtc_deflate_params *deflate) RTC_NODISCARD;

/* The form that a message which many get has for this WebSocket, compressed or not. Borrowed. To be
 * queued in this turn. */
rtc_message *rtc_conn_ws_form(rtc_conn *conn, rtc_message *message);

/* A number from 0 to below `below` that is likely to be another one for each client, for what must
 * not happen to all of them at once. It can be guessed. */
uint32_t rtc_scatter(uint32_t below);

/* When the heart beats first: somewhere in the second half of the heartbeat, so that clients who
 * came together do not hear it together. */
uint32_t rtc_conn_first_beat_ms(uint32_t heartbeat_ms);

/* For modes without a conversation: the sends say RTC_SEND_CLOSED, the others do nothing. */
rtc_send_result rtc_conn_send_none(rtc_conn *conn, rtc_message *message);
rtc_send_result rtc_conn_send_small_none(rtc_conn *conn, rtc_slice payload, bool binary);
void rtc_conn_deliver_none(rtc_conn *conn, rtc_publication *pub);
void rtc_conn_work_none(rtc_conn *conn);

#endif
