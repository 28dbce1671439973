/* Answers to a request that does not become a WebSocket; the connection ends with them. */
#ifndef PHP_RTCOMM_RATCHET_ANSWER_H
#define PHP_RTCOMM_RATCHET_ANSWER_H

#include "../../engine/conn.h"

/* Answers with a whole HTTP response as a component wrote it. What the server says itself (the
 * body's length, the date, whether the connection stays) is left out; text that is no response is
 * ignored. */
void php_rtcomm_ratchet_answer(rtc_conn *conn, rtc_slice response);

/* Answers with a status and its reason phrase; nothing to do if the request is answered. */
void php_rtcomm_ratchet_refuse(rtc_conn *conn, int status);

#endif
