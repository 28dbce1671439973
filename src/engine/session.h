/* Conversations over event streams and long polls (wire.md, "Conversations").
 *
 * A session is an rtc_conn without a socket, in a mode of its own: the binding and the hub see a
 * connection like any other. Messages down are numbered from 1 and kept until the client has
 * acknowledged them, or the retention's limits are passed; requests come and go as its carriers,
 * at most one at a time, the newest of which takes over. Without a carrier it waits for
 * sessionLinger, then it is closed. */
#ifndef RTC_ENGINE_SESSION_H
#define RTC_ENGINE_SESSION_H

#include "conn.h"

/* A request on a conversation's route, in HTTP mode; each is answered, or becomes a carrier, of the
 * kind that conn->delivery says. GET: begins a session, or goes on with one. POST: a message up;
 * the body is complete. DELETE: leaves.
 */
void rtc_session_get(rtc_conn *conn);
void rtc_session_post(rtc_conn *conn);
void rtc_session_delete(rtc_conn *conn);

/* The server stops, and new requests are refused: a session without a carrier is over. */
void rtc_session_stop(rtc_conn *session);

/* rtc_conn_ping() and rtc_conn_flush() of a session. */
rtc_send_result rtc_session_ping(rtc_conn *session, rtc_slice payload);
void rtc_session_flush(rtc_conn *session);

#endif
