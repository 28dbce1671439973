/* A listening socket. When descriptors run out it pauses and tries again later, instead of
 * spinning on a socket that stays readable. */
#ifndef RTC_ENGINE_LISTENER_H
#define RTC_ENGINE_LISTENER_H

#include "address.h"
#include "loop.h"

#include <event2/event_struct.h>
#include <sys/types.h>

struct rtc_server;
struct rtc_tls;

typedef struct rtc_listener {
	struct rtc_listener *next;
	struct rtc_server *server;
	struct rtc_tls *tls; /* what its clients speak, or NULL */
	struct event event;
	rtc_timer retry;
	uint32_t retry_ms;
	uint64_t logged_ms; /* when the log was last told of a lack of descriptors */
	int fd;
	bool paused;
	char *unix_path; /* the file that is ours to remove, or NULL */
	dev_t device;    /* of that file */
	ino_t inode;
	pid_t owner;    /* the process that bound it, and alone may remove the path */
	bool inherited; /* others keep the socket open when we close it: it was made before us */
	bool borrowed;  /* of the process that serves, until we do */
	bool given;     /* to a successor, whose file it is then */
} rtc_listener;

/* Binds and listens, or takes a socket that was inherited (activation.h) or handed over
 * (handover.h). NULL: `reason` is a sentence without the address. */
rtc_listener *rtc_listener_new(struct rtc_server *server, const char *address, struct rtc_tls *tls,
	char bound[RTC_ADDRESS_TEXT_MAX], const char **reason);

/* Closes the socket, and removes its file unless that is somebody else's by now. */
void rtc_listener_free(rtc_listener *listener);

/* Writes what it is bound to. */
rtc_status rtc_listener_address(
	const rtc_listener *listener, char out[RTC_ADDRESS_TEXT_MAX]) RTC_NODISCARD;

/* While paused, new clients wait in the backlog. */
void rtc_listener_pause(rtc_listener *listener);
void rtc_listener_resume(rtc_listener *listener);

#endif
