/* The time. */
#ifndef RTC_ENGINE_CLOCK_H
#define RTC_ENGINE_CLOCK_H

#include <stdint.h>
#include <time.h>

/* Microseconds by a clock that never goes back (CLOCK_MONOTONIC). */
static inline uint64_t rtc_now_us(void)
{
	struct timespec now = {0};

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (uint64_t)now.tv_sec * 1000000 + (uint64_t)now.tv_nsec / 1000;
}

#endif
