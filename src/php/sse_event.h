/* RtComm\Sse\Event. */
#ifndef PHP_RTCOMM_SSE_EVENT_H
#define PHP_RTCOMM_SSE_EVENT_H

#include "php.h"

#include "../proto/sse.h"

extern zend_class_entry *rtcomm_ce_SseEvent;

/* What the Event says; its slices are the object's. */
rtc_sse_event php_rtcomm_sse_event_get(zend_object *object);

#endif
