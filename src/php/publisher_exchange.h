/* One publication on its way: a request, its answer, and what came of them.
 *
 * Nothing is sent twice where it may have been accepted. A publication is accepted with its last
 * byte, so there is a second attempt only where the connection of an earlier call turns out to be
 * closed before that byte was sent, and the second one is made over a new connection. */
#ifndef PHP_RTCOMM_PUBLISHER_EXCHANGE_H
#define PHP_RTCOMM_PUBLISHER_EXCHANGE_H

#include "php.h"

#include "../proto/buf.h"
#include "publisher_url.h"

/* Sends the request, whose bytes it frees in any case, reads the answer, and returns the
 * publication's id, which the caller owns, at the latest after timeout_us. NULL: a PublishException
 * was thrown. */
zend_string *php_rtcomm_publisher_exchange(
	const php_rtcomm_publisher_url *url, rtc_buf *request, uint64_t timeout_us);

#endif
