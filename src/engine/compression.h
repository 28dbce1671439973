/* Compression on a server: coders that all connections share. For permessage-deflate (RFC 7692)
 * there is besides, for each connection, what was agreed on, with contexts within a budget; event
 * streams and polls are gzip members (gzip.h) out of pieces, and have no contexts.
 *
 * A publication is compressed once for each level and window that its receivers have, without a
 * context; windows are rounded down to 9, 12 or 15 bits, so that clients, who choose them, do not
 * multiply what is kept of it. What is sent to one connection alone is compressed in the
 * connection's own context, if one was agreed on and the budget has room for it; else like a
 * publication. Both kinds may follow each other: a context of ours begins anew behind a message
 * that it did not make. */
#ifndef RTC_ENGINE_COMPRESSION_H
#define RTC_ENGINE_COMPRESSION_H

#include "../proto/deflate.h"
#include "../proto/ws_ext.h"

#include "message.h"
#include "options.h"

/* Windows that forms of a publication have. */
#define RTC_SHARED_WINDOWS 3
#define RTC_LEVELS 9

/* A text that was compressed, and the piece that it became. All zero: none. */
typedef struct rtc_compressed_run {
	rtc_buf text;
	rtc_buf piece;
	uint8_t level;
} rtc_compressed_run;

/* A server's. All zero but the budget is one that has made nothing yet. */
typedef struct rtc_compression {
	size_t budget; /* bytes that contexts of connections may take */
	size_t used;
	uint64_t refused; /* connections that it had no room for: no context was agreed on */
	size_t share;     /* bytes that the connection whose turn it is has had inflated */
	rtc_inflater *inflater;
	rtc_deflater *deflaters[RTC_SHARED_WINDOWS][RTC_LEVELS]; /* made on first need */
	rtc_buf deflated;                                        /* of the message at hand */
	rtc_buf inflated;
	rtc_compressed_run run; /* the last one of rtc_compression_write_run() */
	uint64_t turn;          /* of the loop, at the last rtc_compression_is_tired() */
	size_t spent;           /* bytes of runs that were compressed since that turn began */
} rtc_compression;

/* A connection's. */
typedef struct rtc_context {
	rtc_deflate_params params;
	uint8_t level;
	bool idle;        /* `own` was not used since the last beat */
	bool stale;       /* `own` has to begin anew */
	size_t min_bytes; /* smaller messages go out as they are */
	size_t reserved;  /* of the budget, for `history` */
	rtc_deflater *own;
	rtc_buf history; /* what the client refers back to */
} rtc_context;

void rtc_compression_deinit(rtc_compression *compression);

/* Takes an offer of a handshake, if there is one that can be taken; see rtc_deflate_negotiate().
 * Where the budget is used up, no context is agreed on, which is counted. */
bool rtc_compression_agree(rtc_compression *compression, rtc_slice offers,
	const rtc_deflate_options *options, rtc_deflate_params *agreed);

/* NULL: no memory. */
rtc_context *rtc_context_new(rtc_compression *compression, const rtc_deflate_options *options,
	const rtc_deflate_params *agreed);
/* Nothing to do for NULL. */
void rtc_context_free(rtc_compression *compression, rtc_context *context);

/* Appends what a message of the client was; 0, or what to close with, as rtc_inflater_run(). */
int rtc_context_inflate(rtc_compression *compression, rtc_context *context, rtc_slice payload,
	size_t max_bytes, rtc_buf *out) RTC_NODISCARD;

/* The form of a message that goes to many: shared with those who have agreed on the same. Borrowed;
 * the message itself if it is small, does not get smaller, or there is no memory. */
rtc_message *rtc_context_shared(
	rtc_compression *compression, rtc_context *context, rtc_message *message);

/* The form of a message that goes to this connection alone; a reference of the caller's. It has to
 * be queued next, and never dropped. */
rtc_message *rtc_context_own(
	rtc_compression *compression, rtc_context *context, rtc_message *message);

/* The last form was not queued. */
static inline void rtc_context_lose(rtc_context *context)
{
	context->stale = true;
}

/* Time has passed: a context that was not used since the last time is given back. */
void rtc_context_beat(rtc_compression *compression, rtc_context *context);

/* ---- gzip ---------------------------------------------------------------------------------------
 */

/* True if a text of that size is its own piece, with rtc_gzip_store_head() in front: there is
 * nothing to compress or to keep. */
static inline bool rtc_compression_stores(size_t len, const rtc_deflate_options *options)
{
	return len > 0 && len < options->min_bytes && len <= RTC_GZIP_STORED_MAX;
}

/* The bytes of a raw message, or of a payload, from `skip` on as a piece of gzip members: made once
 * for each level and shared; `skip` is the same for all who skip something. Borrowed. NULL: no
 * memory. */
rtc_message *rtc_compression_piece(rtc_compression *compression, rtc_message *message, size_t skip,
	const rtc_deflate_options *options);

/* Appends a text as a piece, which nobody shares. NOMEM: nothing was appended. */
rtc_status rtc_compression_write_piece(rtc_compression *compression, rtc_slice text,
	const rtc_deflate_options *options, rtc_buf *out) RTC_NODISCARD;

/* The same for a text that others may get next: many polls wait for the same. */
rtc_status rtc_compression_write_run(rtc_compression *compression, rtc_slice text,
	const rtc_deflate_options *options, rtc_buf *out) RTC_NODISCARD;

/* True if runs took so long in this turn of the loop, which differs from the one before in `turn`,
 * that the next one is for another turn. */
bool rtc_compression_is_tired(rtc_compression *compression, uint64_t turn);

#endif
