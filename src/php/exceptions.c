#include "exceptions.h"

#include "classes.h"
#include "ext/spl/spl_exceptions.h"
#include "zend_exceptions.h"

#include "exceptions_arginfo.h"

zend_class_entry *rtcomm_ce_Exception;
zend_class_entry *rtcomm_ce_RuntimeException;
zend_class_entry *rtcomm_ce_ListenException;
zend_class_entry *rtcomm_ce_ClosedException;
zend_class_entry *rtcomm_ce_ProtocolException;
zend_class_entry *rtcomm_ce_PublishException;

void php_rtcomm_throw_protocol(int close_code, const char *message)
{
	zval events;
	ZVAL_EMPTY_ARRAY(&events);
	php_rtcomm_throw_protocol_after(close_code, message, &events);
}

void php_rtcomm_throw_protocol_after(int close_code, const char *message, zval *events)
{
	zend_class_entry *ce = rtcomm_ce_ProtocolException;
	zend_object *exception = zend_throw_exception(ce, message, 0);
	zend_update_property_long(ce, exception, ZEND_STRL("closeCode"), close_code);
	zend_update_property(ce, exception, ZEND_STRL("events"), events);
}

void php_rtcomm_minit_exceptions(void)
{
	rtcomm_ce_Exception = register_class_RtComm_Exception(zend_ce_throwable);
	rtcomm_ce_RuntimeException =
		register_class_RtComm_RuntimeException(spl_ce_RuntimeException, rtcomm_ce_Exception);
	rtcomm_ce_ListenException = register_class_RtComm_ListenException(rtcomm_ce_RuntimeException);
	rtcomm_ce_ClosedException = register_class_RtComm_ClosedException(rtcomm_ce_RuntimeException);
	rtcomm_ce_ProtocolException =
		register_class_RtComm_ProtocolException(rtcomm_ce_RuntimeException);
	rtcomm_ce_PublishException = register_class_RtComm_PublishException(rtcomm_ce_RuntimeException);
}
