#include "load.h"

/*
 * `connections` clients at a time connect, shake hands and leave, again and again. One counts once
 * its handshake was answered; its time runs from connect to the answer.
 */

typedef struct {
	bench_run run;
	bench_group group;
	const bench_options *options;
	bool again;
	size_t busy;
} handshakes;

static void next(handshakes *load, bench_client *client)
{
	bench_client_close(&load->group, client);
	if (load->again) {
		bench_client_connect(&load->group, client);
	} else {
		load->busy--;
	}
}

static void on_opened(void *context, bench_client *client)
{
	handshakes *load = context;

	bench_run_count(&load->run, client->started_ns, load->group.now_ns);
}

static void on_settled(void *context, bench_client *client)
{
	handshakes *load = context;

	if (client->state != BENCH_CLIENT_OPEN) {
		return;
	}
	if (load->options->close_frame) {
		bench_client_close_frame(&load->group, client);
	} else {
		next(load, client);
	}
}

/* RFC 6455 7.1.1: the server ends the TCP connection, after the close frames went both ways. */
static void on_ended(void *context, bench_client *client)
{
	handshakes *load = context;

	if (client->state != BENCH_CLIENT_ENDED) {
		bench_fail("connection %u: ended by the server without a close frame", client->nonce);
	}
	next(load, client);
}

void bench_load_connect(const bench_options *options)
{
	static const bench_handler handler = {
		.opened = on_opened,
		.settled = on_settled,
		.ended = on_ended,
	};
	static handshakes load;
	size_t i;

	load.options = options;
	bench_group_init(&load.group, options->connections, &options->target, &handler, &load,
		options->patience_seconds);
	bench_run_begin(&load.run, options);
	load.again = true;
	load.busy = options->connections;
	for (i = 0; i < options->connections; i++) {
		bench_client_connect(&load.group, &load.group.clients[i]);
	}
	while (bench_run_goes_on(&load.run)) {
		bench_group_turn(&load.group, 100);
	}
	load.again = false;
	while (load.busy > 0) {
		bench_group_turn(&load.group, 100);
	}
	bench_run_print(&load.run);
}
