/* link: src/engine/outbox.c src/engine/message.c */
#include "check.h"

#include "../../src/engine/outbox.h"
#include "random.h"

/* Everything that was ever put in, by what it says; what the outbox should make of it. */
#define MODEL_MAX 4096

typedef struct model {
	uint32_t kept[MODEL_MAX];
	uint32_t fresh[MODEL_MAX];
	uint32_t kept_first, kept_end, fresh_first, fresh_end;
	uint32_t written; /* of what is kept */
	uint64_t base;
} model;

static rtc_message *message_of(uint32_t what)
{
	rtc_message *message = rtc_message_copy(rtc_slice_of(&what, sizeof(what)), true);

	if (message == NULL) {
		abort();
	}
	return message;
}

static void put(rtc_outbox *outbox, uint32_t what)
{
	rtc_message *message = message_of(what);

	if (rtc_outbox_put(outbox, message) != RTC_OK) {
		abort();
	}
	CHECK_INT(message->refs, 2);
	rtc_message_unref(message);
}

static uint32_t next(const rtc_outbox *outbox)
{
	const rtc_message *message = rtc_outbox_next(outbox);
	uint32_t what = UINT32_MAX;

	if (message != NULL) {
		memcpy(&what, message->payload.data, sizeof(what));
	}
	return what;
}

static void advance(rtc_outbox *outbox, uint32_t second)
{
	if (rtc_outbox_advance(outbox, second) != RTC_OK) {
		abort();
	}
}

static void test_numbers(void)
{
	rtc_outbox outbox = {0};
	size_t size = 4 + 48;

	check_case("an empty outbox");
	CHECK(rtc_outbox_next(&outbox) == NULL);
	CHECK_INT(rtc_outbox_number(&outbox), 0);
	CHECK_INT(rtc_outbox_go_on(&outbox, 0), RTC_OUTBOX_KNOWN);
	CHECK_INT(rtc_outbox_go_on(&outbox, 1), RTC_OUTBOX_UNKNOWN);
	CHECK(!rtc_outbox_drop_oldest(&outbox));

	check_case("messages are handed out once, and again from where the client goes on");
	for (uint32_t i = 1; i <= 5; i++) {
		put(&outbox, i);
	}
	CHECK_INT(rtc_outbox_waiting(&outbox), 5 * size);
	for (uint32_t i = 1; i <= 4; i++) {
		CHECK_INT(next(&outbox), i);
		advance(&outbox, i);
		CHECK_INT(rtc_outbox_number(&outbox), i);
	}
	CHECK_INT(rtc_outbox_waiting(&outbox), size);
	CHECK_INT(rtc_outbox_go_on(&outbox, 5), RTC_OUTBOX_UNKNOWN);
	CHECK_INT(rtc_outbox_go_on(&outbox, 2), RTC_OUTBOX_KNOWN);
	CHECK_INT(rtc_outbox_waiting(&outbox), 3 * size);
	CHECK_INT(next(&outbox), 3);
	CHECK_INT(rtc_outbox_go_on(&outbox, 1), RTC_OUTBOX_FORGOTTEN);
	CHECK_INT(rtc_outbox_number(&outbox), 2);

	check_case("what was never handed out may be dropped, and has no number");
	CHECK(rtc_outbox_drop_oldest(&outbox));
	CHECK(!rtc_outbox_drop_oldest(&outbox));
	put(&outbox, 6);
	for (uint32_t i = 3; i <= 5; i++) {
		CHECK_INT(next(&outbox), i == 5 ? 6 : i);
		advance(&outbox, 10 + i);
	}
	CHECK_INT(rtc_outbox_number(&outbox), 5);

	check_case("what is old, or too much, is forgotten");
	rtc_outbox_trim_old(&outbox, 14);
	CHECK_INT(outbox.base, 3);
	rtc_outbox_trim(&outbox, 0);
	CHECK_INT(outbox.base, 4);
	CHECK_INT(rtc_outbox_go_on(&outbox, 4), RTC_OUTBOX_KNOWN);
	CHECK_INT(next(&outbox), 6);
	rtc_outbox_trim(&outbox, 0);
	rtc_outbox_trim_old(&outbox, UINT32_MAX);
	CHECK_INT(next(&outbox), 6);

	check_case("an outbox that is empty again owns nothing");
	advance(&outbox, 20);
	CHECK_INT(rtc_outbox_go_on(&outbox, 5), RTC_OUTBOX_KNOWN);
	CHECK(outbox.kept.items == NULL && outbox.fresh.items == NULL);
	CHECK_INT(outbox.kept.bytes, 0);
	put(&outbox, 7);
	CHECK_INT(next(&outbox), 7);
	rtc_outbox_drop_fresh(&outbox);
	CHECK(outbox.fresh.items == NULL && outbox.fresh.bytes == 0);
	rtc_outbox_deinit(&outbox);
}

static void step(rtc_outbox *outbox, model *m, uint32_t number)
{
	uint32_t kept = m->kept_end - m->kept_first;

	switch (random_below(8)) {
	case 0:
	case 1:
	case 2:
		put(outbox, number);
		m->fresh[m->fresh_end++] = number;
		break;
	case 3:
	case 4:
		if (m->written < kept) {
			CHECK_INT(next(outbox), m->kept[m->kept_first + m->written]);
		} else if (m->fresh_first < m->fresh_end) {
			CHECK_INT(next(outbox), m->fresh[m->fresh_first]);
			m->kept[m->kept_end++] = m->fresh[m->fresh_first++];
		} else {
			CHECK(rtc_outbox_next(outbox) == NULL);
			break;
		}
		advance(outbox, 0);
		m->written++;
		break;
	case 5:
		CHECK(rtc_outbox_drop_oldest(outbox) == (m->fresh_first < m->fresh_end));
		m->fresh_first += m->fresh_first < m->fresh_end;
		break;
	case 6: {
		uint32_t to = random_below(kept + 1);

		CHECK_INT(rtc_outbox_go_on(outbox, m->base + to), RTC_OUTBOX_KNOWN);
		m->base += to;
		m->kept_first += to;
		m->written = 0;
		break;
	}
	default: {
		uint32_t most = random_below(8);

		rtc_outbox_trim(outbox, most * (4 + 48));
		while (m->written > 1 && m->kept_end - m->kept_first > most) {
			m->kept_first++;
			m->base++;
			m->written--;
		}
	}
	}
	CHECK_INT(rtc_outbox_number(outbox), m->base + m->written);
	CHECK_INT(rtc_outbox_waiting(outbox),
		(m->kept_end - m->kept_first - m->written + m->fresh_end - m->fresh_first) * (4 + 48));
}

static void test_model(void)
{
	check_case("any order of what may happen");
	for (int round = 0; round < 40; round++) {
		static model m;
		rtc_outbox outbox = {0};

		m = (model){0};
		for (uint32_t i = 0; i < MODEL_MAX; i++) {
			step(&outbox, &m, i);
		}
		rtc_outbox_deinit(&outbox);
	}
}

int main(void)
{
	test_numbers();
	test_model();
	return check_done("test_outbox");
}
