/* Patterns that names are chosen by. */
#ifndef RTC_ENGINE_GLOB_H
#define RTC_ENGINE_GLOB_H

#include "../proto/base.h"

/* True if all of `text`, which is UTF-8, matches: '*' stands for any run of characters, an empty
 * one too, '?' for any one character, and everything else for itself. Takes at most the product of
 * both lengths, and no memory. */
bool rtc_glob_matches(rtc_slice glob, rtc_slice text);

#endif
