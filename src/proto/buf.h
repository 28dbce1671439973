/* A growable run of bytes, owned by whoever embeds it. */
#ifndef RTC_PROTO_BUF_H
#define RTC_PROTO_BUF_H

#include "base.h"

/* data[0..len) is content; cap bytes are allocated; all zero is a valid empty buffer. */
typedef struct rtc_buf {
	uint8_t *data;
	size_t len;
	size_t cap;
} rtc_buf;

void rtc_buf_init(rtc_buf *buf);

/* Frees the bytes and leaves an empty buffer. */
void rtc_buf_deinit(rtc_buf *buf);

/* Room for `extra` more bytes behind data[len], growing at least geometrically. RTC_NOMEM also
 * where the sum is more than a size_t holds; this and what appends leave the buffer as it was then.
 */
rtc_status rtc_buf_reserve(rtc_buf *buf, size_t extra) RTC_NODISCARD;

/* The same for a buffer that never holds more than `most` bytes: no more are allocated, and
 * RTC_NOMEM where the sum is more. */
rtc_status rtc_buf_reserve_within(rtc_buf *buf, size_t extra, size_t most) RTC_NODISCARD;

rtc_status rtc_buf_append(rtc_buf *buf, const void *data, size_t len) RTC_NODISCARD;

/* Appends a NUL-terminated string without its NUL. */
rtc_status rtc_buf_append_str(rtc_buf *buf, const char *text) RTC_NODISCARD;

/* Appends what printf would print. */
rtc_status rtc_buf_printf(rtc_buf *buf, const char *format, ...) RTC_NODISCARD RTC_PRINTF(2, 3);

/* Appends several, one behind the other: all of them or nothing. */
rtc_status rtc_buf_append_all(rtc_buf *buf, const rtc_slice *slices, size_t count) RTC_NODISCARD;

/* Digits of the largest number. */
#define RTC_DECIMAL_MAX 20

/* The number as it is written, which lies in `text`. */
rtc_slice rtc_decimal(uint64_t value, char text[RTC_DECIMAL_MAX]);

/* Drops the first `count` bytes; count <= len. */
void rtc_buf_consume(rtc_buf *buf, size_t count);

static inline rtc_slice rtc_buf_slice(const rtc_buf *buf)
{
	return rtc_slice_of(buf->data, buf->len);
}

#endif
