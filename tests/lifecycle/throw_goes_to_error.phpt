--TEST--
What a callback throws goes to error with its connection, which stays open; others are untouched
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', open: function ($conn) {
    throw new TypeError("open $conn->id");
}, message: function ($conn, $data) {
    throw new LogicException("message $conn->id $data");
}, close: function ($conn) {
    throw new Exception("close $conn->id");
}, error: function ($conn, $error) {
    echo get_class($error), ': ', $error->getMessage(), $conn->isOpen() ? ', open' : ', closed', "\n";
    $conn->send('sorry');
});
$address = serve($server);
$first = new WebSocketClient($server, $address);
$second = new WebSocketClient($server, $address);
$first->send('hello');
echo $first->text() . ' ' . $first->text() . ' ' . $second->text(), "\n";
$first->sendClose()->all();
$second->sync();
var_dump($server->stats()['open']);
--EXPECT--
TypeError: open 1, open
TypeError: open 2, open
LogicException: message 1 hello, open
sorry sorry sorry
Exception: close 1, closed
int(1)
