/* Media types of the files that web pages are made of. */
#ifndef PHP_RTCOMM_CONTENT_TYPE_H
#define PHP_RTCOMM_CONTENT_TYPE_H

#include "../proto/base.h"

/* What the extension of the path's file name says; static. application/octet-stream if it says
 * nothing. */
rtc_slice php_rtcomm_content_type(rtc_slice path);

#endif
