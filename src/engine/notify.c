/* clock_gettime() */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif

#include "notify.h"

#include <event2/util.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

#ifndef MSG_NOSIGNAL
#define MSG_NOSIGNAL 0
#endif

/* A path, or with '@' in front a name of Linux's abstract namespace; 0: neither. */
static socklen_t notify_address(struct sockaddr_un *address)
{
	const char *name = getenv("NOTIFY_SOCKET");
	size_t len = name == NULL ? 0 : strlen(name);

	if (len < 2 || len >= sizeof(address->sun_path) || (name[0] != '/' && name[0] != '@')) {
		return 0;
	}
	memset(address, 0, sizeof(*address));
	address->sun_family = AF_UNIX;
	memcpy(address->sun_path, name, len);
	if (name[0] == '@') {
		address->sun_path[0] = '\0';
	}
	return (socklen_t)(offsetof(struct sockaddr_un, sun_path) + len);
}

void rtc_notify(const char *state)
{
	struct sockaddr_un address;
	socklen_t len = notify_address(&address);
	int fd = len > 0 ? socket(AF_UNIX, SOCK_DGRAM, 0) : -1;

	if (fd < 0) {
		return;
	}
	if (evutil_make_socket_nonblocking(fd) == 0 && evutil_make_socket_closeonexec(fd) == 0 &&
		sendto(fd, state, strlen(state), MSG_NOSIGNAL, (const struct sockaddr *)&address, len) <
			0) {
		/* Nobody listens any more, which is the manager's affair. */
	}
	close(fd);
}

void rtc_notify_reloading(void)
{
	struct timespec now = {0};
	char state[64];

	clock_gettime(CLOCK_MONOTONIC, &now);
	snprintf(state, sizeof(state), "RELOADING=1\nMONOTONIC_USEC=%" PRIu64,
		(uint64_t)now.tv_sec * 1000000 + (uint64_t)now.tv_nsec / 1000);
	rtc_notify(state);
}

void rtc_notify_ready(void)
{
	rtc_notify("READY=1");
}
