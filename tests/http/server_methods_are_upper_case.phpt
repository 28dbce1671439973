--TEST--
A method that is not in upper case is malformed
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->http('/', fn() => 'x');
$client = new HttpClient($server, serve($server));
echo status($client->request('get', '/')), "\n";
--EXPECT--
HTTP/1.1 400 Bad Request
