/* Functions of the system that fail or do less than they were asked, and clocks that jump: for
 * rtcomm and libevent, not for PHP. */
#define _GNU_SOURCE

#include "control.h"

#include <errno.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <time.h>

#define CALLER() __builtin_extract_return_addr(__builtin_return_address(0))

/* Defines `real`, the function behind the one of that name. */
#define REAL(name, ...)                                                                            \
	static __VA_ARGS__;                                                                            \
	if (real == NULL) {                                                                            \
		*(void **)&real = fault_next(name);                                                        \
	}

/* Vectors of one message that are cut to some bytes; more than any caller has. */
#define VECTORS_MAX 1024

int accept4(int fd, struct sockaddr *peer, socklen_t *len, int flags)
{
	REAL("accept4", int (*real)(int, struct sockaddr *, socklen_t *, int));
	return fault_strikes(&fault_page()->accept, CALLER()) ? -1 : real(fd, peer, len, flags);
}

int accept(int fd, struct sockaddr *peer, socklen_t *len)
{
	REAL("accept", int (*real)(int, struct sockaddr *, socklen_t *));
	return fault_strikes(&fault_page()->accept, CALLER()) ? -1 : real(fd, peer, len);
}

int socket(int family, int type, int protocol)
{
	REAL("socket", int (*real)(int, int, int));
	return fault_strikes(&fault_page()->socket, CALLER()) ? -1 : real(family, type, protocol);
}

int epoll_ctl(int epoll, int what, int fd, struct epoll_event *event)
{
	REAL("epoll_ctl", int (*real)(int, int, int, struct epoll_event *));
	if (what != EPOLL_CTL_DEL && fault_strikes(&fault_page()->epoll_ctl, CALLER())) {
		return -1;
	}
	return real(epoll, what, fd, event);
}

int epoll_wait(int epoll, struct epoll_event *events, int max, int timeout)
{
	REAL("epoll_wait", int (*real)(int, struct epoll_event *, int, int));
	if (fault_strikes(&fault_page()->epoll_wait, CALLER())) {
		return -1;
	}
	return real(epoll, events, max, timeout);
}

ssize_t recv(int fd, void *data, size_t len, int flags)
{
	fault_call *call = &fault_page()->recv;
	const void *caller = CALLER();
	uintptr_t offset;

	REAL("recv", ssize_t(*real)(int, void *, size_t, int));
	if (fault_strikes(call, caller)) {
		return -1;
	}
	if (call->most > 0 && len > (size_t)call->most && fault_owner(caller, &offset) != 0) {
		len = (size_t)call->most;
	}
	return real(fd, data, len, flags);
}

ssize_t sendmsg(int fd, const struct msghdr *message, int flags)
{
	fault_call *call = &fault_page()->send;
	const void *caller = CALLER();
	struct iovec vectors[VECTORS_MAX];
	struct msghdr less = *message;
	uintptr_t offset;
	size_t left;

	REAL("sendmsg", ssize_t(*real)(int, const struct msghdr *, int));
	if (fault_strikes(call, caller)) {
		return -1;
	}
	if (call->most == 0 || message->msg_iovlen > VECTORS_MAX || fault_owner(caller, &offset) == 0) {
		return real(fd, message, flags);
	}
	left = (size_t)call->most;
	less.msg_iov = vectors;
	less.msg_iovlen = 0;
	for (size_t i = 0; i < message->msg_iovlen && left > 0; i++) {
		struct iovec vector = message->msg_iov[i];

		vector.iov_len = vector.iov_len < left ? vector.iov_len : left;
		left -= vector.iov_len;
		vectors[less.msg_iovlen++] = vector;
	}
	return real(fd, &less, flags);
}

ssize_t send(int fd, const void *data, size_t len, int flags)
{
	REAL("send", ssize_t(*real)(int, const void *, size_t, int));
	return fault_strikes(&fault_page()->send, CALLER()) ? -1 : real(fd, data, len, flags);
}

/* ---- clocks ------------------------------------------------------------------------------------
 */

static int64_t shift_of(clockid_t clock, const void *code)
{
	const fault_control *page = fault_page();
	uintptr_t offset;

	if ((page->monotonic_ns == 0 && page->real_ns == 0) || fault_owner(code, &offset) == 0) {
		return 0;
	}
	switch (clock) {
	case CLOCK_MONOTONIC:
	case CLOCK_MONOTONIC_COARSE:
	case CLOCK_MONOTONIC_RAW:
		return page->monotonic_ns;
	case CLOCK_REALTIME:
	case CLOCK_REALTIME_COARSE:
		return page->real_ns;
	default:
		return 0;
	}
}

int clock_gettime(clockid_t clock, struct timespec *now)
{
	int64_t shift = shift_of(clock, CALLER());

	REAL("clock_gettime", int (*real)(clockid_t, struct timespec *));
	if (real(clock, now) != 0) {
		return -1;
	}
	shift += now->tv_nsec;
	now->tv_sec += (time_t)(shift / 1000000000);
	now->tv_nsec = (long)(shift % 1000000000);
	if (now->tv_nsec < 0) {
		now->tv_sec--;
		now->tv_nsec += 1000000000;
	}
	return 0;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone)
{
	int64_t shift = shift_of(CLOCK_REALTIME, CALLER());

	REAL("gettimeofday", int (*real)(struct timeval *, void *));
	if (real(now, zone) != 0) {
		return -1;
	}
	now->tv_sec += (time_t)(shift / 1000000000);
	return 0;
}

time_t time(time_t *out)
{
	time_t now;

	REAL("time", time_t(*real)(time_t *));
	now = real(NULL) + (time_t)(shift_of(CLOCK_REALTIME, CALLER()) / 1000000000);
	if (out != NULL) {
		*out = now;
	}
	return now;
}
