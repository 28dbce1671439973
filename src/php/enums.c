#include "enums.h"

#include "classes.h"
#include "zend_enum.h"

#include "enums_arginfo.h"

zend_class_entry *rtcomm_ce_Transport;
zend_class_entry *rtcomm_ce_SendStatus;
zend_class_entry *rtcomm_ce_Overflow;

/* Names of cases, interned for the whole process. The cases themselves are objects of one request.
 */
static zend_string *status_names[RTC_SEND_CLOSED + 1];
static zend_string *websocket_name;

zend_object *php_rtcomm_send_status_case(rtc_send_result result)
{
	return zend_enum_get_case(rtcomm_ce_SendStatus, status_names[result]);
}

zend_object *php_rtcomm_transport_case(void)
{
	return zend_enum_get_case(rtcomm_ce_Transport, websocket_name);
}

bool php_rtcomm_overflow_from(zend_object *object, rtc_overflow *overflow)
{
	zend_string *name;

	if (object->ce != rtcomm_ce_Overflow) {
		return false;
	}
	name = Z_STR_P(zend_enum_fetch_case_name(object));
	if (zend_string_equals_literal(name, "Close")) {
		*overflow = RTC_OVERFLOW_CLOSE;
	} else if (zend_string_equals_literal(name, "DropNewest")) {
		*overflow = RTC_OVERFLOW_DROP_NEWEST;
	} else {
		*overflow = RTC_OVERFLOW_DROP_OLDEST;
	}
	return true;
}

void php_rtcomm_minit_enums(void)
{
	rtcomm_ce_Transport = register_class_RtComm_Transport();
	rtcomm_ce_SendStatus = register_class_RtComm_SendStatus();
	rtcomm_ce_Overflow = register_class_RtComm_Overflow();
	status_names[RTC_SEND_SENT] = zend_string_init_interned(ZEND_STRL("Sent"), true);
	status_names[RTC_SEND_QUEUED] = zend_string_init_interned(ZEND_STRL("Queued"), true);
	status_names[RTC_SEND_DROPPED] = zend_string_init_interned(ZEND_STRL("Dropped"), true);
	status_names[RTC_SEND_CLOSED] = zend_string_init_interned(ZEND_STRL("Closed"), true);
	websocket_name = zend_string_init_interned(ZEND_STRL("WebSocket"), true);
}
