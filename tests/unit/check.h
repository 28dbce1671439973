/* The harness of the unit tests. One program per test_*.c; include this first.
 *
 *	CHECK(...), CHECK_INT(...), CHECK_BYTES(...)  record one check each and go on
 *	check_case("...")                             names what the following checks are about
 *	check_guard_put(...)                          puts input right against an unreadable page
 *	check_cuts(...)                               cuts an input in every way that matters
 *	return check_done("test_x");                  prints the sum, gives main()'s result
 *
 * A streaming parser is tested as
 *
 *	static void feed(void *user, const check_piece *pieces, size_t count)
 *	{
 *		new parser;
 *		for (size_t i = 0; i < count; i++) {
 *			uint8_t *data = check_guard_put(&guard, pieces[i].data, pieces[i].len);
 *			parse data[0..pieces[i].len);
 *		}
 *		CHECK what came out;
 *	}
 *	...
 *	check_cuts(input, len, feed, &expectation);
 */
#ifndef RTC_TESTS_CHECK_H
#define RTC_TESTS_CHECK_H

#ifndef _DEFAULT_SOURCE
#define _DEFAULT_SOURCE /* MAP_ANONYMOUS under -std=c11 */
#endif

#include <inttypes.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static struct {
	unsigned long passed;
	unsigned long failed;
	char subject[160]; /* set by check_case() */
	char cut[64];      /* set by check_cuts() */
} check_state;

/* Names, printf-like, what the checks from here on are about; shown with each that fails. */
__attribute__((format(printf, 1, 2))) static inline void check_case(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	vsnprintf(check_state.subject, sizeof(check_state.subject), format, args);
	va_end(args);
}

/* Records one check; a failed one prints one line. Used through the macros. */
__attribute__((format(printf, 4, 5))) static inline bool check_record(
	bool good, const char *file, int line, const char *format, ...)
{
	if (good) {
		check_state.passed++;
		return true;
	}

	va_list args;

	check_state.failed++;
	printf("%s:%d: ", file, line);
	va_start(args, format);
	vprintf(format, args);
	va_end(args);
	printf("%s%s%s%s%s\n", check_state.subject[0] ? " [" : "", check_state.subject,
		check_state.subject[0] ? "]" : "", check_state.cut[0] ? " " : "", check_state.cut);
	return false;
}

static inline bool check_int(
	intmax_t actual, intmax_t expected, const char *text, const char *file, int line)
{
	return check_record(
		actual == expected, file, line, "%s is %jd, expected %jd", text, actual, expected);
}

static inline bool check_bytes(const void *actual, size_t actual_len, const void *expected,
	size_t expected_len, const char *text, const char *file, int line)
{
	size_t at = 0;

	while (at < actual_len && at < expected_len &&
		((const uint8_t *)actual)[at] == ((const uint8_t *)expected)[at]) {
		at++;
	}
	return check_record(at == actual_len && at == expected_len, file, line,
		"%s has %zu bytes, expected %zu; they differ from byte %zu on", text, actual_len,
		expected_len, at);
}

/* Each is true if the check held, so that a test may stop where going on makes no sense. */
#define CHECK(...) check_record((__VA_ARGS__), __FILE__, __LINE__, "%s", #__VA_ARGS__)
#define CHECK_INT(actual, expected)                                                                \
	check_int((intmax_t)(actual), (intmax_t)(expected), #actual, __FILE__, __LINE__)
#define CHECK_BYTES(actual, actual_len, expected, expected_len)                                    \
	check_bytes(actual, actual_len, expected, expected_len, #actual, __FILE__, __LINE__)
/* Bytes against a NUL-terminated string. */
#define CHECK_STR(actual, actual_len, expected)                                                    \
	check_bytes(actual, actual_len, expected, strlen(expected), #actual, __FILE__, __LINE__)

/* Memory between two unreadable pages. All zero before the first check_guard_put(). */
typedef struct check_guard {
	uint8_t *map;
	size_t room; /* readable bytes, whole pages */
	size_t page;
} check_guard;

static inline void check_guard_free(check_guard *guard)
{
	if (guard->map != NULL) {
		munmap(guard->map, guard->room + 2 * guard->page);
	}
	*guard = (check_guard){0};
}

/* A writable copy of data[0..len) whose last byte is followed by an unreadable page. It is valid
 * until the next call with the same guard; what lies before it is overwritten with 0xA5. */
static inline uint8_t *check_guard_put(check_guard *guard, const void *data, size_t len)
{
	if (guard->map == NULL || len > guard->room) {
		check_guard_free(guard);
		guard->page = (size_t)sysconf(_SC_PAGESIZE);
		guard->room = (len / guard->page + 1) * guard->page;

		void *map = mmap(
			NULL, guard->room + 2 * guard->page, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

		if (map == MAP_FAILED ||
			mprotect((uint8_t *)map + guard->page, guard->room, PROT_READ | PROT_WRITE) != 0) {
			perror("mmap");
			abort();
		}
		guard->map = map;
	}

	uint8_t *end = guard->map + guard->page + guard->room;

	memset(guard->map + guard->page, 0xA5, guard->room - len);
	if (len > 0) {
		memcpy(end - len, data, len);
	}
	return end - len;
}

typedef struct check_piece {
	const uint8_t *data;
	size_t len;
} check_piece;

/* Takes one input in pieces, in order; together they are the whole. */
typedef void check_feed(void *user, const check_piece *pieces, size_t count);

/* Feeds data[0..len) in pieces of `step` bytes, the last one shorter; the first one has `first`
 * bytes if that is not 0. */
static inline void check_cut(
	const void *data, size_t len, size_t first, size_t step, check_feed *feed, void *user)
{
	check_piece *pieces = calloc(len + 1, sizeof(*pieces));
	size_t count = 0;
	size_t at = 0;

	if (pieces == NULL) {
		abort();
	}
	do {
		size_t size = at == 0 && first > 0 ? first : step;

		size = size < len - at ? size : len - at;
		pieces[count++] = (check_piece){(const uint8_t *)data + at, size};
		at += size;
	} while (at < len);
	feed(user, pieces, count);
	free(pieces);
}

/* Calls `feed` with the input whole, in two at every place, byte by byte, and in steps of 2, 3 and
 * 7 bytes. Failed checks say which cut it was. */
static inline void check_cuts(const void *data, size_t len, check_feed *feed, void *user)
{
	static const size_t steps[] = {1, 2, 3, 7};

	snprintf(check_state.cut, sizeof(check_state.cut), "(whole)");
	check_cut(data, len, 0, len > 0 ? len : 1, feed, user);
	for (size_t split = 1; split < len; split++) {
		snprintf(check_state.cut, sizeof(check_state.cut), "(split at %zu)", split);
		check_cut(data, len, split, len, feed, user);
	}
	for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++) {
		snprintf(check_state.cut, sizeof(check_state.cut), "(steps of %zu)", steps[i]);
		check_cut(data, len, 0, steps[i], feed, user);
	}
	check_state.cut[0] = '\0';
}

/* Prints `NAME: N checks passed, M failed`; 0 if none failed, else 1. */
static inline int check_done(const char *name)
{
	printf("%s: %lu checks passed, %lu failed\n", name, check_state.passed, check_state.failed);
	return check_state.failed == 0 ? 0 : 1;
}

#endif
