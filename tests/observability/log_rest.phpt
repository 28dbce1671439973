--TEST--
Lines that were left out when a server ends are told before it is gone
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$told = [];
$server->onLog(function ($level, $message, $context) use (&$told) {
    $told[] = "$level $message (" . ($context['suppressed'] ?? 0) . ')';
});
$address = serve($server);
for ($i = 0; $i < 30; $i++) {
    (new HttpClient($server, $address))->get('/nowhere');
}
$left = $server->stats()['logSuppressed'];
$server->stop(0);
settle($server);
var_dump($left > 0, end($told) === "info $left lines of the event refused were left out ($left)" || str_contains(end($told), 'more like it'));
--EXPECT--
bool(true)
bool(true)
