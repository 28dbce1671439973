/* Headers as a script gives them: an array of values by name, where a value is a string, a number
 * or a list of them. */
#ifndef PHP_RTCOMM_HEADER_FIELDS_H
#define PHP_RTCOMM_HEADER_FIELDS_H

#include "php.h"

#include "../proto/base.h"

/* Takes one field; `first` unless the name had a value before it in its list. */
typedef void php_rtcomm_header_use(
	void *user, const zend_string *name, const zend_string *value, bool first);

/* Whose array it is. */
typedef struct php_rtcomm_headers {
	uint32_t arg;              /* the argument's number, for errors */
	const char *owner;         /* who sends the reserved ones: "the server" */
	const rtc_slice *reserved; /* names that a script may not set */
	size_t reserved_count;
} php_rtcomm_headers;

/* Checks the fields and calls `use` with each in turn; NULL: only checks. False, with a ValueError
 * or TypeError that names the argument: a name or value may not be sent (RFC 9110 5). */
bool php_rtcomm_headers_walk(
	const php_rtcomm_headers *rules, HashTable *array, php_rtcomm_header_use *use, void *user);

#endif
