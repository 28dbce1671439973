#include "publisher_url.h"

#include "../proto/base.h"
#include "value.h"

#include <arpa/inet.h>
#include <sys/un.h>

#define HOST_MAX 253

#define DIGITS "0123456789"
#define LETTERS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"

/* A url in its parts: slices of the text. */
typedef struct url_parts {
	rtc_slice host; /* with the brackets of an IPv6 address; empty for a socket */
	rtc_slice socket;
	rtc_slice path;
	unsigned port;
	bool tls;
} url_parts;

/* Each of the parsers below returns NULL, or what the url must be instead. */

static bool take_prefix(rtc_slice *in, rtc_slice prefix)
{
	if (in->len < prefix.len ||
		!rtc_slice_equals_nocase(rtc_slice_of(in->data, prefix.len), prefix)) {
		return false;
	}
	in->data += prefix.len;
	in->len -= prefix.len;
	return true;
}

/* Takes what stands in front of the next byte out of `stops`, or all. */
static rtc_slice take_until(rtc_slice *in, const char *stops)
{
	rtc_slice taken = {.data = in->data};

	while (taken.len < in->len && memchr(stops, in->data[taken.len], strlen(stops)) == NULL) {
		taken.len++;
	}
	in->data += taken.len;
	in->len -= taken.len;
	return taken;
}

static bool consists_of(rtc_slice text, const char *bytes)
{
	for (size_t i = 0; i < text.len; i++) {
		if (memchr(bytes, text.data[i], strlen(bytes)) == NULL) {
			return false;
		}
	}
	return text.len > 0;
}

static bool is_ipv6(rtc_slice text)
{
	char copy[INET6_ADDRSTRLEN];
	struct in6_addr address;

	if (text.len >= sizeof(copy)) {
		return false;
	}
	memcpy(copy, text.data, text.len);
	copy[text.len] = '\0';
	return strlen(copy) == text.len && inet_pton(AF_INET6, copy, &address) == 1;
}

static const char *parse_port(rtc_slice text, unsigned *port)
{
	unsigned value = 0;

	if (!consists_of(text, DIGITS) || text.len > 5) {
		return "must have a port from 1 to 65535";
	}
	for (size_t i = 0; i < text.len; i++) {
		value = value * 10 + (unsigned)(text.data[i] - '0');
	}
	if (value == 0 || value > 65535) {
		return "must have a port from 1 to 65535";
	}
	*port = value;
	return NULL;
}

/* host [":" port], where an IPv6 address stands in brackets. */
static const char *parse_authority(rtc_slice in, url_parts *parts)
{
	if (in.len > 0 && memchr(in.data, '@', in.len) != NULL) {
		return "must not hold a user or a password: the secret is an argument of its own";
	}
	parts->host = take_until(&in, in.len > 0 && in.data[0] == '[' ? "]" : ":");
	if (parts->host.len > 0 && parts->host.data[0] == '[') {
		if (in.len == 0 || !is_ipv6(rtc_slice_of(parts->host.data + 1, parts->host.len - 1))) {
			return "must have an IPv6 address in its brackets";
		}
		parts->host.len++;
		in.data++;
		in.len--;
	} else if (!consists_of(parts->host, LETTERS DIGITS "-._") || parts->host.len > HOST_MAX) {
		return "must have a host that is a name or an IP address";
	}
	parts->port = parts->tls ? 443 : 80;
	if (in.len == 0) {
		return NULL;
	}
	return in.data[0] == ':' ? parse_port(rtc_slice_of(in.data + 1, in.len - 1), &parts->port)
							 : "must have a port or a path behind its host";
}

/* The characters of RFC 3986 3.3. Slashes at the end mean nothing here. */
static const char *parse_path(rtc_slice in, url_parts *parts)
{
	rtc_slice path = take_until(&in, "?#");

	if (in.len > 0) {
		return "must not have a query or a fragment";
	}
	for (rtc_slice left = path; left.len > 0;) {
		size_t len = left.data[0] == '%' ? 3 : 1;

		if (len == 3
				? left.len < 3 ||
					!consists_of(rtc_slice_of(left.data + 1, 2), DIGITS "abcdefABCDEF")
				: !consists_of(rtc_slice_of(left.data, 1), LETTERS DIGITS "/-._~!$&'()*+,;=:@")) {
			return "must have a path of URL characters, others as %XX";
		}
		left.data += len;
		left.len -= len;
	}
	while (path.len > 0 && path.data[path.len - 1] == '/') {
		path.len--;
	}
	parts->path = path;
	return NULL;
}

/* path [":" uri]. */
static const char *parse_socket(rtc_slice in, url_parts *parts)
{
	parts->socket = take_until(&in, ":");
	if (parts->socket.len == 0 || parts->socket.data[0] != '/') {
		return "must have the absolute path of a socket behind \"unix:\"";
	}
	for (size_t i = 0; i < parts->socket.len; i++) {
		if (parts->socket.data[i] < 0x20 || parts->socket.data[i] == 0x7F) {
			return "must not have control characters in the path of its socket";
		}
	}
	if (parts->socket.len >= sizeof(((struct sockaddr_un *)NULL)->sun_path)) {
		return "must have a shorter path of its socket: the system has no room for it";
	}
	if (in.len == 0) {
		return NULL;
	}
	in.data++;
	in.len--;
	if (in.len > 0 && in.data[0] != '/' && in.data[0] != '?' && in.data[0] != '#') {
		return "must have a path that starts with a slash";
	}
	return parse_path(in, parts);
}

static const char *parse(rtc_slice in, url_parts *parts)
{
	bool http = take_prefix(&in, RTC_SLICE("http://"));
	const char *fault;

	parts->tls = !http && take_prefix(&in, RTC_SLICE("https://"));
	if (!parts->tls && take_prefix(&in, RTC_SLICE("unix:"))) {
		return parse_socket(in, parts);
	}
	if (!http && !parts->tls) {
		return "must start with \"http://\", \"https://\" or \"unix:\"";
	}
	fault = parse_authority(take_until(&in, "/?#"), parts);
	return fault != NULL ? fault : parse_path(in, parts);
}

static bool is_default_port(const url_parts *parts)
{
	return parts->port == (parts->tls ? 443U : 80U);
}

static void fill(php_rtcomm_publisher_url *url, const url_parts *parts)
{
	const char *socket = (const char *)parts->socket.data;
	const char *host = (const char *)parts->host.data;

	url->tls = parts->tls;
	url->path = php_rtcomm_string(parts->path);
	if (parts->socket.len > 0) {
		url->transport = strpprintf(0, "unix://%.*s", (int)parts->socket.len, socket);
		url->name = strpprintf(0, "unix:%.*s", (int)parts->socket.len, socket);
		url->host = zend_string_init(ZEND_STRL("localhost"), false);
	} else {
		url->name = strpprintf(0, "%.*s:%u", (int)parts->host.len, host, parts->port);
		url->transport = strpprintf(0, "tcp://%s", ZSTR_VAL(url->name));
		url->host =
			is_default_port(parts) ? php_rtcomm_string(parts->host) : zend_string_copy(url->name);
	}
	url->id =
		strpprintf(0, "RtComm\\Publisher %s%s", parts->tls ? "tls:" : "", ZSTR_VAL(url->name));
}

bool php_rtcomm_publisher_url_parse(const zend_string *text, php_rtcomm_publisher_url *url)
{
	url_parts parts = {0};
	const char *fault = parse(php_rtcomm_slice(text), &parts);

	if (fault != NULL) {
		zend_argument_value_error(1, "%s", fault);
		return false;
	}
	fill(url, &parts);
	return true;
}

void php_rtcomm_publisher_url_deinit(php_rtcomm_publisher_url *url)
{
	if (url->transport != NULL) {
		zend_string_release(url->transport);
		zend_string_release(url->name);
		zend_string_release(url->id);
		zend_string_release(url->host);
		zend_string_release(url->path);
	}
	*url = (php_rtcomm_publisher_url){0};
}
