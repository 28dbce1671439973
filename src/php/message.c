#include "message.h"

#include "classes.h"
#include "value.h"
#include "zend_interfaces.h"

#include "message_arginfo.h"

/* The properties in the order of the stub. */
enum { PROP_PAYLOAD, PROP_BINARY };

static zend_class_entry *message_ce;

zend_object *php_rtcomm_message_new(zend_string *payload, bool binary)
{
	zend_object *message = php_rtcomm_value_create(message_ce);
	ZVAL_STR(OBJ_PROP_NUM(message, PROP_PAYLOAD), payload);
	ZVAL_BOOL(OBJ_PROP_NUM(message, PROP_BINARY), binary);
	return message;
}

ZEND_METHOD(RtComm_WebSocket_Message, __construct)
{
	ZEND_PARSE_PARAMETERS_NONE();
}

ZEND_METHOD(RtComm_WebSocket_Message, __toString)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_COPY(OBJ_PROP_NUM(Z_OBJ_P(ZEND_THIS), PROP_PAYLOAD));
}

void php_rtcomm_minit_message(void)
{
	message_ce = register_class_RtComm_WebSocket_Message(zend_ce_stringable);
	message_ce->create_object = php_rtcomm_value_create;
}
