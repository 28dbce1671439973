#ifndef BENCH_LOAD_H
#define BENCH_LOAD_H

#include "client.h"
#include "measure.h"

#include <stdint.h>
#include <sys/types.h>

typedef struct {
	const char *mode;
	bench_target target;
	size_t connections; /* echoing clients, receivers, idle clients, or handshakes at a time */
	size_t size;        /* of a payload, in bytes */
	size_t depth;       /* messages in flight: per client (echo) or in all (fan-out) */
	size_t idle;        /* further connections that stay silent meanwhile */
	double seconds;
	double warmup_seconds;
	double patience_seconds;
	bool json;             /* payloads that can be compressed */
	const char *publish;   /* the path of the publisher; null: among the receivers, or /publish */
	uint16_t publish_port; /* in network order; 0: the receivers' */
	bool receipts;         /* the publisher is sent a text for each publication */
	bool validators;       /* polls are numbered by Last-Modified and Etag */
	uint64_t messages;     /* the end, before the time is up; 0: only the time */
	bool close_frame; /* handshakes end with the closing handshake and not with a plain TCP end */
	pid_t pid;        /* the server; 0: nothing is said of it */
} bench_options;

/*
 * One run in three phases: a warm-up, the time that counts, and the rest, in which what is still
 * under way must arrive but is not counted.
 */
typedef enum { BENCH_PHASE_WARMUP, BENCH_PHASE_COUNTED, BENCH_PHASE_REST } bench_phase;

typedef struct {
	const bench_options *options;
	bench_phase phase;
	bench_processes server;
	uint64_t messages; /* counted ones: echoes, deliveries or handshakes */
	uint64_t all;      /* of every phase */
	uint64_t begin_ns;
	uint64_t end_ns; /* of the current phase */
	uint64_t server_cpu_ns;
	uint64_t client_cpu_ns;
	bench_histogram latency;
} bench_run;

/* Starts the warm-up. */
void bench_run_begin(bench_run *run, const bench_options *options);

/* Counts one message whose question was sent at sent_ns, if it is the time for that. */
static inline void bench_run_count(bench_run *run, uint64_t sent_ns, uint64_t now_ns)
{
	run->all++;
	if (run->phase == BENCH_PHASE_COUNTED) {
		run->messages++;
		bench_histogram_add(&run->latency, now_ns - sent_ns);
	}
}

/* Moves on to the next phase when it is time. False once the rest has begun. */
bool bench_run_goes_on(bench_run *run);

/* Prints the result as a line of JSON. */
void bench_run_print(const bench_run *run);

/* The modes. Each makes one run, prints its result, and fails through bench_fail. */
void bench_load_echo(const bench_options *options);
void bench_load_fanout(const bench_options *options);
void bench_load_streams(const bench_options *options);
void bench_load_polls(const bench_options *options);
void bench_load_idle(const bench_options *options);
void bench_load_connect(const bench_options *options);

/*
 * A fan-out whose publisher has a group of its own. *group is set to the receivers' before they are
 * opened with the handler, which hands on what came and uses the functions below; publishing begins
 * once ready() is true. `first`, if not null, is published before the receivers are opened. The
 * context is the fan-out's.
 */
void bench_fanout_apart(const bench_options *options, const bench_handler *handler,
	bench_group **group, bool (*ready)(void), const char *first);
void bench_fanout_message(
	void *context, bench_client *client, const uint8_t *payload, size_t length);
void bench_fanout_stalled(void *context);

/*
 * Opens options->idle silent connections to /echo in a group of their own, which nothing turns any
 * more: a server must not speak to them within a run.
 */
void bench_load_background(const bench_options *options);

#endif
