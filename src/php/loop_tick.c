#include "loop_tick.h"

/* One futureTick() callback. */
struct php_rtcomm_tick {
	struct php_rtcomm_tick *next;
	php_rtcomm_callback callback;
};

static php_rtcomm_callback take_tick(php_rtcomm_loop *loop)
{
	struct php_rtcomm_tick *tick = loop->ticks;
	php_rtcomm_callback callback = tick->callback;

	loop->ticks = tick->next;
	loop->tick_count--;
	if (loop->ticks == NULL) {
		loop->ticks_end = &loop->ticks;
	}
	efree(tick);
	return callback;
}

/* Those that are queued meanwhile wait for the next turn, and so does what is left when a callback
 * throws. */
static void run_ticks(rtc_job *job)
{
	php_rtcomm_loop *loop =
		(php_rtcomm_loop *)((char *)job - XtOffsetOf(php_rtcomm_loop, tick_job));
	uint32_t count = loop->tick_count;

	loop->ticking = true;
	while (count-- > 0 && !rtc_loop_is_halted(loop->loop)) {
		php_rtcomm_callback callback = take_tick(loop);

		php_rtcomm_loop_dispatch(loop, &callback, NULL);
		php_rtcomm_release(loop, &callback.callable);
	}
	loop->ticking = false;
}

void php_rtcomm_tick_add(
	php_rtcomm_loop *loop, const zend_fcall_info *fci, const zend_fcall_info_cache *fcc)
{
	struct php_rtcomm_tick *tick = emalloc(sizeof(*tick));

	tick->next = NULL;
	php_rtcomm_callback_init(&tick->callback, fci, fcc);
	*loop->ticks_end = tick;
	loop->ticks_end = &tick->next;
	loop->tick_count++;
	if (!loop->ticking) {
		rtc_loop_defer(loop->loop, &loop->tick_job, run_ticks);
	}
}

void php_rtcomm_ticks_prepare(php_rtcomm_loop *loop)
{
	if (loop->ticks != NULL) {
		rtc_loop_defer(loop->loop, &loop->tick_job, run_ticks);
	}
}

void php_rtcomm_ticks_gc(php_rtcomm_loop *loop, zend_get_gc_buffer *buffer)
{
	for (struct php_rtcomm_tick *tick = loop->ticks; tick != NULL; tick = tick->next) {
		php_rtcomm_callback_gc(&tick->callback, buffer);
	}
}

void php_rtcomm_ticks_free(php_rtcomm_loop *loop)
{
	while (loop->ticks != NULL) {
		php_rtcomm_callback callback = take_tick(loop);

		php_rtcomm_callback_deinit(&callback);
	}
}
