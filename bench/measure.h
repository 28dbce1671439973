#ifndef BENCH_MEASURE_H
#define BENCH_MEASURE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/* Time, latencies, and what /proc says of the server's processes. */

uint64_t bench_now_ns(void);

enum { BENCH_HISTOGRAM_BUCKETS = 64 * 32 };

/* Latencies in buckets at most 1/32 wide of their value. Zeroed memory is an empty histogram. */
typedef struct {
	uint64_t count;
	uint64_t min_ns;
	uint64_t max_ns;
	uint32_t buckets[BENCH_HISTOGRAM_BUCKETS];
} bench_histogram;

void bench_histogram_add(bench_histogram *histogram, uint64_t ns);

/* The upper edge of the bucket that holds this share (0 to 1) of the values, at most max_ns. */
uint64_t bench_histogram_at(const bench_histogram *histogram, double share);

enum { BENCH_PROCESSES_MAX = 64 };

/* The server: the process that was named and all that descend from it. */
typedef struct {
	size_t count;
	pid_t pids[BENCH_PROCESSES_MAX];
} bench_processes;

/* Finds the processes. False when the pid does not exist. */
bool bench_processes_find(bench_processes *processes, pid_t pid);

/*
 * The CPU time of all threads so far, user and system: from /proc/PID/task/TID/schedstat (in
 * nanoseconds), or where the kernel has none, from /proc/PID/stat (in clock ticks). False when a
 * process is gone.
 */
bool bench_processes_cpu(const bench_processes *processes, uint64_t *ns);

/* The name of the file that bench_processes_cpu reads here: "schedstat" or "stat". */
const char *bench_processes_clock(void);

/*
 * The sum of the processes' proportional set sizes, from smaps_rollup. Where the kernel tells them
 * apart, without pages of files: the share in a library's changes with whoever else starts or ends.
 * False when unreadable.
 */
bool bench_processes_pss(const bench_processes *processes, uint64_t *bytes);

#endif
