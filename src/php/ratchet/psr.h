/* Requests as PSR-7 has them, where a package declares its interfaces. */
#ifndef PHP_RTCOMM_RATCHET_PSR_H
#define PHP_RTCOMM_RATCHET_PSR_H

#include "php.h"

#include "../../engine/request.h"

/* A request of a package's class; NULL if no package declares PSR-7's interface, or none is there
 * that has a class for it. Autoloads, and leaves no exception. */
zend_object *php_rtcomm_ratchet_psr_request(const rtc_request *request);

#endif
