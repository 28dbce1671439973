--TEST--
Event streams and long polls over TLS
--EXTENSIONS--
openssl
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/tls.inc';

$server = new RtComm\Server();
$server->handle('/chat', open: fn($conn) => $conn->send("hello by {$conn->transport->value}"));
$address = serve_tls($server);
$stream = new Client($server, $address);
$stream->write("GET /chat HTTP/1.1\r\nHost: test\r\nAccept: text/event-stream\r\n\r\n");
$stream->wait(fn() => str_contains($stream->received, 'hello'));
echo preg_match('/^data: ?(.*hello.*)$/m', $stream->received, $match) ? $match[1] : $stream->received, "\n";
$poll = new HttpClient($server, $address);
$first = body($poll->get('/chat', ['Accept' => 'application/json']));
echo str_contains($first, 'hello by long-poll') ? 'hello by long-poll' : $first, "\n";
?>
--EXPECTF--
%Shello by event-stream%S
hello by long-poll
