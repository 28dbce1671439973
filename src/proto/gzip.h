/* One gzip member (RFC 1952), written out of pieces: a body that is compressed while it grows.
 *
 * A member is its head, pieces, and its end. Each piece is of whole bytes, refers to nothing before
 * it, and can be inflated when it has arrived. So one piece goes into any number of members, where
 * it is told apart by nothing but what stands in front of it: the end of a member has the CRC of
 * all content, which is made of the pieces' own. */
#ifndef RTC_PROTO_GZIP_H
#define RTC_PROTO_GZIP_H

#include "deflate.h"

/* Bytes of a member's end. */
#define RTC_GZIP_END_BYTES 10

/* A text of up to so many bytes is a piece as it is, with so many in front. */
#define RTC_GZIP_STORED_MAX 65535
#define RTC_GZIP_STORED_BYTES 5

/* The head of every member: no name, no time, any system. */
extern const uint8_t rtc_gzip_head[10];

/* What a member's end says of its content so far; all zero is that of none. */
typedef struct rtc_gzip_sum {
	uint32_t crc;
	uint32_t size; /* modulo 2^32 */
} rtc_gzip_sum;

/* What a piece adds to it. */
typedef struct rtc_gzip_part {
	rtc_gzip_sum sum;
	uint32_t shift; /* takes a CRC past the piece's content */
} rtc_gzip_part;

rtc_gzip_part rtc_gzip_part_of(rtc_slice text);

/* A piece was written: the cost does not depend on its size. */
void rtc_gzip_add(rtc_gzip_sum *sum, const rtc_gzip_part *part);

/* Pieces with that sum, and so many bytes of content, were written. */
void rtc_gzip_add_sum(rtc_gzip_sum *sum, const rtc_gzip_sum *behind, size_t len);

/* A piece with that text was written; for short ones. */
void rtc_gzip_add_text(rtc_gzip_sum *sum, rtc_slice text);

/* Appends the text as a piece: compressed, if there is a deflater and that makes it smaller, or
 * else as it is, with 5 bytes for each 65535. The deflater forgets what came before. Nothing is
 * appended for an empty text, or for want of memory. */
rtc_status rtc_gzip_write(rtc_deflater *deflater, rtc_slice text, rtc_buf *out) RTC_NODISCARD;

/* Writes what makes a piece of the text that follows: of 1 to RTC_GZIP_STORED_MAX bytes. */
void rtc_gzip_store_head(size_t len, uint8_t out[RTC_GZIP_STORED_BYTES]);

/* Writes the end of a member with that content. */
void rtc_gzip_end(const rtc_gzip_sum *sum, uint8_t out[RTC_GZIP_END_BYTES]);

#endif
