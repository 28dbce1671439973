#include "glob.h"

/* Bytes of the UTF-8 character that begins there; the text is valid. */
static size_t character_len(uint8_t lead)
{
	return lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

/* Only the last star seen ever needs another try: whatever an earlier one could take in addition,
 * the later one can as well. */
bool rtc_glob_matches(rtc_slice glob, rtc_slice text)
{
	size_t star = SIZE_MAX; /* where the glob goes on behind its last star */
	size_t taken = 0;       /* and up to where the text is that star's */
	size_t g = 0;
	size_t t = 0;

	while (t < text.len) {
		if (g < glob.len && glob.data[g] == '*') {
			star = ++g;
			taken = t;
		} else if (g < glob.len && glob.data[g] == '?') {
			g++;
			t += character_len(text.data[t]);
		} else if (g < glob.len && glob.data[g] == text.data[t]) {
			g++;
			t++;
		} else if (star != SIZE_MAX) {
			taken += character_len(text.data[taken]);
			g = star;
			t = taken;
		} else {
			return false;
		}
	}
	while (g < glob.len && glob.data[g] == '*') {
		g++;
	}
	return g == glob.len;
}
