#include "options.h"

#include <stdlib.h>

void rtc_strings_init(rtc_strings *strings)
{
	*strings = (rtc_strings){0};
}

void rtc_strings_deinit(rtc_strings *strings)
{
	for (size_t i = 0; i < strings->count; i++) {
		rtc_slice_free(strings->items[i]);
	}
	free(strings->items);
	rtc_strings_init(strings);
}

rtc_status rtc_strings_add(rtc_strings *strings, rtc_slice text)
{
	rtc_slice *items = realloc(strings->items, (strings->count + 1) * sizeof(*items));

	if (items == NULL) {
		return RTC_NOMEM;
	}
	strings->items = items;
	if (rtc_slice_copy(&items[strings->count], text) != RTC_OK) {
		return RTC_NOMEM;
	}
	strings->count++;
	return RTC_OK;
}

rtc_status rtc_strings_copy(rtc_strings *to, const rtc_strings *from)
{
	rtc_strings_init(to);
	for (size_t i = 0; i < from->count; i++) {
		if (rtc_strings_add(to, from->items[i]) != RTC_OK) {
			rtc_strings_deinit(to);
			return RTC_NOMEM;
		}
	}
	return RTC_OK;
}

rtc_status rtc_slice_copy(rtc_slice *to, rtc_slice from)
{
	/* One byte more: malloc(0) may be NULL, which would look like a failure. */
	uint8_t *data = from.len < SIZE_MAX ? malloc(from.len + 1) : NULL;

	if (data == NULL) {
		return RTC_NOMEM;
	}
	if (from.len > 0) {
		memcpy(data, from.data, from.len);
	}
	data[from.len] = '\0';
	*to = rtc_slice_of(data, from.len);
	return RTC_OK;
}

void rtc_slice_free(rtc_slice slice)
{
	/* A slice is const for its readers; its owner made it from malloc's memory. */
	free((void *)(uintptr_t)slice.data);
}

/* Compression is off, but in a build that tests everything with it: -DRTC_TEST_DEFLATE. */
#ifdef RTC_TEST_DEFLATE
#define DEFLATE_ON true
#define DEFLATE_MIN_BYTES 0
#else
#define DEFLATE_ON false
#define DEFLATE_MIN_BYTES 860
#endif

void rtc_server_options_init(rtc_server_options *options)
{
	*options = (rtc_server_options){
		.max_header_bytes = 16 * 1024,
		.max_body_bytes = 1024 * 1024,
		.handshake_timeout_ms = 10 * 1000,
		.close_timeout_ms = 5 * 1000,
		.deflate_budget = 64 * 1024 * 1024,
		.backlog = 511,
		.route =
			{
				.max_frame_bytes = 1024 * 1024,
				.max_message_bytes = 1024 * 1024,
				.send_buffer_bytes = 1024 * 1024,
				.heartbeat_ms = 25 * 1000,
				.pong_timeout_ms = 20 * 1000,
				.overflow = RTC_OVERFLOW_CLOSE,
				.session_linger_ms = 30 * 1000,
				.deflate =
					{
						.wanted =
							{
								.server_window_bits = RTC_WINDOW_BITS_MAX,
								.client_window_bits = RTC_WINDOW_BITS_MAX,
							},
						.min_bytes = DEFLATE_MIN_BYTES,
						.level = 6,
						.on = DEFLATE_ON,
					},
			},
	};
}

void rtc_server_options_deinit(rtc_server_options *options)
{
	rtc_networks_deinit(&options->trusted_proxies);
	rtc_route_options_deinit(&options->route);
	rtc_slice_free(options->handover);
}

rtc_status rtc_route_options_copy(rtc_route_options *to, const rtc_route_options *from)
{
	*to = *from;
	rtc_strings_init(&to->origins);
	rtc_strings_init(&to->subprotocols);
	if (rtc_strings_copy(&to->origins, &from->origins) != RTC_OK ||
		rtc_strings_copy(&to->subprotocols, &from->subprotocols) != RTC_OK) {
		rtc_route_options_deinit(to);
		return RTC_NOMEM;
	}
	return RTC_OK;
}

void rtc_route_options_deinit(rtc_route_options *options)
{
	rtc_strings_deinit(&options->origins);
	rtc_strings_deinit(&options->subprotocols);
}
