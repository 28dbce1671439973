--TEST--
close() sends its code and returns the connection
--EXTENSIONS--
rtcomm
--INI--
rtcomm.ratchet=1
--FILE--
<?php
require __DIR__ . '/ratchet.inc';
use Ratchet\RFC6455\Messaging\Frame;
[$io, $address] = io(stack($component = new Recorder));
foreach ([[], [null], [4001], [1001, "a reason"], [new Frame(pack("n", 4002) . "bye", true, Frame::OP_CLOSE)], [new Frame("", true, Frame::OP_CLOSE)]] as $arguments) {
    $client = new WebSocketClient($io->socket, $address);
    settle($io->socket);
    $conn = array_pop($component->conns);
    var_dump($conn->close(...$arguments) === $conn);
    $conn->close(4009)->send("into the void");
    echo $client->text(), " ", $client->text(), "\n";
}
$client = new WebSocketClient($io->socket, $address);
settle($io->socket);
$conn = array_pop($component->conns);
foreach ([0, 1005, 1006, 2000, 70000, -1] as $code) {
    try {
        $conn->close($code);
    } catch (ValueError $e) {
        echo $e->getMessage(), "\n";
    }
}
var_dump($conn->WebSocket->closing);
?>
--EXPECT--
open
bool(true)
close
(close 1000) (end)
open
bool(true)
close
(close 1000) (end)
open
bool(true)
close
(close 4001) (end)
open
bool(true)
close
(close 1001) (end)
open
bool(true)
close
(close 4002 bye) (end)
open
bool(true)
close
(close 1000) (end)
open
RtComm\Ratchet\Connection::close(): Argument #1 ($code) must be 1000-1003, 1007-1014 or 3000-4999, 0 given
RtComm\Ratchet\Connection::close(): Argument #1 ($code) must be 1000-1003, 1007-1014 or 3000-4999, 1005 given
RtComm\Ratchet\Connection::close(): Argument #1 ($code) must be 1000-1003, 1007-1014 or 3000-4999, 1006 given
RtComm\Ratchet\Connection::close(): Argument #1 ($code) must be 1000-1003, 1007-1014 or 3000-4999, 2000 given
RtComm\Ratchet\Connection::close(): Argument #1 ($code) must be 1000-1003, 1007-1014 or 3000-4999, 70000 given
RtComm\Ratchet\Connection::close(): Argument #1 ($code) must be 1000-1003, 1007-1014 or 3000-4999, -1 given
bool(false)
