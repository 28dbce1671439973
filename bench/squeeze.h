#ifndef BENCH_SQUEEZE_H
#define BENCH_SQUEEZE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Messages of permessage-deflate (RFC 7692), each compressed on its own: both ends agree on no
 * context takeover. Without zlib at compile time bench_squeeze_init() is false.
 */

/* Once, before the others. The level is zlib's. */
bool bench_squeeze_init(int level);

/* Compresses into at most capacity bytes. Returns the length, or 0 when it does not fit. */
size_t bench_squeeze(uint8_t *to, size_t capacity, const uint8_t *from, size_t length);

/* Inflates into at most capacity bytes. False: malformed, or longer. */
bool bench_unsqueeze(
	uint8_t *to, size_t capacity, size_t *inflated, const uint8_t *from, size_t length);

#endif
