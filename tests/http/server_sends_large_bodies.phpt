--TEST--
A large body reaches a client that reads slowly, without the server waiting for it
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$body = random_bytes(1 << 16);
$server = new RtComm\Server();
$server->http('/', fn() => str_repeat($body, 128));
$server->http('/small', fn() => 'small');
$address = serve($server);
$slow = new HttpClient($server, $address);
$slow->write("GET / HTTP/1.1\r\nHost: test\r\n\r\n");
settle($server);
var_dump($server->stats()['buffered'] > 0);
echo body((new HttpClient($server, $address))->get('/small')), "\n";
var_dump(body($slow->response()) === str_repeat($body, 128));
var_dump($server->stats()['buffered']);
echo body($slow->get('/small')), "\n";
--EXPECT--
bool(true)
small
bool(true)
int(0)
small
