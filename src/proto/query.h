/* The query of a request as pairs (WHATWG URL, application/x-www-form-urlencoded). */
#ifndef RTC_PROTO_QUERY_H
#define RTC_PROTO_QUERY_H

#include "base.h"

/* Takes the next "name=value" off *query, both as they were sent; without '=' the value is empty.
 * Empty pairs are passed over. False at the end. */
bool rtc_query_next(rtc_slice *query, rtc_slice *name, rtc_slice *value);

/* Decodes a name or a value into out[in.len]: '+' is a space, %XX a byte; malformed escapes stay as
 * they are. Returns what it is, in `out`. */
rtc_slice rtc_query_decode(rtc_slice in, uint8_t *out);

/* A decimal number without a sign; one that is larger than `most` is `most`. False if it is none.
 */
bool rtc_query_number(rtc_slice text, uint32_t most, uint32_t *number) RTC_NODISCARD;

#endif
