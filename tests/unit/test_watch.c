/* link: src/engine/watch.c src/engine/loop.c src/engine/timer.c src/engine/queue.c */
/* link: src/engine/message.c src/engine/peak.c -lpthread */
#include "check.h"

#include "../../src/engine/watch.h"

#include <errno.h>
#include <event2/event.h>
#include <signal.h>
#include <sys/wait.h>
#include <time.h>

static rtc_loop *loop;

static void say_nothing(int severity, const char *text)
{
	(void)severity;
	(void)text;
}

static uint64_t now_us(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (uint64_t)now.tv_sec * 1000000 + (uint64_t)now.tv_nsec / 1000;
}

static void count(rtc_watch *watch, void *arg)
{
	(void)watch;
	++*(int *)arg;
}

static void count_and_free(rtc_watch *watch, void *arg)
{
	++*(int *)arg;
	rtc_watch_free(watch);
}

static void count_and_halt(rtc_watch *watch, void *arg)
{
	(void)watch;
	++*(int *)arg;
	rtc_loop_halt(loop);
}

static void turn(int64_t wait_ms)
{
	CHECK_INT(rtc_loop_turn(loop, wait_ms), RTC_OK);
}

/* Turns until *fired is `wanted`, for at most half a minute. */
static void turn_until(const int *fired, int wanted)
{
	uint64_t end = now_us() + 30000000;

	while (*fired < wanted && now_us() < end) {
		turn(100);
	}
	CHECK_INT(*fired, wanted);
}

static void test_timers(void)
{
	int fired = 0;
	uint64_t start = now_us();

	check_case("a timer fires once, and not early");
	rtc_watch *watch = rtc_watch_timer(loop, 12345, false, count, &fired);

	turn_until(&fired, 1);
	CHECK(now_us() - start >= 12345);
	turn(20);
	CHECK_INT(fired, 1);
	rtc_watch_free(watch);

	check_case("the delay counts from now, however long the turn is");
	turn(0);
	usleep(30000);
	fired = 0;
	start = now_us();
	watch = rtc_watch_timer(loop, 20000, false, count_and_free, &fired);
	turn_until(&fired, 1);
	CHECK(now_us() - start >= 20000);

	check_case("a repeated timer");
	fired = 0;
	start = now_us();
	watch = rtc_watch_timer(loop, 3000, true, count, &fired);
	turn_until(&fired, 5);
	CHECK(now_us() - start >= 15000);
	usleep(20000);
	fired = 0;
	turn(0);
	CHECK(fired <= 1);
	rtc_watch_free(watch);

	check_case("a repeated timer of no time");
	fired = 0;
	watch = rtc_watch_timer(loop, 0, true, count, &fired);
	turn_until(&fired, 3);
	rtc_watch_free(watch);

	check_case("a timer that will not fire");
	watch = rtc_watch_timer(loop, UINT64_MAX, true, count, &fired);
	CHECK(watch != NULL);
	turn(1);
	rtc_watch_free(watch);
	CHECK_INT(fired, 3);
	rtc_watch_free(NULL);
}

static void test_descriptors(void)
{
	int ends[2];
	int readable = 0;
	int writable = 0;

	CHECK_INT(pipe(ends), 0);
	check_case("a writable descriptor does not keep the turn from ending");

	rtc_watch *reader = rtc_watch_readable(loop, ends[0], count, &readable);
	rtc_watch *writer = rtc_watch_writable(loop, ends[1], count, &writable);

	turn(0);
	turn(0);
	CHECK(readable == 0 && writable == 2);
	CHECK_INT(write(ends[1], "x", 1), 1);
	turn(0);
	CHECK(readable == 1 && writable == 3);
	rtc_watch_free(writer);
	turn(0);
	CHECK(readable == 2 && writable == 3);
	rtc_watch_free(reader);

	check_case("freed by its own handler");
	readable = 0;
	rtc_watch_readable(loop, ends[0], count_and_free, &readable);
	turn(0);
	turn(0);
	CHECK_INT(readable, 1);
	close(ends[0]);
	close(ends[1]);

	check_case("what cannot be watched");
	errno = 0;
	event_set_log_callback(say_nothing);
	reader = rtc_watch_readable(loop, ends[0], count, &readable);
	CHECK(reader == NULL && errno == EBADF);
	event_set_log_callback(NULL);
}

static void test_signals(void)
{
	int fired = 0;
	struct sigaction action;
	rtc_watch *watch = rtc_watch_signal(loop, SIGUSR1, count, &fired);

	check_case("signals");
	CHECK(watch != NULL);
	raise(SIGUSR1);
	turn_until(&fired, 1);
	rtc_watch_free(watch);
	CHECK_INT(sigaction(SIGUSR1, NULL, &action), 0);
	CHECK(action.sa_handler == SIG_DFL);
	fired = 0;
	rtc_watch_signal(loop, SIGUSR1, count_and_free, &fired);
	raise(SIGUSR1);
	turn_until(&fired, 1);
}

/* Two of a kind are ready at once, and the first one's handler halts the loop. */
static void test_halted(void)
{
	int ends[2];
	int fired = 0;
	rtc_watch *watches[2];

	check_case("halted: timers");
	watches[0] = rtc_watch_timer(loop, 1000, false, count_and_halt, &fired);
	watches[1] = rtc_watch_timer(loop, 1000, false, count_and_halt, &fired);
	usleep(20000);
	turn_until(&fired, 1);
	turn_until(&fired, 2);
	rtc_watch_free(watches[0]);
	rtc_watch_free(watches[1]);

	check_case("halted: descriptors");
	CHECK_INT(pipe(ends), 0);
	fired = 0;
	watches[0] = rtc_watch_writable(loop, ends[1], count_and_halt, &fired);
	watches[1] = rtc_watch_writable(loop, ends[1], count_and_halt, &fired);
	turn(0);
	CHECK_INT(fired, 1);
	turn(0);
	CHECK_INT(fired, 2);
	rtc_watch_free(watches[0]);
	rtc_watch_free(watches[1]);
	close(ends[0]);
	close(ends[1]);

	check_case("halted: signals");
	fired = 0;
	watches[0] = rtc_watch_signal(loop, SIGUSR1, count_and_halt, &fired);
	watches[1] = rtc_watch_signal(loop, SIGUSR2, count_and_halt, &fired);
	raise(SIGUSR1);
	raise(SIGUSR2);
	turn_until(&fired, 1);
	turn_until(&fired, 2);
	rtc_watch_free(watches[0]);
	rtc_watch_free(watches[1]);
}

static rtc_watch *other;

/* In the child: frees a watch of the parent's in the middle of the parent's turn. */
static void fork_and_free(rtc_watch *watch, void *arg)
{
	pid_t *child = arg;

	(void)watch;
	*child = fork();
	if (*child == 0) {
		rtc_watch_free(other);
		other = NULL;
	}
}

static void test_fork(void)
{
	int ends[2];
	int fired = 0;
	pid_t child = -1;

	check_case("a child that frees its copy leaves the parent's alone");
	CHECK_INT(pipe(ends), 0);
	other = rtc_watch_readable(loop, ends[0], count, &fired);

	rtc_watch *watch = rtc_watch_timer(loop, 1, false, fork_and_free, &child);

	while (child == -1) {
		turn(10);
	}
	if (child == 0) {
		/* The turn was the parent's; the child has not asked for another. */
		_exit(other == NULL && !loop->running ? 0 : 1);
	}

	int status = -1;

	CHECK(waitpid(child, &status, 0) == child && status == 0);
	CHECK_INT(write(ends[1], "x", 1), 1);
	turn(0);
	CHECK_INT(fired, 1);
	rtc_watch_free(other);
	rtc_watch_free(watch);
	close(ends[0]);
	close(ends[1]);
}

int main(void)
{
	loop = rtc_loop_new();
	if (loop == NULL) {
		return 1;
	}
	test_timers();
	test_descriptors();
	test_signals();
	test_halted();
	test_fork();
	CHECK_INT(loop->refs, 1);
	rtc_loop_unref(loop);
	return check_done("test_watch");
}
