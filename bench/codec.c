/*
 * How fast src/proto masks and looks at UTF-8, without PHP and without a socket: one line of JSON
 * with the best of many turns, in GB (10^9 bytes) per second. Each result is compared with what a
 * loop over single bytes gives.
 *
 *   codec SECONDS     for each of the figures
 */
#include "measure.h"

#include "proto/mask.h"
#include "proto/utf8.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SMALL = 64 * 1024, LARGE = 16 * 1024 * 1024, FEWEST_TURNS = 3 };

static const uint8_t key[4] = {0x12, 0xab, 0x00, 0xf7};

typedef struct {
	const char *name;
	const char *text; /* repeated */
	size_t size;
	bool masks;
} work;

static const work works[] = {
	{"mask_64k", "a", SMALL, true},
	{"mask_16m", "a", LARGE, true},
	{"utf8_ascii_64k", "plain text, ", SMALL, false},
	{"utf8_ascii_16m", "plain text, ", LARGE, false},
	{"utf8_mixed_64k", "na\303\257ve \342\202\254 \360\237\230\200 text ", SMALL, false},
};

static void fail(const char *name)
{
	fprintf(stderr, "codec: %s: a wrong result\n", name);
	exit(1);
}

/* Whole copies of the text and then spaces, so that no character is cut. */
static void fill(uint8_t *bytes, const work *work)
{
	size_t length = strlen(work->text);
	size_t done;

	memset(bytes, ' ', work->size);
	for (done = 0; done + length <= work->size; done += length) {
		memcpy(bytes + done, work->text, length);
	}
}

static void check(uint8_t *bytes, const work *work)
{
	size_t i;

	if (work->masks) {
		rtc_mask(bytes, bytes, work->size, key, 0);
		for (i = 0; i < work->size; i++) {
			if (bytes[i] != (work->text[0] ^ key[i % 4])) {
				fail(work->name);
			}
		}
		return;
	}
	bytes[work->size - 1] = 0xff;
	if (rtc_utf8_valid(bytes, work->size)) {
		fail(work->name);
	}
	bytes[work->size - 1] = ' ';
	if (!rtc_utf8_valid(bytes, work->size)) {
		fail(work->name);
	}
}

static double measure(const work *work, double seconds)
{
	uint8_t *bytes = malloc(work->size);
	size_t repeat = LARGE / work->size;
	uint64_t end = bench_now_ns() + (uint64_t)(seconds * 1e9);
	uint64_t best = UINT64_MAX;
	size_t turns;

	if (bytes == NULL) {
		fail("memory");
	}
	fill(bytes, work);
	check(bytes, work);
	for (turns = 0; turns < FEWEST_TURNS || bench_now_ns() < end; turns++) {
		uint64_t begin = bench_now_ns();
		uint64_t took;
		size_t i;

		for (i = 0; i < repeat; i++) {
			if (work->masks) {
				rtc_mask(bytes, bytes, work->size, key, 0);
			} else if (!rtc_utf8_valid(bytes, work->size)) {
				fail(work->name);
			}
		}
		took = bench_now_ns() - begin;
		best = took < best ? took : best;
	}
	free(bytes);
	return (double)LARGE / (double)best;
}

int main(int argc, char **argv)
{
	double seconds = argc == 2 ? strtod(argv[1], NULL) : 0;
	size_t i;

	if (!(seconds > 0)) {
		fputs("usage: codec SECONDS\n", stderr);
		return 2;
	}
	for (i = 0; i < sizeof works / sizeof *works; i++) {
		printf("%s\"%s\":%.2f", i == 0 ? "{" : ",", works[i].name, measure(&works[i], seconds));
	}
	puts("}");
	return 0;
}
