/* SO_PEERCRED, MSG_CMSG_CLOEXEC */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif

#include "handover.h"

#include "handover_wire.h"
#include "notify.h"
#include "server.h"

#include <errno.h>
#include <event2/event.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

/* Successors at a time. There is one, or somebody tries something. */
#define HANDOVER_LINKS 4

/* How long one may say nothing, before it was given something. */
#define HANDOVER_SILENCE_SECONDS 10

/* How long the old server waits for its clients. */
#define HANDOVER_GRACE_MS 5000

/* A successor. */
typedef struct handover_link {
	rtc_handover *handover;
	struct event event;
	rtc_handover_line line;
	int fd; /* -1: free */
	int pid;
	bool given; /* it has a socket of ours */
} handover_link;

struct rtc_handover {
	rtc_server *server;
	rtc_job job;
	struct event event;
	handover_link links[HANDOVER_LINKS];
	int fd;    /* listens for successors; -1: closed */
	int elder; /* to the process whose place we take; -1: there is none */
	pid_t owner;
	dev_t device; /* of our file */
	ino_t inode;
	bool serving; /* our file is in its place */
	struct sockaddr_un address;
	struct sockaddr_un own_address; /* where our file is made, and moved from */
};

/* ---- successors ----------------------------------------------------------------------------- */

static void link_close(handover_link *link)
{
	event_del(&link->event);
	close(link->fd);
	link->fd = -1;
}

/* What was given to a successor that never served is ours alone again. */
static void handover_take_back(rtc_handover *handover)
{
	rtc_listener *listener;
	int i;

	for (i = 0; i < HANDOVER_LINKS; i++) {
		if (handover->links[i].fd >= 0 && handover->links[i].given) {
			return;
		}
	}
	for (listener = handover->server->listeners; listener != NULL; listener = listener->next) {
		listener->given = false;
	}
}

static void link_fail(handover_link *link)
{
	link_close(link);
	if (link->given) {
		handover_take_back(link->handover);
	}
}

static rtc_listener *handover_find(const rtc_handover *handover, const char *address)
{
	rtc_listener *listener;
	char bound[RTC_ADDRESS_TEXT_MAX];

	for (listener = handover->server->listeners; listener != NULL; listener = listener->next) {
		if (rtc_listener_address(listener, bound) == RTC_OK && strcmp(bound, address) == 0) {
			return listener;
		}
	}
	return NULL;
}

static void link_give(handover_link *link, const char *address)
{
	rtc_listener *listener = handover_find(link->handover, address);
	const char *answer = listener == NULL ? "none\n"
		: listener->unix_path != NULL     ? "own\n"
										  : "lent\n";

	if (rtc_handover_send(link->fd, answer, listener != NULL ? listener->fd : -1) != RTC_OK) {
		link_fail(link);
		return;
	}
	if (listener != NULL) {
		link->given = true;
		listener->given = true;
		rtc_server_log(link->handover->server, RTC_LOG_INFO, NULL, 0, "handover",
			"%s was given to process %d", address, link->pid);
	}
}

static void link_obey(handover_link *link, const char *line)
{
	static const char ask[] = "listen ";
	rtc_server *server = link->handover->server;
	rtc_listener *listener;

	if (strncmp(line, ask, strlen(ask)) == 0) {
		link_give(link, line + strlen(ask));
	} else if (strcmp(line, "serving") == 0) {
		/* One that lost its first connection has asked already: nobody knows for what. */
		for (listener = server->listeners; listener != NULL; listener = listener->next) {
			listener->given = listener->given || !link->given;
		}
		rtc_server_log(server, RTC_LOG_INFO, NULL, 0, "handover",
			"process %d serves now: this one restarts its clients and stops", link->pid);
		rtc_server_stop(server, HANDOVER_GRACE_MS, RTC_STOP_RESTARTING);
	} else {
		link_fail(link);
	}
}

static void link_ready(evutil_socket_t fd, short what, void *arg)
{
	handover_link *link = arg;
	char line[RTC_HANDOVER_LINE_MAX];
	rtc_io io;

	if (rtc_loop_is_halted(link->handover->server->loop)) {
		return;
	}
	if ((what & EV_TIMEOUT) && !link->given) {
		link_fail(link);
	}
	if (!(what & EV_READ) || link->fd < 0) {
		return;
	}
	io = rtc_handover_receive((int)fd, &link->line, NULL);
	if (io == RTC_IO_ERROR || io == RTC_IO_END) {
		link_fail(link);
		return;
	}
	while (link->fd >= 0 && rtc_handover_next_line(&link->line, line)) {
		link_obey(link, line);
	}
}

static void handover_adopt(rtc_handover *handover, int fd)
{
	static const struct timeval silence = {.tv_sec = HANDOVER_SILENCE_SECONDS};
	handover_link *link = NULL;
	int pid = 0;
	int i;

	for (i = 0; i < HANDOVER_LINKS && link == NULL; i++) {
		link = handover->links[i].fd < 0 ? &handover->links[i] : NULL;
	}
	if (link == NULL || !rtc_handover_is_friend(fd, &pid)) {
		rtc_server_log(handover->server, RTC_LOG_WARNING, NULL, 0, "handover_refused",
			"process %d may not take over: %s", pid,
			link == NULL ? "others are about to" : "it is another user's");
		close(fd);
		return;
	}
	*link = (handover_link){.handover = handover, .fd = fd, .pid = pid};
	if (event_assign(&link->event, handover->server->loop->base, fd, EV_READ | EV_PERSIST,
			link_ready, link) != 0 ||
		event_add(&link->event, &silence) != 0) {
		close(fd);
		link->fd = -1;
	}
}

static void handover_ready(evutil_socket_t fd, short what, void *arg)
{
	rtc_handover *handover = arg;
	int client;

	(void)what;
	if (rtc_loop_is_halted(handover->server->loop)) {
		return;
	}
	if (handover->owner != getpid()) {
		event_del(&handover->event);
		return;
	}
	client = accept((int)fd, NULL, NULL);
	if (client < 0) {
		return;
	}
	if (evutil_make_socket_nonblocking(client) != 0 ||
		evutil_make_socket_closeonexec(client) != 0) {
		close(client);
		return;
	}
	handover_adopt(handover, client);
}

/* ---- the process whose place we take -------------------------------------------------------- */

static void elder_close(rtc_handover *handover)
{
	if (handover->elder >= 0) {
		close(handover->elder);
		handover->elder = -1;
	}
}

/* This process cannot wait for itself, so another server of it is no elder. */
static void elder_connect(rtc_handover *handover)
{
	int pid = 0;

	handover->elder = rtc_handover_connect(&handover->address);
	if (handover->elder >= 0 &&
		(!rtc_handover_is_friend(handover->elder, &pid) || pid == (int)getpid())) {
		elder_close(handover);
	}
}

int rtc_handover_ask(rtc_handover *handover, const char *address, bool *own)
{
	char line[RTC_HANDOVER_LINE_MAX];
	int fd = -1;

	if (handover->serving || handover->elder < 0) {
		return -1;
	}
	snprintf(line, sizeof(line), "listen %s\n", address);
	if (rtc_handover_send(handover->elder, line, -1) != RTC_OK ||
		rtc_handover_wait(handover->elder, line, &fd) != RTC_OK) {
		elder_close(handover);
		return -1;
	}
	*own = strcmp(line, "own") == 0;
	if (!*own && strcmp(line, "lent") != 0) {
		if (fd >= 0) {
			close(fd);
		}
		return -1;
	}
	return fd;
}

/* ---- taking the place ----------------------------------------------------------------------- */

/* systemd is told first who the service is now: the elder may be over at once. */
static void elder_dismiss(rtc_handover *handover)
{
	char state[32];

	if (handover->elder < 0) {
		return;
	}
	snprintf(state, sizeof(state), "MAINPID=%d", (int)handover->owner);
	rtc_notify(state);
	if (rtc_handover_send(handover->elder, "serving\n", -1) == RTC_OK) {
		rtc_server_log(handover->server, RTC_LOG_INFO, NULL, 0, "handover",
			"took the place of the process that served before");
	}
	elder_close(handover);
}

/* Who comes between asking and serving finds the elder, and afterwards us: there is always somebody
 * behind the path. An elder that has ended meanwhile was followed by another one, or by nobody. */
static void handover_serve(rtc_job *job)
{
	rtc_handover *handover = (rtc_handover *)((char *)job - offsetof(rtc_handover, job));
	rtc_server *server = handover->server;
	rtc_listener *listener;

	if (handover->owner != getpid() || server->state != RTC_SERVER_RUNNING) {
		return;
	}
	if (handover->elder < 0 || rtc_handover_has_ended(handover->elder)) {
		elder_close(handover);
		elder_connect(handover);
	}
	if (rename(handover->own_address.sun_path, handover->address.sun_path) != 0 ||
		event_assign(&handover->event, server->loop->base, handover->fd, EV_READ | EV_PERSIST,
			handover_ready, handover) != 0 ||
		event_add(&handover->event, NULL) != 0) {
		rtc_server_log(server, RTC_LOG_ERROR, NULL, 0, "handover_failed",
			"no successor can take over: %s: %s", handover->address.sun_path, strerror(errno));
	}
	handover->serving = true;
	for (listener = server->listeners; listener != NULL; listener = listener->next) {
		listener->borrowed = false;
	}
	elder_dismiss(handover);
}

static bool handover_set_addresses(rtc_handover *handover, rtc_slice path, const char **reason)
{
	size_t room = sizeof(handover->address.sun_path);
	int len;

	handover->address.sun_family = AF_UNIX;
	handover->own_address.sun_family = AF_UNIX;
	len = snprintf(handover->own_address.sun_path, room, "%.*s.%d", (int)path.len,
		(const char *)path.data, (int)getpid());
	if (len < 0 || (size_t)len >= room) {
		*reason = "the path of option \"handover\" is too long";
		return false;
	}
	memcpy(handover->address.sun_path, path.data, path.len);
	return true;
}

/* Nobody finds the socket before it has its mode: it is made under another name. */
static bool handover_listen(rtc_handover *handover, const char **reason)
{
	const char *path = handover->own_address.sun_path;
	struct stat status;

	handover->fd = socket(AF_UNIX, SOCK_STREAM, 0);
	unlink(path); /* left by a process of that number */
	if (handover->fd >= 0 && evutil_make_socket_nonblocking(handover->fd) == 0 &&
		evutil_make_socket_closeonexec(handover->fd) == 0 &&
		bind(handover->fd, (const struct sockaddr *)&handover->own_address,
			sizeof(handover->own_address)) == 0 &&
		chmod(path, S_IRUSR | S_IWUSR) == 0 && listen(handover->fd, HANDOVER_LINKS) == 0 &&
		stat(path, &status) == 0) {
		handover->device = status.st_dev;
		handover->inode = status.st_ino;
		return true;
	}
	*reason = strerror(errno);
	return false;
}

rtc_handover *rtc_handover_new(rtc_server *server, const char **reason)
{
	rtc_handover *handover = calloc(1, sizeof(*handover));
	int i;

	if (handover == NULL) {
		*reason = strerror(ENOMEM);
		return NULL;
	}
	handover->server = server;
	handover->owner = getpid();
	handover->fd = -1;
	handover->elder = -1;
	for (i = 0; i < HANDOVER_LINKS; i++) {
		handover->links[i].fd = -1;
	}
	if (!handover_set_addresses(handover, server->options.handover, reason) ||
		!handover_listen(handover, reason)) {
		rtc_handover_free(handover);
		return NULL;
	}
	elder_connect(handover);
	rtc_loop_defer(server->loop, &handover->job, handover_serve);
	return handover;
}

static void handover_remove_file(const rtc_handover *handover)
{
	const char *path =
		handover->serving ? handover->address.sun_path : handover->own_address.sun_path;
	struct stat status;

	if (handover->owner == getpid() && handover->inode != 0 && lstat(path, &status) == 0 &&
		status.st_dev == handover->device && status.st_ino == handover->inode) {
		unlink(path);
	}
}

void rtc_handover_close(rtc_handover *handover)
{
	int i;

	if (handover == NULL || handover->fd < 0) {
		return;
	}
	rtc_loop_cancel(handover->server->loop, &handover->job);
	for (i = 0; i < HANDOVER_LINKS; i++) {
		if (handover->links[i].fd >= 0) {
			link_close(&handover->links[i]);
		}
	}
	if (event_initialized(&handover->event)) {
		event_del(&handover->event);
	}
	handover_remove_file(handover);
	close(handover->fd);
	handover->fd = -1;
	elder_close(handover);
}

void rtc_handover_free(rtc_handover *handover)
{
	rtc_handover_close(handover);
	free(handover);
}
