/* link: src/engine/timer.c */
#include "check.h"

#include "../../src/engine/timer.h"
#include "random.h"

#include <event2/event.h>
#include <time.h>

/* The clock of this program, libevent included. */
static uint64_t clock_ms = UINT64_C(1000003);

int clock_gettime(clockid_t clock, struct timespec *now)
{
	(void)clock;
	now->tv_sec = (time_t)(clock_ms / 1000);
	now->tv_nsec = (long)(clock_ms % 1000 * 1000000);
	return 0;
}

static struct event_base *base;
static rtc_wheel wheel;

/* A timer that knows when it should fire. */
typedef struct probe {
	rtc_timer timer;
	uint64_t due_ms;
	int fired;
	struct probe *other;
} probe;

static uint64_t latest_ms; /* the most that any probe was late */
static bool early;

static void note(rtc_timer *timer)
{
	probe *p = (probe *)timer;

	p->fired++;
	early = early || clock_ms < p->due_ms;
	if (clock_ms - p->due_ms > latest_ms) {
		latest_ms = clock_ms - p->due_ms;
	}
}

static void start(probe *p, uint32_t delay_ms, void (*fire)(rtc_timer *timer))
{
	p->due_ms = clock_ms + delay_ms;
	rtc_timer_start(&wheel, &p->timer, delay_ms, fire);
}

static void turn(void)
{
	event_base_loop(base, EVLOOP_ONCE | EVLOOP_NONBLOCK);
}

/* Lets time pass as fast as the program can. */
static void pass(uint64_t ms, uint64_t step_ms)
{
	uint64_t end = clock_ms + ms;

	while (clock_ms < end) {
		clock_ms += step_ms;
		turn();
	}
}

static void test_delays(void)
{
	static const uint32_t delays[] = {
		0, 1, 15, 16, 17, 100, 16383, 16384, 16385, 16400, 40000, 200000};
	probe probes[sizeof(delays) / sizeof(delays[0])] = {0};

	check_case("delays");
	latest_ms = 0;
	for (size_t i = 0; i < sizeof(delays) / sizeof(delays[0]); i++) {
		start(&probes[i], delays[i], note);
		CHECK(rtc_timer_runs(&probes[i].timer));
	}
	pass(210000, 1);
	for (size_t i = 0; i < sizeof(delays) / sizeof(delays[0]); i++) {
		CHECK_INT(probes[i].fired, 1);
		CHECK(!rtc_timer_runs(&probes[i].timer));
	}
	CHECK(!early);
	CHECK(latest_ms <= 2 * RTC_WHEEL_TICK_MS);
	CHECK(!event_pending(wheel.event, EV_TIMEOUT, NULL));
}

static void test_moving(void)
{
	probe p = {0};

	check_case("a timer that is moved fires once");
	start(&p, 50, note);
	pass(40, 1);
	start(&p, 50, note);
	pass(40, 1);
	CHECK_INT(p.fired, 0);
	start(&p, 5, note);
	pass(40, 1);
	CHECK_INT(p.fired, 1);

	check_case("a timer that is stopped does not fire");
	start(&p, 50, note);
	rtc_timer_stop(&p.timer);
	rtc_timer_stop(&p.timer);
	CHECK(!rtc_timer_runs(&p.timer));
	pass(100, 1);
	CHECK_INT(p.fired, 1);
}

static void test_sleep(void)
{
	probe p = {0};
	probe q = {0};

	check_case("the delay counts from now, not from when the loop woke up");
	clock_ms += 60000;
	start(&p, 100, note);
	turn();
	CHECK_INT(p.fired, 0);
	pass(140, 1);
	CHECK_INT(p.fired, 1);

	check_case("a process that was stopped for an hour");
	start(&p, 1000, note);
	start(&q, 2 * 3600 * 1000, note);
	clock_ms += 3600 * 1000;
	turn();
	CHECK_INT(p.fired, 1); /* what peers said meanwhile comes first */
	pass(1990, 5);
	CHECK_INT(p.fired, 1);
	pass(40, 5);
	CHECK_INT(p.fired, 2);
	CHECK_INT(q.fired, 0);
	pass(3600 * 1000 + 100, 7);
	CHECK_INT(q.fired, 1);
	CHECK(!early);
}

static void again(rtc_timer *timer)
{
	probe *p = (probe *)timer;

	note(timer);
	if (p->fired < 5) {
		start(p, 0, again);
	}
}

static void stop_other(rtc_timer *timer)
{
	probe *p = (probe *)timer;

	p->fired++;
	rtc_timer_stop(&p->other->timer);
}

static void free_itself(rtc_timer *timer)
{
	probe *p = (probe *)timer;

	p->other->fired++;
	free(p);
}

static void start_other(rtc_timer *timer)
{
	probe *p = (probe *)timer;

	p->fired++;
	start(p->other, 16384 * 3, note);
}

static void test_within_callbacks(void)
{
	probe p = {0};
	probe q = {0};
	probe *loose = calloc(1, sizeof(*loose));

	check_case("a timer that starts itself again");
	start(&p, 10, again);
	turn();
	pass(400, 1);
	CHECK_INT(p.fired, 5);

	check_case("of two that stop each other one fires");
	p = (probe){.other = &q};
	q = (probe){.other = &p};
	start(&p, 10, stop_other);
	start(&q, 10, stop_other);
	pass(100, 1);
	CHECK_INT(p.fired + q.fired, 1);

	check_case("a timer that frees itself");
	loose->other = &p;
	p.fired = 0;
	start(loose, 10, free_itself);
	pass(100, 1);
	CHECK_INT(p.fired, 1);

	check_case("one that starts another in its own slot, revolutions away");
	p = (probe){.other = &q};
	q = (probe){0};
	start(&p, 10, start_other);
	pass(16384 * 3, 1);
	CHECK(p.fired == 1 && q.fired == 0);
	pass(100, 1);
	CHECK_INT(q.fired, 1);
	CHECK(!early);
}

static bool halting;

static bool is_halting(rtc_wheel *w)
{
	(void)w;
	return halting;
}

static void halt(rtc_timer *timer)
{
	note(timer);
	halting = true;
}

static void break_loop(rtc_timer *timer)
{
	note(timer);
	event_base_loopbreak(base);
}

static void test_halted(void (*fire)(rtc_timer *timer), const char *how)
{
	probe probes[3] = {0};
	int fired = 0;

	check_case("timers that are due wait while the loop is halted: %s", how);
	for (int i = 0; i < 3; i++) {
		start(&probes[i], i == 2 ? 40 : 10, fire);
	}
	clock_ms += 100;
	for (int expected = 1; expected <= 3; expected++) {
		halting = false;
		turn();
		clock_ms += 20;
		fired = probes[0].fired + probes[1].fired + probes[2].fired;
		CHECK_INT(fired, expected);
	}
	CHECK_INT(probes[2].fired, 1);
	halting = false;
	pass(200, 1);
	CHECK_INT(probes[0].fired + probes[1].fired + probes[2].fired, 3);
}

#define PROBES 300

static void test_random(void)
{
	static probe probes[PROBES];
	static int starts[PROBES];
	static int fired[PROBES];
	bool good = true;

	check_case("random");
	latest_ms = 0;
	for (int step = 0; step < 60000; step++) {
		uint32_t i = random_below(PROBES);
		probe *p = &probes[i];

		if (random_below(2) == 0) {
			uint32_t delay = random_below(random_below(8) == 0 ? 60000 : 700);

			/* Once for each start that was not moved or stopped. */
			starts[i] += !rtc_timer_runs(&p->timer);
			start(p, delay, note);
		} else if (random_below(8) == 0) {
			starts[i] -= rtc_timer_runs(&p->timer);
			rtc_timer_stop(&p->timer);
		}
		clock_ms += random_below(3);
		turn();
	}
	pass(61000, 3);
	for (int i = 0; i < PROBES; i++) {
		fired[i] = probes[i].fired;
		good = good && fired[i] == starts[i];
	}
	CHECK(good);
	CHECK(!early);
	CHECK(latest_ms <= 2 * RTC_WHEEL_TICK_MS);
}

int main(void)
{
	base = event_base_new();
	if (base == NULL || rtc_wheel_init(&wheel, base) != RTC_OK) {
		return 1;
	}
	CHECK_INT(wheel.now_ms, clock_ms);
	test_delays();
	test_moving();
	test_sleep();
	test_within_callbacks();
	test_halted(break_loop, "loopbreak");
	wheel.halted = is_halting;
	test_halted(halt, "predicate");
	test_random();
	rtc_wheel_deinit(&wheel);
	event_base_free(base);
	return check_done("test_timer");
}
