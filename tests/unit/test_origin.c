/* link: src/engine/origin.c src/engine/request.c src/engine/options.c */
/* link: src/engine/network.c src/engine/address.c */
#include "check.h"

#include "../../src/engine/origin.h"

/* `list`: entries with a space behind each. */
static bool allowed(const char *host, const char *origin, const char *list)
{
	char text[512];
	rtc_http_head head;
	rtc_http_error error;
	rtc_strings origins = {0};
	int len = origin == NULL
		? snprintf(text, sizeof(text), "GET / HTTP/1.1\r\nHost: %s\r\n\r\n", host)
		: snprintf(
			  text, sizeof(text), "GET / HTTP/1.1\r\nHost: %s\r\nOrigin: %s\r\n\r\n", host, origin);

	check_case("host %s, origin %s, list %s", host, origin != NULL ? origin : "(none)", list);
	while (*list != '\0') {
		size_t entry = strcspn(list, " ");

		CHECK_INT(rtc_strings_add(&origins, rtc_slice_of(list, entry)), RTC_OK);
		list += entry + 1;
	}
	if (!CHECK(rtc_http_parse_head((const uint8_t *)text, (size_t)len, &head, &error))) {
		return false;
	}

	rtc_request *request = rtc_request_new(&head, (const uint8_t *)text, (size_t)len);
	bool result = rtc_origin_allowed(request, &origins);

	rtc_request_unref(request);
	rtc_strings_deinit(&origins);
	return result;
}

static void test_same_host(void)
{
	CHECK(allowed("example.com", NULL, ""));
	CHECK(allowed("example.com", "http://example.com", ""));
	CHECK(allowed("example.com", "https://example.com", ""));
	CHECK(allowed("example.com:80", "http://example.com", ""));
	CHECK(allowed("example.com", "http://example.com:80", ""));
	CHECK(allowed("example.com:443", "https://example.com", ""));
	CHECK(allowed("Example.COM", "HTTP://eXample.com", ""));
	CHECK(allowed("example.com:8080", "http://example.com:8080", ""));
	CHECK(allowed("[::1]:8080", "http://[::1]:8080", ""));
	CHECK(allowed("[::1]", "http://[::1]", ""));

	CHECK(!allowed("example.com", "http://example.com:8080", ""));
	CHECK(!allowed("example.com:8080", "http://example.com", ""));
	CHECK(!allowed("example.com:80", "https://example.com", ""));
	CHECK(!allowed("example.com", "http://example.com.evil.test", ""));
	CHECK(!allowed("example.com", "http://evil.test", ""));
	CHECK(!allowed("example.com", "http://sub.example.com", ""));
	CHECK(!allowed("localhost", "capacitor://localhost", ""));
	CHECK(!allowed("example.com", "null", ""));
	CHECK(!allowed("example.com", "", ""));
	CHECK(!allowed("example.com", "example.com", ""));
	CHECK(!allowed("example.com", "://example.com", ""));
	CHECK(!allowed("example.com", "http://", ""));
	CHECK(!allowed("example.com", "http://example.com/", ""));
	CHECK(!allowed("example.com", "http://evil@example.com", ""));
	CHECK(!allowed("example.com", "http://example.com:", ""));
	CHECK(!allowed("example.com", "http://example.com:0", ""));
	CHECK(!allowed("example.com", "http://example.com:99999999999999999999", ""));
	CHECK(!allowed("example.com", "http://evil.test http://example.com", ""));
	CHECK(!allowed("[::1]:8080", "http://[::1", ""));
	CHECK(!allowed("[::1]:8080", "http://[::1]8080", ""));
}

static void test_lists(void)
{
	CHECK(allowed("h", NULL, "https://example.com "));
	CHECK(allowed("h", "https://example.com", "http://other.test https://example.com "));
	CHECK(allowed("h", "https://example.com", "https://EXAMPLE.com:443 "));
	CHECK(allowed("h", "https://example.com:443", "https://example.com "));
	CHECK(!allowed("h", "http://example.com", "https://example.com "));
	CHECK(!allowed("h", "https://example.com:8443", "https://example.com "));
	CHECK(allowed("h", "https://example.com:8443", "https://example.com:8443 "));
	CHECK(!allowed("h", "https://sub.example.com", "https://example.com "));
	CHECK(allowed("h", "capacitor://localhost", "capacitor://localhost "));

	CHECK(allowed("h", "http://example.com", "example.com "));
	CHECK(allowed("h", "https://example.com", "example.com "));
	CHECK(allowed("h", "https://example.com:8443", "example.com "));
	CHECK(allowed("h", "http://example.com:8080", "example.com:8080 "));
	CHECK(!allowed("h", "http://example.com:8081", "example.com:8080 "));
	CHECK(allowed("h", "https://example.com", "example.com:443 "));

	check_case("a list replaces the same host");
	CHECK(!allowed("h", "http://h", "example.com "));

	CHECK(allowed("h", "null", "null "));
	CHECK(!allowed("h", "null", "example.com "));
	CHECK(!allowed("h", "http://evil.test", "null "));
	CHECK(allowed("h", "null", "* "));
	CHECK(allowed("h", "http://evil.test", "example.com * "));
	CHECK(allowed("h", "total nonsense", "* "));
	CHECK(!allowed("h", "http://evil.test", "*.test "));
}

int main(void)
{
	test_same_host();
	test_lists();
	return check_done("test_origin");
}
