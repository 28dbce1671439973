/* UTF-8 the slow and obvious way: decode each code point, then look at its number. The measure for
 * the validator in src/proto/utf8.c. */
#ifndef RTC_TESTS_NAIVE_UTF8_H
#define RTC_TESTS_NAIVE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

static inline bool naive_utf8_valid(const uint8_t *data, size_t len)
{
	static const uint32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
	size_t at = 0;

	while (at < len) {
		uint8_t lead = data[at];
		size_t size = lead < 0x80   ? 1
			: (lead & 0xE0) == 0xC0 ? 2
			: (lead & 0xF0) == 0xE0 ? 3
			: (lead & 0xF8) == 0xF0 ? 4
									: 0;

		if (size == 0 || size > len - at) {
			return false;
		}

		uint32_t point = size == 1 ? lead : lead & (0xFFu >> (size + 1));

		for (size_t i = 1; i < size; i++) {
			if ((data[at + i] & 0xC0) != 0x80) {
				return false;
			}
			point = point << 6 | (data[at + i] & 0x3F);
		}
		if (point < smallest[size] || point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF)) {
			return false;
		}
		at += size;
	}
	return true;
}

/* True if something can be put behind `data` that makes it valid. */
static inline bool naive_utf8_viable(const uint8_t *data, size_t len)
{
	/* The last three bytes may begin a code point; every lead has a valid continuation among these.
	 */
	static const uint8_t tails[][3] = {{0x80, 0x80, 0x80}, {0xBF, 0xBF, 0xBF}};
	uint8_t text[7];

	if (naive_utf8_valid(data, len)) {
		return true;
	}
	for (size_t open = 1; open <= 3 && open <= len; open++) {
		if (!naive_utf8_valid(data, len - open)) {
			continue;
		}
		for (size_t tail = 1; tail <= 3; tail++) {
			for (size_t i = 0; i < 2; i++) {
				for (size_t j = 0; j < open; j++) {
					text[j] = data[len - open + j];
				}
				for (size_t j = 0; j < tail; j++) {
					text[open + j] = tails[i][j];
				}
				if (naive_utf8_valid(text, open + tail)) {
					return true;
				}
			}
		}
	}
	return false;
}

#endif
