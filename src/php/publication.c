#include "publication.h"

#include "classes.h"
#include "value.h"

#include "publication_arginfo.h"

/* The properties in the order of the stub. */
enum { PROP_ID, PROP_CHANNEL, PROP_DATA, PROP_EVENT, PROP_BINARY, PROP_TIME };

static zend_class_entry *publication_ce;

zend_string *php_rtcomm_publication_id(const rtc_publication_id *id)
{
	char text[RTC_PUBLICATION_ID_MAX];
	size_t len = rtc_publication_id_format(id, text);

	return zend_string_init(text, len, false);
}

zend_object *php_rtcomm_publication_new(const rtc_publication *pub)
{
	zend_object *object = php_rtcomm_value_create(publication_ce);

	ZVAL_STR(OBJ_PROP_NUM(object, PROP_ID), php_rtcomm_publication_id(&pub->id));
	ZVAL_STR(OBJ_PROP_NUM(object, PROP_CHANNEL), php_rtcomm_string(pub->channel));
	ZVAL_STR(OBJ_PROP_NUM(object, PROP_DATA), php_rtcomm_string(pub->message->payload));
	ZVAL_NULL(OBJ_PROP_NUM(object, PROP_EVENT));
	if (pub->event.len > 0) {
		ZVAL_STR(OBJ_PROP_NUM(object, PROP_EVENT), php_rtcomm_string(pub->event));
	}
	ZVAL_BOOL(OBJ_PROP_NUM(object, PROP_BINARY), pub->message->binary);
	ZVAL_DOUBLE(OBJ_PROP_NUM(object, PROP_TIME), (double)pub->time_us / 1e6);
	return object;
}

ZEND_METHOD(RtComm_Publication, __construct)
{
	ZEND_PARSE_PARAMETERS_NONE();
}

void php_rtcomm_minit_publication(void)
{
	publication_ce = register_class_RtComm_Publication();
	publication_ce->create_object = php_rtcomm_value_create;
}
