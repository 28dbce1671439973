--TEST--
Connections are made by the server only
--EXTENSIONS--
rtcomm
--INI--
rtcomm.ratchet=1
--FILE--
<?php
require __DIR__ . '/ratchet.inc';
[$io, $address] = io(stack($component = new Recorder));
$client = new WebSocketClient($io->socket, $address);
settle($io->socket);
[$conn] = $component->conns;
foreach ([fn() => new RtComm\Ratchet\Connection, fn() => clone $conn, fn() => serialize($conn)] as $attempt) {
    try {
        $attempt();
    } catch (Throwable $e) {
        echo $e->getMessage(), "\n";
    }
}
?>
--EXPECT--
open
Call to private RtComm\Ratchet\Connection::__construct() from global scope
Trying to clone an uncloneable object of class RtComm\Ratchet\Connection
Serialization of 'RtComm\Ratchet\Connection' is not allowed
