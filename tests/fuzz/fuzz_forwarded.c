/* Lists of X-Forwarded-For and Forwarded, and IP addresses. */
#include "../../src/proto/forwarded.h"
#include "fuzz.h"

#include <arpa/inet.h>
#include <sys/socket.h>

/* The C library's reader; false for what does not fit into its text. */
static bool naive_ip(rtc_slice text, uint8_t out[16])
{
	char copy[64];

	if (text.len >= sizeof(copy) || (text.len > 0 && memchr(text.data, '\0', text.len) != NULL)) {
		return false;
	}
	memset(out, 0, 16);
	if (text.len > 0) {
		memcpy(copy, text.data, text.len);
	}
	copy[text.len] = '\0';
	return inet_pton(strchr(copy, ':') != NULL ? AF_INET6 : AF_INET, copy, out) == 1;
}

static void check_ip(rtc_slice text)
{
	uint8_t expected[16];
	rtc_ip ip;
	bool good = rtc_ip_parse(text, &ip);

	FUZZ_ASSERT(good == naive_ip(text, expected));
	FUZZ_ASSERT(!good || memcmp(ip.bytes, expected, 16) == 0);
}

static bool is_blank(uint8_t byte)
{
	return byte == ' ' || byte == '\t';
}

static void check_element(rtc_slice element)
{
	rtc_forwarded forwarded;
	uint8_t bytes[16];

	FUZZ_ASSERT(element.len > 0);
	FUZZ_ASSERT(!is_blank(element.data[0]) && !is_blank(element.data[element.len - 1]));
	check_ip(element);
	if (naive_ip(element, bytes)) {
		FUZZ_ASSERT(rtc_forwarded_for(element, &forwarded));
		FUZZ_ASSERT(forwarded.kind == RTC_FORWARDED_IP && forwarded.port == 0);
		FUZZ_ASSERT(memcmp(forwarded.ip.bytes, bytes, 16) == 0);
	} else if (rtc_forwarded_for(element, &forwarded) && forwarded.kind == RTC_FORWARDED_IP) {
		FUZZ_ASSERT(element.data[0] == '[' || memchr(element.data, ':', element.len) != NULL);
	}
	if (rtc_forwarded_parse(element, &forwarded) && forwarded.kind == RTC_FORWARDED_IP) {
		FUZZ_ASSERT(element.len > strlen("for=") && memchr(element.data, '=', element.len) != NULL);
	}
	FUZZ_ASSERT(rtc_forwarded_scheme_of(element) <= RTC_FORWARDED_SECURE);
}

static void check_list(const uint8_t *data, size_t size)
{
	uint8_t *copy = fuzz_copy(data, size);
	rtc_slice list = rtc_slice_of(copy, size);
	const uint8_t *end = copy + size;
	rtc_slice element;

	while (rtc_forwarded_last(&list, &element)) {
		FUZZ_ASSERT(element.data >= copy && element.data + element.len <= end);
		FUZZ_ASSERT(list.data == copy && copy + list.len <= element.data);
		check_element(element);
		end = copy + list.len;
	}
	FUZZ_ASSERT(list.len == 0);
	free(copy);
}

/* Whatever a client puts in front, what its proxy appends is read as it was written. */
static void check_appended(const uint8_t *data, size_t size, const char *appended, uint16_t port)
{
	size_t len = strlen(appended);
	uint8_t *copy = malloc(size + 2 + len);
	rtc_slice list = rtc_slice_of(copy, size + 2 + len);
	rtc_forwarded forwarded;
	rtc_slice element;

	if (copy == NULL) {
		abort();
	}
	memcpy(copy, data, size);
	memcpy(copy + size, ", ", 2);
	memcpy(copy + size + 2, appended, len);
	FUZZ_ASSERT(rtc_forwarded_last(&list, &element));
	FUZZ_ASSERT(element.data == copy + size + 2 && element.len == len);
	FUZZ_ASSERT(list.len == size);
	FUZZ_ASSERT(appended[0] == 'f' ? rtc_forwarded_parse(element, &forwarded)
								   : rtc_forwarded_for(element, &forwarded));
	FUZZ_ASSERT(forwarded.kind == RTC_FORWARDED_IP && forwarded.port == port);
	free(copy);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	uint8_t *copy = fuzz_copy(data, size);

	check_ip(rtc_slice_of(copy, size));
	free(copy);
	check_list(data, size);
	check_appended(data, size, "192.0.2.1", 0);
	check_appended(data, size, "[2001:db8::1]:80", 80);
	check_appended(data, size, "for=192.0.2.1;proto=https", 0);
	check_appended(data, size, "for=\"[2001:db8::1]:80\";host=\"a,b\"", 80);
	return 0;
}
