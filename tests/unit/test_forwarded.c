#include "check.h"

#include "../../src/proto/forwarded.h"

#include <arpa/inet.h>
#include <sys/socket.h>

static check_guard guard;

static rtc_slice put(const char *text)
{
	size_t len = strlen(text);

	return rtc_slice_of(check_guard_put(&guard, text, len), len);
}

/* All elements of a list, from its end, with '|' behind each. */
static void check_list(const char *text, const char *expected)
{
	rtc_slice list = put(text);
	rtc_slice element;
	char out[256] = "";
	size_t len = 0;

	check_case("%s", text);
	while (rtc_forwarded_last(&list, &element)) {
		memcpy(out + len, element.data, element.len);
		len += element.len;
		out[len++] = '|';
	}
	CHECK_STR(out, len, expected);
	CHECK_INT(list.len, 0);
}

static void test_lists(void)
{
	check_list("", "");
	check_list("a", "a|");
	check_list("a,b,c", "c|b|a|");
	check_list(" a , b\t,\tc ", "c|b|a|");
	check_list(",,a,, ,b,", "b|a|");
	check_list(" ,", "");
	check_list("a;x=\"1,2\", b", "b|a;x=\"1,2\"|");
	check_list("a=\"\\\"\",b=\"\\\\\",c", "c|b=\"\\\\\"|a=\"\\\"\"|");
	/* What a client has left open in front takes nothing of what stands behind it. */
	check_list("for=\"evil, for=192.0.2.1", "for=192.0.2.1|for=\"evil|");
	check_list("a=\", for=\"[::1]\"", "for=\"[::1]\"|a=\"|");
	check_list("a=\"\\, for=\"[::1]\"", "for=\"[::1]\"|a=\"\\|");
}

static const char *describe(const rtc_forwarded *forwarded)
{
	static const char *const schemes[] = {"", " plain", " secure"};
	static char out[128];
	char ip[64] = "nobody";

	if (forwarded->kind == RTC_FORWARDED_IP) {
		inet_ntop(forwarded->ip.v6 ? AF_INET6 : AF_INET, forwarded->ip.bytes, ip, sizeof(ip));
	}
	snprintf(out, sizeof(out), "%s %u%s", ip, forwarded->port, schemes[forwarded->scheme]);
	return out;
}

static void check_for(const char *text, const char *expected)
{
	rtc_forwarded forwarded;

	check_case("%s", text);
	if (!rtc_forwarded_for(put(text), &forwarded)) {
		CHECK(expected == NULL);
	} else if (CHECK(expected != NULL)) {
		CHECK_STR(describe(&forwarded), strlen(describe(&forwarded)), expected);
	}
}

static void test_x_forwarded_for(void)
{
	static const char *const bad[] = {"", "localhost", "_hidden", "1.2.3", "1.2.3.4:", ":80",
		"1.2.3.4:65536", "1.2.3.4:080", "1.2.3.4:_x", "1.2.3.4 5.6.7.8", "\"1.2.3.4\"", "[1.2.3.4]",
		"[::1", "::1]", "[::1]80", "[::1]:", "[]", "[::1]:80:80", "[[::1]]", "::1:80:", "::1%eth0",
		"for=1.2.3.4", "1.2.3.4;x", "unknown_", "1.2.3.4\t", NULL};

	check_for("192.0.2.1", "192.0.2.1 0");
	check_for("192.0.2.1:8080", "192.0.2.1 8080");
	check_for("2001:db8::1", "2001:db8::1 0");
	check_for("[2001:db8::1]", "2001:db8::1 0");
	check_for("[2001:db8::1]:443", "2001:db8::1 443");
	check_for("::ffff:192.0.2.1", "::ffff:192.0.2.1 0");
	check_for("unknown", "nobody 0");
	check_for("Unknown", "nobody 0");
	for (size_t i = 0; bad[i] != NULL; i++) {
		check_for(bad[i], NULL);
	}
}

static void check_parse(const char *text, const char *expected)
{
	rtc_forwarded forwarded;

	check_case("%s", text);
	if (!rtc_forwarded_parse(put(text), &forwarded)) {
		CHECK(expected == NULL);
	} else if (CHECK(expected != NULL)) {
		CHECK_STR(describe(&forwarded), strlen(describe(&forwarded)), expected);
	}
}

/* The examples of RFC 7239 4 and 6, and more of the kind. */
static void test_forwarded(void)
{
	check_parse("for=\"_gazonk\"", "nobody 0");
	check_parse("For=\"[2001:db8:cafe::17]:4711\"", "2001:db8:cafe::17 4711");
	check_parse("for=192.0.2.60;proto=http;by=203.0.113.43", "192.0.2.60 0 plain");
	check_parse("for=192.0.2.43", "192.0.2.43 0");
	check_parse("for=_SEVKISEK", "nobody 0");
	check_parse("for=unknown;proto=https", "nobody 0 secure");
	check_parse("for=\"unknown:80\"", "nobody 0");
	check_parse("for=\"192.0.2.1:80\"", "192.0.2.1 80");
	check_parse("for=\"192.0.2.1:_port\"", "192.0.2.1 0");
	check_parse("for=\"\\1\\92.0.2.1\"", "192.0.2.1 0");
	check_parse("PROTO=WSS;FOR=192.0.2.1", "192.0.2.1 0 secure");
	check_parse("proto=ws;for=192.0.2.1", "192.0.2.1 0 plain");
	check_parse("proto=\"https\"", "nobody 0 secure");
	check_parse("proto=gopher;for=192.0.2.1", "192.0.2.1 0");
	check_parse(";;for=192.0.2.1;", "192.0.2.1 0");
	check_parse("host=\"a,b;c\";x=y;for=192.0.2.1", "192.0.2.1 0");
	check_parse("", "nobody 0");
}

static void test_bad_forwarded(void)
{
	static const char *const bad[] = {"for", "for=", "=1.2.3.4", "for=\"", "for=\"1.2.3.4",
		"for=\"\"", "for=\"1.2.3.4\"x", "for=1.2.3.4:80", "for=[::1]", "for=\"::1\"",
		"for=\"[1.2.3.4]\"", "for=::1", "for=1.2.3.4 ;proto=http", "for=1.2.3.4; proto=http",
		"for =1.2.3.4", "for= 1.2.3.4", "for=1.2.3.4;for=5.6.7.8", "for=1.2.3.4;For=1.2.3.4",
		"x=1;X=2", "for=a.example", "for=_", "for=\"_a b\"", "for=\"1.2.3.4\\", "for=\"a\x01\"",
		"for=\"1.2.3.4:\"", "for=\"1.2.3.4:99999\"", "for=1.2.3.4,for=2.2.2.2",
		"a=1;b=1;c=1;d=1;e=1;f=1;g=1;h=1;i=1;j=1;k=1;l=1;m=1;n=1;o=1;p=1;q=1", NULL};
	char longest[100];

	for (size_t i = 0; bad[i] != NULL; i++) {
		check_parse(bad[i], NULL);
	}
	/* An address with so much in front that it would be cut. */
	snprintf(longest, sizeof(longest), "for=\"_%0*d\"", 62, 0);
	check_parse(longest, "nobody 0");
	snprintf(longest, sizeof(longest), "for=\"_%0*d\"", 63, 0);
	check_parse(longest, NULL);
	snprintf(longest, sizeof(longest), "for=\"1.2.3.4%0*d\"", 80, 0);
	check_parse(longest, NULL);
	snprintf(longest, sizeof(longest), "for=1.2.3.4;proto=\"https%0*d\"", 70, 0);
	check_parse(longest, "1.2.3.4 0");
}

static void test_schemes(void)
{
	check_case("schemes");
	CHECK_INT(rtc_forwarded_scheme_of(RTC_SLICE("https")), RTC_FORWARDED_SECURE);
	CHECK_INT(rtc_forwarded_scheme_of(RTC_SLICE("WSS")), RTC_FORWARDED_SECURE);
	CHECK_INT(rtc_forwarded_scheme_of(RTC_SLICE("http")), RTC_FORWARDED_PLAIN);
	CHECK_INT(rtc_forwarded_scheme_of(RTC_SLICE("ws")), RTC_FORWARDED_PLAIN);
	CHECK_INT(rtc_forwarded_scheme_of(RTC_SLICE("on")), RTC_FORWARDED_NO_SCHEME);
	CHECK_INT(rtc_forwarded_scheme_of(RTC_SLICE("")), RTC_FORWARDED_NO_SCHEME);
}

int main(void)
{
	test_lists();
	test_x_forwarded_for();
	test_forwarded();
	test_bad_forwarded();
	test_schemes();
	check_guard_free(&guard);
	return check_done("test_forwarded");
}
