/* SO_PEERCRED, MSG_CMSG_CLOEXEC */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif

#include "handover_wire.h"

#include "clock.h"

#include <errno.h>
#include <event2/util.h>
#include <poll.h>
#include <sys/un.h>
#include <unistd.h>

#ifndef MSG_NOSIGNAL
#define MSG_NOSIGNAL 0
#endif
#ifndef MSG_CMSG_CLOEXEC
#define MSG_CMSG_CLOEXEC 0
#endif

#define HANDOVER_WAIT_MS 2000

/* Room for the one descriptor that is expected; the kernel closes what does not fit. */
typedef union handover_control {
	struct cmsghdr align;
	char data[CMSG_SPACE(sizeof(int))];
} handover_control;

int rtc_handover_connect(const struct sockaddr_un *address)
{
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);

	if (fd < 0) {
		return -1;
	}
	if (evutil_make_socket_nonblocking(fd) == 0 && evutil_make_socket_closeonexec(fd) == 0 &&
		connect(fd, (const struct sockaddr *)address, sizeof(*address)) == 0) {
		return fd;
	}
	close(fd);
	return -1;
}

bool rtc_handover_is_friend(int fd, int *pid)
{
#ifdef SO_PEERCRED
	struct ucred peer;
	socklen_t len = sizeof(peer);

	if (getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &peer, &len) != 0) {
		return false;
	}
	*pid = (int)peer.pid;
	return peer.uid == geteuid();
#else
	uid_t uid;
	gid_t gid;

	*pid = 0;
	return getpeereid(fd, &uid, &gid) == 0 && uid == geteuid();
#endif
}

rtc_status rtc_handover_send(int fd, const char *text, int given)
{
	struct iovec bytes = {.iov_base = (void *)(uintptr_t)text, .iov_len = strlen(text)};
	handover_control control = {0};
	struct msghdr message = {.msg_iov = &bytes, .msg_iovlen = 1};

	if (given >= 0) {
		struct cmsghdr *header;

		message.msg_control = control.data;
		message.msg_controllen = sizeof(control.data);
		header = CMSG_FIRSTHDR(&message);
		header->cmsg_level = SOL_SOCKET;
		header->cmsg_type = SCM_RIGHTS;
		header->cmsg_len = CMSG_LEN(sizeof(int));
		memcpy(CMSG_DATA(header), &given, sizeof(int));
	}
	return sendmsg(fd, &message, MSG_NOSIGNAL) == (ssize_t)bytes.iov_len ? RTC_OK : RTC_FAILED;
}

/* The descriptor that came with the message; -1: none. */
static int received_descriptor(struct msghdr *message)
{
	struct cmsghdr *header;
	int fd = -1;

	for (header = CMSG_FIRSTHDR(message); header != NULL; header = CMSG_NXTHDR(message, header)) {
		if (header->cmsg_level == SOL_SOCKET && header->cmsg_type == SCM_RIGHTS &&
			header->cmsg_len == CMSG_LEN(sizeof(int))) {
			memcpy(&fd, CMSG_DATA(header), sizeof(int));
		}
	}
	return fd;
}

static void keep_descriptor(int received, int *given)
{
	if (received < 0) {
		return;
	}
	if (given == NULL || *given >= 0 || evutil_make_socket_closeonexec(received) != 0) {
		close(received);
		return;
	}
	*given = received;
}

rtc_io rtc_handover_receive(int fd, rtc_handover_line *line, int *given)
{
	struct iovec bytes = {line->data + line->len, sizeof(line->data) - line->len};
	handover_control control;
	struct msghdr message = {
		.msg_iov = &bytes,
		.msg_iovlen = 1,
		.msg_control = control.data,
		.msg_controllen = sizeof(control.data),
	};
	ssize_t got = bytes.iov_len > 0 ? recvmsg(fd, &message, MSG_CMSG_CLOEXEC) : -1;

	if (bytes.iov_len == 0) {
		return RTC_IO_ERROR;
	}
	if (got < 0) {
		return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR ? RTC_IO_AGAIN
																		 : RTC_IO_ERROR;
	}
	keep_descriptor(received_descriptor(&message), given);
	line->len += (size_t)got;
	return got == 0 ? RTC_IO_END : RTC_IO_DONE;
}

bool rtc_handover_next_line(rtc_handover_line *line, char out[RTC_HANDOVER_LINE_MAX])
{
	char *end = line->len > 0 ? memchr(line->data, '\n', line->len) : NULL;
	size_t len;

	if (end == NULL) {
		return false;
	}
	len = (size_t)(end - line->data);
	memcpy(out, line->data, len);
	out[len] = '\0';
	line->len -= len + 1;
	memmove(line->data, end + 1, line->len);
	return true;
}

rtc_status rtc_handover_wait(int fd, char out[RTC_HANDOVER_LINE_MAX], int *given)
{
	uint64_t end_us = rtc_now_us() + UINT64_C(1000) * HANDOVER_WAIT_MS;
	rtc_handover_line line = {.len = 0};
	rtc_io io = RTC_IO_AGAIN;
	uint64_t now_us;

	*given = -1;
	while ((now_us = rtc_now_us()) < end_us && (io == RTC_IO_AGAIN || io == RTC_IO_DONE)) {
		struct pollfd readable = {.fd = fd, .events = POLLIN};

		if (poll(&readable, 1, (int)((end_us - now_us) / 1000) + 1) > 0) {
			io = rtc_handover_receive(fd, &line, given);
		}
		if (rtc_handover_next_line(&line, out)) {
			return RTC_OK;
		}
	}
	if (*given >= 0) {
		close(*given);
		*given = -1;
	}
	return RTC_FAILED;
}

bool rtc_handover_has_ended(int fd)
{
	char byte;

	return recv(fd, &byte, 1, MSG_PEEK) == 0;
}
