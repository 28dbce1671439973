#include "gzip.h"

/* RFC 1952 8: the CRC's polynomial. Bits are reflected: the highest stands for x^0. */
#define CRC_POLYNOMIAL 0xedb88320
#define CRC_ONE 0x80000000   /* x^0 */
#define CRC_EIGHT 0x00800000 /* x^8 */

/* CM: deflate; FLG, MTIME, XFL: none; OS: unknown. */
const uint8_t rtc_gzip_head[10] = {0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff};

/* ---- sums ---------------------------------------------------------------------------------------
 */

/* The product of two polynomials modulo the CRC's. Each receiver of a piece pays for one: bits that
 * nobody could predict choose by masks, not by branches. */
static uint32_t multiply(uint32_t a, uint32_t b)
{
	uint32_t product = 0;

	for (int i = 0; i < 32; i++) {
		product ^= b & (0 - (a >> 31));
		b = b >> 1 ^ (CRC_POLYNOMIAL & (0 - (b & 1)));
		a <<= 1;
	}
	return product;
}

/* x^(8 * len): what a CRC is multiplied by where so many bytes follow. */
static uint32_t shift_of(size_t len)
{
	uint32_t power = CRC_EIGHT;
	uint32_t shift = CRC_ONE;

	while (len > 0) {
		if (len & 1) {
			shift = multiply(power, shift);
		}
		power = multiply(power, power);
		len >>= 1;
	}
	return shift;
}

rtc_gzip_part rtc_gzip_part_of(rtc_slice text)
{
	return (rtc_gzip_part){
		.sum = {rtc_deflate_crc(0, text), (uint32_t)text.len}, .shift = shift_of(text.len)};
}

void rtc_gzip_add(rtc_gzip_sum *sum, const rtc_gzip_part *part)
{
	sum->crc = multiply(sum->crc, part->shift) ^ part->sum.crc;
	sum->size += part->sum.size;
}

void rtc_gzip_add_sum(rtc_gzip_sum *sum, const rtc_gzip_sum *behind, size_t len)
{
	rtc_gzip_part part = {.sum = *behind, .shift = shift_of(len)};

	rtc_gzip_add(sum, &part);
}

void rtc_gzip_add_text(rtc_gzip_sum *sum, rtc_slice text)
{
	sum->crc = rtc_deflate_crc(sum->crc, text);
	sum->size += (uint32_t)text.len;
}

/* ---- pieces -------------------------------------------------------------------------------------
 */

/* Bytes of the text where it is stored. */
static size_t stored_len(size_t len)
{
	return len +
		RTC_GZIP_STORED_BYTES * (len / RTC_GZIP_STORED_MAX + (len % RTC_GZIP_STORED_MAX > 0));
}

/* RFC 1951 3.2.4: not the last block, and its length in 16 bits, twice. */
void rtc_gzip_store_head(size_t len, uint8_t out[RTC_GZIP_STORED_BYTES])
{
	out[0] = 0;
	out[1] = (uint8_t)len;
	out[2] = (uint8_t)(len >> 8);
	out[3] = (uint8_t)~out[1];
	out[4] = (uint8_t)~out[2];
}

static rtc_status store(rtc_slice text, rtc_buf *out)
{
	if (text.len > SIZE_MAX / 2 || rtc_buf_reserve(out, stored_len(text.len)) != RTC_OK) {
		return RTC_NOMEM;
	}
	while (text.len > 0) {
		size_t len = text.len < RTC_GZIP_STORED_MAX ? text.len : RTC_GZIP_STORED_MAX;
		uint8_t *to = out->data + out->len;

		rtc_gzip_store_head(len, to);
		memcpy(to + RTC_GZIP_STORED_BYTES, text.data, len);
		out->len += RTC_GZIP_STORED_BYTES + len;
		text = rtc_slice_of(text.data + len, text.len - len);
	}
	return RTC_OK;
}

/* False: it does not get smaller, or there is no memory; nothing was appended. */
static bool compress(rtc_deflater *deflater, rtc_slice text, rtc_buf *out)
{
	size_t start = out->len;

	rtc_deflater_reset(deflater);
	if (rtc_deflater_run(deflater, text, out) == RTC_OK &&
		rtc_buf_append(out, rtc_deflate_tail, sizeof(rtc_deflate_tail)) == RTC_OK &&
		out->len - start < stored_len(text.len)) {
		return true;
	}
	out->len = start;
	return false;
}

rtc_status rtc_gzip_write(rtc_deflater *deflater, rtc_slice text, rtc_buf *out)
{
	if (text.len == 0 || (deflater != NULL && compress(deflater, text, out))) {
		return RTC_OK;
	}
	return store(text, out);
}

static uint8_t *put_number(uint8_t *out, uint32_t number)
{
	for (int i = 0; i < 4; i++) {
		*out++ = (uint8_t)(number >> 8 * i);
	}
	return out;
}

void rtc_gzip_end(const rtc_gzip_sum *sum, uint8_t out[RTC_GZIP_END_BYTES])
{
	/* RFC 1951 3.2.6: a last block with fixed codes, which is empty. */
	*out++ = 0x03;
	*out++ = 0x00;
	put_number(put_number(out, sum->crc), sum->size);
}
