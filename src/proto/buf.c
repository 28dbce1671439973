#include "buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#define RTC_BUF_MIN 64

void rtc_buf_init(rtc_buf *buf)
{
	*buf = (rtc_buf){0};
}

void rtc_buf_deinit(rtc_buf *buf)
{
	free(buf->data);
	rtc_buf_init(buf);
}

rtc_status rtc_buf_reserve(rtc_buf *buf, size_t extra)
{
	return rtc_buf_reserve_within(buf, extra, SIZE_MAX);
}

rtc_status rtc_buf_reserve_within(rtc_buf *buf, size_t extra, size_t most)
{
	if (extra <= buf->cap - buf->len) {
		return RTC_OK;
	}
	if (buf->len > most || extra > most - buf->len) {
		return RTC_NOMEM;
	}

	/* Half as much again, so that small appends are cheap together; a big one gets what it asks. */
	size_t need = buf->len + extra;
	size_t step = buf->cap / 2;
	size_t cap = step > SIZE_MAX - buf->cap ? need : buf->cap + step;

	cap = cap < RTC_BUF_MIN ? RTC_BUF_MIN : cap;
	cap = cap > most ? most : cap;
	cap = cap < need ? need : cap;

	uint8_t *data = realloc(buf->data, cap);

	if (data == NULL) {
		return RTC_NOMEM;
	}
	buf->data = data;
	buf->cap = cap;
	return RTC_OK;
}

rtc_status rtc_buf_append(rtc_buf *buf, const void *data, size_t len)
{
	if (len == 0) {
		return RTC_OK;
	}
	if (rtc_buf_reserve(buf, len) != RTC_OK) {
		return RTC_NOMEM;
	}
	memcpy(buf->data + buf->len, data, len);
	buf->len += len;
	return RTC_OK;
}

rtc_status rtc_buf_append_str(rtc_buf *buf, const char *text)
{
	return rtc_buf_append(buf, text, strlen(text));
}

rtc_status rtc_buf_printf(rtc_buf *buf, const char *format, ...)
{
	size_t room = buf->cap - buf->len;
	rtc_status status = RTC_OK;
	va_list args;
	va_list again;

	va_start(args, format);
	va_copy(again, args);

	int len = vsnprintf(room > 0 ? (char *)buf->data + buf->len : NULL, room, format, args);

	/* The NUL goes behind the content and is not counted. */
	if (len < 0) {
		status = RTC_FAILED;
	} else if ((size_t)len >= room) {
		status = rtc_buf_reserve(buf, (size_t)len + 1);
		if (status == RTC_OK) {
			vsnprintf((char *)buf->data + buf->len, (size_t)len + 1, format, again);
		}
	}
	if (status == RTC_OK) {
		buf->len += (size_t)len;
	}
	va_end(again);
	va_end(args);
	return status;
}

rtc_status rtc_buf_append_all(rtc_buf *buf, const rtc_slice *slices, size_t count)
{
	size_t len = 0;

	for (size_t i = 0; i < count; i++) {
		if (slices[i].len > SIZE_MAX - len) {
			return RTC_NOMEM;
		}
		len += slices[i].len;
	}
	if (rtc_buf_reserve(buf, len) != RTC_OK) {
		return RTC_NOMEM;
	}
	for (size_t i = 0; i < count; i++) {
		if (slices[i].len > 0) {
			memcpy(buf->data + buf->len, slices[i].data, slices[i].len);
			buf->len += slices[i].len;
		}
	}
	return RTC_OK;
}

rtc_slice rtc_decimal(uint64_t value, char text[RTC_DECIMAL_MAX])
{
	size_t at = RTC_DECIMAL_MAX;

	do {
		text[--at] = (char)('0' + value % 10);
		value /= 10;
	} while (value > 0);
	return rtc_slice_of(text + at, RTC_DECIMAL_MAX - at);
}

void rtc_buf_consume(rtc_buf *buf, size_t count)
{
	buf->len -= count;
	if (count > 0 && buf->len > 0) {
		memmove(buf->data, buf->data + count, buf->len);
	}
}
