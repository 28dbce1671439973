/* Listening sockets that this process was started with: "fd:N" for a descriptor by its number,
 * "systemd" and "systemd:NAME" for those of socket activation (sd_listen_fds(3)). */
#ifndef RTC_ENGINE_ACTIVATION_H
#define RTC_ENGINE_ACTIVATION_H

#include "../proto/base.h"

/* True if the text is one of these forms, whether or not there is such a socket. */
bool rtc_activation_is_meant(const char *address);

/* The descriptor, which is the caller's now: non-blocking, closed on exec, and checked with
 * rtc_activation_check(). One that systemd passed is given once, also to several threads. -1:
 * *reason is a sentence, static or libc's. */
int rtc_activation_take(const char *address, const char **reason);

/* NULL if it is a stream socket that listens; otherwise a sentence about what it is, static or
 * libc's. */
const char *rtc_activation_check(int fd);

#endif
