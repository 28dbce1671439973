/* RtComm\Publication. */
#ifndef PHP_RTCOMM_PUBLICATION_H
#define PHP_RTCOMM_PUBLICATION_H

#include "php.h"

#include "../engine/publication.h"

/* A new object with copies of what the publication holds. */
zend_object *php_rtcomm_publication_new(const rtc_publication *pub);

/* A publication's id as text. */
zend_string *php_rtcomm_publication_id(const rtc_publication_id *id);

#endif
