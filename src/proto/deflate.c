#include "deflate.h"

#include "ws_frame.h"

const uint8_t rtc_deflate_tail[4] = {0x00, 0x00, 0xff, 0xff};

#ifdef RTC_HAVE_ZLIB

#include <limits.h>
#include <stdlib.h>

#define ZLIB_CONST
#include <zlib.h>

/* The first room for what is inflated, unless less is allowed. */
#define INFLATE_ROOM 1024

/* zlib's own default: 2^(8 + 6) hash chains. */
#define DEFLATE_MEM_LEVEL 8

#define INFLATE_WINDOW_BITS 15

struct rtc_deflater {
	z_stream stream;
};

struct rtc_inflater {
	z_stream stream;
};

const char *rtc_deflate_library(void)
{
	return zlibVersion();
}

/* ---- compressing --------------------------------------------------------------------------------
 */

/* zlib makes no raw stream of 8 bits. It never refers back further than its window less 262 bytes
 * (MIN_LOOKAHEAD), so with 9 bits all distances are at most 250, and fit. */
static int zlib_window_bits(uint8_t window_bits)
{
	return window_bits < 9 ? 9 : window_bits;
}

rtc_deflater *rtc_deflater_new(uint8_t window_bits, int level)
{
	rtc_deflater *deflater = calloc(1, sizeof(*deflater));

	if (deflater == NULL) {
		return NULL;
	}
	if (deflateInit2(&deflater->stream, level, Z_DEFLATED, -zlib_window_bits(window_bits),
			DEFLATE_MEM_LEVEL, Z_DEFAULT_STRATEGY) != Z_OK) {
		free(deflater);
		return NULL;
	}
	return deflater;
}

void rtc_deflater_free(rtc_deflater *deflater)
{
	if (deflater != NULL) {
		deflateEnd(&deflater->stream);
		free(deflater);
	}
}

size_t rtc_deflater_memory(uint8_t window_bits)
{
	/* zconf.h: (1 << (windowBits + 2)) + (1 << (memLevel + 9)), and some for the state. */
	return ((size_t)1 << (zlib_window_bits(window_bits) + 2)) +
		((size_t)1 << (DEFLATE_MEM_LEVEL + 9)) + 8192;
}

void rtc_deflater_reset(rtc_deflater *deflater)
{
	deflateReset(&deflater->stream);
}

static uInt zlib_len(size_t len)
{
	return len < UINT_MAX ? (uInt)len : UINT_MAX;
}

/* Appends what zlib makes of the message, with a sync flush at its end. */
static rtc_status deflate_all(z_stream *stream, rtc_slice message, rtc_buf *out)
{
	size_t left = message.len;
	bool full;

	stream->next_in = message.data;
	do {
		uInt room;

		if (rtc_buf_reserve(out, deflateBound(stream, zlib_len(left)) + sizeof(rtc_deflate_tail)) !=
			RTC_OK) {
			return RTC_NOMEM;
		}
		room = zlib_len(out->cap - out->len);
		stream->avail_in = zlib_len(left);
		stream->next_out = out->data + out->len;
		stream->avail_out = room;
		left -= stream->avail_in;
		/* Z_BUF_ERROR is no failure: there was nothing left to say. */
		if (deflate(stream, left > 0 ? Z_NO_FLUSH : Z_SYNC_FLUSH) == Z_STREAM_ERROR) {
			return RTC_NOMEM;
		}
		left += stream->avail_in;
		out->len += room - stream->avail_out;
		full = stream->avail_out == 0;
	} while (left > 0 || full);
	return RTC_OK;
}

rtc_status rtc_deflater_run(rtc_deflater *deflater, rtc_slice message, rtc_buf *out)
{
	size_t start = out->len;

	/* RFC 7692 7.2.3.6. zlib makes nothing of a second flush in a row. */
	if (message.len == 0) {
		return rtc_buf_append(out, "", 1);
	}
	if (deflate_all(&deflater->stream, message, out) != RTC_OK) {
		out->len = start;
		deflateReset(&deflater->stream);
		return RTC_NOMEM;
	}
	out->len -= sizeof(rtc_deflate_tail);
	return RTC_OK;
}

uint32_t rtc_deflate_crc(uint32_t crc, rtc_slice text)
{
	while (text.len > 0) {
		uInt len = zlib_len(text.len);

		crc = (uint32_t)crc32(crc, text.data, len);
		text = rtc_slice_of(text.data + len, text.len - len);
	}
	return crc;
}

/* ---- inflating ----------------------------------------------------------------------------------
 */

rtc_inflater *rtc_inflater_new(void)
{
	rtc_inflater *inflater = calloc(1, sizeof(*inflater));

	if (inflater == NULL) {
		return NULL;
	}
	if (inflateInit2(&inflater->stream, -INFLATE_WINDOW_BITS) != Z_OK) {
		free(inflater);
		return NULL;
	}
	return inflater;
}

void rtc_inflater_free(rtc_inflater *inflater)
{
	if (inflater != NULL) {
		inflateEnd(&inflater->stream);
		free(inflater);
	}
}

/* The last bytes of `text` that count in a window. */
static rtc_slice last_bytes(rtc_slice text, uint8_t window_bits)
{
	size_t window = (size_t)1 << window_bits;

	return text.len <= window ? text : rtc_slice_of(text.data + text.len - window, window);
}

static bool add_dictionary(z_stream *stream, rtc_slice bytes)
{
	return bytes.len == 0 || inflateSetDictionary(stream, bytes.data, (uInt)bytes.len) == Z_OK;
}

/* What was made of a message so far. */
static rtc_slice made_of(const rtc_buf *out, size_t start)
{
	return out->len == start ? rtc_slice_of(NULL, 0)
							 : rtc_slice_of(out->data + start, out->len - start);
}

/* Makes the stream begin anew, knowing what came before. */
static bool restart(z_stream *stream, const rtc_buf *history, rtc_slice made)
{
	rtc_slice near = last_bytes(made, INFLATE_WINDOW_BITS);

	if (inflateReset(stream) != Z_OK) {
		return false;
	}
	/* What the message made may be all that the window holds. */
	if (history != NULL && near.len < (size_t)1 << INFLATE_WINDOW_BITS &&
		!add_dictionary(stream, rtc_buf_slice(history))) {
		return false;
	}
	return add_dictionary(stream, near);
}

/* Room for more of the message; false when there is no memory. Where all of max_bytes is there, one
 * byte beyond it goes to `spare`, which tells a message that ends here from one that does not. */
static bool make_room(z_stream *stream, rtc_buf *out, size_t made, size_t max_bytes, uint8_t *spare)
{
	size_t left = max_bytes - made;
	size_t wanted = made < INFLATE_ROOM ? INFLATE_ROOM : made;

	if (left == 0) {
		stream->next_out = spare;
		stream->avail_out = 1;
		return true;
	}
	if (rtc_buf_reserve(out, wanted < left ? wanted : left) != RTC_OK) {
		return false;
	}
	stream->next_out = out->data + out->len;
	stream->avail_out = zlib_len(left < out->cap - out->len ? left : out->cap - out->len);
	return true;
}

/* One call of inflate(); 0, or what to close with. *end: a block said that it was the last. */
static int inflate_some(z_stream *stream, rtc_buf *out, size_t start, size_t max_bytes, bool *end)
{
	uint8_t spare;
	uint8_t *room;

	if (!make_room(stream, out, out->len - start, max_bytes, &spare)) {
		return RTC_CLOSE_INTERNAL_ERROR;
	}
	room = stream->next_out;
	switch (inflate(stream, Z_SYNC_FLUSH)) {
	case Z_OK:
	case Z_BUF_ERROR:
		break;
	case Z_STREAM_END:
		*end = true;
		break;
	case Z_MEM_ERROR:
		return RTC_CLOSE_INTERNAL_ERROR;
	default:
		return RTC_CLOSE_INVALID_PAYLOAD;
	}
	if (room != &spare) {
		out->len += (size_t)(stream->next_out - room);
	} else if (stream->next_out != room) {
		return RTC_CLOSE_MESSAGE_TOO_BIG;
	}
	return 0;
}

/* Takes one run of input; *end as above, with what follows the last block left in *data. */
static int inflate_run(
	z_stream *stream, rtc_slice *data, size_t max_bytes, rtc_buf *out, size_t start, bool *end)
{
	int fault = 0;

	*end = false;
	do {
		stream->next_in = data->data;
		stream->avail_in = zlib_len(data->len);
		fault = inflate_some(stream, out, start, max_bytes, end);
		*data = rtc_slice_of(stream->next_in, data->len - (size_t)(stream->next_in - data->data));
	} while (fault == 0 && !*end && (data->len > 0 || stream->avail_out == 0));
	return fault;
}

/* The message and the tail that the wire left out. A block may be marked as the last one (RFC 7692
 * 7.2.3.4), after which the next begins a stream anew, with the same window. That costs copies of
 * the window where an empty block is two bytes on the wire, so it happens a few times only. */
static int inflate_message(z_stream *stream, const rtc_buf *history, rtc_slice data,
	size_t max_bytes, rtc_buf *out, size_t start)
{
	rtc_slice tail = rtc_slice_of(rtc_deflate_tail, sizeof(rtc_deflate_tail));
	rtc_slice *rest = &data;
	bool in_tail = false;
	int restarts = 0;
	bool end;

	for (;;) {
		int fault = inflate_run(stream, rest, max_bytes, out, start, &end);

		if (fault != 0) {
			return fault;
		}
		if (end) {
			if (!in_tail && rest->len == 0) {
				return 0; /* nothing was left out behind a last block */
			}
			if (restarts++ == RTC_DEFLATE_RESTARTS_MAX) {
				return RTC_CLOSE_INVALID_PAYLOAD;
			}
			if (!restart(stream, history, made_of(out, start))) {
				return RTC_CLOSE_INTERNAL_ERROR;
			}
		} else if (in_tail) {
			/* Bit 7: between two blocks, where every message ends. */
			return stream->data_type & 128 ? 0 : RTC_CLOSE_INVALID_PAYLOAD;
		} else {
			in_tail = true;
			rest = &tail;
		}
	}
}

/* Adds a message to what is known, and forgets what is too far back. */
static rtc_status remember(rtc_buf *history, rtc_slice message, uint8_t window_bits)
{
	size_t window = (size_t)1 << window_bits;
	rtc_slice last = last_bytes(message, window_bits);
	rtc_status status;

	if (history->len + last.len > window) {
		rtc_buf_consume(history, history->len + last.len - window);
	}
	if (last.len == 0) {
		return RTC_OK;
	}
	status = rtc_buf_reserve_within(history, last.len, window);
	if (status == RTC_OK) {
		memcpy(history->data + history->len, last.data, last.len);
		history->len += last.len;
	}
	return status;
}

int rtc_inflater_run(rtc_inflater *inflater, rtc_buf *history, uint8_t window_bits, rtc_slice data,
	size_t max_bytes, rtc_buf *out)
{
	z_stream *stream = &inflater->stream;
	size_t start = out->len;
	int fault;

	/* The flush alone is no block (RFC 7692 7.2.3.6 has a byte for an empty message), yet there
	 * are senders that leave out all of it. */
	if (data.len == 0) {
		return 0;
	}
	if (!restart(stream, history, rtc_slice_of(NULL, 0))) {
		return RTC_CLOSE_INTERNAL_ERROR;
	}
	fault = inflate_message(stream, history, data, max_bytes, out, start);
	if (fault == 0 && history != NULL &&
		remember(history, made_of(out, start), window_bits) != RTC_OK) {
		fault = RTC_CLOSE_INTERNAL_ERROR;
	}
	return fault;
}

#else /* without zlib nothing is ever negotiated */

const char *rtc_deflate_library(void)
{
	return NULL;
}

rtc_deflater *rtc_deflater_new(uint8_t window_bits, int level)
{
	(void)window_bits;
	(void)level;
	return NULL;
}

void rtc_deflater_free(rtc_deflater *deflater)
{
	(void)deflater;
}

size_t rtc_deflater_memory(uint8_t window_bits)
{
	(void)window_bits;
	return 0;
}

void rtc_deflater_reset(rtc_deflater *deflater)
{
	(void)deflater;
}

rtc_status rtc_deflater_run(rtc_deflater *deflater, rtc_slice message, rtc_buf *out)
{
	(void)deflater;
	(void)message;
	(void)out;
	return RTC_NOMEM;
}

uint32_t rtc_deflate_crc(uint32_t crc, rtc_slice text)
{
	(void)text;
	return crc;
}

rtc_inflater *rtc_inflater_new(void)
{
	return NULL;
}

void rtc_inflater_free(rtc_inflater *inflater)
{
	(void)inflater;
}

int rtc_inflater_run(rtc_inflater *inflater, rtc_buf *history, uint8_t window_bits, rtc_slice data,
	size_t max_bytes, rtc_buf *out)
{
	(void)inflater;
	(void)history;
	(void)window_bits;
	(void)data;
	(void)max_bytes;
	(void)out;
	return RTC_CLOSE_INTERNAL_ERROR;
}

#endif
