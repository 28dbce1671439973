/* link: src/engine/map.c src/engine/siphash.c */
#include "check.h"

#include "../../src/engine/map.h"
#include "random.h"

#define KEYS 3000

/* One key, and whether the map should have it. */
typedef struct item {
	char name[16];
	bool in;
	bool seen;
} item;

static item items[KEYS];

static rtc_slice key_of(const item *it)
{
	return rtc_slice_of(it->name, strlen(it->name));
}

static void test_empty(void)
{
	rtc_map map = {0};
	size_t cursor = 0;

	check_case("an empty map");
	CHECK(rtc_map_get(&map, RTC_SLICE("x")) == NULL);
	CHECK(rtc_map_remove(&map, RTC_SLICE("x")) == NULL);
	CHECK(rtc_map_next(&map, &cursor) == NULL);
	rtc_map_deinit(&map);
}

static void test_keys(void)
{
	rtc_map map = {0};
	int values[4];

	check_case("keys are bytes");
	CHECK_INT(rtc_map_add(&map, RTC_SLICE(""), &values[0]), RTC_OK);
	CHECK_INT(rtc_map_add(&map, RTC_SLICE("a"), &values[1]), RTC_OK);
	CHECK_INT(rtc_map_add(&map, RTC_SLICE("a\0"), &values[2]), RTC_OK);
	CHECK_INT(rtc_map_add(&map, RTC_SLICE("A"), &values[3]), RTC_OK);
	CHECK(rtc_map_get(&map, (rtc_slice){0}) == &values[0]);
	CHECK(rtc_map_get(&map, RTC_SLICE("a")) == &values[1]);
	CHECK(rtc_map_get(&map, RTC_SLICE("a\0")) == &values[2]);
	CHECK(rtc_map_get(&map, RTC_SLICE("A")) == &values[3]);
	CHECK(rtc_map_get(&map, RTC_SLICE("b")) == NULL);
	CHECK(rtc_map_remove(&map, RTC_SLICE("")) == &values[0]);
	CHECK(rtc_map_get(&map, RTC_SLICE("")) == NULL);
	CHECK_INT(map.count, 3);
	rtc_map_deinit(&map);
	CHECK_INT(map.count, 0);
}

static void check_all(const rtc_map *map, size_t count)
{
	size_t cursor = 0;
	size_t walked = 0;
	bool good = true;
	item *it;

	while ((it = rtc_map_next(map, &cursor)) != NULL) {
		good = good && it->in && !it->seen;
		it->seen = true;
		walked++;
	}
	CHECK(good);
	CHECK_INT(walked, count);
	CHECK_INT(map->count, count);
	CHECK(map->capacity == 0 || (map->capacity & (map->capacity - 1)) == 0);
	CHECK(map->count <= map->capacity / 4 * 3);
	for (size_t i = 0; i < KEYS; i++) {
		good = good && rtc_map_get(map, key_of(&items[i])) == (items[i].in ? &items[i] : NULL);
		items[i].seen = false;
	}
	CHECK(good);
}

/* Random additions and removals, more of the one or of the other by turns. */
static void test_random(void)
{
	rtc_map map = {0};
	size_t count = 0;
	bool good = true;

	for (size_t i = 0; i < KEYS; i++) {
		snprintf(items[i].name, sizeof(items[i].name), "key-%zu", i);
	}
	for (int step = 0; step < 200000; step++) {
		item *it = &items[random_below(KEYS)];
		bool growing = (step / 20000) % 2 == 0;
		bool add = random_below(4) < (growing ? 3 : 1);

		if (add && !it->in) {
			good = good && rtc_map_add(&map, key_of(it), it) == RTC_OK;
			it->in = true;
			count++;
		} else if (!add) {
			good = good && rtc_map_remove(&map, key_of(it)) == (it->in ? it : NULL);
			count -= it->in;
			it->in = false;
		}
		if (step % 5000 == 0) {
			check_case("random, step %d", step);
			check_all(&map, count);
		}
	}
	CHECK(good);

	check_case("emptied, it shrinks");
	for (size_t i = 0; i < KEYS; i++) {
		rtc_map_remove(&map, key_of(&items[i]));
		items[i].in = false;
	}
	check_all(&map, 0);
	CHECK(map.capacity <= 8);
	rtc_map_deinit(&map);
}

/* Words of "Ez" and "FY" are equal to DJBX33A, "x0" "x1" ... come one behind the other to FNV and
 * to sums: whatever the names are, an entry stands at its hash's place or a few behind it. */
static void test_chosen_keys(void)
{
	static char names[1 << 14][32];
	static const char *const words[] = {"Ez", "FY"};

	for (int kind = 0; kind < 3; kind++) {
		rtc_map map = {0};
		size_t sum = 0;
		size_t most = 0;

		check_case("keys that somebody has chosen, kind %d", kind);
		for (size_t i = 0; i < 1 << 14; i++) {
			names[i][0] = '\0';
			for (int bit = 0; kind == 0 && bit < 14; bit++) {
				strcat(names[i], words[(i >> bit) & 1]);
			}
			if (kind > 0) {
				snprintf(names[i], sizeof(names[i]), kind == 1 ? "x%zu" : "%zx", i << (kind * 8));
			}
			CHECK_INT(
				rtc_map_add(&map, rtc_slice_of(names[i], strlen(names[i])), names[i]), RTC_OK);
		}
		for (size_t at = 0; at < map.capacity; at++) {
			if (map.entries[at].value != NULL) {
				size_t away = (at - (size_t)map.entries[at].hash) & (map.capacity - 1);

				sum += away;
				most = away > most ? away : most;
			}
		}
		/* Linear probing at half to three quarters full: 0.5 to 1.5 on average. */
		CHECK(sum < 2 * map.count);
		CHECK(most < 200);
		rtc_map_deinit(&map);
	}
}

int main(void)
{
	test_empty();
	test_keys();
	test_random();
	test_chosen_keys();
	return check_done("test_map");
}
