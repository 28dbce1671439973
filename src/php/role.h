/* RtComm\WebSocket\Role. */
#ifndef PHP_RTCOMM_ROLE_H
#define PHP_RTCOMM_ROLE_H

#include "php.h"

#include "../proto/ws_frame.h"
#include "zend_enum.h"

extern zend_class_entry *rtcomm_ce_Role;

/* NULL is the default of a parameter: the client. */
static inline rtc_ws_role php_rtcomm_role_value(zend_object *role)
{
	if (role == NULL) {
		return RTC_WS_FROM_CLIENT;
	}
	return zend_string_equals_literal(Z_STR_P(zend_enum_fetch_case_name(role)), "Client")
		? RTC_WS_FROM_CLIENT
		: RTC_WS_FROM_SERVER;
}

#endif
