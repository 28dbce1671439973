/* SipHash-1-3: a keyed hash for tables whose keys come from peers. */
#ifndef RTC_ENGINE_SIPHASH_H
#define RTC_ENGINE_SIPHASH_H

#include "../proto/base.h"

/* key[0] and key[1] are the key's little-endian halves. */
uint64_t rtc_siphash(const uint64_t key[2], rtc_slice text);

#endif
