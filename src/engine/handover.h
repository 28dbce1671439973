/* A server hands its listening sockets to the process that takes its place, so that no client is
 * refused meanwhile (option `handover`).
 *
 * The server that serves listens on a unix socket. Its successor connects to it in its first
 * listen(), and asks for each address in a line; the answer is a line, with the descriptor beside
 * it (SCM_RIGHTS). Both accept from then on. When the successor's loop turns, it puts a socket of
 * its own in the place of the other one and says so, and the old server stops with
 * RTC_STOP_RESTARTING. If the successor ends before that, nothing has changed.
 *
 *   listen 127.0.0.1:8080   ->   own (the file of a unix socket is the successor's to remove),
 *                                lent (it is not), or none
 *   serving
 *
 * Each end speaks to processes of its own user only. The old one never waits; a peer that says
 * anything else is cut off. What is inherited by fork() stays the parent's affair. */
#ifndef RTC_ENGINE_HANDOVER_H
#define RTC_ENGINE_HANDOVER_H

#include "../proto/base.h"

struct rtc_server;
typedef struct rtc_handover rtc_handover;

/* Of a server with that option: makes the socket for the next successor, not yet in its place, and
 * connects to the process that serves now, if there is one. NULL: *reason is a sentence, static or
 * libc's. */
rtc_handover *rtc_handover_new(struct rtc_server *server, const char **reason);

/* Nothing to do for NULL. */
void rtc_handover_free(rtc_handover *handover);

/* What the process that serves has for that address, in the form of rtc_bind_address_format(): the
 * descriptor, which is the caller's now, or -1. *own: its file is ours once we serve. Waits for the
 * answer, at most some two seconds; whoever does not answer is not asked again. */
int rtc_handover_ask(rtc_handover *handover, const char *address, bool *own);

/* The server stops: no successor is answered any more. */
void rtc_handover_close(rtc_handover *handover);

#endif
