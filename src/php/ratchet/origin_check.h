/* RtComm\Ratchet\Http\OriginCheck. */
#ifndef PHP_RTCOMM_RATCHET_ORIGIN_CHECK_H
#define PHP_RTCOMM_RATCHET_ORIGIN_CHECK_H

#include "../../proto/base.h"
#include "decorator.h"

extern zend_class_entry *ratchet_ce_Http_OriginCheck;

/* A new object in front of the component; takes over the list of host names. */
zend_object *php_rtcomm_origin_check_new(zend_object *component, zval *allowed);

/* True if the object lets in a client with that Origin field; len 0 if it sent none. */
bool php_rtcomm_origin_check_allows(zend_object *object, rtc_slice origin);

#endif
