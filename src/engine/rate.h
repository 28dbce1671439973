/* Token buckets: so many per second on average, and some at once. */
#ifndef RTC_ENGINE_RATE_H
#define RTC_ENGINE_RATE_H

#include "../proto/base.h"

/* What is allowed. */
typedef struct rtc_rate {
	double per_second; /* 0: any number */
	double burst;      /* at once, after a silence; at least 1 where per_second is not 0 */
} rtc_rate;

/* What is left of it for somebody; all zero is a full one. */
typedef struct rtc_bucket {
	double used;
	uint64_t at_ms;
} rtc_bucket;

static inline bool rtc_rate_is_set(const rtc_rate *rate)
{
	return rate->per_second > 0;
}

/* Takes `amount` at that time, also if that is more than there is. True if there was enough. */
bool rtc_bucket_take(rtc_bucket *bucket, const rtc_rate *rate, double amount, uint64_t now_ms);

/* Takes `amount` if there is enough, and nothing otherwise: whoever goes on asking too fast still
 * gets what the rate allows. True if there was enough. */
bool rtc_bucket_try(rtc_bucket *bucket, const rtc_rate *rate, double amount, uint64_t now_ms);

/* Milliseconds until there is `amount`; 0: there is now. With an amount of 0 until nothing is owed
 * any more. */
uint32_t rtc_bucket_wait_ms(
	const rtc_bucket *bucket, const rtc_rate *rate, double amount, uint64_t now_ms);

/* True if the bucket is as full as one of zeros. */
bool rtc_bucket_is_full(const rtc_bucket *bucket, const rtc_rate *rate, uint64_t now_ms);

#endif
