/* A socket as OpenSSL sees it: a BIO that takes all that is written, and keeps what the kernel has
 * no room for. OpenSSL never has to be asked again with the same bytes. */
#ifndef RTC_ENGINE_TLS_SOCKET_H
#define RTC_ENGINE_TLS_SOCKET_H

#include "../proto/buf.h"

struct bio_st;

typedef struct rtc_tls_socket {
	rtc_buf staged; /* records that the kernel has not taken */
	int fd;
	bool corked;  /* records are collected in `staged` */
	bool heard;   /* the peer has said something */
	bool dry;     /* there is no more to read now; the reader resets it */
	bool starved; /* OpenSSL wanted more than there is; the reader resets it */
	bool ended;   /* the peer's side is closed */
	bool broken;  /* nothing can be read or written any more */
} rtc_tls_socket;

/* A BIO for reading and writing, which `self` must outlive. NULL: no memory. */
struct bio_st *rtc_tls_socket_bio(rtc_tls_socket *self);

/* Sends what is staged, as far as the kernel takes it. */
void rtc_tls_socket_flush(rtc_tls_socket *self);

#endif
