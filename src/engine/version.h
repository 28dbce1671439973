/* Which libevent this is: for phpinfo and for bug reports. */
#ifndef RTC_ENGINE_VERSION_H
#define RTC_ENGINE_VERSION_H

/* The version of the headers the module was compiled with. Static. */
const char *rtc_version_libevent_headers(void);

/* The version of the library that is loaded. Static. */
const char *rtc_version_libevent(void);

#endif
