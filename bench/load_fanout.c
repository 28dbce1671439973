#include "load.h"
#include "payload.h"

#include <string.h>

/*
 * The last client publishes to all the others, which only listen. Up to `depth` publications are
 * under way; one is over when every receiver has it. The publisher must not hear itself.
 */

enum { GRACE_MS = 20, FIRST_MAX = 64 };

typedef struct {
	uint64_t sent_ns;
	size_t missing; /* receivers that have not got it yet */
} publication;

typedef struct {
	bench_run run;
	bench_group group;
	bench_group apart; /* of the publisher alone, if it is not one of the group */
	bench_group *publishing;
	const bench_options *options;
	bench_client *publisher;
	publication *under_way; /* depth slots; number n lies in slot n % depth */
	uint64_t published;
	uint64_t done; /* those before it have reached everybody */
	uint8_t *frames;
	uint64_t receipts; /* that have come */
	uint64_t expected; /* of them in all */
} fanout;

static void publish_more(fanout *load)
{
	const bench_options *options = load->options;
	uint8_t *payload = load->frames + options->depth * (options->size + BENCH_HEADER_MAX);
	uint64_t now = bench_now_ns();
	size_t length = 0;

	while (load->published - load->done < options->depth) {
		publication *slot = &load->under_way[load->published % options->depth];

		slot->sent_ns = now;
		slot->missing = options->connections;
		bench_payload_make(payload, options->size, load->publisher->id, load->published);
		length += bench_client_frame(
			load->publishing, load->frames + length, BENCH_OP_TEXT, payload, options->size);
		load->published++;
		load->expected++;
	}
	if (length > 0) {
		bench_client_write(load->publishing, load->publisher, load->frames, length);
	}
}

void bench_fanout_message(
	void *context, bench_client *client, const uint8_t *payload, size_t length)
{
	fanout *load = context;
	const bench_options *options = load->options;
	uint64_t number = client->received;
	publication *slot = &load->under_way[number % options->depth];
	size_t right;

	if (client == load->publisher) {
		bench_fail("the publisher got a message");
	}
	if (number == load->published) {
		bench_fail("receiver %u: more messages than publications", client->id);
	}
	if (length != options->size) {
		bench_fail("receiver %u: message %llu: %zu bytes came, %zu were published", client->id,
			(unsigned long long)number, length, options->size);
	}
	right = bench_payload_check(payload, length, load->publisher->id, number);
	if (right != length) {
		bench_fail("receiver %u: message %llu: byte %zu is wrong (0x%02x)", client->id,
			(unsigned long long)number, right, payload[right]);
	}
	client->received++;
	slot->missing--;
	bench_run_count(&load->run, slot->sent_ns, load->group.now_ns);
}

void bench_fanout_stalled(void *context)
{
	const fanout *load = context;
	size_t i;

	for (i = 0; i < load->options->connections; i++) {
		const bench_client *client = &load->group.clients[i];

		if (client->received != load->published) {
			bench_fail("receiver %u: message %llu never came (%zu receivers miss it)", client->id,
				(unsigned long long)client->received,
				load->under_way[client->received % load->options->depth].missing);
		}
	}
}

static void turn(fanout *load)
{
	if (load->publishing == &load->apart) {
		load->apart.heard_ns = bench_now_ns(); /* nothing is said to it */
		bench_group_turn(&load->apart, 0);
	}
	bench_group_turn(&load->group, 100);
	while (load->done < load->published &&
		load->under_way[load->done % load->options->depth].missing == 0) {
		load->done++;
	}
}

static void run(fanout *load)
{
	bench_run_begin(&load->run, load->options);
	while (bench_run_goes_on(&load->run)) {
		publish_more(load);
		turn(load);
	}
	while (load->done < load->published) {
		turn(load);
	}
	while (load->options->receipts && load->receipts < load->expected) {
		bench_group_turn(&load->apart, 100);
	}
	bench_group_turn(&load->group, GRACE_MS); /* a message too many would come now */
	if (load->options->receipts) {
		bench_group_turn(&load->apart, GRACE_MS);
	}
	bench_run_print(&load->run);
}

static fanout *prepare(const bench_options *options)
{
	static fanout load;

	load.options = options;
	load.under_way = bench_alloc(NULL, options->depth * sizeof *load.under_way);
	load.frames = bench_alloc(NULL, (options->depth + 1) * (options->size + BENCH_HEADER_MAX));
	bench_payload_init(options->size, options->json);
	return &load;
}

static bool no_wait(void)
{
	return true;
}

void bench_load_fanout(const bench_options *options)
{
	static const bench_handler handler = {
		.message = bench_fanout_message,
		.stalled = bench_fanout_stalled,
	};
	fanout *load;

	if (options->publish != NULL) {
		bench_group *group;

		bench_fanout_apart(options, &handler, &group, no_wait, NULL);
		return;
	}
	load = prepare(options);
	bench_group_init(&load->group, options->connections + 1, &options->target, &handler, load,
		options->patience_seconds);
	load->publishing = &load->group;
	load->publisher = &load->group.clients[options->connections];
	bench_group_open(&load->group, 0, options->connections + 1);
	run(load);
}

static void on_receipt(void *context, bench_client *client, const uint8_t *payload, size_t length)
{
	fanout *load = context;

	(void)client, (void)payload, (void)length;
	if (++load->receipts > load->expected) {
		bench_fail("the publisher got more receipts than it published");
	}
}

static void publish_first(fanout *load, const char *text)
{
	uint8_t frame[BENCH_HEADER_MAX + FIRST_MAX];

	bench_client_write(&load->apart, load->publisher, frame,
		bench_client_frame(
			&load->apart, frame, BENCH_OP_TEXT, (const uint8_t *)text, strlen(text)));
	load->expected++;
}

void bench_fanout_apart(const bench_options *options, const bench_handler *handler,
	bench_group **group, bool (*ready)(void), const char *first)
{
	static const bench_handler silent = {0};
	static const bench_handler with_receipts = {.message = on_receipt};
	bench_target target = options->target;
	fanout *load = prepare(options);

	target.path = options->publish != NULL ? options->publish : "/publish";
	if (options->publish_port != 0) {
		target.server.sin_port = options->publish_port;
	}
	bench_group_init(&load->apart, 1, &target, options->receipts ? &with_receipts : &silent, load,
		options->patience_seconds);
	load->publishing = &load->apart;
	load->publisher = &load->apart.clients[0];
	bench_group_open(&load->apart, 0, 1);
	if (first != NULL) {
		publish_first(load, first);
	}
	bench_group_init(&load->group, options->connections, &options->target, handler, load,
		options->patience_seconds);
	*group = &load->group;
	bench_group_open(&load->group, 0, options->connections);
	while (!ready()) {
		bench_group_turn(&load->group, 100);
	}
	run(load);
}
