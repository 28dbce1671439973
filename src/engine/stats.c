#include "stats.h"

enum { CODES_EXACT = 16, CODES_3000 = 16, CODES_4000 = 17, CODES_OTHER = 18 };

const char *rtc_stats_way_name(size_t way)
{
	static const char *const names[RTC_STATS_WAYS] = {"websocket", "eventstream", "longpoll"};

	return names[way];
}

void rtc_stats_close(rtc_server_stats *stats, uint16_t code)
{
	size_t place = CODES_OTHER;

	if (code >= 1000 && code < 1000 + CODES_EXACT) {
		place = code - 1000u;
	} else if (code >= 3000 && code <= 3999) {
		place = CODES_3000;
	} else if (code >= 4000 && code <= 4999) {
		place = CODES_4000;
	}
	stats->closed_by[place]++;
}

const char *rtc_stats_code_name(size_t place)
{
	static const char *const names[RTC_STATS_CODES] = {"1000", "1001", "1002", "1003", "1004",
		"1005", "1006", "1007", "1008", "1009", "1010", "1011", "1012", "1013", "1014", "1015",
		"3000-3999", "4000-4999", "other"};

	return names[place];
}

const char *rtc_stats_reason(int status)
{
	static const struct {
		int status;
		const char *word;
	} words[] = {
		{400, "bad_request"},
		{401, "no_credentials"},
		{403, "forbidden"},
		{404, "not_found"},
		{405, "method"},
		{406, "not_acceptable"},
		{408, "timeout"},
		{410, "gone"},
		{413, "body_size"},
		{415, "media_type"},
		{426, "upgrade_required"},
		{429, "rate"},
		{431, "header_size"},
		{500, "failed"},
		{501, "not_implemented"},
		{503, "unavailable"},
		{505, "http_version"},
	};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		if (words[i].status == status) {
			return words[i].word;
		}
	}
	return "other";
}

void rtc_stats_refuse(rtc_server_stats *stats, int status, const char *reason)
{
	const char *word = reason != NULL ? reason : rtc_stats_reason(status);
	rtc_stats_refusal *refusal;
	size_t i = 0;

	stats->refused++;
	while (i < stats->refusal_count &&
		(stats->refusals[i].status != status || strcmp(stats->refusals[i].reason, word) != 0)) {
		i++;
	}
	if (i == stats->refusal_count && i < RTC_STATS_REFUSALS) {
		stats->refusal_count++;
		/* The last place is for whatever else there is. */
		stats->refusals[i] = i + 1 < RTC_STATS_REFUSALS
			? (rtc_stats_refusal){.status = status, .reason = word}
			: (rtc_stats_refusal){.reason = "other"};
	}
	refusal = &stats->refusals[i < RTC_STATS_REFUSALS ? i : RTC_STATS_REFUSALS - 1];
	refusal->count++;
}
