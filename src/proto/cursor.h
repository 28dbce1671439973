/* Where a client wants to go on: ids of publications, cursors made of them, and cursors of
 * sessions. All come from the network and are hostile. */
#ifndef RTC_PROTO_CURSOR_H
#define RTC_PROTO_CURSOR_H

#include "buf.h"

/* Characters of an epoch, of the base64url alphabet (RFC 4648 5). Those of this process have
 * RTC_EPOCH_LEN: 64 random bits. */
#define RTC_EPOCH_LEN 11
#define RTC_EPOCH_MAX 22

/* EPOCH:OFFSET. Offsets count up by one from 1 in each channel; the epoch changes when numbering
 * starts anew. */
typedef struct rtc_publication_id {
	uint64_t offset;
	char epoch[RTC_EPOCH_MAX + 1]; /* ends with NUL */
} rtc_publication_id;

/* Room for an id as text, with its NUL. */
#define RTC_PUBLICATION_ID_MAX (RTC_EPOCH_MAX + 1 + 20 + 1)

/* Writes "EPOCH:OFFSET" and its NUL; returns the length. */
size_t rtc_publication_id_format(const rtc_publication_id *id, char out[RTC_PUBLICATION_ID_MAX]);

/* The inverse, strict: no sign, no leading zero but "0" itself, no overflow. */
bool rtc_publication_id_parse(rtc_slice text, rtc_publication_id *id) RTC_NODISCARD;

/* A cursor over several channels: `count` ids joined with ','. False unless there are that many. */
bool rtc_cursor_parse(rtc_slice text, rtc_publication_id *ids, size_t count) RTC_NODISCARD;

#define RTC_TOKEN_BYTES 16 /* 128 random bits name a session */
#define RTC_TOKEN_LEN 22   /* as base64url without padding */

void rtc_token_format(const uint8_t token[RTC_TOKEN_BYTES], char out[RTC_TOKEN_LEN + 1]);

/* Strict: exactly RTC_TOKEN_LEN characters, and the spare bits are zero. */
bool rtc_token_parse(rtc_slice text, uint8_t token[RTC_TOKEN_BYTES]) RTC_NODISCARD;

/* TOKEN.N: after which of a session's messages to go on; 0 is before the first. */
bool rtc_session_cursor_parse(
	rtc_slice text, uint8_t token[RTC_TOKEN_BYTES], uint64_t *number) RTC_NODISCARD;

#endif
