#include "check.h"

#include "../../src/proto/http.h"
#include "random.h"

static check_guard guard;

/* Asks with each line of `fields` ("Name: value\n") as a field, against the guard page. */
static bool accepts(const char *fields)
{
	size_t len = strlen(fields);
	const uint8_t *base = check_guard_put(&guard, fields, len);
	rtc_http_field found[8];
	size_t count = 0;
	size_t at = 0;

	while (at < len) {
		size_t colon = at + strcspn(fields + at, ":");
		size_t end = at + strcspn(fields + at, "\n");

		found[count].name = rtc_http_span_of(at, colon - at);
		found[count].value = rtc_http_span_of(colon + 2, end - colon - 2);
		count++;
		at = end + 1;
	}
	return rtc_http_accepts_gzip(found, count, base);
}

static void test_fields(void)
{
	static const struct {
		const char *fields;
		bool accepted;
	} cases[] = {
		{"", false},
		{"Accept: gzip\n", false},
		{"Accept-Encoding: gzip\n", true},
		{"accept-encoding: GZip\n", true},
		{"Accept-Encoding: gzip, deflate, br, zstd\n", true},
		{"Accept-Encoding: br,gzip\n", true},
		{"Accept-Encoding: br\nAccept-Encoding: gzip\n", true},
		{"Accept-Encoding: x-gzip\n", true},
		{"Accept-Encoding: *\n", true},
		{"Accept-Encoding: br, *;q=0.1\n", true},
		{"Accept-Encoding: br\n", false},
		{"Accept-Encoding: deflate, identity\n", false},
		{"Accept-Encoding: gzipped, xgzip, gzi\n", false},
		{"Accept-Encoding: \"gzip\"\n", false},
		/* Weights. */
		{"Accept-Encoding: gzip;q=1\n", true},
		{"Accept-Encoding: gzip;q=1.000\n", true},
		{"Accept-Encoding: gzip;Q=0.001\n", true},
		{"Accept-Encoding: gzip ; q=0.5\n", true},
		{"Accept-Encoding: gzip;\tq=0.5 , br\n", true},
		{"Accept-Encoding: gzip;q=0\n", false},
		{"Accept-Encoding: gzip;q=0.\n", false},
		{"Accept-Encoding: gzip;q=0.000\n", false},
		{"Accept-Encoding: *;q=0\n", false},
		{"Accept-Encoding: gzip;q=0, *\n", false},
		{"Accept-Encoding: *;q=0, gzip\n", true},
		/* What is named twice has its lower weight. */
		{"Accept-Encoding: gzip, x-gzip;q=0\n", false},
		{"Accept-Encoding: gzip;q=0\nAccept-Encoding: gzip\n", false},
		/* Against nothing at all. */
		{"Accept-Encoding: gzip;q=0.5, identity\n", false},
		{"Accept-Encoding: gzip;q=0.5, identity;q=0.5\n", true},
		{"Accept-Encoding: gzip, identity;q=0\n", true},
		{"Accept-Encoding: *;q=0.5, identity;q=0.6\n", false},
		/* What is none of it. */
		{"Accept-Encoding: gzip;q=\n", false},
		{"Accept-Encoding: gzip;q=2\n", false},
		{"Accept-Encoding: gzip;q=1.001\n", false},
		{"Accept-Encoding: gzip;q=0.1234\n", false},
		{"Accept-Encoding: gzip;q=.5\n", false},
		{"Accept-Encoding: gzip;q=-1\n", false},
		{"Accept-Encoding: gzip;q=0.5x\n", false},
		{"Accept-Encoding: gzip;q=\"1\"\n", false},
		{"Accept-Encoding: gzip;level=9\n", false},
		{"Accept-Encoding: gzip;;q=1\n", false},
		{"Accept-Encoding: gzip;q=0;q=1\n", false},
		{"Accept-Encoding: gzip;q=1;q=1\n", false},
		{"Accept-Encoding: gzip;q=1;\n", true},
		{"Accept-Encoding: gzip;q\n", false},
		{"Accept-Encoding: gzip;\n", true},
		{"Accept-Encoding: ;q=1,,, ;,gzip\n", true},
		{"Accept-Encoding: ,\n", false},
		{"Accept-Encoding: gzip\"\n", false},
		{"Accept-Encoding: \"br, gzip\n", false},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		check_case("%s", cases[i].fields);
		CHECK_INT(accepts(cases[i].fields), cases[i].accepted);
	}
}

/* Whatever stands there, nothing beyond it is read. */
static void test_garbage(void)
{
	static const char *const parts[] = {"gzip", "x-gzip", "*", ";", ",", "q=", "0", "1", ".", "5",
		" ", "\t", "\"", "\\", "identity"};
	char text[256];

	for (int i = 0; i < 20000; i++) {
		strcpy(text, "Accept-Encoding: ");
		for (uint32_t left = random_below(12); left > 0; left--) {
			strcat(text, parts[random_below(sizeof(parts) / sizeof(*parts))]);
		}
		check_case("%s", text);
		CHECK(!accepts(text) || strpbrk(text + 17, "*g") != NULL);
	}
}

int main(void)
{
	test_fields();
	test_garbage();
	return check_done("test_http_coding");
}
