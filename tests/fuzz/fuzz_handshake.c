/* The opening handshake against a naive judge and an independent SHA-1. The first byte of the input
 * says how many subprotocols the server has (modulo 4); what follows is the request. */
#include "../../src/proto/handshake.h"
#include "fuzz.h"

#include <strings.h>

#define OFFERS_MAX 64

static const rtc_slice supported[] = {
	{(const uint8_t *)"a", 1},
	{(const uint8_t *)"chat", 4},
	{(const uint8_t *)"rtcomm.json", 11},
};

/* What the naive judge reads off a request. Strings point into a copy that it cuts up. */
typedef struct naive {
	const char *method;
	int minor;
	int keys;
	int versions;
	const char *key;
	const char *version;
	bool upgrade;
	bool websocket;
	bool body;
	bool bad_offer;
	bool offer_field;
	size_t offers;
	const char *offer[OFFERS_MAX + 1];
} naive;

static uint32_t naive_rotate(uint32_t word, int count)
{
	return (word << count) | (word >> (32 - count));
}

/* SHA-1 as FIPS 180-4 6.1.2 spells it, of a text shorter than 120 bytes. */
static void naive_sha1(const char *text, uint8_t digest[20])
{
	static const uint32_t constants[] = {0x5A827999, 0x6ED9EBA1, 0x8F1BBCDC, 0xCA62C1D6};
	uint32_t h[5] = {0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0};
	uint8_t padded[128] = {0};
	size_t len = strlen(text);
	size_t total = len + 9 <= 64 ? 64 : 128;

	memcpy(padded, text, len);
	padded[len] = 0x80;
	padded[total - 2] = (uint8_t)(len * 8 / 256);
	padded[total - 1] = (uint8_t)(len * 8 % 256);
	for (size_t block = 0; block < total; block += 64) {
		uint32_t w[80];
		uint32_t v[5];

		for (size_t t = 0; t < 80; t++) {
			const uint8_t *at = padded + block + (t < 16 ? t * 4 : 0);

			w[t] = t < 16 ? at[0] * 0x1000000u + at[1] * 0x10000u + at[2] * 0x100u + at[3]
						  : naive_rotate(w[t - 3] ^ w[t - 8] ^ w[t - 14] ^ w[t - 16], 1);
		}
		memcpy(v, h, sizeof(v));
		for (size_t t = 0; t < 80; t++) {
			uint32_t parity = v[1] ^ v[2] ^ v[3];
			uint32_t choose = v[3] ^ (v[1] & (v[2] ^ v[3]));
			uint32_t majority = (v[1] & v[2]) ^ (v[1] & v[3]) ^ (v[2] & v[3]);
			uint32_t f = t < 20 ? choose : t >= 40 && t < 60 ? majority : parity;
			uint32_t next = naive_rotate(v[0], 5) + f + v[4] + constants[t / 20] + w[t];

			memmove(v + 1, v, 4 * sizeof(*v));
			v[2] = naive_rotate(v[2], 30);
			v[0] = next;
		}
		for (size_t i = 0; i < 5; i++) {
			h[i] += v[i];
		}
	}
	for (size_t i = 0; i < 20; i++) {
		digest[i] = (uint8_t)(h[i / 4] >> (8 * (3 - i % 4)));
	}
}

static int naive_letter(char c)
{
	static const char letters[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	const char *at = c != '\0' ? strchr(letters, c) : NULL;

	return at != NULL ? (int)(at - letters) : -1;
}

/* Bit by bit: is it the padded form of 16 bytes with no stray bits at its end? */
static bool naive_key_good(const char *key)
{
	if (strlen(key) != 24 || strcmp(key + 22, "==") != 0 || naive_letter(key[21]) % 16 != 0) {
		return false;
	}
	for (size_t i = 0; i < 22; i++) {
		if (naive_letter(key[i]) < 0) {
			return false;
		}
	}
	return true;
}

static void naive_accept(const char *key, char out[29])
{
	char text[64];
	uint8_t digest[21] = {0};

	snprintf(text, sizeof(text), "%s258EAFA5-E914-47DA-95CA-C5AB0DC85B11", key);
	naive_sha1(text, digest);
	for (size_t i = 0; i < 27; i++) {
		uint32_t bits = 0;

		for (size_t bit = i * 6; bit < i * 6 + 6; bit++) {
			bits = bits * 2 + (digest[bit / 8] >> (7 - bit % 8) & 1);
		}
		out[i] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"[bits];
	}
	memcpy(out + 27, "=", 2);
}

static char *naive_trim(char *text)
{
	text += strspn(text, " \t");
	for (size_t len = strlen(text); len > 0 && strchr(" \t", text[len - 1]) != NULL; len--) {
		text[len - 1] = '\0';
	}
	return text;
}

/* Cuts the next element off a list; NULL at its end. */
static char *naive_element(char **list)
{
	while (*list != NULL && **list != '\0') {
		char *start = *list;
		char *at = start;

		for (bool quoted = false; *at != '\0' && (quoted || *at != ','); at++) {
			if (*at == '"') {
				quoted = !quoted;
			} else if (quoted && *at == '\\' && at[1] != '\0') {
				at++;
			}
		}
		*list = *at != '\0' ? at + 1 : at;
		*at = '\0';
		start = naive_trim(start);
		if (*start != '\0') {
			return start;
		}
	}
	return NULL;
}

static void naive_offers(naive *seen, char *list)
{
	static const char separators[] = "\"(),/:;<=>?@[\\]{} \t";
	char *offer;

	seen->offer_field = true;
	while ((offer = naive_element(&list)) != NULL) {
		for (const char *at = offer; *at != '\0'; at++) {
			seen->bad_offer |= (uint8_t)*at >= 0x80 || strchr(separators, *at) != NULL;
		}
		for (size_t i = 0; i < seen->offers; i++) {
			seen->bad_offer |= strcmp(seen->offer[i], offer) == 0;
		}
		if (seen->offers <= OFFERS_MAX) {
			seen->offer[seen->offers++] = offer;
		}
	}
}

static void naive_field(naive *seen, const char *name, char *value)
{
	char *element;

	if (strcasecmp(name, "connection") == 0) {
		while ((element = naive_element(&value)) != NULL) {
			seen->upgrade |= strcasecmp(element, "upgrade") == 0;
		}
	} else if (strcasecmp(name, "upgrade") == 0) {
		while ((element = naive_element(&value)) != NULL) {
			seen->websocket |= strcasecmp(element, "websocket") == 0;
		}
	} else if (strcasecmp(name, "sec-websocket-key") == 0) {
		seen->keys++;
		seen->key = value;
	} else if (strcasecmp(name, "sec-websocket-version") == 0) {
		seen->versions++;
		seen->version = value;
	} else if (strcasecmp(name, "sec-websocket-protocol") == 0) {
		naive_offers(seen, value);
	} else if (strcasecmp(name, "transfer-encoding") == 0) {
		seen->body = true;
	} else if (strcasecmp(name, "content-length") == 0) {
		seen->body |= strspn(value, "0") != strlen(value);
	}
}

/* Reads a request that is known to be well formed. */
static naive naive_read(char *text)
{
	naive seen = {0};
	char *line = text + strspn(text, "\r\n");
	char *end = strstr(line, "\r\n");

	seen.method = line;
	seen.minor = end[-1] - '0';
	*strchr(line, ' ') = '\0';
	for (line = end + 2; *line != '\r'; line = end + 2) {
		char *colon = strchr(line, ':');

		end = strstr(line, "\r\n");
		*end = '\0';
		*colon = '\0';
		naive_field(&seen, line, naive_trim(colon + 1));
	}
	return seen;
}

static bool naive_good(const naive *seen)
{
	return strcmp(seen->method, "GET") == 0 && seen->minor > 0 && seen->upgrade &&
		seen->websocket && !seen->body && seen->versions == 1 && strcmp(seen->version, "13") == 0 &&
		seen->keys == 1 && naive_key_good(seen->key) && !seen->bad_offer &&
		seen->offers <= OFFERS_MAX && (!seen->offer_field || seen->offers > 0);
}

/* The protocol that should be selected, "" for none. */
static const char *naive_protocol(const naive *seen, size_t count)
{
	for (size_t i = 0; i < seen->offers; i++) {
		for (size_t j = 0; j < count; j++) {
			if (strcmp(seen->offer[i], (const char *)supported[j].data) == 0) {
				return seen->offer[i];
			}
		}
	}
	return "";
}

static void check_good(const rtc_handshake *result, const naive *seen, size_t count)
{
	const char *protocol = naive_protocol(seen, count);
	char accept[29];
	char expected[512];
	rtc_buf out = {0};

	naive_accept(seen->key, accept);
	FUZZ_ASSERT(memcmp(result->key, seen->key, sizeof(result->key)) == 0);
	FUZZ_ASSERT(result->offered == (seen->offers > 0));
	FUZZ_ASSERT(rtc_slice_equals(result->protocol, rtc_slice_of(protocol, strlen(protocol))));
	snprintf(expected, sizeof(expected),
		"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
		"Sec-WebSocket-Accept: %s\r\n%s%s%s\r\n",
		accept, protocol[0] ? "Sec-WebSocket-Protocol: " : "", protocol, protocol[0] ? "\r\n" : "");
	FUZZ_ASSERT(rtc_handshake_write(result, (rtc_slice){0}, &out) == RTC_OK);
	FUZZ_ASSERT(rtc_slice_equals(rtc_buf_slice(&out), rtc_slice_of(expected, strlen(expected))));
	rtc_buf_deinit(&out);
}

static void check(const uint8_t *data, size_t len, size_t count)
{
	rtc_http_head head;
	rtc_http_error error;
	rtc_handshake result;
	uint8_t *bytes = fuzz_copy(data, len);

	if (!rtc_http_parse_head(bytes, len, &head, &error)) {
		free(bytes);
		return;
	}
	rtc_handshake_check(&head, bytes, supported, count, &result);
	free(bytes);

	char *text = malloc(len + 1);

	if (text == NULL) {
		abort();
	}
	memcpy(text, data, len);
	text[len] = '\0';

	naive seen = naive_read(text);

	FUZZ_ASSERT((result.status == 101) == naive_good(&seen));
	FUZZ_ASSERT((result.status == 101) == (result.error == NULL));
	if (result.status == 101) {
		check_good(&result, &seen, count);
	} else {
		FUZZ_ASSERT(result.status == 400 || result.status == 405 || result.status == 426);
		FUZZ_ASSERT((result.status == 405) == (strcmp(seen.method, "GET") != 0));
	}
	free(text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	rtc_http_scan scan = {0};
	rtc_http_error error;
	size_t head_len;

	if (size == 0) {
		return 0;
	}
	if (rtc_http_scan_head(&scan, data + 1, size - 1, 8192, &head_len, &error) == RTC_PARSE_DONE) {
		check(data + 1, head_len, data[0] % 4u);
	}
	return 0;
}
