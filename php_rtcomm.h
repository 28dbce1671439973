/* The module: what rtcomm.c and the files of src/php/ have in common. */
#ifndef PHP_RTCOMM_H
#define PHP_RTCOMM_H

#include "php.h"

#include "src/engine/peak.h"

#define PHP_RTCOMM_VERSION "0.1.0"

extern zend_module_entry rtcomm_module_entry;
#define phpext_rtcomm_ptr &rtcomm_module_entry

/* Settings, and what is counted for the whole process: everything else belongs to an object. */
ZEND_BEGIN_MODULE_GLOBALS(rtcomm)
bool ratchet;            /* rtcomm.ratchet: the names in Ratchet\ exist from the request's start */
rtc_durations callbacks; /* of scripts */
ZEND_END_MODULE_GLOBALS(rtcomm)

ZEND_EXTERN_MODULE_GLOBALS(rtcomm)

#define RTCOMM_G(v) ZEND_MODULE_GLOBALS_ACCESSOR(rtcomm, v)

#endif
