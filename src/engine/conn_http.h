/* The HTTP mode from within: what its files share. */
#ifndef RTC_ENGINE_CONN_HTTP_H
#define RTC_ENGINE_CONN_HTTP_H

#include "modes.h"

/* Where a connection stands in its current request. */
typedef enum rtc_http_step {
	RTC_HTTP_HEAD,  /* between requests, or in a head */
	RTC_HTTP_BODY,  /* in the body of a request that will be answered */
	RTC_HTTP_WAIT,  /* the waiter answers, later */
	RTC_HTTP_DRAIN, /* the last answer is queued; what still comes is thrown away */
} rtc_http_step;

/* State of the HTTP mode. */
typedef struct rtc_http_state {
	rtc_http_scan scan;
	rtc_http_body body;
	const rtc_http_waiter *waiter; /* RTC_HTTP_WAIT; NULL otherwise */
	void *wait_state;              /* the waiter's */
	uint8_t step;                  /* rtc_http_step */
	bool answered;                 /* the current request */
	bool keep_alive;               /* after the current request */
	bool is_head;                  /* HEAD: the answer has no body */
	bool used;                     /* a request was answered before: silence is no fault */
	bool finished;                 /* our side of the transport is closed */
	bool ended;                    /* the peer's side is: nothing comes any more */
	bool slow;                     /* the timer was put off for a peer that reads slowly */
	bool forwards;                 /* the sender is a trusted proxy: its fields are believed */
	rtc_address socket;            /* who has the other end of the socket */
	rtc_address sender;            /* the same, or whom its PROXY header named */
	size_t max_body_bytes;         /* of the current request */
	uint32_t until_s;              /* `slow`: by then it must have read everything */
	size_t unsent; /* rtc_conn_unsent() when the timer was started or an answer was queued */
} rtc_http_state;

/* True if the connection still reads requests: it is alive and in HTTP mode. */
bool rtc_conn_http_is_mode(const rtc_conn *conn);

/* What the PROXY header said: who sends what follows. NULL: nobody is named, and no field of what
 * follows is believed. */
void rtc_conn_http_introduce(rtc_conn *conn, const rtc_address *sender);

/* Behind a trusted proxy: makes the client of the current request the connection's. False: it was
 * refused. */
bool rtc_conn_http_identify(rtc_conn *conn) RTC_NODISCARD;

/* True if its current request waits for an answer. Only in HTTP mode. */
bool rtc_conn_http_is_waiting(const rtc_conn *conn);

/* Queues one answer to the current request, and stays where it is. */
void rtc_conn_http_answer(rtc_conn *conn, int status, rtc_slice fields, rtc_slice body);

/* Goes to RTC_HTTP_DRAIN once the last answer is queued. */
void rtc_conn_http_drain(rtc_conn *conn);

/* The waiting request was answered: its waiter lets go. */
void rtc_conn_http_unwait(rtc_conn *conn);

/* A head is complete: conn->request is made of it, and judged. */
void rtc_conn_http_route(
	rtc_conn *conn, const rtc_http_head *head, const uint8_t *data, size_t len);

/* The whole request is here, with its body. */
void rtc_conn_http_dispatch(rtc_conn *conn);

/* Says which limit a body was too large for. */
const char *rtc_conn_http_body_text(const rtc_conn *conn);

/* Answers 403 to a page that may not talk to the route. */
void rtc_conn_http_refuse_origin(rtc_conn *conn);

#endif
