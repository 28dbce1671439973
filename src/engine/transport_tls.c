#include "tls_files.h"

#include <unistd.h>

#ifdef RTC_HAVE_OPENSSL

#include "tls_socket.h"

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>

/* RFC 8446 5.1: what one record holds. */
#define TLS_RECORD_BYTES (16 * 1024)

/* Replies of TLS itself (to key updates, say) that may wait for a peer which does not read, before
 * nothing more is read of it. */
#define TLS_STAGED_MAX (64 * 1024)

/* Records without data that one read goes through. */
#define TLS_EMPTY_RECORDS 64

/* One connection. */
typedef struct tls_state {
	SSL *ssl;
	rtc_tls_set *set;
	rtc_tls_socket socket;
	unsigned long error; /* why the handshake failed, as OpenSSL has it; 0: it does not know */
	pid_t owner;         /* a child that was forked says nothing on its parent's connections */
	uint8_t verdict;     /* rtc_io: END or ERROR, for the next read; DONE: none */
	bool more;           /* OpenSSL may hold data that the last read had no room for */
	bool failed;         /* OpenSSL has given up */
	bool notified;       /* our close_notify was written */
	bool finishing;      /* our side of the socket is to be closed behind what is staged */
} tls_state;

/* Sends what is staged, and then the end of our side if it is due. */
static void tls_flush(tls_state *tls)
{
	rtc_tls_socket_flush(&tls->socket);
	if (tls->finishing && tls->socket.staged.len == 0) {
		tls->finishing = false;
		shutdown(tls->socket.fd, SHUT_WR);
	}
}

/* What the transport says of itself between calls. */
static void tls_settle(rtc_transport *transport)
{
	const tls_state *tls = transport->state;

	transport->unsent = tls->socket.staged.len > 0;
	transport->wants_write = tls->socket.staged.len > TLS_STAGED_MAX;
	ERR_clear_error();
}

/* ---- reading ----------------------------------------------------------------------------------
 */

/* What a call of OpenSSL's came to that did not succeed. AGAIN where it wants to be called again,
 * though there may be bytes. */
static rtc_io tls_judge(tls_state *tls)
{
	int error = SSL_get_error(tls->ssl, 0);

	if (error == SSL_ERROR_WANT_READ) {
		return RTC_IO_AGAIN;
	}
	if (tls->socket.broken) {
		return RTC_IO_ERROR;
	}
	if (error == SSL_ERROR_ZERO_RETURN || tls->socket.ended) {
		return RTC_IO_END;
	}
	tls->error = ERR_peek_error();
	tls->failed = true;
	return RTC_IO_ERROR;
}

static rtc_io tls_shake(rtc_transport *transport)
{
	tls_state *tls = transport->state;
	int rounds;

	for (rounds = 0; rounds < TLS_EMPTY_RECORDS; rounds++) {
		rtc_io io;

		tls->socket.starved = false;
		if (SSL_do_handshake(tls->ssl) == 1) {
			transport->handshaking = false;
			return RTC_IO_DONE;
		}
		io = tls_judge(tls);
		if (io != RTC_IO_AGAIN || tls->socket.starved) {
			return io == RTC_IO_END ? RTC_IO_ERROR : io;
		}
	}
	tls->failed = true;
	return RTC_IO_ERROR;
}

/* Reads records until there are none, or there is no more room. */
static rtc_io tls_fill(tls_state *tls, uint8_t *data, size_t len, size_t *count)
{
	int rounds = 0;

	while (*count < len && rounds < TLS_EMPTY_RECORDS && tls->socket.staged.len <= TLS_STAGED_MAX) {
		size_t got = 0;
		rtc_io io;

		tls->socket.starved = false;
		if (SSL_read_ex(tls->ssl, data + *count, len - *count, &got) == 1) {
			*count += got;
			continue;
		}
		io = tls_judge(tls);
		if (io != RTC_IO_AGAIN || tls->socket.starved) {
			return io;
		}
		rounds++; /* a record that was not data */
	}
	tls->more = true; /* perhaps: asking again shows it */
	return RTC_IO_AGAIN;
}

static rtc_io tls_read(rtc_transport *transport, void *data, size_t len, size_t *count)
{
	tls_state *tls = transport->state;
	rtc_io io = (rtc_io)tls->verdict;

	*count = 0;
	if (io != RTC_IO_DONE) {
		return io;
	}
	ERR_clear_error();
	tls->socket.dry = false;
	tls->more = false;
	tls->socket.corked = true;
	if (transport->handshaking) {
		io = tls_shake(transport);
	}
	if (io == RTC_IO_DONE) {
		io = tls_fill(tls, data, len, count);
	}
	tls->socket.corked = false;
	tls_flush(tls);
	if (tls->socket.broken && io == RTC_IO_AGAIN) {
		io = RTC_IO_ERROR;
	}
	tls_settle(transport);
	if (io == RTC_IO_END || io == RTC_IO_ERROR) {
		tls->verdict = (uint8_t)io;
	}
	return *count > 0 ? RTC_IO_DONE : io;
}

static bool tls_pending(const rtc_transport *transport)
{
	const tls_state *tls = transport->state;

	return !transport->wants_write && (tls->more || tls->verdict != RTC_IO_DONE);
}

/* ---- writing ----------------------------------------------------------------------------------
 */

/* As many bytes as a record holds, together; copied unless the first vector has them all. */
static const void *tls_gather(
	const struct iovec *vectors, int vector_count, uint8_t *room, size_t *len)
{
	int i;

	if (vector_count == 1 || vectors[0].iov_len >= TLS_RECORD_BYTES) {
		*len = vectors[0].iov_len < TLS_RECORD_BYTES ? vectors[0].iov_len : TLS_RECORD_BYTES;
		return vectors[0].iov_base;
	}
	*len = 0;
	for (i = 0; i < vector_count && *len < TLS_RECORD_BYTES; i++) {
		size_t left = TLS_RECORD_BYTES - *len;
		size_t part = vectors[i].iov_len < left ? vectors[i].iov_len : left;

		memcpy(room + *len, vectors[i].iov_base, part);
		*len += part;
	}
	return room;
}

/* One record: fewer system calls for many small vectors, and little that a drop-oldest policy
 * cannot reach any more. */
static rtc_io tls_write(
	rtc_transport *transport, const struct iovec *vectors, int vector_count, size_t *count)
{
	tls_state *tls = transport->state;
	uint8_t room[TLS_RECORD_BYTES];
	const void *data;
	size_t len;

	*count = 0;
	ERR_clear_error();
	tls_flush(tls);
	if (vector_count > 0 && tls->socket.staged.len == 0 && !transport->handshaking &&
		!tls->socket.broken) {
		data = tls_gather(vectors, vector_count, room, &len);
		if (SSL_write_ex(tls->ssl, data, len, count) != 1) {
			tls->failed = true;
		}
	}
	tls_settle(transport);
	if (tls->socket.broken || tls->failed) {
		return RTC_IO_ERROR;
	}
	return *count > 0 || vector_count == 0 ? RTC_IO_DONE : RTC_IO_AGAIN;
}

static size_t tls_in_flight(const rtc_transport *transport)
{
	const tls_state *tls = transport->state;

	return tls->socket.staged.len + rtc_socket_in_flight(transport->fd);
}

/* RFC 8446 6.1: the peer shall know that this is all, and nobody has cut it off. */
static void tls_notify(tls_state *tls, bool handshaking)
{
	if (handshaking || tls->notified || tls->failed || tls->socket.broken) {
		return;
	}
	ERR_clear_error();
	tls->notified = true;
	SSL_shutdown(tls->ssl);
}

static void tls_finish(rtc_transport *transport)
{
	tls_state *tls = transport->state;

	tls_notify(tls, transport->handshaking);
	tls->finishing = true;
	tls_flush(tls);
	tls_settle(transport);
}

static void tls_free(tls_state *tls)
{
	SSL_free(tls->ssl);
	rtc_tls_set_drop(tls->set);
	rtc_buf_deinit(&tls->socket.staged);
	free(tls);
	ERR_clear_error();
}

static void tls_close(rtc_transport *transport)
{
	tls_state *tls = transport->state;

	if (tls->owner == getpid()) {
		tls_notify(tls, transport->handshaking);
		tls_flush(tls);
	}
	tls_free(tls);
	close(transport->fd);
	transport->state = NULL;
	transport->fd = -1;
}

/* ---- what is told of it ------------------------------------------------------------------------
 */

static bool tls_fault(const rtc_transport *transport, char *text, size_t size)
{
	const tls_state *tls = transport->state;
	const char *reason = ERR_reason_error_string(tls->error);
	int code = ERR_GET_LIB(tls->error) == ERR_LIB_SSL ? ERR_GET_REASON(tls->error) : 0;

	if (tls->error == 0) {
		snprintf(text, size, "the client closed the connection");
		return tls->socket.heard;
	}
	if (code == SSL_R_HTTP_REQUEST) {
		snprintf(
			text, size, "the client speaks plain HTTP: its URL must begin with https: or wss:");
	} else if (code == SSL_R_CERTIFICATE_VERIFY_FAILED) {
		snprintf(text, size, "the client's certificate is not good: %s",
			X509_verify_cert_error_string(SSL_get_verify_result(tls->ssl)));
	} else {
		snprintf(text, size, "%s", reason != NULL ? reason : "OpenSSL does not say why");
	}
	return true;
}

static char *tls_pem(X509 *certificate)
{
	BIO *bio = BIO_new(BIO_s_mem());
	char *text = NULL;
	const char *data;
	long len;

	if (bio != NULL && PEM_write_bio_X509(bio, certificate) == 1) {
		len = BIO_get_mem_data(bio, &data);
		text = malloc((size_t)len + 1);
		if (text != NULL) {
			memcpy(text, data, (size_t)len);
			text[len] = '\0';
		}
	}
	BIO_free(bio);
	return text;
}

static char *tls_certificate(const rtc_transport *transport)
{
	const tls_state *tls = transport->state;
	X509 *certificate;
	char *text;

	if (SSL_get_verify_mode(tls->ssl) == SSL_VERIFY_NONE) {
		return NULL;
	}
	ERR_clear_error();
	certificate = SSL_get_peer_certificate(tls->ssl);
	text = certificate != NULL ? tls_pem(certificate) : NULL;
	X509_free(certificate);
	ERR_clear_error();
	return text;
}

static const rtc_transport_ops tls_ops = {
	.name = "tls",
	.secure = true,
	.keeps = true,
	.read = tls_read,
	.write = tls_write,
	.pending = tls_pending,
	.in_flight = tls_in_flight,
	.finish = tls_finish,
	.fault = tls_fault,
	.certificate = tls_certificate,
	.close = tls_close,
};

static tls_state *tls_new(int fd, rtc_tls *tls)
{
	tls_state *state = calloc(1, sizeof(*state));
	BIO *bio;

	if (state == NULL) {
		return NULL;
	}
	state->socket.fd = fd;
	state->owner = getpid();
	state->set = rtc_tls_set_take(tls);
	state->ssl = rtc_tls_set_connection(state->set);
	bio = state->ssl != NULL ? rtc_tls_socket_bio(&state->socket) : NULL;
	if (bio == NULL) {
		tls_free(state);
		return NULL;
	}
	SSL_set_bio(state->ssl, bio, bio);
	SSL_set_accept_state(state->ssl);
	return state;
}

rtc_status rtc_transport_tls_init(rtc_transport *transport, int fd, rtc_tls *tls)
{
	tls_state *state;

	ERR_clear_error();
	state = tls_new(fd, tls);
	ERR_clear_error();
	if (state == NULL) {
		close(fd);
		return RTC_FAILED;
	}
	*transport = (rtc_transport){.ops = &tls_ops, .state = state, .fd = fd, .handshaking = true};
	return RTC_OK;
}

#else

rtc_status rtc_transport_tls_init(rtc_transport *transport, int fd, rtc_tls *tls)
{
	(void)transport;
	(void)tls;
	close(fd);
	return RTC_FAILED;
}

#endif
