/* Answers to a POST, whole and in pieces, and connections that end behind them. The first byte of
 * the input seeds the cuts. */
#include "../../src/proto/http_answer.h"
#include "fuzz.h"

/* What an answer came to. */
typedef struct outcome {
	rtc_parse parse;
	const char *fault;
	int status;
	bool plain_text;
	bool keep_alive;
	uint8_t *content;
	size_t content_len;
	size_t taken; /* bytes until it was over */
} outcome;

static outcome run(const uint8_t *data, size_t size, uint32_t seed, bool end)
{
	outcome result = {.parse = RTC_PARSE_MORE};
	rtc_http_answer answer;

	rtc_http_answer_init(&answer);
	while (result.taken < size && result.parse == RTC_PARSE_MORE) {
		size_t len = fuzz_piece(&seed, size - result.taken);
		uint8_t *copy = fuzz_copy(data + result.taken, len);

		result.parse = rtc_http_answer_push(&answer, rtc_slice_of(copy, len), &result.fault);
		result.taken += len;
		FUZZ_ASSERT(answer.content.len <= RTC_HTTP_ANSWER_CONTENT_MAX);
		FUZZ_ASSERT(answer.content.len <= result.taken && answer.head.len <= result.taken);
		free(copy);
	}
	if (result.parse == RTC_PARSE_MORE && end) {
		result.parse = rtc_http_answer_end(&answer, &result.fault);
		FUZZ_ASSERT(result.parse != RTC_PARSE_MORE);
		FUZZ_ASSERT(result.parse != RTC_PARSE_DONE || !answer.keep_alive);
	}
	result.status = answer.status;
	result.plain_text = answer.plain_text;
	result.keep_alive = answer.keep_alive;
	result.content = fuzz_copy(answer.content.data, answer.content.len);
	result.content_len = answer.content.len;
	rtc_http_answer_deinit(&answer);
	if (result.parse == RTC_PARSE_DONE) {
		FUZZ_ASSERT(result.status >= 200 && result.status <= 999 && result.fault == NULL);
	} else if (result.parse == RTC_PARSE_ERROR) {
		FUZZ_ASSERT(result.fault != NULL);
	}
	return result;
}

/* Bytes behind an answer end with it what may be sent on the connection, if they come with it: of
 * that pieces know less. */
static void check_same(const outcome *a, const outcome *b)
{
	FUZZ_ASSERT(a->parse == b->parse);
	if (a->parse != RTC_PARSE_DONE) {
		return;
	}
	FUZZ_ASSERT(a->status == b->status && a->plain_text == b->plain_text);
	FUZZ_ASSERT(a->content_len == b->content_len);
	FUZZ_ASSERT(memcmp(a->content, b->content, a->content_len) == 0);
	FUZZ_ASSERT(a->taken != b->taken || a->keep_alive == b->keep_alive);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size < 1) {
		return 0;
	}
	for (int end = 0; end < 2; end++) {
		outcome whole = run(data + 1, size - 1, 0, end);
		outcome single = run(data + 1, size - 1, 1, end);
		outcome pieces = run(data + 1, size - 1, (uint32_t)data[0] + 2, end);

		check_same(&whole, &single);
		check_same(&whole, &pieces);
		if (single.parse == RTC_PARSE_DONE && single.taken < size - 1) {
			/* Up to its last byte it is the same, and the connection may be kept. */
			outcome alone = run(data + 1, single.taken, 0, end);

			FUZZ_ASSERT(!whole.keep_alive && alone.parse == RTC_PARSE_DONE);
			FUZZ_ASSERT(alone.keep_alive == single.keep_alive);
			free(alone.content);
		}
		free(whole.content);
		free(single.content);
		free(pieces.content);
	}
	return 0;
}
