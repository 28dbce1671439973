#include "secure.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#ifdef BENCH_HAVE_OPENSSL

#include <openssl/err.h>
#include <openssl/ssl.h>

/* A record never holds more, so with this much room a read leaves nothing of it behind. */
enum { RECORD_MAX = 16384, READ_BUFFER = 64 * 1024 };

static SSL_CTX *context;
static bool serving;

bool bench_secure_init(const char *certificate, const char *key)
{
	serving = certificate != NULL;
	context = SSL_CTX_new(serving ? TLS_server_method() : TLS_client_method());
	if (context == NULL || !SSL_CTX_set_min_proto_version(context, TLS1_3_VERSION) ||
		(serving &&
			(SSL_CTX_use_certificate_chain_file(context, certificate) != 1 ||
				SSL_CTX_use_PrivateKey_file(context, key, SSL_FILETYPE_PEM) != 1))) {
		ERR_print_errors_fp(stderr);
		return false;
	}
	SSL_CTX_set_mode(context, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
	/* All that has arrived by one read, and not each header and body by two. */
	SSL_CTX_set_read_ahead(context, 1);
	SSL_CTX_set_default_read_buffer_len(context, READ_BUFFER);
	return true;
}

bench_secure *bench_secure_new(int fd)
{
	SSL *secure = SSL_new(context);

	if (secure == NULL || SSL_set_fd(secure, fd) != 1) {
		ERR_print_errors_fp(stderr);
		exit(1);
	}
	if (serving) {
		SSL_set_accept_state(secure);
	} else {
		SSL_set_connect_state(secure);
	}
	return secure;
}

void bench_secure_free(bench_secure *secure)
{
	SSL_free(secure);
}

/* After a call that gave nothing: 0 at the end of the stream, or -1 with errno. */
static ssize_t why_nothing(bench_secure *secure, int result)
{
	int error = SSL_get_error(secure, result);

	ERR_clear_error();
	if (error == SSL_ERROR_ZERO_RETURN) {
		return 0;
	}
	if (error == SSL_ERROR_WANT_READ || error == SSL_ERROR_WANT_WRITE) {
		errno = EAGAIN;
	} else if (error != SSL_ERROR_SYSCALL || errno == 0 || errno == EAGAIN) {
		errno = EPROTO;
	}
	return -1;
}

ssize_t bench_secure_recv(bench_secure *secure, uint8_t *to, size_t capacity)
{
	size_t length = 0;

	do {
		int got = SSL_read(secure, to + length, (int)(capacity - length));

		if (got <= 0) {
			return length > 0 ? (ssize_t)length : why_nothing(secure, got);
		}
		length += (size_t)got;
	} while (capacity - length >= RECORD_MAX && SSL_has_pending(secure));
	return (ssize_t)length;
}

ssize_t bench_secure_send(bench_secure *secure, const uint8_t *bytes, size_t length)
{
	size_t sent = 0;

	while (sent < length) {
		int written = SSL_write(secure, bytes + sent, (int)(length - sent));

		if (written <= 0) {
			return sent > 0 ? (ssize_t)sent : why_nothing(secure, written);
		}
		sent += (size_t)written;
	}
	return (ssize_t)sent;
}

#else

bool bench_secure_init(const char *certificate, const char *key)
{
	(void)certificate;
	(void)key;
	fputs("built without OpenSSL\n", stderr);
	return false;
}

bench_secure *bench_secure_new(int fd)
{
	(void)fd;
	abort();
}

void bench_secure_free(bench_secure *secure)
{
	(void)secure;
}

ssize_t bench_secure_recv(bench_secure *secure, uint8_t *to, size_t capacity)
{
	(void)secure;
	(void)to;
	(void)capacity;
	errno = EPROTO;
	return -1;
}

ssize_t bench_secure_send(bench_secure *secure, const uint8_t *bytes, size_t length)
{
	(void)secure;
	(void)bytes;
	(void)length;
	errno = EPROTO;
	return -1;
}

#endif
