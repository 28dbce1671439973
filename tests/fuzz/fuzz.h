/* What the fuzz targets share. Each is one fuzz_NAME.c with LLVMFuzzerTestOneInput(), linked with
 * src/proto and -fsanitize=fuzzer,address,undefined; its seeds are in corpus/NAME/. */
#ifndef RTC_TESTS_FUZZ_H
#define RTC_TESTS_FUZZ_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* An oracle: what must hold for every input. */
#define FUZZ_ASSERT(condition)                                                                     \
	do {                                                                                           \
		if (!(condition)) {                                                                        \
			fprintf(stderr, "%s:%d: %s does not hold\n", __FILE__, __LINE__, #condition);          \
			abort();                                                                               \
		}                                                                                          \
	} while (0)

/* A copy of exactly these bytes, so that ASan sees a read past them; free() it. */
static inline uint8_t *fuzz_copy(const uint8_t *data, size_t len)
{
	uint8_t *copy = malloc(len > 0 ? len : 1);

	if (copy == NULL) {
		abort();
	}
	if (len > 0) {
		memcpy(copy, data, len);
	}
	return copy;
}

/* The size of the next piece of an input of which `left` bytes are left, 1 to left: always all of
 * it for seed 0, always 1 for seed 1, else mostly small and sometimes large. */
static inline size_t fuzz_piece(uint32_t *seed, size_t left)
{
	if (*seed <= 1) {
		return *seed == 0 ? left : 1;
	}
	*seed ^= *seed << 13;
	*seed ^= *seed >> 17;
	*seed ^= *seed << 5;

	size_t size = 1 + (*seed & 0x1000 ? *seed >> 16 & 0xFF : *seed >> 16 & 0x7);

	return size < left ? size : left;
}

#endif
