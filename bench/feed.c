#include "feed.h"
#include "wire.h"

#include <stdlib.h>
#include <string.h>

bench_feed_status bench_feed_head(
	const uint8_t *bytes, size_t length, size_t *head_length, size_t *content_length)
{
	static const char right[] = "HTTP/1.1 200 ";
	const char *head = (const char *)bytes;
	const char *end = memmem(bytes, length, "\r\n\r\n", 4);
	const char *value;
	size_t have = 0;

	if (end == NULL) {
		return BENCH_FEED_MORE;
	}
	*head_length = (size_t)(end + 4 - head);
	if (strncmp(head, right, sizeof right - 1) != 0 ||
		bench_http_field(head, *head_length, "transfer-encoding", &have) != NULL) {
		return BENCH_FEED_BAD;
	}
	value = bench_http_field(head, *head_length, "content-length", &have);
	*content_length = value == NULL ? SIZE_MAX : strtoul(value, NULL, 10);
	return BENCH_FEED_READY;
}

bench_feed_status bench_feed_event(
	const uint8_t *bytes, size_t length, size_t *used, const uint8_t **data, size_t *data_length)
{
	static const char field[] = "data: ";
	const uint8_t *end = memmem(bytes, length, "\n\n", 2);
	const uint8_t *line;

	*data = NULL;
	if (end == NULL) {
		return BENCH_FEED_MORE;
	}
	*used = (size_t)(end + 2 - bytes);
	for (line = bytes; line <= end;) {
		const uint8_t *line_end = memchr(line, '\n', (size_t)(end + 1 - line));
		size_t have = (size_t)(line_end - line);

		if (have >= sizeof field - 1 && memcmp(line, field, sizeof field - 1) == 0) {
			if (*data != NULL) {
				return BENCH_FEED_BAD;
			}
			*data = line + sizeof field - 1;
			*data_length = have - (sizeof field - 1);
		}
		line = line_end + 1;
	}
	return BENCH_FEED_READY;
}

bool bench_feed_cursor(const uint8_t *json, size_t length, char cursor[BENCH_CURSOR_MAX])
{
	static const char name[] = "\"cursor\":\"";
	const char *value = memmem(json, length, name, sizeof name - 1);
	const char *end;

	if (value == NULL || memmem(json, length, "\"gap\":true", 10) != NULL) {
		return false;
	}
	value += sizeof name - 1;
	end = memchr(value, '"', length - (size_t)((const uint8_t *)value - json));
	if (end == NULL || end - value >= BENCH_CURSOR_MAX) {
		return false;
	}
	memcpy(cursor, value, (size_t)(end - value));
	cursor[end - value] = '\0';
	return true;
}

/*
 * The name cannot be found inside a string, where its quotes would be escaped. Payloads are
 * printable ASCII: no other escapes are needed.
 */
bench_feed_status bench_feed_message(
	const uint8_t *json, size_t length, size_t *position, uint8_t *to, size_t *to_length)
{
	static const char name[] = "\"data\":\"";
	const uint8_t *at = memmem(json + *position, length - *position, name, sizeof name - 1);
	const uint8_t *end = json + length;
	size_t size = 0;

	if (at == NULL) {
		return BENCH_FEED_MORE;
	}
	for (at += sizeof name - 1; at < end && *at != '"'; at++) {
		if (*at == '\\' && (++at == end || strchr("\"\\/", *at) == NULL)) {
			return BENCH_FEED_BAD;
		}
		to[size++] = *at;
	}
	*to_length = size;
	*position = (size_t)(at - json);
	return at < end ? BENCH_FEED_READY : BENCH_FEED_BAD;
}
