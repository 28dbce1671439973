/* RtComm\Handler. */
#ifndef PHP_RTCOMM_HANDLER_H
#define PHP_RTCOMM_HANDLER_H

#include "php.h"

extern zend_class_entry *rtcomm_ce_Handler;

#endif
