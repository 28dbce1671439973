--TEST--
What nobody dealt with leaves run(), which may be called again
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', message: fn($conn, $data) => throw new LogicException($data));
$server->http('/stop', function () use ($server) {
    $server->stop(0);
    return 'x';
});
$address = serve($server);
foreach (['first', 'second'] as $text) {
    $client = new WebSocketClient($server, $address);
    $client->send($text);
    try {
        $server->run();
    } catch (LogicException $error) {
        echo $error->getMessage(), "\n";
    }
    $client->pump();
    echo $client->text(), "\n";
}
$client = new HttpClient($server, $address);
fwrite($client->stream, "GET /stop HTTP/1.1\r\nHost: test\r\n\r\n");
$server->run();
echo "over\n";
--EXPECT--
first
(close 1011)
second
(close 1011)
over
