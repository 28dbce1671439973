--TEST--
A method longer than any known gets 501
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->http('/', fn() => 'never', ['GET', 'POST']);
$client = new HttpClient($server, serve($server));
$client->write("" . str_repeat("A", 40) . " / HTTP/1.1\r\nHost: a\r\n\r\n");
$response = $client->all();
echo status($response), "\n", body($response);
--EXPECT--
HTTP/1.1 501 Not Implemented
unknown method
