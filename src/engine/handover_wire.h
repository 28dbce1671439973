/* What two processes say to each other at a hand-over: lines, with a descriptor beside them. */
#ifndef RTC_ENGINE_HANDOVER_WIRE_H
#define RTC_ENGINE_HANDOVER_WIRE_H

#include "address.h"
#include "transport.h"

struct sockaddr_un;

/* Room for any line: a word, and an address. */
#define RTC_HANDOVER_LINE_MAX (RTC_ADDRESS_TEXT_MAX + 16)

/* Bytes that have arrived. All zero is none. */
typedef struct rtc_handover_line {
	char data[RTC_HANDOVER_LINE_MAX];
	size_t len;
} rtc_handover_line;

/* A connected, non-blocking socket; -1: nobody listens there. */
int rtc_handover_connect(const struct sockaddr_un *address);

/* True if the process at the other end is of this user; *pid is its number, where that is known. */
bool rtc_handover_is_friend(int fd, int *pid);

/* Sends a text that ends with LF, with a descriptor unless `given` is -1. Does not wait. FAILED:
 * the other end is gone, or does not read. */
rtc_status rtc_handover_send(int fd, const char *text, int given) RTC_NODISCARD;

/* Takes what has arrived. A descriptor that came beside it is *given, which is the caller's;
 * `given` NULL: it is closed. ERROR: the connection is broken, or a line too long. */
rtc_io rtc_handover_receive(int fd, rtc_handover_line *line, int *given) RTC_NODISCARD;

/* The next complete line, less its LF; false: there is none. */
bool rtc_handover_next_line(rtc_handover_line *line, char out[RTC_HANDOVER_LINE_MAX]);

/* Waits for one line, at most some two seconds. *given: as above, or -1. FAILED: nothing came. */
rtc_status rtc_handover_wait(int fd, char out[RTC_HANDOVER_LINE_MAX], int *given) RTC_NODISCARD;

/* True if the other end has closed the connection. */
bool rtc_handover_has_ended(int fd);

#endif
