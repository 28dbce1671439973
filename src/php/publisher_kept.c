#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif

#include "publisher_kept.h"

#include "classes.h"
#include "zend_list.h"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

/* What is known of a stream. Behind it in the list, so that at the process's end it is destroyed
 * before the stream is. */
typedef struct kept {
	pid_t pid; /* whose connection it is */
	bool idle;
	char id[]; /* the stream's, with a NUL */
} kept;

static int le_kept;

int php_rtcomm_publisher_stream_fd(php_stream *stream)
{
	int fd = -1;

	if (php_stream_cast(stream, PHP_STREAM_AS_FD_FOR_SELECT | PHP_STREAM_CAST_INTERNAL,
			(void **)&fd, 0) != SUCCESS) {
		return -1;
	}
	return fd;
}

static zend_string *key_of(const zend_string *id)
{
	return zend_string_concat2(ZEND_STRL("kept "), ZSTR_VAL(id), ZSTR_LEN(id));
}

static kept *find_kept(const zend_string *id)
{
	zend_string *key = key_of(id);
	zend_resource *resource = zend_hash_find_ptr(&EG(persistent_list), key);

	zend_string_release(key);
	return resource != NULL && resource->type == le_kept ? resource->ptr : NULL;
}

static php_stream *find_stream(const char *id)
{
	zend_resource *resource = zend_hash_str_find_ptr(&EG(persistent_list), id, strlen(id));

	return resource != NULL && resource->type == php_file_le_pstream() ? resource->ptr : NULL;
}

/* Ending TLS writes to the socket, which is the parent's as well. */
static void silence(php_stream *stream)
{
	int fd = php_rtcomm_publisher_stream_fd(stream);
	int null = open("/dev/null", O_RDWR | O_CLOEXEC);

	if (fd >= 0 && null >= 0) {
		dup2(null, fd);
	}
	if (null >= 0) {
		close(null);
	}
}

static void destroy_kept(zend_resource *resource)
{
	kept *record = resource->ptr;
	php_stream *stream;

	if (record->pid != getpid() && (stream = find_stream(record->id)) != NULL) {
		silence(stream);
	}
	pefree(record, true);
}

/* Whatever the server has sent unasked, its end in the first place, leaves no use for it. */
static bool is_quiet(php_stream *stream)
{
	struct pollfd wait = {.fd = php_rtcomm_publisher_stream_fd(stream), .events = POLLIN};

	return wait.fd >= 0 && !stream->eof && stream->writepos == stream->readpos &&
		poll(&wait, 1, 0) == 0;
}

php_stream *php_rtcomm_publisher_kept_take(const zend_string *id)
{
	kept *record = find_kept(id);
	php_stream *stream = find_stream(ZSTR_VAL(id));

	if (record != NULL && stream != NULL && record->idle && record->pid == getpid()) {
		record->idle = false;
		if (is_quiet(stream)) {
			return stream;
		}
	}
	php_rtcomm_publisher_kept_close(id);
	return NULL;
}

void php_rtcomm_publisher_kept_add(const zend_string *id)
{
	kept *record = pemalloc(offsetof(kept, id) + ZSTR_LEN(id) + 1, true);
	zend_string *key = key_of(id);

	record->pid = getpid();
	record->idle = false;
	memcpy(record->id, ZSTR_VAL(id), ZSTR_LEN(id) + 1);
	zend_register_persistent_resource(ZSTR_VAL(key), ZSTR_LEN(key), record, le_kept);
	zend_string_release(key);
}

void php_rtcomm_publisher_kept_release(const zend_string *id)
{
	kept *record = find_kept(id);

	if (record != NULL) {
		record->idle = true;
	}
}

void php_rtcomm_publisher_kept_close(const zend_string *id)
{
	zend_string *key = key_of(id);
	php_stream *stream;

	zend_hash_del(&EG(persistent_list), key);
	zend_string_release(key);
	stream = find_stream(ZSTR_VAL(id));
	if (stream != NULL) {
		php_stream_pclose(stream);
	}
}

void php_rtcomm_minit_publisher_kept(void)
{
	le_kept = zend_register_list_destructors_ex(NULL, destroy_kept,
		"kept connection of RtComm\\Publisher", EG(current_module)->module_number);
}
