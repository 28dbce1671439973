#include "load.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/*
 * What a silent connection costs: the server's PSS before and after `connections` of them are
 * opened. A few are opened first, so that what a server allocates once is not counted. At the end
 * each must answer a ping: they were all alive.
 */

enum { FIRST = 16 };

static const uint8_t question[] = "are you there?";

typedef struct {
	bench_group group;
	size_t answered;
} idle;

static void on_pong(void *context, bench_client *client, const uint8_t *payload, size_t length)
{
	idle *load = context;

	if (length != sizeof question || memcmp(payload, question, length) != 0) {
		bench_fail("connection %u: a pong that does not fit the ping", client->id);
	}
	client->received++;
	load->answered++;
}

static void on_stalled(void *context)
{
	const idle *load = context;
	size_t i;

	for (i = 0; i < load->group.count; i++) {
		if (load->group.clients[i].received == 0) {
			bench_fail("connection %zu: the ping was never answered", i);
		}
	}
}

static void hold(bench_group *group, double seconds)
{
	uint64_t end = bench_now_ns() + (uint64_t)(seconds * 1e9);
	uint64_t now;

	while ((now = bench_now_ns()) < end) {
		group->heard_ns = now; /* silence is what is wanted here */
		bench_group_turn(group, (int)((end - now) / 1000000) + 1);
	}
}

static void ping_all(idle *load)
{
	size_t i;

	load->group.heard_ns = bench_now_ns();
	for (i = 0; i < load->group.count; i++) {
		uint8_t frame[BENCH_HEADER_MAX + sizeof question];

		bench_client_write(&load->group, &load->group.clients[i], frame,
			bench_client_frame(&load->group, frame, BENCH_OP_PING, question, sizeof question));
		if (i % 64 == 63) {
			bench_group_turn(&load->group, 0);
		}
	}
	while (load->answered < load->group.count) {
		bench_group_turn(&load->group, 100);
	}
}

static uint64_t server_pss(pid_t pid)
{
	bench_processes server;
	uint64_t bytes = 0;

	if (!bench_processes_find(&server, pid) || !bench_processes_pss(&server, &bytes)) {
		bench_fail("the memory of process %d cannot be read", (int)pid);
	}
	return bytes;
}

void bench_load_idle(const bench_options *options)
{
	static const bench_handler handler = {.pong = on_pong, .stalled = on_stalled};
	static idle load;
	uint64_t before;
	uint64_t after;
	uint64_t began;
	double open_seconds;

	if (options->pid == 0) {
		bench_fail("mode idle needs --pid");
	}
	bench_group_init(&load.group, options->connections + FIRST, &options->target, &handler, &load,
		options->patience_seconds);
	bench_group_open(&load.group, 0, FIRST);
	hold(&load.group, options->warmup_seconds);
	before = server_pss(options->pid);
	began = bench_now_ns();
	bench_group_open(&load.group, FIRST, options->connections);
	open_seconds = (double)(bench_now_ns() - began) / 1e9;
	hold(&load.group, options->seconds);
	after = server_pss(options->pid);
	ping_all(&load);
	printf("{\"mode\":\"%s\",\"path\":\"%s\",\"connections\":%zu,\"open_seconds\":%.3f,"
		   "\"pss_before\":%" PRIu64 ",\"pss_after\":%" PRIu64 ",\"pss_per_connection\":%.1f}\n",
		options->mode, options->target.path, options->connections, open_seconds, before, after,
		((double)after - (double)before) / (double)options->connections);
}

void bench_load_background(const bench_options *options)
{
	static const bench_handler handler = {0};
	static bench_group group;
	bench_target target = options->target;

	target.path = "/echo";
	bench_group_init(&group, options->idle, &target, &handler, NULL, options->patience_seconds);
	bench_group_open(&group, 0, options->idle);
}
