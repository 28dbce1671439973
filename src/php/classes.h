/* What each file of src/php/ registers when the module starts. rtcomm.c calls them in this order,
 * which is the order of the classes: a parent or an interface before those that name it. */
#ifndef PHP_RTCOMM_CLASSES_H
#define PHP_RTCOMM_CLASSES_H

void php_rtcomm_minit_exceptions(void);
void php_rtcomm_minit_value(void);
void php_rtcomm_minit_enums(void);
void php_rtcomm_minit_loop(void);
void php_rtcomm_minit_timer(void);
void php_rtcomm_minit_uri(void);
void php_rtcomm_minit_request(void);
void php_rtcomm_minit_response(void);
void php_rtcomm_minit_close_info(void);
void php_rtcomm_minit_connection(void);
void php_rtcomm_minit_handler(void);
void php_rtcomm_minit_publication(void);
void php_rtcomm_minit_channel(void);
void php_rtcomm_minit_tls(void);
void php_rtcomm_minit_server(void);
void php_rtcomm_minit_publisher_kept(void);
void php_rtcomm_minit_publisher(void);

/* RtComm\WebSocket. */
void php_rtcomm_minit_opcode(void);
void php_rtcomm_minit_role(void);
void php_rtcomm_minit_close_code(void);
void php_rtcomm_minit_frame(void);
void php_rtcomm_minit_message(void);
void php_rtcomm_minit_deflate(void);
void php_rtcomm_minit_decoder(void);
void php_rtcomm_minit_handshake(void);

/* RtComm\Sse. */
void php_rtcomm_minit_sse_event(void);
void php_rtcomm_minit_sse_emitter(void);

/* RtComm\Ratchet. */
void php_rtcomm_minit_ratchet_interfaces(void);
void php_rtcomm_minit_ratchet_messaging(void);
void php_rtcomm_minit_ratchet_connection(void);
void php_rtcomm_minit_ratchet_http_server(void);
void php_rtcomm_minit_ratchet_origin_check(void);
void php_rtcomm_minit_ratchet_ws_server(void);
void php_rtcomm_minit_ratchet_echo_server(void);
void php_rtcomm_minit_ratchet_io_server(void);
void php_rtcomm_minit_ratchet_ip_black_list(void);
void php_rtcomm_minit_ratchet_routes(void);
void php_rtcomm_minit_ratchet_app(void);
void php_rtcomm_minit_ratchet(void);

#endif
