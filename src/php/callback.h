/* Calling PHP from C, the only place that does.
 *
 * No longjmp may cross libevent's frames, so a call is guarded: arguments, call and release of the
 * result happen inside zend_try.
 *
 * | the callback        | outcome | EG(exception)         | the loop                              |
 * |---------------------|---------|-----------------------|---------------------------------------|
 * | returns             | DONE    | none                  | goes on                               |
 * | throws              | THREW   | what was thrown       | the caller decides                    |
 * | exits (unwind exit) | ENDED   | the unwind exit       | halted; nobody's onError sees it      |
 * | bails out (fatal)   | ENDED   | none                  | halted; raised again after the turn   |
 *
 * After a bailout nothing is called or released any more until it is raised again: that is ENDED
 * too.
 */
#ifndef PHP_RTCOMM_CALLBACK_H
#define PHP_RTCOMM_CALLBACK_H

#include "php.h"

struct php_rtcomm_loop;

/* No callback has more arguments. */
#define PHP_RTCOMM_ARGS_MAX 4

/* A prepared callable. All zero: none. */
typedef struct php_rtcomm_callback {
	zval callable;
	zend_fcall_info_cache fcc;
	bool plain; /* a call needs nothing but a frame */
} php_rtcomm_callback;

typedef enum php_rtcomm_outcome {
	PHP_RTCOMM_DONE,
	PHP_RTCOMM_THREW,
	PHP_RTCOMM_ENDED,
} php_rtcomm_outcome;

/* Prepares what a Z_PARAM_FUNC or Z_PARAM_FUNC_OR_NULL gave; references are taken. */
void php_rtcomm_callback_init(
	php_rtcomm_callback *callback, const zend_fcall_info *fci, const zend_fcall_info_cache *fcc);

/* Prepares $object->name(), which must exist and be callable from outside. */
void php_rtcomm_callback_init_method(
	php_rtcomm_callback *callback, zend_object *object, const char *name, size_t len);

void php_rtcomm_callback_copy(php_rtcomm_callback *to, const php_rtcomm_callback *from);
void php_rtcomm_callback_deinit(php_rtcomm_callback *callback);

static inline bool php_rtcomm_callback_is_set(const php_rtcomm_callback *callback)
{
	return Z_TYPE(callback->callable) != IS_UNDEF;
}

/* Calls it. Arguments stay the caller's. `result` may be NULL; otherwise it is UNDEF unless DONE,
 * and the caller's to release, inside another guard if that may run a destructor. */
php_rtcomm_outcome php_rtcomm_call(struct php_rtcomm_loop *loop,
	const php_rtcomm_callback *callback, uint32_t argc, zval *argv, zval *result);

/* The call alone, for work that runs inside php_rtcomm_guard() already. EG(exception) says whether
 * it threw; `result`, which may be NULL, is UNDEF then. May bail out. */
void php_rtcomm_invoke(
	const php_rtcomm_callback *callback, uint32_t argc, zval *argv, zval *result);

/* Runs any C code that may bail out or run user code (releasing objects, building arguments) under
 * the same guard. */
php_rtcomm_outcome php_rtcomm_guard(
	struct php_rtcomm_loop *loop, void (*work)(void *arg), void *arg);

/* Releases a value under the guard, since that may run a destructor, and halts the loop if that
 * throws. */
php_rtcomm_outcome php_rtcomm_release(struct php_rtcomm_loop *loop, zval *value);

/* Reports what a callback holds to a get_gc handler. */
void php_rtcomm_callback_gc(php_rtcomm_callback *callback, zend_get_gc_buffer *buffer);

#endif
