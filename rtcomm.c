#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "php_rtcomm.h"

#include "ext/standard/info.h"
#include "php_ini.h"

#include "src/engine/loop.h"
#include "src/engine/tls.h"
#include "src/engine/version.h"
#include "src/php/classes.h"
#include "src/php/ratchet/ratchet.h"
#include "src/proto/deflate.h"

ZEND_DECLARE_MODULE_GLOBALS(rtcomm)

PHP_INI_BEGIN()
STD_PHP_INI_BOOLEAN("rtcomm.ratchet", "0", PHP_INI_SYSTEM | PHP_INI_PERDIR, OnUpdateBool, ratchet,
	zend_rtcomm_globals, rtcomm_globals)
PHP_INI_END()

static void rtcomm_globals_init(void *globals)
{
#if defined(ZTS) && defined(COMPILE_DL_RTCOMM)
	ZEND_TSRMLS_CACHE_UPDATE();
#endif
	*(zend_rtcomm_globals *)globals = (zend_rtcomm_globals){0};
}

static PHP_MINIT_FUNCTION(rtcomm)
{
	REGISTER_INI_ENTRIES();
	php_rtcomm_minit_exceptions();
	php_rtcomm_minit_value();
	php_rtcomm_minit_enums();
	php_rtcomm_minit_loop();
	php_rtcomm_minit_timer();
	php_rtcomm_minit_uri();
	php_rtcomm_minit_request();
	php_rtcomm_minit_response();
	php_rtcomm_minit_close_info();
	php_rtcomm_minit_connection();
	php_rtcomm_minit_handler();
	php_rtcomm_minit_publication();
	php_rtcomm_minit_channel();
	php_rtcomm_minit_tls();
	php_rtcomm_minit_server();
	php_rtcomm_minit_publisher_kept();
	php_rtcomm_minit_publisher();
	php_rtcomm_minit_opcode();
	php_rtcomm_minit_role();
	php_rtcomm_minit_close_code();
	php_rtcomm_minit_frame();
	php_rtcomm_minit_message();
	php_rtcomm_minit_deflate();
	php_rtcomm_minit_decoder();
	php_rtcomm_minit_handshake();
	php_rtcomm_minit_sse_event();
	php_rtcomm_minit_sse_emitter();
	php_rtcomm_minit_ratchet_interfaces();
	php_rtcomm_minit_ratchet_messaging();
	php_rtcomm_minit_ratchet_connection();
	php_rtcomm_minit_ratchet_http_server();
	php_rtcomm_minit_ratchet_origin_check();
	php_rtcomm_minit_ratchet_ws_server();
	php_rtcomm_minit_ratchet_echo_server();
	php_rtcomm_minit_ratchet_io_server();
	php_rtcomm_minit_ratchet_ip_black_list();
	php_rtcomm_minit_ratchet_routes();
	php_rtcomm_minit_ratchet_app();
	php_rtcomm_minit_ratchet();
	return SUCCESS;
}

static PHP_MSHUTDOWN_FUNCTION(rtcomm)
{
	UNREGISTER_INI_ENTRIES();
	return SUCCESS;
}

static PHP_RINIT_FUNCTION(rtcomm)
{
#if defined(ZTS) && defined(COMPILE_DL_RTCOMM)
	ZEND_TSRMLS_CACHE_UPDATE();
#endif
	/* opcache preloads in a request of its own, which its class table outlives. */
	if (RTCOMM_G(ratchet) && !php_during_module_startup() && !php_rtcomm_ratchet_enable()) {
		php_error_docref(NULL, E_WARNING,
			"rtcomm.ratchet has no effect: classes of Composer's cboden/ratchet are loaded already");
	}
	return SUCCESS;
}

static PHP_MINFO_FUNCTION(rtcomm)
{
	php_info_print_table_start();
	php_info_print_table_row(2, "rtcomm support", "enabled");
	php_info_print_table_row(2, "rtcomm version", PHP_RTCOMM_VERSION);
	php_info_print_table_row(2, "libevent headers", rtc_version_libevent_headers());
	php_info_print_table_row(2, "libevent library", rtc_version_libevent());
	php_info_print_table_row(2, "libevent backend", rtc_loop_backend());
	php_info_print_table_row(2, "Protocols", "HTTP/1.1, WebSocket (RFC 6455), server-sent events");
	php_info_print_table_row(2, "TLS headers", rtc_tls_headers() ? rtc_tls_headers() : "no");
	php_info_print_table_row(2, "TLS library", rtc_tls_library() ? rtc_tls_library() : "no");
	php_info_print_table_row(
		2, "zlib library", rtc_deflate_library() ? rtc_deflate_library() : "no");
	php_info_print_table_row(2, "Ratchet compatibility", "RtComm\\Ratchet::enable()");
	php_info_print_table_end();
	DISPLAY_INI_ENTRIES();
}

zend_module_entry rtcomm_module_entry = {
	STANDARD_MODULE_HEADER,
	"rtcomm",
	NULL,
	PHP_MINIT(rtcomm),
	PHP_MSHUTDOWN(rtcomm),
	PHP_RINIT(rtcomm),
	NULL,
	PHP_MINFO(rtcomm),
	PHP_RTCOMM_VERSION,
	PHP_MODULE_GLOBALS(rtcomm),
	rtcomm_globals_init,
	NULL,
	NULL,
	STANDARD_MODULE_PROPERTIES_EX,
};

#ifdef COMPILE_DL_RTCOMM
#ifdef ZTS
ZEND_TSRMLS_CACHE_DEFINE()
#endif
ZEND_DLEXPORT zend_module_entry *get_module(void);
ZEND_GET_MODULE(rtcomm)
#endif
