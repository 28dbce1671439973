#include "load.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>

static uint64_t own_cpu_ns(void)
{
	struct rusage usage;

	getrusage(RUSAGE_SELF, &usage);
	return ((uint64_t)usage.ru_utime.tv_sec + (uint64_t)usage.ru_stime.tv_sec) * 1000000000 +
		((uint64_t)usage.ru_utime.tv_usec + (uint64_t)usage.ru_stime.tv_usec) * 1000;
}

static uint64_t server_cpu_ns(const bench_run *run)
{
	uint64_t ns = 0;

	if (run->options->pid != 0 && !bench_processes_cpu(&run->server, &ns)) {
		bench_fail("the server's process has gone");
	}
	return ns;
}

void bench_run_begin(bench_run *run, const bench_options *options)
{
	memset(run, 0, sizeof *run);
	run->options = options;
	if (options->pid != 0 && !bench_processes_find(&run->server, options->pid)) {
		bench_fail("there is no process %d", (int)options->pid);
	}
	run->end_ns = bench_now_ns() + (uint64_t)(options->warmup_seconds * 1e9);
}

/* A machine that stands still for longer than the phase is no server that says nothing. */
static bool awaits_first(const bench_run *run, uint64_t now)
{
	return run->phase == BENCH_PHASE_COUNTED && run->messages == 0 &&
		now < run->end_ns + (uint64_t)(run->options->patience_seconds * 1e9);
}

bool bench_run_goes_on(bench_run *run)
{
	uint64_t now = bench_now_ns();

	if ((now < run->end_ns || awaits_first(run, now)) &&
		(run->options->messages == 0 || run->all < run->options->messages)) {
		return true;
	}
	if (run->phase == BENCH_PHASE_WARMUP) {
		run->phase = BENCH_PHASE_COUNTED;
		run->server_cpu_ns = server_cpu_ns(run);
		run->client_cpu_ns = own_cpu_ns();
		run->begin_ns = bench_now_ns();
		run->end_ns = run->begin_ns + (uint64_t)(run->options->seconds * 1e9);
		return true;
	}
	run->phase = BENCH_PHASE_REST;
	run->end_ns = now;
	run->server_cpu_ns = server_cpu_ns(run) - run->server_cpu_ns;
	run->client_cpu_ns = own_cpu_ns() - run->client_cpu_ns;
	if (run->messages == 0) {
		bench_fail("not one message in %.2f s", (double)(now - run->begin_ns) / 1e9);
	}
	return false;
}

static double us(uint64_t ns)
{
	return (double)ns / 1e3;
}

void bench_run_print(const bench_run *run)
{
	const bench_options *options = run->options;
	const bench_histogram *latency = &run->latency;
	double seconds = (double)(run->end_ns - run->begin_ns) / 1e9;
	double messages = (double)run->messages;

	printf("{\"mode\":\"%s\",\"path\":\"%s\",\"connections\":%zu,\"idle\":%zu,\"size\":%zu,"
		   "\"depth\":%zu,\"messages\":%" PRIu64 ",\"all_messages\":%" PRIu64
		   ",\"seconds\":%.6f,\"per_second\":%.1f",
		options->mode, options->target.path, options->connections, options->idle, options->size,
		options->depth, run->messages, run->all, seconds, messages / seconds);
	if (options->pid != 0) {
		printf(",\"server_processes\":%zu,\"server_cpu_clock\":\"%s\",\"server_cpu_seconds\":%.6f,"
			   "\"server_cpu_us_per_message\":%.4f",
			run->server.count, bench_processes_clock(), (double)run->server_cpu_ns / 1e9,
			us(run->server_cpu_ns) / messages);
	}
	printf(",\"client_cpu_seconds\":%.6f,\"latency_us\":{\"min\":%.1f,\"p50\":%.1f,\"p90\":%.1f,"
		   "\"p99\":%.1f,\"p999\":%.1f,\"max\":%.1f}}\n",
		(double)run->client_cpu_ns / 1e9, us(latency->min_ns), us(bench_histogram_at(latency, 0.5)),
		us(bench_histogram_at(latency, 0.9)), us(bench_histogram_at(latency, 0.99)),
		us(bench_histogram_at(latency, 0.999)), us(latency->max_ns));
}
