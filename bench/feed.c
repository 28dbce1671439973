#include "feed.h"
#include "wire.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { CHUNK_LINE_MAX = 16, CHUNK_MAX = 16 * 1024 * 1024 };

bench_feed_status bench_feed_head(bench_feed_answer *answer, const uint8_t *bytes, size_t length)
{
	static const char right[] = "HTTP/1.1 200 ";
	const char *head = (const char *)bytes;
	const char *end = memmem(bytes, length, "\r\n\r\n", 4);
	const char *value;
	size_t have = 0;

	if (end == NULL) {
		return BENCH_FEED_MORE;
	}
	answer->length = (size_t)(end + 4 - head);
	if (strncmp(head, right, sizeof right - 1) != 0) {
		return BENCH_FEED_BAD;
	}
	value = bench_http_field(head, answer->length, "transfer-encoding", &have);
	answer->chunked = value != NULL;
	if (value != NULL && (have != 7 || strncasecmp(value, "chunked", 7) != 0)) {
		return BENCH_FEED_BAD;
	}
	value = bench_http_field(head, answer->length, "content-length", &have);
	answer->content_length = value == NULL ? SIZE_MAX : strtoul(value, NULL, 10);
	return BENCH_FEED_READY;
}

bench_feed_status bench_feed_chunk(const uint8_t *bytes, size_t length, bool *line_end_due,
	size_t *used, const uint8_t **data, size_t *data_length)
{
	size_t start = *line_end_due ? 2 : 0;
	const uint8_t *end;
	char *digits_end;

	if (length < start + 1) {
		return BENCH_FEED_MORE;
	}
	end = memmem(bytes + start, length - start, "\r\n", 2);
	if (memcmp(bytes, "\r\n", start) != 0) {
		return BENCH_FEED_BAD;
	}
	if (end == NULL) {
		return length - start > CHUNK_LINE_MAX ? BENCH_FEED_BAD : BENCH_FEED_MORE;
	}
	*data_length = strtoul((const char *)bytes + start, &digits_end, 16);
	if (digits_end != (const char *)end || *data_length == 0 || *data_length > CHUNK_MAX) {
		return BENCH_FEED_BAD;
	}
	*data = end + 2;
	*used = (size_t)(*data - bytes) + *data_length;
	if (*used > length) {
		return BENCH_FEED_MORE;
	}
	*line_end_due = length - *used < 2;
	if (!*line_end_due) {
		*used += 2;
		return memcmp(bytes + *used - 2, "\r\n", 2) == 0 ? BENCH_FEED_READY : BENCH_FEED_BAD;
	}
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

bool bench_feed_validators(const uint8_t *head, size_t length, char fields[BENCH_CURSOR_MAX])
{
	size_t date_length = 0;
	size_t tag_length = 0;
	const char *date = bench_http_field((const char *)head, length, "last-modified", &date_length);
	const char *tag = bench_http_field((const char *)head, length, "etag", &tag_length);

	return date != NULL && tag != NULL &&
		snprintf(fields, BENCH_CURSOR_MAX, "If-Modified-Since: %.*s\r\nIf-None-Match: %.*s\r\n",
			(int)date_length, date, (int)tag_length, tag) < BENCH_CURSOR_MAX;
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
