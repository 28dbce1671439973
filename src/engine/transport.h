/* How bytes get in and out of a connection: TCP and unix sockets, and TLS on them. */
#ifndef RTC_ENGINE_TRANSPORT_H
#define RTC_ENGINE_TRANSPORT_H

#include "../proto/base.h"

#include <sys/uio.h>

typedef enum rtc_io {
	RTC_IO_DONE,  /* *count bytes went through */
	RTC_IO_AGAIN, /* nothing now: wait for readiness */
	RTC_IO_END,   /* the peer has closed its side; reads only */
	RTC_IO_ERROR, /* the connection is broken */
} rtc_io;

typedef struct rtc_transport rtc_transport;

typedef struct rtc_transport_ops {
	const char *name;
	bool secure;
	bool keeps; /* takes bytes before the kernel does: see `unsent` */
	rtc_io (*read)(rtc_transport *transport, void *data, size_t len, size_t *count);
	rtc_io (*write)(
		rtc_transport *transport, const struct iovec *vectors, int vector_count, size_t *count);
	/* True if bytes can be read though the socket may have none. NULL: never. */
	bool (*pending)(const rtc_transport *transport);
	/* Bytes that were written and have not reached the peer's kernel; 0 where nobody knows. */
	size_t (*in_flight)(const rtc_transport *transport);
	/* Says that nothing more will be written. */
	void (*finish)(rtc_transport *transport);
	/* Writes why the handshake failed, after RTC_IO_ERROR while `handshaking`. False if it is not
	 * worth telling: the client left without a word. NULL: there is no handshake. */
	bool (*fault)(const rtc_transport *transport, char *text, size_t size);
	/* The peer's certificate, as PEM: the caller's to free(). NULL: it showed none, or no memory;
	 * the function is NULL where there are none. */
	char *(*certificate)(const rtc_transport *transport);
	/* Closes the descriptor and frees what the transport holds. */
	void (*close)(rtc_transport *transport);
} rtc_transport_ops;

/* A short write says that the kernel is full, unless the transport keeps bytes itself: there
 * `unsent` says that it has taken bytes which the kernel has not; write() with no vectors goes on
 * with them. `handshaking`: nothing of ours can go out yet. */
struct rtc_transport {
	const rtc_transport_ops *ops;
	void *state; /* of a transport that needs more than a descriptor */
	int fd;
	bool unsent;
	bool handshaking;
	bool wants_write; /* reading waits for room to write */
};

/* What the kernel holds of a socket's output, where it tells. */
size_t rtc_socket_in_flight(int fd);

/* Leads nowhere: for connections without a socket. */
void rtc_transport_none_init(rtc_transport *transport);

/* Takes over a connected, non-blocking socket. */
void rtc_transport_tcp_init(rtc_transport *transport, int fd);

#endif
