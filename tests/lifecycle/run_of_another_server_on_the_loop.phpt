--TEST--
A loop that runs for one server is not run for another
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$one = new RtComm\Server();
$two = new RtComm\Server('127.0.0.1:0');
$one->handle('/', message: function ($conn) use ($two) {
    try {
        $two->run();
    } catch (RtComm\ClosedException $error) {
        $conn->send($error->getMessage());
    }
});
$client = new WebSocketClient($one, serve($one));
$client->send('x');
echo $client->text(), "\n";
--EXPECT--
The loop is already running
