#ifndef BENCH_PAYLOAD_H
#define BENCH_PAYLOAD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * What the messages hold. Each payload is a function of its size, its sender and its number, so a
 * receiver can check every byte without keeping what was sent, and a message that is lost, doubled,
 * out of order or handed to the wrong connection cannot pass. Payloads are printable ASCII.
 */

/*
 * Call once, with the largest size, before the others. What follows the sender and the number is
 * random, or with `json` like the records of an API, which can be compressed.
 */
void bench_payload_init(size_t max_size, bool json);

void bench_payload_make(uint8_t *to, size_t size, uint32_t sender, uint64_t number);

/* The index of the first wrong byte, or size when all are right. */
size_t bench_payload_check(const uint8_t *bytes, size_t size, uint32_t sender, uint64_t number);

#endif
