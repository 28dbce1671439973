#include "ip_black_list.h"

#include "../classes.h"
#include "connection.h"
#include "interfaces.h"
#include "stack.h"
#include "zend_exceptions.h"
#include "zend_interfaces.h"

#include "ip_black_list_arginfo.h"

/* The only property. */
enum { PROP_BLACKLIST };

/* The connections that were turned away and whose end is still to come, by handle: who has not
 * opened is not told of that either, whatever was blocked or unblocked meanwhile. */
typedef struct ip_black_list {
	HashTable refused;
	php_rtcomm_decorator decorator;
} ip_black_list;

zend_class_entry *ratchet_ce_Server_IpBlackList;

static zend_object_handlers handlers;

static ip_black_list *ip_black_list_from_obj(zend_object *object)
{
	return (ip_black_list *)((char *)object - XtOffsetOf(ip_black_list, decorator.std));
}

static zend_object *ip_black_list_create(zend_class_entry *ce)
{
	zend_object *object = php_rtcomm_decorator_create(ce, sizeof(ip_black_list), &handlers);

	zend_hash_init(&ip_black_list_from_obj(object)->refused, 0, NULL, NULL, false);
	return object;
}

static void ip_black_list_free(zend_object *object)
{
	zend_hash_destroy(&ip_black_list_from_obj(object)->refused);
	php_rtcomm_decorator_deinit(&ip_black_list_from_obj(object)->decorator);
	zend_object_std_dtor(object);
}

/* Length of the address without the port that may follow an IPv4 address. */
static size_t address_len(const char *address, size_t len)
{
	const char *colon = memchr(address, ':', len);
	size_t dots = 0;
	size_t i;

	for (i = 0; i < len; i++) {
		dots += address[i] == '.';
	}
	return colon != NULL && dots == 3 ? (size_t)(colon - address) : len;
}

bool php_rtcomm_ip_black_list_blocks(zend_object *object, const char *address, size_t len)
{
	zval *list = OBJ_PROP_NUM(object, PROP_BLACKLIST);

	ZVAL_DEREF(list);
	return Z_TYPE_P(list) == IS_ARRAY &&
		zend_symtable_str_exists(Z_ARRVAL_P(list), address, address_len(address, len));
}

/* ---- the list -----------------------------------------------------------------------------------
 */

/* The list, ready to be changed. */
static HashTable *writable_list(zend_object *object)
{
	zval *list = OBJ_PROP_NUM(object, PROP_BLACKLIST);

	ZVAL_DEREF(list);
	if (Z_TYPE_P(list) != IS_ARRAY) {
		zval_ptr_dtor(list);
		array_init(list);
	}
	SEPARATE_ARRAY(list);
	return Z_ARRVAL_P(list);
}

ZEND_METHOD(RtComm_Ratchet_Server_IpBlackList, __construct)
{
	zend_object *component;

	ZEND_PARSE_PARAMETERS_START(1, 1)
	Z_PARAM_OBJ_OF_CLASS(component, ratchet_ce_MessageComponentInterface)
	ZEND_PARSE_PARAMETERS_END();
	php_rtcomm_decorator_set(php_rtcomm_decorator_from_obj(Z_OBJ_P(ZEND_THIS)), component);
}

ZEND_METHOD(RtComm_Ratchet_Server_IpBlackList, blockAddress)
{
	zend_string *ip;
	zval value;

	ZEND_PARSE_PARAMETERS_START(1, 1)
	Z_PARAM_STR(ip)
	ZEND_PARSE_PARAMETERS_END();
	ZVAL_TRUE(&value);
	zend_symtable_update(writable_list(Z_OBJ_P(ZEND_THIS)), ip, &value);
	RETURN_OBJ_COPY(Z_OBJ_P(ZEND_THIS));
}

ZEND_METHOD(RtComm_Ratchet_Server_IpBlackList, unblockAddress)
{
	zend_string *ip;

	ZEND_PARSE_PARAMETERS_START(1, 1)
	Z_PARAM_STR(ip)
	ZEND_PARSE_PARAMETERS_END();
	zend_symtable_str_del(
		writable_list(Z_OBJ_P(ZEND_THIS)), ZSTR_VAL(ip), address_len(ZSTR_VAL(ip), ZSTR_LEN(ip)));
	RETURN_OBJ_COPY(Z_OBJ_P(ZEND_THIS));
}

ZEND_METHOD(RtComm_Ratchet_Server_IpBlackList, isBlocked)
{
	zend_string *address;

	ZEND_PARSE_PARAMETERS_START(1, 1)
	Z_PARAM_STR(address)
	ZEND_PARSE_PARAMETERS_END();
	RETURN_BOOL(
		php_rtcomm_ip_black_list_blocks(Z_OBJ_P(ZEND_THIS), ZSTR_VAL(address), ZSTR_LEN(address)));
}

ZEND_METHOD(RtComm_Ratchet_Server_IpBlackList, getBlockedAddresses)
{
	zend_string *key;
	zend_ulong index;

	ZEND_PARSE_PARAMETERS_NONE();
	array_init(return_value);
	ZEND_HASH_FOREACH_KEY(writable_list(Z_OBJ_P(ZEND_THIS)), index, key)
	{
		if (key != NULL) {
			add_next_index_str(return_value, zend_string_copy(key));
		} else {
			add_next_index_long(return_value, (zend_long)index);
		}
	}
	ZEND_HASH_FOREACH_END();
}

ZEND_METHOD(RtComm_Ratchet_Server_IpBlackList, filterAddress)
{
	zend_string *address;

	ZEND_PARSE_PARAMETERS_START(1, 1)
	Z_PARAM_STR(address)
	ZEND_PARSE_PARAMETERS_END();
	RETURN_STRINGL(ZSTR_VAL(address), address_len(ZSTR_VAL(address), ZSTR_LEN(address)));
}

/* ---- as a component
 * ------------------------------------------------------------------------------- */

/* Asks isBlocked(), which a subclass may have replaced. */
static bool is_blocked(zend_object *object, zend_object *conn)
{
	zval rv;
	zval address;
	zval result;
	bool blocked;

	ZVAL_COPY(&address, zend_read_property(conn->ce, conn, ZEND_STRL("remoteAddress"), true, &rv));
	ZVAL_UNDEF(&result);
	if (EG(exception) == NULL) {
		zend_call_method_with_1_params(object, object->ce, NULL, "isblocked", &result, &address);
	}
	blocked = EG(exception) != NULL || zend_is_true(&result);
	zval_ptr_dtor(&address);
	zval_ptr_dtor(&result);
	return blocked;
}

ZEND_METHOD(RtComm_Ratchet_Server_IpBlackList, onOpen)
{
	ip_black_list *list = ip_black_list_from_obj(Z_OBJ_P(ZEND_THIS));
	zval *conn;

	ZEND_PARSE_PARAMETERS_START(1, 1)
	Z_PARAM_OBJECT_OF_CLASS(conn, ratchet_ce_ConnectionInterface)
	ZEND_PARSE_PARAMETERS_END();
	if (!is_blocked(Z_OBJ_P(ZEND_THIS), Z_OBJ_P(conn))) {
		php_rtcomm_decorator_forward(&list->decorator.open, 1, conn, return_value);
	} else if (EG(exception) == NULL) {
		zend_hash_index_add_empty_element(&list->refused, Z_OBJ_HANDLE_P(conn));
		php_rtcomm_stack_refuse(Z_OBJ_P(conn), 403);
	}
}

ZEND_METHOD(RtComm_Ratchet_Server_IpBlackList, onClose)
{
	ip_black_list *list = ip_black_list_from_obj(Z_OBJ_P(ZEND_THIS));
	zval *conn;

	ZEND_PARSE_PARAMETERS_START(1, 1)
	Z_PARAM_OBJECT_OF_CLASS(conn, ratchet_ce_ConnectionInterface)
	ZEND_PARSE_PARAMETERS_END();
	if (zend_hash_index_del(&list->refused, Z_OBJ_HANDLE_P(conn)) == FAILURE) {
		php_rtcomm_decorator_forward(&list->decorator.close, 1, conn, return_value);
	}
}

ZEND_METHOD(RtComm_Ratchet_Server_IpBlackList, onError)
{
	ip_black_list *list = ip_black_list_from_obj(Z_OBJ_P(ZEND_THIS));
	zval argv[2];
	zval *conn;
	zval *error;

	ZEND_PARSE_PARAMETERS_START(2, 2)
	Z_PARAM_OBJECT_OF_CLASS(conn, ratchet_ce_ConnectionInterface)
	Z_PARAM_OBJECT_OF_CLASS(error, zend_ce_exception)
	ZEND_PARSE_PARAMETERS_END();
	if (!zend_hash_index_exists(&list->refused, Z_OBJ_HANDLE_P(conn))) {
		ZVAL_COPY_VALUE(&argv[0], conn);
		ZVAL_COPY_VALUE(&argv[1], error);
		php_rtcomm_decorator_forward(&list->decorator.error, 2, argv, return_value);
	}
}

void php_rtcomm_minit_ratchet_ip_black_list(void)
{
	php_rtcomm_decorator_handlers(&handlers, XtOffsetOf(ip_black_list, decorator.std));
	handlers.free_obj = ip_black_list_free;
	ratchet_ce_Server_IpBlackList =
		register_class_RtComm_Ratchet_Server_IpBlackList(ratchet_ce_MessageComponentInterface);
	ratchet_ce_Server_IpBlackList->create_object = ip_black_list_create;
}
