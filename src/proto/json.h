/* The little JSON (RFC 8259) that answers of polls and frames of feeds are made of. */
#ifndef RTC_PROTO_JSON_H
#define RTC_PROTO_JSON_H

#include "buf.h"

/* Appends a string with its quotes. Bytes above 0x7F are passed on as they are; text that is not
 * UTF-8 makes JSON that is not. RTC_NOMEM: `out` is as it was. */
rtc_status rtc_json_string(rtc_buf *out, rtc_slice text) RTC_NODISCARD;

/* Appends bytes as a base64 string (RFC 4648 4) with its quotes. */
rtc_status rtc_json_base64(rtc_buf *out, rtc_slice bytes) RTC_NODISCARD;

#endif
