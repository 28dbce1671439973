--TEST--
Clients that are silent: heartbeat timeouts and expired sessions are counted and logged
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../transports/transports.inc';

$server = new RtComm\Server(null, ['heartbeat' => 0.05, 'pongTimeout' => 0.05, 'sessionLinger' => 0.05]);
$server->handle('/', message: fn() => 0);
$server->onLog(fn($level, $message, $context) => print "$level $context[event] $context[status]\n");
$address = serve($server);
$web = new WebSocketClient($server, $address);
until($server, fn() => $server->stats()['open'] === 0);
$poll = new PollClient($server, $address);
until($server, fn() => $server->stats()['open'] === 0);
settle($server);
$stats = $server->stats();
echo "$stats[heartbeatTimeouts] $stats[sessionsExpired] ", json_encode($stats['closedByCode']), "\n";
--EXPECT--
info heartbeat_timeout 1006
debug session_expired 1006
1 1 {"1006":2}
