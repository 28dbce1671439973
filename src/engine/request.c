#include "request.h"

#include <stdlib.h>

rtc_request *rtc_request_new(const rtc_http_head *head, const uint8_t *data, size_t len)
{
	size_t field_bytes = head->field_count * sizeof(rtc_http_field);
	size_t fixed = sizeof(rtc_request) + field_bytes;

	if (len > SIZE_MAX - fixed) {
		return NULL;
	}

	rtc_request *request = malloc(fixed + len);

	if (request == NULL) {
		return NULL;
	}

	uint8_t *text = (uint8_t *)request + fixed;

	*request = (rtc_request){
		.refs = 1,
		.field_count = head->field_count,
		.minor = head->minor,
		.has_query = head->has_query,
		.keep_alive = head->keep_alive,
		.method = head->method,
		.target = head->target,
		.path = head->path,
		.query = head->query,
		.host = head->host,
		.head = text,
	};
	memcpy(request->fields, head->fields, field_bytes);
	memcpy(text, data, len);
	return request;
}

rtc_request *rtc_request_ref(rtc_request *request)
{
	request->refs++;
	return request;
}

void rtc_request_unref(rtc_request *request)
{
	if (request == NULL || --request->refs > 0) {
		return;
	}
	rtc_buf_deinit(&request->body);
	free(request->client_certificate);
	free(request);
}

rtc_slice rtc_request_field(const rtc_request *request, rtc_slice name)
{
	rtc_slice value;

	if (!rtc_http_find(request->fields, request->field_count, request->head, name, &value)) {
		return (rtc_slice){0};
	}
	return value;
}
