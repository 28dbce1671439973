/* Patterns of App's routes: text with {names}, each of which stands for at least one character. */
#ifndef PHP_RTCOMM_RATCHET_PATTERN_H
#define PHP_RTCOMM_RATCHET_PATTERN_H

#include "php.h"

#include "../../proto/base.h"

/* NULL if the pattern is good, else a static sentence that says what is wrong. */
const char *php_rtcomm_ratchet_pattern_check(rtc_slice pattern);

/* True if all of `text` matches. A {name} takes everything up to the separator ('/' in paths, '.'
 * in hosts), or up to the character that follows it in the pattern. Its value is added to `params`;
 * after a mismatch some may be there. */
bool php_rtcomm_ratchet_pattern_match(
	rtc_slice pattern, rtc_slice text, char separator, HashTable *params);

#endif
