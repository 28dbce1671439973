/* Telling systemd how the service is doing (sd_notify(3), Type=notify). */
#ifndef RTC_ENGINE_NOTIFY_H
#define RTC_ENGINE_NOTIFY_H

/* Sends assignments, one in a line ("READY=1"), to the socket that NOTIFY_SOCKET names. Does
 * nothing where it is not set, and never waits: a message that cannot be sent is lost. */
void rtc_notify(const char *state);

/* Begins and ends a reload: RELOADING=1 with the time that Type=notify-reload asks for, and
 * READY=1.
 */
void rtc_notify_reloading(void);
void rtc_notify_ready(void);

#endif
