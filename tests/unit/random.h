/* Repeatable random numbers for tests that play at random against a model. */
#ifndef RTC_TESTS_RANDOM_H
#define RTC_TESTS_RANDOM_H

#include <stdint.h>

/* Never 0 (xorshift64*). */
static uint64_t random_state = UINT64_C(0x9E3779B97F4A7C15);

/* 0 to below - 1. */
static inline uint32_t random_below(uint32_t below)
{
	random_state ^= random_state >> 12;
	random_state ^= random_state << 25;
	random_state ^= random_state >> 27;
	return (uint32_t)((random_state * UINT64_C(0x2545F4914F6CDD1D)) >> 33) % below;
}

#endif
