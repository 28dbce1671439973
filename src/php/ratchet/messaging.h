/* RtComm\Ratchet\RFC6455\Messaging: messages that were received, frames to send. */
#ifndef PHP_RTCOMM_RATCHET_MESSAGING_H
#define PHP_RTCOMM_RATCHET_MESSAGING_H

#include "php.h"

extern zend_class_entry *ratchet_ce_Messaging_Message;
extern zend_class_entry *ratchet_ce_Messaging_Frame;

/* What a Message or Frame says; the payload is borrowed. */
typedef struct php_rtcomm_ratchet_data {
	zend_string *payload;
	uint8_t opcode; /* RFC 6455 5.2 */
	bool final;
} php_rtcomm_ratchet_data;

/* A new Message; takes a reference to the payload. */
zend_object *php_rtcomm_ratchet_message_new(zend_string *payload, bool binary);

/* False if the object is neither a Message nor a Frame. */
bool php_rtcomm_ratchet_data_of(zend_object *object, php_rtcomm_ratchet_data *data);

#endif
