/* Every implementation of the validator against the naive one, whole and in pieces. The first byte
 * of the input seeds the cuts. Long texts take ways of their own, so each is also judged behind a
 * run of characters. */
#include "../../src/proto/utf8.h"
#include "../../src/proto/utf8_impl.h"
#include "../unit/naive_utf8.h"
#include "fuzz.h"

/* Feeds in pieces until a piece is refused; returns the bytes taken before it. */
static size_t feed(const rtc_utf8_implementation *by, const uint8_t *data, size_t len,
	uint32_t seed, size_t *refused, bool *complete)
{
	rtc_utf8 utf8;
	size_t at = 0;

	rtc_utf8_init(&utf8);
	*refused = 0;
	while (at < len && *refused == 0) {
		size_t size = fuzz_piece(&seed, len - at);
		uint8_t *piece = fuzz_copy(data + at, size);

		if (by->feed(&utf8, piece, size)) {
			at += size;
		} else {
			*refused = size;
		}
		free(piece);
	}
	*complete = rtc_utf8_complete(&utf8);
	return at;
}

static void judge(const uint8_t *text, size_t len, uint32_t seed)
{
	rtc_utf8_implementation by[4];
	size_t count = rtc_utf8_implementations(by, sizeof(by) / sizeof(by[0]));
	bool valid = naive_utf8_valid(text, len);

	FUZZ_ASSERT(rtc_utf8_valid(text, len) == valid);
	for (size_t i = 0; i < count; i++) {
		size_t refused;
		bool complete;
		size_t taken = feed(&by[i], text, len, seed, &refused, &complete);

		FUZZ_ASSERT((refused == 0 && complete) == valid);
		FUZZ_ASSERT(naive_utf8_viable(text, taken));
		FUZZ_ASSERT(refused == 0 || !naive_utf8_viable(text, taken + refused));
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size == 0) {
		return 0;
	}

	uint32_t seed = data[0];
	uint8_t *text = fuzz_copy(data + 1, size - 1);
	size_t len = size - 1;

	judge(text, len, seed);
	free(text);

	/* 66 bytes are whole characters of one, two and three bytes. */
	size_t unit = data[0] % 3 + 1;
	static const char *const characters[] = {"a", "\xD0\x96", "\xE2\x82\xAC"};
	size_t run = 66;

	text = malloc(run + len);
	if (text == NULL) {
		abort();
	}
	for (size_t i = 0; i < run; i++) {
		text[i] = (uint8_t)characters[unit - 1][i % unit];
	}
	memcpy(text + run, data + 1, len);
	judge(text, run + len, seed);
	free(text);
	return 0;
}
