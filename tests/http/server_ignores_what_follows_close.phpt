--TEST--
What a client sends behind a request with Connection: close is not answered
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$calls = 0;
$server = new RtComm\Server();
$server->http('/', function () use (&$calls) {
    return (string) ++$calls;
});
$client = new HttpClient($server, serve($server));
$client->write("GET / HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\nGET / HTTP/1.1\r\nHost: test\r\n\r\n");
echo body($client->all()), "\n";
var_dump($calls);
--EXPECT--
1
int(1)
