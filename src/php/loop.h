/* RtComm\Loop and RtComm\Timer, and the one place that turns the loop. */
#ifndef PHP_RTCOMM_LOOP_H
#define PHP_RTCOMM_LOOP_H

#include "../engine/loop.h"
#include "callback.h"

extern zend_class_entry *rtcomm_ce_Loop;
extern zend_class_entry *rtcomm_ce_Timer;

/* The engine's loop and what the script put on it. */
typedef struct php_rtcomm_loop {
	rtc_loop *loop;
	bool bailout;      /* a callback bailed out; raised again when the turn is over */
	bool stopping;     /* Loop::stop() was called */
	HashTable timers;  /* Timer objects that are active, by handle */
	HashTable readers; /* stream watches, by resource handle */
	HashTable writers;
	HashTable signals; /* by signal number */
	HashTable ticks;   /* futureTick() callbacks in order */
	rtc_job tick_job;
	zend_object std;
} php_rtcomm_loop;

static inline php_rtcomm_loop *php_rtcomm_loop_from_obj(zend_object *object)
{
	return (php_rtcomm_loop *)((char *)object - XtOffsetOf(php_rtcomm_loop, std));
}

/* The loop of this script, made on first use (Loop::get()). A new reference; NULL with an
 * exception. */
zend_object *php_rtcomm_loop_default(void);

/* Turns the loop until done(arg) is true, Loop::stop() is called, or a callback has thrown
 * (EG(exception) is set) or ended the script. Between turns pending interrupts run (pcntl's
 * asynchronous signals, timeouts). Throws ClosedException if the loop is already running. May not
 * return: a bailout is raised again here. done NULL: until nothing is left that could happen. */
void php_rtcomm_loop_run(php_rtcomm_loop *loop, bool (*done)(void *arg), void *arg);

/* One turn that waits up to `wait` seconds for the first event. The same rules. */
void php_rtcomm_loop_tick(php_rtcomm_loop *loop, double wait);

/* Servers and other owners of engine objects keep a loop without a done() running (Loop::run()): a
 * count. */
void php_rtcomm_loop_hold(php_rtcomm_loop *loop);
void php_rtcomm_loop_release(php_rtcomm_loop *loop);

#endif
