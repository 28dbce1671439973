/* Small texts that clients write: ids, cursors and tokens, queries, numbers, addresses; what JSON
 * is made of; names and the globs that choose them. The first byte of the input says which; what
 * was read and is written again is the same text, and what was written is read again as it was. */
/* link: src/engine/glob.c */
#include "../../src/engine/glob.h"
#include "../../src/proto/cursor.h"
#include "../../src/proto/ip.h"
#include "../../src/proto/json.h"
#include "../../src/proto/query.h"
#include "../../src/proto/utf8.h"
#include "fuzz.h"

static bool is_text(rtc_slice text, const char *expected)
{
	return rtc_slice_equals(text, rtc_slice_of(expected, strlen(expected)));
}

/* ---- ids, cursors, tokens ---------------------------------------------------------------------
 */

static size_t commas(rtc_slice text)
{
	size_t count = 0;

	for (size_t i = 0; i < text.len; i++) {
		count += text.data[i] == ',';
	}
	return count;
}

static void check_cursor(rtc_slice text)
{
	enum { MOST = 8 };
	rtc_publication_id ids[MOST];
	size_t count = commas(text) + 1;
	char out[MOST * RTC_PUBLICATION_ID_MAX];
	size_t len = 0;

	if (count > MOST || !rtc_cursor_parse(text, ids, count)) {
		return;
	}
	for (size_t i = 0; i < count; i++) {
		size_t epoch_len = strlen(ids[i].epoch);

		FUZZ_ASSERT(epoch_len > 0 && epoch_len <= RTC_EPOCH_MAX);
		len += rtc_publication_id_format(&ids[i], out + len);
		out[len++] = ',';
	}
	out[len - 1] = '\0';
	FUZZ_ASSERT(is_text(text, out));
	FUZZ_ASSERT(!rtc_cursor_parse(text, ids, count > 1 ? count - 1 : 2));
}

static void check_session(rtc_slice text)
{
	uint8_t token[RTC_TOKEN_BYTES];
	uint8_t other[RTC_TOKEN_BYTES];
	uint64_t number;
	char out[RTC_TOKEN_LEN + 1];
	char whole[RTC_TOKEN_LEN + 24];

	if (rtc_token_parse(text, token)) {
		rtc_token_format(token, out);
		FUZZ_ASSERT(is_text(text, out));
	}
	if (rtc_session_cursor_parse(text, token, &number)) {
		rtc_token_format(token, out);
		snprintf(whole, sizeof(whole), "%s.%llu", out, (unsigned long long)number);
		FUZZ_ASSERT(is_text(text, whole));
		FUZZ_ASSERT(rtc_token_parse(rtc_slice_of(out, RTC_TOKEN_LEN), other));
		FUZZ_ASSERT(memcmp(token, other, sizeof(token)) == 0);
	}
	if (text.len >= RTC_TOKEN_BYTES) {
		rtc_token_format(text.data, out);
		FUZZ_ASSERT(rtc_token_parse(rtc_slice_of(out, strlen(out)), token));
		FUZZ_ASSERT(memcmp(token, text.data, sizeof(token)) == 0);
	}
}

/* ---- queries and numbers ----------------------------------------------------------------------
 */

static void check_decode(rtc_slice text)
{
	uint8_t *out = fuzz_copy(text.data, text.len);
	rtc_slice decoded = rtc_query_decode(text, out);

	FUZZ_ASSERT(decoded.data == out && decoded.len <= text.len);
	FUZZ_ASSERT((text.len - decoded.len) % 2 == 0);
	free(out);
}

static void check_query(rtc_slice text)
{
	const uint8_t *at = text.data;
	rtc_slice query = text;
	rtc_slice name;
	rtc_slice value;
	uint32_t number;

	while (rtc_query_next(&query, &name, &value)) {
		FUZZ_ASSERT(name.data >= at && value.data >= name.data + name.len);
		FUZZ_ASSERT(name.len == 0 || memchr(name.data, '=', name.len) == NULL);
		FUZZ_ASSERT(value.len == 0 || memchr(value.data, '&', value.len) == NULL);
		at = value.data + value.len;
		FUZZ_ASSERT(at <= text.data + text.len && query.data >= at);
		check_decode(name);
		check_decode(value);
	}
	FUZZ_ASSERT(query.len == 0);
	if (rtc_query_number(text, 1000, &number)) {
		FUZZ_ASSERT(number <= 1000);
	}
	if (rtc_query_number(text, UINT32_MAX, &number) && text.len <= 9) {
		char copy[10] = {0};

		memcpy(copy, text.data, text.len);
		FUZZ_ASSERT(number == strtoul(copy, NULL, 10));
	}
}

/* ---- JSON -------------------------------------------------------------------------------------
 */

static uint8_t unescape(const uint8_t *at, size_t *len)
{
	static const char short_ones[] = "\"\"\\\\b\bt\tn\nf\fr\r";
	unsigned code;

	*len = 2;
	for (size_t i = 0; i + 1 < sizeof(short_ones); i += 2) {
		if (at[1] == (uint8_t)short_ones[i]) {
			return (uint8_t)short_ones[i + 1];
		}
	}
	FUZZ_ASSERT(sscanf((const char *)at, "\\u00%2x", &code) == 1);
	*len = 6;
	return (uint8_t)code;
}

static void check_json(rtc_slice text)
{
	rtc_buf out = {0};
	size_t at = 1;

	FUZZ_ASSERT(rtc_json_string(&out, text) == RTC_OK);
	FUZZ_ASSERT(rtc_buf_append(&out, "", 1) == RTC_OK);
	FUZZ_ASSERT(out.len >= 3 && out.data[0] == '"' && out.data[out.len - 2] == '"');
	for (size_t i = 0; i < text.len; i++) {
		size_t len = 1;
		uint8_t byte = out.data[at];

		FUZZ_ASSERT(byte >= 0x20 && byte != '"');
		if (byte == '\\') {
			byte = unescape(out.data + at, &len);
		}
		FUZZ_ASSERT(byte == text.data[i]);
		at += len;
	}
	FUZZ_ASSERT(at == out.len - 2);
	out.len = 0;
	FUZZ_ASSERT(rtc_json_base64(&out, text) == RTC_OK);
	FUZZ_ASSERT(out.len == 2 + (text.len + 2) / 3 * 4);
	rtc_buf_deinit(&out);
}

/* ---- addresses --------------------------------------------------------------------------------
 */

static void check_ip(rtc_slice text)
{
	rtc_ip ip;
	uint16_t port;
	char out[8];

	if (rtc_ip_parse(text, &ip)) {
		FUZZ_ASSERT(ip.v6 == (memchr(text.data, ':', text.len) != NULL));
		FUZZ_ASSERT(text.len >= 2 && text.len <= 45);
	}
	if (rtc_port_parse(text, &port)) {
		snprintf(out, sizeof(out), "%u", (unsigned)port);
		FUZZ_ASSERT(is_text(text, out));
	}
}

/* ---- globs ------------------------------------------------------------------------------------
 */

static size_t step(rtc_slice text)
{
	size_t len = 1;

	while (len < text.len && (text.data[len] & 0xC0) == 0x80) {
		len++;
	}
	return len;
}

static rtc_slice behind(rtc_slice text, size_t len)
{
	return rtc_slice_of(text.data + len, text.len - len);
}

/* The definition, word for word. */
static bool plainly_matches(rtc_slice glob, rtc_slice text)
{
	if (glob.len == 0) {
		return text.len == 0;
	}
	if (glob.data[0] == '*') {
		return plainly_matches(behind(glob, 1), text) ||
			(text.len > 0 && plainly_matches(glob, behind(text, step(text))));
	}
	if (text.len == 0) {
		return false;
	}
	if (glob.data[0] == '?') {
		return plainly_matches(behind(glob, 1), behind(text, step(text)));
	}
	return glob.data[0] == text.data[0] && plainly_matches(behind(glob, 1), behind(text, 1));
}

static bool is_utf8(rtc_slice text)
{
	return rtc_utf8_valid(text.data, text.len);
}

static void check_glob(rtc_slice both)
{
	const uint8_t *end = both.len > 0 ? memchr(both.data, '\n', both.len) : NULL;
	rtc_slice glob = rtc_slice_of(both.data, end != NULL ? (size_t)(end - both.data) : both.len);
	rtc_slice text = behind(both, glob.len + (end != NULL ? 1 : 0));

	if (both.len < 24 && is_utf8(glob) && is_utf8(text)) {
		FUZZ_ASSERT(rtc_glob_matches(glob, text) == plainly_matches(glob, text));
	} else if (is_utf8(text)) {
		(void)rtc_glob_matches(glob, text);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static void (*const checks[])(rtc_slice) = {
		check_cursor, check_session, check_query, check_json, check_ip, check_glob};
	uint8_t *copy;

	if (size == 0) {
		return 0;
	}
	copy = fuzz_copy(data + 1, size - 1);
	checks[(size_t)(data[0] & 0xF) % (sizeof(checks) / sizeof(*checks))](
		rtc_slice_of(copy, size - 1));
	free(copy);
	return 0;
}
