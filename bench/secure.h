#ifndef BENCH_SECURE_H
#define BENCH_SECURE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/*
 * TLS 1.3 on a socket that does not block, by OpenSSL; both ends of the benchmark use it. The
 * handshake goes on within the first reads and writes. Certificates are not verified: the two ends
 * are on one machine. Without OpenSSL at compile time bench_secure_init() is false.
 */

typedef struct ssl_st bench_secure;

/*
 * Once, before the others. A server gives the files of its certificate and key, a client NULL.
 * False: OpenSSL is not there, or cannot read the files; its reason is on stderr.
 */
bool bench_secure_init(const char *certificate, const char *key);

/* TLS on fd, which the caller still owns. Never NULL: without memory it ends the program. */
bench_secure *bench_secure_new(int fd);

void bench_secure_free(bench_secure *secure);

/* What recv() and send() give, with EAGAIN for whatever has to wait. Capacity: 16 KiB or more. */
ssize_t bench_secure_recv(bench_secure *secure, uint8_t *to, size_t capacity);
ssize_t bench_secure_send(bench_secure *secure, const uint8_t *bytes, size_t length);

#endif
