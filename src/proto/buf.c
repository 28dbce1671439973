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
	if (extra <= buf->cap - buf->len) {
		return RTC_OK;
	}
	if (extra > SIZE_MAX - buf->len) {
		return RTC_NOMEM;
	}

	/* Half as much again, so that small appends are cheap together; a big one gets what it asks. */
	size_t need = buf->len + extra;
	size_t step = buf->cap / 2;
	size_t cap = step > SIZE_MAX - buf->cap ? need : buf->cap + step;

	cap = cap < RTC_BUF_MIN ? RTC_BUF_MIN : cap;
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
	va_list args;
	va_list again;

	va_start(args, format);
	va_copy(again, args);

	int len = vsnprintf(NULL, 0, format, args);
	rtc_status status = len < 0 ? RTC_FAILED : rtc_buf_reserve(buf, (size_t)len + 1);

	/* The NUL goes behind the content and is not counted. */
	if (status == RTC_OK) {
		vsnprintf((char *)buf->data + buf->len, (size_t)len + 1, format, again);
		buf->len += (size_t)len;
	}
	va_end(again);
	va_end(args);
	return status;
}

void rtc_buf_consume(rtc_buf *buf, size_t count)
{
	buf->len -= count;
	if (count > 0 && buf->len > 0) {
		memmove(buf->data, buf->data + count, buf->len);
	}
}
