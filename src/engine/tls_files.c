/* The files of TLS. They are read here and not by OpenSSL, so that errors can name the file and
 * what is wrong with it, and nobody is asked for a passphrase. */
#include "tls_files.h"

#ifdef RTC_HAVE_OPENSSL

#include <errno.h>
#include <fcntl.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* More than any bundle of authorities. */
#define FILE_MAX (8 * 1024 * 1024)

/* A file in memory, with a NUL behind it; keys do not stay there. */
typedef struct tls_file {
	const char *path;
	uint8_t *data;
	size_t len;
} tls_file;

static rtc_status files_fail(const rtc_tls_report *report, const char *format, ...)
	RTC_PRINTF(2, 3);

static rtc_status files_fail(const rtc_tls_report *report, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	vsnprintf(report->error, RTC_TLS_ERROR_MAX, format, args);
	va_end(args);
	ERR_clear_error();
	return RTC_FAILED;
}

/* What OpenSSL said first, which is nearest to the cause. */
static const char *files_reason(void)
{
	const char *reason = ERR_reason_error_string(ERR_peek_error());

	return reason != NULL ? reason : "OpenSSL does not say why";
}

/* ---- reading --------------------------------------------------------------------------------- */

static void file_free(tls_file *file)
{
	if (file->data != NULL) {
		OPENSSL_cleanse(file->data, file->len);
		free(file->data);
	}
	file->data = NULL;
}

static bool file_read_all(tls_file *file, int fd)
{
	size_t got = 0;

	while (got < file->len) {
		ssize_t count = read(fd, file->data + got, file->len - got);

		if (count < 0 && errno == EINTR) {
			continue;
		}
		if (count < 0) {
			return false;
		}
		if (count == 0) {
			break; /* it became shorter */
		}
		got += (size_t)count;
	}
	file->len = got;
	file->data[got] = '\0';
	return true;
}

/* NULL, or what is wrong. */
static const char *file_open(tls_file *file, const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	struct stat status;
	const char *error = NULL;

	*file = (tls_file){.path = path};
	if (fd < 0) {
		return strerror(errno);
	}
	if (fstat(fd, &status) != 0) {
		error = strerror(errno);
	} else if (!S_ISREG(status.st_mode)) {
		error = "it is not a file"; /* a pipe, say, which a reload would find empty */
	} else if (status.st_size > FILE_MAX) {
		error = "it is too large";
	} else {
		file->len = (size_t)status.st_size;
		file->data = malloc(file->len + 1);
		error = file->data == NULL ? strerror(ENOMEM) : NULL;
	}
	if (error == NULL && !file_read_all(file, fd)) {
		error = strerror(errno);
		file_free(file);
	}
	close(fd);
	return error;
}

/* The file as OpenSSL reads it; NULL: the report says why not. */
static BIO *file_bio(
	tls_file *file, const char *path, const char *what, const rtc_tls_report *report)
{
	const char *error = file_open(file, path);
	BIO *bio;

	if (error != NULL) {
		(void)files_fail(report, "cannot read the %s %s: %s", what, path, error);
		return NULL;
	}
	bio = BIO_new_mem_buf(file->data, (int)file->len);
	if (bio == NULL) {
		file_free(file);
		(void)files_fail(report, "no memory for the %s %s", what, path);
	}
	return bio;
}

static bool files_at_the_end(void)
{
	unsigned long error = ERR_peek_last_error();

	return ERR_GET_LIB(error) == ERR_LIB_PEM && ERR_GET_REASON(error) == PEM_R_NO_START_LINE;
}

/* Instead of OpenSSL's own, which asks on the terminal. */
typedef struct tls_passphrase {
	const char *text; /* NULL: there is none */
	bool asked;
} tls_passphrase;

static int files_passphrase(char *out, int size, int writing, void *arg)
{
	tls_passphrase *passphrase = arg;
	size_t len = passphrase->text != NULL ? strlen(passphrase->text) : 0;

	(void)writing;
	passphrase->asked = true;
	if (passphrase->text == NULL || len > (size_t)size) {
		return -1;
	}
	memcpy(out, passphrase->text, len);
	return (int)len;
}

static tls_passphrase no_passphrase(void)
{
	return (tls_passphrase){.text = NULL};
}

/* The next certificate of the file; NULL at its end, or where it cannot be read. */
static X509 *files_next(BIO *bio)
{
	tls_passphrase none = no_passphrase();

	return PEM_read_bio_X509(bio, NULL, files_passphrase, &none);
}

/* ---- certificates and keys ------------------------------------------------------------------- */

static void files_check_time(const X509 *leaf, const char *path, const rtc_tls_report *report)
{
	const ASN1_TIME *begin = X509_get0_notBefore(leaf);
	const ASN1_TIME *end = X509_get0_notAfter(leaf);
	bool expired = X509_cmp_current_time(end) < 0;
	struct tm date;

	if (!expired && X509_cmp_current_time(begin) < 0) {
		return;
	}
	if (ASN1_TIME_to_tm(expired ? end : begin, &date) != 1) {
		return;
	}
	snprintf(report->warning, RTC_TLS_ERROR_MAX, "the certificate in %s %s %04d-%02d-%02d", path,
		expired ? "expired on" : "is not valid before", date.tm_year + 1900, date.tm_mon + 1,
		date.tm_mday);
}

static rtc_status files_use_chain(
	SSL_CTX *context, BIO *bio, const char *path, const rtc_tls_report *report)
{
	X509 *leaf = files_next(bio);
	X509 *issuer;
	int used;

	if (leaf == NULL) {
		return files_at_the_end()
			? files_fail(report, "there is no certificate in %s", path)
			: files_fail(report, "the certificate in %s cannot be read: %s", path, files_reason());
	}
	files_check_time(leaf, path, report);
	used = SSL_CTX_use_certificate(context, leaf);
	X509_free(leaf);
	if (used != 1) {
		return files_fail(report, "the certificate in %s cannot be used: %s", path, files_reason());
	}
	while ((issuer = files_next(bio)) != NULL) {
		if (SSL_CTX_add0_chain_cert(context, issuer) != 1) {
			X509_free(issuer);
			return files_fail(report, "the chain in %s cannot be used: %s", path, files_reason());
		}
	}
	if (!files_at_the_end()) {
		return files_fail(report, "the chain in %s cannot be read: %s", path, files_reason());
	}
	ERR_clear_error();
	return RTC_OK;
}

static rtc_status files_no_key(
	const tls_file *file, const tls_passphrase *passphrase, const rtc_tls_report *report)
{
	const char *path = file->path;

	if (strstr((const char *)file->data, "PRIVATE KEY-----") == NULL) {
		return files_fail(report, "there is no private key in %s", path);
	}
	if (passphrase->asked && passphrase->text == NULL) {
		return files_fail(
			report, "the private key in %s is encrypted, and no passphrase is given", path);
	}
	if (passphrase->asked) {
		return files_fail(report, "the passphrase of the private key in %s is wrong", path);
	}
	return files_fail(report, "the private key in %s cannot be read: %s", path, files_reason());
}

static rtc_status files_use_key(SSL_CTX *context, BIO *bio, const tls_file *file,
	const rtc_tls_certificate *certificate, const rtc_tls_report *report)
{
	tls_passphrase passphrase = {.text = certificate->passphrase};
	EVP_PKEY *key = PEM_read_bio_PrivateKey(bio, NULL, files_passphrase, &passphrase);
	const X509 *leaf = SSL_CTX_get0_certificate(context);
	rtc_status status = RTC_OK;

	if (key == NULL) {
		return files_no_key(file, &passphrase, report);
	}
	if (X509_check_private_key(leaf, key) != 1) {
		status =
			files_fail(report, "the private key in %s does not belong to the certificate in %s",
				certificate->private_key, certificate->certificate);
	} else if (SSL_CTX_use_PrivateKey(context, key) != 1) {
		status = files_fail(report, "the private key in %s cannot be used: %s",
			certificate->private_key, files_reason());
	}
	EVP_PKEY_free(key);
	ERR_clear_error();
	return status;
}

rtc_status rtc_tls_files_certificate(
	SSL_CTX *context, const rtc_tls_certificate *certificate, const rtc_tls_report *report)
{
	rtc_status status;
	tls_file file;
	BIO *bio;

	ERR_clear_error();
	bio = file_bio(&file, certificate->certificate, "certificate", report);
	if (bio == NULL) {
		return RTC_FAILED;
	}
	status = files_use_chain(context, bio, certificate->certificate, report);
	BIO_free(bio);
	file_free(&file);
	if (status != RTC_OK) {
		return status;
	}
	bio = file_bio(&file, certificate->private_key, "private key", report);
	if (bio == NULL) {
		return RTC_FAILED;
	}
	status = files_use_key(context, bio, &file, certificate, report);
	BIO_free(bio);
	file_free(&file);
	return status;
}

/* ---- authorities ----------------------------------------------------------------------------- */

static bool files_trust(SSL_CTX *context, BIO *bio, const char *path, const rtc_tls_report *report)
{
	X509_STORE *store = SSL_CTX_get_cert_store(context);
	bool any = false;
	X509 *authority;

	while ((authority = files_next(bio)) != NULL) {
		any = X509_STORE_add_cert(store, authority) == 1 &&
			SSL_CTX_add_client_CA(context, authority) == 1;
		X509_free(authority);
		if (!any) {
			(void)files_fail(
				report, "a certificate in %s cannot be used: %s", path, files_reason());
			return false;
		}
	}
	if (!files_at_the_end()) {
		(void)files_fail(report, "a certificate in %s cannot be read: %s", path, files_reason());
		return false;
	}
	if (!any) {
		(void)files_fail(report, "there is no certificate in %s", path);
	}
	return any;
}

rtc_status rtc_tls_files_client_ca(SSL_CTX *context, const char *path, const rtc_tls_report *report)
{
	tls_file file;
	bool trusted;
	BIO *bio;

	ERR_clear_error();
	bio = file_bio(&file, path, "client CA file", report);
	if (bio == NULL) {
		return RTC_FAILED;
	}
	trusted = files_trust(context, bio, path, report);
	BIO_free(bio);
	file_free(&file);
	ERR_clear_error();
	/* What the file names is trusted, whether it is a root or not. */
	X509_STORE_set_flags(SSL_CTX_get_cert_store(context), X509_V_FLAG_PARTIAL_CHAIN);
	SSL_CTX_set_verify(context, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, NULL);
	return trusted ? RTC_OK : RTC_FAILED;
}

#endif
