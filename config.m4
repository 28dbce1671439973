dnl The build of rtcomm: phpize && ./configure && make.

dnl Every source file, by room; written by scripts/sources.
rtcomm_sources_proto=" \
  src/proto/base.c \
  src/proto/buf.c \
  src/proto/cursor.c \
  src/proto/deflate.c \
  src/proto/digest.c \
  src/proto/forwarded.c \
  src/proto/gzip.c \
  src/proto/handshake.c \
  src/proto/http_answer.c \
  src/proto/http_body.c \
  src/proto/http_chars.c \
  src/proto/http_coding.c \
  src/proto/http_field.c \
  src/proto/http_head.c \
  src/proto/http_reason.c \
  src/proto/http_scan.c \
  src/proto/http_target.c \
  src/proto/ip.c \
  src/proto/json.c \
  src/proto/mask.c \
  src/proto/mask_portable.c \
  src/proto/proxy_header.c \
  src/proto/query.c \
  src/proto/sse.c \
  src/proto/utf8.c \
  src/proto/utf8_avx2.c \
  src/proto/utf8_neon.c \
  src/proto/ws.c \
  src/proto/ws_ext.c \
  src/proto/ws_frame.c"
rtcomm_sources_engine=" \
  src/engine/activation.c \
  src/engine/address.c \
  src/engine/client.c \
  src/engine/compression.c \
  src/engine/conn.c \
  src/engine/conn_http.c \
  src/engine/conn_http_answer.c \
  src/engine/conn_http_route.c \
  src/engine/conn_metrics.c \
  src/engine/conn_peer.c \
  src/engine/conn_proxy.c \
  src/engine/conn_read.c \
  src/engine/conn_stream.c \
  src/engine/conn_stream_write.c \
  src/engine/conn_upgrade.c \
  src/engine/conn_write.c \
  src/engine/conn_ws.c \
  src/engine/conn_ws_send.c \
  src/engine/feed.c \
  src/engine/feed_poll.c \
  src/engine/feed_publish.c \
  src/engine/feed_reader.c \
  src/engine/feed_request.c \
  src/engine/feed_stream.c \
  src/engine/feed_ws.c \
  src/engine/glob.c \
  src/engine/handover.c \
  src/engine/handover_wire.c \
  src/engine/hub.c \
  src/engine/listener.c \
  src/engine/log_rate.c \
  src/engine/loop.c \
  src/engine/map.c \
  src/engine/message.c \
  src/engine/metrics.c \
  src/engine/modes.c \
  src/engine/network.c \
  src/engine/notify.c \
  src/engine/options.c \
  src/engine/origin.c \
  src/engine/outbox.c \
  src/engine/peak.c \
  src/engine/peers.c \
  src/engine/poll_body.c \
  src/engine/publication.c \
  src/engine/queue.c \
  src/engine/rate.c \
  src/engine/request.c \
  src/engine/request_pack.c \
  src/engine/route.c \
  src/engine/server.c \
  src/engine/server_log.c \
  src/engine/server_stop.c \
  src/engine/server_tls.c \
  src/engine/session.c \
  src/engine/session_poll.c \
  src/engine/session_request.c \
  src/engine/session_stream.c \
  src/engine/siphash.c \
  src/engine/stats.c \
  src/engine/store_memory.c \
  src/engine/subscription.c \
  src/engine/throttle.c \
  src/engine/timer.c \
  src/engine/tls.c \
  src/engine/tls_files.c \
  src/engine/tls_socket.c \
  src/engine/transport_none.c \
  src/engine/transport_tcp.c \
  src/engine/transport_tls.c \
  src/engine/version.c \
  src/engine/watch.c"
rtcomm_sources_php=" \
  src/php/bearer.c \
  src/php/callback.c \
  src/php/channel.c \
  src/php/close_code.c \
  src/php/close_info.c \
  src/php/connection.c \
  src/php/content_type.c \
  src/php/conversation.c \
  src/php/conversation_callbacks.c \
  src/php/decoder.c \
  src/php/deflate.c \
  src/php/deflate_options.c \
  src/php/enums.c \
  src/php/exceptions.c \
  src/php/frame.c \
  src/php/handler.c \
  src/php/handshake.c \
  src/php/header_fields.c \
  src/php/log.c \
  src/php/loop.c \
  src/php/loop_run.c \
  src/php/loop_signal.c \
  src/php/loop_stream.c \
  src/php/loop_tick.c \
  src/php/message.c \
  src/php/opcode.c \
  src/php/options.c \
  src/php/publication.c \
  src/php/publisher.c \
  src/php/publisher_exchange.c \
  src/php/publisher_kept.c \
  src/php/publisher_link.c \
  src/php/publisher_url.c \
  src/php/request.c \
  src/php/request_input.c \
  src/php/response.c \
  src/php/role.c \
  src/php/server.c \
  src/php/server_feeds.c \
  src/php/server_metrics.c \
  src/php/server_routes.c \
  src/php/server_state.c \
  src/php/server_stats.c \
  src/php/sse_emitter.c \
  src/php/sse_event.c \
  src/php/sse_response.c \
  src/php/timer.c \
  src/php/timers.c \
  src/php/tls.c \
  src/php/uri.c \
  src/php/value.c"
rtcomm_sources_ratchet=" \
  src/php/ratchet/answer.c \
  src/php/ratchet/app.c \
  src/php/ratchet/connection.c \
  src/php/ratchet/decorator.c \
  src/php/ratchet/echo_server.c \
  src/php/ratchet/http_server.c \
  src/php/ratchet/interfaces.c \
  src/php/ratchet/io_server.c \
  src/php/ratchet/ip_black_list.c \
  src/php/ratchet/leaf.c \
  src/php/ratchet/messaging.c \
  src/php/ratchet/origin_check.c \
  src/php/ratchet/pattern.c \
  src/php/ratchet/psr.c \
  src/php/ratchet/ratchet.c \
  src/php/ratchet/routes.c \
  src/php/ratchet/stack.c \
  src/php/ratchet/target.c \
  src/php/ratchet/ws_server.c"
dnl End of the source lists.

PHP_ARG_ENABLE([rtcomm],
  [whether to enable rtcomm],
  [AS_HELP_STRING([--enable-rtcomm],
    [Enable rtcomm: WebSocket, Server-Sent Events and long polling (needs libevent)])])

PHP_ARG_WITH([rtcomm-openssl],
  [whether rtcomm has TLS],
  [AS_HELP_STRING([[--with-rtcomm-openssl[=auto|yes|no]]],
    [rtcomm: TLS (needs OpenSSL 1.1.1 or later; default: where it is found)])],
  [auto],
  [no])

PHP_ARG_ENABLE([rtcomm-dev],
  [whether to compile rtcomm with the developers' warnings],
  [AS_HELP_STRING([--enable-rtcomm-dev],
    [rtcomm: strict warnings, and warnings are errors (for work on rtcomm itself)])],
  [no],
  [no])

PHP_ARG_WITH([rtcomm-zlib],
  [whether rtcomm compresses messages],
  [AS_HELP_STRING([[--with-rtcomm-zlib[=auto|yes|no]]],
    [rtcomm: compression (needs zlib; default: where it is found)])],
  [auto],
  [no])

if test "$PHP_RTCOMM" != "no"; then

  dnl LIBEVENT_CFLAGS and LIBEVENT_LIBS, when given, are used as they are.
  if test -z "$LIBEVENT_LIBS"; then
    AC_PATH_PROG([PKG_CONFIG], [pkg-config], [no])
    if test "$PKG_CONFIG" = "no"; then
      AC_MSG_ERROR([pkg-config was not found, and rtcomm finds libevent with it. Install it:
    Debian, Ubuntu:  apt-get install pkg-config
    Fedora, RHEL:    dnf install pkgconf-pkg-config
    Alpine:          apk add pkgconf
    macOS:           brew install pkgconf])
    fi
    AC_MSG_CHECKING([for libevent_core >= 2.1.8])
    if $PKG_CONFIG --exists "libevent_core >= 2.1.8"; then
      LIBEVENT_CFLAGS=`$PKG_CONFIG --cflags libevent_core`
      LIBEVENT_LIBS=`$PKG_CONFIG --libs libevent_core`
      rtcomm_version=`$PKG_CONFIG --modversion libevent_core`
      AC_MSG_RESULT([$rtcomm_version])
    else
      AC_MSG_RESULT([no])
      AC_MSG_ERROR([libevent 2.1.8 or later, with its headers, was not found. Install it:
    Debian, Ubuntu:  apt-get install libevent-dev
    Fedora, RHEL:    dnf install libevent-devel
    Alpine:          apk add libevent-dev
    macOS:           brew install libevent
Where it is elsewhere, set PKG_CONFIG_PATH, or LIBEVENT_CFLAGS and LIBEVENT_LIBS.])
    fi
  fi
  PHP_EVAL_INCLINE([$LIBEVENT_CFLAGS])
  PHP_EVAL_LIBLINE([$LIBEVENT_LIBS], [RTCOMM_SHARED_LIBADD])
  PHP_SUBST([RTCOMM_SHARED_LIBADD])

  dnl What the engine may do without comes as RTC_HAVE_*.
  rtcomm_features=
  if test "$PHP_RTCOMM_ZLIB" != "no"; then
    AC_PATH_PROG([PKG_CONFIG], [pkg-config], [no])
    AC_MSG_CHECKING([for zlib])
    if test "$PKG_CONFIG" != "no" && $PKG_CONFIG --exists zlib; then
      rtcomm_version=`$PKG_CONFIG --modversion zlib`
      AC_MSG_RESULT([$rtcomm_version])
      PHP_EVAL_INCLINE([`$PKG_CONFIG --cflags zlib`])
      PHP_EVAL_LIBLINE([`$PKG_CONFIG --libs zlib`], [RTCOMM_SHARED_LIBADD])
      rtcomm_features="$rtcomm_features -DRTC_HAVE_ZLIB=1"
    else
      AC_MSG_RESULT([no])
      if test "$PHP_RTCOMM_ZLIB" = "yes"; then
        AC_MSG_ERROR([zlib, with its headers, was not found. Install it:
    Debian, Ubuntu:  apt-get install zlib1g-dev
    Fedora, RHEL:    dnf install zlib-devel
    Alpine:          apk add zlib-dev
    macOS:           brew install zlib
or configure --without-rtcomm-zlib.])
      fi
    fi
  fi
  if test "$PHP_RTCOMM_OPENSSL" != "no"; then
    AC_PATH_PROG([PKG_CONFIG], [pkg-config], [no])
    AC_MSG_CHECKING([for OpenSSL >= 1.1.1])
    if test "$PKG_CONFIG" != "no" && $PKG_CONFIG --exists "openssl >= 1.1.1"; then
      rtcomm_version=`$PKG_CONFIG --modversion openssl`
      AC_MSG_RESULT([$rtcomm_version])
      PHP_EVAL_INCLINE([`$PKG_CONFIG --cflags openssl`])
      PHP_EVAL_LIBLINE([`$PKG_CONFIG --libs openssl`], [RTCOMM_SHARED_LIBADD])
      rtcomm_features="$rtcomm_features -DRTC_HAVE_OPENSSL=1"
    else
      AC_MSG_RESULT([no])
      if test "$PHP_RTCOMM_OPENSSL" = "yes"; then
        AC_MSG_ERROR([OpenSSL 1.1.1 or later, with its headers, was not found. Install it:
    Debian, Ubuntu:  apt-get install libssl-dev
    Fedora, RHEL:    dnf install openssl-devel
    Alpine:          apk add openssl-dev
    macOS:           brew install openssl
Where it is elsewhere, set PKG_CONFIG_PATH; or configure --without-rtcomm-openssl.])
      fi
    fi
  fi

  dnl gnu11 because PHP's headers use typeof and asm; our own files are C11.
  rtcomm_cflags="-std=gnu11 -fvisibility=hidden -DZEND_ENABLE_STATIC_TSRMLS_CACHE=1"
  rtcomm_cflags="$rtcomm_cflags -I@ext_srcdir@/src $rtcomm_features"

  dnl The engine knows no config.h: what it needs to know comes as RTC_HAVE_*.
  AC_CHECK_FUNC([accept4], [rtcomm_cflags="$rtcomm_cflags -DRTC_HAVE_ACCEPT4=1"])

  if test "$PHP_RTCOMM_DEV" != "no"; then
    rtcomm_cflags="$rtcomm_cflags -Wall -Wextra -Werror -Wshadow -Wstrict-prototypes \
      -Wmissing-prototypes -Wold-style-definition -Wpointer-arith -Wwrite-strings -Wvla \
      -Wundef -Wformat=2 -Wredundant-decls -Wnested-externs -Wimplicit-fallthrough \
      -Wdouble-promotion"
    dnl Clang blames us for what PHP's macros expand to, and for formats that are passed on. What
    dnl GCC guesses about the lengths of strings changes with the optimisation.
    case `$CC --version 2>/dev/null` in
      *clang*) rtcomm_cflags="$rtcomm_cflags -Wno-unused-parameter -Wno-format-nonliteral" ;;
      *) rtcomm_cflags="$rtcomm_cflags -Wno-format-truncation" ;;
    esac
    dnl PHP's and libevent's headers are not ours to repair.
    for rtcomm_flag in $INCLUDES $LIBEVENT_CFLAGS; do
      case $rtcomm_flag in
        -I*) rtcomm_cflags="$rtcomm_cflags -isystem `echo $rtcomm_flag | sed 's/^-I//'`" ;;
      esac
    done
  fi

  PHP_NEW_EXTENSION([rtcomm],
    [rtcomm.c $rtcomm_sources_proto $rtcomm_sources_engine \
      $rtcomm_sources_php $rtcomm_sources_ratchet],
    [$ext_shared],,
    [$rtcomm_cflags])

  dnl pecl builds out of tree.
  PHP_ADD_BUILD_DIR([$ext_builddir/src/proto])
  PHP_ADD_BUILD_DIR([$ext_builddir/src/engine])
  PHP_ADD_BUILD_DIR([$ext_builddir/src/php])
  PHP_ADD_BUILD_DIR([$ext_builddir/src/php/ratchet])
fi
