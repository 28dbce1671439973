/* RtComm\CloseInfo. */
#ifndef PHP_RTCOMM_CLOSE_INFO_H
#define PHP_RTCOMM_CLOSE_INFO_H

#include "php.h"

#include "../engine/handlers.h"

/* A new object. */
zend_object *php_rtcomm_close_info_new(const rtc_close_info *info);

#endif
