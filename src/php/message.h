/* RtComm\WebSocket\Message. */
#ifndef PHP_RTCOMM_MESSAGE_H
#define PHP_RTCOMM_MESSAGE_H

#include "php.h"

/* A new Message, which takes the string over. */
zend_object *php_rtcomm_message_new(zend_string *payload, bool binary);

#endif
