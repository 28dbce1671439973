#include "loop_stream.h"

#include "../engine/watch.h"
#include "exceptions.h"
#include "php_network.h"
#include "php_streams.h"
#include "zend_exceptions.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct stream_watch {
	php_rtcomm_loop *loop;
	rtc_watch *watch;        /* NULL: a plain file, which is always ready */
	int fd;                  /* our duplicate, or -1 */
	bool due;                /* the ready job calls the listener */
	zend_resource *resource; /* counted */
	php_rtcomm_callback listener;
} stream_watch;

/* NULL if the script has closed it. */
static php_stream *stream_of(zend_resource *resource)
{
	return zend_fetch_resource2(resource, NULL, php_file_le_stream(), php_file_le_pstream());
}

static bool stream_descriptor(php_stream *stream, int *fd)
{
	php_socket_t found = -1;

	if (php_stream_cast(stream, PHP_STREAM_AS_FD_FOR_SELECT | PHP_STREAM_CAST_INTERNAL,
			(void *)&found, 0) != SUCCESS ||
		found < 0) {
		return false;
	}
	*fd = found;
	return true;
}

static HashTable *watches_of(php_rtcomm_loop *loop, php_rtcomm_direction direction)
{
	return direction == PHP_RTCOMM_READ ? &loop->readers : &loop->writers;
}

static void dispatch(stream_watch *watch)
{
	php_rtcomm_loop *loop = watch->loop;
	zval stream;

	watch->due = false;
	ZVAL_RES(&stream, watch->resource);
	Z_ADDREF(stream);
	php_rtcomm_loop_dispatch(loop, &watch->listener, &stream);
	php_rtcomm_release(loop, &stream);
}

static void on_ready(rtc_watch *handle, void *arg)
{
	stream_watch *watch = arg;

	(void)handle;
	if (stream_of(watch->resource) != NULL) {
		dispatch(watch);
	}
}

/* Plain files: epoll refuses them, and they are always ready. */
static bool needs_no_wait(int fd)
{
	struct stat status;

	return fstat(fd, &status) == 0 && (S_ISREG(status.st_mode) || S_ISDIR(status.st_mode));
}

/* Has the engine watch a descriptor for it. False: errno says why not. */
static bool start(stream_watch *watch, int fd, php_rtcomm_direction direction)
{
	rtc_loop *loop = watch->loop->loop;

	if (needs_no_wait(fd)) {
		return true;
	}
	watch->fd = fcntl(fd, F_DUPFD_CLOEXEC, 0);
	if (watch->fd < 0) {
		return false;
	}
	errno = 0;
	watch->watch = direction == PHP_RTCOMM_READ
		? rtc_watch_readable(loop, watch->fd, on_ready, watch)
		: rtc_watch_writable(loop, watch->fd, on_ready, watch);
	return watch->watch != NULL || errno == EPERM;
}

void php_rtcomm_stream_watch(php_rtcomm_loop *loop, zval *stream, php_rtcomm_direction direction,
	const zend_fcall_info *fci, const zend_fcall_info_cache *fcc)
{
	HashTable *watches = watches_of(loop, direction);
	php_stream *found = stream_of(Z_RES_P(stream));
	stream_watch *watch;
	zval value;
	int fd;

	if (found == NULL) {
		zend_argument_type_error(1, "must be an open stream");
		return;
	}
	if (zend_hash_index_exists(watches, Z_RES_HANDLE_P(stream))) {
		return;
	}
	if (!stream_descriptor(found, &fd)) {
		if (EG(exception) == NULL) {
			zend_argument_value_error(1, "must be a stream with a descriptor and without filters");
		}
		return;
	}
	watch = emalloc(sizeof(*watch));
	*watch = (stream_watch){.loop = loop, .fd = -1, .resource = Z_RES_P(stream)};
	GC_ADDREF(watch->resource);
	ZVAL_PTR(&value, watch);
	if (!start(watch, fd, direction)) {
		zend_throw_exception_ex(rtcomm_ce_RuntimeException, errno,
			"The loop cannot watch this stream: %s", strerror(errno));
		php_rtcomm_stream_watch_free(&value);
		return;
	}
	php_rtcomm_callback_init(&watch->listener, fci, fcc);
	zend_hash_index_add_new(watches, watch->resource->handle, &value);
}

void php_rtcomm_stream_unwatch(php_rtcomm_loop *loop, zval *stream, php_rtcomm_direction direction)
{
	zend_hash_index_del(watches_of(loop, direction), Z_RES_HANDLE_P(stream));
}

void php_rtcomm_stream_watch_free(zval *value)
{
	stream_watch *watch = Z_PTR_P(value);

	rtc_watch_free(watch->watch);
	if (watch->fd >= 0) {
		close(watch->fd);
	}
	zend_list_delete(watch->resource);
	php_rtcomm_callback_deinit(&watch->listener);
	efree(watch);
}

/* Asking for the descriptor has the TLS streams move what OpenSSL has decrypted into PHP's buffer.
 * A stream that is written in PHP is not asked, since that calls its code. */
static bool has_buffered(php_stream *stream)
{
	int fd;

	if (!php_stream_is(stream, PHP_STREAM_IS_USERSPACE)) {
		(void)stream_descriptor(stream, &fd);
	}
	return stream->writepos > stream->readpos;
}

static void run_due(HashTable *watches, rtc_loop *loop)
{
	HashPosition at;
	stream_watch *watch;

	/* Listeners may change the table; a position stays valid. */
	for (zend_hash_internal_pointer_reset_ex(watches, &at);
		 (watch = zend_hash_get_current_data_ptr_ex(watches, &at)) != NULL &&
		 !rtc_loop_is_halted(loop);
		 zend_hash_move_forward_ex(watches, &at)) {
		if (watch->due && stream_of(watch->resource) != NULL) {
			dispatch(watch);
		}
	}
}

static void run_ready(rtc_job *job)
{
	php_rtcomm_loop *loop =
		(php_rtcomm_loop *)((char *)job - XtOffsetOf(php_rtcomm_loop, ready_job));

	run_due(&loop->readers, loop->loop);
	run_due(&loop->writers, loop->loop);
}

/* True if a stream of the table needs no waiting. Freeing a watch may run a destructor, which may
 * change the table. */
static bool prepare(HashTable *watches, php_rtcomm_direction direction)
{
	HashPosition at;
	stream_watch *watch;
	bool any = false;

	zend_hash_internal_pointer_reset_ex(watches, &at);
	while ((watch = zend_hash_get_current_data_ptr_ex(watches, &at)) != NULL) {
		php_stream *stream = stream_of(watch->resource);

		if (stream == NULL) {
			zend_hash_index_del(watches, watch->resource->handle);
			continue;
		}
		watch->due = watch->watch == NULL || (direction == PHP_RTCOMM_READ && has_buffered(stream));
		any = any || watch->due;
		zend_hash_move_forward_ex(watches, &at);
	}
	return any;
}

void php_rtcomm_streams_prepare(php_rtcomm_loop *loop)
{
	bool readers = prepare(&loop->readers, PHP_RTCOMM_READ);
	bool writers = prepare(&loop->writers, PHP_RTCOMM_WRITE);

	if (readers || writers) {
		rtc_loop_defer(loop->loop, &loop->ready_job, run_ready);
	}
}

void php_rtcomm_streams_gc(HashTable *watches, zend_get_gc_buffer *buffer)
{
	stream_watch *watch;

	ZEND_HASH_FOREACH_PTR (watches, watch) {
		php_rtcomm_callback_gc(&watch->listener, buffer);
	}
	ZEND_HASH_FOREACH_END();
}
