--TEST--
A connection cannot be made, cloned or serialized by the script
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = new RtComm\Server();
$server->handle('/', open: function ($conn) {
    $attempts = [
        fn() => clone $conn,
        fn() => serialize($conn),
        fn() => unserialize('O:17:"RtComm\Connection":0:{}'),
        fn() => new RtComm\Connection(),
        fn() => (new ReflectionClass($conn))->newInstanceWithoutConstructor(),
    ];
    foreach ($attempts as $attempt) {
        try {
            $attempt();
            echo "no error\n";
        } catch (Throwable $error) {
            echo get_class($error), ': ', strtok($error->getMessage(), '('), "\n";
        }
    }
});
new WebSocketClient($server, serve($server));
--EXPECT--
Error: Trying to clone an uncloneable object of class RtComm\Connection
Exception: Serialization of 'RtComm\Connection' is not allowed
Exception: Unserialization of 'RtComm\Connection' is not allowed
Error: Call to private RtComm\Connection::__construct
ReflectionException: Class RtComm\Connection is an internal class marked as final that cannot be instantiated without invoking its constructor
