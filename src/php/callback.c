#include "callback.h"

#include "../../php_rtcomm.h"
#include "loop.h"

#include "zend_closures.h"
#include "zend_exceptions.h"
#include "zend_observer.h"

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

/* True if a call needs nothing but a frame: what zend_call_function() does beyond that is for
 * functions that are internal or deprecated, or take references. */
static bool is_plain(const zend_function *function)
{
	bool plain = function->type == ZEND_USER_FUNCTION &&
		(function->common.fn_flags & ZEND_ACC_DEPRECATED) == 0;

	for (uint32_t i = 1; i <= PHP_RTCOMM_ARGS_MAX && plain; i++) {
		plain = !ARG_SHOULD_BE_SENT_BY_REF(function, i);
	}
	return plain;
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
	callback->plain =
		callback->fcc.function_handler != NULL && is_plain(callback->fcc.function_handler);
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
	callback->plain = is_plain(function);
}

void php_rtcomm_callback_copy(php_rtcomm_callback *to, const php_rtcomm_callback *from)
{
	ZVAL_COPY(&to->callable, &from->callable);
	to->fcc = from->fcc;
	to->plain = from->plain;
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

/* True if the loop is turned by an internal function, as it should, and nothing is wrong. */
static inline bool may_call_plain(void)
{
	const zend_execute_data *below = EG(current_execute_data);

	return below != NULL && below->func != NULL && !ZEND_USER_CODE(below->func->type) &&
		EG(exception) == NULL && (EG(flags) & EG_FLAGS_IN_RESOURCE_SHUTDOWN) == 0;
}

/* Calls a user's function. A prepared frame takes a third of the time that zend_call_function()
 * does for the same. */
static void call_plain(const zend_fcall_info_cache *fcc, zval *result, uint32_t argc, zval *argv)
{
	zend_function *function = fcc->function_handler;
	const zend_op *before_exception = EG(opline_before_exception);
	uint32_t jit_trace = EG(jit_trace_num);
#if PHP_VERSION_ID >= 80500
	const zend_class_entry *scope = EG(fake_scope);
#else
	zend_class_entry *scope = EG(fake_scope);
#endif
	uint32_t info = ZEND_CALL_TOP_FUNCTION | ZEND_CALL_DYNAMIC;
	void *this_or_scope = fcc->called_scope;
	zend_execute_data *call;

	if (fcc->object != NULL && (function->common.fn_flags & ZEND_ACC_STATIC) == 0) {
		info |= ZEND_CALL_HAS_THIS;
		this_or_scope = fcc->object;
	}
	if ((function->common.fn_flags & ZEND_ACC_CLOSURE) != 0) {
		info |= ZEND_CALL_CLOSURE; /* the call releases it */
		GC_ADDREF(ZEND_CLOSURE_OBJECT(function));
		if ((function->common.fn_flags & ZEND_ACC_FAKE_CLOSURE) != 0) {
			info |= ZEND_CALL_FAKE_CLOSURE;
		}
	}
	ZEND_ASSERT(argc <= PHP_RTCOMM_ARGS_MAX);
	call = zend_vm_stack_push_call_frame(info, function, argc, this_or_scope);
	for (uint32_t i = 0; i < argc; i++) {
		ZVAL_COPY_DEREF(ZEND_CALL_ARG(call, i + 1), &argv[i]);
	}
	EG(fake_scope) = NULL;
	zend_init_func_execute_data(call, &function->op_array, result);
	ZEND_OBSERVER_FCALL_BEGIN(call);
	zend_execute_ex(call);
	EG(jit_trace_num) = jit_trace;
	EG(opline_before_exception) = before_exception;
	EG(fake_scope) = scope;
	zend_vm_stack_free_call_frame(call);
}

/* The callback may be replaced or freed while it runs, and with it what it holds: `callable` keeps
 * the object of a method alive, which a call does not. */
void php_rtcomm_invoke(const php_rtcomm_callback *callback, uint32_t argc, zval *argv, zval *result)
{
	zend_fcall_info_cache fcc = callback->fcc;
	bool plain = callback->plain;
	zval callable;
	zval unwanted;

	if (result == NULL) {
		result = &unwanted;
	}
	ZVAL_UNDEF(result);
	ZVAL_COPY(&callable, &callback->callable);
	if (EXPECTED(fcc.function_handler != NULL) || resolve(&callable, &fcc)) {
		RTCOMM_G(callbacks).count++;
		if (EXPECTED(plain && may_call_plain())) {
			call_plain(&fcc, result, argc, argv);
		} else {
			zend_call_known_function(
				fcc.function_handler, fcc.object, fcc.called_scope, result, argc, argv, NULL);
		}
	}
	zval_ptr_dtor(&callable);
	if (result == &unwanted || UNEXPECTED(EG(exception) != NULL)) {
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
	rtc_stretch stretch = rtc_stretch_begin(&RTCOMM_G(callbacks));
	php_rtcomm_outcome done = php_rtcomm_guard(loop, call_now, &call);

	rtc_stretch_end(&stretch);
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
