/* What modes share. */
#include "modes.h"

#include <event2/util.h>

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

uint32_t rtc_conn_first_beat_ms(uint32_t heartbeat_ms)
{
	uint16_t random;

	evutil_secure_rng_get_bytes(&random, sizeof(random));
	return heartbeat_ms - (uint32_t)((uint64_t)heartbeat_ms * random / 2 / 65536);
}
