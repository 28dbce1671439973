/* The event loop: libevent's base, one shared input buffer, deferred jobs, the timer wheel.
 *
 * One turn: wait for readiness, run the event handlers, run the jobs that they queued. Connections
 * queue a job to flush what was sent to them, to report that they closed and to be freed; so k
 * sends in one turn cost one system call, and nothing is freed while a handler may look at it.
 *
 * No longjmp may cross rtc_loop_turn(): libevent's frames lie in between. Whoever calls user code
 * from a handler catches what is thrown, calls rtc_loop_halt() and raises it again once the turn
 * has returned.
 *
 * A forked child inherits the loop but must not touch what it shares with its parent: in a child
 * every handler is skipped until the child itself starts a turn, which first renews the base. */
#ifndef RTC_ENGINE_LOOP_H
#define RTC_ENGINE_LOOP_H

#include "../proto/base.h"

#include "clock.h"
#include "peak.h"
#include "queue.h"
#include "timer.h"

struct event;
struct event_base;

/* Bytes of the shared input buffer. */
#define RTC_LOOP_INPUT_BYTES (128 * 1024)

/* Turns are counted by how long they take. */
#define RTC_LOOP_BOUNDS 7
extern const uint64_t rtc_loop_bounds_us[RTC_LOOP_BOUNDS];

/* Work put off to the end of the turn. Embedded in its owner; all zero is a job not queued. */
typedef struct rtc_job {
	struct rtc_job *next;
	struct rtc_job **link; /* what points to this job; NULL while it is not queued */
	void (*run)(struct rtc_job *job);
} rtc_job;

/* Bytes that were sent in this turn: whoever sends them again to somebody else gives the same
 * owner, and all of these share one message. */
typedef struct rtc_sent {
	void *owner; /* held until other bytes are sent, or the turn ends; NULL: nothing */
	void (*release)(void *owner);
	rtc_slice payload;
	rtc_message *message; /* once they were sent a second time */
	bool binary;
} rtc_sent;

typedef struct rtc_loop {
	struct event_base *base;
	uint8_t *input; /* RTC_LOOP_INPUT_BYTES, valid during one read's dispatch */
	rtc_pool pool;
	rtc_sent sent;
	rtc_wheel wheel;
	struct event *wait; /* bounds a turn that waits */
	rtc_job *jobs;      /* in the order in which they were queued */
	rtc_job **jobs_end;
	rtc_job *current; /* jobs of the round that runs now */
	uint32_t refs;
	unsigned generation; /* forks this process had come through when the base was renewed */
	bool running;
	bool halted;
	bool pulsed;            /* the turn ends, though nothing happened */
	uint64_t spin_us;       /* how long to poll before waiting; 0: not at all */
	uint64_t spin_until_us; /* polls until then, by rtc_now_us() */
	uint64_t woke_us;       /* when the first handler of this turn ran; 0: none yet */
	rtc_durations turns;    /* from then on: how long each of them kept others waiting */
	rtc_durations *calls;   /* of user code, where whoever calls it counts them; or NULL */
	uint64_t turns_by_bound[RTC_LOOP_BOUNDS + 1]; /* the last one: longer than all bounds */
} rtc_loop;

/* A loop with one reference, or NULL. */
rtc_loop *rtc_loop_new(void);
rtc_loop *rtc_loop_ref(rtc_loop *loop);
/* The last reference frees the loop; nothing may still be registered with it. */
void rtc_loop_unref(rtc_loop *loop);

/* One turn. wait_ms: how long to wait for the first event; negative waits until there is one. Does
 * not wait while jobs are queued. Not re-entrant: the caller checks loop->running. FAILED if
 * libevent failed; errno is set. */
rtc_status rtc_loop_turn(rtc_loop *loop, int64_t wait_ms) RTC_NODISCARD;

/* From now on turns that must wait first poll without blocking, for so much longer after something
 * happened: a core for microseconds that waking up would cost. The times of several callers add up;
 * each takes its own back with rtc_loop_spin_less(). */
void rtc_loop_spin_more(rtc_loop *loop, uint32_t spin_us);
void rtc_loop_spin_less(rtc_loop *loop, uint32_t spin_us);

/* Ends the turn after the handler that runs now; remaining events and jobs wait for the next. */
void rtc_loop_halt(rtc_loop *loop);

/* Forks that this process came through. */
extern volatile unsigned rtc_loop_generation;

/* True in a child that was forked since the loop's last turn began. */
static inline bool rtc_loop_is_forked(const rtc_loop *loop)
{
	return loop->generation != rtc_loop_generation;
}

/* True if no handler may run: halted, or this process is a child that has not asked for the loop.
 */
static inline bool rtc_loop_is_halted(const rtc_loop *loop)
{
	return loop->halted || rtc_loop_is_forked(loop);
}

/* In a child: gives the loop descriptors of its own, so that events may be removed without
 * touching the parent's. Nothing to do elsewhere. */
rtc_status rtc_loop_renew(rtc_loop *loop) RTC_NODISCARD;

/* To be called before an event is added or removed where a child may do so: renews the loop. A turn
 * that was forked within one of its handlers is the parent's still, so it ends. */
rtc_status rtc_loop_own(rtc_loop *loop) RTC_NODISCARD;

/* Lets go of what was sent last. */
void rtc_loop_forget_sent(rtc_loop *loop);

/* Queues a job unless it is queued already. */
void rtc_loop_defer(rtc_loop *loop, rtc_job *job, void (*run)(rtc_job *job));

/* Takes a job off the queue if it is on it. O(1). */
void rtc_loop_cancel(rtc_loop *loop, rtc_job *job);

/* To be called by each handler before anything else: the turn's wait is over. */
static inline void rtc_loop_wake(rtc_loop *loop)
{
	if (loop->woke_us == 0) {
		loop->woke_us = rtc_now_us();
	}
}

/* Monotonic milliseconds, as of the last time the loop woke up. */
static inline uint64_t rtc_loop_now_ms(const rtc_loop *loop)
{
	return loop->wheel.now_ms;
}

/* libevent's method of this loop; static. */
const char *rtc_loop_method(const rtc_loop *loop);

/* libevent's method for a new loop ("epoll", "poll", "select"…); static. */
const char *rtc_loop_backend(void);

#endif
