#include "enums.h"

#include "classes.h"
#include "zend_enum.h"

#include "enums_arginfo.h"

zend_class_entry *rtcomm_ce_Transport;
zend_class_entry *rtcomm_ce_SendStatus;
zend_class_entry *rtcomm_ce_Overflow;

/* Names of cases in the order of the stub, interned for the whole process. The cases themselves are
 * objects of one request. */
enum { STATUS_COUNT = RTC_SEND_CLOSED + 1, TRANSPORT_COUNT = 3 };

static zend_string *status_names[STATUS_COUNT];
static zend_string *transport_names[TRANSPORT_COUNT];

/* What the cases of Transport stand for. */
static const rtc_delivery deliveries[TRANSPORT_COUNT] = {
	RTC_WEBSOCKET, RTC_EVENT_STREAM, RTC_LONG_POLL};

/* The constants of an enum are its cases in the order in which they were declared, so that each is
 * found without hashing (opcache gives them keys of its own); the first use of a case in a request
 * makes its object. */
static zend_object *get_case(zend_class_entry *ce, uint32_t index, zend_string *name)
{
	const zend_class_constant *constant = Z_PTR(CE_CONSTANTS_TABLE(ce)->arData[index].val);

	return EXPECTED(Z_TYPE(constant->value) == IS_OBJECT) ? Z_OBJ(constant->value)
														  : zend_enum_get_case(ce, name);
}

zend_object *php_rtcomm_send_status_case(rtc_send_result result)
{
	return get_case(rtcomm_ce_SendStatus, result, status_names[result]);
}

zend_object *php_rtcomm_transport_case(rtc_delivery delivery)
{
	uint32_t index = TRANSPORT_COUNT - 1;

	while (index > 0 && deliveries[index] != delivery) {
		index--;
	}
	return get_case(rtcomm_ce_Transport, index, transport_names[index]);
}

bool php_rtcomm_transport_from(zend_object *object, rtc_delivery *delivery)
{
	const zend_string *name;

	if (object->ce != rtcomm_ce_Transport) {
		return false;
	}
	name = Z_STR_P(zend_enum_fetch_case_name(object));
	for (uint32_t i = 0; i < TRANSPORT_COUNT; i++) {
		if (zend_string_equals(name, transport_names[i])) {
			*delivery = deliveries[i];
			return true;
		}
	}
	return false;
}

bool php_rtcomm_overflow_from(zend_object *object, rtc_overflow *overflow)
{
	const zend_string *name;

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
	transport_names[0] = zend_string_init_interned(ZEND_STRL("WebSocket"), true);
	transport_names[1] = zend_string_init_interned(ZEND_STRL("EventStream"), true);
	transport_names[2] = zend_string_init_interned(ZEND_STRL("LongPoll"), true);
}
