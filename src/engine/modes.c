/* What modes share. */
#include "modes.h"

#include "clock.h"

rtc_send_result rtc_conn_send_none(rtc_conn *conn, rtc_message *message)
{
	(void)conn;
	(void)message;
	return RTC_SEND_CLOSED;
}

rtc_send_result rtc_conn_send_small_none(rtc_conn *conn, rtc_slice payload, bool binary)
{
	(void)conn;
	(void)payload;
	(void)binary;
	return RTC_SEND_CLOSED;
}

void rtc_conn_deliver_none(rtc_conn *conn, rtc_publication *pub)
{
	(void)conn;
	(void)pub;
}

void rtc_conn_work_none(rtc_conn *conn)
{
	(void)conn;
}

/* The clock's microseconds, multiplied so that the next one leads elsewhere (Knuth 6.4): a system
 * call for each client would cost more than better luck is worth. */
uint32_t rtc_scatter(uint32_t below)
{
	uint64_t luck = rtc_now_us() * UINT64_C(0x9E3779B97F4A7C15) >> 32;

	return (uint32_t)(luck * below >> 32);
}

uint32_t rtc_conn_first_beat_ms(uint32_t heartbeat_ms)
{
	return heartbeat_ms - rtc_scatter(heartbeat_ms / 2);
}
