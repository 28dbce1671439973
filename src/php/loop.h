/* RtComm\Loop, and the one place that turns the loop. */
#ifndef PHP_RTCOMM_LOOP_H
#define PHP_RTCOMM_LOOP_H

#include "../engine/loop.h"
#include "callback.h"
#include "timers.h"

extern zend_class_entry *rtcomm_ce_Loop;

struct php_rtcomm_tick;
struct rtc_watch;

/* The engine's loop and what the script put on it. While it runs, turns are in progress or a turn
 * was left in the middle by a Fiber that suspended: nobody else may turn it. */
typedef struct php_rtcomm_loop {
	rtc_loop *loop; /* NULL if it could not be made */
	bool running;
	bool stopping;  /* Loop::stop() was called */
	bool bailout;   /* a callback bailed out; raised again when the turn is over */
	bool ticking;   /* futureTick() callbacks are being called */
	uint32_t holds; /* of servers and others who wait for something */
	php_rtcomm_timers timers;
	HashTable readers; /* stream watches, by resource handle */
	HashTable writers;
	HashTable signals;             /* signal watches, by number */
	struct php_rtcomm_tick *ticks; /* futureTick() callbacks, in order */
	struct php_rtcomm_tick **ticks_end;
	uint32_t tick_count;
	rtc_job tick_job;
	rtc_job ready_job;       /* listeners of streams that need no waiting */
	struct rtc_watch *pulse; /* wakes a loop that waits, to look for interrupts */
	zend_object std;
} php_rtcomm_loop;

static inline php_rtcomm_loop *php_rtcomm_loop_from_obj(zend_object *object)
{
	return (php_rtcomm_loop *)((char *)object - XtOffsetOf(php_rtcomm_loop, std));
}

/* The loop of this script, made on first use (Loop::get()). A new reference; NULL with an
 * exception. */
zend_object *php_rtcomm_loop_default(void);

/* False, with an exception, for an object whose loop could not be made (no descriptors left). To be
 * asked before loop->loop is used, of every Loop that the script gave. */
bool php_rtcomm_loop_check(const php_rtcomm_loop *loop);

/* Turns the loop until done(arg) is true, Loop::stop() is called, or a callback has thrown
 * (EG(exception) is set) or ended the script. Between turns pending interrupts run (pcntl's
 * asynchronous signals, timeouts). Throws ClosedException if the loop is already running. May not
 * return: a bailout is raised again here. Returns at once in a child that was forked in a turn.
 * done NULL: until nothing is left that could happen. */
void php_rtcomm_loop_run(php_rtcomm_loop *loop, bool (*done)(void *arg), void *arg);

/* One turn that waits up to `wait` seconds for the first event. The same rules. */
void php_rtcomm_loop_tick(php_rtcomm_loop *loop, double wait);

/* Servers and other owners of engine objects keep a loop without a done() running (Loop::run()): a
 * count. */
void php_rtcomm_loop_hold(php_rtcomm_loop *loop);
void php_rtcomm_loop_release(php_rtcomm_loop *loop);

/* Calls a listener with one argument, from a handler or job of the engine, and halts the loop
 * unless that went well. */
php_rtcomm_outcome php_rtcomm_loop_dispatch(
	php_rtcomm_loop *loop, const php_rtcomm_callback *listener, zval *argument);

#endif
