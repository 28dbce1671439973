--TEST--
A connection serves one request after another
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->http('/', fn() => 'x');
$client = new HttpClient($server, serve($server));
for ($i = 0; $i < 3; $i++) {
    echo status($client->get('/')), "\n";
}
var_dump($server->stats()['accepted']);
--EXPECT--
HTTP/1.1 200 OK
HTTP/1.1 200 OK
HTTP/1.1 200 OK
int(1)
