--TEST--
More than a thousand lines in one turn are not kept; how many were lost is said
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->http('/', fn() => throw new Exception('x'));
$server->onLog(function ($level, $message) use (&$lines) {
    $lines[] = "$level: " . (strstr($message, ':', true) ?: $message);
});
$client = new HttpClient($server, serve($server));
fwrite($client->stream, str_repeat("GET / HTTP/1.1\r\nHost: a\r\n\r\n", 1200));
until($server, fn() => $server->stats()['requests'] === 1200);
settle($server);
print_r(array_count_values($lines));
--EXPECT--
Array
(
    [error: An HTTP handler threw Exception] => 1000
    [warning: 200 log lines were lost] => 1
)
