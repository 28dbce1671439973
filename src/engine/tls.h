/* TLS 1.2 and 1.3 for listeners (OpenSSL): certificates by server name, client certificates, and
 * reloading. A build without OpenSSL has the same functions, which say so.
 *
 * OpenSSL keeps one queue of errors for each thread, which PHP's own extension reads as well: it is
 * empty before and after each function here and in the transport. */
#ifndef RTC_ENGINE_TLS_H
#define RTC_ENGINE_TLS_H

#include "transport.h"

#define RTC_TLS_ERROR_MAX 512

typedef enum rtc_tls_version { RTC_TLS_1_2, RTC_TLS_1_3 } rtc_tls_version;

/* Files are PEM; the certificate's with its chain behind it. Texts end with NUL. */
typedef struct rtc_tls_certificate {
	const char *name; /* server name: "example.com" or "*.example.com"; NULL for the default */
	const char *certificate;
	const char *private_key;
	const char *passphrase; /* NULL: the key is not encrypted */
} rtc_tls_certificate;

typedef struct rtc_tls_config {
	const rtc_tls_certificate *certificates; /* the first is the default */
	size_t certificate_count;
	const char *client_ca; /* clients must show a certificate that it signed; NULL: none is asked */
	rtc_tls_version min_version;
} rtc_tls_config;

/* What listeners and connections share; counted. */
typedef struct rtc_tls rtc_tls;

/* "OpenSSL 3.0.11 …" of the library that is loaded; NULL: built without. */
const char *rtc_tls_library(void);

/* The same of the headers that the module was compiled with. */
const char *rtc_tls_headers(void);

/* Reads all files; copies the config. NULL: `error` is a sentence that names the file and what is
 * wrong with it. */
rtc_tls *rtc_tls_new(const rtc_tls_config *config, char error[RTC_TLS_ERROR_MAX]);
rtc_tls *rtc_tls_ref(rtc_tls *tls);
/* Nothing to do for NULL. */
void rtc_tls_unref(rtc_tls *tls);

/* Reads all files again, for handshakes from now on; connections that there are go on. FAILED:
 * nothing changes, and `error` is a sentence as above. */
rtc_status rtc_tls_reload(rtc_tls *tls, char error[RTC_TLS_ERROR_MAX]) RTC_NODISCARD;

/* What is odd about the files that are in use, though they are used: a certificate has expired, or
 * is not valid yet. A sentence; empty: nothing is. */
const char *rtc_tls_warning(const rtc_tls *tls);

/* Takes over a connected, non-blocking socket whose client begins a handshake. FAILED: no memory,
 * and the descriptor is closed. */
rtc_status rtc_transport_tls_init(rtc_transport *transport, int fd, rtc_tls *tls) RTC_NODISCARD;

#endif
