/* link: src/engine/log_rate.c src/engine/rate.c */
#include "check.h"

#include "../../src/engine/log_rate.h"

#include <stdio.h>

static rtc_log_rate rate;
static uint32_t left_out;

static bool admit(const char *event, int status, uint64_t now_ms)
{
	left_out = 0;
	return rtc_log_rate_admit(&rate, RTC_LOG_INFO, event, status, now_ms, &left_out);
}

static void test_burst(void)
{
	check_case("so many at once, and then one a second, also in a flood");
	rate = (rtc_log_rate){0};
	for (int i = 0; i < RTC_LOG_BURST; i++) {
		CHECK(admit("refused", 404, 1000));
	}
	for (int i = 0; i < 500; i++) {
		CHECK(!admit("refused", 404, 1001));
	}
	CHECK(!admit("refused", 404, 1999));
	CHECK(admit("refused", 404, 2001));
	CHECK(left_out == 501);
	CHECK(!admit("refused", 404, 2002));
	CHECK(admit("refused", 404, 3001));
	CHECK(left_out == 1);
}

static void test_kinds(void)
{
	rtc_log_kind kind;

	check_case("events and statuses are apart");
	rate = (rtc_log_rate){0};
	for (int i = 0; i < RTC_LOG_BURST + 3; i++) {
		admit("refused", 404, 1000);
	}
	CHECK(admit("refused", 403, 1000));
	CHECK(admit("dropped", 404, 1000));

	check_case("what was left out is taken once");
	CHECK(rtc_log_rate_take(&rate, &kind));
	CHECK(kind.left_out == 3 && kind.status == 404 && strcmp(kind.event, "refused") == 0);
	CHECK(!rtc_log_rate_take(&rate, &kind));
}

static void test_many_kinds(void)
{
	int told = 0;

	check_case("kinds beyond the table share one place, and are not without a limit");
	rate = (rtc_log_rate){0};
	for (int i = 0; i < 1000; i++) {
		told += admit("refused", i, 1000);
	}
	CHECK(told >= RTC_LOG_KINDS && told <= RTC_LOG_KINDS + RTC_LOG_BURST);
}

int main(void)
{
	test_burst();
	test_kinds();
	test_many_kinds();
	return check_done("test_log_rate");
}
