/* RtComm\Exception and the classes that implement it. */
#ifndef PHP_RTCOMM_EXCEPTIONS_H
#define PHP_RTCOMM_EXCEPTIONS_H

#include "php.h"

extern zend_class_entry *rtcomm_ce_Exception;
extern zend_class_entry *rtcomm_ce_RuntimeException;
extern zend_class_entry *rtcomm_ce_ListenException;
extern zend_class_entry *rtcomm_ce_ClosedException;
extern zend_class_entry *rtcomm_ce_ProtocolException;
extern zend_class_entry *rtcomm_ce_PublishException;

/* Throws a ProtocolException with no events. */
void php_rtcomm_throw_protocol(int close_code, const char *message);

/* The same with what was decoded before the fault: a list that stays the caller's. */
void php_rtcomm_throw_protocol_after(int close_code, const char *message, zval *events);

#endif
