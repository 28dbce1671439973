/* The interfaces of RtComm\Ratchet. */
#ifndef PHP_RTCOMM_RATCHET_INTERFACES_H
#define PHP_RTCOMM_RATCHET_INTERFACES_H

#include "php.h"

/* RtComm\Ratchet. */
extern zend_class_entry *ratchet_ce_ConnectionInterface;
extern zend_class_entry *ratchet_ce_ComponentInterface;
extern zend_class_entry *ratchet_ce_MessageInterface;
extern zend_class_entry *ratchet_ce_MessageComponentInterface;

/* RtComm\Ratchet\RFC6455\Messaging. */
extern zend_class_entry *ratchet_ce_Messaging_DataInterface;
extern zend_class_entry *ratchet_ce_Messaging_FrameInterface;
extern zend_class_entry *ratchet_ce_Messaging_MessageInterface;

/* RtComm\Ratchet\WebSocket. */
extern zend_class_entry *ratchet_ce_WebSocket_MessageCallableInterface;
extern zend_class_entry *ratchet_ce_WebSocket_MessageComponentInterface;
extern zend_class_entry *ratchet_ce_WebSocket_WsServerInterface;

/* RtComm\Ratchet\Http. */
extern zend_class_entry *ratchet_ce_Http_RequestInterface;
extern zend_class_entry *ratchet_ce_Http_HttpServerInterface;

#endif
