#include "squeeze.h"

#ifdef BENCH_HAVE_ZLIB

#include <zlib.h>

enum { WINDOW_BITS = 15, MEMORY_LEVEL = 8, TAIL = 4 };

static z_stream deflater;
static z_stream inflater;

bool bench_squeeze_init(int level)
{
	return deflateInit2(&deflater, level, Z_DEFLATED, -WINDOW_BITS, MEMORY_LEVEL,
			   Z_DEFAULT_STRATEGY) == Z_OK &&
		inflateInit2(&inflater, -WINDOW_BITS) == Z_OK;
}

/* RFC 7692 7.2.1: a flushed stream without the four bytes of its last, empty block. */
size_t bench_squeeze(uint8_t *to, size_t capacity, const uint8_t *from, size_t length)
{
	deflateReset(&deflater);
	deflater.next_in = (Bytef *)from;
	deflater.avail_in = (uInt)length;
	deflater.next_out = to;
	deflater.avail_out = (uInt)capacity;
	if (deflate(&deflater, Z_SYNC_FLUSH) != Z_OK || deflater.avail_in > 0 ||
		deflater.avail_out == 0) {
		return 0;
	}
	return capacity - deflater.avail_out - TAIL;
}

static bool take(const uint8_t *from, size_t length)
{
	int result;

	inflater.next_in = (Bytef *)from;
	inflater.avail_in = (uInt)length;
	result = inflate(&inflater, Z_SYNC_FLUSH);
	return (result == Z_OK || result == Z_BUF_ERROR) && inflater.avail_in == 0;
}

bool bench_unsqueeze(
	uint8_t *to, size_t capacity, size_t *inflated, const uint8_t *from, size_t length)
{
	static const uint8_t tail[TAIL] = {0, 0, 0xff, 0xff};

	inflateReset(&inflater);
	inflater.next_out = to;
	inflater.avail_out = (uInt)capacity;
	if (!take(from, length) || !take(tail, TAIL)) {
		return false;
	}
	*inflated = capacity - inflater.avail_out;
	return true;
}

#else

bool bench_squeeze_init(int level)
{
	(void)level;
	return false;
}

size_t bench_squeeze(uint8_t *to, size_t capacity, const uint8_t *from, size_t length)
{
	(void)to;
	(void)capacity;
	(void)from;
	(void)length;
	return 0;
}

bool bench_unsqueeze(
	uint8_t *to, size_t capacity, size_t *inflated, const uint8_t *from, size_t length)
{
	(void)to;
	(void)capacity;
	(void)inflated;
	(void)from;
	(void)length;
	return false;
}

#endif
