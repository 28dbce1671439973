/* TLS from within: the contexts that OpenSSL makes of certificates, keys and authorities. */
#ifndef RTC_ENGINE_TLS_FILES_H
#define RTC_ENGINE_TLS_FILES_H

#include "tls.h"

struct ssl_ctx_st;
struct ssl_st;

/* What is wrong with the files, and what is odd about them: sentences; empty if there is nothing.
 */
typedef struct rtc_tls_report {
	char *error; /* RTC_TLS_ERROR_MAX bytes */
	char *warning;
} rtc_tls_report;

/* Reads a certificate with its chain, and its key, into the context. FAILED: the report says why.
 * A certificate whose time is not now gives a warning. */
rtc_status rtc_tls_files_certificate(struct ssl_ctx_st *context,
	const rtc_tls_certificate *certificate, const rtc_tls_report *report) RTC_NODISCARD;

/* Has clients show a certificate that one of those in the file signed. FAILED: as above. */
rtc_status rtc_tls_files_client_ca(
	struct ssl_ctx_st *context, const char *path, const rtc_tls_report *report) RTC_NODISCARD;

/* All contexts of one reading of the files. Counted: handshakes that are under way keep theirs when
 * the files are read again. */
typedef struct rtc_tls_set rtc_tls_set;

/* Today's, with a reference. */
rtc_tls_set *rtc_tls_set_take(rtc_tls *tls);
void rtc_tls_set_drop(rtc_tls_set *set);

/* A new server's end of a connection, in its default context; NULL: no memory. */
struct ssl_st *rtc_tls_set_connection(rtc_tls_set *set);

#endif
