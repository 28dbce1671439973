#include "activation.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#define FD_PREFIX "fd:"
#define SYSTEMD "systemd"

/* sd_listen_fds(3): SD_LISTEN_FDS_START */
#define SYSTEMD_FIRST_FD 3

/* More than any unit has; others are not seen. */
#define SYSTEMD_MAX_FDS 1024

/* Those that were given away; a child of fork() starts with a copy, and has no claim to any. */
static pthread_mutex_t systemd_lock = PTHREAD_MUTEX_INITIALIZER;
static bool systemd_taken[SYSTEMD_MAX_FDS];

static bool begins_with(const char *text, const char *prefix)
{
	return strncmp(text, prefix, strlen(prefix)) == 0;
}

bool rtc_activation_is_meant(const char *address)
{
	return begins_with(address, FD_PREFIX) || strcmp(address, SYSTEMD) == 0 ||
		begins_with(address, SYSTEMD ":");
}

/* A number from 0 to INT_MAX without sign or spaces; -1 for anything else. */
static int parse_number(const char *text)
{
	size_t len = strlen(text);
	long number;

	if (len == 0 || len > 10 || strspn(text, "0123456789") != len) {
		return -1;
	}
	number = strtol(text, NULL, 10);
	return number <= INT_MAX ? (int)number : -1;
}

const char *rtc_activation_check(int fd)
{
	int value = 0;
	socklen_t len = sizeof(value);

	if (getsockopt(fd, SOL_SOCKET, SO_TYPE, &value, &len) != 0) {
		return errno == EBADF   ? "this process was started without that descriptor"
			: errno == ENOTSOCK ? "that descriptor is no socket"
								: strerror(errno);
	}
	if (value != SOCK_STREAM) {
		return "that socket is no stream socket";
	}
#ifdef SO_ACCEPTCONN
	len = sizeof(value);
	if (getsockopt(fd, SOL_SOCKET, SO_ACCEPTCONN, &value, &len) == 0 && value == 0) {
		return "that socket does not listen";
	}
#endif
	return NULL;
}

/* Non-blocking is a property of the socket, so of whoever else has it too: of all who accept, none
 * would want another. */
static const char *prepare(int fd)
{
	const char *fault = rtc_activation_check(fd);
	int flags = fault == NULL ? fcntl(fd, F_GETFD) : 0;

	if (fault != NULL) {
		return fault;
	}
	if (flags >= 0 && (flags & FD_CLOEXEC)) {
		/* What is inherited by exec() is not marked so, but what is in use here is. */
		return "that descriptor is in use already, or was not inherited";
	}
	flags = fcntl(fd, F_GETFL);
	if (flags < 0 || fcntl(fd, F_SETFL, flags | O_NONBLOCK) != 0 ||
		fcntl(fd, F_SETFD, FD_CLOEXEC) != 0) {
		return strerror(errno);
	}
	return NULL;
}

/* How many sockets systemd passed to this process; 0: *reason says why. */
static int systemd_count(const char **reason)
{
	const char *pid = getenv("LISTEN_PID");
	const char *fds = getenv("LISTEN_FDS");
	int count;

	if (pid == NULL || fds == NULL) {
		*reason = "LISTEN_PID and LISTEN_FDS are not set: systemd passed no sockets";
		return 0;
	}
	if (parse_number(pid) != (int)getpid()) {
		*reason = "LISTEN_PID is another process: the sockets were not passed to this one";
		return 0;
	}
	count = parse_number(fds);
	if (count < 1 || count > SYSTEMD_MAX_FDS) {
		*reason = "LISTEN_FDS is not a number of sockets from 1 to 1024";
		return 0;
	}
	return count;
}

/* The next name of LISTEN_FDNAMES, which a colon ends; `names` NULL: there are none. */
static rtc_slice next_name(const char **names)
{
	const char *name = *names;
	const char *end;

	if (name == NULL) {
		return RTC_SLICE("");
	}
	end = strchr(name, ':');
	*names = end == NULL ? NULL : end + 1;
	return rtc_slice_of(name, end == NULL ? strlen(name) : (size_t)(end - name));
}

/* The first that has the name, or any for NULL, and was not taken; it is now. -1: *reason. */
static int systemd_find(const char *name, int count, const char **reason)
{
	const char *names = getenv("LISTEN_FDNAMES");
	bool named = false;
	int i;

	for (i = 0; i < count; i++) {
		rtc_slice own = next_name(&names);
		bool fits = name == NULL || rtc_slice_equals(own, rtc_slice_of(name, strlen(name)));

		if (fits && !systemd_taken[i]) {
			systemd_taken[i] = true;
			return SYSTEMD_FIRST_FD + i;
		}
		named = named || fits;
	}
	*reason = name == NULL ? "all sockets that systemd passed are taken"
		: named            ? "the sockets of that name that systemd passed are taken"
				: "LISTEN_FDNAMES has no such name (FileDescriptorName= of the socket unit)";
	return -1;
}

static int systemd_take(const char *name, const char **reason)
{
	int count = systemd_count(reason);
	int fd;

	if (count == 0) {
		return -1;
	}
	pthread_mutex_lock(&systemd_lock);
	fd = systemd_find(name, count, reason);
	pthread_mutex_unlock(&systemd_lock);
	return fd;
}

static int find(const char *address, const char **reason)
{
	int fd;

	if (!begins_with(address, FD_PREFIX)) {
		return systemd_take(
			address[strlen(SYSTEMD)] == ':' ? address + strlen(SYSTEMD ":") : NULL, reason);
	}
	fd = parse_number(address + strlen(FD_PREFIX));
	if (fd < 0) {
		*reason = "expected \"fd:\" and the number of a descriptor";
	}
	return fd;
}

int rtc_activation_take(const char *address, const char **reason)
{
	int fd = find(address, reason);
	const char *fault = fd < 0 ? NULL : prepare(fd);

	if (fault != NULL) {
		*reason = fault;
		return -1;
	}
	return fd;
}
