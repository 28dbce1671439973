/* A hash map from byte strings to pointers, with a keyed hash (SipHash-1-3), so that peers who
 * choose the keys cannot choose the collisions. Open addressing, grows and shrinks. */
#ifndef RTC_ENGINE_MAP_H
#define RTC_ENGINE_MAP_H

#include "../proto/base.h"

/* The map borrows keys: each lives as long as its entry, usually inside the value. */
typedef struct rtc_map_entry {
	rtc_slice key;
	void *value; /* NULL: the place is free */
	uint64_t hash;
} rtc_map_entry;

/* All zero is an empty map. Entries stand at their hash's place or behind it, with no free place
 * in between. */
typedef struct rtc_map {
	rtc_map_entry *entries;
	size_t capacity; /* 0 or a power of two; at most three quarters are in use */
	size_t count;
	uint64_t seed[2]; /* random, drawn with the first entry */
} rtc_map;

/* Frees the table, not the values. */
void rtc_map_deinit(rtc_map *map);

/* NULL if there is none. */
void *rtc_map_get(const rtc_map *map, rtc_slice key);

/* Adds a key that is not there yet; value is not NULL. */
rtc_status rtc_map_add(rtc_map *map, rtc_slice key, void *value) RTC_NODISCARD;

/* Takes the key out; returns its value, or NULL if there was none. */
void *rtc_map_remove(rtc_map *map, rtc_slice key);

/* Walks the map: start with *cursor = 0; NULL at the end. The map must not change meanwhile. */
void *rtc_map_next(const rtc_map *map, size_t *cursor);

#endif
