#include "close_info.h"

#include "classes.h"
#include "value.h"

#include "close_info_arginfo.h"

/* The properties in the order of the stub. */
enum { PROP_CODE, PROP_REASON, PROP_CLEAN, PROP_BY_PEER };

static zend_class_entry *close_info_ce;

zend_object *php_rtcomm_close_info_new(const rtc_close_info *info)
{
	zend_object *object = php_rtcomm_value_create(close_info_ce);

	ZVAL_LONG(OBJ_PROP_NUM(object, PROP_CODE), info->code);
	ZVAL_STR(OBJ_PROP_NUM(object, PROP_REASON), php_rtcomm_string(info->reason));
	ZVAL_BOOL(OBJ_PROP_NUM(object, PROP_CLEAN), info->clean);
	ZVAL_BOOL(OBJ_PROP_NUM(object, PROP_BY_PEER), info->by_peer);
	return object;
}

ZEND_METHOD(RtComm_CloseInfo, __construct)
{
	ZEND_PARSE_PARAMETERS_NONE();
}

void php_rtcomm_minit_close_info(void)
{
	close_info_ce = register_class_RtComm_CloseInfo();
	close_info_ce->create_object = php_rtcomm_value_create;
}
