/* RtComm\Tls. */
#ifndef PHP_RTCOMM_TLS_H
#define PHP_RTCOMM_TLS_H

#include "../engine/tls.h"
#include "php.h"

extern zend_class_entry *rtcomm_ce_Tls;

/* The engine's part of a Tls object, which stays the object's. NULL with an exception if the
 * constructor never ran. */
rtc_tls *php_rtcomm_tls_of(zend_object *object);

#endif
