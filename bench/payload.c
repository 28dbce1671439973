#include "payload.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LABEL_LENGTH = 16, TURNS = 4093 };

static uint8_t *pattern;

static uint32_t random_next(uint32_t *state)
{
	*state = *state * 1664525 + 1013904223;
	return *state >> 8;
}

static void fill_random(size_t size)
{
	uint32_t state = 0x2545f491;
	size_t i;

	for (i = 0; i < size; i++) {
		pattern[i] = (uint8_t)(' ' + (random_next(&state) >> 16) % 95);
	}
}

static void fill_json(size_t size)
{
	static const char *const cities[] = {"Lisbon", "Oslo", "Nairobi", "Quito", "Hanoi"};
	uint32_t state = 0x2545f491;
	size_t done = 0;

	while (done < size) {
		char record[128];
		size_t length = (size_t)snprintf(record, sizeof record,
			"{\"id\":%u,\"city\":\"%s\",\"price\":%u.%02u,\"open\":%s},",
			random_next(&state) % 100000, cities[random_next(&state) % 5],
			random_next(&state) % 1000, random_next(&state) % 100,
			random_next(&state) % 2 ? "true" : "false");

		length = length < size - done ? length : size - done;
		memcpy(pattern + done, record, length);
		done += length;
	}
}

void bench_payload_init(size_t max_size, bool json)
{
	pattern = malloc(max_size + TURNS);
	if (pattern == NULL) {
		perror("payload");
		exit(1);
	}
	(json ? fill_json : fill_random)(max_size + TURNS);
}

/* The low digits come first, so that a payload too short for the label still tells neighbours
 * apart. */
static void label_make(uint8_t label[LABEL_LENGTH], uint32_t sender, uint64_t number)
{
	static const char digits[] = "0123456789abcdef";
	size_t i;

	for (i = 0; i < LABEL_LENGTH; i += 2) {
		label[i] = (uint8_t)digits[number >> 2 * i & 15];
		label[i + 1] = (uint8_t)digits[sender >> 2 * i & 15];
	}
}

static const uint8_t *tail(uint32_t sender, uint64_t number)
{
	return pattern + (sender * UINT64_C(31) + number * UINT64_C(7)) % TURNS;
}

void bench_payload_make(uint8_t *to, size_t size, uint32_t sender, uint64_t number)
{
	uint8_t label[LABEL_LENGTH];

	label_make(label, sender, number);
	memcpy(to, label, size < LABEL_LENGTH ? size : LABEL_LENGTH);
	if (size > LABEL_LENGTH) {
		memcpy(to + LABEL_LENGTH, tail(sender, number), size - LABEL_LENGTH);
	}
}

size_t bench_payload_check(const uint8_t *bytes, size_t size, uint32_t sender, uint64_t number)
{
	uint8_t label[LABEL_LENGTH];
	const uint8_t *rest = tail(sender, number);
	size_t i;

	label_make(label, sender, number);
	if (memcmp(bytes, label, size < LABEL_LENGTH ? size : LABEL_LENGTH) == 0 &&
		(size <= LABEL_LENGTH || memcmp(bytes + LABEL_LENGTH, rest, size - LABEL_LENGTH) == 0)) {
		return size;
	}
	for (i = 0; i < size; i++) {
		if (bytes[i] != (i < LABEL_LENGTH ? label[i] : rest[i - LABEL_LENGTH])) {
			break;
		}
	}
	return i;
}
