#include "origin_check.h"

#include "../classes.h"
#include "../value.h"
#include "connection.h"
#include "ext/standard/url.h"
#include "interfaces.h"
#include "stack.h"
#include "zend_interfaces.h"

#include "origin_check_arginfo.h"

/* The only property. */
enum { PROP_ALLOWED_ORIGINS };

zend_class_entry *ratchet_ce_Http_OriginCheck;

static zend_object_handlers handlers;

static zend_object *origin_check_create(zend_class_entry *ce)
{
	return php_rtcomm_decorator_create(ce, sizeof(php_rtcomm_decorator), &handlers);
}

zend_object *php_rtcomm_origin_check_new(zend_object *component, zval *allowed)
{
	zend_object *object = origin_check_create(ratchet_ce_Http_OriginCheck);
	zval *slot = OBJ_PROP_NUM(object, PROP_ALLOWED_ORIGINS);

	php_rtcomm_decorator_set(php_rtcomm_decorator_from_obj(object), component);
	zval_ptr_dtor(slot);
	ZVAL_COPY_VALUE(slot, allowed);
	return object;
}

/* Host of a URL; what is none ("null") stands for itself. */
static zend_string *host_of(rtc_slice origin)
{
	php_url *url = php_url_parse_ex((const char *)origin.data, origin.len);
	zend_string *host = NULL;

	if (url != NULL) {
		host = url->host == NULL || ZSTR_LEN(url->host) == 0 ? NULL : zend_string_copy(url->host);
		php_url_free(url);
	}
	return host != NULL ? host : php_rtcomm_string(origin);
}

bool php_rtcomm_origin_check_allows(zend_object *object, rtc_slice origin)
{
	zval *allowed = OBJ_PROP_NUM(object, PROP_ALLOWED_ORIGINS);
	zend_string *host = host_of(origin);
	bool found = false;
	zval *entry;

	ZVAL_DEREF(allowed);
	if (Z_TYPE_P(allowed) == IS_ARRAY) {
		ZEND_HASH_FOREACH_VAL (Z_ARRVAL_P(allowed), entry) {
			ZVAL_DEREF(entry);
			found =
				found || (Z_TYPE_P(entry) == IS_STRING && zend_string_equals(Z_STR_P(entry), host));
		}
		ZEND_HASH_FOREACH_END();
	}
	zend_string_release(host);
	return found;
}

ZEND_METHOD(RtComm_Ratchet_Http_OriginCheck, __construct)
{
	zend_object *object = Z_OBJ_P(ZEND_THIS);
	zend_object *component;
	zval *allowed = NULL;

	ZEND_PARSE_PARAMETERS_START(1, 2)
	Z_PARAM_OBJ_OF_CLASS(component, ratchet_ce_MessageComponentInterface)
	Z_PARAM_OPTIONAL
	Z_PARAM_ARRAY(allowed)
	ZEND_PARSE_PARAMETERS_END();
	php_rtcomm_decorator_set(php_rtcomm_decorator_from_obj(object), component);
	if (allowed != NULL) {
		zend_update_property(object->ce, object, ZEND_STRL("allowedOrigins"), allowed);
	}
}

/* The Origin field as the request in PHP says it. */
static zend_string *origin_of(zend_object *request)
{
	zval name;
	zval line;
	zend_string *origin;

	ZVAL_STRING(&name, "Origin");
	zend_call_method_with_1_params(request, request->ce, NULL, "getheaderline", &line, &name);
	zval_ptr_dtor_str(&name);
	origin = EG(exception) == NULL ? zval_try_get_string(&line) : NULL;
	zval_ptr_dtor(&line);
	return origin;
}

ZEND_METHOD(RtComm_Ratchet_Http_OriginCheck, onOpen)
{
	zend_object *object = Z_OBJ_P(ZEND_THIS);
	zend_object *request = NULL;
	zend_string *origin;
	bool allowed;
	zval argv[2];
	zval *conn;

	ZEND_PARSE_PARAMETERS_START(1, 2)
	Z_PARAM_OBJECT_OF_CLASS(conn, ratchet_ce_ConnectionInterface)
	Z_PARAM_OPTIONAL
	Z_PARAM_OBJ_OR_NULL(request)
	ZEND_PARSE_PARAMETERS_END();
	if (request == NULL) {
		zend_argument_type_error(2, "must be a request, null given");
		RETURN_THROWS();
	}
	origin = origin_of(request);
	if (origin == NULL) {
		RETURN_THROWS();
	}
	allowed = php_rtcomm_origin_check_allows(object, php_rtcomm_slice(origin));
	zend_string_release(origin);
	if (!allowed) {
		php_rtcomm_stack_refuse(Z_OBJ_P(conn), 403);
		return;
	}
	ZVAL_COPY_VALUE(&argv[0], conn);
	ZVAL_OBJ(&argv[1], request);
	php_rtcomm_decorator_forward(
		&php_rtcomm_decorator_from_obj(object)->open, 2, argv, return_value);
}

void php_rtcomm_minit_ratchet_origin_check(void)
{
	php_rtcomm_decorator_handlers(&handlers, XtOffsetOf(php_rtcomm_decorator, std));
	ratchet_ce_Http_OriginCheck =
		register_class_RtComm_Ratchet_Http_OriginCheck(ratchet_ce_Http_HttpServerInterface);
	ratchet_ce_Http_OriginCheck->create_object = origin_check_create;
}
