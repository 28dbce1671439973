/* link: src/engine/glob.c */
#include "check.h"

#include "../../src/engine/glob.h"
#include "random.h"

static bool matches(const char *glob, const char *text)
{
	return rtc_glob_matches(rtc_slice_of(glob, strlen(glob)), rtc_slice_of(text, strlen(text)));
}

static void test_examples(void)
{
	static const struct {
		const char *glob;
		const char *text;
		bool matches;
	} cases[] = {
		{"", "", true},
		{"", "a", false},
		{"*", "", true},
		{"*", "anything/at all", true},
		{"**", "", true},
		{"?", "", false},
		{"?", "a", true},
		{"?", "ab", false},
		{"?*", "a", true},
		{"*?", "a", true},
		{"chat/*", "chat/1", true},
		{"chat/*", "chat/", true},
		{"chat/*", "chat", false},
		{"chat/*", "chats/1", false},
		{"*/1", "chat/1", true},
		{"*/1", "chat/11", false},
		{"*/1", "chat/1/1", true},
		{"a*b*c", "a-b-b-c", true},
		{"a*b*c", "a-c-b", false},
		{"*abab", "ababab", true},
		{"a?c", "abc", true},
		{"a?c",
			"a\xC3\xA9"
			"c",
			true},
		{"?", "\xF0\x9F\x98\x80", true},
		{"??", "\xF0\x9F\x98\x80", false},
		{"*?", "\xC3\xA9", true},
		{"*??", "\xC3\xA9", false},
		{"??", "\xE2\x82\xAC\xC3\xA9", true},
		{"*\xA9", "\xC3\xA9", false}, /* half a character matches none */
		{"*\xC3\xA9", "x\xC3\xA9", true},
		{"[a]", "a", false},
		{"\\*", "\\anything", true},
		{"A", "a", false},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		check_case("%s, %s", cases[i].glob, cases[i].text);
		CHECK_INT(matches(cases[i].glob, cases[i].text), cases[i].matches);
	}
}

/* The definition, which may take for ever on long input. */
static bool naive(const char *glob, const char *text)
{
	switch (*glob) {
	case '\0':
		return *text == '\0';
	case '*':
		return naive(glob + 1, text) || (*text != '\0' && naive(glob, text + 1));
	case '?':
		return *text != '\0' && naive(glob + 1, text + 1);
	default:
		return *text == *glob && naive(glob + 1, text + 1);
	}
}

static void random_text(char *out, uint32_t most, const char *alphabet)
{
	uint32_t len = random_below(most + 1);

	for (uint32_t i = 0; i < len; i++) {
		out[i] = alphabet[random_below((uint32_t)strlen(alphabet))];
	}
	out[len] = '\0';
}

static void test_random(void)
{
	for (int i = 0; i < 200000; i++) {
		char glob[10];
		char text[12];

		random_text(glob, 9, "ab*?");
		random_text(text, 11, "ab");
		check_case("random, %s, %s", glob, text);
		CHECK_INT(matches(glob, text), naive(glob, text));
	}
}

/* Takes a second or less; tried in every way it would take longer than anybody has. */
static void test_hostile(void)
{
	char glob[256];
	char text[256];

	check_case("many stars");
	for (size_t i = 0; i < 254; i += 2) {
		memcpy(glob + i, "*a", 2);
	}
	memcpy(glob + 254, "b", 2);
	memset(text, 'a', 255);
	text[255] = '\0';
	for (int i = 0; i < 1000; i++) {
		CHECK(!matches(glob, text));
	}
}

static void test_bounds(void)
{
	check_guard guard = {0};
	check_guard other = {0};
	const uint8_t *glob = check_guard_put(&guard, "a*b?", 4);
	const uint8_t *text = check_guard_put(&other, "axxxb\xC3\xA9", 7);

	check_case("nothing is read behind either end");
	for (size_t g = 0; g <= 4; g++) {
		glob = check_guard_put(&guard, "a*b?", g);
		for (size_t t = 0; t <= 7; t++) {
			text = check_guard_put(&other, "axxxb\xC3\xA9", t);
			if (t != 6) { /* that would be no UTF-8 */
				CHECK_INT(rtc_glob_matches(rtc_slice_of(glob, g), rtc_slice_of(text, t)),
					(g == 0 && t == 0) || (g == 1 && t == 1) || (g == 2 && t > 0) ||
						(g == 3 && t == 5) || (g == 4 && t == 7));
			}
		}
	}
	check_guard_free(&guard);
	check_guard_free(&other);
}

int main(void)
{
	test_examples();
	test_random();
	test_hostile();
	test_bounds();
	return check_done("test_glob");
}
