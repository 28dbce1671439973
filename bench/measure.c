#include "measure.h"

#include <dirent.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { STEPS = 32, STEP_BITS = 5 };

uint64_t bench_now_ns(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (uint64_t)now.tv_sec * 1000000000 + (uint64_t)now.tv_nsec;
}

/* Below STEPS a bucket is one nanosecond; above, each power of two has STEPS buckets. */
static size_t bucket_of(uint64_t ns)
{
	unsigned shift;

	if (ns < STEPS) {
		return ns;
	}
	shift = 63 - (unsigned)__builtin_clzll(ns) - STEP_BITS;
	return (shift + 1) * STEPS + (ns >> shift) - STEPS;
}

static uint64_t bucket_edge(size_t bucket)
{
	size_t shift;

	if (bucket < STEPS) {
		return bucket;
	}
	shift = bucket / STEPS - 1;
	return ((bucket % STEPS + STEPS + 1) << shift) - 1;
}

void bench_histogram_add(bench_histogram *histogram, uint64_t ns)
{
	if (histogram->count == 0 || ns < histogram->min_ns) {
		histogram->min_ns = ns;
	}
	if (ns > histogram->max_ns) {
		histogram->max_ns = ns;
	}
	histogram->count++;
	histogram->buckets[bucket_of(ns)]++;
}

uint64_t bench_histogram_at(const bench_histogram *histogram, double share)
{
	double wanted = share * (double)histogram->count;
	uint64_t seen = 0;
	size_t i;

	for (i = 0; i < BENCH_HISTOGRAM_BUCKETS; i++) {
		seen += histogram->buckets[i];
		if (seen > 0 && (double)seen >= wanted) {
			uint64_t edge = bucket_edge(i);

			return edge < histogram->max_ns ? edge : histogram->max_ns;
		}
	}
	return histogram->max_ns;
}

/* Reads a small file of /proc as a string. */
static bool file_read(const char *path, char *text, size_t size)
{
	FILE *file = fopen(path, "re");
	size_t length;

	if (file == NULL) {
		return false;
	}
	length = fread(text, 1, size - 1, file);
	text[length] = '\0';
	fclose(file);
	return length > 0;
}

/* The fields of /proc/PID/stat that follow the command, which may itself hold any character. */
static const char *stat_fields(const char *directory, char *text, size_t size)
{
	char path[80];
	const char *fields;

	snprintf(path, sizeof path, "%s/stat", directory);
	if (!file_read(path, text, size)) {
		return NULL;
	}
	fields = strrchr(text, ')');
	return fields == NULL ? NULL : fields + 1;
}

static pid_t parent_of(pid_t pid)
{
	char directory[32];
	char text[1024];
	const char *fields;
	int parent = 0;

	snprintf(directory, sizeof directory, "/proc/%d", (int)pid);
	fields = stat_fields(directory, text, sizeof text);
	return fields != NULL && sscanf(fields, " %*c %d", &parent) == 1 ? parent : 0;
}

/* Adds the children of processes[from..]; true when there were any. */
static bool children_add(bench_processes *processes, size_t from)
{
	DIR *proc = opendir("/proc");
	size_t before = processes->count;
	struct dirent *entry;

	while (proc != NULL && (entry = readdir(proc)) != NULL) {
		pid_t pid = (pid_t)atoi(entry->d_name);
		pid_t parent = pid > 0 ? parent_of(pid) : 0;
		size_t i;

		for (i = from; parent > 0 && i < before; i++) {
			if (processes->pids[i] == parent && processes->count < BENCH_PROCESSES_MAX) {
				processes->pids[processes->count++] = pid;
			}
		}
	}
	if (proc != NULL) {
		closedir(proc);
	}
	return processes->count > before;
}

bool bench_processes_find(bench_processes *processes, pid_t pid)
{
	size_t from = 0;

	processes->count = 1;
	processes->pids[0] = pid;
	if (parent_of(pid) == 0) {
		return false;
	}
	for (;;) {
		size_t next = processes->count;

		if (!children_add(processes, from)) {
			return true;
		}
		from = next;
	}
}

const char *bench_processes_clock(void)
{
	return access("/proc/self/schedstat", R_OK) == 0 ? "schedstat" : "stat";
}

static bool cpu_from_schedstat(pid_t pid, uint64_t *ns)
{
	char path[64];
	char text[128];
	struct dirent *entry;
	DIR *tasks;
	bool found = false;

	snprintf(path, sizeof path, "/proc/%d/task", (int)pid);
	tasks = opendir(path);
	while (tasks != NULL && (entry = readdir(tasks)) != NULL) {
		uint64_t run;

		snprintf(path, sizeof path, "/proc/%d/task/%d/schedstat", (int)pid, atoi(entry->d_name));
		if (atoi(entry->d_name) > 0 && file_read(path, text, sizeof text) &&
			sscanf(text, "%" SCNu64, &run) == 1) {
			*ns += run;
			found = true;
		}
	}
	if (tasks != NULL) {
		closedir(tasks);
	}
	return found;
}

static bool cpu_from_stat(pid_t pid, uint64_t *ns)
{
	char directory[32];
	char text[1024];
	const char *fields;
	uint64_t user;
	uint64_t kernel;

	snprintf(directory, sizeof directory, "/proc/%d", (int)pid);
	fields = stat_fields(directory, text, sizeof text);
	if (fields == NULL ||
		sscanf(fields, " %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %" SCNu64 " %" SCNu64, &user,
			&kernel) != 2) {
		return false;
	}
	*ns += (user + kernel) * (1000000000 / (uint64_t)sysconf(_SC_CLK_TCK));
	return true;
}

bool bench_processes_cpu(const bench_processes *processes, uint64_t *ns)
{
	bool precise = strcmp(bench_processes_clock(), "schedstat") == 0;
	size_t i;

	*ns = 0;
	for (i = 0; i < processes->count; i++) {
		pid_t pid = processes->pids[i];

		if (precise ? !cpu_from_schedstat(pid, ns) : !cpu_from_stat(pid, ns)) {
			return false;
		}
	}
	return true;
}

bool bench_processes_pss(const bench_processes *processes, uint64_t *bytes)
{
	size_t i;

	*bytes = 0;
	for (i = 0; i < processes->count; i++) {
		char path[64];
		char text[2048];
		const char *line;
		uint64_t kib;

		snprintf(path, sizeof path, "/proc/%d/smaps_rollup", (int)processes->pids[i]);
		if (!file_read(path, text, sizeof text)) {
			return false;
		}
		line = strstr(text, "\nPss:");
		if (line == NULL || sscanf(line, "\nPss: %" SCNu64, &kib) != 1) {
			return false;
		}
		*bytes += kib * 1024;
		line = strstr(text, "\nPss_File:");
		if (line != NULL && sscanf(line, "\nPss_File: %" SCNu64, &kib) == 1) {
			*bytes -= kib * 1024;
		}
	}
	return true;
}
