/* What keeps an attack from filling a disk with log lines: each kind of line may come so often. */
#ifndef RTC_ENGINE_LOG_RATE_H
#define RTC_ENGINE_LOG_RATE_H

#include "handlers.h"
#include "rate.h"

/* Lines of one kind: that many at once, and that many per second in the long run. */
#define RTC_LOG_BURST 10
#define RTC_LOG_PER_SECOND 1

/* Kinds that are told apart; the last place is for all others. */
#define RTC_LOG_KINDS 48

/* Lines of one event with one status. */
typedef struct rtc_log_kind {
	const char *event; /* static */
	int status;
	rtc_log_level level; /* of the newest that was left out */
	uint32_t left_out;   /* since the last one that was told */
	rtc_bucket bucket;
} rtc_log_kind;

/* All zero: nothing was logged yet. */
typedef struct rtc_log_rate {
	size_t count;
	rtc_log_kind kinds[RTC_LOG_KINDS];
} rtc_log_rate;

/* True if a line may be told now; *left_out lines like it were not before it. False: it is left
 * out. `event` is static. */
bool rtc_log_rate_admit(rtc_log_rate *rate, rtc_log_level level, const char *event, int status,
	uint64_t now_ms, uint32_t *left_out);

/* Takes a kind of which lines were left out, as it was, and forgets how many; false: there is none.
 */
bool rtc_log_rate_take(rtc_log_rate *rate, rtc_log_kind *kind);

#endif
