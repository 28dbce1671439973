#include "route.h"

#include <stdlib.h>

void rtc_router_init(rtc_router *router)
{
	*router = (rtc_router){.end = &router->first};
}

static void route_free(rtc_route *route)
{
	rtc_slice_free(route->pattern);
	rtc_slice_free(route->methods);
	rtc_route_options_deinit(&route->options);
	free(route);
}

void rtc_router_deinit(rtc_router *router)
{
	while (router->first != NULL) {
		rtc_route *route = router->first;

		router->first = route->next;
		route_free(route);
	}
	rtc_map_deinit(&router->literals);
	rtc_router_init(router);
}

/* Takes the next segment off a path that is not empty: the bytes behind its '/' up to the next
 * one. */
static rtc_slice next_segment(rtc_slice *path)
{
	rtc_slice segment = {.data = path->data + 1};

	while (segment.len < path->len - 1 && segment.data[segment.len] != '/') {
		segment.len++;
	}
	path->data += 1 + segment.len;
	path->len -= 1 + segment.len;
	return segment;
}

static bool is_placeholder(rtc_slice segment)
{
	return segment.len > 0 && segment.data[0] == '{';
}

static rtc_slice placeholder_name(rtc_slice segment)
{
	return rtc_slice_of(segment.data + 1, segment.len - 2);
}

static bool is_name(rtc_slice text)
{
	for (size_t i = 0; i < text.len; i++) {
		uint8_t byte = text.data[i];
		bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '_';

		if (!letter && (i == 0 || byte < '0' || byte > '9')) {
			return false;
		}
	}
	return text.len > 0;
}

static bool has_brace(rtc_slice segment)
{
	return segment.len > 0 &&
		(memchr(segment.data, '{', segment.len) != NULL ||
			memchr(segment.data, '}', segment.len) != NULL);
}

static bool is_whole_placeholder(rtc_slice segment)
{
	return is_placeholder(segment) && segment.len > 2 && segment.data[segment.len - 1] == '}' &&
		is_name(placeholder_name(segment));
}

static const char *check_segment(rtc_slice segment)
{
	for (size_t i = 0; i < segment.len; i++) {
		uint8_t byte = segment.data[i];

		if (byte <= 0x20 || byte == 0x7F) {
			return "a path has no spaces and no control characters";
		}
		if (byte == '?' || byte == '#') {
			return "a path has no query and no fragment";
		}
	}
	if (has_brace(segment) && !is_whole_placeholder(segment)) {
		return "a {name} is a whole segment, of letters, digits and underscores";
	}
	return NULL;
}

const char *rtc_route_check(rtc_slice pattern)
{
	rtc_slice names[RTC_ROUTE_MAX_PARAMS];
	size_t count = 0;

	if (pattern.len == 0 || pattern.data[0] != '/') {
		return "a path starts with \"/\"";
	}
	while (pattern.len > 0) {
		rtc_slice segment = next_segment(&pattern);
		const char *error = check_segment(segment);

		if (error != NULL) {
			return error;
		}
		if (rtc_slice_equals(segment, RTC_SLICE("*")) && pattern.len > 0) {
			return "\"*\" stands for the rest of a path, so it is the last segment";
		}
		if (!is_placeholder(segment)) {
			continue;
		}
		for (size_t i = 0; i < count; i++) {
			if (rtc_slice_equals(names[i], segment)) {
				return "each {name} occurs once";
			}
		}
		if (count == RTC_ROUTE_MAX_PARAMS) {
			return "a path has at most 16 {names}";
		}
		names[count++] = segment;
	}
	return NULL;
}

/* Matches segment by segment, and collects the {names} where `params` is not NULL. */
static bool match(rtc_slice pattern, rtc_slice path, rtc_route_param *params, size_t *count)
{
	*count = 0;
	if (path.len == 0 || path.data[0] != '/') {
		return false;
	}
	while (pattern.len > 0 && path.len > 0) {
		rtc_slice segment = next_segment(&pattern);

		if (pattern.len == 0 && rtc_slice_equals(segment, RTC_SLICE("*"))) {
			return true;
		}

		rtc_slice value = next_segment(&path);

		if (!is_placeholder(segment)) {
			if (!rtc_slice_equals(segment, value)) {
				return false;
			}
			continue;
		}
		if (value.len == 0) {
			return false;
		}
		if (params != NULL) {
			params[*count] = (rtc_route_param){placeholder_name(segment), value};
		}
		(*count)++;
	}
	return pattern.len == 0 && path.len == 0;
}

static bool is_literal(rtc_slice pattern)
{
	rtc_slice segment = {0};

	while (pattern.len > 0) {
		segment = next_segment(&pattern);
		if (is_placeholder(segment)) {
			return false;
		}
	}
	return !rtc_slice_equals(segment, RTC_SLICE("*"));
}

bool rtc_router_has(const rtc_router *router, rtc_slice pattern)
{
	if (rtc_map_get(&router->literals, pattern) != NULL) {
		return true;
	}
	for (const rtc_route *route = router->first; route != NULL; route = route->next) {
		if (!route->literal && rtc_slice_equals(route->pattern, pattern)) {
			return true;
		}
	}
	return false;
}

rtc_route *rtc_router_add(
	rtc_router *router, rtc_slice pattern, rtc_route_kind kind, rtc_route_options *options)
{
	rtc_route *route = calloc(1, sizeof(*route));

	if (route == NULL) {
		return NULL;
	}
	route->kind = kind;
	route->deliveries = rtc_route_is_plain(route) ? 0 : RTC_DELIVERY_ALL;
	route->literal = is_literal(pattern);
	if (rtc_slice_copy(&route->pattern, pattern) != RTC_OK ||
		(route->literal && rtc_map_add(&router->literals, route->pattern, route) != RTC_OK)) {
		route_free(route);
		return NULL;
	}
	route->options = *options;
	rtc_strings_init(&options->origins);
	rtc_strings_init(&options->subprotocols);
	*router->end = route;
	router->end = &route->next;
	return route;
}

rtc_route *rtc_router_find(const rtc_router *router, rtc_slice path)
{
	rtc_route *route = rtc_map_get(&router->literals, path);
	size_t count;

	if (route != NULL) {
		return route;
	}
	for (route = router->first; route != NULL; route = route->next) {
		if (!route->literal && match(route->pattern, path, NULL, &count)) {
			return route;
		}
	}
	return NULL;
}

size_t rtc_route_params(
	rtc_slice pattern, rtc_slice path, rtc_route_param params[RTC_ROUTE_MAX_PARAMS])
{
	size_t count;

	return match(pattern, path, params, &count) ? count : 0;
}
