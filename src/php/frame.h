/* RtComm\WebSocket\Frame. */
#ifndef PHP_RTCOMM_FRAME_H
#define PHP_RTCOMM_FRAME_H

#include "php.h"

#include "../proto/ws_frame.h"

/* A new Frame from a header and its payload, which becomes the object's. */
zend_object *php_rtcomm_frame_new(const rtc_ws_header *header, zend_string *payload);

#endif
