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

/* A request on a conversation's route, in HTTP mode; each is answered, or becomes a carrier. GET:
 * begins a session, or goes on with one. POST: a message up; the body is complete. DELETE: leaves.
 */
void rtc_session_get(rtc_conn *conn);
void rtc_session_post(rtc_conn *conn);
void rtc_session_delete(rtc_conn *conn);

/* Bytes of messages that no carrier has taken yet. */
size_t rtc_session_buffered(const rtc_conn *session);

#endif
