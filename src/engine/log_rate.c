#include "log_rate.h"

#include <string.h>

static const rtc_rate log_rate = {RTC_LOG_PER_SECOND, RTC_LOG_BURST};

static rtc_log_kind *find(rtc_log_rate *rate, const char *event, int status)
{
	size_t i = 0;

	while (i < rate->count &&
		(rate->kinds[i].status != status || strcmp(rate->kinds[i].event, event) != 0)) {
		i++;
	}
	if (i == RTC_LOG_KINDS) {
		return &rate->kinds[RTC_LOG_KINDS - 1];
	}
	if (i == rate->count) {
		rate->count++;
		rate->kinds[i] = (rtc_log_kind){.event = event, .status = status};
	}
	return &rate->kinds[i];
}

bool rtc_log_rate_admit(rtc_log_rate *rate, rtc_log_level level, const char *event, int status,
	uint64_t now_ms, uint32_t *left_out)
{
	rtc_log_kind *kind = find(rate, event, status);
	rtc_bucket after = kind->bucket;

	/* A line that is left out takes nothing, or a flood would silence its kind for long after. */
	if (!rtc_bucket_take(&after, &log_rate, 1, now_ms)) {
		kind->left_out++;
		kind->level = level;
		return false;
	}
	kind->bucket = after;
	*left_out = kind->left_out;
	kind->left_out = 0;
	return true;
}

bool rtc_log_rate_take(rtc_log_rate *rate, rtc_log_kind *kind)
{
	for (size_t i = 0; i < rate->count; i++) {
		if (rate->kinds[i].left_out > 0) {
			*kind = rate->kinds[i];
			rate->kinds[i].left_out = 0;
			return true;
		}
	}
	return false;
}
