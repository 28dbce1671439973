--TEST--
A connection that is idle between requests ends without a word after handshakeTimeout
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server(null, ['handshakeTimeout' => 0.1]);
$server->http('/', fn() => 'x');
$client = new HttpClient($server, serve($server));
echo status($client->get('/')), "\n";
var_dump($client->all());
--EXPECT--
HTTP/1.1 200 OK
string(0) ""
