/* RtComm\Transport, RtComm\SendStatus, RtComm\Overflow. */
#ifndef PHP_RTCOMM_ENUMS_H
#define PHP_RTCOMM_ENUMS_H

#include "php.h"

#include "../engine/conn.h"
#include "../engine/options.h"
#include "../engine/route.h"

extern zend_class_entry *rtcomm_ce_Transport;
extern zend_class_entry *rtcomm_ce_SendStatus;
extern zend_class_entry *rtcomm_ce_Overflow;

/* Cases are borrowed: they live as long as the request. */
zend_object *php_rtcomm_send_status_case(rtc_send_result result);

zend_object *php_rtcomm_transport_case(rtc_delivery delivery);

/* True if `object` is a case of Transport; *delivery says which. */
bool php_rtcomm_transport_from(zend_object *object, rtc_delivery *delivery);

/* True if `object` is a case of Overflow; *overflow says which. */
bool php_rtcomm_overflow_from(zend_object *object, rtc_overflow *overflow);

#endif
