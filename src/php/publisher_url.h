/* Where publications go: "http://host:port/path", "https://...", or a unix socket in nginx's form,
 * "http://unix:/run/rtcomm.sock:/path", of which "http://" may be left out. */
#ifndef PHP_RTCOMM_PUBLISHER_URL_H
#define PHP_RTCOMM_PUBLISHER_URL_H

#include "php.h"

/* All zero: nothing. The strings are owned. */
typedef struct php_rtcomm_publisher_url {
	zend_string *transport; /* for php_stream_xport_create(): "tcp://host:port", "unix:///path" */
	zend_string *name;      /* of the server: "host:port", "unix:/path" */
	zend_string *id;        /* of its connection among all in the process */
	zend_string *host;      /* the Host field's value */
	zend_string *path;      /* starts with a slash and ends with none, or is empty */
	bool tls;
} php_rtcomm_publisher_url;

/* Fills *url. False: a ValueError for argument 1 was thrown, and *url is still nothing. */
bool php_rtcomm_publisher_url_parse(const zend_string *text, php_rtcomm_publisher_url *url);

/* Releases the strings; it is nothing again. */
void php_rtcomm_publisher_url_deinit(php_rtcomm_publisher_url *url);

#endif
