#include "header_fields.h"

#include "../proto/http.h"
#include "value.h"

static bool is_reserved(const php_rtcomm_headers *rules, rtc_slice name)
{
	for (size_t i = 0; i < rules->reserved_count; i++) {
		if (rtc_slice_equals_nocase(name, rules->reserved[i])) {
			return true;
		}
	}
	return false;
}

static bool check_name(const php_rtcomm_headers *rules, const zend_string *name, zend_ulong index)
{
	if (name == NULL) {
		zend_argument_value_error(rules->arg,
			"must have headers' names as keys, " ZEND_LONG_FMT " given", (zend_long)index);
		return false;
	}
	if (!rtc_http_is_token(php_rtcomm_slice(name))) {
		zend_argument_value_error(
			rules->arg, "must have headers' names as keys, \"%s\" given", ZSTR_VAL(name));
		return false;
	}
	if (is_reserved(rules, php_rtcomm_slice(name))) {
		zend_argument_value_error(
			rules->arg, "must not set %s, %s does", ZSTR_VAL(name), rules->owner);
		return false;
	}
	return true;
}

/* The value as text, which the caller releases; NULL with an exception. */
static zend_string *check_value(
	const php_rtcomm_headers *rules, const zend_string *name, zval *value)
{
	zend_string *text;

	ZVAL_DEREF(value);
	if (Z_TYPE_P(value) != IS_STRING && Z_TYPE_P(value) != IS_LONG &&
		Z_TYPE_P(value) != IS_DOUBLE && Z_TYPE_P(value) != IS_OBJECT) {
		zend_argument_type_error(
			rules->arg, "must have a string, a number or a list of them for %s", ZSTR_VAL(name));
		return NULL;
	}
	text = zval_try_get_string(value);
	if (text != NULL && !rtc_http_is_value(php_rtcomm_slice(text))) {
		zend_argument_value_error(
			rules->arg, "must not have control characters in the value of %s", ZSTR_VAL(name));
		zend_string_release(text);
		return NULL;
	}
	return text;
}

/* A walk under way. */
typedef struct header_walk {
	const php_rtcomm_headers *rules;
	php_rtcomm_header_use *use;
	void *user;
} header_walk;

static bool walk_value(const header_walk *walk, const zend_string *name, zval *value, bool first)
{
	zend_string *text = check_value(walk->rules, name, value);

	if (text == NULL) {
		return false;
	}
	if (walk->use != NULL) {
		walk->use(walk->user, name, text, first);
	}
	zend_string_release(text);
	return true;
}

static bool walk_list(const header_walk *walk, const zend_string *name, HashTable *list)
{
	bool first = true;
	zval *item;

	ZEND_HASH_FOREACH_VAL (list, item) {
		if (!walk_value(walk, name, item, first)) {
			return false;
		}
		first = false;
	}
	ZEND_HASH_FOREACH_END();
	return true;
}

/* A __toString() may change the list that it is in, where that is a reference: it is held here. */
static bool walk_header(const header_walk *walk, const zend_string *name, zval *value)
{
	bool good;
	zval list;

	ZVAL_DEREF(value);
	if (Z_TYPE_P(value) != IS_ARRAY) {
		return walk_value(walk, name, value, true);
	}
	ZVAL_COPY(&list, value);
	good = walk_list(walk, name, Z_ARRVAL(list));
	zval_ptr_dtor(&list);
	return good;
}

bool php_rtcomm_headers_walk(
	const php_rtcomm_headers *rules, HashTable *array, php_rtcomm_header_use *use, void *user)
{
	const header_walk walk = {rules, use, user};
	zend_ulong index;
	zend_string *name;
	zval *value;

	ZEND_HASH_FOREACH_KEY_VAL (array, index, name, value) {
		if (!check_name(rules, name, index) || !walk_header(&walk, name, value)) {
			return false;
		}
	}
	ZEND_HASH_FOREACH_END();
	return true;
}
