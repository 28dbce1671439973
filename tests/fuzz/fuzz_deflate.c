/* permessage-deflate. The first byte of the input chooses windows and context, the rest is taken
 * for offers, for compressed messages in a row, and for messages to compress: those must come back.
 */
#include "../../src/proto/deflate.h"
#include "../../src/proto/ws_ext.h"
#include "fuzz.h"

#define MAX_BYTES 3000

static void negotiate(rtc_slice offers, uint8_t choice)
{
	rtc_deflate_params wanted = {
		.server_no_context_takeover = choice & 1,
		.client_no_context_takeover = (choice & 2) != 0,
		.server_window_bits = (uint8_t)(8 + (choice >> 2 & 7)),
		.client_window_bits = (uint8_t)(8 + (choice >> 5 & 7)),
	};
	rtc_deflate_params agreed;
	rtc_deflate_params again;
	rtc_buf answer = {0};

	if (!rtc_deflate_negotiate(offers, &wanted, &agreed)) {
		return;
	}
	FUZZ_ASSERT(
		agreed.server_window_bits >= 8 && agreed.server_window_bits <= wanted.server_window_bits);
	FUZZ_ASSERT(agreed.client_window_bits >= 8 && agreed.client_window_bits <= 15);
	/* 8 bits are for those that name them. */
	FUZZ_ASSERT(agreed.client_window_bits <= wanted.client_window_bits ||
		(agreed.client_window_bits == 9 && wanted.client_window_bits == 8) ||
		agreed.client_no_context_takeover);
	if (rtc_deflate_response(&agreed, &answer) == RTC_OK) {
		FUZZ_ASSERT(rtc_deflate_negotiate(rtc_buf_slice(&answer), &agreed, &again));
	}
	rtc_buf_deinit(&answer);
}

/* Compressed messages of a hostile peer: the first byte of each is its length. */
static void inflate_all(rtc_inflater *inflater, const uint8_t *data, size_t len, uint8_t choice)
{
	uint8_t bits = (uint8_t)(8 + (choice >> 5 & 7));
	rtc_buf history = {0};
	int fault = 0;

	while (fault == 0 && len > 0) {
		size_t size = data[0] < len - 1 ? data[0] : len - 1;
		uint8_t *copy = fuzz_copy(data + 1, size);
		rtc_buf out = {0};

		fault = rtc_inflater_run(inflater, choice & 2 ? NULL : &history, bits,
			rtc_slice_of(copy, size), MAX_BYTES, &out);
		FUZZ_ASSERT(fault == 0 || fault == 1007 || fault == 1009);
		FUZZ_ASSERT(out.len <= MAX_BYTES && history.len <= (size_t)1 << bits);
		rtc_buf_deinit(&out);
		free(copy);
		data += size + 1;
		len -= size + 1;
	}
	rtc_buf_deinit(&history);
}

/* Messages of our own, by the same lengths. */
static void round_trip(rtc_inflater *inflater, const uint8_t *data, size_t len, uint8_t choice)
{
	uint8_t bits = (uint8_t)(8 + (choice >> 2 & 7));
	rtc_deflater *deflater = rtc_deflater_new(bits, 1 + choice % 9);
	rtc_buf history = {0};

	FUZZ_ASSERT(deflater != NULL);
	while (len > 0) {
		size_t size = data[0] < len - 1 ? data[0] : len - 1;
		rtc_slice message = rtc_slice_of(data + 1, size);
		rtc_buf shrunk = {0};
		rtc_buf out = {0};

		if (choice & 1) {
			rtc_deflater_reset(deflater);
		}
		FUZZ_ASSERT(rtc_deflater_run(deflater, message, &shrunk) == RTC_OK);
		FUZZ_ASSERT(rtc_inflater_run(inflater, choice & 1 ? NULL : &history, bits,
						rtc_buf_slice(&shrunk), size, &out) == 0);
		FUZZ_ASSERT(rtc_slice_equals(rtc_buf_slice(&out), message));
		rtc_buf_deinit(&shrunk);
		rtc_buf_deinit(&out);
		data += size + 1;
		len -= size + 1;
	}
	rtc_buf_deinit(&history);
	rtc_deflater_free(deflater);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static rtc_inflater *inflater;

	if (inflater == NULL) {
		inflater = rtc_inflater_new();
	}
	if (size == 0) {
		return 0;
	}
	negotiate(rtc_slice_of(data + 1, size - 1), data[0]);
	inflate_all(inflater, data + 1, size - 1, data[0]);
	round_trip(inflater, data + 1, size - 1, data[0]);
	return 0;
}
