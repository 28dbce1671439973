--TEST--
Clients that end their side in the middle: of a head, a body, a handshake, a frame, before anything; none stays
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server(null, ['handshakeTimeout' => 60, 'closeTimeout' => 60]);
$server->http('/', fn() => 'x', methods: ['GET', 'POST']);
$server->handle('/ws', close: fn($conn, $info) => print describe($info) . "\n");
$address = serve($server);
$cases = [
    'nothing' => '',
    'half a head' => "GET / HTTP/1.1\r\nHost: te",
    'half a body' => "POST / HTTP/1.1\r\nHost: test\r\nContent-Length: 10\r\n\r\nhalf",
    'half a chunk' => "POST / HTTP/1.1\r\nHost: test\r\nTransfer-Encoding: chunked\r\n\r\nA\r\nhalf",
    'a request' => "GET / HTTP/1.1\r\nHost: test\r\n\r\n",
    'half a handshake' => substr(WebSocketClient::handshake('/ws'), 0, 60),
    'half a frame' => WebSocketClient::handshake('/ws') . substr(WebSocketClient::frame(0x81, 'hello'), 0, 8),
];
foreach ($cases as $name => $bytes) {
    $client = new Client($server, $address);
    if ($bytes !== '') {
        $client->write($bytes);
    }
    $client->finish();
    $answer = status($client->all());
    echo "$name: $answer\n";
}
var_dump($server->stats()['connections']);
--EXPECT--
nothing: (none)
half a head: (none)
half a body: (none)
half a chunk: (none)
a request: HTTP/1.1 200 OK
half a handshake: (none)
1006, by peer
half a frame: HTTP/1.1 101 Switching Protocols
int(0)
