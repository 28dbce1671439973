/* Objects that are only their properties: made by us, never by the script, not cloneable. */
#ifndef PHP_RTCOMM_VALUE_H
#define PHP_RTCOMM_VALUE_H

#include "php.h"

#include "../proto/base.h"

/* A ce->create_object for classes without state of their own. */
zend_object *php_rtcomm_value_create(zend_class_entry *ce);

/* A string with these bytes; the short ones cost no memory. */
static inline zend_string *php_rtcomm_string(rtc_slice bytes)
{
	if (bytes.len <= 1) {
		return bytes.len == 0 ? ZSTR_EMPTY_ALLOC() : ZSTR_CHAR(bytes.data[0]);
	}
	return zend_string_init((const char *)bytes.data, bytes.len, false);
}

#endif
