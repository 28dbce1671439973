--TEST--
send() takes frames: binary messages, fragments, pings
--EXTENSIONS--
rtcomm
--INI--
rtcomm.ratchet=1
--FILE--
<?php
require __DIR__ . '/ratchet.inc';
use Ratchet\RFC6455\Messaging\Frame;
[$io, $address] = io(stack($component = new Recorder));
$client = new WebSocketClient($io->socket, $address);
settle($io->socket);
[$conn] = $component->conns;
$conn->send(new Frame("\xff", true, Frame::OP_BINARY))->send(new Frame("text"))->send(new Frame("are you there", true, Frame::OP_PING));
$conn->send(new Frame("one", false))->send(new Frame("pong", true, Frame::OP_PONG))->send(new Frame(" two", true, Frame::OP_CONTINUE));
for ($i = 0; $i < 5; $i++) {
    echo $client->text(), "\n";
}
foreach ([new Frame(str_repeat("x", 126), true, Frame::OP_PING), new Frame("x", false, Frame::OP_PING), new Frame("x", true, 3)] as $frame) {
    try {
        $conn->send($frame);
    } catch (ValueError $e) {
        echo $e->getMessage(), "\n";
    }
}
$conn->send(new Frame(pack("n", 4000) . "why", true, Frame::OP_CLOSE))->send("after");
echo $client->text(), "\n", $client->text(), "\n";
?>
--EXPECT--
open
binary:ff
text
(ping are you there)
(pong pong)
one two
RtComm\Ratchet\Connection::send(): Argument #1 ($data) must be one frame of at most 125 bytes (RFC 6455 5.5)
RtComm\Ratchet\Connection::send(): Argument #1 ($data) must be one frame of at most 125 bytes (RFC 6455 5.5)
RtComm\Ratchet\Connection::send(): Argument #1 ($data) must not be a frame with the reserved opcode 3
close
(close 4000 why)
(end)
