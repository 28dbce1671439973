/* What a server and its routes may be told. Defaults are in options.c, the rest is the binding's.
 */
#ifndef RTC_ENGINE_OPTIONS_H
#define RTC_ENGINE_OPTIONS_H

#include "../proto/base.h"
#include "../proto/ws_ext.h"

#include "network.h"
#include "rate.h"

/* A copy of `from` in memory of its own, with a NUL behind it that is not counted. */
rtc_status rtc_slice_copy(rtc_slice *to, rtc_slice from) RTC_NODISCARD;
/* Frees what rtc_slice_copy() made; nothing to do for a slice that is all zero. */
void rtc_slice_free(rtc_slice slice);

/* An owned list of owned strings, as rtc_slice_copy() makes them. All zero is an empty one. */
typedef struct rtc_strings {
	rtc_slice *items;
	size_t count;
} rtc_strings;

void rtc_strings_init(rtc_strings *strings);
void rtc_strings_deinit(rtc_strings *strings);
/* Appends a copy of the text. */
rtc_status rtc_strings_add(rtc_strings *strings, rtc_slice text) RTC_NODISCARD;
/* `to` is overwritten; on RTC_NOMEM it is empty. */
rtc_status rtc_strings_copy(rtc_strings *to, const rtc_strings *from) RTC_NODISCARD;

/* What happens to a message that does not fit behind sendBufferLimit. */
typedef enum rtc_overflow {
	RTC_OVERFLOW_CLOSE, /* close 1013 "slow consumer" */
	RTC_OVERFLOW_DROP_NEWEST,
	RTC_OVERFLOW_DROP_OLDEST,
} rtc_overflow;

/* What becomes of permessage-deflate (RFC 7692). */
typedef struct rtc_deflate_options {
	rtc_deflate_params wanted;
	size_t min_bytes; /* smaller messages are not compressed */
	uint8_t level;    /* 1 to 9 */
	bool on;          /* offers are taken */
} rtc_deflate_options;

/* Options that handle() may set for its route. */
typedef struct rtc_route_options {
	uint32_t session_linger_ms; /* how long a session waits for a client without a connection */
	size_t max_frame_bytes;
	size_t max_message_bytes;
	size_t send_buffer_bytes;
	uint32_t heartbeat_ms; /* 0: no pings */
	uint32_t pong_timeout_ms;
	rtc_overflow overflow;
	rtc_strings origins;      /* empty: the request's own host; "*": any */
	rtc_strings subprotocols; /* what this end speaks */
	bool strict_subprotocols; /* refuse a client that offers none of them (426) */
	uint16_t no_pong_code;    /* a close frame with it goes to who sent no pong; 0: none does */
	rtc_rate message_rate;    /* messages and pings of a client; past it 1008 */
	rtc_rate byte_rate;       /* bytes of a client; past it they are read more slowly */
	rtc_deflate_options deflate;
	bool prompt_close; /* our close frame, once written, ends the conversation */
} rtc_route_options;

/* Where a trusted proxy says who its client is. */
typedef enum rtc_forwarding {
	RTC_FORWARDING_X,        /* X-Forwarded-For, X-Forwarded-Proto */
	RTC_FORWARDING_STANDARD, /* Forwarded (RFC 7239) */
} rtc_forwarding;

typedef struct rtc_server_options {
	size_t max_connections;          /* 0: what RLIMIT_NOFILE allows */
	uint32_t max_connections_per_ip; /* 0: any number; of sessions as many */
	rtc_rate connect_rate;           /* of an IP */
	rtc_networks trusted_proxies;
	rtc_forwarding forwarding; /* which fields of theirs are read */
	bool proxy_protocol;       /* their connections begin with a PROXY header */
	rtc_slice handover;        /* owned; unix socket on which a successor asks for listeners */
	size_t max_header_bytes;
	size_t max_body_bytes;
	uint32_t handshake_timeout_ms;
	uint32_t close_timeout_ms;
	size_t deflate_budget; /* bytes that contexts of all connections may take */
	int backlog;
	bool reuse_port;
	uint32_t busy_poll_us;   /* polls for so long before the loop blocks; 0: blocks at once */
	rtc_route_options route; /* what a route gets unless it says otherwise */
} rtc_server_options;

/* Everything at its default. */
void rtc_server_options_init(rtc_server_options *options);
void rtc_server_options_deinit(rtc_server_options *options);

/* `to` is overwritten; on RTC_NOMEM it owns nothing. */
rtc_status rtc_route_options_copy(
	rtc_route_options *to, const rtc_route_options *from) RTC_NODISCARD;
void rtc_route_options_deinit(rtc_route_options *options);

#endif
