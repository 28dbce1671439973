--TEST--
A client that leaves in the middle of a request is forgotten without a word
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->http('/', fn() => 'x', ['POST']);
$logs = logs($server);
$address = serve($server);
foreach (['', 'GET / HT', "POST / HTTP/1.1\r\nHost: test\r\nContent-Length: 5\r\n\r\nhe"] as $bytes) {
    $client = new HttpClient($server, $address);
    $client->write($bytes);
    settle($server);
    $client->close();
    until($server, fn() => $server->stats()['connections'] === 0);
}
var_dump(count($logs));
--EXPECT--
int(0)
