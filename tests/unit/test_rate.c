/* link: src/engine/rate.c */
#include "check.h"

#include "../../src/engine/rate.h"

static void test_no_rate(void)
{
	rtc_rate rate = {0};
	rtc_bucket bucket = {0};

	check_case("no rate");
	CHECK(!rtc_rate_is_set(&rate));
	for (int i = 0; i < 1000; i++) {
		CHECK(rtc_bucket_take(&bucket, &rate, 1e9, 5));
		CHECK(rtc_bucket_try(&bucket, &rate, 1e9, 5));
	}
	CHECK_INT(rtc_bucket_wait_ms(&bucket, &rate, 1e9, 5), 0);
	CHECK(rtc_bucket_is_full(&bucket, &rate, 5));
}

static void test_burst(void)
{
	rtc_rate rate = {10, 3};
	rtc_bucket bucket = {0};

	check_case("a burst, then the rate");
	CHECK(rtc_rate_is_set(&rate));
	for (int i = 0; i < 3; i++) {
		CHECK_INT(rtc_bucket_wait_ms(&bucket, &rate, 1, 1000), 0);
		CHECK(rtc_bucket_try(&bucket, &rate, 1, 1000));
	}
	CHECK(!rtc_bucket_try(&bucket, &rate, 1, 1000));
	CHECK_INT(rtc_bucket_wait_ms(&bucket, &rate, 1, 1000), 101);
	CHECK(!rtc_bucket_try(&bucket, &rate, 1, 1099));
	CHECK(rtc_bucket_try(&bucket, &rate, 1, 1100));
	CHECK(!rtc_bucket_try(&bucket, &rate, 1, 1100));
	CHECK(!rtc_bucket_is_full(&bucket, &rate, 1399));
	CHECK(rtc_bucket_is_full(&bucket, &rate, 1400));
}

static void test_insistence(void)
{
	rtc_rate rate = {10, 1};
	rtc_bucket bucket = {0};
	int granted = 0;

	check_case("whoever asks a thousand times a second for ten seconds gets what the rate allows");
	for (uint64_t now = 1000; now < 11000; now++) {
		granted += rtc_bucket_try(&bucket, &rate, 1, now);
	}
	CHECK_INT(granted, 100);
}

static void test_debt(void)
{
	rtc_rate rate = {1000, 500};
	rtc_bucket bucket = {0};

	check_case("what was taken beyond it is owed");
	CHECK(rtc_bucket_take(&bucket, &rate, 500, 0));
	CHECK_INT(rtc_bucket_wait_ms(&bucket, &rate, 0, 0), 0);
	CHECK(!rtc_bucket_take(&bucket, &rate, 2000, 0));
	CHECK_INT(rtc_bucket_wait_ms(&bucket, &rate, 0, 0), 2001);
	CHECK_INT(rtc_bucket_wait_ms(&bucket, &rate, 0, 1500), 501);
	CHECK(!rtc_bucket_take(&bucket, &rate, 1, 1500));
	CHECK(rtc_bucket_take(&bucket, &rate, 1, 2002));

	double sum = 0;

	check_case("on average no more than the rate goes through, whatever the pieces are");
	bucket = (rtc_bucket){0};
	for (uint64_t now = 0; now < 100000; now += 1 + now % 7) {
		if (rtc_bucket_wait_ms(&bucket, &rate, 0, now) == 0) {
			double piece = (double)(1 + (now * 7919) % 900);

			rtc_bucket_take(&bucket, &rate, piece, now);
			sum += piece;
		}
	}
	CHECK(sum > 99000 && sum < 101500);
}

static void test_clock(void)
{
	rtc_rate rate = {10, 1};
	rtc_bucket bucket = {0};

	check_case("a clock that goes back");
	CHECK(rtc_bucket_try(&bucket, &rate, 1, 10000));
	CHECK(!rtc_bucket_try(&bucket, &rate, 1, 5000));
	CHECK_INT(rtc_bucket_wait_ms(&bucket, &rate, 1, 5000), 101);
	CHECK(rtc_bucket_try(&bucket, &rate, 1, 10100));

	check_case("a clock that jumps");
	CHECK(rtc_bucket_try(&bucket, &rate, 1, UINT64_MAX));
	CHECK(!rtc_bucket_try(&bucket, &rate, 1, UINT64_MAX));

	check_case("rates at the edges");
	bucket = (rtc_bucket){0};
	rate = (rtc_rate){1e-9, 1};
	CHECK(rtc_bucket_try(&bucket, &rate, 1, 0));
	CHECK_INT(rtc_bucket_wait_ms(&bucket, &rate, 1, 0), UINT32_MAX);
	rate = (rtc_rate){1e15, 1e15};
	bucket = (rtc_bucket){0};
	CHECK(rtc_bucket_try(&bucket, &rate, 1e15, 0));
	CHECK(!rtc_bucket_try(&bucket, &rate, 1, 0));
	CHECK(rtc_bucket_try(&bucket, &rate, 1e12, 1));
}

int main(void)
{
	test_no_rate();
	test_burst();
	test_insistence();
	test_debt();
	test_clock();
	return check_done("test_rate");
}
