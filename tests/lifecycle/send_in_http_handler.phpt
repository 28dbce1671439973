--TEST--
send() works in an HTTP handler
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/other', open: function ($conn) use (&$other) {
    $other = $conn->subscribe('c');
});
$address = serve($server);
$bystander = new WebSocketClient($server, $address, '/other');
$server->http('/', function () use ($server, &$other) {
    $other->send('hello');
    return 'answer';
});
$client = new HttpClient($server, $address);
fwrite($client->stream, "GET / HTTP/1.1\r\nHost: test\r\n\r\n");
echo $bystander->text(), "\n";
--EXPECT--
hello
