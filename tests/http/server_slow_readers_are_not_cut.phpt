--TEST--
A client that reads slowly for longer than handshakeTimeout gets all of a large body
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$path = sys_get_temp_dir() . '/rtcomm-' . getmypid();
$server = new RtComm\Server("unix:$path", ['handshakeTimeout' => 0.1, 'closeTimeout' => 0.1]);
$server->http('/', fn() => str_repeat('x', 2 << 20));
foreach (['keep-alive', 'close'] as $connection) {
    $client = new HttpClient($server, "unix:$path");
    $client->write("GET / HTTP/1.1\r\nHost: test\r\nConnection: $connection\r\n\r\n");
    $client->wait(fn() => str_contains($client->received, "\r\n\r\n"));
    $received = strlen(body($client->received));
    /* There is room in the socket at each turn, so that a pause of the whole process says nothing. */
    until($server, function () use ($client, &$received) {
        usleep(30000);
        $received += strlen(stream_get_contents($client->stream));
        return $received >= 2 << 20 || feof($client->stream);
    });
    var_dump($received === 2 << 20);
}
--EXPECT--
bool(true)
bool(true)
