/* link: src/engine/watch.c src/engine/loop.c src/engine/timer.c src/engine/queue.c */
/* link: src/engine/message.c src/engine/peak.c -lpthread */
#include "check.h"

#include "../../src/engine/watch.h"

#include <time.h>

static rtc_loop *loop;

static uint64_t clock_us(clockid_t id)
{
	struct timespec now;

	clock_gettime(id, &now);
	return (uint64_t)now.tv_sec * 1000000 + (uint64_t)now.tv_nsec / 1000;
}

static void count(rtc_watch *watch, void *arg)
{
	(void)watch;
	++*(int *)arg;
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

/* A turn in which something happens. */
static void lively_turn(void)
{
	int fired = 0;
	rtc_watch *watch = rtc_watch_timer(loop, 0, false, count, &fired);

	turn(2000);
	CHECK_INT(fired, 1);
	rtc_watch_free(watch);
}

/* The CPU time of a turn, in microseconds, which waits for nothing. */
static uint64_t idle_turn(int64_t wait_ms)
{
	uint64_t began = clock_us(CLOCK_MONOTONIC);
	uint64_t used = clock_us(CLOCK_PROCESS_CPUTIME_ID);

	turn(wait_ms);
	CHECK(clock_us(CLOCK_MONOTONIC) - began >= (uint64_t)wait_ms * 900);
	return clock_us(CLOCK_PROCESS_CPUTIME_ID) - used;
}

/* The same after something happened, with a spin; the most of some turns, since the spin may be
 * over before the machine, busy with others, has let this program begin it. */
static uint64_t spun_turn(int64_t wait_ms)
{
	uint64_t most = 0;

	for (int tries = 0; tries < 40 && most <= 5000; tries++) {
		uint64_t used;

		lively_turn();
		used = idle_turn(wait_ms);
		most = used > most ? used : most;
	}
	return most;
}

static void test_cost(void)
{
	check_case("without spinning a turn blocks at once");
	lively_turn();
	CHECK(idle_turn(100) < 50000);

	check_case("it spins after something happened, then blocks");
	rtc_loop_spin_more(loop, 60000);
	rtc_loop_spin_more(loop, 40000);
	CHECK(idle_turn(100) < 50000);
	CHECK(spun_turn(600) > 5000);
	CHECK(idle_turn(100) < 50000);

	check_case("it spins no longer than a turn may last");
	rtc_loop_spin_more(loop, 900000);
	lively_turn();
	CHECK(idle_turn(50) < 500000);
	rtc_loop_spin_less(loop, 900000);

	check_case("what was asked for is taken back");
	rtc_loop_spin_less(loop, 40000);
	rtc_loop_spin_less(loop, 60000);
	lively_turn();
	CHECK(idle_turn(100) < 50000);
}

static void test_wakes(void)
{
	int fired = 0;
	uint64_t began;
	rtc_watch *watch;

	rtc_loop_spin_more(loop, 1000000);
	check_case("a timer ends the spin, and not early");
	lively_turn();
	began = clock_us(CLOCK_MONOTONIC);
	watch = rtc_watch_timer(loop, 12345, false, count, &fired);
	while (fired == 0) {
		turn(2000);
	}
	CHECK(clock_us(CLOCK_MONOTONIC) - began >= 12345);
	CHECK_INT(fired, 1);
	rtc_watch_free(watch);

	check_case("a pulse ends the turn and begins no spin");
	lively_turn();
	watch = rtc_watch_pulse(loop, 20000);
	began = loop->spin_until_us;
	turn(-1);
	turn(-1);
	CHECK_INT(loop->spin_until_us, began);
	rtc_watch_free(watch);

	check_case("what halts the loop ends the spin");
	lively_turn();
	watch = rtc_watch_timer(loop, 1000, false, count_and_halt, &fired);
	/* A turn may end with nothing done, where libevent's clock is ahead of the timer's. */
	for (int tries = 0; tries < 10 && fired == 1; tries++) {
		turn(2000);
	}
	CHECK_INT(fired, 2);
	rtc_watch_free(watch);
	rtc_loop_spin_less(loop, 1000000);
}

int main(void)
{
	int fired = 0;
	rtc_watch *far_away;

	loop = rtc_loop_new();
	far_away = rtc_watch_timer(loop, 3600000000U, false, count, &fired);
	test_cost();
	test_wakes();
	CHECK_INT(fired, 0);
	rtc_watch_free(far_away);
	rtc_loop_unref(loop);
	return check_done("test_loop");
}
