#include "handler.h"

#include "classes.h"

#include "handler_arginfo.h"

zend_class_entry *rtcomm_ce_Handler;

void php_rtcomm_minit_handler(void)
{
	rtcomm_ce_Handler = register_class_RtComm_Handler();
}
