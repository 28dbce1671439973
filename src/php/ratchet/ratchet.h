/* Applications written for Ratchet: the classes of RtComm\Ratchet and how the server drives them. */
#ifndef PHP_RTCOMM_RATCHET_H
#define PHP_RTCOMM_RATCHET_H

#include "../conversation.h"

/* A route that drives a component; NULL, without an exception, if the object is none. */
php_rtcomm_route *php_rtcomm_ratchet_route(zend_object *component);

#endif
