#include "php.h"

#include "../proto/ws_frame.h"
#include "classes.h"
#include "value.h"

#include "close_code_arginfo.h"

ZEND_METHOD(RtComm_WebSocket_CloseCode, __construct)
{
	ZEND_PARSE_PARAMETERS_NONE();
}

ZEND_METHOD(RtComm_WebSocket_CloseCode, isValid)
{
	zend_long code;
	ZEND_PARSE_PARAMETERS_START(1, 1)
	Z_PARAM_LONG(code)
	ZEND_PARSE_PARAMETERS_END();
	RETURN_BOOL(code >= 0 && code <= UINT16_MAX && rtc_ws_close_code_valid((uint32_t)code));
}

void php_rtcomm_minit_close_code(void)
{
	zend_class_entry *ce = register_class_RtComm_WebSocket_CloseCode();
	ce->create_object = php_rtcomm_value_create;
}
