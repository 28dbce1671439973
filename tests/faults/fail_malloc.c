/* Allocations of rtcomm and libevent that fail, and how many of their blocks are not freed. */
#define _GNU_SOURCE

#include "control.h"

#include <errno.h>
#include <stddef.h>
#include <string.h>

/* Blocks that are followed; a power of two. */
#define BLOCKS 65536

/* What dlsym() allocates while it looks for the functions that would allocate it. */
#define EARLY_BYTES 65536

#define CALLER() __builtin_extract_return_addr(__builtin_return_address(0))

static void *(*real_malloc)(size_t size);
static void *(*real_calloc)(size_t count, size_t size);
static void *(*real_realloc)(void *block, size_t size);
static void (*real_free)(void *block);

static _Alignas(16) char early[EARLY_BYTES];
static size_t early_used;

static const void *blocks[BLOCKS];
static const char gone;

static void *early_take(size_t size)
{
	char *block = early + early_used;

	size = (size + 15) & ~(size_t)15;
	if (size > EARLY_BYTES - early_used) {
		return NULL;
	}
	early_used += size;
	return block;
}

static bool is_early(const void *block)
{
	return (const char *)block >= early && (const char *)block < early + EARLY_BYTES;
}

static bool find_real(void)
{
	static bool looking;

	if (real_free == NULL && !looking) {
		looking = true;
		real_malloc = (void *(*)(size_t))fault_next("malloc");
		real_calloc = (void *(*)(size_t, size_t))fault_next("calloc");
		real_realloc = (void *(*)(void *, size_t))fault_next("realloc");
		real_free = (void (*)(void *))fault_next("free");
	}
	return real_free != NULL;
}

/* The block's place, or a free one. */
static size_t block_place(const void *block)
{
	size_t at = ((uintptr_t)block >> 4) * UINT64_C(0x9E3779B97F4A7C15) >> 48;
	size_t left = BLOCKS;
	size_t free_place = BLOCKS;

	while (left-- > 0 && blocks[at % BLOCKS] != NULL && blocks[at % BLOCKS] != block) {
		if (blocks[at % BLOCKS] == &gone && free_place == BLOCKS) {
			free_place = at % BLOCKS;
		}
		at++;
	}
	if (blocks[at % BLOCKS] != block && free_place != BLOCKS) {
		return free_place;
	}
	return at % BLOCKS;
}

static void block_add(const void *block)
{
	blocks[block_place(block)] = block;
	fault_page()->live++;
}

static bool block_remove(const void *block)
{
	size_t at = block_place(block);

	if (block == NULL || blocks[at] != block) {
		return false;
	}
	blocks[at] = &gone;
	fault_page()->live--;
	return true;
}

/* True: this allocation fails. *ours: it is one that is followed. */
static bool strikes(const void *code, bool *ours)
{
	fault_control *page = fault_page();
	uintptr_t offset = 0;
	int owner = fault_owner(code, &offset);

	*ours = owner != 0;
	if (page->fail_at == 0 || (owner & page->who) == 0) {
		return false;
	}
	page->seen++;
	if (page->seen < page->fail_at || (page->seen > page->fail_at && page->for_good == 0)) {
		return false;
	}
	page->failed++;
	page->last = (int64_t)offset;
	errno = ENOMEM;
	return true;
}

void *malloc(size_t size)
{
	void *block;
	bool ours;

	if (!find_real()) {
		return early_take(size);
	}
	if (strikes(CALLER(), &ours)) {
		return NULL;
	}
	block = real_malloc(size);
	if (ours && block != NULL) {
		block_add(block);
	}
	return block;
}

void *calloc(size_t count, size_t size)
{
	void *block;
	bool ours;

	if (!find_real()) {
		return early_take(count * size); /* never used before: zeros */
	}
	if (strikes(CALLER(), &ours)) {
		return NULL;
	}
	block = real_calloc(count, size);
	if (ours && block != NULL) {
		block_add(block);
	}
	return block;
}

void *realloc(void *old, size_t size)
{
	void *block;
	bool ours;
	bool followed;

	if (is_early(old)) {
		block = malloc(size);
		return block != NULL ? memcpy(block, old, size) : NULL;
	}
	if (!find_real() || strikes(CALLER(), &ours)) {
		return NULL;
	}
	followed = block_remove(old);
	block = real_realloc(old, size);
	if (block == NULL && followed && size > 0) {
		block_add(old);
	} else if (block != NULL && (followed || (ours && old == NULL))) {
		block_add(block);
	}
	return block;
}

char *strdup(const char *text)
{
	size_t size = strlen(text) + 1;
	char *copy;
	bool ours;

	if (!find_real() || strikes(CALLER(), &ours)) {
		return NULL;
	}
	copy = real_malloc(size);
	if (copy == NULL) {
		return NULL;
	}
	if (ours) {
		block_add(copy);
	}
	return memcpy(copy, text, size);
}

void free(void *block)
{
	if (block == NULL || is_early(block)) {
		return;
	}
	if (find_real()) {
		block_remove(block);
		real_free(block);
	}
}
