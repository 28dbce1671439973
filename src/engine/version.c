#include "version.h"

#include <event2/event.h>

const char *rtc_version_libevent_headers(void)
{
	return LIBEVENT_VERSION;
}

const char *rtc_version_libevent(void)
{
	return event_get_version();
}
