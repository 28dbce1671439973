/* PROXY headers and what follows them, whole and in pieces. The first byte of the input seeds the
 * cuts. */
#include "../../src/proto/proxy_header.h"
#include "fuzz.h"

typedef struct outcome {
	rtc_parse parse;
	size_t taken;
	const char *fault;
	rtc_proxy_header header;
} outcome;

static outcome run(const uint8_t *data, size_t size, uint32_t seed)
{
	outcome result = {.parse = RTC_PARSE_MORE};
	size_t at = 0;

	while (at < size && result.parse == RTC_PARSE_MORE) {
		size_t len = fuzz_piece(&seed, size - at);
		uint8_t *copy = fuzz_copy(data + at, len);
		rtc_slice in = rtc_slice_of(copy, len);

		result.parse = rtc_proxy_header_push(&result.header, &in, &result.fault);
		FUZZ_ASSERT(in.len <= len && in.data + in.len == copy + len);
		FUZZ_ASSERT(result.parse != RTC_PARSE_MORE || in.len == 0);
		result.taken += len - in.len;
		at += len;
		free(copy);
	}
	return result;
}

/* What is taken is the header, and nothing behind it. */
static void check_done(const outcome *result, const uint8_t *data)
{
	size_t len = result->taken;

	FUZZ_ASSERT(result->header.source <= RTC_PROXY_UNIX);
	if (data[0] == 'P') {
		const uint8_t *end = memchr(data, '\n', len);

		FUZZ_ASSERT(len >= strlen("PROXY UNKNOWN\r\n") && len <= RTC_PROXY_LINE_MAX);
		FUZZ_ASSERT(end == data + len - 1 && end[-1] == '\r');
		FUZZ_ASSERT(result->header.source != RTC_PROXY_UNIX);
	} else {
		FUZZ_ASSERT(len >= 16 && len <= RTC_PROXY_HEADER_MAX);
		FUZZ_ASSERT(len == 16 + ((size_t)data[14] << 8 | data[15]));
		FUZZ_ASSERT(data[12] == 0x20 || data[12] == 0x21);
		FUZZ_ASSERT(data[12] == 0x21 || result->header.source == RTC_PROXY_NOBODY);
	}
}

static void check_same(const outcome *a, const outcome *b)
{
	FUZZ_ASSERT(a->parse == b->parse && a->fault == b->fault);
	if (a->parse == RTC_PARSE_DONE) {
		FUZZ_ASSERT(a->taken == b->taken && a->header.source == b->header.source);
		FUZZ_ASSERT(a->header.port == b->header.port && a->header.ip.v6 == b->header.ip.v6);
		FUZZ_ASSERT(memcmp(a->header.ip.bytes, b->header.ip.bytes, 16) == 0);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size < 1) {
		return 0;
	}

	uint32_t seed = (uint32_t)data[0] + 2;
	outcome whole = run(data + 1, size - 1, 0);
	outcome single = run(data + 1, size - 1, 1);
	outcome pieces = run(data + 1, size - 1, seed);

	check_same(&whole, &single);
	check_same(&whole, &pieces);
	FUZZ_ASSERT((whole.parse == RTC_PARSE_ERROR) == (whole.fault != NULL));
	if (whole.parse == RTC_PARSE_DONE) {
		outcome alone = run(data + 1, whole.taken, 0);

		check_done(&whole, data + 1);
		check_same(&whole, &alone);
		/* One byte less is not all of it. */
		FUZZ_ASSERT(run(data + 1, whole.taken - 1, 0).parse == RTC_PARSE_MORE);
	}
	return 0;
}
