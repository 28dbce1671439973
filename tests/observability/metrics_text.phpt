--TEST--
metrics() of a new server, byte by byte but for times
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server(null, ['maxConnections' => 100]);
$server->metrics();
$client = new HttpClient($server, serve($server));
$client->get('/metrics');
$other = new HttpClient($server, $server->listen('127.0.0.1:0'));
$other->get('/nowhere');
$text = body($client->get('/metrics'));
var_dump(str_contains($text, ',php="' . PHP_VERSION . '",'));
/* What depends on the machine, on how busy it is, and on how the bytes of requests came. */
$text = preg_replace('/\{version="[^"]+",php="[^"]+",libevent="[^"]+",backend="[^"]+"\} 1$/m', '{…} 1', $text);
$text = preg_replace('/^(rtcomm_(?:start_time_seconds|received_bytes_total|sent_bytes_total|loop_turn[^ ]*)) [0-9.]+$/m', '$1 N', $text);
echo $text;
--EXPECT--
bool(true)
# HELP rtcomm_build_info 1; the versions are in the labels.
# TYPE rtcomm_build_info gauge
rtcomm_build_info{…} 1
# HELP rtcomm_callback_seconds How long callbacks of the script took, on all loops of the process.
# TYPE rtcomm_callback_seconds summary
rtcomm_callback_seconds_sum 0.000000
rtcomm_callback_seconds_count 0
# HELP rtcomm_callback_longest_seconds The longest callback of the last minute.
# TYPE rtcomm_callback_longest_seconds gauge
rtcomm_callback_longest_seconds 0.000000
# HELP rtcomm_start_time_seconds Unix time at which the server was made.
# TYPE rtcomm_start_time_seconds gauge
rtcomm_start_time_seconds N
# HELP rtcomm_stopping 1 once stop() was called.
# TYPE rtcomm_stopping gauge
rtcomm_stopping 0
# HELP rtcomm_connections TCP and unix socket connections.
# TYPE rtcomm_connections gauge
rtcomm_connections 2
# HELP rtcomm_connections_accepted_total Connections accepted.
# TYPE rtcomm_connections_accepted_total counter
rtcomm_connections_accepted_total 2
# HELP rtcomm_connections_limit The option maxConnections, or its default.
# TYPE rtcomm_connections_limit gauge
rtcomm_connections_limit 100
# HELP rtcomm_requests_total HTTP requests, WebSocket handshakes included.
# TYPE rtcomm_requests_total counter
rtcomm_requests_total 3
# HELP rtcomm_refused_total Clients turned away, by HTTP status (0: without an answer) and reason.
# TYPE rtcomm_refused_total counter
rtcomm_refused_total{status="404",reason="not_found"} 1
# HELP rtcomm_tls_handshakes_total TLS handshakes, by how they ended.
# TYPE rtcomm_tls_handshakes_total counter
rtcomm_tls_handshakes_total{result="done"} 0
rtcomm_tls_handshakes_total{result="failed"} 0
# HELP rtcomm_conversations Conversations, by transport.
# TYPE rtcomm_conversations gauge
rtcomm_conversations{transport="websocket"} 0
rtcomm_conversations{transport="eventstream"} 0
rtcomm_conversations{transport="longpoll"} 0
# HELP rtcomm_conversations_opened_total Conversations that began, by transport.
# TYPE rtcomm_conversations_opened_total counter
rtcomm_conversations_opened_total{transport="websocket"} 0
rtcomm_conversations_opened_total{transport="eventstream"} 0
rtcomm_conversations_opened_total{transport="longpoll"} 0
# HELP rtcomm_conversations_closed_total Conversations that ended, by close code.
# TYPE rtcomm_conversations_closed_total counter
rtcomm_conversations_closed_total{code="1000"} 0
rtcomm_conversations_closed_total{code="1001"} 0
rtcomm_conversations_closed_total{code="1002"} 0
rtcomm_conversations_closed_total{code="1003"} 0
rtcomm_conversations_closed_total{code="1004"} 0
rtcomm_conversations_closed_total{code="1005"} 0
rtcomm_conversations_closed_total{code="1006"} 0
rtcomm_conversations_closed_total{code="1007"} 0
rtcomm_conversations_closed_total{code="1008"} 0
rtcomm_conversations_closed_total{code="1009"} 0
rtcomm_conversations_closed_total{code="1010"} 0
rtcomm_conversations_closed_total{code="1011"} 0
rtcomm_conversations_closed_total{code="1012"} 0
rtcomm_conversations_closed_total{code="1013"} 0
rtcomm_conversations_closed_total{code="1014"} 0
rtcomm_conversations_closed_total{code="1015"} 0
rtcomm_conversations_closed_total{code="3000-3999"} 0
rtcomm_conversations_closed_total{code="4000-4999"} 0
rtcomm_conversations_closed_total{code="other"} 0
# HELP rtcomm_sessions Conversations without a WebSocket, with those closing.
# TYPE rtcomm_sessions gauge
rtcomm_sessions 0
# HELP rtcomm_sessions_expired_total Sessions whose client did not come back within sessionLinger.
# TYPE rtcomm_sessions_expired_total counter
rtcomm_sessions_expired_total 0
# HELP rtcomm_heartbeat_timeouts_total Clients given up because nothing was heard of them within pongTimeout.
# TYPE rtcomm_heartbeat_timeouts_total counter
rtcomm_heartbeat_timeouts_total 0
# HELP rtcomm_feed_readers Readers of feeds, by transport.
# TYPE rtcomm_feed_readers gauge
rtcomm_feed_readers{transport="websocket"} 0
rtcomm_feed_readers{transport="eventstream"} 0
rtcomm_feed_readers{transport="longpoll"} 0
# HELP rtcomm_messages_received_total Messages of clients.
# TYPE rtcomm_messages_received_total counter
rtcomm_messages_received_total 0
# HELP rtcomm_messages_sent_total Messages queued for clients, one for each receiver.
# TYPE rtcomm_messages_sent_total counter
rtcomm_messages_sent_total 0
# HELP rtcomm_received_bytes_total Bytes read from connections.
# TYPE rtcomm_received_bytes_total counter
rtcomm_received_bytes_total N
# HELP rtcomm_sent_bytes_total Bytes written to connections.
# TYPE rtcomm_sent_bytes_total counter
rtcomm_sent_bytes_total N
# HELP rtcomm_queued_bytes Bytes that wait for clients.
# TYPE rtcomm_queued_bytes gauge
rtcomm_queued_bytes 0
# HELP rtcomm_messages_dropped_total Messages that an overflow policy dropped.
# TYPE rtcomm_messages_dropped_total counter
rtcomm_messages_dropped_total 0
# HELP rtcomm_overflow_closes_total Clients closed because they read too slowly.
# TYPE rtcomm_overflow_closes_total counter
rtcomm_overflow_closes_total 0
# HELP rtcomm_channels Channels held, subscribed to or with history.
# TYPE rtcomm_channels gauge
rtcomm_channels 0
# HELP rtcomm_subscriptions Subscriptions of all channels.
# TYPE rtcomm_subscriptions gauge
rtcomm_subscriptions 0
# HELP rtcomm_publications_total Publications in channels.
# TYPE rtcomm_publications_total counter
rtcomm_publications_total 0
# HELP rtcomm_publications_delivered_total Publications, each as often as it had subscribers.
# TYPE rtcomm_publications_delivered_total counter
rtcomm_publications_delivered_total 0
# HELP rtcomm_history_bytes Bytes of the payloads in histories.
# TYPE rtcomm_history_bytes gauge
rtcomm_history_bytes 0
# HELP rtcomm_context_bytes What contexts of WebSockets take of memoryBudget.
# TYPE rtcomm_context_bytes gauge
rtcomm_context_bytes 0
# HELP rtcomm_contexts_refused_total WebSockets without contexts because memoryBudget was used up.
# TYPE rtcomm_contexts_refused_total counter
rtcomm_contexts_refused_total 0
# HELP rtcomm_loop_turn_seconds How long turns of the event loop kept everybody else waiting.
# TYPE rtcomm_loop_turn_seconds histogram
rtcomm_loop_turn_seconds_bucket{le="0.0001"} N
rtcomm_loop_turn_seconds_bucket{le="0.001"} N
rtcomm_loop_turn_seconds_bucket{le="0.005"} N
rtcomm_loop_turn_seconds_bucket{le="0.025"} N
rtcomm_loop_turn_seconds_bucket{le="0.1"} N
rtcomm_loop_turn_seconds_bucket{le="0.5"} N
rtcomm_loop_turn_seconds_bucket{le="2.5"} N
rtcomm_loop_turn_seconds_bucket{le="+Inf"} N
rtcomm_loop_turn_seconds_sum N
rtcomm_loop_turn_seconds_count N
# HELP rtcomm_loop_turn_longest_seconds The longest turn of the last minute.
# TYPE rtcomm_loop_turn_longest_seconds gauge
rtcomm_loop_turn_longest_seconds N
# HELP rtcomm_log_lines_suppressed_total Log lines left out because there were too many like them.
# TYPE rtcomm_log_lines_suppressed_total counter
rtcomm_log_lines_suppressed_total 0
# HELP rtcomm_log_lines_lost_total Log lines that could not be kept or written.
# TYPE rtcomm_log_lines_lost_total counter
rtcomm_log_lines_lost_total 0
