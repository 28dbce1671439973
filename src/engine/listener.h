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
	char *unix_path; /* NULL for TCP */
	pid_t owner;     /* the process that bound it, and alone may remove the path */
} rtc_listener;

/* Binds and listens. NULL: `reason` is a sentence without the address. */
rtc_listener *rtc_listener_new(struct rtc_server *server, const char *address, struct rtc_tls *tls,
	char bound[RTC_ADDRESS_TEXT_MAX], const char **reason);

void rtc_listener_free(rtc_listener *listener);

/* While paused, new clients wait in the backlog. */
void rtc_listener_pause(rtc_listener *listener);
void rtc_listener_resume(rtc_listener *listener);

#endif
