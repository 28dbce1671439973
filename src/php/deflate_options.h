/* The options of permessage-deflate: of a server, of a route, and of the codec. */
#ifndef PHP_RTCOMM_DEFLATE_OPTIONS_H
#define PHP_RTCOMM_DEFLATE_OPTIONS_H

#include "php.h"

#include "../engine/options.h"

/* Everything at its default, and off. */
void php_rtcomm_deflate_options_init(rtc_deflate_options *options);

/* Who is told what the options are; each may say more than the one before. */
typedef enum php_rtcomm_deflate_scope {
	PHP_RTCOMM_DEFLATE_CODEC,  /* level, windows, contexts */
	PHP_RTCOMM_DEFLATE_ROUTE,  /* and minSize */
	PHP_RTCOMM_DEFLATE_SERVER, /* and memoryBudget */
} php_rtcomm_deflate_scope;

/* Reads an array of them. `budget` is set in the scope of a server only, and may be NULL in the
 * others. False: an exception about argument `arg` was thrown. */
bool php_rtcomm_deflate_options_parse(HashTable *array, php_rtcomm_deflate_scope scope,
	rtc_deflate_options *options, size_t *budget, uint32_t arg);

/* Reads the value of an option "deflate": a bool, or an array of them, which turns it on. */
bool php_rtcomm_deflate_value_parse(zval *value, php_rtcomm_deflate_scope scope,
	rtc_deflate_options *options, size_t *budget, uint32_t arg);

#endif
