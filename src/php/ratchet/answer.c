#include "answer.h"

#include "../../proto/http.h"
#include "../value.h"
#include "zend_smart_str.h"

/* Takes the next line off *text, without its line end. False if there is none. */
static bool next_line(rtc_slice *text, rtc_slice *line)
{
	const uint8_t *end = text->len == 0 ? NULL : memchr(text->data, '\n', text->len);

	if (end == NULL) {
		return false;
	}
	*line = rtc_slice_of(text->data, (size_t)(end - text->data));
	*text = rtc_slice_of(end + 1, text->len - line->len - 1);
	if (line->len > 0 && line->data[line->len - 1] == '\r') {
		line->len--;
	}
	return true;
}

/* The status of "HTTP/1.1 403 Forbidden"; 0 if the line is none, or the status is not a final one.
 */
static int status_of(rtc_slice line)
{
	int status = 0;
	size_t i;

	if (line.len < 12 || memcmp(line.data, "HTTP/1.", 7) != 0 || line.data[8] != ' ' ||
		(line.len > 12 && line.data[12] != ' ')) {
		return 0;
	}
	for (i = 9; i < 12; i++) {
		if (line.data[i] < '0' || line.data[i] > '9') {
			return 0;
		}
		status = status * 10 + (line.data[i] - '0');
	}
	return status >= 200 && status <= 599 ? status : 0;
}

static bool is_ours(rtc_slice name)
{
	return rtc_slice_equals_nocase(name, RTC_SLICE("content-length")) ||
		rtc_slice_equals_nocase(name, RTC_SLICE("transfer-encoding")) ||
		rtc_slice_equals_nocase(name, RTC_SLICE("connection")) ||
		rtc_slice_equals_nocase(name, RTC_SLICE("date"));
}

/* Appends the field unless the server says it, or it may not be sent. */
static void append_field(smart_str *fields, rtc_slice line)
{
	const uint8_t *colon = line.len == 0 ? NULL : memchr(line.data, ':', line.len);
	rtc_slice name;

	if (colon == NULL) {
		return;
	}
	name = rtc_slice_of(line.data, (size_t)(colon - line.data));
	if (rtc_http_is_token(name) && !is_ours(name) &&
		rtc_http_is_value(rtc_slice_of(colon + 1, line.len - name.len - 1))) {
		smart_str_appendl(fields, (const char *)line.data, line.len);
		smart_str_appendl(fields, "\r\n", 2);
	}
}

void php_rtcomm_ratchet_answer(rtc_conn *conn, rtc_slice response)
{
	smart_str fields = {0};
	rtc_slice line;
	int status = next_line(&response, &line) ? status_of(line) : 0;

	if (status == 0) {
		return;
	}
	while (next_line(&response, &line) && line.len > 0) {
		append_field(&fields, line);
	}
	smart_str_0(&fields);
	rtc_conn_respond_last(
		conn, status, fields.s == NULL ? RTC_SLICE("") : php_rtcomm_slice(fields.s), response);
	smart_str_free(&fields);
}

void php_rtcomm_ratchet_refuse(rtc_conn *conn, int status)
{
	const char *reason = rtc_http_reason(status);

	rtc_conn_respond_last(conn, status, RTC_SLICE("Content-Type: text/plain; charset=utf-8\r\n"),
		rtc_slice_of(reason, strlen(reason)));
}
