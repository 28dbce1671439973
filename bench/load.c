/* The load generator: one thread, one run, one line of JSON. See docs/benchmarks.md. */
#include "load.h"
#include "squeeze.h"

#include <arpa/inet.h>
#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

enum { PORTS_PER_SOURCE = 4000, CONNECT_SOURCES = 16, DEPTH_MAX = 65536, CLIENT_LEVEL = 1 };

#ifdef BENCH_HAVE_OPENSSL
#define FEATURE_TLS " tls"
#else
#define FEATURE_TLS ""
#endif
#ifdef BENCH_HAVE_ZLIB
#define FEATURE_DEFLATE " deflate"
#else
#define FEATURE_DEFLATE ""
#endif

static const char usage[] =
	"usage: load --mode echo|fanout|streams|polls|idle|connect --port PORT [options]\n"
	"  --host ADDRESS      IPv4 address of the server (127.0.0.1)\n"
	"  --path PATH         default /echo, /chat for fanout, /feed/news for streams and polls\n"
	"  --connections N     echoing clients, receivers, idle clients, or handshakes at a time (1)\n"
	"  --size BYTES        payload (20)\n"
	"  --depth N           messages in flight, per client or, for fanout, in all (1)\n"
	"  --idle N            further silent connections meanwhile (0)\n"
	"  --tls               TLS 1.3; nobody's certificate is verified\n"
	"  --deflate           permessage-deflate without contexts, and payloads like JSON\n"
	"  --publish PATH      the publisher's, apart from the receivers (fanout: none; /publish)\n"
	"  --publish-port PORT where it is not the receivers'\n"
	"  --receipts          it is sent a text for each publication\n"
	"  --validators        polls: numbered by Last-Modified and Etag, one message in each answer\n"
	"  --messages N        end after so many, if the time is not up before\n"
	"  --spin              look for answers without ever going to sleep\n"
	"  --features          print what it was built with, and nothing else\n"
	"  --close-frame       connect: end with the closing handshake\n"
	"  --seconds S         time that counts; idle: time to settle (2)\n"
	"  --warmup S          time before it (0.2)\n"
	"  --patience S        silence that counts as a failure (10)\n"
	"  --pid PID           the server's process, for its CPU time and memory\n"
	"  --sources N         connect from 127.0.0.2 and the N - 1 addresses after it (as needed)\n";

static const struct {
	const char *name;
	const char *path;
	void (*run)(const bench_options *options);
} modes[] = {
	{"echo", "/echo", bench_load_echo},
	{"fanout", "/chat", bench_load_fanout},
	{"streams", "/feed/news", bench_load_streams},
	{"polls", "/feed/news", bench_load_polls},
	{"idle", "/echo", bench_load_idle},
	{"connect", "/echo", bench_load_connect},
};

static _Noreturn void refuse(const char *what, const char *value)
{
	fprintf(stderr, "load: %s: '%s'\n%s", what, value, usage);
	exit(2);
}

static size_t count_of(const char *name, const char *text, size_t min, size_t max)
{
	char *end;
	unsigned long value;

	errno = 0;
	value = strtoul(text, &end, 10);
	if (errno != 0 || end == text || *end != '\0' || value < min || value > max) {
		refuse(name, text);
	}
	return value;
}

static double seconds_of(const char *name, const char *text)
{
	char *end;
	double value = strtod(text, &end);

	if (end == text || *end != '\0' || !(value >= 0 && value <= 3600)) {
		refuse(name, text);
	}
	return value;
}

static const struct option long_options[] = {
	{"mode", required_argument, NULL, 'm'},
	{"host", required_argument, NULL, 'h'},
	{"port", required_argument, NULL, 'p'},
	{"path", required_argument, NULL, 'r'},
	{"connections", required_argument, NULL, 'c'},
	{"size", required_argument, NULL, 's'},
	{"depth", required_argument, NULL, 'd'},
	{"idle", required_argument, NULL, 'i'},
	{"tls", no_argument, NULL, 'T'},
	{"deflate", no_argument, NULL, 'z'},
	{"features", no_argument, NULL, 'F'},
	{"publish", required_argument, NULL, 'u'},
	{"publish-port", required_argument, NULL, 'U'},
	{"receipts", no_argument, NULL, 'R'},
	{"validators", no_argument, NULL, 'v'},
	{"messages", required_argument, NULL, 'n'},
	{"spin", no_argument, NULL, 'x'},
	{"close-frame", no_argument, NULL, 'f'},
	{"seconds", required_argument, NULL, 't'},
	{"warmup", required_argument, NULL, 'w'},
	{"patience", required_argument, NULL, 'a'},
	{"pid", required_argument, NULL, 'P'},
	{"sources", required_argument, NULL, 'S'},
	{"help", no_argument, NULL, 'H'},
	{NULL, 0, NULL, 0},
};

/* Whom it speaks to, and how. False: it is another option. */
static bool option_target(bench_target *target, int option, const char *value)
{
	switch (option) {
	case 'h':
		if (inet_pton(AF_INET, value, &target->server.sin_addr) != 1) {
			refuse("--host", value);
		}
		break;
	case 'p':
		target->server.sin_port = htons((uint16_t)count_of("--port", value, 1, 65535));
		break;
	case 'r':
		target->path = value;
		break;
	case 'T':
		if (!bench_secure_init(NULL, NULL)) {
			refuse("--tls", "OpenSSL");
		}
		target->tls = true;
		break;
	case 'z':
		if (!bench_squeeze_init(CLIENT_LEVEL)) {
			refuse("--deflate", "zlib");
		}
		target->deflate = true;
		break;
	case 'x':
		target->spin = true;
		break;
	case 'S':
		target->sources = (unsigned)count_of("--sources", value, 1, 250);
		break;
	default:
		return false;
	}
	return true;
}

/* How it publishes. False: it is another option. */
static bool option_publish(bench_options *options, int option, const char *value)
{
	switch (option) {
	case 'u':
		options->publish = value;
		break;
	case 'U':
		options->publish_port = htons((uint16_t)count_of("--publish-port", value, 1, 65535));
		break;
	case 'R':
		options->receipts = true;
		break;
	case 'v':
		options->validators = true;
		break;
	default:
		return false;
	}
	return true;
}

static void option_set(bench_options *options, int option, const char *value)
{
	if (option_target(&options->target, option, value) || option_publish(options, option, value)) {
		return;
	}
	switch (option) {
	case 'm':
		options->mode = value;
		break;
	case 'c':
		options->connections = count_of("--connections", value, 1, 10000000);
		break;
	case 's':
		options->size = count_of("--size", value, 1, 16 * 1024 * 1024);
		break;
	case 'd':
		options->depth = count_of("--depth", value, 1, DEPTH_MAX);
		break;
	case 'i':
		options->idle = count_of("--idle", value, 0, 10000000);
		break;
	case 'F':
		puts("streams polls" FEATURE_TLS FEATURE_DEFLATE);
		exit(0);
	case 'n':
		options->messages = count_of("--messages", value, 1, 1000000000);
		break;
	case 'f':
		options->close_frame = true;
		break;
	case 't':
		options->seconds = seconds_of("--seconds", value);
		break;
	case 'w':
		options->warmup_seconds = seconds_of("--warmup", value);
		break;
	case 'a':
		options->patience_seconds = seconds_of("--patience", value);
		break;
	case 'P':
		options->pid = (pid_t)count_of("--pid", value, 1, 1 << 30);
		break;
	case '?':
		fputs(usage, stderr);
		exit(2);
	default:
		fputs(usage, stdout);
		exit(0);
	}
}

/*
 * Addresses enough for all ports, on loopback only; closed handshakes occupy ports for a while. The
 * kernel looks for a free port ten times as long when most of an address's are taken.
 */
static void sources_choose(bench_options *options, bool connect_mode)
{
	bench_target *target = &options->target;

	if (target->sources == 0 && ntohl(target->server.sin_addr.s_addr) >> 24 == IN_LOOPBACKNET) {
		size_t most = options->connections + options->idle;

		target->sources = 1 + (unsigned)(most / PORTS_PER_SOURCE);
		if (connect_mode && target->sources < CONNECT_SOURCES) {
			target->sources = CONNECT_SOURCES;
		}
	}
}

static void descriptors_raise(void)
{
	struct rlimit limit;

	if (getrlimit(RLIMIT_NOFILE, &limit) == 0) {
		limit.rlim_cur = limit.rlim_max;
		setrlimit(RLIMIT_NOFILE, &limit);
	}
}

int main(int argc, char **argv)
{
	bench_options options = {
		.mode = "",
		.target.server = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)},
		.connections = 1,
		.size = 20,
		.depth = 1,
		.seconds = 2,
		.warmup_seconds = 0.2,
		.patience_seconds = 10,
	};
	size_t i;
	int option;

	while ((option = getopt_long(argc, argv, "", long_options, NULL)) != -1) {
		option_set(&options, option, optarg);
	}
	if (optind < argc) {
		refuse("unknown argument", argv[optind]);
	}
	if (options.target.server.sin_port == 0) {
		refuse("--port is needed", "");
	}
	for (i = 0; i < sizeof modes / sizeof *modes; i++) {
		if (strcmp(options.mode, modes[i].name) == 0) {
			if (options.target.path == NULL) {
				options.target.path = modes[i].path;
			}
			options.json = options.target.deflate;
			sources_choose(&options, modes[i].run == bench_load_connect);
			descriptors_raise();
			if (options.idle > 0) {
				bench_load_background(&options);
			}
			modes[i].run(&options);
			return 0;
		}
	}
	refuse("--mode", options.mode);
}
