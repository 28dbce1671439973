#include "throttle.h"

#include "modes.h"
#include "server.h"

#include <stdio.h>
#include <stdlib.h>

/* Bytes that are read at once however small a burst is: a system call for each byte would cost
 * more than it spares. */
#define THROTTLE_MIN_READ 512

#define THROTTLE_FIELDS_MAX 64

static rtc_throttle *throttle_of(rtc_conn *conn)
{
	if (conn->throttle == NULL) {
		conn->throttle = calloc(1, sizeof(*conn->throttle));
		if (conn->throttle != NULL) {
			conn->throttle->conn = conn;
		}
	}
	return conn->throttle;
}

bool rtc_throttle_count(rtc_conn *conn, const rtc_rate *rate)
{
	rtc_throttle *throttle = throttle_of(conn);

	return throttle != NULL &&
		rtc_bucket_try(&throttle->messages, rate, 1.0, rtc_loop_now_ms(conn->server->loop));
}

bool rtc_throttle_post(rtc_conn *who, rtc_conn *conn)
{
	char fields[THROTTLE_FIELDS_MAX];
	uint32_t wait_ms = 0;
	int len;

	if (rtc_throttle_message(who)) {
		return true;
	}
	if (who->throttle != NULL) {
		wait_ms = rtc_bucket_wait_ms(&who->throttle->messages,
			&rtc_throttle_options(who)->message_rate, 1.0, rtc_loop_now_ms(who->server->loop));
	}
	len = snprintf(fields, sizeof(fields), "Retry-After: %u\r\n",
		(unsigned)(wait_ms / 1000 + (wait_ms % 1000 > 0 || wait_ms == 0)));
	rtc_conn_http_refuse_with(conn, 429, rtc_slice_of(fields, (size_t)len), "too many messages");
	return false;
}

size_t rtc_throttle_burst(const rtc_rate *rate)
{
	if (rate->burst >= RTC_LOOP_INPUT_BYTES) {
		return RTC_LOOP_INPUT_BYTES;
	}
	return rate->burst > THROTTLE_MIN_READ ? (size_t)rate->burst : THROTTLE_MIN_READ;
}

static void throttle_over(rtc_timer *timer)
{
	rtc_throttle *throttle = (rtc_throttle *)((char *)timer - offsetof(rtc_throttle, timer));
	rtc_conn *conn = throttle->conn;
	uint64_t passed = rtc_loop_now_ms(conn->server->loop) - throttle->since_ms;

	throttle->slowed_ms += (uint32_t)passed;
	rtc_conn_slow(conn, false);
}

void rtc_throttle_take(rtc_conn *conn, const rtc_rate *rate, size_t count)
{
	uint64_t now = rtc_loop_now_ms(conn->server->loop);
	rtc_throttle *throttle;
	uint32_t wait_ms;

	if ((throttle = throttle_of(conn)) == NULL ||
		rtc_bucket_take(&throttle->bytes, rate, (double)count, now) || conn->slowed) {
		return;
	}
	wait_ms = rtc_bucket_wait_ms(&throttle->bytes, rate, 0, now);
	throttle->since_ms = now;
	rtc_conn_slow(conn, true);
	rtc_timer_start(&conn->server->loop->wheel, &throttle->timer, wait_ms, throttle_over);
}

uint32_t rtc_throttle_slowed_ms(rtc_conn *conn)
{
	rtc_throttle *throttle = conn->throttle;
	uint32_t slowed;

	if (RTC_LIKELY(throttle == NULL)) {
		return 0;
	}
	slowed = throttle->slowed_ms;
	throttle->slowed_ms = 0;
	if (conn->slowed) {
		uint64_t now = rtc_loop_now_ms(conn->server->loop);

		slowed += (uint32_t)(now - throttle->since_ms);
		throttle->since_ms = now;
	}
	return slowed;
}

void rtc_throttle_free(rtc_conn *conn)
{
	if (conn->throttle != NULL) {
		rtc_timer_stop(&conn->throttle->timer);
		free(conn->throttle);
		conn->throttle = NULL;
		conn->slowed = false;
	}
}
