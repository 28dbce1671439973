/* Masking of WebSocket payloads (RFC 6455 5.3). */
#ifndef RTC_PROTO_MASK_H
#define RTC_PROTO_MASK_H

#include "base.h"

/* out[i] = in[i] XOR key[(phase + i) mod 4]. `out` may be `in` itself or not overlap it at all.
 * Masking and unmasking are the same. True if all that was stored is ASCII: whoever wants UTF-8
 * need not look at it again. */
bool rtc_mask(uint8_t *out, const uint8_t *in, size_t len, const uint8_t key[4], size_t phase);

#endif
