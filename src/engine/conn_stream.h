/* The stream mode from within: what its files share. */
#ifndef RTC_ENGINE_CONN_STREAM_H
#define RTC_ENGINE_CONN_STREAM_H

#include "../proto/gzip.h"

#include "modes.h"

/* What is known of a stream that is compressed. */
typedef struct rtc_stream_gzip {
	rtc_gzip_sum sum;
	uint64_t queued; /* bytes of this connection's life, with what was dropped of them since */
} rtc_stream_gzip;

/* State of the stream mode; an idle stream has nothing else. */
typedef struct rtc_stream_state {
	const rtc_stream_source *source;
	void *source_state;
	rtc_stream_gzip *gzip; /* owned; NULL: it is not compressed */
	uint64_t beat_ms;      /* when the next comment is due; 0: never */
	int64_t taken;         /* bytes that the peer had taken when that was looked at */
	uint64_t taken_ms;     /* when it was seen to take some, or to have none to take */
	uint32_t until_s;      /* CLOSING: by then it must have taken everything */
	bool owed;             /* bytes waited for it then */
	bool finished;         /* our side of the transport is closed */
} rtc_stream_state;

/* The head is queued, and the connection is in stream mode: what goes out from now on is counted.
 */
void rtc_conn_stream_begun(rtc_conn *conn);

/* Nothing follows: queues the end of what is compressed, if all of it is known. FAILED: no memory,
 * and the connection has failed. */
rtc_status rtc_conn_stream_put_end(rtc_conn *conn) RTC_NODISCARD;

#endif
