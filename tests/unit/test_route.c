/* link: src/engine/route.c src/engine/options.c src/engine/map.c src/engine/siphash.c */
/* link: src/engine/network.c src/engine/address.c */
#include "check.h"

#include "../../src/engine/route.h"

static rtc_slice text_of(const char *text)
{
	return rtc_slice_of(text, strlen(text));
}

static void test_check(void)
{
	static const char *const good[] = {"/", "/*", "/chat", "/chat/", "/a//b", "/{id}", "/a/{id}/b",
		"/a/{id}/*", "/{a}/{b_2}", "/a*b", "/**", "/%7Bx%7D", "/\xC3\xA9", "/{_}"};
	static const char *const bad[] = {"", "chat", "*", "/a/*/b", "/*/", "/{}", "/{", "/a{id}",
		"/{id}a", "/{i-d}", "/{2}", "/a}", "/{a}/{a}", "/a b", "/a?b", "/a#b", "/a\n", "/\x7F",
		"/{a}{b}", "/{1}/{2}",
		"/{a}/{b}/{c}/{d}/{e}/{f}/{g}/{h}/{i}/{j}/{k}/{l}/{m}/{n}/{o}/{p}/{q}"};
	check_guard guard = {0};

	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++) {
		size_t len = strlen(good[i]);
		const char *error =
			rtc_route_check(rtc_slice_of(check_guard_put(&guard, good[i], len), len));

		check_case("pattern %s", good[i]);
		CHECK(error == NULL);
	}
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		size_t len = strlen(bad[i]);

		check_case("pattern %s", bad[i]);
		CHECK(rtc_route_check(rtc_slice_of(check_guard_put(&guard, bad[i], len), len)) != NULL);
	}
	check_guard_free(&guard);
}

static rtc_route *add(rtc_router *router, const char *pattern)
{
	rtc_server_options options;

	rtc_server_options_init(&options);
	CHECK_INT(rtc_strings_add(&options.route.origins, RTC_SLICE("*")), RTC_OK);

	rtc_route *route =
		rtc_router_add(router, text_of(pattern), RTC_ROUTE_CONVERSATION, &options.route);

	CHECK(route != NULL);
	CHECK_INT(route->options.origins.count, 1);
	CHECK_INT(options.route.origins.count, 0);
	rtc_server_options_deinit(&options);
	return route;
}

static void check_found(const rtc_router *router, const char *path, const char *pattern)
{
	check_guard guard = {0};
	size_t len = strlen(path);
	const rtc_route *route =
		rtc_router_find(router, rtc_slice_of(check_guard_put(&guard, path, len), len));

	check_case("path %s", path);
	if (pattern == NULL) {
		CHECK(route == NULL);
	} else if (CHECK(route != NULL)) {
		CHECK_STR(route->pattern.data, route->pattern.len, pattern);
	}
	check_guard_free(&guard);
}

static void test_find(void)
{
	rtc_router router;

	rtc_router_init(&router);
	check_found(&router, "/", NULL);
	add(&router, "/room/{id}");
	add(&router, "/room/{id}/log");
	add(&router, "/room/lobby");
	add(&router, "/{any}/{two}");
	add(&router, "/files/*");
	add(&router, "/chat");
	add(&router, "/chat/");
	CHECK(rtc_router_has(&router, text_of("/chat")));
	CHECK(rtc_router_has(&router, text_of("/room/{id}")));
	CHECK(!rtc_router_has(&router, text_of("/room/{x}")));
	CHECK(!rtc_router_has(&router, text_of("/room")));

	check_found(&router, "/chat", "/chat");
	check_found(&router, "/chat/", "/chat/");
	check_found(&router, "/chat//", NULL);
	check_found(&router, "/CHAT", NULL);
	check_found(&router, "/ch%61t", NULL);
	check_found(&router, "/room/7", "/room/{id}");
	check_found(&router, "/room/lobby", "/room/lobby");
	check_found(&router, "/room/lobby/log", "/room/{id}/log");
	check_found(&router, "/room/", NULL);
	check_found(&router, "/room", NULL);
	check_found(&router, "/room/7/", NULL);
	check_found(&router, "/room/%7Bid%7D", "/room/{id}");
	check_found(&router, "/a/b", "/{any}/{two}");
	check_found(&router, "//b", NULL);
	check_found(&router, "/files/a", "/{any}/{two}");
	check_found(&router, "/files/", "/files/*");
	check_found(&router, "/files", NULL);
	check_found(&router, "/files/a/b/c", "/files/*");
	check_found(&router, "/files//", "/files/*");
	check_found(&router, "*", NULL);
	check_found(&router, "", NULL);
	check_found(&router, "/", NULL);
	add(&router, "/*");
	check_found(&router, "/", "/*");
	check_found(&router, "/files", "/*");
	check_found(&router, "*", NULL);
	rtc_router_deinit(&router);
	check_found(&router, "/chat", NULL);
}

static void test_params(void)
{
	rtc_route_param params[RTC_ROUTE_MAX_PARAMS];
	size_t count;

	check_case("params");
	count = rtc_route_params(text_of("/a/{id}/x/{name}"), text_of("/a/1%2F2/x/bob"), params);
	CHECK_INT(count, 2);
	CHECK_STR(params[0].name.data, params[0].name.len, "id");
	CHECK_STR(params[0].value.data, params[0].value.len, "1%2F2");
	CHECK_STR(params[1].name.data, params[1].name.len, "name");
	CHECK_STR(params[1].value.data, params[1].value.len, "bob");
	count = rtc_route_params(text_of("/{dir}/*"), text_of("/d/e/f"), params);
	CHECK_INT(count, 1);
	CHECK_STR(params[0].value.data, params[0].value.len, "d");
	CHECK_INT(rtc_route_params(text_of("/chat"), text_of("/chat"), params), 0);
	CHECK_INT(rtc_route_params(text_of("/{a}/{b}"), text_of("/x"), params), 0);
}

int main(void)
{
	test_check();
	test_find();
	test_params();
	return check_done("test_route");
}
