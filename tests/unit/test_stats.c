/* link: src/engine/stats.c */
#include "check.h"

#include "../../src/engine/stats.h"

static void test_closes(void)
{
	static const struct {
		uint16_t code;
		const char *name;
	} codes[] = {{1000, "1000"}, {1015, "1015"}, {1016, "other"}, {2999, "other"}, {999, "other"},
		{3000, "3000-3999"}, {3999, "3000-3999"}, {4000, "4000-4999"}, {4999, "4000-4999"},
		{5000, "other"}, {0, "other"}};

	for (size_t i = 0; i < sizeof(codes) / sizeof(codes[0]); i++) {
		rtc_server_stats stats = {0};
		size_t found = 0;

		check_case("close code %u counts as %s", codes[i].code, codes[i].name);
		rtc_stats_close(&stats, codes[i].code);
		for (size_t place = 0; place < RTC_STATS_CODES; place++) {
			if (stats.closed_by[place] == 1) {
				found++;
				CHECK(strcmp(rtc_stats_code_name(place), codes[i].name) == 0);
			}
		}
		CHECK(found == 1);
	}
}

static void test_refusals(void)
{
	rtc_server_stats stats = {0};
	uint64_t sum = 0;

	check_case("refusals are counted by status and reason");
	rtc_stats_refuse(&stats, 403, "origin");
	rtc_stats_refuse(&stats, 403, NULL);
	rtc_stats_refuse(&stats, 403, "origin");
	CHECK(stats.refused == 3 && stats.refusal_count == 2);
	CHECK(stats.refusals[0].count == 2 && strcmp(stats.refusals[0].reason, "origin") == 0);
	CHECK(stats.refusals[1].count == 1 && strcmp(stats.refusals[1].reason, "forbidden") == 0);

	check_case("the table is bounded, and nothing is lost of the sum");
	for (int status = 1000; status < 2000; status++) {
		rtc_stats_refuse(&stats, status, NULL);
	}
	CHECK(stats.refusal_count == RTC_STATS_REFUSALS);
	for (size_t i = 0; i < stats.refusal_count; i++) {
		sum += stats.refusals[i].count;
	}
	CHECK(sum == 1003 && stats.refused == 1003);
	CHECK(strcmp(stats.refusals[RTC_STATS_REFUSALS - 1].reason, "other") == 0);
}

int main(void)
{
	test_closes();
	test_refusals();
	return check_done("test_stats");
}
