#include "tls_socket.h"

#ifdef RTC_HAVE_OPENSSL

#include <errno.h>
#include <openssl/bio.h>
#include <pthread.h>
#include <sys/socket.h>

#ifndef MSG_NOSIGNAL
#define MSG_NOSIGNAL 0
#endif

static bool socket_is_later(void)
{
	return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR;
}

static int bio_read(BIO *bio, char *data, int len)
{
	rtc_tls_socket *self = BIO_get_data(bio);

	BIO_clear_retry_flags(bio);
	if (!self->dry) {
		ssize_t got = recv(self->fd, data, (size_t)len, 0);

		if (got > 0) {
			self->heard = true;
			self->dry = got < len;
			return (int)got;
		}
		if (got == 0) {
			self->ended = true;
			return 0;
		}
		if (!socket_is_later()) {
			self->broken = true;
			return -1;
		}
		self->dry = true;
	}
	self->starved = true;
	BIO_set_retry_read(bio);
	return -1;
}

/* send() and not write(): a peer that left must not raise SIGPIPE. */
static int bio_write(BIO *bio, const char *data, int len)
{
	rtc_tls_socket *self = BIO_get_data(bio);
	ssize_t put = 0;

	BIO_clear_retry_flags(bio);
	if (!self->corked && self->staged.len == 0) {
		put = send(self->fd, data, (size_t)len, MSG_NOSIGNAL);
		if (put < 0 && !socket_is_later()) {
			self->broken = true;
			return -1;
		}
		put = put < 0 ? 0 : put;
	}
	if (put < len && rtc_buf_append(&self->staged, data + put, (size_t)(len - put)) != RTC_OK) {
		self->broken = true;
		return -1;
	}
	return len;
}

static long bio_ctrl(BIO *bio, int command, long number, void *arg)
{
	const rtc_tls_socket *self = BIO_get_data(bio);

	(void)number;
	(void)arg;
	switch (command) {
	case BIO_CTRL_FLUSH:
		return 1;
	case BIO_CTRL_EOF:
		return self->ended;
	default:
		return 0;
	}
}

static BIO_METHOD *bio_method;

static void bio_make_method(void)
{
	BIO_METHOD *method = BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "rtcomm socket");

	if (method != NULL && BIO_meth_set_read(method, bio_read) == 1 &&
		BIO_meth_set_write(method, bio_write) == 1 && BIO_meth_set_ctrl(method, bio_ctrl) == 1) {
		bio_method = method;
	}
}

#ifdef __GNUC__
/* The module may be unloaded before OpenSSL is. */
__attribute__((destructor)) static void bio_free_method(void)
{
	BIO_meth_free(bio_method);
	bio_method = NULL;
}
#endif

BIO *rtc_tls_socket_bio(rtc_tls_socket *self)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;
	BIO *bio;

	pthread_once(&once, bio_make_method);
	bio = bio_method != NULL ? BIO_new(bio_method) : NULL;
	if (bio != NULL) {
		BIO_set_data(bio, self);
		BIO_set_init(bio, 1);
	}
	return bio;
}

void rtc_tls_socket_flush(rtc_tls_socket *self)
{
	while (self->staged.len > 0 && !self->broken) {
		ssize_t put = send(self->fd, self->staged.data, self->staged.len, MSG_NOSIGNAL);

		if (put < 0) {
			self->broken = !socket_is_later();
			return;
		}
		rtc_buf_consume(&self->staged, (size_t)put);
	}
	if (self->staged.len == 0) {
		rtc_buf_deinit(&self->staged);
	}
}

#endif
