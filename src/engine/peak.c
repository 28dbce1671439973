#include "peak.h"

#include "clock.h"

/* Slots that came round since the newest hold what is more than a minute old. */
static void peak_turn(rtc_peak *peak, uint64_t slot)
{
	uint64_t passed = slot - peak->slot;

	if (passed > RTC_PEAK_SLOTS) {
		passed = RTC_PEAK_SLOTS;
	}
	for (uint64_t i = 0; i < passed; i++) {
		peak->max[(slot - i) % RTC_PEAK_SLOTS] = 0;
	}
	peak->slot = slot;
}

static void note(rtc_durations *durations, uint64_t took, uint64_t ended_us)
{
	uint64_t slot = ended_us / RTC_PEAK_SLOT_US;
	rtc_peak *peak = &durations->peak_us;

	durations->total_us += took;
	if (slot > peak->slot) {
		peak_turn(peak, slot);
	}
	if (took > peak->max[peak->slot % RTC_PEAK_SLOTS]) {
		peak->max[peak->slot % RTC_PEAK_SLOTS] = took;
	}
}

void rtc_durations_add(rtc_durations *durations, uint64_t began_us, uint64_t ended_us)
{
	durations->count++;
	note(durations, ended_us > began_us ? ended_us - began_us : 0, ended_us);
}

rtc_stretch rtc_stretch_begin(rtc_durations *durations)
{
	if (durations == NULL) {
		return (rtc_stretch){0};
	}
	return (rtc_stretch){durations, rtc_now_us(), durations->count, durations->total_us};
}

void rtc_stretch_end(const rtc_stretch *stretch)
{
	rtc_durations *durations = stretch->durations;
	uint64_t noted;
	uint64_t now;
	uint64_t took;

	if (durations == NULL || durations->count == stretch->count) {
		return;
	}
	noted = durations->total_us - stretch->total_us;
	now = rtc_now_us();
	took = now > stretch->began_us ? now - stretch->began_us : 0;
	note(durations, took > noted ? took - noted : 0, now);
}

uint64_t rtc_peak_at(const rtc_peak *peak, uint64_t now_us)
{
	rtc_peak copy = *peak;
	uint64_t slot = now_us / RTC_PEAK_SLOT_US;
	uint64_t largest = 0;

	if (slot > copy.slot) {
		peak_turn(&copy, slot);
	}
	for (size_t i = 0; i < RTC_PEAK_SLOTS; i++) {
		largest = copy.max[i] > largest ? copy.max[i] : largest;
	}
	return largest;
}
