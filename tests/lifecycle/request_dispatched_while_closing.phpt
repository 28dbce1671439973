--TEST--
A request that is answered in the turn in which its client leaves is answered in vain, quietly
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->http('/', function () use (&$calls) {
    $calls++;
    return str_repeat('x', 100000);
});
$logs = logs($server);
$address = serve($server);
for ($i = 0; $i < 20; $i++) {
    $client = new HttpClient($server, $address);
    fwrite($client->stream, "GET / HTTP/1.1\r\nHost: test\r\n\r\n");
    $client->close();
}
until($server, function () use ($server, &$calls) {
    return $server->stats()['connections'] === 0 && $calls === 20;
});
var_dump(count($logs));
--EXPECT--
int(0)
