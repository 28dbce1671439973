#include "check.h"

#include "../../src/proto/query.h"

static check_guard guard;

/* Writes what the pairs of a query are as "name=value;". */
static const char *pairs(const char *text)
{
	static char out[256];
	rtc_slice query = rtc_slice_of(check_guard_put(&guard, text, strlen(text)), strlen(text));
	rtc_slice name;
	rtc_slice value;
	uint8_t decoded[2][64];

	out[0] = '\0';
	while (rtc_query_next(&query, &name, &value)) {
		size_t len = strlen(out);

		name = rtc_query_decode(name, decoded[0]);
		value = rtc_query_decode(value, decoded[1]);
		snprintf(out + len, sizeof(out) - len, "%.*s=%.*s;", (int)name.len, (const char *)name.data,
			(int)value.len, (const char *)value.data);
	}
	CHECK_INT(query.len, 0);
	return out;
}

static void test_pairs(void)
{
	static const char *const cases[][2] = {
		{"", ""},
		{"&", ""},
		{"&&&", ""},
		{"a", "a=;"},
		{"a=", "a=;"},
		{"=", "=;"},
		{"=b", "=b;"},
		{"a=b", "a=b;"},
		{"a=b=c", "a=b=c;"},
		{"a=b&c=d", "a=b;c=d;"},
		{"&a=b&&c=d&", "a=b;c=d;"},
		{"a+b=c+d%2B", "a b=c d+;"},
		{"%61%26=%3d", "a&==;"},
		{"a=%", "a=%;"},
		{"a=%4", "a=%4;"},
		{"a=%4g%41", "a=%4gA;"},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const char *actual;

		check_case("'%s'", cases[i][0]);
		actual = pairs(cases[i][0]);
		CHECK_STR(actual, strlen(actual), cases[i][1]);
	}
}

static bool number(const char *text, uint32_t most, uint32_t *value)
{
	return rtc_query_number(
		rtc_slice_of(check_guard_put(&guard, text, strlen(text)), strlen(text)), most, value);
}

static void test_numbers(void)
{
	static const char *const bad[] = {"", "-1", "+1", " 1", "1 ", "1.5", "0x1", "a", "1a"};
	uint32_t value = 7;

	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
		check_case("'%s'", bad[i]);
		CHECK(!number(bad[i], 60, &value));
	}
	check_case("numbers");
	CHECK(number("0", 60, &value));
	CHECK_INT(value, 0);
	CHECK(number("007", 60, &value));
	CHECK_INT(value, 7);
	CHECK(number("60", 60, &value));
	CHECK_INT(value, 60);
	CHECK(number("61", 60, &value));
	CHECK_INT(value, 60);
	CHECK(number("4294967295", UINT32_MAX, &value));
	CHECK_INT(value, UINT32_MAX);
	CHECK(number("99999999999999999999999999999999999999", UINT32_MAX, &value));
	CHECK_INT(value, UINT32_MAX);
}

int main(void)
{
	test_pairs();
	test_numbers();
	check_guard_free(&guard);
	return check_done("test_query");
}
