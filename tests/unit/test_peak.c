/* link: src/engine/peak.c */
#include "check.h"

#include "../../src/engine/peak.h"

#define SECOND UINT64_C(1000000)

static void test_totals(void)
{
	rtc_durations durations = {0};

	check_case("durations are counted and added up; a clock that went back adds nothing");
	rtc_durations_add(&durations, 100 * SECOND, 100 * SECOND + 5);
	rtc_durations_add(&durations, 101 * SECOND, 101 * SECOND + 7);
	rtc_durations_add(&durations, 101 * SECOND, 100 * SECOND);
	CHECK(durations.count == 3);
	CHECK(durations.total_us == 12);
}

static void test_longest(void)
{
	rtc_durations durations = {0};
	uint64_t at;

	check_case("the longest is known for a minute, or up to ten seconds less");
	CHECK(rtc_peak_at(&durations.peak_us, 1000 * SECOND) == 0);
	rtc_durations_add(&durations, 1000 * SECOND - 900, 1000 * SECOND);
	rtc_durations_add(&durations, 1009 * SECOND - 100, 1009 * SECOND);
	for (at = 1009; at < 1060; at++) {
		CHECK(rtc_peak_at(&durations.peak_us, at * SECOND) == 900);
	}
	CHECK(rtc_peak_at(&durations.peak_us, 1060 * SECOND) == 0);

	check_case("looking changes nothing");
	CHECK(rtc_peak_at(&durations.peak_us, 1010 * SECOND) == 900);

	check_case("shorter ones take over where the longest is forgotten");
	rtc_durations_add(&durations, 1030 * SECOND - 50, 1030 * SECOND);
	CHECK(rtc_peak_at(&durations.peak_us, 1030 * SECOND) == 900);
	rtc_durations_add(&durations, 1065 * SECOND - 20, 1065 * SECOND);
	CHECK(rtc_peak_at(&durations.peak_us, 1065 * SECOND) == 50);
	rtc_durations_add(&durations, 9000 * SECOND - 10, 9000 * SECOND);
	CHECK(rtc_peak_at(&durations.peak_us, 9000 * SECOND) == 10);
}

int main(void)
{
	test_totals();
	test_longest();
	return check_done("test_peak");
}
