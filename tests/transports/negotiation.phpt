--TEST--
Which transport a client gets: what it asks for, of those that handle() was told
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/transports.inc';

use RtComm\Transport;

$server = new RtComm\Server();
$sets = [
    'all' => [],
    'websocket' => [Transport::WebSocket],
    'event-stream' => [Transport::EventStream],
    'long-poll' => [Transport::LongPoll],
    'http' => [Transport::LongPoll, Transport::EventStream, Transport::LongPoll],
];
foreach ($sets as $name => $transports) {
    $server->handle("/$name", open: function ($conn) use (&$came) {
        $came = $conn->transport->value;
    }, transports: $transports);
}
$address = serve($server);
$asks = [
    'upgrade' => ['Upgrade' => 'websocket', 'Connection' => 'Upgrade', 'Sec-WebSocket-Key' => 'dGhlIHNhbXBsZSBub25jZQ==', 'Sec-WebSocket-Version' => '13'],
    'text/event-stream' => ['Accept' => 'text/event-stream'],
    'text/html, Text/Event-Stream;q=0.5' => ['Accept' => 'text/html, Text/Event-Stream;q=0.5'],
    'text/event-stream;q=0' => ['Accept' => 'text/event-stream;q=0'],
    'text/event-streams' => ['Accept' => 'text/event-streams'],
    '*/*' => ['Accept' => '*/*'],
    'nothing' => [],
];
foreach ($sets as $name => $transports) {
    foreach ($asks as $ask => $headers) {
        $came = null;
        $client = new Client($server, $address);
        $client->write("GET /$name HTTP/1.1\r\nHost: test\r\n" . implode('', array_map(fn($n, $v) => "$n: $v\r\n", array_keys($headers), $headers)) . "\r\n");
        $client->wait(fn() => str_contains($client->received, "\r\n\r\n"));
        echo "$name, $ask: ", substr($client->received, 9, 3), ' ', $came ?? strtok(trim(body($client->received)), "\n"), "\n";
    }
}
--EXPECT--
all, upgrade: 101 websocket
all, text/event-stream: 200 event-stream
all, text/html, Text/Event-Stream;q=0.5: 200 event-stream
all, text/event-stream;q=0: 200 long-poll
all, text/event-streams: 200 long-poll
all, */*: 200 long-poll
all, nothing: 200 long-poll
websocket, upgrade: 101 websocket
websocket, text/event-stream: 426 this is a WebSocket: ask for an upgrade
websocket, text/html, Text/Event-Stream;q=0.5: 426 this is a WebSocket: ask for an upgrade
websocket, text/event-stream;q=0: 426 this is a WebSocket: ask for an upgrade
websocket, text/event-streams: 426 this is a WebSocket: ask for an upgrade
websocket, */*: 426 this is a WebSocket: ask for an upgrade
websocket, nothing: 426 this is a WebSocket: ask for an upgrade
event-stream, upgrade: 406 there is no WebSocket at this path
event-stream, text/event-stream: 200 event-stream
event-stream, text/html, Text/Event-Stream;q=0.5: 200 event-stream
event-stream, text/event-stream;q=0: 406 this is an event stream: accept text/event-stream
event-stream, text/event-streams: 406 this is an event stream: accept text/event-stream
event-stream, */*: 406 this is an event stream: accept text/event-stream
event-stream, nothing: 406 this is an event stream: accept text/event-stream
long-poll, upgrade: 406 there is no WebSocket at this path
long-poll, text/event-stream: 200 long-poll
long-poll, text/html, Text/Event-Stream;q=0.5: 200 long-poll
long-poll, text/event-stream;q=0: 200 long-poll
long-poll, text/event-streams: 200 long-poll
long-poll, */*: 200 long-poll
long-poll, nothing: 200 long-poll
http, upgrade: 406 there is no WebSocket at this path
http, text/event-stream: 200 event-stream
http, text/html, Text/Event-Stream;q=0.5: 200 event-stream
http, text/event-stream;q=0: 200 long-poll
http, text/event-streams: 200 long-poll
http, */*: 200 long-poll
http, nothing: 200 long-poll
