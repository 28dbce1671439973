--TEST--
close() takes only codes and reasons that may be sent (RFC 6455 7.4)
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', open: function ($conn) {
    foreach ([-1, 0, 999, 1004, 1005, 1006, 1015, 1016, 2999, 5000, 66536] as $code) {
        try {
            $conn->close($code);
            echo "no error for $code\n";
        } catch (ValueError $error) {
            echo $error->getMessage(), "\n";
        }
    }
    foreach ([str_repeat('x', 124), "\xff"] as $reason) {
        try {
            $conn->close(1000, $reason);
            echo "no error\n";
        } catch (ValueError $error) {
            echo $error->getMessage(), "\n";
        }
    }
    var_dump($conn->isOpen());
});
new WebSocketClient($server, serve($server));
--EXPECT--
RtComm\Connection::close(): Argument #1 ($code) must be 1000-1003, 1007-1014 or 3000-4999, -1 given
RtComm\Connection::close(): Argument #1 ($code) must be 1000-1003, 1007-1014 or 3000-4999, 0 given
RtComm\Connection::close(): Argument #1 ($code) must be 1000-1003, 1007-1014 or 3000-4999, 999 given
RtComm\Connection::close(): Argument #1 ($code) must be 1000-1003, 1007-1014 or 3000-4999, 1004 given
RtComm\Connection::close(): Argument #1 ($code) must be 1000-1003, 1007-1014 or 3000-4999, 1005 given
RtComm\Connection::close(): Argument #1 ($code) must be 1000-1003, 1007-1014 or 3000-4999, 1006 given
RtComm\Connection::close(): Argument #1 ($code) must be 1000-1003, 1007-1014 or 3000-4999, 1015 given
RtComm\Connection::close(): Argument #1 ($code) must be 1000-1003, 1007-1014 or 3000-4999, 1016 given
RtComm\Connection::close(): Argument #1 ($code) must be 1000-1003, 1007-1014 or 3000-4999, 2999 given
RtComm\Connection::close(): Argument #1 ($code) must be 1000-1003, 1007-1014 or 3000-4999, 5000 given
RtComm\Connection::close(): Argument #1 ($code) must be 1000-1003, 1007-1014 or 3000-4999, 66536 given
RtComm\Connection::close(): Argument #2 ($reason) must be at most 123 bytes, 124 given
RtComm\Connection::close(): Argument #2 ($reason) must be valid UTF-8
bool(true)
