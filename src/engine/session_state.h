/* Sessions from within: what their files share. */
#ifndef RTC_ENGINE_SESSION_STATE_H
#define RTC_ENGINE_SESSION_STATE_H

#include "../proto/cursor.h"

#include "modes.h"
#include "outbox.h"
#include "session.h"

/* A message up that waits while the script has paused its session. */
typedef struct rtc_session_post_wait {
	struct rtc_session_post_wait *next;
	rtc_conn *conn;    /* whose current request it is */
	rtc_conn *session; /* a reference */
} rtc_session_post_wait;

/* State of the session's mode; an idle session has nothing else. */
typedef struct rtc_session_state {
	uint8_t token[RTC_TOKEN_BYTES]; /* key of the server's map */
	const rtc_route *home;          /* of the path that it was opened on, and is reached at */
	rtc_conn *carrier;            /* the request that carries it now: holds a reference; or NULL */
	rtc_session_post_wait *posts; /* in the order in which they came */
	rtc_outbox outbox;
	size_t unsent;   /* CLOSING: bytes that waited for the client when the timer was started */
	uint32_t until;  /* CLOSING: the second by which it must have taken them */
	bool streams;    /* the carrier is an event stream, not a poll */
	bool opening;    /* the request that opens it is to carry it, and to be told the token */
	bool close_told; /* the carrier was told of the close */
} rtc_session_state;

/* What a request says about the session that it belongs to. */
typedef struct rtc_session_ask {
	uint8_t token[RTC_TOKEN_BYTES];
	uint64_t number; /* has_cursor: after this message */
	uint32_t wait_ms;
	bool has_token;
	bool has_cursor;
	bool has_header; /* the cursor came as Last-Event-ID */
} rtc_session_ask;

/* A session for the client of that request, on conn->route, reached at `home`; OPEN, without a
 * carrier. NULL: the request was refused, or its connection has failed. */
rtc_conn *rtc_session_new(rtc_conn *conn, const rtc_route *home);

/* The state of a session that is alive; NULL of anything else. */
rtc_session_state *rtc_session_of(const rtc_conn *conn);

/* The open or closing session of a request on its route; NULL: there is none. */
rtc_conn *rtc_session_find(const rtc_conn *conn, const uint8_t token[RTC_TOKEN_BYTES]);

/* Hands out what waits to the carrier, if there is one; told at the end, that the session closes.
 */
void rtc_session_push(rtc_conn *session);

/* The connection is the carrier from now on; there is none before. */
void rtc_session_attach(rtc_conn *session, rtc_conn *conn, bool streams);

/* It is not any more: waits for the client to come again. */
void rtc_session_detach(rtc_conn *session, const rtc_conn *conn);

/* Lets the carrier go, if there is one: a poll is answered empty, a stream ends. */
void rtc_session_release_carrier(rtc_conn *session);

/* Nobody carries it: the client has some time to come again, if it can. */
void rtc_session_wait(rtc_conn *session);

/* The client was told that the session closes: it is over. */
void rtc_session_close_told(rtc_conn *session);

/* The second of the loop's clock. */
uint32_t rtc_session_second(const rtc_conn *session);

/* Appends the members "code" and "reason" of how it closes. */
rtc_status rtc_session_write_close(const rtc_conn *session, rtc_buf *out) RTC_NODISCARD;

/* ---- event streams -------------------------------------------------------------------------- */

/* Answers the request with an event stream and goes on with it. */
void rtc_session_stream(rtc_conn *session, rtc_conn *conn, const rtc_session_ask *ask);
void rtc_session_stream_push(rtc_conn *session, rtc_conn *carrier);

/* ---- polls ---------------------------------------------------------------------------------- */

/* Answers the request, at once or when there is something to say. */
void rtc_session_poll(rtc_conn *session, rtc_conn *conn, const rtc_session_ask *ask);
void rtc_session_poll_push(rtc_conn *session, rtc_conn *carrier);

/* Answers with no messages. */
void rtc_session_poll_release(rtc_conn *session, rtc_conn *carrier);

/* ---- messages up ---------------------------------------------------------------------------- */

/* Passes on what waited for the script, as long as it wants it. */
void rtc_session_run_posts(rtc_conn *session);

/* Answers 410 to what waits. */
void rtc_session_refuse_posts(rtc_conn *session);

#endif
