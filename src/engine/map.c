#include "map.h"

#include "siphash.h"

#include <event2/util.h>
#include <stdlib.h>

#define MAP_MIN 8

void rtc_map_deinit(rtc_map *map)
{
	free(map->entries);
	*map = (rtc_map){0};
}

/* The entry of that key, or the free place where it belongs. The table is never full. */
static rtc_map_entry *find(const rtc_map *map, rtc_slice key, uint64_t hash)
{
	size_t mask = map->capacity - 1;
	size_t at = (size_t)hash & mask;

	while (map->entries[at].value != NULL &&
		(map->entries[at].hash != hash || !rtc_slice_equals(map->entries[at].key, key))) {
		at = (at + 1) & mask;
	}
	return &map->entries[at];
}

static rtc_status resize(rtc_map *map, size_t capacity)
{
	rtc_map old = *map;

	map->entries = calloc(capacity, sizeof(*map->entries));
	if (map->entries == NULL) {
		map->entries = old.entries;
		return RTC_NOMEM;
	}
	map->capacity = capacity;
	for (size_t i = 0; i < old.capacity; i++) {
		const rtc_map_entry *entry = &old.entries[i];

		if (entry->value != NULL) {
			*find(map, entry->key, entry->hash) = *entry;
		}
	}
	free(old.entries);
	return RTC_OK;
}

void *rtc_map_get(const rtc_map *map, rtc_slice key)
{
	if (map->count == 0) {
		return NULL;
	}
	return find(map, key, rtc_siphash(map->seed, key))->value;
}

rtc_status rtc_map_add(rtc_map *map, rtc_slice key, void *value)
{
	if (map->capacity == 0) {
		evutil_secure_rng_get_bytes(map->seed, sizeof(map->seed));
	}
	if (map->count >= map->capacity / 4 * 3) {
		size_t capacity = map->capacity == 0 ? MAP_MIN : map->capacity * 2;

		if (capacity > SIZE_MAX / sizeof(rtc_map_entry) || resize(map, capacity) != RTC_OK) {
			return RTC_NOMEM;
		}
	}

	uint64_t hash = rtc_siphash(map->seed, key);

	*find(map, key, hash) = (rtc_map_entry){.key = key, .value = value, .hash = hash};
	map->count++;
	return RTC_OK;
}

/* Moves entries back over the gap, so that none is cut off from its place. */
static void close_gap(rtc_map *map, size_t gap)
{
	size_t mask = map->capacity - 1;

	for (size_t at = (gap + 1) & mask; map->entries[at].value != NULL; at = (at + 1) & mask) {
		size_t home = (size_t)map->entries[at].hash & mask;

		if (((at - home) & mask) >= ((at - gap) & mask)) {
			map->entries[gap] = map->entries[at];
			gap = at;
		}
	}
	map->entries[gap] = (rtc_map_entry){0};
}

void *rtc_map_remove(rtc_map *map, rtc_slice key)
{
	if (map->count == 0) {
		return NULL;
	}

	rtc_map_entry *entry = find(map, key, rtc_siphash(map->seed, key));
	void *value = entry->value;

	if (value == NULL) {
		return NULL;
	}
	close_gap(map, (size_t)(entry - map->entries));
	map->count--;
	if (map->capacity > MAP_MIN && map->count < map->capacity / 8) {
		/* Without memory for a smaller table the larger one stays. */
		(void)resize(map, map->capacity / 2);
	}
	return value;
}

void *rtc_map_next(const rtc_map *map, size_t *cursor)
{
	while (*cursor < map->capacity) {
		void *value = map->entries[(*cursor)++].value;

		if (value != NULL) {
			return value;
		}
	}
	return NULL;
}
