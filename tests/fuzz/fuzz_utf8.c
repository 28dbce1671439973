/* The validator against the naive one, whole and in pieces. The first byte of the input seeds the
 * cuts. */
#include "../../src/proto/utf8.h"
#include "../unit/naive_utf8.h"
#include "fuzz.h"

/* Feeds in pieces until a piece is refused; returns the bytes taken before it. */
static size_t feed(const uint8_t *data, size_t len, uint32_t seed, size_t *refused, bool *complete)
{
	rtc_utf8 utf8;
	size_t at = 0;

	rtc_utf8_init(&utf8);
	*refused = 0;
	while (at < len && *refused == 0) {
		size_t size = fuzz_piece(&seed, len - at);
		uint8_t *piece = fuzz_copy(data + at, size);

		if (rtc_utf8_feed(&utf8, piece, size)) {
			at += size;
		} else {
			*refused = size;
		}
		free(piece);
	}
	*complete = rtc_utf8_complete(&utf8);
	return at;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size == 0) {
		return 0;
	}

	uint32_t seed = data[0];
	uint8_t *text = fuzz_copy(data + 1, size - 1);
	size_t len = size - 1;
	bool valid = naive_utf8_valid(text, len);
	size_t refused;
	bool complete;

	FUZZ_ASSERT(rtc_utf8_valid(text, len) == valid);

	size_t taken = feed(text, len, seed, &refused, &complete);

	FUZZ_ASSERT((refused == 0 && complete) == valid);
	FUZZ_ASSERT(naive_utf8_viable(text, taken));
	FUZZ_ASSERT(refused == 0 || !naive_utf8_viable(text, taken + refused));
	free(text);
	return 0;
}
