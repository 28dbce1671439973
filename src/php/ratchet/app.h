/* RtComm\Ratchet\App. */
#ifndef PHP_RTCOMM_RATCHET_APP_H
#define PHP_RTCOMM_RATCHET_APP_H

#include "php.h"

extern zend_class_entry *ratchet_ce_App;

#endif
