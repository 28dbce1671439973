#include "server.h"
#include "tls.h"

bool rtc_server_has_tls(const rtc_server *server)
{
	const rtc_listener *listener;

	for (listener = server->listeners; listener != NULL; listener = listener->next) {
		if (listener->tls != NULL) {
			return true;
		}
	}
	return false;
}

void rtc_server_check_tls(rtc_server *server, const struct rtc_tls *tls)
{
	const char *warning = tls != NULL ? rtc_tls_warning(tls) : "";

	if (warning[0] != '\0') {
		rtc_server_log(server, RTC_LOG_WARNING, NULL, 0, "tls_certificate", "%s", warning);
	}
}

/* True if an earlier listener has the same TLS. */
static bool server_saw_tls(const rtc_server *server, const rtc_listener *until)
{
	const rtc_listener *listener;

	for (listener = server->listeners; listener != until; listener = listener->next) {
		if (listener->tls == until->tls) {
			return true;
		}
	}
	return false;
}

static void server_reload(rtc_server *server, rtc_tls *tls)
{
	char error[RTC_TLS_ERROR_MAX];

	if (rtc_tls_reload(tls, error) != RTC_OK) {
		rtc_server_log(server, RTC_LOG_ERROR, NULL, 0, "tls_reload_failed",
			"certificates were not reloaded: %s", error);
		return;
	}
	rtc_server_log(server, RTC_LOG_INFO, NULL, 0, "tls_reloaded", "certificates were read again");
	rtc_server_check_tls(server, tls);
}

void rtc_server_reload_tls(rtc_server *server)
{
	rtc_listener *listener;

	for (listener = server->listeners; listener != NULL; listener = listener->next) {
		if (listener->tls != NULL && !server_saw_tls(server, listener)) {
			server_reload(server, listener->tls);
		}
	}
}
