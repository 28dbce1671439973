--TEST--
A request that is refused gets the final status, not 100
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server(null, ['maxBodySize' => 4]);
$server->http('/', fn() => 'x', ['POST']);
$address = serve($server);
foreach (['POST / HTTP/1.1', 'PUT / HTTP/1.1', 'POST /other HTTP/1.1'] as $line) {
    $client = new HttpClient($server, $address);
    $client->write("$line\r\nHost: test\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n");
    echo status($client->all()), "\n";
}
--EXPECT--
HTTP/1.1 413 Content Too Large
HTTP/1.1 405 Method Not Allowed
HTTP/1.1 404 Not Found
