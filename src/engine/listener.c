/* accept4() */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif

#include "listener.h"

#include "activation.h"
#include "handover.h"
#include "server.h"
#include "tls.h"

#include <errno.h>
#include <event2/event.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

/* Clients taken in one go, so that a flood of them does not keep the others waiting. */
#define LISTENER_BATCH 64

#define LISTENER_RETRY_MS 100
#define LISTENER_RETRY_MAX_MS 1000

/* How often the log is told that clients cannot be taken. */
#define LISTENER_LOG_MS 60000

/* Whoever was started without standard descriptors has sockets in their place, and what is printed
 * on stderr would go to a client. */
static int listener_beyond_stdio(int fd)
{
	int beyond;

	if (fd < 0 || fd > STDERR_FILENO) {
		return fd;
	}
	beyond = fcntl(fd, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
	close(fd);
	return beyond;
}

static int listener_accept(int fd, struct sockaddr *peer, socklen_t *len)
{
#if defined(SOCK_NONBLOCK) && defined(SOCK_CLOEXEC) && !defined(__APPLE__)
	return accept4(fd, peer, len, SOCK_NONBLOCK | SOCK_CLOEXEC);
#else
	int client = accept(fd, peer, len);

	if (client >= 0 &&
		(evutil_make_socket_nonblocking(client) != 0 ||
			evutil_make_socket_closeonexec(client) != 0)) {
		close(client);
		return -1;
	}
	return client;
#endif
}

static bool listener_is_short_of_resources(int error)
{
	return error == EMFILE || error == ENFILE || error == ENOBUFS || error == ENOMEM;
}

static void listener_watch(rtc_listener *listener);

static void listener_retry(rtc_timer *timer)
{
	rtc_listener *listener = (rtc_listener *)((char *)timer - offsetof(rtc_listener, retry));

	if (!listener->paused) {
		listener_watch(listener);
	}
}

/* Waits for clients; without memory for that, tries again. */
static void listener_watch(rtc_listener *listener)
{
	if (event_add(&listener->event, NULL) != 0) {
		rtc_timer_start(
			&listener->server->loop->wheel, &listener->retry, LISTENER_RETRY_MS, listener_retry);
	}
}

static void listener_back_off(rtc_listener *listener, int error)
{
	rtc_server *server = listener->server;
	uint64_t now = rtc_loop_now_ms(server->loop);

	if (listener->retry_ms == 0) {
		listener->retry_ms = LISTENER_RETRY_MS;
	} else if (listener->retry_ms < LISTENER_RETRY_MAX_MS) {
		listener->retry_ms *= 2;
	}
	if (listener->logged_ms == 0 || now - listener->logged_ms >= LISTENER_LOG_MS) {
		listener->logged_ms = now;
		rtc_server_log(server, RTC_LOG_WARNING, NULL, 0, "accept_failed",
			"cannot accept connections: %s; trying again", strerror(error));
	}
	event_del(&listener->event);
	rtc_timer_start(&server->loop->wheel, &listener->retry, listener->retry_ms, listener_retry);
}

static void listener_ready(evutil_socket_t fd, short what, void *arg)
{
	rtc_listener *listener = arg;
	struct sockaddr_storage sockaddr;
	rtc_address peer;
	int i;

	(void)what;
	rtc_loop_wake(listener->server->loop);
	for (i = 0; i < LISTENER_BATCH && !listener->paused; i++) {
		socklen_t len = sizeof(sockaddr);
		int client;

		if (rtc_loop_is_halted(listener->server->loop)) {
			return;
		}
		memset(&sockaddr, 0, sizeof(sockaddr));
		client =
			listener_beyond_stdio(listener_accept((int)fd, (struct sockaddr *)&sockaddr, &len));
		if (client < 0) {
			if (listener_is_short_of_resources(errno)) {
				listener_back_off(listener, errno);
				return;
			}
			if (errno == EAGAIN || errno == EWOULDBLOCK) {
				return;
			}
			continue; /* that client is gone already */
		}
		listener->retry_ms = 0;
		rtc_address_from_sockaddr(&peer, (struct sockaddr *)&sockaddr);
		rtc_server_adopt(listener->server, client, &peer, listener->tls);
	}
}

/* A socket file that nobody listens on is what a killed process left behind. Other files refuse a
 * connection as well, and are somebody's. */
static bool listener_remove_stale(const rtc_bind_address *address)
{
	const struct sockaddr_un *name = (const struct sockaddr_un *)&address->sockaddr;
	struct stat status;
	bool stale;
	int fd;

	if (lstat(name->sun_path, &status) != 0 || !S_ISSOCK(status.st_mode)) {
		return false;
	}
	fd = socket(AF_UNIX, SOCK_STREAM, 0);
	if (fd < 0) {
		return false;
	}
	stale = connect(fd, (const struct sockaddr *)name, address->len) != 0 && errno == ECONNREFUSED;
	close(fd);
	return stale && unlink(name->sun_path) == 0;
}

static int listener_bind(const rtc_bind_address *address, int family, bool reuse_port)
{
	int fd = listener_beyond_stdio(socket(family, SOCK_STREAM, 0));
	int error;

	if (fd < 0) {
		return -1;
	}
	if (evutil_make_socket_nonblocking(fd) != 0 || evutil_make_socket_closeonexec(fd) != 0) {
		goto failed;
	}
	if (family != AF_UNIX && evutil_make_listen_socket_reuseable(fd) != 0) {
		goto failed;
	}
	if (reuse_port && family != AF_UNIX && evutil_make_listen_socket_reuseable_port(fd) != 0) {
		goto failed;
	}
	if (bind(fd, (const struct sockaddr *)&address->sockaddr, address->len) == 0) {
		return fd;
	}
failed:
	error = errno;
	close(fd);
	errno = error;
	return -1;
}

static int listener_open(const rtc_bind_address *address, const rtc_server_options *options)
{
	int family = address->sockaddr.ss_family;
	int fd = listener_bind(address, family, options->reuse_port);
	int error;

	if (fd < 0 && errno == EADDRINUSE && family == AF_UNIX) {
		if (listener_remove_stale(address)) {
			fd = listener_bind(address, family, options->reuse_port);
		} else {
			errno = EADDRINUSE;
		}
	}
	if (fd < 0) {
		return -1;
	}
	if (listen(fd, options->backlog) == 0) {
		return fd;
	}
	error = errno;
	close(fd);
	errno = error;
	return -1;
}

rtc_status rtc_listener_address(const rtc_listener *listener, char out[RTC_ADDRESS_TEXT_MAX])
{
	struct sockaddr_storage name;
	socklen_t len = sizeof(name);

	memset(&name, 0, sizeof(name));
	if (getsockname(listener->fd, (struct sockaddr *)&name, &len) != 0) {
		return RTC_FAILED;
	}
	rtc_bind_address_format((struct sockaddr *)&name, out);
	return RTC_OK;
}

/* What the process that serves has for that address; a free port is always another one. */
static int listener_ask(rtc_listener *listener, const rtc_bind_address *address)
{
	char text[RTC_ADDRESS_TEXT_MAX];
	size_t len;
	bool own = false;
	int fd;

	rtc_bind_address_format((const struct sockaddr *)&address->sockaddr, text);
	len = strlen(text);
	if (listener->server->handover == NULL ||
		(address->sockaddr.ss_family != AF_UNIX && len > 2 && strcmp(text + len - 2, ":0") == 0)) {
		return -1;
	}
	fd = rtc_handover_ask(listener->server->handover, text, &own);
	if (fd >= 0 && rtc_activation_check(fd) != NULL) {
		close(fd);
		return -1;
	}
	listener->borrowed = own;
	return fd;
}

/* Which file it is that is ours. */
static void listener_know_file(rtc_listener *listener)
{
	struct stat status;

	if (listener->unix_path != NULL && lstat(listener->unix_path, &status) == 0) {
		listener->device = status.st_dev;
		listener->inode = status.st_ino;
	}
}

static bool listener_open_or_ask(rtc_listener *listener, const rtc_bind_address *address)
{
	const struct sockaddr_un *name = (const struct sockaddr_un *)&address->sockaddr;

	/* Before there is a file that would be left behind without it. */
	if (address->sockaddr.ss_family == AF_UNIX) {
		listener->unix_path = strdup(name->sun_path);
		if (listener->unix_path == NULL) {
			return false;
		}
	}
	listener->fd = listener_ask(listener, address);
	if (listener->fd >= 0 && !listener->borrowed) {
		free(listener->unix_path);
		listener->unix_path = NULL;
	} else if (listener->fd < 0) {
		listener->fd = listener_open(address, &listener->server->options);
	}
	if (listener->fd < 0) {
		return false;
	}
	listener_know_file(listener);
	return true;
}

static bool listener_bind_or_take(rtc_listener *listener, const char *address, const char **reason)
{
	rtc_bind_address bind_address;

	if (rtc_activation_is_meant(address)) {
		listener->inherited = true;
		listener->fd = rtc_activation_take(address, reason);
		return listener->fd >= 0;
	}
	if (rtc_bind_address_parse(address, &bind_address, reason) != RTC_OK) {
		return false;
	}
	if (!listener_open_or_ask(listener, &bind_address)) {
		*reason = strerror(errno);
		return false;
	}
	return true;
}

/* A turn writes all that it has at once: what the next one has need not wait for the peer's ACK.
 * Sockets that are accepted inherit it; those of unix do without. */
static void listener_send_at_once(const rtc_listener *listener)
{
	int on = 1;

	(void)setsockopt(listener->fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
}

static bool listener_start(rtc_listener *listener)
{
	listener_send_at_once(listener);
	return event_assign(&listener->event, listener->server->loop->base, listener->fd,
			   EV_READ | EV_PERSIST, listener_ready, listener) == 0 &&
		event_add(&listener->event, NULL) == 0;
}

rtc_listener *rtc_listener_new(struct rtc_server *server, const char *address, struct rtc_tls *tls,
	char bound[RTC_ADDRESS_TEXT_MAX], const char **reason)
{
	rtc_listener *listener = calloc(1, sizeof(*listener));

	if (listener == NULL) {
		*reason = strerror(ENOMEM);
		return NULL;
	}
	listener->server = server;
	listener->tls = tls != NULL ? rtc_tls_ref(tls) : NULL;
	listener->owner = getpid();
	listener->fd = -1;
	if (!listener_bind_or_take(listener, address, reason)) {
		rtc_listener_free(listener);
		return NULL;
	}
	if (rtc_listener_address(listener, bound) != RTC_OK || !listener_start(listener)) {
		*reason = strerror(errno);
		rtc_listener_free(listener);
		return NULL;
	}
	return listener;
}

/* Another process may have put a socket of its own in the place of ours. */
static void listener_remove_file(const rtc_listener *listener)
{
	struct stat status;

	if (listener->owner == getpid() && !listener->borrowed && !listener->given &&
		lstat(listener->unix_path, &status) == 0 && status.st_dev == listener->device &&
		status.st_ino == listener->inode) {
		unlink(listener->unix_path);
	}
}

void rtc_listener_free(rtc_listener *listener)
{
	rtc_timer_stop(&listener->retry);
	if (event_initialized(&listener->event)) {
		event_del(&listener->event);
	}
	if (listener->unix_path != NULL) {
		listener_remove_file(listener);
		free(listener->unix_path);
	}
	rtc_tls_unref(listener->tls);
	if (listener->fd >= 0) {
		close(listener->fd);
	}
	free(listener);
}

void rtc_listener_pause(rtc_listener *listener)
{
	listener->paused = true;
	event_del(&listener->event);
}

void rtc_listener_resume(rtc_listener *listener)
{
	listener->paused = false;
	if (!rtc_timer_runs(&listener->retry)) {
		listener_watch(listener);
	}
}
