/* RtComm\WebSocket\Opcode. */
#ifndef PHP_RTCOMM_OPCODE_H
#define PHP_RTCOMM_OPCODE_H

#include "php.h"

#include "zend_enum.h"

extern zend_class_entry *rtcomm_ce_Opcode;

/* The case of an opcode that RFC 6455 defines. Borrowed: it lives as long as the request. */
zend_object *php_rtcomm_opcode_case(uint8_t opcode);

static inline uint8_t php_rtcomm_opcode_value(zend_object *opcode)
{
	return (uint8_t)Z_LVAL_P(zend_enum_fetch_case_value(opcode));
}

#endif
