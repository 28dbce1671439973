--TEST--
A feed serves the transports that it was told
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

use RtComm\Transport;

$sets = [
    'all' => [],
    'websocket' => [Transport::WebSocket],
    'event-stream' => [Transport::EventStream],
    'long-poll' => [Transport::LongPoll],
    'both-http' => [Transport::EventStream, Transport::LongPoll],
];
$server = new RtComm\Server();
foreach ($sets as $name => $transports) {
    $server->feed("/$name", transports: $transports);
}
$address = serve($server);
foreach ($sets as $name => $transports) {
    $socket = (new WebSocketClient($server, $address, "/$name?channel=c"))->response;
    $stream = (new HttpClient($server, $address))->get("/$name?channel=c", ['Accept' => 'text/event-stream']);
    $poll = (new HttpClient($server, $address))->get("/$name?channel=c");
    echo $name, ': ', substr($socket, 9, 3), ' ', substr($stream, 9, 3), ' ', substr($poll, 9, 3), "\n";
}
--EXPECT--
all: 101 200 200
websocket: 101 426 426
event-stream: 406 200 406
long-poll: 406 200 200
both-http: 406 200 200
