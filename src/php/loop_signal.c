#include "loop_signal.h"

#include "../engine/watch.h"
#include "exceptions.h"
#include "zend_exceptions.h"

#include <errno.h>
#include <signal.h>

/* One signal: there is at least one listener. */
typedef struct signal_watch {
	php_rtcomm_loop *loop;
	rtc_watch *watch;
	int number;
	uint32_t count;
	php_rtcomm_callback *listeners;
} signal_watch;

/* Calls the listeners that there were when the signal came, in their order. They may add and remove
 * others, and with the last one the watch goes. */
static void call_listeners(void *arg)
{
	signal_watch *watch = arg;
	php_rtcomm_loop *loop = watch->loop;
	uint32_t count = watch->count;
	php_rtcomm_callback *listeners = safe_emalloc(count, sizeof(*listeners), 0);
	php_rtcomm_outcome outcome = PHP_RTCOMM_DONE;
	zval number;

	for (uint32_t i = 0; i < count; i++) {
		php_rtcomm_callback_copy(&listeners[i], &watch->listeners[i]);
	}
	ZVAL_LONG(&number, watch->number);
	for (uint32_t i = 0; i < count; i++) {
		if (outcome == PHP_RTCOMM_DONE) {
			outcome = php_rtcomm_loop_dispatch(loop, &listeners[i], &number);
		}
		php_rtcomm_release(loop, &listeners[i].callable);
	}
	efree(listeners);
}

static void on_signal(rtc_watch *handle, void *arg)
{
	signal_watch *watch = arg;

	(void)handle;
	php_rtcomm_guard(watch->loop, call_listeners, watch);
}

static signal_watch *find(php_rtcomm_loop *loop, zend_long number)
{
	return zend_hash_index_find_ptr(&loop->signals, (zend_ulong)number);
}

/* NULL with an exception. */
static signal_watch *watch_new(php_rtcomm_loop *loop, int number)
{
	signal_watch *watch = ecalloc(1, sizeof(*watch));

	watch->loop = loop;
	watch->number = number;
	errno = 0;
	watch->watch = rtc_watch_signal(loop->loop, number, on_signal, watch);
	if (watch->watch == NULL) {
		zend_throw_exception_ex(rtcomm_ce_RuntimeException, errno,
			"The loop cannot watch signal %d: %s", number, strerror(errno));
		efree(watch);
		return NULL;
	}
	zend_hash_index_add_new_ptr(&loop->signals, (zend_ulong)number, watch);
	return watch;
}

static bool has_listener(const signal_watch *watch, const zval *listener, uint32_t *index)
{
	for (uint32_t i = 0; i < watch->count; i++) {
		if (zend_is_identical(&watch->listeners[i].callable, (zval *)(uintptr_t)listener)) {
			*index = i;
			return true;
		}
	}
	return false;
}

void php_rtcomm_signal_add(php_rtcomm_loop *loop, zend_long number, const zend_fcall_info *fci,
	const zend_fcall_info_cache *fcc)
{
	signal_watch *watch = find(loop, number);
	uint32_t index;

	if (number < 1 || number >= NSIG || number == SIGKILL || number == SIGSTOP) {
		zend_argument_value_error(1, "must be the number of a signal that can be caught");
		return;
	}
	if (watch == NULL) {
		watch = watch_new(loop, (int)number);
	} else if (has_listener(watch, &fci->function_name, &index)) {
		return;
	}
	if (watch == NULL) {
		return;
	}
	watch->listeners =
		safe_erealloc(watch->listeners, watch->count + 1, sizeof(*watch->listeners), 0);
	php_rtcomm_callback_init(&watch->listeners[watch->count++], fci, fcc);
}

void php_rtcomm_signal_remove(php_rtcomm_loop *loop, zend_long number, zval *listener)
{
	signal_watch *watch = find(loop, number);
	php_rtcomm_callback removed;
	uint32_t index;

	if (watch == NULL || !has_listener(watch, listener, &index)) {
		return;
	}
	if (watch->count == 1) {
		zend_hash_index_del(&loop->signals, (zend_ulong)number);
		return;
	}
	removed = watch->listeners[index];
	watch->count--;
	memmove(&watch->listeners[index], &watch->listeners[index + 1],
		(watch->count - index) * sizeof(*watch->listeners));
	php_rtcomm_callback_deinit(&removed);
}

void php_rtcomm_signal_watch_free(zval *value)
{
	signal_watch *watch = Z_PTR_P(value);

	rtc_watch_free(watch->watch);
	for (uint32_t i = 0; i < watch->count; i++) {
		php_rtcomm_callback_deinit(&watch->listeners[i]);
	}
	if (watch->listeners != NULL) {
		efree(watch->listeners);
	}
	efree(watch);
}

void php_rtcomm_signals_gc(HashTable *watches, zend_get_gc_buffer *buffer)
{
	signal_watch *watch;

	ZEND_HASH_FOREACH_PTR (watches, watch) {
		for (uint32_t i = 0; i < watch->count; i++) {
			php_rtcomm_callback_gc(&watch->listeners[i], buffer);
		}
	}
	ZEND_HASH_FOREACH_END();
}
