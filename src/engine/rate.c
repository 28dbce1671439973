#include "rate.h"

/* What is still used of the bucket at that time. A clock that went back refills nothing. */
static double bucket_used(const rtc_bucket *bucket, const rtc_rate *rate, uint64_t now_ms)
{
	uint64_t passed = now_ms > bucket->at_ms ? now_ms - bucket->at_ms : 0;
	double used = bucket->used - (double)passed * rate->per_second / 1000.0;

	return used > 0 ? used : 0;
}

bool rtc_bucket_take(rtc_bucket *bucket, const rtc_rate *rate, double amount, uint64_t now_ms)
{
	if (!rtc_rate_is_set(rate)) {
		return true;
	}
	bucket->used = bucket_used(bucket, rate, now_ms) + amount;
	bucket->at_ms = now_ms;
	return bucket->used <= rate->burst;
}

bool rtc_bucket_try(rtc_bucket *bucket, const rtc_rate *rate, double amount, uint64_t now_ms)
{
	if (rtc_rate_is_set(rate) && bucket_used(bucket, rate, now_ms) + amount > rate->burst) {
		return false;
	}
	return rtc_bucket_take(bucket, rate, amount, now_ms);
}

uint32_t rtc_bucket_wait_ms(
	const rtc_bucket *bucket, const rtc_rate *rate, double amount, uint64_t now_ms)
{
	double over;

	if (!rtc_rate_is_set(rate)) {
		return 0;
	}
	over = (bucket_used(bucket, rate, now_ms) + amount - rate->burst) * 1000.0 / rate->per_second;
	if (over <= 0) {
		return 0;
	}
	return over < (double)UINT32_MAX - 1 ? (uint32_t)over + 1 : UINT32_MAX;
}

bool rtc_bucket_is_full(const rtc_bucket *bucket, const rtc_rate *rate, uint64_t now_ms)
{
	return bucket_used(bucket, rate, now_ms) <= 0;
}
