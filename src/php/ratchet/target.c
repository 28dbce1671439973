#include "target.h"

#include "../value.h"
#include "ext/standard/url.h"
#include "zend_smart_str.h"

/* ---- encoding (RFC 3986 3.3, 3.4) --------------------------------------------------------------
 */

static bool is_hex(uint8_t byte)
{
	return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'f') ||
		(byte >= 'A' && byte <= 'F');
}

static bool is_plain(uint8_t byte, bool in_query)
{
	if ((byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
		(byte >= 'A' && byte <= 'Z')) {
		return true;
	}
	return byte != '\0' &&
		strchr(in_query ? "-._~!$&'()*+,;=:@/?" : "-._~!$&'()*+,;=:@/", byte) != NULL;
}

static void append_encoded(smart_str *out, rtc_slice text, bool in_query)
{
	static const char digits[] = "0123456789ABCDEF";
	size_t i;

	for (i = 0; i < text.len; i++) {
		uint8_t byte = text.data[i];
		bool escape =
			byte == '%' && text.len - i > 2 && is_hex(text.data[i + 1]) && is_hex(text.data[i + 2]);

		if (escape || is_plain(byte, in_query)) {
			smart_str_appendc(out, (char)byte);
		} else {
			smart_str_appendc(out, '%');
			smart_str_appendc(out, digits[byte >> 4]);
			smart_str_appendc(out, digits[byte & 15]);
		}
	}
}

/* ---- the query as a table -----------------------------------------------------------------------
 */

static zend_string *decode(const char *text, size_t len)
{
	zend_string *decoded = zend_string_init(text, len, false);

	ZSTR_LEN(decoded) = php_url_decode(ZSTR_VAL(decoded), len);
	return decoded;
}

/* Adds a value of the client's: the first one replaces the placeholder's, later ones make a list.
 * `mine` has the names that the client gave before. */
static void add_value(HashTable *table, HashTable *mine, zend_string *name, zval *value)
{
	zval *known;
	zval list;

	if (zend_hash_add_empty_element(mine, name) != NULL) {
		zend_hash_update(table, name, value);
		return;
	}
	known = zend_hash_find(table, name);
	if (Z_TYPE_P(known) != IS_ARRAY) {
		array_init(&list);
		Z_TRY_ADDREF_P(known);
		zend_hash_next_index_insert(Z_ARRVAL(list), known);
		known = zend_hash_update(table, name, &list);
	}
	zend_hash_next_index_insert(Z_ARRVAL_P(known), value);
}

/* One "name=value" or "name" (whose value is null). */
static void parse_pair(HashTable *table, HashTable *mine, rtc_slice pair)
{
	const char *start = (const char *)pair.data;
	const char *equals = pair.len == 0 ? NULL : memchr(start, '=', pair.len);
	size_t name_len = equals == NULL ? pair.len : (size_t)(equals - start);
	zend_string *name = decode(start, name_len);
	zval value;

	ZVAL_NULL(&value);
	if (equals != NULL) {
		ZVAL_STR(&value, decode(equals + 1, pair.len - name_len - 1));
	}
	add_value(table, mine, name, &value);
	zend_string_release(name);
}

static void parse_query(HashTable *table, rtc_slice query)
{
	HashTable mine;

	zend_hash_init(&mine, 8, NULL, NULL, false);
	while (query.len > 0) {
		const uint8_t *end = memchr(query.data, '&', query.len);
		size_t len = end == NULL ? query.len : (size_t)(end - query.data);

		parse_pair(table, &mine, rtc_slice_of(query.data, len));
		len += end == NULL ? 0 : 1;
		query = rtc_slice_of(query.data + len, query.len - len);
	}
	zend_hash_destroy(&mine);
}

static void append_pair(smart_str *out, zend_string *name, zval *value)
{
	zend_string *encoded = php_raw_url_encode(ZSTR_VAL(name), ZSTR_LEN(name));

	if (out->s != NULL && ZSTR_LEN(out->s) > 0) {
		smart_str_appendc(out, '&');
	}
	smart_str_append(out, encoded);
	zend_string_release(encoded);
	if (Z_TYPE_P(value) == IS_STRING) {
		encoded = php_raw_url_encode(Z_STRVAL_P(value), Z_STRLEN_P(value));
		smart_str_appendc(out, '=');
		smart_str_append(out, encoded);
		zend_string_release(encoded);
	}
}

static void build_query(smart_str *out, HashTable *table)
{
	zend_string *name;
	zval *value;
	zval *item;

	ZEND_HASH_FOREACH_STR_KEY_VAL (table, name, value) {
		if (Z_TYPE_P(value) != IS_ARRAY) {
			append_pair(out, name, value);
			continue;
		}
		ZEND_HASH_FOREACH_VAL (Z_ARRVAL_P(value), item) {
			append_pair(out, name, item);
		}
		ZEND_HASH_FOREACH_END();
	}
	ZEND_HASH_FOREACH_END();
}

static void merge_query(smart_str *out, rtc_slice query, HashTable *params)
{
	HashTable *table = zend_array_dup(params);

	parse_query(table, query);
	build_query(out, table);
	zend_array_destroy(table);
}

/* ---- the request --------------------------------------------------------------------------------
 */

/* Path and query as components shall see them. */
static void build_target(smart_str *target, const rtc_request *request, HashTable *params)
{
	rtc_slice query = rtc_request_slice(request, request->query);
	smart_str text = {0};

	append_encoded(target, rtc_request_slice(request, request->path), false);
	if (params == NULL) {
		append_encoded(&text, query, true);
	} else {
		merge_query(&text, query, params);
	}
	if (text.s != NULL && ZSTR_LEN(text.s) > 0) {
		smart_str_appendc(target, '?');
		smart_str_append_smart_str(target, &text);
	}
	smart_str_free(&text);
}

static void append_slice(smart_str *out, rtc_slice slice)
{
	smart_str_appendl(out, (const char *)slice.data, slice.len);
}

static void build_head(smart_str *head, const rtc_request *request, const smart_str *target)
{
	uint16_t i;

	append_slice(head, rtc_request_slice(request, request->method));
	smart_str_appendc(head, ' ');
	smart_str_append_smart_str(head, target);
	smart_str_appends(head, request->minor == 0 ? " HTTP/1.0\r\n" : " HTTP/1.1\r\n");
	for (i = 0; i < request->field_count; i++) {
		append_slice(head, rtc_request_slice(request, request->fields[i].name));
		smart_str_appends(head, ": ");
		append_slice(head, rtc_request_slice(request, request->fields[i].value));
		smart_str_appends(head, "\r\n");
	}
	smart_str_appends(head, "\r\n");
	smart_str_0(head);
}

static rtc_request *request_of(const smart_str *text, bool secure)
{
	const uint8_t *data = (const uint8_t *)ZSTR_VAL(text->s);
	rtc_http_error error;
	rtc_http_head head;
	rtc_request *request;

	if (!rtc_http_parse_head(data, ZSTR_LEN(text->s), &head, &error)) {
		return NULL;
	}
	request = rtc_request_new(&head, data, ZSTR_LEN(text->s));
	if (request != NULL) {
		request->secure = secure;
	}
	return request;
}

bool php_rtcomm_ratchet_retarget(rtc_conn *conn, HashTable *params)
{
	rtc_slice old = rtc_request_slice(conn->request, conn->request->target);
	rtc_request *request = conn->request;
	smart_str target = {0};
	smart_str head = {0};

	build_target(&target, request, params);
	/* A target in absolute form is left alone unless there is something to add to it. */
	if ((params != NULL || old.data[0] == '/') &&
		!rtc_slice_equals(old, php_rtcomm_slice(target.s))) {
		build_head(&head, conn->request, &target);
		request = request_of(&head, conn->request->secure);
		smart_str_free(&head);
	}
	smart_str_free(&target);
	if (request != NULL && request != conn->request) {
		rtc_request_unref(conn->request);
		conn->request = request;
	}
	return request != NULL;
}
