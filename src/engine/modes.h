/* The modes of a connection, and how one leads to the next. */
#ifndef RTC_ENGINE_MODES_H
#define RTC_ENGINE_MODES_H

#include "../proto/handshake.h"

#include "conn.h"

/* Begins to read requests; the connection is new. */
rtc_status rtc_conn_http_begin(rtc_conn *conn) RTC_NODISCARD;

/* Answers what the server itself refuses: a one-line text, and the connection closes. Only in HTTP
 * mode. */
void rtc_conn_http_refuse(rtc_conn *conn, int status, const char *text);

/* The same with more fields: whole lines, each with its CRLF. */
void rtc_conn_http_refuse_with(rtc_conn *conn, int status, rtc_slice fields, const char *text);

/* True if the current request has its answer. */
bool rtc_conn_http_is_answered(const rtc_conn *conn);

/* The current request is answered: goes on to the next one, or to the end. */
void rtc_conn_http_finish(rtc_conn *conn);

/* Judges a WebSocket handshake, asks the accept handler, answers, and on success goes on in
 * WebSocket mode. conn->request and conn->route are those of the handshake. */
void rtc_conn_http_upgrade(rtc_conn *conn, const rtc_http_head *head, const uint8_t *data);

/* Goes on as a WebSocket; the 101 response is queued. */
rtc_status rtc_conn_ws_begin(rtc_conn *conn) RTC_NODISCARD;

/* The sends of a mode without a conversation: RTC_SEND_CLOSED. */
rtc_send_result rtc_conn_send_none(rtc_conn *conn, rtc_message *message);
rtc_send_result rtc_conn_send_small_none(rtc_conn *conn, rtc_slice payload, bool binary);

#endif
