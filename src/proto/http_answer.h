/* HTTP/1.1 answers to a POST, as a client reads them (RFC 9110 15, RFC 9112 4 and 6.3). As strict
 * as http.h is with requests. Interim answers (1xx) are passed over. */
#ifndef RTC_PROTO_HTTP_ANSWER_H
#define RTC_PROTO_HTTP_ANSWER_H

#include "buf.h"
#include "http.h"

#define RTC_HTTP_ANSWER_HEAD_MAX (64 * 1024) /* with the interim answers in front of it */
#define RTC_HTTP_ANSWER_CONTENT_MAX (1024 * 1024)

/* One answer as it arrives. What is set is valid from then on; the content is whole at DONE. */
typedef struct rtc_http_answer {
	rtc_buf head;       /* private */
	rtc_http_body body; /* private */
	size_t head_at;     /* private: where the current head starts in `head` */
	size_t scanned;     /* private: no head ends before this */
	rtc_buf content;
	int status;      /* 0: the head is not complete */
	bool plain_text; /* Content-Type is text/plain */
	bool keep_alive; /* at DONE: the connection may be used again */
	uint8_t state;   /* private */
} rtc_http_answer;

void rtc_http_answer_init(rtc_http_answer *answer);
/* Frees what it holds. */
void rtc_http_answer_deinit(rtc_http_answer *answer);

/* Takes the next bytes, all of them: what follows an answer nobody has asked for, and makes
 * keep_alive false. DONE: the answer is complete; not to be called again. ERROR: *fault is a static
 * sentence ("malformed header"). */
rtc_parse rtc_http_answer_push(
	rtc_http_answer *answer, rtc_slice bytes, const char **fault) RTC_NODISCARD;

/* The connection has ended: DONE if that is how the answer ends, else ERROR. */
rtc_parse rtc_http_answer_end(rtc_http_answer *answer, const char **fault) RTC_NODISCARD;

#endif
