/* RtComm\WebSocket\Message. */
#ifndef PHP_RTCOMM_MESSAGE_H
#define PHP_RTCOMM_MESSAGE_H

#include "php.h"

#include "../proto/base.h"

/* A new Message; the bytes are copied. */
zend_object *php_rtcomm_message_new(rtc_slice payload, bool binary);

#endif
