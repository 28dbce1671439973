#include "psr.h"

#include "interfaces.h"
#include "zend_exceptions.h"
#include "zend_smart_str.h"

/* Their constructors take method, URI, headers, body and version. Ratchet itself brings the first.
 */
static const char *const classes[] = {"GuzzleHttp\\Psr7\\Request", "Nyholm\\Psr7\\Request"};

static zend_class_entry *find_class(const char *name, uint32_t flags)
{
	zend_string *string = zend_string_init(name, strlen(name), false);
	zend_class_entry *ce = zend_lookup_class_ex(string, NULL, flags);

	zend_string_release(string);
	zend_clear_exception();
	return ce;
}

static void append_slice(smart_str *out, rtc_slice slice)
{
	smart_str_appendl(out, (const char *)slice.data, slice.len);
}

static zend_string *uri_of(const rtc_request *request)
{
	rtc_slice target = rtc_request_slice(request, request->target);
	smart_str uri = {0};

	if (request->host.len > 0 && target.data[0] == '/') {
		smart_str_appends(&uri, request->secure ? "https://" : "http://");
		append_slice(&uri, rtc_request_slice(request, request->host));
	}
	append_slice(&uri, target);
	return smart_str_extract(&uri);
}

/* Lists of values by the names that the client wrote. */
static void headers_of(zval *headers, const rtc_request *request)
{
	uint16_t i;

	array_init(headers);
	for (i = 0; i < request->field_count; i++) {
		rtc_slice name = rtc_request_slice(request, request->fields[i].name);
		rtc_slice value = rtc_request_slice(request, request->fields[i].value);
		zval *list = zend_symtable_str_find(Z_ARRVAL_P(headers), (const char *)name.data, name.len);
		zval fresh;

		if (list == NULL) {
			array_init(&fresh);
			list = zend_symtable_str_update(
				Z_ARRVAL_P(headers), (const char *)name.data, name.len, &fresh);
		}
		add_next_index_stringl(list, (const char *)value.data, value.len);
	}
}

static zend_object *construct(zend_class_entry *ce, const rtc_request *request)
{
	rtc_slice method = rtc_request_slice(request, request->method);
	zval object;
	zval argv[5];

	if (object_init_ex(&object, ce) != SUCCESS) {
		zend_clear_exception();
		return NULL;
	}
	ZVAL_STRINGL(&argv[0], (const char *)method.data, method.len);
	ZVAL_STR(&argv[1], uri_of(request));
	headers_of(&argv[2], request);
	ZVAL_EMPTY_STRING(&argv[3]);
	ZVAL_STRING(&argv[4], request->minor == 0 ? "1.0" : "1.1");
	zend_call_known_instance_method(ce->constructor, Z_OBJ(object), NULL, 5, argv);
	zval_ptr_dtor(&argv[0]);
	zval_ptr_dtor(&argv[1]);
	zval_ptr_dtor(&argv[2]);
	zval_ptr_dtor(&argv[4]);
	if (EG(exception) != NULL) {
		/* It refuses what the client sent: a request of ours does not. */
		zend_clear_exception();
		zval_ptr_dtor(&object);
		return NULL;
	}
	return Z_OBJ(object);
}

zend_object *php_rtcomm_ratchet_psr_request(const rtc_request *request)
{
	zend_class_entry *interface =
		find_class("Psr\\Http\\Message\\RequestInterface", ZEND_FETCH_CLASS_NO_AUTOLOAD);
	size_t i;

	if (interface == NULL || interface == ratchet_ce_Http_RequestInterface) {
		return NULL;
	}
	for (i = 0; i < sizeof(classes) / sizeof(classes[0]); i++) {
		zend_class_entry *ce = find_class(classes[i], 0);

		if (ce != NULL && ce->constructor != NULL && instanceof_function(ce, interface)) {
			return construct(ce, request);
		}
	}
	return NULL;
}
