#include "check.h"

#include "../../src/proto/deflate.h"
#include "random.h"

#define ZLIB_CONST
#include <zlib.h>

static rtc_inflater *inflater;
static check_guard guard;

static int inflate_bytes(
	rtc_buf *history, uint8_t bits, const void *data, size_t len, size_t max, rtc_buf *out)
{
	return rtc_inflater_run(
		inflater, history, bits, rtc_slice_of(check_guard_put(&guard, data, len), len), max, out);
}

/* RFC 7692 7.2.3: the examples, one after the other with context. */
static void test_examples(void)
{
	static const struct {
		const char *bytes;
		size_t len;
		const char *text;
	} cases[] = {
		{"\xf2\x48\xcd\xc9\xc9\x07\x00", 7, "Hello"},
		{"\xf2\x00\x11\x00\x00", 5, "Hello"},                                  /* with the window */
		{"\x00\x05\x00\xfa\xff\x48\x65\x6c\x6c\x6f\x00", 11, "Hello"},         /* not compressed */
		{"\xf3\x48\xcd\xc9\xc9\x07\x00\x00", 8, "Hello"},                      /* BFINAL */
		{"\xf2\x48\x05\x00\x00\x00\xff\xff\xca\xc9\xc9\x07\x00", 13, "Hello"}, /* two blocks */
		{"\x00", 1, ""}, {"\x02\x00", 2, ""},                      /* a fixed block of nothing */
		{"\x03\x00\x00", 3, ""},                                   /* likewise, BFINAL */
		{"\x00\x00\x00\xff\xff\xf2\x00\x11\x00\x00", 10, "Hello"}, /* an empty block before it */
	};
	rtc_buf history;

	rtc_buf_init(&history);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		rtc_buf out;

		rtc_buf_init(&out);
		check_case("example %zu", i);
		CHECK_INT(inflate_bytes(&history, 15, cases[i].bytes, cases[i].len, 100, &out), 0);
		CHECK_BYTES(out.data, out.len, cases[i].text, strlen(cases[i].text));
		rtc_buf_deinit(&out);
	}
	rtc_buf_deinit(&history);
}

/* Without the window the second example says nothing. */
static void test_context_that_is_missing(void)
{
	rtc_buf out;

	rtc_buf_init(&out);
	CHECK_INT(inflate_bytes(NULL, 15, "\xf2\x00\x11\x00\x00", 5, 100, &out), 1007);
	rtc_buf_deinit(&out);
}

/* A last block in the middle, with context before and behind it. */
static void test_last_blocks(void)
{
	rtc_buf history;
	rtc_buf out;

	rtc_buf_init(&history);
	for (int i = 0; i < 2; i++) {
		rtc_buf_init(&out);
		CHECK_INT(
			inflate_bytes(&history, 15,
				"\xf3\x48\xcd\xc9\xc9\x07\x00\xf3\x48\xcd\xc9\xc9\x07\x00\xf2\x00\x11\x00\x00", 19,
				100, &out),
			0);
		CHECK_BYTES(out.data, out.len, "HelloHelloHello", 15);
		rtc_buf_deinit(&out);
	}
	/* Nothing behind the last block. */
	rtc_buf_init(&out);
	CHECK_INT(inflate_bytes(&history, 15, "\xf3\x48\xcd\xc9\xc9\x07\x00", 7, 100, &out), 0);
	CHECK_BYTES(out.data, out.len, "Hello", 5);
	rtc_buf_deinit(&out);
	rtc_buf_deinit(&history);
}

static void shrink(rtc_deflater *deflater, const void *data, size_t len, rtc_buf *out)
{
	rtc_buf_init(out);
	CHECK_INT(rtc_deflater_run(deflater, rtc_slice_of(data, len), out), RTC_OK);
}

/* So many last blocks, each followed by another one. */
static int inflate_last_blocks(rtc_buf *history, rtc_slice begin, size_t count, rtc_buf *out)
{
	rtc_buf message;
	int fault;

	rtc_buf_init(&message);
	rtc_buf_init(out);
	CHECK_INT(rtc_buf_append(&message, begin.data, begin.len), RTC_OK);
	for (size_t i = 0; i < count; i++) {
		CHECK_INT(rtc_buf_append(&message, "\x03\x00", 2), RTC_OK);
	}
	/* Goes back to what stands before all of them. */
	CHECK_INT(rtc_buf_append(&message, "\xf2\x00\x11\x00\x00", 5), RTC_OK);
	fault = rtc_inflater_run(inflater, history, 15, rtc_buf_slice(&message), 100000, out);
	rtc_buf_deinit(&message);
	return fault;
}

/* Some are well; an endless row of them would cost a copy of the window for every two bytes. */
static void test_many_last_blocks(void)
{
	static const rtc_slice hello = {(const uint8_t *)"\xf3\x48\xcd\xc9\xc9\x07\x00", 7};
	rtc_deflater *deflater = rtc_deflater_new(15, 6);
	static uint8_t text[70000];
	rtc_buf history;
	rtc_buf begin;
	rtc_buf out;

	rtc_buf_init(&history);
	check_case("as many last blocks as may be");
	CHECK_INT(inflate_last_blocks(&history, hello, RTC_DEFLATE_RESTARTS_MAX - 1, &out), 0);
	CHECK_STR(out.data, out.len, "HelloHello");
	rtc_buf_deinit(&out);

	check_case("one more");
	CHECK_INT(inflate_last_blocks(&history, hello, RTC_DEFLATE_RESTARTS_MAX, &out), 1007);
	rtc_buf_deinit(&out);

	check_case("so many that each would be felt");
	CHECK_INT(inflate_last_blocks(&history, hello, 590000, &out), 1007);
	rtc_buf_deinit(&out);

	/* The message itself is more than a window, behind messages that were as much. */
	check_case("behind a long text");
	memset(text, 'a', sizeof(text));
	memcpy(text + sizeof(text) - 5, "Hello", 5);
	CHECK_INT(rtc_buf_append(&history, text, 32763), RTC_OK);
	shrink(deflater, text, sizeof(text), &begin);
	CHECK_INT(rtc_buf_append(&begin, "\x00\x00\xff\xff", 4), RTC_OK);
	CHECK_INT(
		inflate_last_blocks(&history, rtc_buf_slice(&begin), RTC_DEFLATE_RESTARTS_MAX, &out), 0);
	CHECK_INT(out.len, sizeof(text) + 5);
	CHECK_STR(out.data + out.len - 10, 10, "HelloHello");
	rtc_buf_deinit(&out);
	rtc_buf_deinit(&begin);
	rtc_buf_deinit(&history);
	rtc_deflater_free(deflater);
}

static void test_malformed(void)
{
	static const struct {
		const char *bytes;
		size_t len;
	} cases[] = {
		{"\x07", 1},                         /* a block of the reserved type */
		{"\xff\xff\xff\xff", 4},             /* likewise */
		{"\xf2\x48\xcd\xc9\xc9", 5},         /* cut in a block */
		{"\x00\x05\x00\xfa\xff\x48\x65", 7}, /* cut in a block that is not compressed */
		{"\x00\x05\x00\xfa\xfe\x48", 6},     /* a wrong length */
		{"\xf2\x48\xcd\xc9\xc9\x07\x00\x00\x00\xff\xff", 11}, /* with the flush */
		{"\xf3\x48\xcd\xc9\xc9\x07\x00\xff", 8},              /* behind the last block */
		{"\xf2\x48\xcd\xc9\xc9\x07\x00\xf2\x00", 9},          /* a second block that is cut */
		{"\x00\x00\x00\xff", 4},                              /* cut in the length */
		{"", 0},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		rtc_buf out;

		rtc_buf_init(&out);
		check_case("malformed %zu", i);
		/* Nothing at all is taken for an empty message. */
		CHECK_INT(inflate_bytes(NULL, 15, cases[i].bytes, cases[i].len, 100, &out),
			cases[i].len == 0 ? 0 : 1007);
		rtc_buf_deinit(&out);
	}
}

static void test_limits(void)
{
	static const size_t sizes[] = {0, 1, 2, 1023, 1024, 1025, 4096, 100000};
	rtc_deflater *deflater = rtc_deflater_new(15, 6);
	static uint8_t text[100000];

	memset(text, 'a', sizeof(text));
	for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
		rtc_buf compressed;
		rtc_buf out;

		check_case("%zu bytes", sizes[i]);
		rtc_deflater_reset(deflater);
		shrink(deflater, text, sizes[i], &compressed);
		rtc_buf_init(&out);
		CHECK_INT(inflate_bytes(NULL, 15, compressed.data, compressed.len, sizes[i], &out), 0);
		CHECK_INT(out.len, sizes[i]);
		rtc_buf_deinit(&out);
		if (sizes[i] > 0) {
			CHECK_INT(
				inflate_bytes(NULL, 15, compressed.data, compressed.len, sizes[i] - 1, &out), 1009);
			CHECK(out.len <= sizes[i] - 1);
			CHECK(out.cap <= sizes[i] + sizes[i] / 2 + 1024);
		}
		rtc_buf_deinit(&out);
		rtc_buf_deinit(&compressed);
	}
	rtc_deflater_free(deflater);
}

/* About 1 MiB that would be 1 GiB. */
static void test_bomb(void)
{
	rtc_deflater *deflater = rtc_deflater_new(15, 9);
	static uint8_t zeros[1 << 20];
	rtc_buf bomb;
	rtc_buf out;

	rtc_buf_init(&bomb);
	for (int i = 0; i < 1024; i++) {
		CHECK_INT(rtc_deflater_run(deflater, rtc_slice_of(zeros, sizeof(zeros)), &bomb), RTC_OK);
		CHECK_INT(rtc_buf_append(&bomb, "\x00\x00\xff\xff", 4), RTC_OK);
	}
	rtc_deflater_free(deflater);
	rtc_buf_init(&out);
	CHECK_INT(rtc_inflater_run(inflater, NULL, 15, rtc_buf_slice(&bomb), 1 << 20, &out), 1009);
	CHECK(out.cap <= (1 << 20) + (1 << 19));
	rtc_buf_deinit(&out);
	rtc_buf_deinit(&bomb);
}

/* Text that refers back far and near. */
static size_t make_text(uint8_t *text, size_t max)
{
	size_t len = random_below((uint32_t)max);
	static const char words[] = "{\"user\":\"alice\",\"text\":\"hello world\",\"at\":1700000000}";

	for (size_t at = 0; at < len;) {
		size_t word = random_below(sizeof(words) - 1);
		size_t piece = random_below(24) + 1;

		for (size_t i = 0; i < piece && at < len; i++, word++) {
			text[at++] = random_below(20) == 0 ? (uint8_t)random_below(256)
											   : (uint8_t)words[word % (sizeof(words) - 1)];
		}
	}
	return len;
}

/* A peer's inflater of just that window, by zlib itself; byte by byte, since it does not look at
 * the window for what the same call has written. */
static void check_window(z_stream *peer, rtc_slice compressed, const uint8_t *text, size_t len)
{
	static const uint8_t tail[4] = {0, 0, 0xff, 0xff};
	uint8_t *out = malloc(len + 1);
	size_t made = 0;

	for (int i = 0; i < 2; i++) {
		int result;

		peer->next_in = i == 0 ? compressed.data : tail;
		peer->avail_in = i == 0 ? (uInt)compressed.len : sizeof(tail);
		do {
			peer->next_out = out + made;
			peer->avail_out = 1;
			result = inflate(peer, Z_SYNC_FLUSH);
			made += 1 - peer->avail_out;
		} while (result == Z_OK && peer->avail_out == 0 && made <= len);
		CHECK(result == Z_OK || result == Z_BUF_ERROR);
		CHECK_INT(peer->avail_in, 0);
	}
	CHECK_BYTES(out, made, text, len);
	free(out);
}

/* Messages in a row, with and without what came before, in windows of each size. */
static void test_round_trips(uint8_t bits, bool takeover)
{
	rtc_deflater *deflater = rtc_deflater_new(bits, 1 + bits % 9);
	static uint8_t text[70000];
	z_stream peer = {0};
	rtc_buf history;

	rtc_buf_init(&history);
	CHECK_INT(inflateInit2(&peer, -(int)bits), Z_OK);
	for (int i = 0; i < 60; i++) {
		size_t len = make_text(text, i % 10 == 0 ? sizeof(text) : 3000);
		rtc_buf compressed;
		rtc_buf out;

		check_case("%u bits, message %d of %zu bytes", bits, i, len);
		if (!takeover) {
			rtc_deflater_reset(deflater);
		}
		shrink(deflater, text, len, &compressed);
		rtc_buf_init(&out);
		CHECK_INT(inflate_bytes(takeover ? &history : NULL, bits, compressed.data, compressed.len,
					  sizeof(text), &out),
			0);
		CHECK_BYTES(out.data, out.len, text, len);
		CHECK(history.len <= (size_t)1 << bits && history.cap <= (size_t)1 << bits);
		check_window(&peer, rtc_buf_slice(&compressed), text, len);
		rtc_buf_deinit(&out);
		rtc_buf_deinit(&compressed);
	}
	inflateEnd(&peer);
	rtc_buf_deinit(&history);
	rtc_deflater_free(deflater);
}

/* Bytes that mean nothing: no fault of ours, and within the limit. */
static void test_garbage(void)
{
	uint8_t bytes[200];

	for (int i = 0; i < 20000; i++) {
		size_t len = random_below(sizeof(bytes));
		rtc_buf history;
		rtc_buf out;
		int fault;

		for (size_t at = 0; at < len; at++) {
			bytes[at] = (uint8_t)random_below(256);
		}
		rtc_buf_init(&out);
		rtc_buf_init(&history);
		fault = inflate_bytes(&history, 9, bytes, len, 500, &out);
		CHECK(fault == 0 || fault == 1007 || fault == 1009);
		CHECK(out.len <= 500 && history.len <= 512);
		rtc_buf_deinit(&out);
		rtc_buf_deinit(&history);
	}
}

int main(void)
{
	inflater = rtc_inflater_new();
	CHECK(inflater != NULL && rtc_deflate_library() != NULL);
	test_examples();
	test_context_that_is_missing();
	test_last_blocks();
	test_many_last_blocks();
	test_malformed();
	test_limits();
	test_bomb();
	for (uint8_t bits = 8; bits <= 15; bits++) {
		test_round_trips(bits, true);
		test_round_trips(bits, false);
	}
	test_garbage();
	rtc_inflater_free(inflater);
	return check_done("test_deflate");
}
