--TEST--
Bytes that drip in do not put off the time at which a head must be whole
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server(null, ['handshakeTimeout' => 0.2]);
$server->http('/', fn() => 'x');
$client = new HttpClient($server, serve($server));
$client->write("GET / HTTP/1.1\r\n");
$drips = 0;
$start = microtime(true);
$client->wait(function () use ($client, &$drips) {
    if (++$drips % 10 === 0) {
        @fwrite($client->stream, 'x');
    }
    return $client->ended;
});
echo status($client->received), "\n";
var_dump(microtime(true) - $start < 5);
--EXPECT--
HTTP/1.1 408 Request Timeout
bool(true)
