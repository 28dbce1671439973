#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif

#include "publisher_link.h"

#include "../engine/clock.h"
#include "exceptions.h"
#include "php_globals.h"
#include "php_network.h"
#include "publisher_kept.h"
#include "zend_exceptions.h"

#include <errno.h>
#include <poll.h>
#include <time.h>

/* How often to try again where a unix socket's backlog is full: it cannot be waited for. */
#define BACKLOG_PAUSE_US 5000

/* PHP's own limit for connecting is cut to milliseconds. */
#define ROUNDING_US 10000

static uint64_t left_us(const php_rtcomm_publisher_link *link)
{
	uint64_t now = rtc_now_us();

	return now < link->end_us ? link->end_us - now : 0;
}

/* ---- warnings ----------------------------------------------------------------------------------
 */

/* Warnings become exceptions, which no error handler of the script sees. Other errors are not
 * reported. */
void php_rtcomm_publisher_quiet_begin(php_rtcomm_publisher_quiet *quiet)
{
	zend_replace_error_handling(EH_THROW, rtcomm_ce_RuntimeException, &quiet->handling);
	quiet->reporting = EG(error_reporting);
	quiet->html = PG(html_errors);
	EG(error_reporting) = 0;
	PG(html_errors) = false;
}

void php_rtcomm_publisher_quiet_end(php_rtcomm_publisher_quiet *quiet)
{
	PG(html_errors) = quiet->html;
	EG(error_reporting) = quiet->reporting;
	zend_restore_error_handling(&quiet->handling);
}

void php_rtcomm_publisher_forget_exception(void)
{
	zend_object *exception = EG(exception);

	if (exception != NULL) {
		EG(exception) = NULL;
		OBJ_RELEASE(exception);
	}
}

/* Keeps the first reason: what follows comes of it. */
static void note_reason(php_rtcomm_publisher_link *link, const char *text)
{
	static const char resolver[] = "php_network_getaddresses: ";
	char *byte;

	if (link->reason != NULL) {
		return;
	}
	text += strncmp(text, resolver, strlen(resolver)) == 0 ? strlen(resolver) : 0;
	link->reason = zend_string_init(text, strlen(text), false);
	for (byte = ZSTR_VAL(link->reason); *byte != '\0'; byte++) {
		if ((unsigned char)*byte < 0x20 || *byte == 0x7F) {
			*byte = ' ';
		}
	}
}

/* Takes the warning of a stream, without the function's name that PHP puts in front of it. */
static bool take_warning(php_rtcomm_publisher_link *link)
{
	zval holder;
	zval *message;
	const char *text;

	if (EG(exception) == NULL) {
		return false;
	}
	message = zend_read_property_ex(
		zend_ce_exception, EG(exception), ZSTR_KNOWN(ZEND_STR_MESSAGE), true, &holder);
	if (Z_TYPE_P(message) == IS_STRING) {
		text = strstr(Z_STRVAL_P(message), "(): ");
		text = text != NULL ? text + strlen("(): ") : Z_STRVAL_P(message);
		note_reason(link, text);
	}
	php_rtcomm_publisher_forget_exception();
	return true;
}

/* Why a stream could not go on: its warning, or errno. */
static php_rtcomm_link_result broken(php_rtcomm_publisher_link *link, int error)
{
	const char *text = error != 0 ? strerror(error) : "the server closed the connection";

	if (!take_warning(link)) {
		note_reason(link, text);
	}
	return PHP_RTCOMM_LINK_BROKEN;
}

/* ---- waiting -----------------------------------------------------------------------------------
 */

/* Waits for one of the events, whatever signals come. What has happened, or 0: the deadline is
 * over. */
static short wait_for(const php_rtcomm_publisher_link *link, short events)
{
	struct pollfd wait = {.fd = php_rtcomm_publisher_stream_fd(link->stream), .events = events};

	if (wait.fd < 0) {
		return POLLERR;
	}
	for (;;) {
		uint64_t left = left_us(link);
		int count;

		if (left == 0) {
			return 0;
		}
		count = poll(&wait, 1, (int)MIN((left + 999) / 1000, 3600 * 1000));
		if (count > 0) {
			return wait.revents;
		}
		if (count < 0 && errno != EINTR) {
			return POLLERR;
		}
	}
}

/* What a single operation of the stream may take. TLS takes 0 for ever. */
static struct timeval time_left(const php_rtcomm_publisher_link *link)
{
	uint64_t left = MAX(left_us(link), 1000);

	return (struct timeval){.tv_sec = (time_t)(left / 1000000), .tv_usec = left % 1000000};
}

static void limit_next(php_rtcomm_publisher_link *link)
{
	struct timeval left = time_left(link);

	php_stream_set_option(link->stream, PHP_STREAM_OPTION_READ_TIMEOUT, 0, &left);
}

/* ---- opening ----------------------------------------------------------------------------------
 */

bool php_rtcomm_publisher_link_reuse(php_rtcomm_publisher_link *link)
{
	link->stream = php_rtcomm_publisher_kept_take(link->url->id);
	take_warning(link);
	return link->stream != NULL;
}

static void pause_us(uint64_t pause)
{
	struct timespec left = {.tv_nsec = (long)pause * 1000};

	nanosleep(&left, NULL);
}

/* errno, or 0 with `stream` open, or -1: the reason is noted. */
static int connect_once(php_rtcomm_publisher_link *link)
{
	const zend_string *transport = link->url->transport;
	struct timeval left = time_left(link);
	zend_string *text = NULL;
	int error = 0;

	link->stream = php_stream_xport_create(ZSTR_VAL(transport), ZSTR_LEN(transport), 0,
		STREAM_XPORT_CLIENT | STREAM_XPORT_CONNECT, ZSTR_VAL(link->url->id), &left, NULL, &text,
		&error);
	if (link->stream != NULL) {
		link->stream->flags |= PHP_STREAM_FLAG_SUPPRESS_ERRORS;
		error = 0;
	} else if (error == 0) {
		take_warning(link);
		if (text != NULL) {
			note_reason(link, ZSTR_VAL(text));
		}
		error = -1;
	}
	if (text != NULL) {
		zend_string_release(text);
	}
	return error;
}

/* The handshake of TLS, by steps: in one go it would have a time limit of its own. */
static php_rtcomm_link_result start_tls(php_rtcomm_publisher_link *link)
{
	const php_stream_xport_crypt_method_t method =
		(php_stream_xport_crypt_method_t)(STREAM_CRYPTO_METHOD_TLSv1_2_CLIENT |
			STREAM_CRYPTO_METHOD_TLSv1_3_CLIENT);
	int done = 0;

	php_stream_set_option(link->stream, PHP_STREAM_OPTION_BLOCKING, 0, NULL);
	if (php_stream_xport_crypto_setup(link->stream, method, NULL) < 0) {
		return broken(link, 0);
	}
	while ((done = php_stream_xport_crypto_enable(link->stream, 1)) == 0 && EG(exception) == NULL &&
		!link->stream->eof) {
		if (wait_for(link, POLLIN) == 0) {
			return PHP_RTCOMM_LINK_LATE;
		}
	}
	if (done != 1) {
		return broken(link, 0);
	}
	php_stream_set_option(link->stream, PHP_STREAM_OPTION_BLOCKING, 1, NULL);
	return PHP_RTCOMM_LINK_OK;
}

php_rtcomm_link_result php_rtcomm_publisher_link_connect(php_rtcomm_publisher_link *link)
{
	int error;

	while ((error = connect_once(link)) == EAGAIN && left_us(link) > 0) {
		pause_us(MIN(left_us(link), BACKLOG_PAUSE_US));
	}
	take_warning(link);
	if (error == EAGAIN || left_us(link) < (error == ETIMEDOUT ? ROUNDING_US : 1)) {
		return PHP_RTCOMM_LINK_LATE;
	}
	if (error != 0) {
		return broken(link, error);
	}
	php_rtcomm_publisher_kept_add(link->url->id);
	return link->url->tls ? start_tls(link) : PHP_RTCOMM_LINK_OK;
}

/* ---- sending and receiving ---------------------------------------------------------------------
 */

/* Each turn is one operation of the stream: php_stream_write() would wait for each of several. An
 * answer that comes early ends it; TLS has bytes of its own to read, and does not. */
php_rtcomm_link_result php_rtcomm_publisher_link_send(
	php_rtcomm_publisher_link *link, rtc_slice bytes, size_t *unsent)
{
	const short events = link->url->tls ? POLLOUT : POLLOUT | POLLIN;
	ssize_t written;
	short ready;

	for (*unsent = bytes.len; *unsent > 0;) {
		ready = wait_for(link, events);
		if (ready == 0) {
			return PHP_RTCOMM_LINK_LATE;
		}
		if (!link->url->tls && (ready & POLLOUT) == 0) {
			return PHP_RTCOMM_LINK_OK;
		}
		limit_next(link);
		errno = 0;
		written = link->stream->ops->write(
			link->stream, (const char *)bytes.data + (bytes.len - *unsent), *unsent);
		if (written > 0) {
			*unsent -= (size_t)written;
		} else if (left_us(link) == 0) {
			take_warning(link);
			return PHP_RTCOMM_LINK_LATE;
		} else if (written < 0 || EG(exception) != NULL || link->stream->eof) {
			return broken(link, errno);
		}
	}
	return PHP_RTCOMM_LINK_OK;
}

php_rtcomm_link_result php_rtcomm_publisher_link_receive(
	php_rtcomm_publisher_link *link, uint8_t *data, size_t size, size_t *len)
{
	ssize_t count;

	for (;;) {
		/* Looking for the descriptor may have filled the stream's buffer. */
		if (php_rtcomm_publisher_stream_fd(link->stream) >= 0 &&
			link->stream->writepos == link->stream->readpos && wait_for(link, POLLIN) == 0) {
			return PHP_RTCOMM_LINK_LATE;
		}
		limit_next(link);
		errno = 0;
		count = php_stream_read(link->stream, (char *)data, size);
		if (count > 0) {
			*len = (size_t)count;
			return PHP_RTCOMM_LINK_OK;
		}
		if (count < 0 || EG(exception) != NULL || link->stream->eof) {
			return broken(link, errno == EAGAIN ? 0 : errno);
		}
	}
}

void php_rtcomm_publisher_link_leave(php_rtcomm_publisher_link *link, bool keep)
{
	if (keep) {
		php_rtcomm_publisher_kept_release(link->url->id);
	} else {
		php_rtcomm_publisher_kept_close(link->url->id);
		take_warning(link);
	}
	link->stream = NULL;
	if (link->reason != NULL) {
		zend_string_release(link->reason);
		link->reason = NULL;
	}
}
