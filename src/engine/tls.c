#include "tls.h"

#include "tls_files.h"

#include <stdio.h>

#ifdef RTC_HAVE_OPENSSL

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <stdlib.h>

#if OPENSSL_VERSION_NUMBER < 0x10101000L
#error "rtcomm needs OpenSSL 1.1.1 or later"
#endif

/* With forward secrecy and authenticated encryption; TLS 1.3 has no others. */
#define TLS_CIPHERS "ECDHE+AESGCM:ECDHE+CHACHA20:!aNULL:!eNULL:!PSK:!SRP"

static const char tls_no_memory[] = "no memory for the certificates";

/* How long a client may resume a session instead of a full handshake. */
#define TLS_SESSION_SECONDS 7200

#define TLS_ALPN "http/1.1"

/* One certificate, as OpenSSL has it. */
typedef struct tls_named {
	char *name; /* owned; NULL: of no name */
	SSL_CTX *context;
} tls_named;

struct rtc_tls_set {
	uint32_t refs;
	char warning[RTC_TLS_ERROR_MAX];
	size_t count;
	tls_named items[];
};

struct rtc_tls {
	uint32_t refs;
	rtc_tls_set *set; /* today's; NULL only while it is made */
	rtc_tls_config config;
	rtc_tls_certificate *certificates; /* the config's; the texts are owned, too */
};

const char *rtc_tls_library(void)
{
	return OpenSSL_version(OPENSSL_VERSION);
}

const char *rtc_tls_headers(void)
{
	return OPENSSL_VERSION_TEXT;
}

/* ---- during a handshake ---------------------------------------------------------------------- */

static char tls_lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool tls_name_equals(const char *a, const char *b, size_t len)
{
	if (strlen(a) != len) {
		return false;
	}
	for (size_t i = 0; i < len; i++) {
		if (tls_lower(a[i]) != tls_lower(b[i])) {
			return false;
		}
	}
	return true;
}

/* The certificate of that name, or the one of "*." and the name without its first label (RFC 6125
 * 6.4.3); NULL if there is neither. */
static SSL_CTX *tls_find(const rtc_tls_set *set, const char *name)
{
	size_t len = strlen(name);
	const char *rest;

	if (len > 0 && name[len - 1] == '.') {
		len--;
	}
	for (size_t i = 0; i < set->count; i++) {
		if (set->items[i].name != NULL && tls_name_equals(set->items[i].name, name, len)) {
			return set->items[i].context;
		}
	}
	rest = memchr(name, '.', len);
	for (size_t i = 0; rest != NULL && rest != name && i < set->count; i++) {
		const char *known = set->items[i].name;

		if (known != NULL && known[0] == '*' &&
			tls_name_equals(known + 1, rest, len - (size_t)(rest - name))) {
			return set->items[i].context;
		}
	}
	return NULL;
}

static int tls_on_server_name(SSL *ssl, int *alert, void *arg)
{
	const char *name = SSL_get_servername(ssl, TLSEXT_NAMETYPE_host_name);
	SSL_CTX *context = name != NULL ? tls_find(arg, name) : NULL;

	(void)alert;
	if (context == NULL) {
		return SSL_TLSEXT_ERR_NOACK; /* the default will do */
	}
	SSL_set_SSL_CTX(ssl, context);
	return SSL_TLSEXT_ERR_OK;
}

/* RFC 7301 3.2: a client that speaks none of our protocols is told so. */
static int tls_on_alpn(SSL *ssl, const unsigned char **out, unsigned char *out_len,
	const unsigned char *in, unsigned in_len, void *arg)
{
	unsigned at = 0;

	(void)ssl;
	(void)arg;
	while (at < in_len && in[at] < in_len - at) {
		if (in[at] == sizeof(TLS_ALPN) - 1 && memcmp(in + at + 1, TLS_ALPN, in[at]) == 0) {
			*out = in + at + 1;
			*out_len = in[at];
			return SSL_TLSEXT_ERR_OK;
		}
		at += in[at] + 1U;
	}
	return SSL_TLSEXT_ERR_ALERT_FATAL;
}

/* ---- contexts -------------------------------------------------------------------------------- */

static SSL_CTX *tls_context_new(const rtc_tls_config *config)
{
	static const unsigned char id[] = "rtcomm";
	SSL_CTX *context = SSL_CTX_new(TLS_server_method());
	uint64_t options = SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION |
		SSL_OP_CIPHER_SERVER_PREFERENCE | SSL_OP_PRIORITIZE_CHACHA;

#ifdef SSL_OP_IGNORE_UNEXPECTED_EOF
	options |= SSL_OP_IGNORE_UNEXPECTED_EOF; /* an end as TCP has it */
#endif
	if (context == NULL) {
		return NULL;
	}
	if (SSL_CTX_set_min_proto_version(
			context, config->min_version == RTC_TLS_1_3 ? TLS1_3_VERSION : TLS1_2_VERSION) != 1 ||
		SSL_CTX_set_cipher_list(context, TLS_CIPHERS) != 1 ||
		SSL_CTX_set_session_id_context(context, id, sizeof(id) - 1) != 1) {
		SSL_CTX_free(context);
		return NULL;
	}
	SSL_CTX_set_options(context, options);
	SSL_CTX_set_mode(context, SSL_MODE_RELEASE_BUFFERS | SSL_MODE_NO_AUTO_CHAIN);
	SSL_CTX_clear_mode(context, SSL_MODE_AUTO_RETRY);
	SSL_CTX_set_read_ahead(context, 1);
	/* Sessions are in the clients' tickets, whose keys live as long as the context. */
	SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
	SSL_CTX_set_timeout(context, TLS_SESSION_SECONDS);
	SSL_CTX_set_alpn_select_cb(context, tls_on_alpn, NULL);
	return context;
}

void rtc_tls_set_drop(rtc_tls_set *set)
{
	if (set == NULL || --set->refs > 0) {
		return;
	}
	for (size_t i = 0; i < set->count; i++) {
		SSL_CTX_free(set->items[i].context);
		free(set->items[i].name);
	}
	free(set);
}

/* One more of the set's certificates. */
static rtc_status tls_set_add(rtc_tls_set *set, const rtc_tls_config *config,
	const rtc_tls_certificate *certificate, const rtc_tls_report *report)
{
	SSL_CTX *context = tls_context_new(config);

	if (context == NULL) {
		snprintf(report->error, RTC_TLS_ERROR_MAX, "OpenSSL could not be set up: %s",
			ERR_reason_error_string(ERR_peek_error()));
		return RTC_FAILED;
	}
	set->items[set->count].context = context;
	if (certificate->name != NULL) {
		set->items[set->count].name = strdup(certificate->name);
	}
	set->count++;
	if (certificate->name != NULL && set->items[set->count - 1].name == NULL) {
		snprintf(report->error, RTC_TLS_ERROR_MAX, "%s", tls_no_memory);
		return RTC_FAILED;
	}
	if (rtc_tls_files_certificate(context, certificate, report) != RTC_OK) {
		return RTC_FAILED;
	}
	return config->client_ca == NULL ? RTC_OK
									 : rtc_tls_files_client_ca(context, config->client_ca, report);
}

/* Reads all files. NULL: `error` says why. */
static rtc_tls_set *tls_set_new(const rtc_tls_config *config, char error[RTC_TLS_ERROR_MAX])
{
	rtc_tls_set *set = calloc(1, sizeof(*set) + config->certificate_count * sizeof(*set->items));
	rtc_tls_report report = {error, NULL};
	size_t i;

	if (set == NULL) {
		snprintf(error, RTC_TLS_ERROR_MAX, "%s", tls_no_memory);
		return NULL;
	}
	set->refs = 1;
	report.warning = set->warning;
	ERR_clear_error();
	for (i = 0; i < config->certificate_count; i++) {
		if (tls_set_add(set, config, &config->certificates[i], &report) != RTC_OK) {
			break;
		}
	}
	ERR_clear_error();
	if (i < config->certificate_count) {
		rtc_tls_set_drop(set);
		return NULL;
	}
	SSL_CTX_set_tlsext_servername_callback(set->items[0].context, tls_on_server_name);
	SSL_CTX_set_tlsext_servername_arg(set->items[0].context, set);
	return set;
}

rtc_tls_set *rtc_tls_set_take(rtc_tls *tls)
{
	tls->set->refs++;
	return tls->set;
}

SSL *rtc_tls_set_connection(rtc_tls_set *set)
{
	return SSL_new(set->items[0].context);
}

/* ---- the object ------------------------------------------------------------------------------ */

static void tls_free_text(const char *text)
{
	free((void *)(uintptr_t)text);
}

static void tls_free(rtc_tls *tls)
{
	for (size_t i = 0; tls->certificates != NULL && i < tls->config.certificate_count; i++) {
		const rtc_tls_certificate *certificate = &tls->certificates[i];

		if (certificate->passphrase != NULL) {
			OPENSSL_cleanse(
				(void *)(uintptr_t)certificate->passphrase, strlen(certificate->passphrase));
		}
		tls_free_text(certificate->name);
		tls_free_text(certificate->certificate);
		tls_free_text(certificate->private_key);
		tls_free_text(certificate->passphrase);
	}
	free(tls->certificates);
	tls_free_text(tls->config.client_ca);
	rtc_tls_set_drop(tls->set);
	free(tls);
}

/* A copy of a text that may be NULL; false: no memory. */
static bool tls_copy_text(const char **to, const char *from)
{
	*to = from == NULL ? NULL : strdup(from);
	return *to != NULL || from == NULL;
}

static bool tls_copy_config(rtc_tls *tls, const rtc_tls_config *config)
{
	tls->config.min_version = config->min_version;
	tls->certificates = calloc(config->certificate_count, sizeof(*tls->certificates));
	if (tls->certificates == NULL || !tls_copy_text(&tls->config.client_ca, config->client_ca)) {
		return false;
	}
	tls->config.certificates = tls->certificates;
	tls->config.certificate_count = config->certificate_count;
	for (size_t i = 0; i < config->certificate_count; i++) {
		const rtc_tls_certificate *from = &config->certificates[i];
		rtc_tls_certificate *to = &tls->certificates[i];

		if (!tls_copy_text(&to->name, from->name) ||
			!tls_copy_text(&to->certificate, from->certificate) ||
			!tls_copy_text(&to->private_key, from->private_key) ||
			!tls_copy_text(&to->passphrase, from->passphrase)) {
			return false;
		}
	}
	return true;
}

rtc_tls *rtc_tls_new(const rtc_tls_config *config, char error[RTC_TLS_ERROR_MAX])
{
	rtc_tls *tls = calloc(1, sizeof(*tls));

	if (tls == NULL || !tls_copy_config(tls, config)) {
		snprintf(error, RTC_TLS_ERROR_MAX, "%s", tls_no_memory);
	} else {
		tls->refs = 1;
		tls->set = tls_set_new(&tls->config, error);
	}
	if (tls != NULL && tls->set == NULL) {
		tls_free(tls);
		return NULL;
	}
	return tls;
}

rtc_tls *rtc_tls_ref(rtc_tls *tls)
{
	tls->refs++;
	return tls;
}

void rtc_tls_unref(rtc_tls *tls)
{
	if (tls != NULL && --tls->refs == 0) {
		tls_free(tls);
	}
}

rtc_status rtc_tls_reload(rtc_tls *tls, char error[RTC_TLS_ERROR_MAX])
{
	rtc_tls_set *set = tls_set_new(&tls->config, error);

	if (set == NULL) {
		return RTC_FAILED;
	}
	rtc_tls_set_drop(tls->set);
	tls->set = set;
	return RTC_OK;
}

const char *rtc_tls_warning(const rtc_tls *tls)
{
	return tls->set->warning;
}

#else

const char *rtc_tls_library(void)
{
	return NULL;
}

const char *rtc_tls_headers(void)
{
	return NULL;
}

rtc_tls *rtc_tls_new(const rtc_tls_config *config, char error[RTC_TLS_ERROR_MAX])
{
	(void)config;
	snprintf(error, RTC_TLS_ERROR_MAX,
		"rtcomm was built without OpenSSL; build it with --with-rtcomm-openssl");
	return NULL;
}

rtc_tls *rtc_tls_ref(rtc_tls *tls)
{
	return tls;
}

void rtc_tls_unref(rtc_tls *tls)
{
	(void)tls;
}

rtc_status rtc_tls_reload(rtc_tls *tls, char error[RTC_TLS_ERROR_MAX])
{
	(void)tls;
	(void)error;
	return RTC_FAILED;
}

const char *rtc_tls_warning(const rtc_tls *tls)
{
	(void)tls;
	return "";
}

#endif
