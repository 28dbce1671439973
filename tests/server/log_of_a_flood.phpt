--TEST--
Ten lines of a kind come at once, the others are counted; lines of another kind are told
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->http('/', fn() => throw new Exception('x'));
$server->onLog(function ($level, $message, $context) use (&$lines) {
    $lines[] = "$level: " . (strstr($message, ':', true) ?: $message);
});
$client = new HttpClient($server, serve($server));
fwrite($client->stream, str_repeat("GET / HTTP/1.1\r\nHost: a\r\n\r\n", 1200));
until($server, fn() => $server->stats()['requests'] === 1200);
(new HttpClient($server, $server->listen('127.0.0.1:0')))->get('/nowhere');
settle($server);
/* One more per second may have passed on a slow machine. */
$told = array_count_values($lines);
var_dump($told['error: An HTTP handler threw Exception'] >= 10, $told['error: An HTTP handler threw Exception'] < 200);
var_dump($told['info: there is nothing at this path']);
var_dump($told['error: An HTTP handler threw Exception'] + $server->stats()['logSuppressed']);
--EXPECT--
bool(true)
bool(true)
int(1)
int(1200)
