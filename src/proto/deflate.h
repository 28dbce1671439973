/* Compressed messages (RFC 7692 7.2), on zlib.
 *
 * A deflater holds what compressing needs, a few hundred KiB. It is shared by many connections
 * where each message stands alone, or belongs to one and knows what it said before.
 *
 * An inflater is shared always: what has to be known of a connection between two messages is their
 * last bytes, 2^bits at most, in a buffer of the connection's.
 *
 * A build without zlib has these functions as well: rtc_deflate_library() is NULL then, and so is
 * what is made. */
#ifndef RTC_PROTO_DEFLATE_H
#define RTC_PROTO_DEFLATE_H

#include "buf.h"

/* Blocks of one message that may say that they are the last and be followed by others (RFC 7692
 * 7.2.3.4). Each makes the inflater begin anew. */
#define RTC_DEFLATE_RESTARTS_MAX 64

/* What a sync flush ends with: an empty stored block (RFC 1951 3.2.4), whose first byte the coder
 * has begun. A message leaves it out (RFC 7692 7.2.1). */
extern const uint8_t rtc_deflate_tail[4];

typedef struct rtc_deflater rtc_deflater;
typedef struct rtc_inflater rtc_inflater;

/* "1.2.13": the version of the library that is loaded; NULL: built without. */
const char *rtc_deflate_library(void);

/* window_bits: 8 to 15, of which 8 and 9 are the same: neither refers back further than 250 bytes;
 * level: 1 to 9. NULL: no memory. */
rtc_deflater *rtc_deflater_new(uint8_t window_bits, int level);
/* Nothing to do for NULL. */
void rtc_deflater_free(rtc_deflater *deflater);

/* Bytes that a deflater of that window takes, about. */
size_t rtc_deflater_memory(uint8_t window_bits);

/* Forgets what was compressed before: the next message stands alone. */
void rtc_deflater_reset(rtc_deflater *deflater);

/* Appends the message in its compressed form, as a frame with RSV1 carries it. RTC_NOMEM: nothing
 * was appended, and the deflater has forgotten what came before. */
rtc_status rtc_deflater_run(rtc_deflater *deflater, rtc_slice message, rtc_buf *out) RTC_NODISCARD;

/* The CRC-32 (RFC 1952 8) of a text that follows one with that CRC; 0 is that of none. */
uint32_t rtc_deflate_crc(uint32_t crc, rtc_slice text);

/* NULL: no memory. */
rtc_inflater *rtc_inflater_new(void);
/* Nothing to do for NULL. */
void rtc_inflater_free(rtc_inflater *inflater);

/* Appends what a compressed message was, at most max_bytes of it. `history`: the messages before it
 * as far as they count, to be empty at first; this one is added, and what is further back than
 * 2^window_bits is dropped, and no more memory taken than that. NULL: each message stands alone.
 *
 * 0, or what to close with (history and `out` are then good for nothing): 1007 these are no
 * compressed bytes, or blocks in their middle are marked as last more than RTC_DEFLATE_RESTARTS_MAX
 * times; 1009 there are more than max_bytes, 1011 no memory. Bytes beyond max_bytes are never made.
 */
int rtc_inflater_run(rtc_inflater *inflater, rtc_buf *history, uint8_t window_bits, rtc_slice data,
	size_t max_bytes, rtc_buf *out) RTC_NODISCARD;

#endif
