--TEST--
send() refuses what is no text
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', open: function ($conn) {
    foreach ([[], new stdClass()] as $data) {
        try {
            $conn->send($data);
        } catch (TypeError $error) {
            echo $error->getMessage(), "\n";
        }
    }
});
new WebSocketClient($server, serve($server));
--EXPECT--
RtComm\Connection::send(): Argument #1 ($data) must be of type string, array given
RtComm\Connection::send(): Argument #1 ($data) must be of type string, stdClass given
