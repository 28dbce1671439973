/* What the test tells the shims, and what they tell it: a page of 64-bit numbers that both map,
 * from the file that RTCOMM_FAULTS names. All zero means that nothing fails. */
#ifndef RTC_TESTS_FAULTS_CONTROL_H
#define RTC_TESTS_FAULTS_CONTROL_H

#include <stdbool.h>
#include <stdint.h>

/* Whose calls are meant. */
#define FAULT_RTCOMM 1
#define FAULT_LIBEVENT 2

/* A function of the system that may fail. */
typedef struct fault_call {
	int64_t every;  /* each so many calls one fails; 0: none */
	int64_t error;  /* with this errno */
	int64_t seen;   /* calls, while something is asked for */
	int64_t failed; /* of these */
	int64_t most;   /* bytes that one call reads or writes; 0: all */
} fault_call;

typedef struct fault_control {
	int64_t who;           /* FAULT_RTCOMM | FAULT_LIBEVENT: whose allocations */
	int64_t fail_at;       /* the allocation that fails, from 1; 0: none */
	int64_t for_good;      /* and all that follow */
	int64_t seen;          /* allocations, while fail_at is set */
	int64_t failed;        /* of these */
	int64_t last;          /* where in the object the last one that failed came from */
	int64_t live;          /* blocks that rtcomm and libevent have allocated and not freed */
	int64_t monotonic_ns;  /* added to the monotonic clocks */
	int64_t real_ns;       /* added to the wall clocks */
	fault_call accept;     /* accept(), accept4() */
	fault_call socket;     /* socket() */
	fault_call epoll_ctl;  /* epoll_ctl() that adds or changes */
	fault_call epoll_wait; /* epoll_wait() */
	fault_call recv;       /* recv() */
	fault_call send;       /* sendmsg(), send() */
} fault_control;

/* The page; one of zeros where there is none. */
fault_control *fault_page(void);

/* The object that holds this address of code: FAULT_RTCOMM, FAULT_LIBEVENT or 0; *offset is where
 * in it. */
int fault_owner(const void *code, uintptr_t *offset);

/* The next function of that name behind the shims. */
void *fault_next(const char *name);

/* Counts a call that `code` makes. True: it is to fail, and errno is set. */
bool fault_strikes(fault_call *call, const void *code);

#endif
