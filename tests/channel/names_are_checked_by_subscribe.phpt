--TEST--
subscribe() and unsubscribe() check names too
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', open: function ($conn) {
    foreach (['subscribe', 'unsubscribe'] as $method) {
        try {
            $conn->$method('');
        } catch (ValueError $error) {
            echo $error->getMessage(), "\n";
        }
    }
});
new WebSocketClient($server, serve($server));
--EXPECT--
RtComm\Connection::subscribe(): Argument #1 ($channel) must be 1 to 255 bytes of UTF-8 without control characters
RtComm\Connection::unsubscribe(): Argument #1 ($channel) must be 1 to 255 bytes of UTF-8 without control characters
