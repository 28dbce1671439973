--TEST--
A client that reads slowly for longer than handshakeTimeout gets all of a large body
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server(null, ['handshakeTimeout' => 0.1, 'closeTimeout' => 0.1]);
$server->http('/', fn() => str_repeat('x', 8 << 20));
$address = serve($server);
foreach (['keep-alive', 'close'] as $connection) {
    $client = new HttpClient($server, $address);
    $client->write("GET / HTTP/1.1\r\nHost: test\r\nConnection: $connection\r\n\r\n");
    $received = '';
    until($server, function () use ($client, &$received) {
        $bytes = fread($client->stream, 65536);
        $received .= $bytes;
        return strlen(body($received)) >= 8 << 20 || feof($client->stream);
    });
    var_dump(strlen(body($received)) === 8 << 20);
}
--EXPECT--
bool(true)
bool(true)
