/* RtComm\Channel. */
#ifndef PHP_RTCOMM_CHANNEL_H
#define PHP_RTCOMM_CHANNEL_H

#include "php.h"

#include "../engine/hub.h"

/* An object for a channel; takes over the caller's hold on it. */
zend_object *php_rtcomm_channel_new(rtc_channel *channel);

#endif
