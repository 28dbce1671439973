/* The options of Server and Server::handle(), from a PHP array. */
#ifndef PHP_RTCOMM_OPTIONS_H
#define PHP_RTCOMM_OPTIONS_H

#include "php.h"

#include "../engine/options.h"

/* Sets what the array names; the rest stays. False: a ValueError about argument `arg` names the
 * option and what it may be; what was set before stays set. */
bool php_rtcomm_options_parse(HashTable *array, rtc_server_options *options, uint32_t arg);

/* The same for the options that a route may have. */
bool php_rtcomm_route_options_parse(HashTable *array, rtc_route_options *options, uint32_t arg);

#endif
