/* The WebSocket mode from within: what its files share. */
#ifndef RTC_ENGINE_CONN_WS_H
#define RTC_ENGINE_CONN_WS_H

#include "compression.h"
#include "modes.h"

/* State of the WebSocket mode. Small: an idle connection has little more than this. */
typedef struct rtc_ws_state {
	rtc_ws_reader *reader; /* NULL between messages, when it would hold nothing */
	rtc_context *context;  /* what was agreed on for compressing; NULL: nothing */
	int64_t taken;         /* bytes that the peer had taken when the timer was started */
	uint32_t until_s;      /* closing: by then it must have taken everything */
	uint8_t wait;          /* what the connection's timer waits for */
	bool owed;             /* bytes waited for it when the timer was started */
	bool heard;            /* something arrived since the last ping */
	bool peer_closed;      /* a close frame came */
	bool failed;           /* the peer broke the protocol: what it says no longer counts */
	bool finished;         /* our side of the transport is closed */
} rtc_ws_state;

/* Sends as in rtc_conn_mode. */
rtc_send_result rtc_conn_ws_send(rtc_conn *conn, rtc_message *message);
rtc_send_result rtc_conn_ws_send_small(rtc_conn *conn, rtc_slice payload, bool binary);
void rtc_conn_ws_deliver(rtc_conn *conn, rtc_publication *pub);

#endif
