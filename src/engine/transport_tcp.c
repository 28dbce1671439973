#include "transport.h"

#include <errno.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#ifdef __linux__
#include <linux/sockios.h>
#endif

#ifndef MSG_NOSIGNAL
#define MSG_NOSIGNAL 0
#endif

/* The kernel's want of memory passes, and the peer has done nothing wrong. */
static rtc_io tcp_error(void)
{
	if (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR || errno == ENOBUFS ||
		errno == ENOMEM) {
		return RTC_IO_AGAIN;
	}
	return RTC_IO_ERROR;
}

static rtc_io tcp_read(rtc_transport *transport, void *data, size_t len, size_t *count)
{
	ssize_t got = recv(transport->fd, data, len, 0);

	if (got < 0) {
		return tcp_error();
	}
	*count = (size_t)got;
	return got == 0 ? RTC_IO_END : RTC_IO_DONE;
}

/* sendmsg() and not writev(): a peer that left must not raise SIGPIPE. */
static ssize_t send_all(int fd, const struct iovec *vectors, int vector_count)
{
	struct msghdr message = {0};

	message.msg_iov = (struct iovec *)vectors;
	message.msg_iovlen = (size_t)vector_count;
	return sendmsg(fd, &message, MSG_NOSIGNAL);
}

static rtc_io tcp_write(
	rtc_transport *transport, const struct iovec *vectors, int vector_count, size_t *count)
{
	ssize_t put = vector_count == 1
		? send(transport->fd, vectors->iov_base, vectors->iov_len, MSG_NOSIGNAL)
		: send_all(transport->fd, vectors, vector_count);

	if (put < 0) {
		return tcp_error();
	}
	*count = (size_t)put;
	return RTC_IO_DONE;
}

size_t rtc_socket_in_flight(int fd)
{
	int count = 0;

#if defined(SIOCOUTQ)
	if (ioctl(fd, SIOCOUTQ, &count) != 0) {
		return 0;
	}
#elif defined(FIONWRITE)
	if (ioctl(fd, FIONWRITE, &count) != 0) {
		return 0;
	}
#else
	(void)fd;
#endif
	return count > 0 ? (size_t)count : 0;
}

static size_t tcp_in_flight(const rtc_transport *transport)
{
	return rtc_socket_in_flight(transport->fd);
}

static void tcp_finish(rtc_transport *transport)
{
	shutdown(transport->fd, SHUT_WR);
}

static void tcp_close(rtc_transport *transport)
{
	close(transport->fd);
	transport->fd = -1;
}

static const rtc_transport_ops tcp_ops = {
	.name = "tcp",
	.secure = false,
	.read = tcp_read,
	.write = tcp_write,
	.in_flight = tcp_in_flight,
	.finish = tcp_finish,
	.close = tcp_close,
};

void rtc_transport_tcp_init(rtc_transport *transport, int fd)
{
	*transport = (rtc_transport){.ops = &tcp_ops, .fd = fd};
}
