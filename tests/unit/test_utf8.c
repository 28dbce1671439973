#include "check.h"

#include "../../src/proto/utf8.h"
#include "../../src/proto/utf8_impl.h"
#include "naive_utf8.h"
#include "random.h"

static rtc_utf8_implementation by[4];
static size_t by_count;

static size_t encode(uint32_t point, uint8_t out[4])
{
	if (point < 0x80) {
		out[0] = (uint8_t)point;
		return 1;
	}
	if (point < 0x800) {
		out[0] = (uint8_t)(0xC0 | point >> 6);
		out[1] = (uint8_t)(0x80 | (point & 0x3F));
		return 2;
	}
	if (point < 0x10000) {
		out[0] = (uint8_t)(0xE0 | point >> 12);
		out[1] = (uint8_t)(0x80 | (point >> 6 & 0x3F));
		out[2] = (uint8_t)(0x80 | (point & 0x3F));
		return 3;
	}
	out[0] = (uint8_t)(0xF0 | point >> 18);
	out[1] = (uint8_t)(0x80 | (point >> 12 & 0x3F));
	out[2] = (uint8_t)(0x80 | (point >> 6 & 0x3F));
	out[3] = (uint8_t)(0x80 | (point & 0x3F));
	return 4;
}

static void test_every_code_point(void)
{
	unsigned long wrong = 0;
	uint8_t text[4];

	check_case("every code point");
	for (uint32_t point = 0; point <= 0x10FFFF; point++) {
		size_t len = encode(point, text);
		bool surrogate = point >= 0xD800 && point <= 0xDFFF;

		wrong += rtc_utf8_valid(text, len) == surrogate;
	}
	CHECK_INT(wrong, 0);
}

/* Bytes at and beside every bound in table 3-7. */
static const uint8_t edges[] = {0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2,
	0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xF7, 0xF8, 0xFF};

static unsigned long disagreements(const uint8_t *text, size_t len)
{
	rtc_utf8 utf8;
	size_t fed = 0;

	rtc_utf8_init(&utf8);
	while (fed < len && rtc_utf8_feed(&utf8, text + fed, 1)) {
		fed++;
	}

	bool valid = naive_utf8_valid(text, len);
	unsigned long wrong = rtc_utf8_valid(text, len) != valid;

	wrong += (fed == len && rtc_utf8_complete(&utf8)) != valid;
	/* Refused at the first impossible byte: what was taken is viable, one byte more is not. */
	wrong += !naive_utf8_viable(text, fed);
	wrong += fed < len && naive_utf8_viable(text, fed + 1);
	return wrong;
}

static void test_sequences(void)
{
	unsigned long wrong = 0;
	const size_t count = sizeof(edges);
	uint8_t text[5];

	check_case("every sequence of up to two bytes, and of four edge bytes");
	for (unsigned i = 0; i < 0x10000; i++) {
		text[0] = (uint8_t)(i >> 8);
		text[1] = (uint8_t)i;
		wrong += disagreements(text, 2);
	}
	for (size_t i = 0; i < count * count * count * count; i++) {
		text[0] = edges[i % count];
		text[1] = edges[i / count % count];
		text[2] = edges[i / count / count % count];
		text[3] = edges[i / count / count / count];
		text[4] = 'x';
		wrong += disagreements(text, 3);
		wrong += disagreements(text, 4);
		wrong += disagreements(text, 5);
	}
	CHECK_INT(wrong, 0);
}

typedef struct expectation {
	bool valid;
	bool complete;
} expectation;

static check_guard guard;

static void feed(void *user, const check_piece *pieces, size_t count)
{
	const expectation *expected = user;

	for (size_t k = 0; k < by_count; k++) {
		rtc_utf8 utf8;
		bool valid = true;

		rtc_utf8_init(&utf8);
		for (size_t i = 0; i < count && valid; i++) {
			const uint8_t *data = check_guard_put(&guard, pieces[i].data, pieces[i].len);

			valid = by[k].feed(&utf8, data, pieces[i].len);
		}
		CHECK(valid == expected->valid);
		CHECK(!valid || rtc_utf8_complete(&utf8) == expected->complete);
	}
}

/* Each sequence behind up to 100 ASCII bytes and before up to 40 of them, cut in every way, so that
 * it meets every path and every end. */
static void check_at_every_place(const char *sequence, bool valid, bool complete)
{
	uint8_t text[160];
	size_t len = strlen(sequence);

	check_case("\\x%02x... of %zu bytes", (uint8_t)sequence[0], len);
	for (size_t before = 0; before <= 100; before += before < 40 ? 1 : 7) {
		for (size_t behind = 0; behind <= 40; behind += behind < 20 ? 4 : 20) {
			expectation expected = {valid, complete};

			if (behind > 0 && !complete) {
				expected.valid = false;
			}
			memset(text, 'a', sizeof(text));
			memcpy(text + before, sequence, len);
			check_cuts(text, before + len + behind, feed, &expected);
		}
	}
}

static void test_places(void)
{
	check_at_every_place("", true, true);
	check_at_every_place("\xC2\x80", true, true);
	check_at_every_place("\xE0\xA0\x80", true, true);
	check_at_every_place("\xED\x9F\xBF", true, true);
	check_at_every_place("\xEF\xBF\xBF", true, true);
	check_at_every_place("\xF0\x90\x80\x80", true, true);
	check_at_every_place("\xF4\x8F\xBF\xBF", true, true);
	check_at_every_place("\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80\xC3\xA9\xC3\xA9", true, true);

	check_at_every_place("\xC2", true, false);
	check_at_every_place("\xE2\x82", true, false);
	check_at_every_place("\xF0\x9F\x98", true, false);

	check_at_every_place("\x80", false, false);
	check_at_every_place("\xC0\x80", false, false);
	check_at_every_place("\xC1\xBF", false, false);
	check_at_every_place("\xE0\x9F\xBF", false, false);
	check_at_every_place("\xED\xA0\x80", false, false);
	check_at_every_place("\xF0\x8F\xBF\xBF", false, false);
	check_at_every_place("\xF4\x90\x80\x80", false, false);
	check_at_every_place("\xF5\x80\x80\x80", false, false);
	check_at_every_place("\xF8\x88\x80\x80\x80", false, false);
	check_at_every_place("\xFE", false, false);
	check_at_every_place("\xFF", false, false);
	check_at_every_place("\xE2\x28\xA1", false, false);
	check_at_every_place("\xF0\x9F\x98\xC0", false, false);
}

/* How many implementations do not judge text[0..len), fed in two pieces, as the naive one does: it
 * is refused by the last piece exactly if it is not viable, while the first piece is viable. */
static unsigned long wrong_judgements(const uint8_t *text, size_t len, size_t split)
{
	bool viable = naive_utf8_viable(text, len);
	bool valid = viable && naive_utf8_valid(text, len);
	bool first_viable = split == 0 || naive_utf8_viable(text, split);
	unsigned long wrong = rtc_utf8_valid(text, len) != valid;

	for (size_t k = 0; k < by_count; k++) {
		rtc_utf8 utf8;

		rtc_utf8_init(&utf8);

		bool first = by[k].feed(&utf8, text, split);
		bool both = first && by[k].feed(&utf8, text + split, len - split);

		wrong += first != first_viable;
		wrong += both != viable;
		wrong += both && rtc_utf8_complete(&utf8) != valid;
	}
	return wrong;
}

/* Fills text[0..len) with whole characters; what does not fit is ASCII. */
static void fill(uint8_t *text, size_t len, const char *character)
{
	size_t size = strlen(character);

	for (size_t i = 0; i < len; i++) {
		text[i] = i < len / size * size ? (uint8_t)character[i % size] : 'x';
	}
}

static const char *const fillers[] = {"a", "\xC3\xA9", "\xE2\x82\xAC", "\xF0\x9F\x98\x80"};

/* Every sequence of one to four edge bytes in long texts of each kind; the place moves on with each
 * so that all borders of vectors are met by many. The text ends behind it, or long behind it. */
static void test_sequences_in_long_texts(void)
{
	const size_t count = sizeof(edges);
	uint8_t text[200];
	unsigned long wrong = 0;

	check_case("sequences of edge bytes in long texts");
	for (size_t i = 0; i < count * count * count * count; i++) {
		const char *filler = fillers[i % 4];
		size_t at = 40 + i / 4 % 107;
		size_t size = 1 + i % 3 + (i % 7 > 2);
		size_t behind = i % 5 < 2 ? 0 : i % 51;
		uint8_t *end = text + at + size;

		fill(text, at, filler);
		text[at] = edges[i % count];
		text[at + 1] = edges[i / count % count];
		text[at + 2] = edges[i / count / count % count];
		text[at + 3] = edges[i / count / count / count];
		fill(end, behind, filler);
		wrong += wrong_judgements(text, at + size + behind, 0);
	}
	CHECK_INT(wrong, 0);
}

/* Every pair of edge bytes, before each pair of continuations, at every place. */
static void test_pairs_at_every_offset(void)
{
	static const uint8_t tails[][2] = {{0x80, 0x80}, {0xBF, 0xBF}, {'a', 'a'}, {0x80, 'a'}};
	const size_t count = sizeof(edges);
	uint8_t text[132];
	unsigned long wrong = 0;

	check_case("pairs of edge bytes at every offset");
	for (size_t at = 0; at <= sizeof(text) - 4; at++) {
		for (size_t i = 0; i < count * count * 4; i++) {
			fill(text, sizeof(text), "a");
			fill(text, at, fillers[(at + i) % 4]);
			text[at] = edges[i / 4 % count];
			text[at + 1] = edges[i / 4 / count];
			memcpy(text + at + 2, tails[i % 4], 2);
			wrong += wrong_judgements(text, sizeof(text), 0);
		}
	}
	CHECK_INT(wrong, 0);
}

/* Texts of random characters, a byte of which may be spoilt, behind leads that are not theirs,
 * right against an unreadable page and in two pieces. */
static void test_random(void)
{
	unsigned long wrong = 0;
	uint8_t text[400];

	check_case("random texts");
	for (int round = 0; round < 100000; round++) {
		size_t most = 1 + random_below(4);
		size_t len = 0;
		size_t limit = random_below(sizeof(text) - 4);

		while (len < limit) {
			const char *filler = fillers[random_below((uint32_t)most)];
			size_t times = 1 + random_below(40);

			for (; times > 0 && len < limit; times--) {
				memcpy(text + len, filler, strlen(filler));
				len += strlen(filler);
			}
		}
		if (len > 0 && random_below(3) > 0) {
			text[random_below((uint32_t)len)] = edges[random_below(sizeof(edges))];
		}
		len -= len > 4 ? random_below(4) : 0;

		uint8_t *data = check_guard_put(&guard, text, len);

		memset(data - 3, 0xF4, 3);
		wrong +=
			wrong_judgements(data, len, random_below(2) == 0 ? 0 : random_below((uint32_t)len + 1));
	}
	CHECK_INT(wrong, 0);
}

int main(void)
{
	by_count = rtc_utf8_implementations(by, sizeof(by) / sizeof(by[0]));
	test_every_code_point();
	test_sequences();
	test_places();
	test_sequences_in_long_texts();
	test_pairs_at_every_offset();
	test_random();
	check_guard_free(&guard);
	return check_done("test_utf8");
}
