/* Applications written for Ratchet: the names of the classes, and how RtComm\Server comes to drive
 * them. */
#ifndef PHP_RTCOMM_RATCHET_H
#define PHP_RTCOMM_RATCHET_H

#include "../conversation.h"

/* A route that drives a component; NULL if the object is none, or with an exception. */
php_rtcomm_route *php_rtcomm_ratchet_route(zend_object *component);

/* Makes the classes known under Ratchet's names until the request ends. False, and nothing was
 * done, if there are classes of those names already that are not ours; to do it again is no fault.
 */
bool php_rtcomm_ratchet_enable(void);

/* Before a component can be asked: makes the names of foreign interfaces known that applications
 * have in their signatures (PSR-7's request, ReactPHP's loop and timer), unless a package declares
 * them. Autoloads. False with an exception. */
bool php_rtcomm_ratchet_borrow_names(void);

#endif
