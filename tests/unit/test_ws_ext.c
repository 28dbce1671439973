#include "check.h"

#include "../../src/proto/ws_ext.h"

static const rtc_deflate_params all = {.server_window_bits = 15, .client_window_bits = 15};

/* What the offers come to, as the answer; "declined" if none is taken. */
static const char *answer(const char *offers, const rtc_deflate_params *wanted)
{
	static char text[256];
	rtc_deflate_params agreed;
	rtc_buf out;

	if (!rtc_deflate_negotiate(rtc_slice_of(offers, strlen(offers)), wanted, &agreed)) {
		return "declined";
	}
	rtc_buf_init(&out);
	CHECK_INT(rtc_deflate_response(&agreed, &out), RTC_OK);
	snprintf(text, sizeof(text), "%.*s", (int)out.len, (const char *)out.data);
	rtc_buf_deinit(&out);
	return text;
}

static void check_answers(
	const char *const (*cases)[2], size_t count, const rtc_deflate_params *wanted)
{
	for (size_t i = 0; i < count; i++) {
		const char *got = answer(cases[i][0], wanted);

		check_case("%s", cases[i][0]);
		CHECK_BYTES(got, strlen(got), cases[i][1], strlen(cases[i][1]));
	}
}

#define PMD "permessage-deflate"

static void test_offers(void)
{
	static const char *const cases[][2] = {
		{PMD, PMD},
		{"PerMessage-Deflate", PMD},
		{"  " PMD "  ", PMD},
		{"", "declined"},
		{"x-webkit-deflate-frame", "declined"},
		{"foo, " PMD, PMD},
		{"foo; bar=\"a,b\", " PMD, PMD},
		{"@@@, " PMD, PMD},
		{"a b, ;=, " PMD "=1, " PMD, PMD},
		{PMD "; client_max_window_bits", PMD},
		{PMD ";client_max_window_bits = 10", PMD "; client_max_window_bits=10"},
		{PMD "; client_max_window_bits=\"10\"", PMD "; client_max_window_bits=10"},
		{PMD "; client_max_window_bits=15", PMD},
		{PMD "; client_max_window_bits=8", PMD "; client_max_window_bits=8"},
		{PMD "; server_max_window_bits=\"9\"", PMD "; server_max_window_bits=9"},
		{PMD "; server_max_window_bits=8; client_max_window_bits=\"8\"",
			PMD "; server_max_window_bits=8; client_max_window_bits=8"},
		{PMD "; server_max_window_bits=8", PMD "; server_max_window_bits=8"},
		{PMD "; server_max_window_bits=15", PMD "; server_max_window_bits=15"},
		{PMD "; client_max_window_bits=15; server_max_window_bits=\"15\"",
			PMD "; server_max_window_bits=15"},
		{PMD "; server_no_context_takeover", PMD "; server_no_context_takeover"},
		{PMD "; client_no_context_takeover", PMD "; client_no_context_takeover"},
		{PMD "; SERVER_no_context_takeover; client_no_context_takeover; server_max_window_bits=9; "
			 "client_max_window_bits=9",
			PMD "; server_no_context_takeover; client_no_context_takeover; "
				"server_max_window_bits=9; client_max_window_bits=9"},
	};

	check_answers(cases, sizeof(cases) / sizeof(cases[0]), &all);
}

static void test_offers_that_are_passed_over(void)
{
	static const char *const cases[][2] = {
		{PMD "; foo", "declined"},
		{PMD "; foo=1", "declined"},
		{PMD "=1", "declined"},
		{PMD " server_no_context_takeover", "declined"},
		{PMD "; client_no_context_takeover=\"\"", "declined"},
		{PMD "; server_max_window_bits=\"\"", "declined"},
		{PMD "; server_max_window_bits=9.0", "declined"},
		{PMD "; server_max_window_bits=-9", "declined"},
		{PMD "; server_max_window_bits=9 9", "declined"},
		{PMD "; client_max_window_bits=7", "declined"},
		{PMD "; client_max_window_bits=09", "declined"},
		{PMD "; client_max_window_bits=10; client_max_window_bits=10", "declined"},
		{PMD "; server_max_window_bits=9; Server_Max_Window_Bits=9", "declined"},
		{PMD ";", "declined"},
		{PMD "; ; client_max_window_bits", "declined"},
		{PMD "; server_no_context_takeover=1", "declined"},
		{PMD "; server_no_context_takeover=", "declined"},
		{PMD "; server_no_context_takeover; server_no_context_takeover", "declined"},
		{PMD "; client_no_context_takeover; client_no_context_takeover", "declined"},
		{PMD "; server_max_window_bits", "declined"},
		{PMD "; server_max_window_bits=", "declined"},
		{PMD "; server_max_window_bits=7", "declined"},
		{PMD "; server_max_window_bits=16", "declined"},
		{PMD "; server_max_window_bits=08", "declined"},
		{PMD "; server_max_window_bits=+9", "declined"},
		{PMD "; server_max_window_bits=1", "declined"},
		{PMD "; server_max_window_bits=100", "declined"},
		{PMD "; server_max_window_bits=\"12", "declined"},
		{PMD "; server_max_window_bits=9; server_max_window_bits=9", "declined"},
		{PMD "; client_max_window_bits=", "declined"},
		{PMD "; client_max_window_bits=16", "declined"},
		{PMD "; client_max_window_bits; client_max_window_bits=9", "declined"},
		/* The next one is taken instead. */
		{PMD "; server_max_window_bits=16, " PMD "; client_max_window_bits=7, x, " PMD
			 "; client_max_window_bits=9, " PMD,
			PMD "; client_max_window_bits=9"},
		{PMD "; foo, " PMD "; server_max_window_bits=10", PMD "; server_max_window_bits=10"},
		{PMD "; server_max_window_bits=10, " PMD, PMD "; server_max_window_bits=10"},
	};

	check_answers(cases, sizeof(cases) / sizeof(cases[0]), &all);
}

static void test_wishes(void)
{
	static const rtc_deflate_params small = {
		.server_no_context_takeover = true, .server_window_bits = 11, .client_window_bits = 12};
	static const char *const cases[][2] = {
		{PMD "; client_max_window_bits",
			PMD "; server_no_context_takeover; server_max_window_bits=11; "
				"client_max_window_bits=12"},
		{PMD "; client_max_window_bits=10; server_max_window_bits=9",
			PMD "; server_no_context_takeover; server_max_window_bits=9; "
				"client_max_window_bits=10"},
		{PMD "; client_max_window_bits=14; server_max_window_bits=14",
			PMD "; server_no_context_takeover; server_max_window_bits=11; "
				"client_max_window_bits=12"},
		{PMD "; client_max_window_bits; server_max_window_bits=15",
			PMD "; server_no_context_takeover; server_max_window_bits=11; "
				"client_max_window_bits=12"},
		/* A client that takes no window is made to forget. */
		{PMD,
			PMD "; server_no_context_takeover; client_no_context_takeover; "
				"server_max_window_bits=11"},
	};

	check_answers(cases, sizeof(cases) / sizeof(cases[0]), &small);
}

/* Of 8 bits is nothing but what the client itself has named. */
static void test_the_smallest_window(void)
{
	static const rtc_deflate_params least = {.server_window_bits = 8, .client_window_bits = 8};
	static const char *const cases[][2] = {
		{PMD "; client_max_window_bits",
			PMD "; server_max_window_bits=8; client_max_window_bits=9"},
		{PMD "; client_max_window_bits=15",
			PMD "; server_max_window_bits=8; client_max_window_bits=9"},
		{PMD "; client_max_window_bits=9",
			PMD "; server_max_window_bits=8; client_max_window_bits=9"},
		{PMD "; client_max_window_bits=8",
			PMD "; server_max_window_bits=8; client_max_window_bits=8"},
		{PMD, PMD "; client_no_context_takeover; server_max_window_bits=8"},
	};

	check_answers(cases, sizeof(cases) / sizeof(cases[0]), &least);
}

int main(void)
{
	test_offers();
	test_offers_that_are_passed_over();
	test_wishes();
	test_the_smallest_window();
	return check_done("test_ws_ext");
}
