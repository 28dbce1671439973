/* How long things take: a total, the longest of the last minute, and a histogram. */
#ifndef RTC_ENGINE_PEAK_H
#define RTC_ENGINE_PEAK_H

#include "../proto/base.h"

#define RTC_PEAK_SLOTS 6
#define RTC_PEAK_SLOT_US 10000000

/* The largest value of the last minute, or up to ten seconds less. All zero is an empty one. */
typedef struct rtc_peak {
	uint64_t slot;                /* the time of the newest, in slots */
	uint64_t max[RTC_PEAK_SLOTS]; /* of each ten seconds, in the order in which they come round */
} rtc_peak;

/* Durations since the start; all zero is none. */
typedef struct rtc_durations {
	uint64_t count;
	uint64_t total_us;
	rtc_peak peak_us;
} rtc_durations;

/* Notes something that took from `began_us` to `ended_us`. */
void rtc_durations_add(rtc_durations *durations, uint64_t began_us, uint64_t ended_us);

/* A stretch in which things are counted that are timed together: reading the clock for each of them
 * can take longer than they do. */
typedef struct rtc_stretch {
	rtc_durations *durations;
	uint64_t began_us;
	uint64_t count;    /* before it */
	uint64_t total_us; /* likewise */
} rtc_stretch;

/* Whatever raises durations->count from here on happens in the stretch; durations may be NULL. */
rtc_stretch rtc_stretch_begin(rtc_durations *durations);

/* Notes how long it was, without stretches that lay in it, unless nothing was counted. */
void rtc_stretch_end(const rtc_stretch *stretch);

/* The longest of the last minute before that time. */
uint64_t rtc_peak_at(const rtc_peak *peak, uint64_t now_us);

#endif
