/* RtComm\Ratchet\Server\IpBlackList. */
#ifndef PHP_RTCOMM_RATCHET_IP_BLACK_LIST_H
#define PHP_RTCOMM_RATCHET_IP_BLACK_LIST_H

#include "decorator.h"

extern zend_class_entry *ratchet_ce_Server_IpBlackList;

/* True if the address, as text, is kept away. */
bool php_rtcomm_ip_black_list_blocks(zend_object *object, const char *address, size_t len);

#endif
