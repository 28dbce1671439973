--TEST--
Callbacks may suspend the Fiber that runs the server
--EXTENSIONS--
rtcomm
--INI--
rtcomm.ratchet=1
--FILE--
<?php
require __DIR__ . '/ratchet.inc';
class Waits extends Recorder
{
    public function onOpen(RtComm\Ratchet\ConnectionInterface $conn)
    {
        Fiber::suspend("in onOpen");
        parent::onOpen($conn);
    }
    public function onMessage(RtComm\Ratchet\ConnectionInterface $from, $msg)
    {
        $from->send(Fiber::suspend("in onMessage"));
    }
}
[$io, $address] = io(stack($component = new Waits));
$stream = stream_socket_client("tcp://$address");
fwrite($stream, WebSocketClient::handshake() . RtComm\WebSocket\Frame::encode("x", mask: true));
$fiber = new Fiber(fn() => $io->run());
echo $fiber->start(), "\n";
echo $fiber->resume(), "\n";
stream_set_blocking($stream, false);
$received = "";
$io->loop->addPeriodicTimer(0.01, function () use ($io, $stream, &$received) {
    $received .= fread($stream, 8192);
    if (str_ends_with($received, "answer")) {
        $io->loop->stop();
    }
});
$fiber->resume("answer");
echo bin2hex(strstr($received, "\x81")), "\n";
?>
--EXPECT--
in onOpen
open
in onMessage
8106616e73776572
