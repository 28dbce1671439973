/* link: src/engine/siphash.c */
#include "check.h"

#include "../../src/engine/siphash.h"

/* The reference implementation's first vector, and what CPython 3.11 gives with a zero key. */
int main(void)
{
	static const struct {
		const char *text;
		int64_t hash;
	} cases[] = {
		{"a", INT64_C(4644417185603328019)},
		{"abcdefg", INT64_C(7904145750247929094)},
		{"abcdefgh", INT64_C(4574395652268504554)},
		{"hello world, this is", INT64_C(487517429792856518)},
		{"x", INT64_C(-3368204716105132637)},
	};
	static const uint64_t zero[2] = {0, 0};
	static const uint64_t key[2] = {UINT64_C(0x0706050403020100), UINT64_C(0x0F0E0D0C0B0A0908)};
	check_guard guard = {0};

	CHECK(rtc_siphash(key, (rtc_slice){0}) == UINT64_C(0xABAC0158050FC4DC));
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		size_t len = strlen(cases[i].text);
		uint8_t *text = check_guard_put(&guard, cases[i].text, len);

		CHECK_INT((int64_t)rtc_siphash(zero, rtc_slice_of(text, len)), cases[i].hash);
	}
	check_guard_free(&guard);
	return check_done("test_siphash");
}
