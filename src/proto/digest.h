/* SHA-1 and base64, for the opening handshake (RFC 6455 4.2.2). Not for secrets. */
#ifndef RTC_PROTO_DIGEST_H
#define RTC_PROTO_DIGEST_H

#include "base.h"

#define RTC_SHA1_LEN 20

/* Length of the base64 form of n bytes, padded, without a NUL. */
#define RTC_BASE64_LEN(n) (((n) + 2) / 3 * 4)

/* SHA-1 (FIPS 180-4) of two slices, one behind the other. */
void rtc_sha1(rtc_slice first, rtc_slice second, uint8_t out[RTC_SHA1_LEN]);

/* Base64 (RFC 4648 section 4) into out[RTC_BASE64_LEN(len)]; no NUL is written. */
void rtc_base64_encode(const uint8_t *data, size_t len, char *out);

/* True if `text` is the canonical base64 form of exactly `bytes` bytes. */
bool rtc_base64_is(rtc_slice text, size_t bytes);

/* The bytes of such a text, into out[bytes]. */
void rtc_base64_decode(rtc_slice text, uint8_t *out);

#endif
