#include "callback.h"

#include "../../php_rtcomm.h"
#include "loop.h"

#include "zend_exceptions.h"

/* One call with what belongs to it, inside the guard. */
typedef struct guarded_call {
	const php_rtcomm_callback *callback;
	uint32_t argc;
	zval *argv;
	zval *result;
} guarded_call;

/* A callable that goes through __call() or __callStatic() has a function of its own for each call,
 * which the call frees: it is kept without one and looked up when it is called. */
static bool is_trampoline(const zend_fcall_info_cache *fcc)
{
	return (fcc->function_handler->common.fn_flags & ZEND_ACC_CALL_VIA_TRAMPOLINE) != 0;
}

void php_rtcomm_callback_init(
	php_rtcomm_callback *callback, const zend_fcall_info *fci, const zend_fcall_info_cache *fcc)
{
	if (!ZEND_FCI_INITIALIZED(*fci)) {
		*callback = (php_rtcomm_callback){0};
		return;
	}
	ZVAL_COPY(&callback->callable, &fci->function_name);
	callback->fcc = *fcc;
	if (fcc->function_handler != NULL && is_trampoline(fcc)) {
		callback->fcc.function_handler = NULL;
	}
}

void php_rtcomm_callback_init_method(
	php_rtcomm_callback *callback, zend_object *object, const char *name, size_t len)
{
	zend_string *lower = zend_string_alloc(len, false);
	zend_function *function;

	zend_str_tolower_copy(ZSTR_VAL(lower), name, len);
	function = zend_hash_find_ptr(&object->ce->function_table, lower);
	zend_string_release(lower);
	ZEND_ASSERT(function != NULL && (function->common.fn_flags & ZEND_ACC_PUBLIC) != 0);

	*callback = (php_rtcomm_callback){0};
	ZVAL_OBJ_COPY(&callback->callable, object);
	callback->fcc.function_handler = function;
	callback->fcc.calling_scope = function->common.scope;
	callback->fcc.called_scope = object->ce;
	callback->fcc.object = object;
}

void php_rtcomm_callback_copy(php_rtcomm_callback *to, const php_rtcomm_callback *from)
{
	ZVAL_COPY(&to->callable, &from->callable);
	to->fcc = from->fcc;
}

void php_rtcomm_callback_deinit(php_rtcomm_callback *callback)
{
	zval callable;

	/* Releasing may run a destructor, which must find this callback gone. */
	ZVAL_COPY_VALUE(&callable, &callback->callable);
	*callback = (php_rtcomm_callback){0};
	zval_ptr_dtor(&callable);
}

void php_rtcomm_callback_gc(php_rtcomm_callback *callback, zend_get_gc_buffer *buffer)
{
	zend_get_gc_buffer_add_zval(buffer, &callback->callable);
}

static php_rtcomm_outcome outcome(void)
{
	if (EXPECTED(EG(exception) == NULL)) {
		return PHP_RTCOMM_DONE;
	}
	/* A graceful exit is what ends a Fiber that is destroyed while it is suspended. */
	if (zend_is_unwind_exit(EG(exception)) || zend_is_graceful_exit(EG(exception))) {
		return PHP_RTCOMM_ENDED;
	}
	return PHP_RTCOMM_THREW;
}

php_rtcomm_outcome php_rtcomm_guard(php_rtcomm_loop *loop, void (*work)(void *arg), void *arg)
{
	zend_execute_data *frame = EG(current_execute_data);
	volatile bool bailed_out = false;
	php_rtcomm_outcome result;

	if (UNEXPECTED(loop->bailout)) {
		return PHP_RTCOMM_ENDED;
	}
	zend_try
	{
		work(arg);
	}
	zend_catch
	{
		bailed_out = true;
	}
	zend_end_try();

	if (UNEXPECTED(bailed_out)) {
		/* The frames above ours are gone. */
		EG(current_execute_data) = frame;
		loop->bailout = true;
		rtc_loop_halt(loop->loop);
		return PHP_RTCOMM_ENDED;
	}
	result = outcome();
	if (UNEXPECTED(result == PHP_RTCOMM_ENDED)) {
		rtc_loop_halt(loop->loop);
	}
	return result;
}

/* Looks a trampoline up anew. False: an exception says why it cannot be called. */
static bool resolve(zval *callable, zend_fcall_info_cache *fcc)
{
	char *error = NULL;

	if (zend_is_callable_ex(callable, NULL, 0, NULL, fcc, &error)) {
		return true;
	}
	if (EG(exception) == NULL) {
		zend_throw_error(NULL, "The callback cannot be called any more: %s",
			error != NULL ? error : "it is not callable");
	}
	if (error != NULL) {
		efree(error);
	}
	return false;
}

/* The callback may be replaced or freed while it runs, and with it what it holds: `callable` keeps
 * the object of a method alive, which a call does not. */
void php_rtcomm_invoke(const php_rtcomm_callback *callback, uint32_t argc, zval *argv, zval *result)
{
	zend_fcall_info_cache fcc = callback->fcc;
	zval callable;

	if (result != NULL) {
		ZVAL_UNDEF(result);
	}
	ZVAL_COPY(&callable, &callback->callable);
	if (EXPECTED(fcc.function_handler != NULL) || resolve(&callable, &fcc)) {
		uint64_t began_us = rtc_now_us();

		zend_call_known_function(
			fcc.function_handler, fcc.object, fcc.called_scope, result, argc, argv, NULL);
		rtc_durations_add(&RTCOMM_G(callbacks), began_us, rtc_now_us());
	}
	zval_ptr_dtor(&callable);
	if (UNEXPECTED(EG(exception) != NULL) && result != NULL) {
		zval_ptr_dtor(result);
		ZVAL_UNDEF(result);
	}
}

static void call_now(void *arg)
{
	guarded_call *call = arg;

	php_rtcomm_invoke(call->callback, call->argc, call->argv, call->result);
}

php_rtcomm_outcome php_rtcomm_call(php_rtcomm_loop *loop, const php_rtcomm_callback *callback,
	uint32_t argc, zval *argv, zval *result)
{
	guarded_call call = {callback, argc, argv, result};
	php_rtcomm_outcome done;

	done = php_rtcomm_guard(loop, call_now, &call);
	if (UNEXPECTED(done != PHP_RTCOMM_DONE) && result != NULL) {
		ZVAL_UNDEF(result);
	}
	return done;
}

static void release_value(void *arg)
{
	zval_ptr_dtor(arg);
}

php_rtcomm_outcome php_rtcomm_release(php_rtcomm_loop *loop, zval *value)
{
	php_rtcomm_outcome result = PHP_RTCOMM_DONE;

	/* Even where it does not free the value, a release may start the cycle collector. */
	if (Z_COLLECTABLE_P(value) || (Z_REFCOUNTED_P(value) && Z_REFCOUNT_P(value) == 1)) {
		result = php_rtcomm_guard(loop, release_value, value);
	} else {
		zval_ptr_dtor(value);
	}
	if (UNEXPECTED(result != PHP_RTCOMM_DONE)) {
		rtc_loop_halt(loop->loop);
	}
	return result;
}
