--TEST--
A refused request is logged at level info, with its status, reason and connection
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->onLog(function (string $level, string $message, array $context) {
    $context['address'] = $context['address'] === client_ip();
    ksort($context);
    echo "$level: $message\n", json_encode($context), "\n";
});
$client = new HttpClient($server, serve($server));
$client->get('/nowhere');
--EXPECT--
info: there is nothing at this path
{"address":true,"connection":1,"event":"refused","reason":"not_found","status":404}
