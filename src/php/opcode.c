#include "opcode.h"

#include "../proto/ws_frame.h"
#include "classes.h"

#include "opcode_arginfo.h"

zend_class_entry *rtcomm_ce_Opcode;

/* Interned for the whole process, so that a case is found without hashing. The cases themselves are
 * objects of one request. */
static zend_string *case_names[RTC_WS_PONG + 1];

zend_object *php_rtcomm_opcode_case(uint8_t opcode)
{
	return zend_enum_get_case(rtcomm_ce_Opcode, case_names[opcode]);
}

void php_rtcomm_minit_opcode(void)
{
	rtcomm_ce_Opcode = register_class_RtComm_WebSocket_Opcode();
	case_names[RTC_WS_CONTINUATION] = zend_string_init_interned(ZEND_STRL("Continuation"), true);
	case_names[RTC_WS_TEXT] = zend_string_init_interned(ZEND_STRL("Text"), true);
	case_names[RTC_WS_BINARY] = zend_string_init_interned(ZEND_STRL("Binary"), true);
	case_names[RTC_WS_CLOSE] = zend_string_init_interned(ZEND_STRL("Close"), true);
	case_names[RTC_WS_PING] = zend_string_init_interned(ZEND_STRL("Ping"), true);
	case_names[RTC_WS_PONG] = zend_string_init_interned(ZEND_STRL("Pong"), true);
}
