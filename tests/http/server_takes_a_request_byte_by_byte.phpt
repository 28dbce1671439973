--TEST--
A request that arrives one byte at a time is answered once it is whole
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->http('/up', fn($request) => "$request->method $request->path [$request->body]", ['POST']);
$client = new HttpClient($server, serve($server));
$client->dribble("POST /up HTTP/1.1\r\nHost: test\r\nContent-Length: 5\r\n\r\nhell");
$client->pump();
var_dump($client->received);
$client->dribble('o');
echo body($client->response()), "\n";
--EXPECT--
string(0) ""
POST /up [hello]
