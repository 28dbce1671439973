#include "load.h"
#include "payload.h"

/* Every client keeps `depth` messages under way; each answer that has come allows one more. */

enum { GRACE_MS = 20 };

typedef struct {
	bench_run run;
	bench_group group;
	const bench_options *options;
	uint64_t *sent_ns; /* depth slots for each client */
	uint8_t *frames;   /* room for depth frames, and for a payload before it is masked */
	bool sending;
	uint64_t under_way;
} echo;

static void send_more(echo *load, bench_client *client)
{
	const bench_options *options = load->options;
	uint8_t *payload = load->frames + options->depth * (options->size + BENCH_HEADER_MAX);
	uint64_t now = bench_now_ns();
	size_t length = 0;

	while (client->sent - client->received < options->depth) {
		bench_payload_make(payload, options->size, client->id, client->sent);
		length += bench_client_frame(
			&load->group, load->frames + length, BENCH_OP_TEXT, payload, options->size);
		load->sent_ns[client->id * options->depth + client->sent % options->depth] = now;
		client->sent++;
		load->under_way++;
	}
	if (length > 0) {
		bench_client_write(&load->group, client, load->frames, length);
	}
}

static void on_message(void *context, bench_client *client, const uint8_t *payload, size_t length)
{
	echo *load = context;
	const bench_options *options = load->options;
	uint64_t number = client->received;
	size_t right;

	if (number == client->sent) {
		bench_fail("connection %u: more answers than messages", client->id);
	}
	if (length != options->size) {
		bench_fail("connection %u: message %llu: %zu bytes came back, %zu were sent", client->id,
			(unsigned long long)number, length, options->size);
	}
	right = bench_payload_check(payload, length, client->id, number);
	if (right != length) {
		bench_fail("connection %u: message %llu: byte %zu is wrong (0x%02x)", client->id,
			(unsigned long long)number, right, payload[right]);
	}
	client->received++;
	load->under_way--;
	bench_run_count(&load->run,
		load->sent_ns[client->id * options->depth + number % options->depth], load->group.now_ns);
}

static void on_settled(void *context, bench_client *client)
{
	echo *load = context;

	if (load->sending) {
		send_more(load, client);
	}
}

static void on_stalled(void *context)
{
	const echo *load = context;
	size_t i;

	for (i = 0; i < load->group.count; i++) {
		const bench_client *client = &load->group.clients[i];

		if (client->sent != client->received) {
			bench_fail("connection %u: message %llu was never answered (%llu are missing in all)",
				client->id, (unsigned long long)client->received,
				(unsigned long long)load->under_way);
		}
	}
}

void bench_load_echo(const bench_options *options)
{
	static const bench_handler handler = {
		.message = on_message,
		.settled = on_settled,
		.stalled = on_stalled,
	};
	static echo load;
	size_t i;

	load.options = options;
	load.sent_ns = bench_alloc(NULL, options->connections * options->depth * sizeof(uint64_t));
	load.frames = bench_alloc(NULL, (options->depth + 1) * (options->size + BENCH_HEADER_MAX));
	bench_payload_init(options->size, options->json);
	bench_group_init(&load.group, options->connections, &options->target, &handler, &load,
		options->patience_seconds);
	bench_group_open(&load.group, 0, options->connections);
	bench_run_begin(&load.run, options);
	load.sending = true;
	for (i = 0; i < options->connections; i++) {
		send_more(&load, &load.group.clients[i]);
	}
	while (bench_run_goes_on(&load.run)) {
		bench_group_turn(&load.group, 100);
	}
	load.sending = false;
	while (load.under_way > 0) {
		bench_group_turn(&load.group, 100);
	}
	bench_group_turn(&load.group, GRACE_MS); /* an answer too many would come now */
	bench_run_print(&load.run);
}
