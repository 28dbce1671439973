#include "role.h"

#include "classes.h"

#include "role_arginfo.h"

zend_class_entry *rtcomm_ce_Role;

void php_rtcomm_minit_role(void)
{
	rtcomm_ce_Role = register_class_RtComm_WebSocket_Role();
}
