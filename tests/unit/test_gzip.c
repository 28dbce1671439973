#include "check.h"

#include "../../src/proto/gzip.h"
#include "random.h"

#define ZLIB_CONST
#include <zlib.h>

static rtc_deflater *deflater;
static check_guard guard;

/* A text of that kind: one that repeats itself, or noise. */
static rtc_buf text_of(size_t len, bool noise)
{
	rtc_buf text;

	rtc_buf_init(&text);
	if (rtc_buf_reserve(&text, len + 1) != RTC_OK) {
		abort();
	}
	for (size_t i = 0; i < len; i++) {
		text.data[i] = (uint8_t)(noise ? random_below(256) : 'a' + i % 7 + i / 100 % 3);
	}
	text.len = len;
	return text;
}

static size_t some_length(void)
{
	static const size_t lengths[] = {0, 1, 2, 100, 1000, 65534, 65535, 65536, 131070, 200000};

	return random_below(2) == 0 ? lengths[random_below(sizeof(lengths) / sizeof(*lengths))]
								: random_below(3000);
}

/* ---- sums ---------------------------------------------------------------------------------------
 */

/* RFC 1952 8 gives no examples; this one everybody has. */
static void test_crc(void)
{
	CHECK_INT(rtc_deflate_crc(0, RTC_SLICE("123456789")), 0xcbf43926);
	CHECK_INT(rtc_deflate_crc(0, RTC_SLICE("")), 0);
	CHECK_INT(
		rtc_deflate_crc(rtc_deflate_crc(0, RTC_SLICE("1234")), RTC_SLICE("56789")), 0xcbf43926);
}

/* A part added is what its text added would be. */
static void test_sums(void)
{
	for (int i = 0; i < 300; i++) {
		rtc_buf first = text_of(some_length(), true);
		rtc_buf second = text_of(some_length(), i & 1);
		rtc_gzip_part part = rtc_gzip_part_of(rtc_buf_slice(&second));
		rtc_gzip_sum sums[3] = {{0}, {0}, {0}};

		check_case("%zu and %zu bytes", first.len, second.len);
		for (int k = 0; k < 3; k++) {
			rtc_gzip_add_text(&sums[k], rtc_buf_slice(&first));
		}
		rtc_gzip_add_text(&sums[0], rtc_buf_slice(&second));
		rtc_gzip_add(&sums[1], &part);
		rtc_gzip_add_sum(&sums[2], &part.sum, second.len);
		for (int k = 1; k < 3; k++) {
			CHECK_INT(sums[k].crc, sums[0].crc);
			CHECK_INT(sums[k].size, sums[0].size);
		}
		CHECK_INT(sums[0].crc,
			crc32_combine(
				rtc_deflate_crc(0, rtc_buf_slice(&first)), part.sum.crc, (z_off_t)second.len));
		rtc_buf_deinit(&first);
		rtc_buf_deinit(&second);
	}
}

/* ---- pieces -------------------------------------------------------------------------------------
 */

/* A member as its reader has it: what was inflated so far. */
typedef struct reader {
	z_stream stream;
	rtc_buf text;
	bool ended;
} reader;

static void reader_init(reader *self)
{
	memset(self, 0, sizeof(*self));
	if (inflateInit2(&self->stream, 15 + 16) != Z_OK) {
		abort();
	}
}

static void reader_take(reader *self, const void *data, size_t len)
{
	z_stream *stream = &self->stream;
	int code = Z_OK;

	stream->next_in = check_guard_put(&guard, data, len);
	stream->avail_in = (uInt)len;
	do {
		if (rtc_buf_reserve(&self->text, 70000) != RTC_OK) {
			abort();
		}
		stream->next_out = self->text.data + self->text.len;
		stream->avail_out = 70000;
		code = inflate(stream, Z_SYNC_FLUSH);
		self->text.len += 70000 - stream->avail_out;
	} while (code == Z_OK && (stream->avail_in > 0 || stream->avail_out == 0));
	self->ended = code == Z_STREAM_END;
	CHECK(code == Z_OK || code == Z_BUF_ERROR || self->ended);
	CHECK_INT(stream->avail_in, 0);
}

static void reader_deinit(reader *self)
{
	inflateEnd(&self->stream);
	rtc_buf_deinit(&self->text);
}

static void test_head(void)
{
	CHECK_BYTES(rtc_gzip_head, sizeof(rtc_gzip_head), "\x1f\x8b\x08\0\0\0\0\0\0\xff", 10);
}

/* RFC 1951 3.2.4 */
static void test_stored(void)
{
	rtc_buf out;

	rtc_buf_init(&out);
	CHECK_INT(rtc_gzip_write(NULL, RTC_SLICE(""), &out), RTC_OK);
	CHECK_INT(out.len, 0);
	CHECK_INT(rtc_gzip_write(deflater, RTC_SLICE(""), &out), RTC_OK);
	CHECK_INT(out.len, 0);
	CHECK_INT(rtc_gzip_write(NULL, RTC_SLICE("abc"), &out), RTC_OK);
	CHECK_BYTES(out.data, out.len,
		"\0\x03\0\xfc\xff"
		"abc",
		8);
	rtc_buf_deinit(&out);
}

/* What does not get smaller is stored: never more than 5 bytes for each 65535. */
static void test_bounds(void)
{
	for (int i = 0; i < 200; i++) {
		rtc_buf text = text_of(some_length(), i & 1);
		size_t blocks = (text.len + 65534) / 65535;
		rtc_buf out;

		check_case("%zu bytes%s", text.len, i & 1 ? " of noise" : "");
		rtc_buf_init(&out);
		CHECK_INT(rtc_gzip_write(deflater, rtc_buf_slice(&text), &out), RTC_OK);
		CHECK(out.len <= text.len + 5 * blocks);
		CHECK((i & 1) != 0 || text.len < 1000 || out.len < text.len / 4);
		rtc_buf_deinit(&out);
		rtc_buf_deinit(&text);
	}
}

/* Some pieces, made once, in members of their own order: each text is there when its piece is, and
 * the end is right. */
#define PIECES 12

typedef struct piece {
	rtc_buf text;
	rtc_buf bytes;
	rtc_gzip_part part;
} piece;

static void make_pieces(piece pieces[PIECES])
{
	for (int i = 0; i < PIECES; i++) {
		rtc_slice text;

		pieces[i].text = text_of(some_length(), random_below(3) == 0);
		text = rtc_buf_slice(&pieces[i].text);
		rtc_buf_init(&pieces[i].bytes);
		CHECK_INT(
			rtc_gzip_write(random_below(3) == 0 ? NULL : deflater, text, &pieces[i].bytes), RTC_OK);
		pieces[i].part = rtc_gzip_part_of(text);
	}
}

static void check_member(const piece pieces[PIECES])
{
	uint8_t end[RTC_GZIP_END_BYTES];
	rtc_gzip_sum sum = {0};
	reader self;

	reader_init(&self);
	reader_take(&self, rtc_gzip_head, sizeof(rtc_gzip_head));
	for (uint32_t left = random_below(10); left > 0; left--) {
		const piece *next = &pieces[random_below(PIECES)];
		size_t before = self.text.len;

		reader_take(&self, next->bytes.data, next->bytes.len);
		CHECK_BYTES(
			self.text.data + before, self.text.len - before, next->text.data, next->text.len);
		rtc_gzip_add(&sum, &next->part);
		CHECK(!self.ended);
	}
	rtc_gzip_end(&sum, end);
	reader_take(&self, end, sizeof(end));
	CHECK(self.ended);
	reader_deinit(&self);
}

static void test_members(void)
{
	piece pieces[PIECES];

	for (int i = 0; i < 20; i++) {
		check_case("round %d", i);
		make_pieces(pieces);
		for (int k = 0; k < 20; k++) {
			check_member(pieces);
		}
		for (int k = 0; k < PIECES; k++) {
			rtc_buf_deinit(&pieces[k].text);
			rtc_buf_deinit(&pieces[k].bytes);
		}
	}
}

/* A wrong sum is noticed: so the right ones above mean something. */
static void test_wrong_end(void)
{
	rtc_gzip_sum sum = {1, 0};
	uint8_t end[RTC_GZIP_END_BYTES];
	z_stream stream = {0};
	uint8_t out[1];

	rtc_gzip_end(&sum, end);
	CHECK_INT(inflateInit2(&stream, 15 + 16), Z_OK);
	stream.next_in = rtc_gzip_head;
	stream.avail_in = sizeof(rtc_gzip_head);
	stream.next_out = out;
	stream.avail_out = sizeof(out);
	CHECK_INT(inflate(&stream, Z_SYNC_FLUSH), Z_OK);
	stream.next_in = end;
	stream.avail_in = sizeof(end);
	CHECK_INT(inflate(&stream, Z_SYNC_FLUSH), Z_DATA_ERROR);
	inflateEnd(&stream);
}

int main(void)
{
	deflater = rtc_deflater_new(15, 6);
	if (deflater == NULL) {
		abort();
	}
	test_crc();
	test_sums();
	test_head();
	test_stored();
	test_bounds();
	test_members();
	test_wrong_end();
	rtc_deflater_free(deflater);
	return check_done("test_gzip");
}
